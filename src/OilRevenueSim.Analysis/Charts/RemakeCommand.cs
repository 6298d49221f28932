using System.Globalization;
using System.Text.RegularExpressions;
using OilRevenueSim.Analysis.Manifests;
using OilRevenueSim.Analysis.Sweeps;

namespace OilRevenueSim.Analysis.Charts;

/// <summary>Command lines that make a result, a sweep, a replayed path or a figure again.</summary>
public static partial class RemakeCommand
{
    private const string Record = "record=";

    // As oilsim compare and oilsim sweep name them.
    private const string ComparisonFolder = "courses_compared";
    private const string SweepFolder = "values_varied";

    /// <summary><c>oilsim run</c> or <c>oilsim compare</c>, as the result has one course or several.</summary>
    internal static string OfResult(ResultManifest run) =>
        Line([IsComparison(run) ? "compare" : "run", File(run), "--courses", run.Course, .. Size(run), .. Set(run)]);

    /// <summary><c>oilsim chart</c> of that result.</summary>
    internal static string OfChart(ResultManifest run, string kind, IEnumerable<string> arguments) =>
        Line(["chart", Place(run), "--kind", kind, .. arguments]);

    /// <summary><c>oilsim sweep</c>, which draws its own charts.</summary>
    internal static string OfSweep(ResultManifest run, IReadOnlyList<SweepRow> rows) =>
        Line([
            "sweep",
            File(run),
            .. (run.Varied ?? []).SelectMany(axis => (string[])["--vary", axis]),
            .. run.Design is { } design ? (string[])["--design", design] : [],
            "--courses",
            rows[0].Course,
            .. Size(run),
            "--quantity",
            rows[0].Quantity,
            .. rows[0].Actor is { } actor ? (string[])["--actor", actor] : [],
            "--statistic",
            rows[0].Statistic,
            .. Set(run),
        ]);

    /// <summary><c>oilsim replay</c>, which draws its own time line.</summary>
    internal static string OfPath(ResultManifest run, long path, string actor) =>
        Line([
            "replay",
            File(run),
            "--path",
            Number(path),
            "--course",
            run.Course,
            "--actor",
            actor,
            .. Size(run),
            .. Set(run),
        ]);

    /// <summary>A command line, its words quoted where a shell would take them apart.</summary>
    public static string Line(IEnumerable<string> words) => "oilsim " + string.Join(' ', words.Select(Quoted));

    /// <summary>True for a command that draws all charts of a sweep or of a fit.</summary>
    internal static bool DrawsMany(string line) =>
        line.StartsWith("oilsim sweep ", StringComparison.Ordinal)
        || line.StartsWith("oilsim fit ", StringComparison.Ordinal);

    /// <summary>A command line with more words.</summary>
    internal static string Longer(string line, IEnumerable<string> words) =>
        string.Join(' ', words.Select(Quoted).Prepend(line));

    private static bool IsComparison(ResultManifest run) => run.Course.Contains(',', StringComparison.Ordinal);

    // Where the result stands unless --out says otherwise.
    private static string Place(ResultManifest run) =>
        $"results/{run.Scenario}/{(run.Varied is not null ? SweepFolder : IsComparison(run) ? ComparisonFolder : run.Course)}";

    private static string File(ResultManifest run) =>
        run.Files.IsDefaultOrEmpty ? $"{run.Scenario}.yaml" : run.Files[0].Name;

    private static IEnumerable<string> Size(ResultManifest run)
    {
        yield return "--paths";
        yield return Number(run.Paths);
        yield return "--seed";
        yield return run.Seed.ToString(CultureInfo.InvariantCulture);
        if (run.Replicates > 1)
        {
            yield return "--replicates";
            yield return Number(run.Replicates);
        }

        if (run.Sampling is { } sampling && sampling != SamplingName.All[0])
        {
            yield return "--sampling";
            yield return sampling;
        }
    }

    private static IEnumerable<string> Set(ResultManifest run) =>
        (run.Overrides.IsDefault ? [] : run.Overrides).SelectMany(set =>
            set.StartsWith(Record, StringComparison.Ordinal)
                ? (string[])["--record", set[Record.Length..]]
                : ["--set", set]
        );

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    // Single quotes keep everything but themselves, in every shell but Windows' oldest.
    private static string Quoted(string word) =>
        Plain().IsMatch(word) ? word : "'" + word.Replace("'", "'\\''", StringComparison.Ordinal) + "'";

    [GeneratedRegex("^[A-Za-z0-9_.,:/=%+-]+$", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Plain();
}
