using System.Collections.Immutable;
using OilRevenueSim.Core.Prices;

namespace OilRevenueSim.Analysis.Fitting;

/// <summary>Fits Schwartz's one-factor model, dx = κ(θ − x)dt + σdW, by exact maximum likelihood given the first price.</summary>
/// <remarks>
/// Prices of days are an autoregression of order one, whose maximum is least squares, in closed form. Averages of periods go through a
/// Kalman filter of the averaged process, where level and volatility are closed forms at each speed and the speed is searched.
/// The half-life is the median-unbiased one with Andrews's interval, which may be open to infinity; the interval of the
/// long-run median is by profile likelihood. Source: Schwartz, Journal of Finance 52 (1997), 923–973.
/// </remarks>
public static class SchwartzFit
{
    private const string Name = "schwartz";
    private const double MonthsPerYear = 12.0;

    internal static readonly FittedModel Model = new(Name, Fit, Quick, (s, p) => new Forecasts(s, p), Simulate, Free);

    /// <summary>The fit.</summary>
    /// <exception cref="PriceFitException">The history, or an option, is out of range.</exception>
    public static PriceModelFit Of(PriceHistory history, PriceFitOptions? options = null)
    {
        options ??= new();
        options.Check();
        return Bootstrap.Of(Model, PriceSample.Of(history), options);
    }

    /// <summary>ln L of the log prices after the first.</summary>
    internal static double LogLikelihood(
        PriceSample sample,
        double longRunUsd,
        double halfLifeMonths,
        double volatility
    ) =>
        StepRegression.LogLikelihoodAt(
            StepOf(sample, SpeedOf(halfLifeMonths)),
            sample.LogPrices,
            Ones(sample),
            Math.Log(longRunUsd) + AverageShift(sample, volatility),
            volatility
        );

    /// <summary>κ = ln 2 / half-life, per year.</summary>
    internal static double SpeedOf(double halfLifeMonths) => Math.Log(2.0) * MonthsPerYear / halfLifeMonths;

    /// <summary>Half-life, months; infinite at κ = 0.</summary>
    internal static double HalfLifeOf(double speedPerYear) => Math.Log(2.0) * MonthsPerYear / speedPerYear;

    /// <summary>Free parameters, with the half-life between what a step and a thousand samples can show.</summary>
    internal static ImmutableArray<FreeParameter> Free(PriceSample sample) =>
        [
            new("long-run", "USD/bbl", ParameterScale.Logarithm, 1e-6, 1e9),
            HalfLife(sample),
            new("volatility", "per √year", ParameterScale.Logarithm, 1e-4, 100.0),
        ];

    internal static FreeParameter HalfLife(PriceSample sample) =>
        new(
            "half-life",
            "months",
            ParameterScale.Logarithm,
            HalfLifeOf(FastestSpeed(sample)),
            HalfLifeOf(SlowestSpeed(sample))
        );

    private static double FastestSpeed(PriceSample sample) => 10.0 / sample.StepYears;

    private static double SlowestSpeed(PriceSample sample) => 1e-3 / sample.SpanYears;

    private static ObservedStep StepOf(PriceSample sample, double speedPerYear) =>
        ObservedStep.Of(speedPerYear, sample.StepYears, sample.AveragedPoints);

    private static double[] Ones(PriceSample sample)
    {
        var ones = new double[sample.LogPrices.Length];
        Array.Fill(ones, 1.0);
        return ones;
    }

    /// <summary>
    /// ln of an average of prices less the average of ln, in the mean: half the variance within a period, σ²Δ(m² − 1)/(12m²) to first order.
    /// </summary>
    internal static double AverageShift(PriceSample sample, double volatility)
    {
        var m = (double)sample.AveragedPoints;
        return volatility * volatility * sample.StepYears * ((m * m) - 1.0) / (12.0 * m * m);
    }

