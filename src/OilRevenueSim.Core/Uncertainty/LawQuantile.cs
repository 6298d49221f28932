using System.Collections.Immutable;
using OilRevenueSim.Core.RandomStreams;

namespace OilRevenueSim.Core.Uncertainty;

/// <summary>Quantile and distribution functions of every law, computed with our own elementary functions (model.md §3, §4).</summary>
/// <remarks>The form for one number and the form for many have the same bits on every processor.</remarks>
public static class LawQuantile
{
    /// <summary>λ of the PERT law: the weight of its peak.</summary>
    private const double PertWeight = 4.0;

    /// <summary>The value x with P(X ≤ x) = u; for a discrete law the first, as written, whose cumulated probability is ≥ u.</summary>
    /// <param name="law">Law, not truncated.</param>
    /// <param name="u">Probability, 0 to 1.</param>
    public static double Quantile(Law law, double u)
    {
        Span<double> one = [u];
        Quantile(law, one, one);
        return one[0];
    }

    /// <summary>Quantiles of many probabilities.</summary>
    /// <param name="law">Law, not truncated.</param>
    /// <param name="u">Probabilities, 0 to 1, <c>[i]</c>.</param>
    /// <param name="values">Receives the quantiles, <c>[i]</c>; may be <paramref name="u"/>.</param>
    public static void Quantile(Law law, ReadOnlySpan<double> u, Span<double> values) =>
        Quantile(law, ShapeOf(law), u, values);

    /// <summary>P(X ≤ x).</summary>
    /// <param name="law">Law, not truncated.</param>
    /// <param name="x">Value in base units.</param>
    public static double Cdf(Law law, double x) => Cdf(law, ShapeOf(law), x);

    /// <summary>Mean of a law, or null where it has no closed form (logit-normal).</summary>
    public static double? Mean(Law law) =>
        law switch
        {
            CertainLaw certain => certain.Value,
            UniformLaw uniform => 0.5 * (uniform.Low + uniform.High),
            TriangularLaw triangular => (triangular.Low + triangular.Mode + triangular.High) / 3.0,
            PertLaw pert => (pert.Low + (PertWeight * pert.Mode) + pert.High) / (PertWeight + 2.0),
            NormalLaw normal => normal.Mean,
            LogNormalLaw logNormal => LaneMath.Exp(
                logNormal.LogMean + (0.5 * logNormal.LogStandardDeviation * logNormal.LogStandardDeviation)
            ),
            BetaLaw beta => beta.Alpha / (beta.Alpha + beta.Beta),
            DiscreteLaw discrete => WeightedMean(discrete.Values, discrete.Probabilities),
            TableLaw table => table.Sorted.Sum() / table.Sorted.Length,
            _ => null,
        };

    /// <summary>The incomplete beta function of a beta or PERT law, prepared once; unused for the others.</summary>
    internal static IncompleteBeta ShapeOf(Law law) =>
        law switch
        {
            BetaLaw beta => new IncompleteBeta(beta.Alpha, beta.Beta),
            PertLaw pert => new IncompleteBeta(
                1.0 + (PertWeight * (pert.Mode - pert.Low) / (pert.High - pert.Low)),
                1.0 + (PertWeight * (pert.High - pert.Mode) / (pert.High - pert.Low))
            ),
            _ => default,
        };

