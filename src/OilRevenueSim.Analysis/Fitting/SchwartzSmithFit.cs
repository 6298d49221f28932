using System.Collections.Immutable;
using MathNet.Numerics.Statistics;
using OilRevenueSim.Core.Prices;

namespace OilRevenueSim.Analysis.Fitting;

/// <summary>Fits Schwartz and Smith's two factors, ln S = χ + ξ, dχ = −κχdt + σ_χdW_χ, dξ = μdt + σ_ξdW_ξ, by a Kalman filter's likelihood.</summary>
/// <remarks>
/// <para>
/// From spot prices alone: changes of χ + ξ have three second moments (ARIMA(1,1,1)) for four parameters, so that ρ is held at 0, the scenario's
/// default, and the rest is known badly; a remark says by how little the factors beat a plain walk. Averages of periods are filtered as averages.
/// </para>
/// <para>
/// With futures prices all parameters are free, and each series, the spot too, has an error of its own; the risk premiums that futures need, and the errors,
/// are no keys of a scenario (<see cref="FittedParameter.ObservationsOnly"/>). Futures that are averages of periods are left out.
/// Source: Schwartz &amp; Smith, Management Science 46 (2000), 893–911.
/// </para>
/// </remarks>
public static class SchwartzSmithFit
{
    private const string Name = "schwartz-smith";

    /// <summary>Least error of a log price that is looked for: a cent of 20 dollars. Below it the likelihood is flat.</summary>
    private const double SmallestError = 5e-4;

    /// <summary>Least volatility of a factor that is looked for, as a share of all: below it the likelihood is flat.</summary>
    private const double LeastShare = 0.02;

    /// <summary>Parameters before those of futures: drift, half-life, short and long volatility.</summary>
    private const int SpotParameters = 4;

    internal static readonly FittedModel Model = new(
        Name,
        (s, _) => Fit(s),
        s => Find(Used(s), searches: 1).Natural,
        (s, p) => Filter(Used(s), Futures(Used(s)), p, keep: true),
        Simulate,
        s => Free(Used(s))
    );

    /// <summary>The fit.</summary>
    /// <exception cref="PriceFitException">The history, or an option, is out of range.</exception>
    public static PriceModelFit Of(PriceHistory history, PriceFitOptions? options = null)
    {
        options ??= new();
        options.Check();
        return Bootstrap.Of(Model, PriceSample.Of(history), options);
    }

    /// <summary>Free parameters: four from spot prices alone; with futures also ρ, μ*, λ_χ and one error a series.</summary>
    internal static ImmutableArray<FreeParameter> Free(PriceSample sample)
    {
        const ParameterScale Log = ParameterScale.Logarithm;
        var total = GbmFit.Model.Quick(sample)[1];
        ImmutableArray<FreeParameter> spot =
        [
            new("drift", "per year", ParameterScale.Plain, -100.0, 100.0),
            SchwartzFit.HalfLife(sample),
            new("short-volatility", "per √year", Log, LeastShare * total, 50.0 * total),
            new("long-volatility", "per √year", Log, LeastShare * total, 50.0 * total),
        ];
        return sample.Futures.IsEmpty
            ? spot
            :
            [
                .. spot,
                new("factor-correlation", "", ParameterScale.Correlation, -0.999, 0.999),
                new("risk-neutral-drift", "per year", ParameterScale.Plain, -100.0, 100.0),
                new("short-risk-premium", "per year", ParameterScale.Plain, -100.0, 100.0),
                new("measurement-error.spot", "", Log, SmallestError, 1.0),
                .. sample.Futures.Select(f => new FreeParameter(
                    $"measurement-error.{f.Name}",
                    "",
                    Log,
                    SmallestError,
                    1.0
                )),
            ];
    }

    /// <summary>ln of futures prices, <c>[series][observation]</c>.</summary>
    internal static double[][] Futures(PriceSample sample) =>
        [.. sample.Futures.Select(f => f.PricesUsd.Select(p => Math.Log(p)).ToArray())];

    /// <summary>The filter at natural parameters.</summary>
    internal static TwoFactorFilter Filter(PriceSample sample, double[][] futures, double[] parameters, bool keep)
    {
        if (futures.Length == 0)
        {
            return new(sample, [], Factors(parameters, 0.0), 0.0, [], keep);
        }

        var factors = Factors(parameters, parameters[4]);
        var links = sample
            .Futures.Select(
                (f, i) => FuturesLink.Of(factors, parameters[5], parameters[6], f.MaturityYears, parameters[8 + i])
            )
            .ToArray();
        return new(sample, futures, factors, parameters[7], links, keep);
    }

    private static TwoFactorParameters Factors(double[] parameters, double correlation) =>
        new(parameters[0], SchwartzFit.SpeedOf(parameters[1]), parameters[2], parameters[3], correlation);

