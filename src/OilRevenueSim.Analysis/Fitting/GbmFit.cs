using System.Collections.Immutable;
using OilRevenueSim.Core.Prices;

namespace OilRevenueSim.Analysis.Fitting;

/// <summary>Fits geometric Brownian motion, dx = (μ − σ²/2)dt + σdW, by exact maximum likelihood in closed form.</summary>
/// <remarks>
/// Changes of the log price are independent normal where prices are of days. Averages of periods follow a moving average of
/// order one (Working 1960), whose exact likelihood a Kalman filter gives; μ and σ are those of the price itself.
/// </remarks>
public static class GbmFit
{
    private const string Name = "gbm";

    internal static readonly ImmutableArray<FreeParameter> Free =
    [
        new("drift", "per year", ParameterScale.Plain, -100.0, 100.0),
        new("volatility", "per √year", ParameterScale.Logarithm, 1e-4, 100.0),
    ];

    /// <summary>The fit.</summary>
    /// <exception cref="PriceFitException">The history, or an option, is out of range.</exception>
    public static PriceModelFit Of(PriceHistory history, PriceFitOptions? options = null)
    {
        options ??= new();
        options.Check();
        return Bootstrap.Of(Model, PriceSample.Of(history), options);
    }

    /// <summary>ln L of the log prices after the first.</summary>
    internal static double LogLikelihood(PriceSample sample, double driftPerYear, double volatility) =>
        StepRegression.LogLikelihoodAt(
            StepOf(sample),
            sample.LogPrices,
            Times(sample),
            driftPerYear - (0.5 * volatility * volatility),
            volatility
        );

    internal static readonly FittedModel Model = new(
        Name,
        Fit,
        Quick,
        (s, p) => new Forecasts(s, p),
        Simulate,
        _ => Free
    );

    private static PriceModelFit Fit(PriceSample sample, PriceFitOptions options)
    {
        var natural = Quick(sample);
        var maximum = Maximum.At(new(Free, p => LogLikelihood(sample, p[0], p[1])), natural);
        return FittedModel.Result(Name, Free, maximum, sample, new Forecasts(sample, natural));
    }

    private static double[] Quick(PriceSample sample)
    {
        var fit = StepRegression.Of(StepOf(sample), sample.LogPrices, Times(sample));
        return [fit.Coefficient + (0.5 * fit.Volatility * fit.Volatility), fit.Volatility];
    }

    private static ObservedStep StepOf(PriceSample sample) =>
        ObservedStep.Of(0.0, sample.StepYears, sample.AveragedPoints);

    private static double[] Times(PriceSample sample) =>
        [.. Enumerable.Range(0, sample.LogPrices.Length).Select(t => t * sample.StepYears)];

    private static PriceSample Simulate(PriceSample like, double[] parameters, NormalStream normals)
    {
        var drift = parameters[0] - (0.5 * parameters[1] * parameters[1]);
        var part = like.StepYears / like.AveragedPoints;
        return FittedModel.Drawn(like, x => x + (drift * part) + (parameters[1] * Math.Sqrt(part) * normals.Normal()));
    }

    private sealed class Forecasts(PriceSample sample, double[] parameters) : IPriceForecaster
    {
        private readonly double drift = parameters[0] - (0.5 * parameters[1] * parameters[1]);
        private readonly StepFilter filter = StepFilter.Run(
            StepOf(sample),
            Times(sample)
                .Select((t, i) => sample.LogPrices[i] - ((parameters[0] - (0.5 * parameters[1] * parameters[1])) * t))
                .ToArray()
        );

        public NormalMixture Predict(int origin, int horizonSteps)
        {
            var (mean, variance) = filter.Predict(origin, horizonSteps);
            return NormalMixture.Of(
                mean + (drift * sample.StepYears * (origin + horizonSteps)),
                parameters[1] * Math.Sqrt(variance)
            );
        }
    }
}
