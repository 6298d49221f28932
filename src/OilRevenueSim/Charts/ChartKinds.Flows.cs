using System.Collections.Immutable;
using OilRevenueSim.Analysis.Charts;

namespace OilRevenueSim;

/// <content>What flows from where to whom.</content>
public static partial class ChartKinds
{
    private const string Money = "money";

    private static ImmutableArray<ChartKind> Flows =>
        [
            new()
            {
                Name = "flows",
                Purpose = "oil, or the money for it, from fields through pipelines to markets and actors",
                WhenToUse =
                    "Use it to show which way the oil goes, what is stolen or lost on the way, and who sells it or, with --in money, gets the money. "
                    + "It is a mean over all futures and the whole time, so that what changes hands shows as shares: for when, use holders and fan.",
                Takes =
                [
                    new("in", "what the widths are: barrels or money; barrels where nothing is said")
                    {
                        Known = _ => ["barrels", Money],
                        Usual = _ => ["barrels"],
                    },
                    new("period", "month or year that is shown, e.g. 2016-02; the whole time where nothing is said")
                    {
                        Known = outline => outline.Periods,
                        Usual = outline => [outline.Periods[^1]],
                    },
                ],
                Records = FlowCharts.Needs(FlowMeasure.Money),
                Lacks = outline =>
                    outline.Scenario.Routes.IsEmpty
                        ? "it needs routes: list under routes: which way the oil of each field goes"
                        : null,
                FromRun = (run, request, language) =>
                    run.Flows(
                        request["in"] == Money ? FlowMeasure.Money : FlowMeasure.Barrels,
                        request["period"],
                        language
                    ),
            },
        ];
}
