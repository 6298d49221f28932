using System.Collections.Immutable;
using System.Globalization;
using MathNet.Numerics.Distributions;
using OilRevenueSim.Analysis.Fitting;
using OilRevenueSim.Analysis.Words;
using OilRevenueSim.Core.Prices;

namespace OilRevenueSim.Analysis.Charts;

/// <summary>The charts of a fit: history and fan, changes by size, residuals against the normal law, memory of their squares.</summary>
/// <param name="history">What was fitted.</param>
/// <param name="fit">Model whose residuals are shown.</param>
/// <param name="foot">Foot of every chart: file, window, model; and the fit that it comes from.</param>
/// <param name="language">Language of the charts; English unless told.</param>
public sealed class PriceCharts(PriceHistory history, PriceModelFit fit, ChartFoot foot, Language? language = null)
{
    /// <summary>Classes are half a standard deviation wide.</summary>
    private const double DeviationsPerBin = 0.5;

    private const double Far = 4.0;
    private const int MostLags = 24;
    private const int PointsAtAnEnd = 12;
    private const double LeastDistance = 0.08;

    private readonly Language words = language ?? Language.English;

    private string Label => Path.GetFileNameWithoutExtension(history.Name);

    private ChartFoot Foot(string kind) =>
        foot with
        {
            Origin = foot.Origin is { } origin ? origin with { Kind = kind } : null,
        };

    private string Span => words.Say($"{Day(history.Dates[0])} to {Day(history.Dates[^1])}");

    /// <summary>What one observation is from the next: <c>trading days</c>, <c>weeks</c>, <c>months</c>.</summary>
    public static string StepsOf(PriceHistory history) =>
        history.Spacing switch
        {
            PriceSpacing.Day => "trading days",
            PriceSpacing.Week => "weeks",
            _ => "months",
        };

    /// <summary>History and fan.</summary>
    /// <param name="ahead">First days of months ahead, [month].</param>
    /// <param name="quantilesUsd">Quantiles 5, 25, 50, 75 and 95 % of the price on these days, [quantile][month].</param>
    /// <param name="paths">Futures simulated.</param>
    public PriceFanChart Fan(ImmutableArray<DateOnly> ahead, ImmutableArray<double>[] quantilesUsd, long paths)
    {
        if (history.Dates[^1] < ahead[0])
        {
            // The fan leaves from the last observation.
            ahead = ahead.Insert(0, history.Dates[^1]);
            quantilesUsd = [.. quantilesUsd.Select(q => q.Insert(0, history.PricesUsd[^1]))];
        }

        var (low, high) = (Usd(quantilesUsd[0][^1]), Usd(quantilesUsd[4][^1]));
        var last = words.Month(ahead[^1]);
        return new PriceFanChart(
            new ChartText(
                words.Say($"{Label}: nine futures in ten lie between {low} and {high} USD a barrel in {last}"),
                words.Say(
                    $"USD per barrel. Line: prices of {Span}. Fan: {words.Count(paths)} futures of the model {Name()} with its parameters drawn from their intervals; in each month the named share of futures lies within its band."
                ),
                Foot("price-fan"),
                words.Say($"Prices of {Label} from {Span} and a fan to {last}.")
                    + " "
                    + words.Say(
                        $"The last price is {Usd(history.PricesUsd[^1])} USD per barrel; in {last} the median is {Usd(quantilesUsd[2][^1])} and nine futures in ten lie between {low} and {high}."
                    )
            )
            {
                Language = words,
            },
            history.Dates,
            history.PricesUsd,
            ahead,
            [
                new FanBand(0.9, words.OfFutures(0.9), quantilesUsd[0], quantilesUsd[4]),
                new FanBand(0.5, words.OfFutures(0.5), quantilesUsd[1], quantilesUsd[3]),
            ],
            quantilesUsd[2]
        );
    }

    /// <summary>Changes by size, beside the normal law.</summary>
    public ReturnCountChart Returns()
    {
        var changes = Enumerable
            .Range(1, history.PricesUsd.Length - 1)
            .Select(i => Math.Log(history.PricesUsd[i] / history.PricesUsd[i - 1]))
            .ToArray();
        var mean = changes.Average();
        var deviation = Math.Sqrt(changes.Sum(c => (c - mean) * (c - mean)) / (changes.Length - 1));
        var width = DeviationsPerBin * deviation;
        var observed = changes
            .GroupBy(c => (int)Math.Floor(((c - mean) / width) + 0.5))
            .OrderBy(g => g.Key)
            .Select(g => new ReturnCount(mean + (g.Key * width), g.Count()))
            .ToImmutableArray();
        var normal = Enumerable
            .Range(-45, 91)
            .Select(i => mean + (0.1 * i * deviation))
            .Select(c => new ReturnCount(c, changes.Length * width * Normal.PDF(mean, deviation, c)))
            .ToImmutableArray();
        var far = changes.Count(c => Math.Abs(c - mean) > Far * deviation);
        var expected = changes.Length * 2.0 * Normal.CDF(0.0, 1.0, -Far);
        var finding = words.Say(
            $"changes beyond {words.Number(Far, "0")} standard deviations: {far} seen, {Number(expected)} expected of a normal law"
        );
        return new ReturnCountChart(
            new ChartText(
                words.Say($"{Label}: {finding}"),
                words.Say(
                    $"Changes of the log price from one observation to the next, counted in classes of {Number(100.0 * width)} %, on a logarithmic scale; {Span}."
                )
                    + " "
                    + words.Say(
                        $"Line: the normal law with the same standard deviation, {Number(100.0 * deviation)} %."
                    ),
                Foot("returns"),
                words.Say($"Changes of the log price of {Label}, {Span}, counted by size.")
                    + $" {Sentence(finding)} "
                    + words.Say(
                        $"The largest fall is {Number(-100.0 * changes.Min())} %, the largest rise {Number(100.0 * changes.Max())} %."
                    )
            )
            {
                Language = words,
            },
            width,
            observed,
            normal
        );
    }

