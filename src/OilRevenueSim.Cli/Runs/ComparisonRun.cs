using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Analysis.Comparisons;
using OilRevenueSim.Analysis.Manifests;
using OilRevenueSim.Analysis.Results;
using OilRevenueSim.Analysis.Summary;
using OilRevenueSim.Cli.Commands;
using OilRevenueSim.Cli.Terminals;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Simulation;
using OilRevenueSim.Reporting;

namespace OilRevenueSim.Cli.Runs;

/// <summary>One comparison from file to charts: every course on the same paths, differences, regret, who pays.</summary>
internal sealed class ComparisonRun(Terminal terminal, RunRequest request)
{
    /// <summary>Folder of a comparison beside those of the courses; no course can have this name.</summary>
    public const string Folder = "courses_compared";

    /// <summary>Name of the table.</summary>
    public const string TableName = "comparison.csv";

    /// <summary>Reads the scenario, compares and returns the exit code.</summary>
    public int Execute() => Compare(ScenarioInput.Read(terminal, request.ScenarioPath, request.Overrides));

    /// <summary>Compares the courses of a scenario and returns the exit code.</summary>
    /// <exception cref="InputException">There are fewer than two courses.</exception>
    public int Compare(Scenario scenario)
    {
        var watch = new RunStopwatch(terminal.Time);
        var courses = CoursesOf(scenario, request);
        var simulation = new CourseSimulation(terminal, request);
        var target = simulation.ReadTarget(scenario);
        using var folder = ResultFolder.Begin(request.Out, scenario.Name, Folder);
        watch.Lap("read");
        var result = simulation.Run([.. courses.Select(course => SimulationPlan.Compile(scenario, course))], target);
        watch.Lap("simulate");
        Write(folder, result, ResultManifest.From(result), watch);
        return ExitCode.Done;
    }

    /// <summary>Courses to compare.</summary>
    /// <exception cref="InputException">There are fewer than two.</exception>
    public static string[] CoursesOf(Scenario scenario, RunRequest request)
    {
        var courses = CourseChoice.Of(scenario, request.Courses ?? CourseChoice.All);
        return courses.Length > 1
            ? courses
            : throw new InputException(
                $"{scenario.Name}: only the course '{courses[0]}' is to be compared\n"
                    + "  hint: give at least two of courses: in the file, or use oilsim diff for two files"
            );
    }

    /// <summary>Writes and commits a comparison and prints its report.</summary>
    /// <param name="folder">Its place.</param>
    /// <param name="result">Comparison.</param>
    /// <param name="manifest">Its manifest.</param>
    /// <param name="watch">Times so far.</param>
    public void Write(ResultFolder folder, PairedResult result, ResultManifest manifest, RunStopwatch watch)
    {
        var scenario = result.Courses[0].Scenario;
        var comparison = Comparison.From(result);
        folder.WriteSummary([.. result.Courses.SelectMany(course => SummaryTable.From(course))]);
        folder.Write(
            TableName,
            stream =>
            {
                using var writer = new StreamWriter(stream, leaveOpen: true);
                ComparisonCsv.Write(comparison, writer);
            }
        );
        SavedScenario.Write(folder, scenario);
        watch.Lap("compare");
        var charts = request.WithCharts ? Draw(folder, result) : [];
        watch.Lap("draw");
        terminal.Interrupted.ThrowIfCancellationRequested();
        var threads = request.Threads > 0 ? request.Threads : Environment.ProcessorCount;
        var committed = folder.Commit(manifest, watch.ToLog(threads));
        Print(scenario, comparison, committed, charts);
    }

    private IReadOnlyList<string> Draw(ResultFolder folder, PairedResult result)
    {
        var charts = CourseCharts.From(result, request.Style.Language);
        List<(string Name, Figure Figure)> figures =
        [
            .. charts.Tables.Select(c => (c.Name, Figure.From(c.Chart))),
            .. charts.LinkedQuantiles.Select(c => (c.Name, Figure.From(c.Chart))),
            .. charts.DifferenceFans.Select(c => (c.Name, Figure.From(c.Chart))),
        ];
        return ChartFiles.Write(folder, figures, request.Style, request.Look, terminal.Interrupted);
    }

    private void Print(
        Scenario scenario,
        Comparison comparison,
        CommittedResult committed,
        IReadOnlyList<string> charts
    )
    {
        if (request.AsJson)
        {
            // The table is the machine's form of a comparison; it is printed as it was written.
            using var reader = new StreamReader(Path.Combine(committed.Folder, TableName));
            terminal.Out.Write(reader.ReadToEnd());
            return;
        }

        if (request.IsQuiet)
        {
            return;
        }

        ComparisonReport.Print(terminal, scenario, comparison);
        var place = Wording.Place(committed.Folder);
        terminal.Out.WriteLine();
        if (charts.Count > 0)
        {
            terminal.Out.WriteLine($"Charts  {Path.Combine(place, ChartFiles.Folder)}{Path.DirectorySeparatorChar}");
            ChartFiles.PrintNames(terminal, charts, request.Style);
        }

        terminal.Out.WriteLine($"Tables  {Path.Combine(place, TableName)}, {ResultFolder.SummaryCsvName}");
    }
}
