using System.Collections.Immutable;
using MathNet.Numerics.Statistics;
using OilRevenueSim.Core.Prices;

namespace OilRevenueSim.Analysis.Fitting;

/// <summary>What may be chosen when forecasts of the past are scored.</summary>
public sealed record ForecastScoreOptions
{
    /// <summary>Horizons, steps of the history. Default 1, 4, 12.</summary>
    public ImmutableArray<int> HorizonSteps { get; init; } = [1, 4, 12];

    /// <summary>Share of the history, from its start, that is never forecast: 0.2 to 0.9, default 0.5.</summary>
    public double TrainingShare { get; init; } = 0.5;

    /// <summary>Steps after which parameters are fitted again to all before; 0, the default, keeps those of the training share.</summary>
    public int RefitEverySteps { get; init; }

    /// <summary>Steps from one origin to the next, 1 or more. Default 1.</summary>
    public int OriginEverySteps { get; init; } = 1;

    internal void Check(int observations)
    {
        Refuse(
            nameof(HorizonSteps),
            string.Join(' ', HorizonSteps),
            !HorizonSteps.IsDefaultOrEmpty && HorizonSteps.All(h => h >= 1),
            "1 step or more"
        );
        Refuse(nameof(TrainingShare), $"{TrainingShare}", TrainingShare is >= 0.2 and <= 0.9, "0.2 to 0.9");
        Refuse(nameof(RefitEverySteps), $"{RefitEverySteps}", RefitEverySteps >= 0, "0 or more");
        Refuse(nameof(OriginEverySteps), $"{OriginEverySteps}", OriginEverySteps >= 1, "1 or more");
        var training = FirstOrigin(observations) + 1;
        Refuse(
            nameof(TrainingShare),
            $"{TrainingShare} of {observations} observations",
            training >= PriceSample.FewestObservations,
            $"a training share of {PriceSample.FewestObservations} observations or more"
        );
        var longest = observations - 1 - FirstOrigin(observations) - (9 * OriginEverySteps);
        Refuse(
            nameof(HorizonSteps),
            string.Join(' ', HorizonSteps),
            HorizonSteps.All(h => h <= longest),
            $"at most {longest} steps, so that ten forecasts can be scored"
        );
    }

    internal int FirstOrigin(int observations) => (int)Math.Ceiling(TrainingShare * observations) - 1;

    private static void Refuse(string member, string value, bool holds, string allowed)
    {
        if (!holds)
        {
            throw new PriceFitException($"options.{member}", value, allowed);
        }
    }
}

/// <summary>How well a model forecast the log price at one horizon, beside two forecasts that need no model.</summary>
/// <remarks>
/// Scores are continuous ranked probability scores of the <em>log</em> price (a score of 0.10 is about 10 % of the price), in closed form for the models' normal mixtures:
/// 0 is perfect, smaller is better. Sources: Gneiting &amp; Raftery, Journal of the American Statistical Association 102 (2007), 359–378.
/// </remarks>
public sealed record ForecastScore
{
    /// <summary>Model as a scenario names it.</summary>
    public required string Model { get; init; }

    /// <summary>Whether jumps are part of it.</summary>
    public required bool Jumps { get; init; }

    /// <summary>Horizon, steps.</summary>
    public required int HorizonSteps { get; init; }

    /// <summary>Forecasts scored.</summary>
    public required int Origins { get; init; }

    /// <summary>Mean score of the model.</summary>
    public required double Crps { get; init; }

    /// <summary>Mean score of saying that the price stays as it is: its mean absolute error.</summary>
    public required double NoChangeCrps { get; init; }

    /// <summary>Mean score of a random walk without drift, with the volatility of gbm.</summary>
    public required double RandomWalkCrps { get; init; }

    /// <summary>Model less no change, with the standard error of the paired difference; below 0 the model is better.</summary>
    public required PairedDifference OverNoChange { get; init; }

    /// <summary>Model less random walk, with the standard error of the paired difference; below 0 the model is better.</summary>
    public required PairedDifference OverRandomWalk { get; init; }
}

/// <summary>Mean of paired differences and its standard error where neighbours correlate (Newey &amp; West 1987).</summary>
/// <param name="Mean">Mean.</param>
/// <param name="StandardError">Standard error.</param>
public readonly record struct PairedDifference(double Mean, double StandardError)
{
    /// <summary>
    /// Bartlett's weights over max(h − 1, ⌊4(n/100)^(2/9)⌋) lags: forecasts h steps ahead overlap by h − 1.
    /// </summary>
    internal static PairedDifference Of(double[] differences, int overlap)
    {
        var n = differences.Length;
        var mean = differences.Mean();
        var lags = Math.Min(n - 1, Math.Max(overlap, (int)(4.0 * Math.Pow(n / 100.0, 2.0 / 9.0))));
        var variance = 0.0;
        for (var k = 0; k <= lags; k++)
        {
            var covariance = 0.0;
            for (var t = k; t < n; t++)
            {
                covariance += (differences[t] - mean) * (differences[t - k] - mean);
            }

            variance += (k == 0 ? 1.0 : 2.0 * (1.0 - (k / (lags + 1.0)))) * covariance / n;
        }

        return new(mean, Math.Sqrt(Math.Max(variance, 0.0) / n));
    }
}

