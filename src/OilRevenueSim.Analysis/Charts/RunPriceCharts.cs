using System.Collections.Immutable;
using OilRevenueSim.Analysis.Words;
using OilRevenueSim.Core.Prices;
using OilRevenueSim.Core.Simulation;
using OilRevenueSim.Core.Time;

namespace OilRevenueSim.Analysis.Charts;

/// <summary>The price of a benchmark or a market in a run, as a fan by month, with what was observed in front.</summary>
public static class RunPriceCharts
{
    // More years in front than this many times the horizon, and the fan is a corner of its picture.
    private const int MostHorizonsInFront = 2;
    private const int LeastMonthsInFront = 24;

    /// <summary>Makes the chart.</summary>
    /// <param name="result">Result.</param>
    /// <param name="key">Series of the price, USD per barrel.</param>
    /// <param name="name">What it is the price of, as readers know it.</param>
    /// <param name="kind">Kind of chart, as <c>oilsim chart --kind</c> names it.</param>
    /// <param name="history">Prices observed before the start, or null.</param>
    /// <param name="language">Language of the chart; English unless told.</param>
    /// <exception cref="ArgumentException">The series is not recorded, or only its mean is; says what to record.</exception>
    public static PriceFanChart Of(
        EnsembleResult result,
        SeriesKey key,
        string name,
        string kind = "market-prices",
        PriceHistory? history = null,
        Language? language = null
    )
    {
        var said = language ?? Language.English;
        var series = new ChartSeries(result, said);
        var words = new SeriesWords(said, result.Scenario, key);
        var quantiles = SeriesFanCharts.Quantiles(result, key);
        var (dates, prices) = InFront(history, result.Scenario.Start, series.MonthCount);
        var (low, high) = (quantiles[0][^1], quantiles[4][^1]);
        var isSame = series.IsSame(key);
        var month = said.Month(series.Months[^1]);
        return new PriceFanChart(
            new ChartText(
                isSame ? said.Say($"{name}: price of {words.Amount(low)} in every future in {month}")
                    : low == high ? said.Say($"{name}: price of {words.Amount(low)} in {month}")
                    : said.Say($"{name}: {words.Range(low, high)} in 90 % of futures in {month}"),
                Subtitle(
                    said,
                    words.When,
                    series.Span,
                    !dates.IsEmpty,
                    isSame,
                    quantiles[0].SequenceEqual(quantiles[4])
                ),
                ChartFoot.Of(
                    result,
                    said,
                    kind,
                    precision: ChartPrecision.OfSeries(result, key, said),
                    hasQuantiles: !isSame
                ),
                $"{AltText(said, words, name, series, dates, prices)} {(isSame ? said.Say($"In {month} every future has {words.Amount(low)}.") : End(said, words, month, quantiles))}"
            )
            {
                Language = said,
            },
            dates,
            prices,
            // A month's average stands in the middle of it, the price of a day at that day.
            result.Scenario.Step == StepLength.Month
                ? series.Months
                : [.. series.Months.Select(m => new DateOnly(m.Year, m.Month, 15))],
            isSame
                ? [new FanBand(1.0, said.Word("every future"), [.. quantiles[0]], [.. quantiles[4]])]
                :
                [
                    new FanBand(0.9, said.Word("90 % of futures"), [.. quantiles[0]], [.. quantiles[4]]),
                    new FanBand(0.5, said.Word("50 % of futures"), [.. quantiles[1]], [.. quantiles[3]]),
                ],
            [.. quantiles[2]]
        );
    }

    private static (ImmutableArray<DateOnly> Dates, ImmutableArray<double> PricesUsd) InFront(
        PriceHistory? history,
        DateOnly start,
        int months
    )
    {
        if (history is null)
        {
            return ([], []);
        }

        var since = start.AddMonths(-Math.Max(LeastMonthsInFront, MostHorizonsInFront * months));
        var shown = Enumerable
            .Range(0, history.Dates.Length)
            .Where(i => history.Dates[i] >= since && history.Dates[i] < start)
            .ToList();
        return ([.. shown.Select(i => history.Dates[i])], [.. shown.Select(i => history.PricesUsd[i])]);
    }

    private static string End(Language said, SeriesWords words, string month, double[][] quantiles)
    {
        var (low, median, high) = (quantiles[0][^1], words.Amount(quantiles[2][^1]), quantiles[4][^1]);
        return low == high
            ? said.Say($"In {month} at least 90 % of futures have {median}.")
            : said.Say($"In {month} the median is {median}, and 90 % of futures have {words.Range(low, high)}.");
    }

    private static string Subtitle(Language said, string when, string span, bool hasHistory, bool isSame, bool isKnown)
    {
        var fan = said.Say($"Price in USD per barrel, {when}, {span}.");
        var line = said.Word("Line in front: observed prices, as the scenario's file has them.");
        var bands =
            isSame ? said.Word("The same in every future, as the scenario's file sets it.")
            : isKnown ? said.Word("In each month at least 90 % of futures have this price.")
            : said.Word("In each month the named share of futures lies within its band.");
        return hasHistory ? $"{fan} {line} {bands}" : $"{fan} {bands}";
    }

    private static string AltText(
        Language said,
        SeriesWords words,
        string name,
        ChartSeries series,
        ImmutableArray<DateOnly> dates,
        ImmutableArray<double> prices
    )
    {
        var head = said.Say($"Fan of the price of {name}, {series.Span}.");
        if (dates.IsEmpty)
        {
            return head;
        }

        var (first, last) = (said.Month(dates[0]), said.Month(dates[^1]));
        return head
            + " "
            + said.Say(
                $"In front stand observed prices from {first} to {last}; the last is {words.Amount(prices[^1])}."
            );
    }
}
