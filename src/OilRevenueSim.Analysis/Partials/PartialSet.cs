using System.Collections.Immutable;
using System.Globalization;
using OilRevenueSim.Analysis.Manifests;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Analysis.Partials;

/// <summary>All slices of one run, in their order.</summary>
public sealed class PartialSet
{
    private PartialSet(ImmutableArray<PartialResult> parts) => Parts = parts;

    /// <summary>The slices, in their order.</summary>
    public ImmutableArray<PartialResult> Parts { get; }

    /// <summary>What they have in common; its own index means nothing.</summary>
    public PartialHead Head => Parts[0].Head;

    /// <summary>Checks that partial results are all slices of one run, each once.</summary>
    /// <param name="parts">Partial results, in any order.</param>
    /// <exception cref="FormatException">They are not; names the files and what differs, or the slices that are missing or there twice.</exception>
    public static PartialSet Of(IReadOnlyCollection<PartialResult> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        if (parts.Count == 0)
        {
            throw new FormatException("There is no partial result; oilsim run --shard writes them.");
        }

        var first = parts.First();
        foreach (var other in parts)
        {
            CheckSame(first, other);
        }

        var count = first.Head.Count;
        foreach (var twice in parts.GroupBy(p => p.Head.Index).Where(g => g.Count() > 1).OrderBy(g => g.Key))
        {
            throw new FormatException(
                $"Shard {twice.Key} of {count} is there {twice.Count()} times: {string.Join(", ", twice.Select(p => p.Path))}. "
                    + "Give each shard once."
            );
        }

        int[] missing = [.. Enumerable.Range(1, count).Except(parts.Select(p => p.Head.Index))];
        return missing.Length == 0
            ? new PartialSet([.. parts.OrderBy(p => p.Head.Index)])
            : throw new FormatException(
                $"{(missing.Length == 1 ? "Shard" : "Shards")} {Ranges(missing)} of {count} {(missing.Length == 1 ? "is" : "are")} missing."
            );
    }

    /// <summary>Joins the slices of a course.</summary>
    /// <param name="course">Index of the course.</param>
    /// <param name="plan">Plan of that course, of the scenario of the head.</param>
    /// <param name="keep">Takes the joined run, or null.</param>
    /// <param name="cancellation">Looked at before each file.</param>
    /// <exception cref="FormatException">A file does not hold what its head says.</exception>
    public EnsembleResult Join(
        int course,
        SimulationPlan plan,
        Action<SliceJoin>? keep = null,
        CancellationToken cancellation = default
    ) => Join(course, [plan], keep, cancellation).Courses[0];

    /// <summary>Joins the slices of a comparison.</summary>
    /// <param name="plans">Plans of the courses of the head, in their order.</param>
    /// <param name="cancellation">Looked at before each file.</param>
    /// <exception cref="FormatException">A file does not hold what its head says.</exception>
    public PairedResult JoinComparison(
        ImmutableArray<SimulationPlan> plans,
        CancellationToken cancellation = default
    ) => Join(0, plans, null, cancellation);

    private PairedResult Join(
        int course,
        ImmutableArray<SimulationPlan> plans,
        Action<SliceJoin>? keep,
        CancellationToken cancellation
    )
    {
        var manifest = Head.Courses[course];
        var options = new RunOptions
        {
            Seed = manifest.Seed,
            Replicates = manifest.Replicates,
            Sampling = SamplingName.Parse(manifest.Sampling ?? SamplingName.All[0]),
        };
        using var join = new SliceJoin(plans, options, manifest.Paths, Head.Count);
        foreach (var part in Parts)
        {
            cancellation.ThrowIfCancellationRequested();
            part.ReadSlice(course, join.Add);
        }

        var result = join.Look();
        keep?.Invoke(join);
        return result;
    }

    /// <summary>Manifest of a joined result, with what the slices know of the scenario's files.</summary>
    /// <param name="course">Index of the course.</param>
    /// <param name="result">Joined result.</param>
    public ResultManifest ManifestOf(int course, EnsembleResult result)
    {
        var whole = ResultManifest.From(result);
        return Head.Courses[course] with
        {
            ExactQuantiles = whole.ExactQuantiles,
            QuantileRelativeError = whole.QuantileRelativeError,
            Focus = whole.Focus,
            State = whole.State,
        };
    }

    /// <summary>Manifest of a joined comparison.</summary>
    /// <param name="result">Joined comparison.</param>
    public ResultManifest ManifestOf(PairedResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return ManifestOf(0, result.Courses[0]) with { Course = ResultManifest.From(result).Course };
    }

    private static void CheckSame(PartialResult first, PartialResult other)
    {
        var (a, b) = (first.Head.Courses[0], other.Head.Courses[0]);
        static string Courses(PartialResult part) => string.Join(", ", part.Head.Courses.Select(c => c.Course));
        static string Text(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);
        (string What, string First, string Other)[] facts =
        [
            ("scenario", a.Scenario, b.Scenario),
            ("content hash of the scenario", a.ContentHash, b.ContentHash),
            (
                "list of values given with --set and --record",
                string.Join("; ", a.Overrides),
                string.Join("; ", b.Overrides)
            ),
            ("kind", KindOf(first), KindOf(other)),
            ("list of courses", Courses(first), Courses(other)),
            ("seed", Text(a.Seed), Text(b.Seed)),
            ("number of paths", Text(a.Paths), Text(b.Paths)),
            ("number of replicates", Text(a.Replicates), Text(b.Replicates)),
            ("sampling", a.Sampling ?? "", b.Sampling ?? ""),
            ("number of shards", Text(first.Head.Count), Text(other.Head.Count)),
            ("version of the engine", a.EngineVersion, b.EngineVersion),
            ("text of the scenario's files", FilesOf(a), FilesOf(b)),
        ];
        foreach (var (what, mine, others) in facts)
        {
            if (mine != others)
            {
                throw new FormatException(
                    $"{other.Path} is of another run than {first.Path}: the {what} is {Shown(others)} there and {Shown(mine)} here."
                );
            }
        }
    }

    private static string KindOf(PartialResult part) => part.Head.IsComparison ? "a comparison" : "a run";

    private static string FilesOf(ResultManifest manifest) =>
        string.Join(", ", manifest.Files.Select(f => $"{f.Name} {f.Sha256}"));

    private static string Shown(string text) => text.Length == 0 ? "nothing" : text;

    /// <summary><c>2, 5–9</c>.</summary>
    private static string Ranges(int[] ascending)
    {
        var words = new List<string>();
        for (var i = 0; i < ascending.Length; )
        {
            var j = i;
            while (j + 1 < ascending.Length && ascending[j + 1] == ascending[j] + 1)
            {
                j++;
            }

            words.Add(i == j ? $"{ascending[i]}" : $"{ascending[i]}–{ascending[j]}");
            i = j + 1;
        }

        return string.Join(", ", words);
    }
}
