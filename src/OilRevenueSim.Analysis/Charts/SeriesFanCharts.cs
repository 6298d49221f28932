using System.Collections.Immutable;
using OilRevenueSim.Analysis.Statistics;
using OilRevenueSim.Analysis.Words;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Analysis.Charts;

/// <summary>Fan of any recorded series by month: money, fighters, output, condition, shares; bands of 90 % and 50 %.</summary>
public static class SeriesFanCharts
{
    private static readonly double[] Probabilities = [0.05, 0.25, 0.5, 0.75, 0.95];

    /// <summary>Makes the chart.</summary>
    /// <param name="result">Result.</param>
    /// <param name="key">Series.</param>
    /// <param name="language">Language of the chart; English unless told.</param>
    /// <exception cref="ArgumentException">The series is not recorded, or only its mean is; says what to record.</exception>
    public static FanChart Of(EnsembleResult result, SeriesKey key, Language? language = null)
    {
        var said = language ?? Language.English;
        var series = new ChartSeries(result, said);
        var words = new SeriesWords(said, result.Scenario, key);
        var quantiles = Quantiles(result, key);
        var means = series.ByMonth(key)!.Value.Select(m => m.Mean).ToArray();
        var isAllZero = series.ByMonth(key)!.Value.All(m => m is { Min: 0.0, Max: 0.0 });
        var isSame = !isAllZero && series.IsSame(key);
        var largest = quantiles.SelectMany(q => q).Concat(means).Max(Math.Abs);
        var (unit, size) = words.Scale(largest);
        ImmutableArray<double> Scaled(double[] values) => [.. values.Select(v => v / size)];
        return new FanChart(
            new ChartText(
                Title(said, words, series, quantiles, isAllZero, isSame),
                Subtitle(said, words, said.Unit(unit), series.Span, isAllZero, isSame)
                    + QuantityWords.BelowZero(said, key.Quantity, quantiles[0].Concat(means).Min()),
                ChartFoot.Of(
                    result,
                    said,
                    "fan",
                    key.Actor,
                    ChartPrecision.OfSeries(result, key, said),
                    hasQuantiles: !isSame
                ),
                AltText(said, words, series, quantiles, means, isAllZero)
            )
            {
                Language = said,
            },
            said.Say($"{words.Subject}, {words.Quantity}"),
            unit,
            series.Months,
            isSame
                ? [new FanBand(1.0, said.Word("every future"), Scaled(quantiles[0]), Scaled(quantiles[4]))]
                :
                [
                    new FanBand(0.9, said.Word("90 % of futures"), Scaled(quantiles[0]), Scaled(quantiles[4])),
                    new FanBand(0.5, said.Word("50 % of futures"), Scaled(quantiles[1]), Scaled(quantiles[3])),
                ],
            Scaled(quantiles[2]),
            Scaled(means),
            isAllZero
        )
        {
            // A share of 100 % reaches the top, whatever the futures do.
            Top = words.IsShare ? 100.0 : null,
        };
    }

    /// <summary>5, 25, 50, 75 and 95 % quantiles, [quantile][month], in the unit of the series.</summary>
    /// <exception cref="ArgumentException">The series is not recorded, or only its mean is.</exception>
    internal static double[][] Quantiles(EnsembleResult result, SeriesKey key)
    {
        var months =
            new ChartSeries(result, Language.English).ByMonth(key)
            ?? throw new ArgumentException(
                $"{key.Quantity.Name} of {Whose(key)} is not recorded in {result.Scenario.Name}.",
                nameof(key)
            );
        return months.All(m => m.Sample is not null)
            ? [.. Probabilities.Select(p => months.Select(m => QuantileEstimate.Type7(m.Sample!, p)).ToArray())]
            : throw new ArgumentException(
                $"Only the mean of {key.Quantity.Name} of {Whose(key)} is recorded; a fan needs record: [{key.Quantity.Name}] in the scenario.",
                nameof(key)
            );
    }

    private static string Whose(SeriesKey key) => key.Actor ?? key.Place ?? key.Channel ?? "nobody";

    private static string Title(
        Language said,
        SeriesWords words,
        ChartSeries series,
        double[][] quantiles,
        bool isAllZero,
        bool isSame
    )
    {
        if (isAllZero)
        {
            return words.Zero(said.Word("every month of all futures"));
        }

        var month = said.Month(series.Months[^1]);
        var (low, high) = (quantiles[0][^1], quantiles[4][^1]);
        return low == 0.0 && high == 0.0 ? words.Zero(said.Say($"at least 90 % of futures in {month}"))
            : isSame ? said.Say($"{words.Subject}: {words.Phrase(low, high)} in every future in {month}")
            : low == high
                ? said.Say($"{words.Subject}: {words.Phrase(low, high)} in at least 90 % of futures in {month}")
            : said.Say($"{words.Subject}: {words.Phrase(low, high)} in 90 % of futures in {month}");
    }

    private static string Subtitle(
        Language said,
        SeriesWords words,
        string unit,
        string span,
        bool isAllZero,
        bool isSame
    )
    {
        var quantity = Language.Sentence(words.Quantity);
        var what =
            unit == words.Quantity ? said.Say($"{quantity}, {words.When}, {span}.")
            : words.IsFlow ? said.Say($"{quantity} by month, {unit}, {span}.")
            : said.Say($"{quantity}, {words.When}, {unit}, {span}.");
        return isAllZero
            ? what
            : $"{what} {said.Word(isSame ? "The same in every future." : "In each month the named share of futures lies within its band.")}";
    }

    private static string AltText(
        Language said,
        SeriesWords words,
        ChartSeries series,
        double[][] quantiles,
        double[] means,
        bool isAllZero
    )
    {
        var (subject, quantity) = (words.Subject, words.Quantity);
        var head = said.Say($"Fan chart of {quantity}, {subject}, {series.Span}.");
        if (isAllZero)
        {
            return $"{head} {said.Word("It is zero in every month of all simulated futures.")}";
        }

        var course = FanWords.Course(said, series.Months, means, words.Amount);
        var (low, median, high) = (quantiles[0][^1], words.Amount(quantiles[2][^1]), quantiles[4][^1]);
        return $"{head} {course} {FanWords.LastMonth(said, median, low == high ? null : words.Range(low, high))}";
    }
}
