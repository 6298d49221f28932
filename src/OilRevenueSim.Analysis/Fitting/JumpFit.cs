using System.Collections.Immutable;
using MathNet.Numerics.Statistics;
using OilRevenueSim.Core.Prices;

namespace OilRevenueSim.Analysis.Fitting;

/// <summary>Fits geometric Brownian motion, or Schwartz's model, with normal jumps of the log price at Poisson times.</summary>
/// <remarks>
/// <para>
/// The likelihood is a Poisson mixture (<see cref="JumpLaw"/>). It has no highest point, since a volatility of zero makes one observation infinitely
/// likely (Honoré 1998): the volatility is kept above a twentieth of the robust spread of changes, and the highest of the interior maxima found
/// from several starts is taken. On gbm jumps are compensated, so that μ is the growth rate of the mean price.
/// </para>
/// <para>
/// The half-life under jumps is corrected as Kendall (1954) does for least squares, (1 + 3b)/n on b, times the ratio of the variance of this estimate
/// to that of least squares: only the part of the score along the error itself carries the bias.
/// </para>
/// </remarks>
public static class JumpFit
{
    internal static readonly FittedModel OnGbm = Model(new GbmBase());

    internal static readonly FittedModel OnSchwartz = Model(new SchwartzBase());

    /// <summary>Jumps on geometric Brownian motion.</summary>
    /// <exception cref="PriceFitException">The history, or an option, is out of range; or it holds averages, over which jumps are spread.</exception>
    public static PriceModelFit OfGbm(PriceHistory history, PriceFitOptions? options = null) =>
        Of(OnGbm, history, options ?? new());

    /// <summary>Jumps on Schwartz's model.</summary>
    /// <exception cref="PriceFitException">The history, or an option, is out of range; or it holds averages, over which jumps are spread.</exception>
    public static PriceModelFit OfSchwartz(PriceHistory history, PriceFitOptions? options = null) =>
        Of(OnSchwartz, history, options ?? new());

    private static PriceModelFit Of(FittedModel model, PriceHistory history, PriceFitOptions options)
    {
        options.Check();
        PointsOnly(history, "jumps");
        return Bootstrap.Of(model, PriceSample.Of(history), options);
    }

    /// <summary>Refuses averages of periods.</summary>
    internal static void PointsOnly(PriceHistory history, string what)
    {
        if (history.Meaning == PriceMeaning.PeriodAverage)
        {
            throw new PriceFitException(
                "history.Meaning",
                $"averages of periods, which spread {what} over two observations",
                "prices of days, e.g. the last of each month, for gbm with jumps, schwartz with jumps, and regimes"
            );
        }
    }

    private static FittedModel Model(JumpBase walk) =>
        new(
            $"{walk.Name}+jumps",
            (s, _) => Fit(walk, s),
            s => Find(walk, s, searches: 1).Natural,
            walk.Forecaster,
            walk.Simulate,
            s => Free(walk, s)
        );

    private static Maximum Find(JumpBase walk, PriceSample sample, int searches) =>
        Maximum.Find(new(Free(walk, sample), p => walk.LogLikelihood(sample, p)), Starts(walk, sample), searches);

    private static PriceModelFit Fit(JumpBase walk, PriceSample sample)
    {
        const int Searches = 3;
        var maximum = Find(walk, sample, Searches);
        var free = Free(walk, sample);
        var fit = FittedModel.Result(walk.Name, free, maximum, sample, walk.Forecaster(sample, maximum.Natural));
        return walk.Corrected(fit with { Jumps = true }, sample);
    }

    private static ImmutableArray<FreeParameter> Free(JumpBase walk, PriceSample sample)
    {
        var spread = RobustSpread(sample);
        var perRootYear = spread / Math.Sqrt(sample.StepYears);
        return
        [
            .. walk.Free(sample),
            new("volatility", "per √year", ParameterScale.Logarithm, 0.05 * perRootYear, 20.0 * perRootYear),
            new("jumps.rate", "per year", ParameterScale.Logarithm, 0.1 / sample.SpanYears, 1.0 / sample.StepYears),
            new("jumps.mean", "", ParameterScale.Plain, -3.0, 3.0),
            new("jumps.sd", "", ParameterScale.Logarithm, 0.05 * spread, 5.0),
        ];
    }

    /// <summary>Spread of changes that a few jumps do not widen: 1.4826 times the median distance from the median; the standard deviation where that is 0.</summary>
    internal static double RobustSpread(PriceSample sample)
    {
        var changes = Changes(sample);
        var median = changes.Median();
        var spread = 1.4826 * changes.Select(c => Math.Abs(c - median)).Median();
        return spread > 0.0 ? spread : changes.StandardDeviation();
    }

    internal static double[] Changes(PriceSample sample) =>
        [.. sample.LogPrices.Skip(1).Zip(sample.LogPrices, (later, earlier) => later - earlier)];

    /// <summary>Starts: what stands out beyond several spreads is taken for jumps; and many small jumps.</summary>
    private static IEnumerable<double[]> Starts(JumpBase walk, PriceSample sample)
    {
        var changes = Changes(sample);
        var spread = RobustSpread(sample);
        var median = changes.Median();
        foreach (var limit in (double[])[2.5, 3.0, 4.0, 5.0])
        {
            var jumps = changes.Where(c => Math.Abs(c - median) > limit * spread).ToList();
            var rest = changes.Where(c => Math.Abs(c - median) <= limit * spread).ToList();
            var rate = Math.Max(jumps.Count, 0.5) / sample.SpanYears;
            var mean = jumps.Count > 1 ? jumps.Mean() - median : 0.0;
            var deviation = jumps.Count > 1 ? jumps.StandardDeviation() : 4.0 * spread;
            yield return
            [
                .. walk.Start(sample),
                rest.StandardDeviation() / Math.Sqrt(sample.StepYears),
                rate,
                mean,
                Math.Max(deviation, spread),
            ];
        }

        foreach (var perStep in (double[])[0.05, 0.2])
        {
            yield return
            [
                .. walk.Start(sample),
                0.8 * spread / Math.Sqrt(sample.StepYears),
                perStep / sample.StepYears,
                0.0,
                2.0 * spread,
            ];
        }
    }
}
