using OilRevenueSim.Analysis.Comparisons;
using OilRevenueSim.Cli.Commands;
using OilRevenueSim.Cli.Terminals;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Cli.Runs;

/// <summary>Compares two scenario files on the same random numbers, or two results as they were written.</summary>
internal sealed class DiffRun(Terminal terminal, RunRequest request)
{
    /// <summary>Compares and returns the exit code.</summary>
    /// <exception cref="InputException">One of them is a file and the other a folder, or one is no result.</exception>
    public int Execute(string old, string @new)
    {
        if (Directory.Exists(old) != Directory.Exists(@new))
        {
            throw new InputException(
                $"{old} and {@new} are a folder and a file\n  hint: give two scenario files, or two folders of results"
            );
        }

        DiffReport.Print(terminal, Directory.Exists(old) ? Written(old, @new) : Simulated(old, @new));
        return ExitCode.Done;
    }

    private static ScenarioDiff Written(string old, string @new) => ScenarioDiff.Between(Read(old), Read(@new));

    private static DiffSide Read(string folder) =>
        DiffSide.Read(folder, out var reason)
        ?? throw new InputException(
            $"{reason}\n  hint: the folder of a result is e.g. results/sirte-2016/as-it-stands"
        );

    private ScenarioDiff Simulated(string old, string @new)
    {
        SimulationPlan[] plans =
        [
            .. new[] { old, @new }
                .Select(path => ScenarioInput.Read(terminal, path, []))
                .Select(scenario => SimulationPlan.Compile(scenario, CourseChoice.FirstOf(scenario))),
        ];
        var simulation = new CourseSimulation(terminal, request);
        return plans[0].Periods.SequenceEqual(plans[1].Periods)
            ? ScenarioDiff.From(simulation.Run([.. plans], target: null))
            : ScenarioDiff.Between(
                DiffSide.Of(simulation.Run([plans[0]], target: null).Courses[0]),
                DiffSide.Of(simulation.Run([plans[1]], target: null).Courses[0])
            );
    }
}
