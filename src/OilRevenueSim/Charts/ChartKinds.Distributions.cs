using System.Collections.Immutable;
using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim;

/// <content>How a total is spread over futures, and many of a kind beside each other.</content>
public static partial class ChartKinds
{
    private static ChartChoice PanelsToShow => new("panels", "most panels shown, 1 to 16; 9 where nothing is said");

    private static ImmutableArray<ChartKind> Distributions =>
        [
            new()
            {
                Name = "histogram",
                Purpose = "how total oil revenue is spread over futures, zero apart",
                WhenToUse =
                    "Use it to show which sums are common and which are rare, and how many futures bring none. "
                    + "For the chance of more than a sum use exceedance, where it is read off directly.",
                Needs = [ChartChoice.Earner],
                Takes = [new("quantity", "quantity, as in summary.csv; gross_revenue_usd where nothing is said")],
                FromRun = (run, request, language) =>
                    request["quantity"] is { } quantity
                        ? run.Series(quantity, request.Actor).Histogram(language)
                        : run.Histogram(request.Actor, language),
            },
            new()
            {
                Name = "dots",
                Purpose = "20 or 50 futures to count, and how many bring more than an amount",
                WhenToUse =
                    "Use it for readers who count better than they read curves: 3 in 20 futures. "
                    + "Chances below one in 40 do not show; for those use exceedance.",
                Needs = [ChartChoice.Earner],
                Takes =
                [
                    new("dots", "number of dots, 20 or 50; 20 where nothing is said"),
                    new("threshold", "amount in USD above which dots are told apart, e.g. 1e8"),
                ],
                FromRun = (run, request, language) =>
                    run.Dots(request.Actor, (int)(request.Number("dots") ?? 20), request.Number("threshold"), language),
            },
            new()
            {
                Name = "actors",
                Purpose = "monthly oil revenue of every actor, small fans",
                WhenToUse =
                    "Use it to set the actors beside each other, month by month. "
                    + "Their sums are not to be added up; totals are in money.",
                Takes = [PanelsToShow],
                Lacks = outline =>
                    outline.Series.Any(s =>
                        s is { Actor: not null, Place: null, Channel: null } && s.Quantity == ReportQuantity.Gross
                    )
                        ? null
                        : ChartChoice.Earner.WhenNone,
                FromRun = (run, request, language) => run.Actors(most: MostPanels(request), language: language),
            },
            new()
            {
                Name = "areas",
                Purpose = "mean output of the fields of every area, small panels",
                WhenToUse =
                    "Use it to show where oil is produced, and where output falls or recovers. "
                    + "It shows means only; who holds an area is in holders.",
                Takes = [PanelsToShow],
                Lacks = outline =>
                    outline.Series.Any(s => s.Quantity == ReportQuantity.Output)
                        ? null
                        : "no field of the scenario yields anything",
                FromRun = (run, request, language) => run.Areas(most: MostPanels(request), language: language),
            },
        ];

    private static int MostPanels(ChartRequest request) =>
        (int)(request.Number("panels") ?? MultiplesCharts.UsualPanels);
}