    /// <summary>Residuals against the normal law.</summary>
    public ResidualQuantileChart Residuals()
    {
        double[] sorted = [.. fit.Residuals.Order()];
        var n = sorted.Length;
        var points = Ranks(n)
            .Select(i => new ResidualQuantile(
                Normal.InvCDF(0.0, 1.0, (i + 0.5) / n),
                sorted[i],
                Normal.InvCDF(0.0, 1.0, Beta.InvCDF(i + 1, n - i, 0.025)),
                Normal.InvCDF(0.0, 1.0, Beta.InvCDF(i + 1, n - i, 0.975))
            ))
            .ToImmutableArray();
        var outside = points.Count(p => p.Residual < p.Low || p.Residual > p.High);
        var finding =
            outside <= 0.1 * points.Length
                ? words.Word("residuals follow the normal law as the model says")
                : words.Say(
                    $"residuals run from {Number(sorted[0])} to {Number(sorted[^1])} standard deviations, the normal law expects {Number(points[0].Normal)} to {Number(points[^1].Normal)}"
                );
        return new ResidualQuantileChart(
            new ChartText(
                words.Say($"{Label}, model {Name()}: {finding}"),
                words.Word(
                    "Ordered one-step residuals against normal quantiles. On the line the model holds; tint: 95 % band of each rank. Beyond the band at the ends the model misses large moves."
                ),
                Foot("residuals"),
                words.Say($"Quantile plot of {n} residuals of the model {Name()}.") + $" {Sentence(finding)}"
            )
            {
                Language = words,
            },
            points
        );
    }

    /// <summary>Memory of the squared residuals.</summary>
    public SquaresChart Squares()
    {
        var correlations = Autocorrelations(
            [.. fit.Residuals.Select(r => r * r)],
            Math.Min(MostLags, fit.Residuals.Length / 4)
        );
        var steps = words.Word(StepsOf(history));
        var band = 1.959963984540054 / Math.Sqrt(fit.Residuals.Length);
        var outside = correlations.Count(c => Math.Abs(c) > band);
        var finding =
            outside <= 0.15 * correlations.Length
                ? words.Word("calm and stormy times do not hang together beyond chance")
                : words.Say(
                    $"stormy times last: squared residuals are correlated at {outside} of {words.Count(correlations.Length)} lags"
                );
        return new SquaresChart(
            new ChartText(
                words.Say($"{Label}, model {Name()}: {finding}"),
                words.Say(
                    $"Autocorrelation of squared residuals by lag in {steps}. Tint: where 95 % of the values lie if volatility has no memory."
                ),
                Foot("squares"),
                words.Say(
                    $"Autocorrelation of the squared residuals of the model {Name()} at {correlations.Length} lags; at lag 1 it is {Number(correlations[0])}, the 95 % band is ±{Number(band)}."
                ) + $" {Sentence(finding)}"
            )
            {
                Language = words,
            },
            steps,
            correlations,
            band
        );
    }

    /// <summary>r_k = Σ(y_t − ȳ)(y_{t−k} − ȳ)/Σ(y_t − ȳ)², k = 1 … lags.</summary>
    internal static ImmutableArray<double> Autocorrelations(double[] values, int lags)
    {
        var mean = values.Average();
        var variance = values.Sum(v => (v - mean) * (v - mean));
        return
        [
            .. Enumerable
                .Range(1, lags)
                .Select(k =>
                    Enumerable.Range(k, values.Length - k).Sum(t => (values[t] - mean) * (values[t - k] - mean))
                    / variance
                ),
        ];
    }

    /// <summary>Ranks shown: all at both ends, where the tails are, and between them as far apart as dots need.</summary>
    private static IEnumerable<int> Ranks(int count)
    {
        var last = double.NegativeInfinity;
        for (var i = 0; i < count; i++)
        {
            var quantile = Normal.InvCDF(0.0, 1.0, (i + 0.5) / count);
            if (i < PointsAtAnEnd || i >= count - PointsAtAnEnd || quantile - last >= LeastDistance)
            {
                last = quantile;
                yield return i;
            }
        }
    }

    private string Name() => fit.Jumps ? words.Say($"{fit.Model} with jumps") : fit.Model;

    private static string Sentence(string finding) => $"{char.ToUpperInvariant(finding[0])}{finding[1..]}.";

    private static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private string Usd(double price) => words.Number(price, price < 9.95 ? "0.0" : "0");

    private string Number(double value) =>
        words.Number(
            value,
            Math.Abs(value) switch
            {
                < 0.095 => "0.###",
                < 9.95 => "0.##",
                _ => "0.#",
            }
        );
}
