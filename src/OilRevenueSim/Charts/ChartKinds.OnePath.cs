using System.Collections.Immutable;
using OilRevenueSim.Analysis.Replays;
using OilRevenueSim.Analysis.Words;
using OilRevenueSim.Core.Simulation;
using OilRevenueSim.Reporting;

namespace OilRevenueSim;

/// <content>One future.</content>
public static partial class ChartKinds
{
    private static ImmutableArray<ChartKind> OnePath =>
        [
            new()
            {
                Name = "timeline",
                Purpose = "one future: who holds what, what is shut and hit, and what is earned",
                WhenToUse =
                    "Use it to tell how a rich or a poor future comes about, month by month. "
                    + "It is an example and no forecast: say so, and show exceedance beside it.",
                Needs = [ChartChoice.Earner],
                Takes =
                [
                    new("path", "number of the future"),
                    new("quantile", "future at a quantile of the actor's revenue, 0 to 1; 0.99 where nothing is said"),
                ],
                FromRun = Timeline,
            },
        ];

    private static Figure Timeline(RunResult run, ChartRequest request, Language language)
    {
        var plan = SimulationPlan.Compile(run.Scenario, run.Course);
        var manifest = run.Manifest;
        var options = Runs.OptionsOf(manifest.Seed, 0, manifest.Replicates, manifest.Sampling);
        var quantile = request.Number("quantile") ?? 0.99;
        var key = new SeriesKey(request.Actor, null, null, ReportQuantity.Gross);
        var path = (long?)request.Number("path") ?? PathRanking.By(plan, options, key, run.Paths).AtQuantile(quantile);
        var label = run.Scenario.Actors.First(a => a.Name == request.Actor).Label;
        var which = request["path"] is null
            ? language.Say($"{language.Number(100 * quantile, "0.##")} % of {run.Paths} futures bring {label} no more")
            : language.Word("as asked for");
        var story = PathStory.Tell(plan, options, path, run.Paths);
        return Figure.From(TimelineChart.Of(story, request.Actor, which, language));
    }
}