    private static PriceModelFit Fit(PriceSample sample, PriceFitOptions options)
    {
        var natural = Quick(sample);
        var free = Free(sample);
        if (double.IsInfinity(natural[1]))
        {
            return AsRandomWalk(sample, free);
        }

        var maximum = Maximum.At(new(free, p => LogLikelihood(sample, p[0], p[1], p[2])), natural);
        var fit = FittedModel.Result(Name, free, maximum, sample, new Forecasts(sample, natural));
        var speed = SpeedOf(natural[1]) * sample.SpanYears;
        var corrected = MedianUnbiasedSpeed.Of(speed, sample.Steps, options.Seed);
        return fit with
        {
            Parameters = [LongRun(fit, sample), Corrected(fit.Parameters[1], corrected, sample), fit.Parameters[2]],
            Remarks = [.. fit.Remarks, .. HalfLifeRemarks(corrected, sample)],
        };
    }

    /// <summary>No reversion in the sample: the likelihood rises towards a random walk with drift, which has no level.</summary>
    private static PriceModelFit AsRandomWalk(PriceSample sample, ImmutableArray<FreeParameter> free)
    {
        var walk = GbmFit.Model.Fit(sample, new());
        return walk with
        {
            Model = Name,
            Parameters =
            [
                free[0].Fitted(double.NaN, double.NaN) with
                {
                    Low = 0.0,
                    High = double.PositiveInfinity,
                },
                free[1].Fitted(double.PositiveInfinity, double.NaN) with
                {
                    Low = double.PositiveInfinity,
                },
                walk.Parameters[1],
            ],
            Converged = false,
            Remarks =
            [
                .. sample.Remarks,
                "half-life stands at its border, infinity: prices in the sample moved away from their mean; there is no long-run level. Use gbm.",
            ],
        };
    }

    private static FittedParameter Corrected(FittedParameter raw, MedianUnbiasedSpeed speed, PriceSample sample) =>
        raw with
        {
            Uncorrected = raw.Estimate,
            Estimate = HalfLifeOf(speed.Median / sample.SpanYears),
            Low = HalfLifeOf(speed.High / sample.SpanYears),
            High = HalfLifeOf(speed.Low / sample.SpanYears),
        };

    private static IEnumerable<string> HalfLifeRemarks(MedianUnbiasedSpeed speed, PriceSample sample)
    {
        if (speed.Median == 0.0)
        {
            yield return $"The median-unbiased half-life is infinite: a random walk would look at least this mean-reverting in half of all samples of {sample.SpanYears:F1} years.";
        }
        else if (speed.Low == 0.0)
        {
            yield return $"The 90 % interval of the half-life is open to infinity: {sample.SpanYears:F1} years do not rule out a random walk.";
        }
    }

    private static FittedParameter LongRun(PriceModelFit fit, PriceSample sample)
    {
        var shift = AverageShift(sample, fit.Parameters[2].Estimate);
        var centre = Math.Log(fit.Parameters[0].Estimate) + shift;
        var (low, high) = ProfileInterval.Of(
            level => Profile(sample, level),
            fit.LogLikelihood,
            centre,
            fit.Parameters[0].StandardError / fit.Parameters[0].Estimate
        );
        return fit.Parameters[0] with { Low = Math.Exp(low - shift), High = Math.Exp(high - shift) };
    }

    /// <summary>ln L at a level, at its best speed and volatility.</summary>
    private static double Profile(PriceSample sample, double level)
    {
        var ones = Ones(sample);
        double At(double speed) =>
            StepRegression.Of(StepOf(sample, speed), sample.LogPrices, ones, level).LogLikelihood;
        if (sample.AveragedPoints > 1)
        {
            return SpeedSearch(sample, At).Value;
        }

        return At(Math.Max(SlowestSpeed(sample), LeastSquaresSpeed(sample, level, level)));
    }

