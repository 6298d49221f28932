using System.Text;
using OilRevenueSim.Analysis.Headlines;
using OilRevenueSim.Analysis.Replays;
using OilRevenueSim.Analysis.Words;
using OilRevenueSim.Cli.Commands;
using OilRevenueSim.Cli.Terminals;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Simulation;
using OilRevenueSim.Reporting;

namespace OilRevenueSim.Cli.Runs;

/// <summary>Tells one path of a scenario and draws its time line.</summary>
/// <param name="Request">Scenario, seed, threads, paths to choose from, folder of results.</param>
/// <param name="Path">Index of the path, or null to choose it.</param>
/// <param name="Quantile">Quantile of the actor's revenue at which to choose it; not used with <paramref name="Path"/>.</param>
/// <param name="Course">Course, or null for the first.</param>
/// <param name="Actor">Actor whose revenue is ranked and drawn, or null for the first of <c>focus:</c>.</param>
internal sealed record ReplayRun(RunRequest Request, long? Path, double Quantile, string? Course, string? Actor)
{
    /// <summary>Tells the path and returns the exit code.</summary>
    public int Execute(Terminal terminal)
    {
        var scenario = ScenarioInput.Read(terminal, Request.ScenarioPath, Request.Overrides);
        var course = CourseChoice.Of(scenario, Course ?? CourseChoice.FirstOf(scenario))[0];
        var plan = SimulationPlan.Compile(scenario, course);
        var actor = ActorOf(plan);
        CheckOut(System.IO.Path.Combine(Request.Out, scenario.Name));
        var path = Choose(plan, actor, terminal);
        var story = PathStory.Tell(plan, Request.Options, path, Request.Paths);
        var narrative = PathNarrative.Of(story);
        var text = Text(scenario, course, narrative, Which(plan, actor, Language.English));
        terminal.Out.Write(text);
        var name = System.IO.Path.Combine(Request.Out, scenario.Name, $"path_{course}_{path}");
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(name)!);
        File.WriteAllText(name + ".txt", text);
        var files = name + ".txt";
        if (Request.WithCharts && story.Failure is null)
        {
            var language = Request.Style.Language;
            var figure = Figure.From(TimelineChart.Of(story, actor, Which(plan, actor, language), language));
            files = $"{name}{Draw(name, figure.With(Request.Look))}, .txt";
        }

        terminal.Out.WriteLine();
        terminal.Out.WriteLine($"Written  {files}");
        return ExitCode.Done;
    }

    // Found out before anything is simulated.
    private static void CheckOut(string folder)
    {
        for (var place = System.IO.Path.GetFullPath(folder); place is not null; )
        {
            if (File.Exists(place))
            {
                throw new InputException($"{place} is a file\n  hint: --out takes the name of a folder");
            }

            place = System.IO.Path.GetDirectoryName(place);
        }
    }

    private string ActorOf(SimulationPlan plan)
    {
        var recorded = plan
            .Series.Where(s => s.Quantity == ReportQuantity.Gross && s is { Place: null, Channel: null })
            .Select(s => s.Actor!)
            .ToList();
        var wanted = Actor ?? plan.Scenario.Focus.FirstOrDefault() ?? recorded.FirstOrDefault();
        return wanted is not null && recorded.Contains(wanted)
            ? wanted
            : throw new InputException(
                $"{wanted ?? "nobody"} has no oil revenue in {plan.Scenario.Name}\n  hint: --actor takes {string.Join(", ", recorded)}"
            );
    }

    private long Choose(SimulationPlan plan, string actor, Terminal terminal)
    {
        var key = new SeriesKey(actor, null, null, ReportQuantity.Gross);
        return Path
            ?? PathRanking.By(plan, Request.Options, key, Request.Paths, terminal.Interrupted).AtQuantile(Quantile);
    }

    private string Which(SimulationPlan plan, string actor, Language words)
    {
        var label = plan.Scenario.Actors.First(a => a.Name == actor).Label;
        return Path is not null ? words.Word("as asked for")
            : Quantile >= 1.0 ? words.Say($"the highest of {Request.Paths} by the revenue of {label}")
            : words.Say(
                $"the {words.Number(100 * Quantile, "0.##")} % quantile of {Request.Paths} by the revenue of {label}"
            );
    }

    // Endings of the files written.
    private string Draw(string name, Figure figure)
    {
        var formats = FigureFormat.Of(figure, Request.Style.Formats ?? FigureFormat.OfResults);
        foreach (var format in formats)
        {
            File.WriteAllBytes(name + format.Ending, format.Bytes(figure, Request.Style));
        }

        File.WriteAllText(Figure.WordsPathOf(name + FigureFormat.Usual.Ending), figure.ToText());
        return string.Join(", ", formats.Select(format => format.Ending).Append(".alt.txt"));
    }

    private string Text(Scenario scenario, string course, PathNarrative narrative, string which)
    {
        var text = new StringBuilder();
        text.Append($"{scenario.Title}, course {course}: path {narrative.Path}, {which}, seed {Request.Seed}\n");
        foreach (var set in scenario.Overrides)
        {
            text.Append($"with {Readable.Setting(set)}\n");
        }

        text.Append($"\n{narrative.Opening}\n");
        foreach (var chapter in narrative.Chapters)
        {
            text.Append($"\n{chapter.Title}\n");
            foreach (var sentence in chapter.Sentences)
            {
                text.Append($"  {sentence}\n");
            }
        }

        text.Append("\nIn all\n");
        foreach (var sentence in narrative.Closing)
        {
            text.Append($"  {sentence}\n");
        }

        return text.ToString();
    }
}