/// <summary>Scores forecasts from a rolling origin: each uses the prices up to its origin, and parameters fitted before it.</summary>
public static class ForecastScores
{
    /// <summary>Scores of every model at every horizon, in the order of <see cref="PriceModelFits.Fits"/>.</summary>
    /// <param name="history">Prices.</param>
    /// <param name="options">Choices; defaults where null.</param>
    /// <param name="fitOptions">Choices of the fits; no bootstrap is made.</param>
    /// <param name="progress">Told the model about to be scored.</param>
    /// <param name="cancellation">Stops between fits.</param>
    /// <exception cref="PriceFitException">The history, or an option, is out of range.</exception>
    public static ImmutableArray<ForecastScore> Of(
        PriceHistory history,
        ForecastScoreOptions? options = null,
        PriceFitOptions? fitOptions = null,
        IProgress<string>? progress = null,
        CancellationToken cancellation = default
    )
    {
        options ??= new();
        var sample = PriceSample.Of(history);
        options.Check(sample.LogPrices.Length);
        var scores = ImmutableArray.CreateBuilder<ForecastScore>();
        foreach (var model in PriceModelFits.ModelsFor(history))
        {
            progress?.Report(model.Name);
            scores.AddRange(ScoresOf(model, sample, options, fitOptions ?? new(), cancellation));
        }

        return scores.ToImmutable();
    }

    private static IEnumerable<ForecastScore> ScoresOf(
        FittedModel model,
        PriceSample sample,
        ForecastScoreOptions options,
        PriceFitOptions fitOptions,
        CancellationToken cancellation
    )
    {
        var first = options.FirstOrigin(sample.LogPrices.Length);
        var rows = options.HorizonSteps.Select(_ => new List<(double Model, double NoChange, double Walk)>()).ToArray();
        var (fit, forecasts, walk, fittedAt) = Fitted(model, sample, first, fitOptions);
        for (var origin = first; origin < sample.Steps; origin += options.OriginEverySteps)
        {
            cancellation.ThrowIfCancellationRequested();
            if (options.RefitEverySteps > 0 && origin - fittedAt >= options.RefitEverySteps)
            {
                (fit, forecasts, walk, fittedAt) = Fitted(model, sample, origin, fitOptions);
            }

            for (var i = 0; i < rows.Length; i++)
            {
                var h = options.HorizonSteps[i];
                if (origin + h > sample.Steps)
                {
                    continue;
                }

                var x = sample.LogPrices[origin + h];
                rows[i]
                    .Add(
                        (
                            forecasts.Predict(origin, h).Crps(x),
                            Math.Abs(x - sample.LogPrices[origin]),
                            walk.Predict(origin, h).Crps(x)
                        )
                    );
            }
        }

        return rows.Select((r, i) => ScoreOf(fit, options.HorizonSteps[i], options.OriginEverySteps, r));
    }

    private static (PriceModelFit Fit, IPriceForecaster Model, IPriceForecaster Walk, int At) Fitted(
        FittedModel model,
        PriceSample sample,
        int origin,
        PriceFitOptions options
    )
    {
        var known = sample.First(origin + 1);
        var fit = model.Fit(known, options);
        var volatility = GbmFit.Model.Quick(known)[1];
        var walk = GbmFit.Model.Forecaster(sample, [0.5 * volatility * volatility, volatility]);
        return (fit, model.Forecaster(sample, [.. fit.Parameters.Select(p => p.Estimate)]), walk, origin);
    }

    private static ForecastScore ScoreOf(
        PriceModelFit fit,
        int horizon,
        int stride,
        List<(double Model, double NoChange, double Walk)> rows
    )
    {
        var overlap = (horizon - 1) / stride;
        return new()
        {
            Model = fit.Model,
            Jumps = fit.Jumps,
            HorizonSteps = horizon,
            Origins = rows.Count,
            Crps = rows.Average(r => r.Model),
            NoChangeCrps = rows.Average(r => r.NoChange),
            RandomWalkCrps = rows.Average(r => r.Walk),
            OverNoChange = PairedDifference.Of([.. rows.Select(r => r.Model - r.NoChange)], overlap),
            OverRandomWalk = PairedDifference.Of([.. rows.Select(r => r.Model - r.Walk)], overlap),
        };
    }
}
