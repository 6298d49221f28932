using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using OilRevenueSim.Analysis.Manifests;
using OilRevenueSim.Analysis.Results;
using OilRevenueSim.Analysis.Summary;
using OilRevenueSim.Analysis.Sweeps;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim;

/// <content>Simulates again, and checks that the numbers are those that were written.</content>
public sealed partial class SavedResult
{
    private const string SweepTable = "sweep.csv";

    /// <summary>Simulates the result again, or reads what a large run counted, and checks that it gives the numbers that were written.</summary>
    /// <param name="record">Quantities to record beside, as kinds of charts name them in <see cref="ChartKind.Records"/>.</param>
    /// <param name="threads">Worker threads; 0, the default, is one a processor. Does not change the result.</param>
    /// <param name="progress">Told how far it has come, in paths, or in cells of a sweep.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="SavedResultException">Other numbers come out than were written.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public SimulatedResult Simulate(
        IEnumerable<string>? record = null,
        int threads = 0,
        IProgress<RunProgress>? progress = null,
        CancellationToken cancellation = default
    )
    {
        if (sweep is not null)
        {
            return new SimulatedResult(SweepAgain(threads, progress, cancellation));
        }

        string[] extra = [.. (record ?? []).Except(Outline.Scenario.Record, StringComparer.Ordinal)];
        var options = Runs.OptionsOf(
            Manifest.Seed,
            threads,
            Manifest.Replicates,
            SamplingName.Parse(Manifest.Sampling ?? SamplingName.All[0])
        );
        if (extra.Length == 0 && Manifest.Outputs.Any(o => o.Path == SavedStatistics.Name))
        {
            return new SimulatedResult(new RunResult(Counted(options), null));
        }

        using var ensemble = new PairedEnsemble(extra.Length == 0 ? plans : Recording(extra), options);
        ensemble.ExtendTo(Manifest.Paths, progress, cancellation);
        var paired = ensemble.Look();
        CheckNumbers(paired.Courses, extra);
        return Outline.Form == ResultForm.Comparison
            ? new SimulatedResult(new ComparisonResult(paired, Outline.Courses))
            : new SimulatedResult(new RunResult(paired.Courses[0], null));
    }

    private EnsembleResult Counted(RunOptions options)
    {
        try
        {
            var path = Path.Combine(Folder, SavedStatistics.Name);
            var result = SavedStatistics.Read(path, plans[0], options, Manifest.Paths);
            CheckNumbers([result], []);
            return result;
        }
        catch (FormatException e)
        {
            throw Altered(Folder, SavedStatistics.Name, Manifest, e);
        }
    }

    // What is recorded beside is no other scenario: the hash stays that of the result.
    private ImmutableArray<SimulationPlan> Recording(string[] extra)
    {
        var scenario = Outline.Scenario with
        {
            Record = [.. Outline.Scenario.Record.Concat(extra).Order(StringComparer.Ordinal)],
        };
        return [.. Outline.Courses.Select(c => SimulationPlan.Compile(scenario, c))];
    }

    private void CheckNumbers(ImmutableArray<EnsembleResult> courses, string[] extra)
    {
        var rows = courses.SelectMany(course => SummaryTable.From(course)).ToList();
        if (extra.Length == 0)
        {
            using var writer = new StringWriter();
            SummaryCsv.Write(rows, writer);
            CheckText(ResultFolder.SummaryCsvName, writer.ToString());
            return;
        }

        if (Manifest.ExactQuantiles && !courses.All(c => c.Manifest.ExactQuantiles))
        {
            throw new SavedResultException(
                $"{Folder} has too many paths to record {string.Join(", ", extra)} beside and keep every value",
                $"run the scenario again with --record {string.Join(',', extra)}"
            );
        }

        using var reader = new StreamReader(Path.Combine(Folder, ResultFolder.SummaryCsvName));
        if (SummaryCsv.Read(reader).Except(rows).Any())
        {
            throw Different();
        }
    }

    private SweepResult SweepAgain(int threads, IProgress<RunProgress>? progress, CancellationToken cancellation)
    {
        // Cells that the sweep kept beside its results are taken as they are.
        var cache = Path.GetFullPath(Path.Combine(Folder, "..", "..", SweepOptions.UsualCache));
        var options = sweep!.OptionsOf(Manifest, Directory.Exists(cache) ? cache : null) with { Threads = threads };
        var result = Outline.Scenario.Sweep(sweep.DesignOf(), options, Cells(progress), cancellation);
        using var writer = new StringWriter();
        SweepCsv.Write(result.Axes, result.Table, writer);
        CheckText(SweepTable, writer.ToString());
        return result;
    }

    private void CheckText(string name, string text)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        if (Manifest.Outputs.First(o => o.Path == name).Sha256 != hash)
        {
            throw Different();
        }
    }

    private SavedResultException Different() =>
        new(
            $"simulating {Folder} again gives other numbers than were written: it was altered, or another build of this version made it",
            "run the scenario again; the same seed gives the same numbers"
        );

    private static IProgress<SweepProgress>? Cells(IProgress<RunProgress>? progress) =>
        progress is null ? null : new CellProgress(progress);

    private sealed class CellProgress(IProgress<RunProgress> progress) : IProgress<SweepProgress>
    {
        public void Report(SweepProgress value) => progress.Report(new RunProgress(value.CellsDone, value.CellsTotal));
    }
}