    /// <summary>The sample without futures where prices are averages.</summary>
    private static PriceSample Used(PriceSample sample) =>
        sample.AveragedPoints == 1 || sample.Futures.IsEmpty
            ? sample
            : sample with
            {
                Futures = [],
                Remarks =
                [
                    .. sample.Remarks,
                    "Futures prices were left out: with averages of periods only the spot series is used.",
                ],
            };

    private static Maximum Find(PriceSample sample, int searches)
    {
        var futures = Futures(sample);
        var likelihood = new Likelihood(Free(sample), p => Filter(sample, futures, p, keep: false).LogLikelihood);
        return Maximum.Find(likelihood, Starts(sample), searches);
    }

    private static PriceModelFit Fit(PriceSample all)
    {
        const int Searches = 2;
        var sample = Used(all);
        var maximum = Find(sample, Searches);
        var filter = Filter(sample, Futures(sample), maximum.Natural, keep: true);
        var fit = FittedModel.Result(Name, Free(sample), maximum, sample, filter);
        var (mean, deviation) = filter.ShortAt(sample.Steps);
        var reach = FreeParameter.Quantile95 * deviation;
        return fit with
        {
            Observations = filter.Terms,
            Parameters = [.. fit.Parameters.Select((p, i) => p with { ObservationsOnly = i > SpotParameters })],
            EndStates =
            [
                new()
                {
                    Key = "short-deviation",
                    Unit = "",
                    Estimate = mean,
                    StandardError = deviation,
                    Low = mean - reach,
                    High = mean + reach,
                },
            ],
            Remarks = [.. fit.Remarks, .. sample.Futures.IsEmpty ? SpotAlone(fit, sample) : []],
        };
    }

    private static IEnumerable<string> SpotAlone(PriceModelFit fit, PriceSample sample)
    {
        // χ²(2) at 5 % is 5.99; at the border σ_χ = 0 the true point lies lower, so this errs to the cautious side.
        const double Enough = 5.99 / 2.0;
        yield return "Spot prices alone do not identify factor-correlation; it is held at 0.";
        var gain = fit.LogLikelihood - GbmFit.Model.Fit(sample, new()).LogLikelihood;
        if (gain < Enough)
        {
            yield return $"Spot prices alone hardly tell the two factors apart: ln L is {Math.Max(gain, 0.0):F2} above that of gbm, where {Enough:F1} would be evidence. Bring futures prices, or use gbm or schwartz.";
        }
    }

    private static IEnumerable<double[]> Starts(PriceSample sample)
    {
        var changes = JumpFit.Changes(sample);
        var drift = GbmFit.Model.Quick(sample);
        var total = drift[1];
        var trend = changes.Mean() / sample.StepYears;
        foreach (var halfLife in (double[])[1.0, 4.0, 12.0, 36.0])
        {
            foreach (var share in (double[])[0.25, 0.5, 0.75])
            {
                double[] spot = [trend, halfLife, total * Math.Sqrt(share), total * Math.Sqrt(1.0 - share)];
                yield return sample.Futures.IsEmpty
                    ? spot
                    : [.. spot, 0.1, 0.0, 0.0, 0.02, .. sample.Futures.Select(_ => 0.01)];
            }
        }
    }

    private static PriceSample Simulate(PriceSample like, double[] parameters, NormalStream normals)
    {
        var withFutures = !like.Futures.IsEmpty;
        var factors = Factors(parameters, withFutures ? parameters[4] : 0.0);
        var part = new TwoFactorStep(factors, like.StepYears / like.AveragedPoints, 1);
        var first = Math.Sqrt(part.Stationary) * normals.Normal();
        var (chi, xi) = (first, like.LogPrices[0] - first);
        var states = new List<(double Chi, double Xi)> { (chi, xi) };
        var s1 = Math.Sqrt(part.ShortVariance);
        var across = part.CrossVariance / s1;
        var own = Math.Sqrt(part.LongVariance - (across * across));
        var logs = FittedModel.Path(
            like,
            _ =>
            {
                var z = normals.Normal();
                chi = (part.Carry * chi) + (s1 * z);
                xi += part.Drift + (across * z) + (own * normals.Normal());
                states.Add((chi, xi));
                return chi + xi;
            }
        );
        if (!withFutures)
        {
            return like with { LogPrices = logs };
        }

        double Price(FuturesSeries f, int i, int t)
        {
            var link = FuturesLink.Of(factors, parameters[5], parameters[6], f.MaturityYears, parameters[8 + i]);
            var error = Math.Sqrt(link.ErrorVariance) * normals.Normal();
            return Math.Exp((link.Load * states[t].Chi) + states[t].Xi + link.Constant + error);
        }

        return like with
        {
            LogPrices = [.. logs.Select(x => x + (parameters[7] * normals.Normal()))],
            Futures =
            [
                .. like.Futures.Select((f, i) => f with { PricesUsd = [.. logs.Select((_, t) => Price(f, i, t))] }),
            ],
        };
    }
}
