using System.Collections.Immutable;

namespace OilRevenueSim.Analysis.Fitting;

/// <summary>The process that jumps are added to.</summary>
internal abstract class JumpBase
{
    /// <summary>Model as a scenario names it.</summary>
    public abstract string Name { get; }

    /// <summary>Free parameters before volatility and jumps.</summary>
    public abstract ImmutableArray<FreeParameter> Free(PriceSample sample);

    /// <summary>Starting values of those.</summary>
    public abstract double[] Start(PriceSample sample);

    /// <summary>ln L of the log prices after the first.</summary>
    public double LogLikelihood(PriceSample sample, double[] parameters)
    {
        var law = Law(parameters, sample.StepYears, out var carry, out var level);
        var sum = 0.0;
        for (var t = 1; t < sample.LogPrices.Length; t++)
        {
            sum += law.LogDensity(sample.LogPrices[t] - level - (carry * (sample.LogPrices[t - 1] - level)));
        }

        return sum;
    }

    /// <summary>Forecasts at natural parameters.</summary>
    public IPriceForecaster Forecaster(PriceSample sample, double[] parameters) =>
        new Forecasts(this, sample, parameters);

    /// <summary>Log prices drawn with each jump at its time.</summary>
    public PriceSample Simulate(PriceSample like, double[] parameters, NormalStream normals)
    {
        var jumps = JumpsOf(parameters);
        // The first term of the law is the step without jumps.
        var law = Law(parameters, like.StepYears, out var carry, out var level).Moved(0.0);
        var waiting = normals.Exponential() / jumps.Rate;
        return FittedModel.Drawn(
            like,
            x =>
            {
                x = level + (carry * (x - level)) + law.Means[0] + (law.Deviations[0] * normals.Normal());
                for (; waiting < like.StepYears; waiting += normals.Exponential() / jumps.Rate)
                {
                    var size = jumps.Mean + (jumps.Deviation * normals.Normal());
                    x += size * Math.Pow(carry, (like.StepYears - waiting) / like.StepYears);
                }

                waiting -= like.StepYears;
                return x;
            }
        );
    }

    /// <summary>The fit with its half-life corrected for bias, where it has one.</summary>
    public virtual PriceModelFit Corrected(PriceModelFit fit, PriceSample sample) => fit;

    /// <summary>Law of x(t) − level − carry·(x(0) − level).</summary>
    protected abstract JumpLaw Law(double[] parameters, double years, out double carry, out double level);

    /// <summary>The last three parameters.</summary>
    protected static (double Rate, double Mean, double Deviation) JumpsOf(double[] parameters) =>
        (parameters[^3], parameters[^2], parameters[^1]);

    private sealed class Forecasts(JumpBase walk, PriceSample sample, double[] parameters) : IPriceForecaster
    {
        public NormalMixture Predict(int origin, int horizonSteps)
        {
            var law = walk.Law(parameters, horizonSteps * sample.StepYears, out var carry, out var level);
            return law.Moved(level + (carry * (sample.LogPrices[origin] - level)));
        }
    }
}

/// <summary>dx = (μ − σ²/2 − λ(e^(m + s²/2) − 1))dt + σdW + jumps.</summary>
internal sealed class GbmBase : JumpBase
{
    public override string Name => "gbm";

    public override ImmutableArray<FreeParameter> Free(PriceSample sample) => [GbmFit.Free[0]];

    public override double[] Start(PriceSample sample) => [GbmFit.Model.Quick(sample)[0]];

    protected override JumpLaw Law(double[] parameters, double years, out double carry, out double level)
    {
        var (drift, volatility) = (parameters[0], parameters[1]);
        var jumps = JumpsOf(parameters);
        var growth = Math.Exp(jumps.Mean + (0.5 * jumps.Deviation * jumps.Deviation)) - 1.0;
        (carry, level) = (1.0, 0.0);
        var mean = (drift - (0.5 * volatility * volatility) - (jumps.Rate * growth)) * years;
        return new(mean, volatility * volatility * years, jumps, 0.0, years);
    }
}

/// <summary>dx = κ(θ − x)dt + σdW + jumps, not compensated.</summary>
internal sealed class SchwartzBase : JumpBase
{
    /// <summary>How far beyond the prices seen a long-run level is looked for; beyond, level and speed are a drift.</summary>
    private const double Farthest = 10.0;

    public override string Name => "schwartz";

    public override ImmutableArray<FreeParameter> Free(PriceSample sample) =>
        [
            new(
                "long-run",
                "USD/bbl",
                ParameterScale.Logarithm,
                Math.Exp(sample.LogPrices.Min()) / Farthest,
                Math.Exp(sample.LogPrices.Max()) * Farthest
            ),
            SchwartzFit.HalfLife(sample),
        ];

    public override double[] Start(PriceSample sample)
    {
        var bare = SchwartzFit.Model.Quick(sample);
        return double.IsInfinity(bare[1])
            ? [Math.Exp(sample.LogPrices.Average()), 12.0 * sample.SpanYears]
            : [Math.Clamp(bare[0], 1e-3, 1e6), bare[1]];
    }

    public override PriceModelFit Corrected(PriceModelFit fit, PriceSample sample)
    {
        var raw = fit.Parameters[1];
        var speed = SchwartzFit.SpeedOf(raw.Estimate);
        if (double.IsNaN(raw.StandardError))
        {
            return fit;
        }

        var b = Math.Exp(-speed * sample.StepYears);
        var error = b * speed * sample.StepYears * raw.StandardError / raw.Estimate;
        // Near b = 1 the variance of least squares is larger than this formula: the ratio cannot exceed 1.
        var ratio = Math.Min(1.0, error * error / ((1.0 - (b * b)) / sample.Steps));
        var corrected = b + (ratio * (1.0 + (3.0 * b)) / sample.Steps);
        var reach = FreeParameter.Quantile95 * error;
        return fit with
        {
            Parameters = fit.Parameters.SetItem(
                1,
                raw with
                {
                    Uncorrected = raw.Estimate,
                    Estimate = HalfLifeOf(corrected, sample),
                    Low = HalfLifeOf(corrected - reach, sample),
                    High = HalfLifeOf(corrected + reach, sample),
                }
            ),
            Remarks =
                corrected + reach < 1.0
                    ? fit.Remarks
                    :
                    [
                        .. fit.Remarks,
                        $"The 90 % interval of the half-life is open to infinity: {sample.SpanYears:F1} years do not rule out a walk with jumps.",
                    ],
        };
    }

    protected override JumpLaw Law(double[] parameters, double years, out double carry, out double level)
    {
        var (speed, volatility) = (SchwartzFit.SpeedOf(parameters[1]), parameters[2]);
        carry = Math.Exp(-speed * years);
        level = Math.Log(parameters[0]);
        var variance = volatility * volatility * ObservedStep.Variance(speed, years);
        return new(0.0, variance, JumpsOf(parameters), speed, years);
    }

    private static double HalfLifeOf(double b, PriceSample sample) =>
        b >= 1.0 ? double.PositiveInfinity
        : b <= 0.0 ? 0.0
        : SchwartzFit.HalfLifeOf(-Math.Log(b) / sample.StepYears);
}
