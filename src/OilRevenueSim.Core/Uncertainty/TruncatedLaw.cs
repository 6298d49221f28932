using System.Collections.Immutable;
using OilRevenueSim.Core.RandomStreams;

namespace OilRevenueSim.Core.Uncertainty;

/// <summary>A law cut to the values a key can have at all, by rescaling the uniform (model.md §3).</summary>
/// <remarks>
/// F(low) + u·(F(high) − F(low)) takes the place of u. A discrete law loses its values outside and keeps the order of
/// the others. Immutable; computing quantiles allocates nothing.
/// </remarks>
public sealed class TruncatedLaw
{
    /// <summary>The largest mass that may be cut without an error.</summary>
    public const double LargestCutMass = 0.01;

    private readonly Law _sampled;
    private readonly IncompleteBeta _shape;
    private readonly double _from;
    private readonly double _to;

    /// <summary>Cuts a law.</summary>
    /// <param name="law">Law.</param>
    /// <param name="range">Values allowed.</param>
    public TruncatedLaw(Law law, HardRange range)
    {
        Law = law;
        Range = range;
        _sampled = law;
        _shape = LawQuantile.ShapeOf(law);
        (_from, _to) = (0.0, 1.0);
        switch (law)
        {
            case CertainLaw certain:
                CutMass = Contains(certain.Value) ? 0.0 : 1.0;
                break;
            case DiscreteLaw discrete:
                (_sampled, CutMass) = CutDiscrete(discrete);
                break;
            case TableLaw table:
                // Rows belong together, so none is left out: what lies outside is for the reader to refuse.
                CutMass = (double)table.Rows.Count(value => !Contains(value)) / table.Rows.Length;
                break;
            default:
                _from = double.IsNegativeInfinity(range.Low) ? 0.0 : LawQuantile.Cdf(law, _shape, range.Low);
                _to = double.IsPositiveInfinity(range.High) ? 1.0 : LawQuantile.Cdf(law, _shape, range.High);
                CutMass = _from + (1.0 - _to);
                break;
        }
    }

    /// <summary>The law before the cut.</summary>
    public Law Law { get; }

    /// <summary>Values allowed.</summary>
    public HardRange Range { get; }

    /// <summary>Probability that lay outside <see cref="Range"/>, 0 to 1; above <see cref="LargestCutMass"/> it is an error of the scenario.</summary>
    public double CutMass { get; }

    /// <summary>True when nothing is cut.</summary>
    private bool IsWhole => _from == 0.0 && _to == 1.0;

    /// <summary>The value x, inside <see cref="Range"/>, with P(X ≤ x) = u after the cut.</summary>
    /// <param name="u">Probability, 0 to 1.</param>
    public double Quantile(double u)
    {
        Span<double> one = [u];
        Quantile(one, one);
        return one[0];
    }

    /// <summary>Quantiles of many probabilities.</summary>
    /// <param name="u">Probabilities, 0 to 1, <c>[i]</c>.</param>
    /// <param name="values">Receives the quantiles, <c>[i]</c>; may be <paramref name="u"/>.</param>
    public void Quantile(ReadOnlySpan<double> u, Span<double> values)
    {
        if (IsWhole)
        {
            LawQuantile.Quantile(_sampled, _shape, u, values);
            return;
        }

        values = values[..u.Length];
        LaneMap.Run(new RescaleMap(_from, _to), u, values);
        LawQuantile.Quantile(_sampled, _shape, values, values);
        // The quantile of F(low) may round to the wrong side of low.
        LaneMap.Run(new ClampMap(Range.Low, Range.High), values, values);
    }

    /// <summary>P(X ≤ x) after the cut.</summary>
    /// <param name="x">Value in base units.</param>
    public double Cdf(double x)
    {
        var whole = LawQuantile.Cdf(_sampled, _shape, x);
        return IsWhole ? whole : Math.Min(1.0, Math.Max(0.0, (whole - _from) / (_to - _from)));
    }

    /// <summary>Mean after the cut, or null where no closed form is known.</summary>
    public double? Mean => IsWhole ? LawQuantile.Mean(_sampled) : null;

    /// <summary>The law without the values outside, for the discrete; else <see cref="Law"/>.</summary>
    internal Law Sampled => _sampled;

    private bool Contains(double value) => value >= Range.Low && value <= Range.High;

    private (Law Kept, double CutMass) CutDiscrete(DiscreteLaw law)
    {
        var (mass, keptMass) = (0.0, 0.0);
        for (var i = 0; i < law.Values.Length; i++)
        {
            mass += law.Probabilities[i];
            keptMass += Contains(law.Values[i]) ? law.Probabilities[i] : 0.0;
        }

        if (keptMass == mass)
        {
            return (law, 0.0);
        }

        if (keptMass == 0.0)
        {
            return (law, 1.0);
        }

        var values = ImmutableArray.CreateBuilder<double>();
        var probabilities = ImmutableArray.CreateBuilder<double>();
        for (var i = 0; i < law.Values.Length; i++)
        {
            if (Contains(law.Values[i]))
            {
                values.Add(law.Values[i]);
                probabilities.Add(law.Probabilities[i] / keptMass);
            }
        }

        return (new DiscreteLaw(values.ToImmutable(), probabilities.ToImmutable()), 1.0 - (keptMass / mass));
    }
}
