using System.Collections.Immutable;
using OilRevenueSim.Analysis.Manifests;
using OilRevenueSim.Analysis.Partials;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim;

/// <summary>Files of partial results: one slice of a run is written complete or not at all, and a set of them is checked before it is joined.</summary>
public static class ShardFile
{
    /// <summary>Simulates one slice and writes it.</summary>
    /// <param name="folder">Folder of the file; made where it is not there.</param>
    /// <param name="plans">Plans of courses of one scenario.</param>
    /// <param name="isComparison">True to compare the courses path by path, false to run each by itself.</param>
    /// <param name="options">Seed, threads, worlds.</param>
    /// <param name="slice">Which paths.</param>
    /// <param name="progress">Told how far it has come, all courses together, on a worker's thread.</param>
    /// <param name="cancellation">Stops it; nothing is left.</param>
    /// <returns>The file.</returns>
    /// <exception cref="IOException">The file could not be written.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    /// <exception cref="SimulationException">A path failed.</exception>
    public static string Write(
        string folder,
        ImmutableArray<SimulationPlan> plans,
        bool isComparison,
        RunOptions options,
        PathSlice slice,
        IProgress<RunProgress>? progress = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(slice);
        var head = HeadOf(plans, isComparison, options, slice);
        var file = Path.Combine(folder, PartialResult.NameOf(head));
        var madeFolder = !Directory.Exists(folder);
        Directory.CreateDirectory(folder);
        var staged = Path.Combine(folder, $".{Path.GetFileName(file)}.partial");
        ImmutableArray<SimulationPlan>[] together = isComparison
            ? [plans]
            : [.. plans.Select(plan => ImmutableArray.Create(plan))];
        var isWritten = false;
        using var stream = new FileStream(staged, FileMode.Create, FileAccess.ReadWrite, FileShare.None);
        try
        {
            PartialResult.Write(stream, head, [.. together.Select(Simulating)]);
            stream.Dispose();
            cancellation.ThrowIfCancellationRequested();
            File.Move(staged, file, overwrite: true);
            isWritten = true;
        }
        finally
        {
            if (!isWritten)
            {
                stream.Dispose();
                File.Delete(staged);
                RemoveEmpty(folder, madeFolder);
            }
        }

        return file;

        Action<Stream> Simulating(ImmutableArray<SimulationPlan> some, int index) =>
            into =>
            {
                using var ensemble = new SliceEnsemble(some, options, slice);
                ensemble.Run(progress is null ? null : new Share(progress, index, together.Length), cancellation);
                ensemble.Write(into);
            };
    }

    /// <summary>Opens partial results and checks that they are all slices of one run of this version, each once.</summary>
    /// <param name="places">Files, or folders of them.</param>
    /// <param name="cancellation">Looked at before each file.</param>
    /// <exception cref="FormatException">They are not; names the files and what is wrong with them, or the slices that are missing.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static PartialSet Open(IEnumerable<string> places, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(places);
        var parts = new List<PartialResult>();
        foreach (var file in places.SelectMany(FilesOf))
        {
            cancellation.ThrowIfCancellationRequested();
            parts.Add(PartialResult.Open(file));
        }

        var set = PartialSet.Of(parts);
        var version = set.Head.Courses[0].EngineVersion;
        return version == Ensemble.EngineVersion
            ? set
            : throw new FormatException(
                $"the shards were run by version {version}, this is {Ensemble.EngineVersion}: merge with that version"
            );
    }

    /// <summary>Plans of the courses of a set, in their order: of the scenario that the slices carry, with what its first reading found.</summary>
    /// <param name="set">Set.</param>
    /// <exception cref="FormatException">The scenario is not the one that was run.</exception>
    public static ImmutableArray<SimulationPlan> PlansOf(PartialSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        var head = set.Head;
        var (scenario, findings) = SavedScenario.Read(head.Scenario, head.Files, head.Courses[0]);
        return scenario is null
            ? throw new FormatException(
                "the scenario in the partial results is not the one that was run: "
                    + string.Join("; ", findings.Select(d => d.Render()))
            )
            : [.. head.Courses.Select(course => SimulationPlan.Compile(scenario, course.Course))];
    }

    private static PartialHead HeadOf(
        ImmutableArray<SimulationPlan> plans,
        bool isComparison,
        RunOptions options,
        PathSlice slice
    )
    {
        var written = ScenarioChanges.Written(plans[0].Scenario);
        return new PartialHead
        {
            Index = slice.Index,
            Count = slice.Count,
            Scenario = written.Yaml,
            Files = written.Files,
            IsComparison = isComparison,
            Courses = [.. plans.Select(plan => ResultManifest.From(plan.Scenario, ManifestOf(plan)))],
        };

        RunManifest ManifestOf(SimulationPlan plan) =>
            new()
            {
                Scenario = plan.Scenario.Name,
                Course = plan.Course,
                ContentHash = plan.Scenario.ContentHash,
                Files = plan.Scenario.Files,
                Seed = options.Seed,
                Paths = slice.Paths,
                Replicates = options.Replicates,
                Sampling = options.Sampling,
                EngineVersion = Ensemble.EngineVersion,
                ExactQuantiles = false, // the join knows
                Warnings = plan.Scenario.Warnings,
            };
    }

    private static string[] FilesOf(string place)
    {
        if (!Directory.Exists(place))
        {
            return File.Exists(place)
                ? [Path.GetFullPath(place)]
                : throw new FormatException($"{place} does not exist; give partial results, or a folder of them");
        }

        string[] found =
        [
            .. Directory
                .EnumerateFiles(place, $"*{PartialResult.Extension}")
                .Where(file => Path.GetFileName(file)[0] != '.')
                .Select(Path.GetFullPath)
                .Order(StringComparer.Ordinal),
        ];
        return found.Length > 0
            ? found
            : throw new FormatException(
                $"{place} holds no partial result (*{PartialResult.Extension}); oilsim run --shard and oilsim compare --shard write them"
            );
    }

    private static void RemoveEmpty(string folder, bool madeFolder)
    {
        try
        {
            if (madeFolder)
            {
                Directory.Delete(folder);
            }
        }
        catch (IOException)
        {
            // Another shard writes there.
        }
    }

    /// <summary>Progress of one of several simulations of a slice, told as that of all.</summary>
    private sealed class Share(IProgress<RunProgress> all, int index, int count) : IProgress<RunProgress>
    {
        public void Report(RunProgress value) =>
            all.Report(new RunProgress((index * value.PathsTotal) + value.PathsDone, count * value.PathsTotal));
    }
}
