using OilRevenueSim.Analysis.Convergence;
using OilRevenueSim.Analysis.Headlines;
using OilRevenueSim.Analysis.Precision;
using OilRevenueSim.Analysis.Summary;
using OilRevenueSim.Cli.Commands;
using OilRevenueSim.Cli.Terminals;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Cli.Runs;

/// <summary>A pilot run, and what it says about the number of futures that precisions need.</summary>
internal sealed class PathsRun(Terminal terminal, RunRequest request, string[] targets)
{
    /// <summary>Runs the pilot, prints the answer and returns the exit code.</summary>
    /// <exception cref="InputException">The words are no precision, or the course is not there.</exception>
    public int Execute()
    {
        var scenario = ScenarioInput.Read(terminal, request.ScenarioPath, request.Overrides);
        var course = CourseChoice.Of(scenario, request.Courses ?? CourseChoice.FirstOf(scenario))[0];
        PrecisionTarget[] asked = [.. targets.Select(text => Target(scenario, text))];
        var pilot = new CourseSimulation(terminal, request)
            .Run([SimulationPlan.Compile(scenario, course)], target: null)
            .Courses[0];
        var needed = asked.Select(target => PathsNeeded.From(target, pilot)).ToList();
        string[][] rows =
        [
            ["", "after the pilot", "wanted", "futures needed (95 % interval)"],
            .. needed.Select(Row),
        ];
        terminal.Write(
            $"{scenario.Title} ({course}): a pilot of {Readable.Count(request.Paths)} futures",
            isStrong: true
        );
        foreach (var line in TextTable.Lines(rows, terminal.Columns))
        {
            terminal.Out.WriteLine(line);
        }

        foreach (var unknown in needed.Where(n => n.Paths is null))
        {
            var verdict = unknown.Pilot.IsReached
                ? "the pilot leaves nothing open"
                : "cannot be told from the pilot, try a larger --pilot";
            terminal.Write($"{Subject(unknown.Target)}: {verdict} ({unknown.Reason}).");
        }

        return ExitCode.Done;
    }

    private static PrecisionTarget Target(Scenario scenario, string text)
    {
        var reading = PrecisionTarget.Parse(text, [.. scenario.Actors.Select(a => a.Name)]);
        return reading.Target
            ?? throw new InputException(
                $"--for: {reading.Problem!.Message}\n    {text}\n    {new string(' ', reading.Problem.Column - 1)}^"
            );
    }

    private static string Subject(PrecisionTarget target) =>
        $"{target.Quantity.Name} {target.Statistic} of {target.Actor}";

    private static string[] Row(PathsNeeded needed)
    {
        var (target, look) = (needed.Target, needed.Pilot);
        var isShare = target.Statistic == SummaryStatistic.ProbabilityAny;
        var found = look switch
        {
            { Value: null } => "–",
            { HalfWidth: null or 0.0 } => isShare
                ? Readable.Probability(look.Value.Value)
                : Readable.Money(look.Value.Value),
            _ when isShare => Readable.Probability(look.Value.Value)
                + " ± "
                + PrecisionVerdict.Share(look.HalfWidth.Value),
            _ => Readable.MoneyWithError(look.Value.Value, look.HalfWidth.Value),
        };
        var wanted = target.IsRelative ? PrecisionVerdict.Share(target.Tolerance) : Readable.Money(target.Tolerance);
        var answer = needed.Paths is { } paths
            ? $"{Rounded(paths)} ({Rounded(needed.Low!.Value)} to {Rounded(needed.High!.Value)})"
            : "–";
        return [Subject(target), found, $"± {wanted}", answer];
    }

    // Three digits: a pilot does not know more.
    private static string Rounded(long paths)
    {
        var unit = 1L;
        while (paths / unit >= 1000)
        {
            unit *= 10;
        }

        return Readable.Count((paths + (unit / 2)) / unit * unit);
    }
}
