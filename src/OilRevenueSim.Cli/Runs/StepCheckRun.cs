using System.Globalization;
using OilRevenueSim.Analysis.Comparisons;
using OilRevenueSim.Analysis.Headlines;
using OilRevenueSim.Cli.Commands;
using OilRevenueSim.Cli.Terminals;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Prices;
using OilRevenueSim.Core.Simulation;
using OilRevenueSim.Core.Time;

namespace OilRevenueSim.Cli.Runs;

/// <summary>Runs a course with its steps as written and halved, under the same clocks, and tells what that does to its means.</summary>
internal sealed class StepCheckRun(Terminal terminal, RunRequest request)
{
    /// <summary>Reads the scenario, runs both and returns the exit code.</summary>
    /// <param name="tolerance">Share of a mean by which halving may move it.</param>
    /// <exception cref="InputException">The steps cannot be halved, or there is no such course.</exception>
    public int Execute(double tolerance)
    {
        var scenario = ScenarioInput.Read(terminal, request.ScenarioPath, request.Overrides);
        var courses = CourseChoice.Of(scenario, request.Courses ?? CourseChoice.FirstOf(scenario));
        if (courses is not [var course])
        {
            throw new InputException($"--course takes one course, not {string.Join(", ", courses)}");
        }

        Refuse(scenario);
        var result = new CourseSimulation(terminal, request).Run(
            [SimulationPlan.Compile(scenario, course), SimulationPlan.Compile(scenario, course, halveSteps: true)],
            target: null
        );
        var check = StepCheck.From(result, tolerance);
        Print(scenario, course, check);
        return check.Holds ? ExitCode.Done : ExitCode.CheckFailed;
    }

    private static void Refuse(Scenario scenario)
    {
        if (scenario.Step == StepLength.Day)
        {
            throw new InputException($"{scenario.Name}: a step of one day cannot be halved");
        }

        if (scenario.Benchmarks.OfType<BootstrapBenchmark>().FirstOrDefault() is { } history)
        {
            throw new InputException(
                $"{scenario.Name}: the price {history.Name} is drawn from a history at the spacing of the step, which cannot be halved\n"
                    + "  hint: give it another model for this check, e.g. the block that oilsim fit writes"
            );
        }
    }

    private void Print(Scenario scenario, string course, StepCheck check)
    {
        var output = terminal.Out;
        var percent = (100.0 * check.Tolerance).ToString("0.###", CultureInfo.InvariantCulture);
        terminal.Write($"{scenario.Title} ({course}): steps halved", isStrong: true);
        foreach (var set in scenario.Overrides)
        {
            terminal.Write($"with {Readable.Setting(set)}");
        }

        output.WriteLine();
        string[] head = ["mean over the whole horizon", "as written", "halved", "change (95 % interval)", ""];
        foreach (var line in TextTable.Lines([head, .. check.Numbers.Select(Row)], terminal.Columns))
        {
            output.WriteLine(line);
        }

        output.WriteLine();
        terminal.Write(
            $"{Readable.Count(request.Paths)} paths, seed {request.Seed}, path by path: the same clocks; prices of halved steps are new draws."
        );
        terminal.Write("The error of a step as written is about twice the change. One interval in twenty misses.");

        string[] Row(StepCheckNumber number) =>
            [
                $"{number.Subject}, {number.What}",
                Readable.Money(number.MeanUsd.Value),
                Readable.Money(number.HalvedMeanUsd.Value),
                Readable.MoneyWithInterval(number.ChangeUsd),
                number.Verdict switch
                {
                    StepVerdict.Within => $"within {percent} %",
                    StepVerdict.Moves => $"moves by more than {percent} %",
                    _ => "more paths needed",
                },
            ];
    }
}