    private static double[] Quick(PriceSample sample)
    {
        var ones = Ones(sample);
        var speed =
            sample.AveragedPoints == 1
                ? LeastSquaresSpeed(sample, sample.LogPrices[..^1].Average(), sample.LogPrices[1..].Average())
                : SpeedSearch(
                    sample,
                    s => StepRegression.Of(StepOf(sample, s), sample.LogPrices, ones).LogLikelihood
                ).Speed;
        if (!(speed > SlowestSpeed(sample) * 1.001))
        {
            var walk = GbmFit.Model.Quick(sample);
            return [double.NaN, double.PositiveInfinity, walk[1]];
        }

        var fit = StepRegression.Of(StepOf(sample, speed), sample.LogPrices, ones);
        return [Math.Exp(fit.Coefficient - AverageShift(sample, fit.Volatility)), HalfLifeOf(speed), fit.Volatility];
    }

    /// <summary>−ln b̂ / Δ of least squares of deviations from two means, at most the fastest speed.</summary>
    private static double LeastSquaresSpeed(PriceSample sample, double before, double after)
    {
        var x = sample.LogPrices;
        var (cross, square) = (0.0, 0.0);
        for (var t = 1; t < x.Length; t++)
        {
            cross += (x[t - 1] - before) * (x[t] - after);
            square += (x[t - 1] - before) * (x[t - 1] - before);
        }

        var b = cross / square;
        return b <= 0.0 ? FastestSpeed(sample) : Math.Min(FastestSpeed(sample), -Math.Log(b) / sample.StepYears);
    }

    /// <summary>The speed, between slowest and fastest, at which a likelihood is largest: the best of a grid in ln κ, then golden sections.</summary>
    private static (double Speed, double Value) SpeedSearch(PriceSample sample, Func<double, double> logLikelihood)
    {
        const int GridPoints = 24;
        var (low, high) = (Math.Log(SlowestSpeed(sample)), Math.Log(FastestSpeed(sample)));
        var width = (high - low) / (GridPoints - 1);
        var best = Enumerable
            .Range(0, GridPoints)
            .Select(i => low + (i * width))
            .MaxBy(s => logLikelihood(Math.Exp(s)));
        var (a, b) = (Math.Max(low, best - width), Math.Min(high, best + width));
        var golden = (Math.Sqrt(5.0) - 1.0) / 2.0;
        var (c, d) = (b - (golden * (b - a)), a + (golden * (b - a)));
        var (atC, atD) = (logLikelihood(Math.Exp(c)), logLikelihood(Math.Exp(d)));
        while (b - a > 1e-7)
        {
            if (atC > atD)
            {
                (b, d, atD) = (d, c, atC);
                c = b - (golden * (b - a));
                atC = logLikelihood(Math.Exp(c));
            }
            else
            {
                (a, c, atC) = (c, d, atD);
                d = a + (golden * (b - a));
                atD = logLikelihood(Math.Exp(d));
            }
        }

        return atC > atD ? (Math.Exp(c), atC) : (Math.Exp(d), atD);
    }

    private static PriceSample Simulate(PriceSample like, double[] parameters, NormalStream normals)
    {
        var speed = SpeedOf(parameters[1]);
        var level = Math.Log(parameters[0]);
        var step = ObservedStep.Of(speed, like.StepYears / like.AveragedPoints, 1);
        var deviation = parameters[2] * Math.Sqrt(step.StateVariance);
        return FittedModel.Drawn(like, x => level + (step.Carry * (x - level)) + (deviation * normals.Normal()));
    }

    private sealed class Forecasts : IPriceForecaster
    {
        private readonly double level;
        private readonly double volatility;
        private readonly StepFilter filter;

        public Forecasts(PriceSample sample, double[] parameters)
        {
            volatility = parameters[2];
            level = double.IsNaN(parameters[0]) ? 0.0 : Math.Log(parameters[0]) + AverageShift(sample, volatility);
            filter = StepFilter.Run(
                StepOf(sample, SpeedOf(parameters[1])),
                Array.ConvertAll(sample.LogPrices, x => x - level)
            );
        }

        public NormalMixture Predict(int origin, int horizonSteps)
        {
            var (mean, variance) = filter.Predict(origin, horizonSteps);
            return NormalMixture.Of(level + mean, volatility * Math.Sqrt(variance));
        }
    }
}
