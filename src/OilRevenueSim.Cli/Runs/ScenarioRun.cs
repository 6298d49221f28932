using System.Collections.Immutable;
using OilRevenueSim.Analysis.Manifests;
using OilRevenueSim.Analysis.Precision;
using OilRevenueSim.Analysis.Results;
using OilRevenueSim.Analysis.Summary;
using OilRevenueSim.Cli.Commands;
using OilRevenueSim.Cli.Terminals;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Cli.Runs;

/// <summary>One run from file to charts: read, compile, simulate, summarise, write, say.</summary>
internal sealed class ScenarioRun(Terminal terminal, RunRequest request)
{
    /// <summary>Runs and returns the exit code.</summary>
    public int Execute()
    {
        var watch = new RunStopwatch(terminal.Time);
        var scenario = ScenarioInput.Read(terminal, request.ScenarioPath, request.Overrides);
        var courses = CourseChoice.Of(scenario, request.Courses ?? CourseChoice.FirstOf(scenario));
        var simulation = new CourseSimulation(terminal, request);
        var target = simulation.ReadTarget(scenario);
        SimulationPlan[] plans = [.. courses.Select(course => SimulationPlan.Compile(scenario, course))];
        ResultFolder[] folders = [];
        try
        {
            folders = [.. plans.Select(plan => ResultFolder.Begin(request.Out, scenario.Name, plan.Course))];
            watch.Lap("read and compile");
            var results = Simulate(simulation, plans, target, folders);
            watch.Lap("simulate");
            var writing = new ResultWriting(terminal, request, watch);
            var rows = new List<SummaryRow>();
            for (var k = 0; k < plans.Length; k++)
            {
                rows.AddRange(writing.Write(folders[k], results[k], ResultManifest.From(results[k])));
            }

            writing.PrintJson(rows);
        }
        finally
        {
            Array.ForEach(folders, folder => folder.Dispose());
        }

        return ExitCode.Done;
    }

    private ImmutableArray<EnsembleResult> Simulate(
        CourseSimulation simulation,
        SimulationPlan[] plans,
        PrecisionTarget? target,
        ResultFolder[] folders
    )
    {
        if (request.KeepPaths is null)
        {
            return simulation.Run([.. plans], target, keep: Keep).Courses;
        }

        using var files = new PathFiles(plans, folders, request.KeepPaths, request.Replicates);
        var results = simulation.Run([.. plans], target, files.Sinks, Keep).Courses;
        files.Complete(results);
        return results;

        void Keep(PairedEnsemble ensemble)
        {
            for (var k = 0; k < folders.Length; k++)
            {
                SavedStatistics.Write(folders[k], ensemble, k);
            }
        }
    }
}
