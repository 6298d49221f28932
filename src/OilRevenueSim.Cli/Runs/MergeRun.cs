using OilRevenueSim.Analysis.Manifests;
using OilRevenueSim.Analysis.Partials;
using OilRevenueSim.Analysis.Results;
using OilRevenueSim.Analysis.Summary;
using OilRevenueSim.Cli.Terminals;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Cli.Runs;

/// <summary>Joins the partial results of a run and writes the result that the run would have written.</summary>
internal sealed class MergeRun(Terminal terminal, RunRequest request, string[] places)
{
    /// <summary>Joins and returns the exit code.</summary>
    public int Execute()
    {
        var watch = new RunStopwatch(terminal.Time);
        try
        {
            var set = PartialSet.Of([.. places.SelectMany(FilesOf).Select(Open)]);
            watch.Lap("check");
            var writing = new ResultWriting(terminal, request, watch);
            var rows = new List<SummaryRow>();
            var scenario = ScenarioOf(set.Head);
            for (var k = 0; k < set.Head.Courses.Length; k++)
            {
                using var folder = ResultFolder.Begin(request.Out, scenario.Name, set.Head.Courses[k].Course);
                var plan = SimulationPlan.Compile(scenario, set.Head.Courses[k].Course);
                var result = set.Join(k, plan, join => SavedStatistics.Write(folder, join), terminal.Interrupted);
                watch.Lap("join");
                rows.AddRange(writing.Write(folder, result, set.ManifestOf(k, result)));
            }

            writing.PrintJson(rows);
        }
        catch (FormatException e)
        {
            throw new InputException(e.Message);
        }

        return ExitCode.Done;
    }

    private static string[] FilesOf(string place)
    {
        if (!Directory.Exists(place))
        {
            return File.Exists(place)
                ? [Path.GetFullPath(place)]
                : throw new InputException($"{place} does not exist; give partial results, or a folder of them");
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
            : throw new InputException(
                $"{place} holds no partial result (*{PartialResult.Extension}); oilsim run --shard writes them"
            );
    }

    private PartialResult Open(string file)
    {
        terminal.Interrupted.ThrowIfCancellationRequested();
        return PartialResult.Open(file);
    }

    /// <summary>The scenario that the slices carry, with what its first reading found.</summary>
    private static Scenario ScenarioOf(PartialHead head)
    {
        var manifest = head.Courses[0];
        if (manifest.EngineVersion != Ensemble.EngineVersion)
        {
            throw new InputException(
                $"the shards were run by version {manifest.EngineVersion}, this is {Ensemble.EngineVersion}: merge with that version"
            );
        }

        var (scenario, findings) = SavedScenario.Read(head.Scenario, head.Files, manifest);
        return scenario
            ?? throw new InputException(
                "the scenario in the partial results is not the one that was run: "
                    + string.Join("; ", findings.Select(d => d.Render()))
            );
    }
}
