using System.Collections.Immutable;

namespace OilRevenueSim.Analysis.Fitting;

/// <summary>A price model as the bootstrap and the forecast scores use it.</summary>
/// <param name="Name">Name for streams and messages.</param>
/// <param name="Fit">Fit with standard errors, without bootstrap.</param>
/// <param name="Quick">Maximum-likelihood natural parameters only.</param>
/// <param name="Forecaster">Forecasts at natural parameters.</param>
/// <param name="Simulate">A sample like the one given, drawn from its first price.</param>
/// <param name="Free">Free parameters with their scales.</param>
internal sealed record FittedModel(
    string Name,
    Func<PriceSample, PriceFitOptions, PriceModelFit> Fit,
    Func<PriceSample, double[]> Quick,
    Func<PriceSample, double[], IPriceForecaster> Forecaster,
    Func<PriceSample, double[], NormalStream, PriceSample> Simulate,
    Func<PriceSample, ImmutableArray<FreeParameter>> Free
)
{
    /// <summary>A fit as it is handed out.</summary>
    public static PriceModelFit Result(
        string model,
        ImmutableArray<FreeParameter> free,
        Maximum maximum,
        PriceSample sample,
        IPriceForecaster forecaster
    ) =>
        new()
        {
            Model = model,
            Parameters = [.. free.Select((p, i) => p.Fitted(maximum.Natural[i], maximum.Curvature.Errors[i]))],
            LogLikelihood = maximum.LogLikelihood,
            Observations = sample.Steps,
            Converged = maximum.Converged,
            Remarks = [.. sample.Remarks, .. maximum.Remarks],
            Residuals = Residuals(sample, forecaster),
            Correlations =
            [
                .. from i in Enumerable.Range(0, free.Length)
                from j in Enumerable.Range(0, i)
                select new ParameterCorrelation(free[j].Key, free[i].Key, maximum.Curvature.Correlations[i, j]),
            ],
        };

    /// <summary>Φ⁻¹(F(xₜ | past)) of every observation after the first.</summary>
    public static ImmutableArray<double> Residuals(PriceSample sample, IPriceForecaster forecaster) =>
        [.. Enumerable.Range(1, sample.Steps).Select(t => forecaster.Predict(t - 1, 1).Residual(sample.LogPrices[t]))];

    /// <summary>A sample drawn as <see cref="Path"/>.</summary>
    public static PriceSample Drawn(PriceSample like, Func<double, double> advance) =>
        like with
        {
            LogPrices = Path(like, advance),
        };

    /// <summary>Log prices as a sample observes them, from a law of one part of a step; averages are of prices, as published ones are.</summary>
    public static double[] Path(PriceSample like, Func<double, double> advance)
    {
        var path = new double[like.LogPrices.Length];
        var x = like.LogPrices[0];
        path[0] = x;
        for (var t = like.AveragedPoints == 1 ? 1 : 0; t < path.Length; t++)
        {
            var sum = 0.0;
            for (var i = 0; i < like.AveragedPoints; i++)
            {
                x = advance(x);
                sum += Math.Exp(x);
            }

            path[t] = like.AveragedPoints == 1 ? x : Math.Log(sum / like.AveragedPoints);
        }

        return path;
    }
}
