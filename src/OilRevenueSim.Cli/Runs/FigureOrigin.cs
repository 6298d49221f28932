using System.Text;
using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Analysis.Headlines;
using OilRevenueSim.Analysis.Manifests;
using OilRevenueSim.Cli.Terminals;
using OilRevenueSim.Core.Uncertainty;
using OilRevenueSim.Reporting;

namespace OilRevenueSim.Cli.Runs;

/// <summary>What a file of a figure says about itself, printed.</summary>
internal static class FigureOrigin
{
    private const int MostSources = 12;

    private const string Hint =
        "a figure of oilsim has a short id at its foot, above the sources: oilsim whence --id ID FOLDER finds its result in a folder "
        + "of results";

    /// <summary>Prints where a figure comes from and returns the exit code.</summary>
    /// <param name="terminal">Terminal.</param>
    /// <param name="path">PNG, SVG or PDF.</param>
    /// <param name="asJson">True for the manifest alone.</param>
    /// <exception cref="InputException">The file does not say.</exception>
    public static int Print(Terminal terminal, string path, bool asJson)
    {
        var proof = Read(path);
        if (proof.Origin is not { } origin)
        {
            throw new InputException(
                $"{path} is a figure of oilsim, but of numbers that a program gave it, not of a run: it names no run"
            );
        }

        if (asJson)
        {
            terminal.Out.Write(Json(origin.Manifest));
            return ExitCode.Done;
        }

        terminal.Out.WriteLine(proof.Title);
        terminal.Out.WriteLine();
        foreach (var line in TextTable.Lines([.. Rows(origin)], terminal.Columns))
        {
            terminal.Out.WriteLine(line);
        }

        terminal.Out.WriteLine();
        terminal.Out.WriteLine("To make it again, in the folder of the file:");
        foreach (var command in origin.Commands)
        {
            terminal.Out.WriteLine($"  {command}");
        }

        return ExitCode.Done;
    }

    /// <summary>A manifest as in <c>manifest.json</c>.</summary>
    public static string Json(ResultManifest manifest)
    {
        using var stream = new MemoryStream();
        ManifestJson.Write(manifest, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static FigureProof Read(string path)
    {
        if (Directory.Exists(path))
        {
            throw new InputException($"{path} is a folder\n  hint: name a figure in it, or give --id ID to search it");
        }

        if (!File.Exists(path))
        {
            throw new InputException($"{path} does not exist");
        }

        try
        {
            return Figure.ReadProof(path);
        }
        catch (FigureProofException e)
        {
            throw new InputException(
                e.Problem switch
                {
                    FigureProofProblem.NotAFigure =>
                        $"{path} is no PNG, SVG or PDF\n  hint: a figure is e.g. results/sirte-2016/as-it-stands/charts/holders.png",
                    FigureProofProblem.Damaged =>
                        $"{path} is cut off or damaged: {Within(e.Message)}\n  hint: copy it again from where it came",
                    _ =>
                        $"{path} does not say where it comes from: oilsim did not draw it, or another program saved it again and "
                            + $"dropped what stood in it\n  hint: {Hint}",
                }
            );
        }
    }

    // A sentence as the end of another.
    private static string Within(string sentence) => char.ToLowerInvariant(sentence[0]) + sentence[1..].TrimEnd('.');

    private static IEnumerable<string[]> Rows(ChartOrigin origin)
    {
        var run = origin.Manifest;
        if (origin.Kind.Length > 0)
        {
            yield return ["Kind", origin.Kind];
        }

        yield return ["Id", origin.ShortId];
        yield return ["Scenario", $"{run.Title} ({run.Scenario})"];
        foreach (var file in run.Files)
        {
            yield return ["File", $"{file.Name}, SHA-256 {file.Sha256[..Math.Min(16, file.Sha256.Length)]}…"];
        }

        yield return [run.Course.Contains(',', StringComparison.Ordinal) ? "Courses" : "Course", run.Course];
        foreach (var set in run.Overrides.IsDefault ? [] : run.Overrides)
        {
            yield return ["Set", Readable.Setting(set)];
        }

        foreach (var axis in run.Varied ?? [])
        {
            yield return ["Varied", Readable.Setting(axis)];
        }

        yield return ["Paths", RunSize.Of(run).ToString()];
        yield return ["Seed", $"{run.Seed}"];
        yield return ["Version", $"OilRevenueSim {run.EngineVersion}"];
        foreach (var row in Sources(run))
        {
            yield return row;
        }
    }

    private static IEnumerable<string[]> Sources(ResultManifest run)
    {
        string[] sources =
        [
            .. run
                .Sources.Where(use => use is { Source: not null, Grade: not SourceGrade.Assumption })
                .Where(use => use.Source != Provenance.CommandLine.Source)
                .OrderByDescending(use => use.Addresses.Length)
                .Select(use => use.Date is null ? use.Source! : $"{use.Source} ({use.Date})")
                .Distinct(StringComparer.Ordinal),
        ];
        for (var i = 0; i < Math.Min(sources.Length, MostSources); i++)
        {
            yield return [i == 0 ? "Sources" : "", sources[i]];
        }

        if (sources.Length > MostSources)
        {
            yield return ["", $"and {sources.Length - MostSources} more; --json lists them all"];
        }

        var assumed = run.Sources.Where(use => use.Grade == SourceGrade.Assumption).Sum(use => use.Addresses.Length);
        if (assumed > 0)
        {
            yield return
            [
                sources.Length == 0 ? "Sources" : "",
                $"{Wording.Count(assumed, "number")} assumed; --json says why",
            ];
        }
    }
}
