using OilRevenueSim.Cli.Commands;
using OilRevenueSim.Cli.Terminals;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Cli.Runs;

/// <summary>One slice of a run or of a comparison, written as a partial result: complete or not at all.</summary>
internal sealed class ShardRun(Terminal terminal, RunRequest request)
{
    /// <summary>Runs each course by itself and returns the exit code.</summary>
    public int Execute() => Execute(isComparison: false);

    /// <summary>Compares courses path by path and returns the exit code.</summary>
    public int Compare() => Execute(isComparison: true);

    private int Execute(bool isComparison)
    {
        var slice = request.Shard!.Of(request.Paths, request.Options);
        var scenario = ScenarioInput.Read(terminal, request.ScenarioPath, request.Overrides);
        var courses = isComparison
            ? ComparisonRun.CoursesOf(scenario, request)
            : CourseChoice.Of(scenario, request.Courses ?? CourseChoice.FirstOf(scenario));
        var file = RunDisplay.During(
            terminal,
            request.IsQuiet,
            progress =>
                ShardFile.Write(
                    request.Out,
                    [.. courses.Select(course => SimulationPlan.Compile(scenario, course))],
                    isComparison,
                    request.Options,
                    slice,
                    progress,
                    terminal.Interrupted
                )
        );
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
}
