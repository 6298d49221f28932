using System.Collections.Immutable;
using OilRevenueSim.Analysis.Precision;
using OilRevenueSim.Cli.Terminals;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Cli.Runs;

/// <summary>Simulates the plans of a request in lockstep, with its progress shown, to one number of paths.</summary>
internal sealed class CourseSimulation(Terminal terminal, RunRequest request)
{
    /// <summary>Precision to reach, or null.</summary>
    /// <exception cref="InputException">The words are none.</exception>
    public PrecisionTarget? ReadTarget(Scenario scenario)
    {
        if (request.Until is null)
        {
            return null;
        }

        var reading = PrecisionTarget.Parse(request.Until, [.. scenario.Actors.Select(a => a.Name)]);
        return reading.Target
            ?? throw new InputException(
                $"--until: {reading.Problem!.Message}\n    {request.Until}\n    {new string(' ', reading.Problem.Column - 1)}^"
            );
    }

    /// <summary>Runs.</summary>
    /// <param name="plans">Plans.</param>
    /// <param name="target">Precision to reach, or null.</param>
    /// <param name="sinks">What takes the values of paths, a sink or null for each plan; none by default.</param>
    /// <param name="keep">Takes the run when all its paths are there, or null.</param>
    public PairedResult Run(
        ImmutableArray<SimulationPlan> plans,
        PrecisionTarget? target,
        ImmutableArray<IPathSink?> sinks = default,
        Action<PairedEnsemble>? keep = null
    )
    {
        using var ensemble = new PairedEnsemble(plans, request.Options, sinks);
        var result = Run(ensemble, target);
        keep?.Invoke(ensemble);
        return result;
    }

    private PairedResult Run(PairedEnsemble ensemble, PrecisionTarget? target)
    {
        if (target is null)
        {
            return RunDisplay.During(
                terminal,
                request.IsQuiet,
                progress =>
                {
                    ensemble.ExtendTo(request.Paths, progress, terminal.Interrupted);
                    return ensemble.Look();
                }
            );
        }

        var outcome = RunDisplay.During(
            terminal,
            request.IsQuiet,
            progress =>
                PrecisionRun.Run(
                    ensemble,
                    target,
                    request.MostPaths,
                    progress is null ? null : new PrecisionForecast(progress, request.MostPaths),
                    terminal.Interrupted
                )
        );
        var verdict = PrecisionVerdict.Say(target, outcome.Precision);
        if (!outcome.Precision.IsReached)
        {
            terminal.Error.WriteLine($"warning: {verdict}");
        }
        else if (!request.IsQuiet)
        {
            terminal.Error.WriteLine(verdict);
        }

        return outcome.Result;
    }
}
