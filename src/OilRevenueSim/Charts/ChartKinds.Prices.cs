using System.Collections.Immutable;
using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Analysis.Headlines;
using OilRevenueSim.Core.Simulation;
using OilRevenueSim.Reporting;

namespace OilRevenueSim;

/// <content>Prices.</content>
public static partial class ChartKinds
{
    private static ImmutableArray<ChartKind> Prices =>
        [
            new()
            {
                Name = "prices",
                Purpose = "price of a benchmark as bands of futures, with what was observed in front",
                WhenToUse =
                    "Use it to show which oil prices stand behind the money. "
                    + "It is what the scenario assumes and no forecast; observed prices are there only where the benchmark is drawn from a file of them.",
                Needs = [ChartChoice.Benchmark],
                FromRun = (run, request, language) =>
                    Figure.From(run.PriceChart(request.Chosen("benchmark"), language)),
            },
            new()
            {
                Name = "market-prices",
                Purpose = "price of a market as bands of futures",
                WhenToUse =
                    "Use it to show what sellers get in a market once discounts are made, such as trucks at a border. "
                    + "It is the price before quality premiums; for the world price use prices.",
                Needs = [ChartChoice.Market],
                FromRun = (run, request, language) =>
                {
                    var market = request.Chosen("market");
                    var key = new SeriesKey(null, null, market, ReportQuantity.Price);
                    var result = RecordedAgain.With(run, key);
                    return Figure.From(
                        RunPriceCharts.Of(result, key, Readable.Name(market), "market-prices", null, language)
                    );
                },
            },
        ];
}
