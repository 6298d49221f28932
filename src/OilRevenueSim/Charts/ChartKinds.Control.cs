using System.Collections.Immutable;
using OilRevenueSim.Analysis.Charts;

namespace OilRevenueSim;

/// <content>Who holds what.</content>
public static partial class ChartKinds
{
    private static ImmutableArray<ChartKind> Control =>
        [
            new()
            {
                Name = "holders",
                Purpose = "who holds each area, month by month",
                WhenToUse =
                    "Use it to show how likely each actor holds each area, and when that shifts. "
                    + "Areas stand side by side, so it does not say which fall together.",
                Lacks = outline => outline.Scenario.Areas.IsEmpty ? "the scenario has no areas to hold" : null,
                FromRun = (run, _, language) => run.Holders(language),
            },
            new()
            {
                Name = "map",
                Purpose = "who most likely holds each area, on a map with fields, pipelines and ports",
                WhenToUse =
                    "Use it to show where the ground is that may change hands, and what oil lies on it. "
                    + "It shows one month, or up to four side by side, and the likeliest holders only; for the course of time use holders.",
                Takes =
                [
                    new(
                        "month",
                        "month of the map, e.g. 2016-11, or start, middle, end, whole; up to four, with commas; end where nothing is said"
                    ),
                ],
                Lacks = outline => MapCharts.HasPlaces(outline.Scenario) ? null : MapCharts.WhenNone,
                FromRun = (run, request, language) => run.Map(request["month"]?.Split(',') ?? [], language),
            },
        ];
}
