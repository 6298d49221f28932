using OilRevenueSim.Analysis.Statistics;
using OilRevenueSim.Analysis.Words;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Analysis.Charts;

/// <summary>How one number over the whole horizon is spread over futures: the mass at zero apart from the rest.</summary>
internal sealed class TotalDistribution
{
    // Half of the futures in the first tenth of the axis cannot be told apart there.
    private const double CrowdedShare = 0.1;
    private const double TailShare = 0.001;
    private const int Places = 32;

    private readonly IOrderStatistics sample;

    public TotalDistribution(EnsembleResult result, SeriesKey key)
    {
        var series = new ChartSeries(result);
        Statistics =
            series.Total(key)
            ?? throw new ArgumentException($"{Of(key)} is not recorded in {result.Scenario.Name}.", nameof(key));
        sample =
            Statistics.Sample
            ?? throw new ArgumentException(
                $"Only the mean of {Of(key)} is recorded; write record: [{key.Quantity.Name}] in the scenario.",
                nameof(key)
            );
        Unit = key.Quantity.Unit;
        Positive = sample.CountAbove(0.0);
        Negative = CountBelowZero();
        Zero = Count - Positive - Negative;
        (Low, High) = Spread > 0 ? (NonZero(TailShare), NonZero(1.0 - TailShare)) : (0.0, 0.0);
        IsLogarithmic = Negative == 0 && Positive > 0 && NonZero(0.5) < CrowdedShare * High;
    }

    public SeriesStatistics Statistics { get; }

    /// <summary>Unit of the series.</summary>
    public string Unit { get; }

    public long Count => sample.Count;

    public long Negative { get; }

    public long Zero { get; }

    public long Positive { get; }

    /// <summary>Futures whose number is not zero.</summary>
    public long Spread => Positive + Negative;

    /// <summary>True where amounts are spread so wide that only their logarithms can be read.</summary>
    public bool IsLogarithmic { get; }

    /// <summary>The 0.1 % quantile of what is not zero.</summary>
    public double Low { get; }

    /// <summary>The 99.9 % quantile of what is not zero.</summary>
    public double High { get; }

    /// <summary>Probability of exactly zero, with its interval.</summary>
    public Estimate ProbabilityOfZero =>
        ProbabilityEstimate.Of(Zero, Count, Statistics.Parts?.ZeroShareError, Statistics.Parts);

    /// <summary>Quantile of type 7 of all futures.</summary>
    public double Quantile(double probability) => QuantileEstimate.Type7(sample, probability);

    /// <summary>Value of the smallest rank that reaches a share of the futures that are not zero.</summary>
    public double NonZero(double share)
    {
        var rank = Math.Clamp((long)Math.Ceiling(share * Spread), 1, Spread);
        return sample.Value(rank <= Negative ? rank : rank + Zero);
    }

    /// <summary>Share of all futures above <paramref name="low"/> and at most at <paramref name="high"/>, those at zero left out.</summary>
    public double ShareWithin(double low, double high)
    {
        var zero = low < 0.0 && high >= 0.0 ? Zero : 0;
        return (Above(low) - Above(high) - zero) / Count;
    }

    /// <summary>Scale for amounts up to the largest shown.</summary>
    public AmountScale Scale(Language language) =>
        IsLogarithmic
            ? new AmountScale(1.0, language.Word(Unit))
            : AmountScale.Of(language, Unit, Math.Max(Math.Abs(Low), Math.Abs(High)));

    // A sketch counts whole buckets: the mean over its own resolution spreads each of them evenly.
    private double Above(double amount)
    {
        var error = sample.RelativeError * Math.Abs(amount);
        if (error == 0.0 || double.IsInfinity(amount))
        {
            return sample.CountAbove(amount);
        }

        double sum = 0;
        for (var i = 0; i < Places; i++)
        {
            sum += sample.CountAbove(amount + (error * (((2.0 * i) + 1.0) / Places - 1.0)));
        }

        return sum / Places;
    }

    private long CountBelowZero()
    {
        var (below, reaches) = (0L, Count + 1);
        while (reaches - below > 1)
        {
            var middle = below + ((reaches - below) / 2);
            if (sample.Value(middle) < 0.0)
            {
                below = middle;
            }
            else
            {
                reaches = middle;
            }
        }

        return below;
    }

    private static string Of(SeriesKey key) =>
        key.Actor is null ? key.Quantity.Name : $"{key.Quantity.Name} of '{key.Actor}'";
}