    /// <summary>Quantiles with a prepared <see cref="ShapeOf"/>; allocates nothing.</summary>
    internal static void Quantile(Law law, IncompleteBeta shape, ReadOnlySpan<double> u, Span<double> values)
    {
        switch (law)
        {
            case CertainLaw certain:
                values[..u.Length].Fill(certain.Value);
                break;
            case UniformLaw uniform:
                LaneMap.Run(new UniformQuantileMap(uniform.Low, uniform.High), u, values);
                break;
            case TriangularLaw triangular:
                LaneMap.Run(new TriangularQuantileMap(triangular.Low, triangular.Mode, triangular.High), u, values);
                break;
            case PertLaw pert:
                LaneMap.Run(new BetaQuantileMap(shape, pert.Low, pert.High), u, values);
                break;
            case NormalLaw normal:
                LaneMap.Run(new NormalQuantileMap(normal.Mean, normal.StandardDeviation), u, values);
                break;
            case LogNormalLaw logNormal:
                LaneMap.Run(new LogNormalQuantileMap(logNormal.LogMean, logNormal.LogStandardDeviation), u, values);
                break;
            case LogitNormalLaw logit:
                LaneMap.Run(new LogitNormalQuantileMap(logit.LogitMean, logit.LogitStandardDeviation), u, values);
                break;
            case BetaLaw:
                LaneMap.Run(new BetaQuantileMap(shape, 0.0, 1.0), u, values);
                break;
            case DiscreteLaw discrete:
                for (var i = 0; i < u.Length; i++)
                {
                    values[i] = FirstReaching(discrete.Values, discrete.Probabilities, u[i]);
                }

                break;
            case TableLaw table:
                for (var i = 0; i < u.Length; i++)
                {
                    // The first value that at least a share u of the rows does not exceed.
                    var reached = u[i] * table.Sorted.Length;
                    var row = (int)reached;
                    values[i] = table.Sorted[Math.Clamp(row == reached ? row - 1 : row, 0, table.Sorted.Length - 1)];
                }

                break;
            default:
                throw new ArgumentException($"The law {law} has no quantile function.", nameof(law));
        }
    }

    /// <summary>P(X ≤ x) with a prepared <see cref="ShapeOf"/>.</summary>
    internal static double Cdf(Law law, IncompleteBeta shape, double x) =>
        law switch
        {
            CertainLaw certain => x >= certain.Value ? 1.0 : 0.0,
            UniformLaw uniform => Hold((x - uniform.Low) / (uniform.High - uniform.Low)),
            TriangularLaw triangular => TriangularCdf(triangular, x),
            PertLaw pert => shape.Cdf((x - pert.Low) / (pert.High - pert.Low)),
            NormalLaw normal => NormalCdf(x, normal.Mean, normal.StandardDeviation),
            LogNormalLaw logNormal => x <= 0.0
                ? 0.0
                : NormalCdf(LaneMath.Log(x), logNormal.LogMean, logNormal.LogStandardDeviation),
            LogitNormalLaw logit => x <= 0.0 ? 0.0
            : x >= 1.0 ? 1.0
            : NormalCdf(LaneMath.Log(x) - LaneMath.Log1p(-x), logit.LogitMean, logit.LogitStandardDeviation),
            BetaLaw => shape.Cdf(x),
            DiscreteLaw discrete => MassUpTo(discrete, x),
            TableLaw table => table.ShareUpTo(x),
            _ => throw new ArgumentException($"The law {law} has no distribution function.", nameof(law)),
        };

    /// <summary>The first value whose cumulated probability is ≥ u; the last value where rounding leaves the sum below u.</summary>
    internal static double FirstReaching(ImmutableArray<double> values, ImmutableArray<double> probabilities, double u)
    {
        var cumulated = 0.0;
        for (var i = 0; i < values.Length - 1; i++)
        {
            cumulated += probabilities[i];
            if (cumulated >= u)
            {
                return values[i];
            }
        }

        return values[^1];
    }

    internal static double WeightedMean(ImmutableArray<double> values, ImmutableArray<double> probabilities)
    {
        var (sum, mass) = (0.0, 0.0);
        for (var i = 0; i < values.Length; i++)
        {
            sum += probabilities[i] * values[i];
            mass += probabilities[i];
        }

        return sum / mass;
    }

    private static double Hold(double probability) =>
        probability <= 0.0 ? 0.0
        : probability >= 1.0 ? 1.0
        : probability;

    private static double NormalCdf(double x, double mean, double standardDeviation) =>
        standardDeviation == 0.0 ? (x >= mean ? 1.0 : 0.0) : LaneMath.NormalCdf((x - mean) / standardDeviation);

    private static double TriangularCdf(TriangularLaw law, double x)
    {
        if (x <= law.Low)
        {
            return 0.0;
        }

        if (x >= law.High)
        {
            return 1.0;
        }

        var width = law.High - law.Low;
        return x <= law.Mode
            ? (x - law.Low) * (x - law.Low) / (width * (law.Mode - law.Low))
            : 1.0 - ((law.High - x) * (law.High - x) / (width * (law.High - law.Mode)));
    }

    private static double MassUpTo(DiscreteLaw law, double x)
    {
        var mass = 0.0;
        for (var i = 0; i < law.Values.Length; i++)
        {
            mass += law.Values[i] <= x ? law.Probabilities[i] : 0.0;
        }

        return mass;
    }
}
