using OilRevenueSim.Analysis.Manifests;
using OilRevenueSim.Analysis.Partials;
using OilRevenueSim.Cli.Commands;
using OilRevenueSim.Cli.Terminals;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Simulation;
using OilRevenueSim.Scenarios;

namespace OilRevenueSim.Cli.Runs;

/// <summary>One slice of a run, written as a partial result: complete or not at all.</summary>
internal sealed class ShardRun(Terminal terminal, RunRequest request)
{
    /// <summary>Runs and returns the exit code.</summary>
    public int Execute()
    {
        var slice = request.Shard!.Of(request.Paths);
        var scenario = ScenarioInput.Read(terminal, request.ScenarioPath, request.Overrides);
        var courses = CourseChoice.Of(scenario, request.Courses ?? CourseChoice.FirstOf(scenario));
        SimulationPlan[] plans = [.. courses.Select(course => SimulationPlan.Compile(scenario, course))];
        var head = HeadOf(scenario, plans, slice);
        var file = Path.Combine(request.Out, PartialResult.NameOf(scenario.Name, slice));
        var madeFolder = !Directory.Exists(request.Out);
        Directory.CreateDirectory(request.Out);
        var staged = Path.Combine(request.Out, $".{Path.GetFileName(file)}.partial");
        var isWritten = false;
        using var stream = new FileStream(staged, FileMode.Create, FileAccess.ReadWrite, FileShare.None);
        try
        {
            PartialResult.Write(stream, head, [.. plans.Select(plan => Simulating(plan, slice))]);
            stream.Dispose();
            terminal.Interrupted.ThrowIfCancellationRequested();
            File.Move(staged, file, overwrite: true);
            isWritten = true;
        }
        finally
        {
            if (!isWritten)
            {
                stream.Dispose();
                File.Delete(staged);
                RemoveEmpty(madeFolder);
            }
        }

        if (!request.IsQuiet)
        {
            terminal.Out.WriteLine(
                $"Shard {slice.Index} of {slice.Count}: paths {slice.FirstPath:N0} to {slice.FirstPath + slice.OwnPaths - 1:N0} "
                    + $"of {slice.Paths:N0}"
            );
            terminal.Out.WriteLine($"Part    {Wording.Place(file)}");
        }

        return ExitCode.Done;
    }

    private PartialHead HeadOf(Scenario scenario, SimulationPlan[] plans, PathSlice slice)
    {
        var written = ScenarioWriter.Write(scenario);
        return new PartialHead
        {
            Index = slice.Index,
            Count = slice.Count,
            Scenario = written.Yaml,
            Files = written.Files,
            Courses = [.. plans.Select(plan => ResultManifest.From(scenario, ManifestOf(plan)))],
        };
    }

    private RunManifest ManifestOf(SimulationPlan plan) =>
        new()
        {
            Scenario = plan.Scenario.Name,
            Course = plan.Course,
            ContentHash = plan.Scenario.ContentHash,
            Files = plan.Scenario.Files,
            Seed = request.Seed,
            Paths = request.Paths,
            EngineVersion = Ensemble.EngineVersion,
            ExactQuantiles = false, // the join knows
            Warnings = plan.Scenario.Warnings,
        };

    private Action<Stream> Simulating(SimulationPlan plan, PathSlice slice) =>
        stream =>
        {
            using var ensemble = new SliceEnsemble(plan, request.Options, slice);
            RunDisplay.During(
                terminal,
                request.IsQuiet,
                progress =>
                {
                    ensemble.Run(progress, terminal.Interrupted);
                    return slice;
                }
            );
            ensemble.Write(stream);
        };

    private void RemoveEmpty(bool madeFolder)
    {
        try
        {
            if (madeFolder)
            {
                Directory.Delete(request.Out);
            }
        }
        catch (IOException)
        {
            // Another shard writes there.
        }
    }
}
