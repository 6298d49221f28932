using System.Collections.Immutable;
using MathNet.Numerics.Statistics;
using OilRevenueSim.Core.Prices;

namespace OilRevenueSim.Analysis.Fitting;

/// <summary>Fits two regimes of geometric Brownian motion, calm and turbulent, between which prices switch at constant rates.</summary>
/// <remarks>
/// <para>
/// Direct likelihood by the filter of Hamilton (1989), started at the chain's stationary law. Switches happen in continuous time, so the mean and
/// the variance of a step are those of its shares of both regimes (<see cref="Occupancy"/>), as the engine composes them. Calm is the regime of lower volatility.
/// </para>
/// <para>
/// A likelihood of mixtures has no highest point: volatilities are kept above a twentieth of the robust spread of changes, and the highest of the interior maxima found from
/// several starts is taken. Whether there are two regimes at all is no question for a likelihood ratio (its law is not χ²); compare AIC and BIC.
/// </para>
/// </remarks>
public static class RegimesFit
{
    private const string Name = "regimes";

    internal static readonly FittedModel Model = new(
        Name,
        (s, _) => Fit(s),
        s => Find(s, searches: 1).Natural,
        (s, p) => new RegimeFilter(s, p),
        Simulate,
        Free
    );

    /// <summary>The fit.</summary>
    /// <exception cref="PriceFitException">The history, or an option, is out of range; or it holds averages, over which switches are spread.</exception>
    public static PriceModelFit Of(PriceHistory history, PriceFitOptions? options = null)
    {
        options ??= new();
        options.Check();
        JumpFit.PointsOnly(history, "switches of regime");
        return Bootstrap.Of(Model, PriceSample.Of(history), options);
    }

    private static ImmutableArray<FreeParameter> Free(PriceSample sample)
    {
        var perRootYear = JumpFit.RobustSpread(sample) / Math.Sqrt(sample.StepYears);
        FreeParameter Drift(string set) =>
            new($"regimes.sets.{set}.drift", "per year", ParameterScale.Plain, -100.0, 100.0);
        FreeParameter Volatility(string set) =>
            new(
                $"regimes.sets.{set}.volatility",
                "per √year",
                ParameterScale.Logarithm,
                0.05 * perRootYear,
                50.0 * perRootYear
            );
        FreeParameter Rate(string change) =>
            new(
                $"regimes.changes.{change}.rate",
                "per year",
                ParameterScale.Logarithm,
                0.1 / sample.SpanYears,
                2.0 / sample.StepYears
            );
        return
        [
            Rate("calm>turbulent"),
            Rate("turbulent>calm"),
            Drift("calm"),
            Volatility("calm"),
            Drift("turbulent"),
            Volatility("turbulent"),
        ];
    }

    private static Maximum Find(PriceSample sample, int searches)
    {
        var likelihood = new Likelihood(Free(sample), p => RegimeFilter.LogLikelihoodOf(sample, p));
        var found = Maximum.Find(likelihood, Starts(sample), searches);
        var p = found.Natural;
        // The names could be exchanged without changing the likelihood.
        return p[3] <= p[5] ? found : Maximum.At(likelihood, [p[1], p[0], p[4], p[5], p[2], p[3]]);
    }

    private static PriceModelFit Fit(PriceSample sample)
    {
        const int Searches = 3;
        var maximum = Find(sample, Searches);
        var filter = new RegimeFilter(sample, maximum.Natural);
        var fit = FittedModel.Result(Name, Free(sample), maximum, sample, filter);
        return fit with
        {
            EndStates =
            [
                new()
                {
                    Key = "regimes.start",
                    Unit = "P(turbulent)",
                    Estimate = filter.SecondAt(sample.Steps),
                    StandardError = double.NaN,
                    Low = 0.0,
                    High = 1.0,
                },
            ],
        };
    }

    /// <summary>Starts: shares of turbulence from a twentieth to a half, spells from four steps to a year.</summary>
    private static IEnumerable<double[]> Starts(PriceSample sample)
    {
        var changes = JumpFit.Changes(sample);
        var spread = JumpFit.RobustSpread(sample);
        var drift = GbmFit.Model.Quick(sample)[0];
        var total = changes.Variance();
        foreach (var share in (double[])[0.05, 0.2, 0.5])
        {
            var calm = Math.Min(0.9 * spread * spread, 0.9 * total);
            var turbulent = Math.Max((total - ((1.0 - share) * calm)) / share, 2.0 * calm);
            foreach (
                var spellYears in (double[])[4.0 * sample.StepYears, 16.0 * sample.StepYears, 64.0 * sample.StepYears]
            )
            {
                yield return
                [
                    share / (1.0 - share) / spellYears,
                    1.0 / spellYears,
                    drift,
                    Math.Sqrt(calm / sample.StepYears),
                    drift,
                    Math.Sqrt(turbulent / sample.StepYears),
                ];
            }
        }
    }

    /// <summary>Log prices drawn with each switch at its time, the first regime from the stationary law.</summary>
    private static PriceSample Simulate(PriceSample like, double[] parameters, NormalStream normals)
    {
        double Rate(bool turbulent) => parameters[turbulent ? 1 : 0];
        var turbulent = normals.Uniform() < parameters[0] / (parameters[0] + parameters[1]);
        var waiting = normals.Exponential() / Rate(turbulent);
        return FittedModel.Drawn(
            like,
            x =>
            {
                for (var left = like.StepYears; left > 0.0; )
                {
                    var spell = Math.Min(left, waiting);
                    var (drift, volatility) = (parameters[turbulent ? 4 : 2], parameters[turbulent ? 5 : 3]);
                    x +=
                        ((drift - (0.5 * volatility * volatility)) * spell)
                        + (volatility * Math.Sqrt(spell) * normals.Normal());
                    left -= spell;
                    waiting -= spell;
                    if (waiting <= 0.0)
                    {
                        turbulent = !turbulent;
                        waiting = normals.Exponential() / Rate(turbulent);
                    }
                }

                return x;
            }
        );
    }
}
