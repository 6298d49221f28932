using System.Collections.Immutable;
using OilRevenueSim.Core.RandomStreams;

namespace OilRevenueSim.Core.Uncertainty;

/// <summary>A quantity ready to be drawn: uniform → truncation → quantile → conversion (model.md §3).</summary>
/// <remarks>Immutable; computing values allocates nothing. The forms for one number and for many have the same bits.</remarks>
public sealed class QuantityLaw
{
    /// <summary>Prepares a quantity, certain or not.</summary>
    /// <exception cref="ArgumentException">The quantity is only a text so far.</exception>
    public QuantityLaw(Quantity quantity)
    {
        if (quantity.Law is UnreadLaw)
        {
            throw new ArgumentException(
                $"'{quantity.Text}' is a text whose key nobody has asked what it means: run Checked() on the scenario first.",
                nameof(quantity)
            );
        }

        Quantity = quantity;
        Truncated = new TruncatedLaw(quantity.Law, quantity.Range);
    }

    /// <summary>The quantity.</summary>
    public Quantity Quantity { get; }

    /// <summary>Its law before conversion, cut to its hard range.</summary>
    public TruncatedLaw Truncated { get; }

    /// <summary>The number the model uses at the uniform u, in base units after <see cref="Quantity.Conversion"/>.</summary>
    /// <param name="u">Uniform, in (0, 1); without effect where the quantity is certain.</param>
    public double Value(double u)
    {
        Span<double> one = [u];
        Values(one, one);
        return one[0];
    }

    /// <summary>The numbers the model uses at many uniforms.</summary>
    /// <param name="u">Uniforms, in (0, 1), <c>[i]</c>.</param>
    /// <param name="values">Receives the numbers, <c>[i]</c>; may be <paramref name="u"/>.</param>
    public void Values(ReadOnlySpan<double> u, Span<double> values)
    {
        values = values[..u.Length];
        if (Quantity.Law is TableLaw table)
        {
            for (var i = 0; i < u.Length; i++)
            {
                values[i] = table.Rows[table.RowAt(u[i])];
            }
        }
        else
        {
            Truncated.Quantile(u, values);
        }

        Convert(values);
    }

    /// <summary>5 % quantile, median, 95 % quantile and mean of the number the model uses.</summary>
    public LawSummary Summarise()
    {
        // The conversion of a mean time to a rate turns the order round.
        var falling = Quantity.Conversion == Conversion.MeanTimeToRate;
        return new LawSummary(At(falling ? 0.95 : 0.05), At(0.5), At(falling ? 0.05 : 0.95), Mean());
    }

    private double At(double probability)
    {
        Span<double> one = [Truncated.Quantile(probability)];
        Convert(one);
        return one[0];
    }

    private void Convert(Span<double> values)
    {
        switch (Quantity.Conversion)
        {
            case Conversion.MeanTimeToRate:
                LaneMap.Run(default(InverseMap), values, values);
                break;
            case Conversion.ChanceToRate:
                LaneMap.Run(new LossToRateMap(Quantity.WindowYears), values, values);
                break;
            case Conversion.EffectiveToLogRate:
                LaneMap.Run(new LossToRateMap(1.0), values, values);
                break;
            default:
                break;
        }
    }

    private double? Mean()
    {
        if (Truncated.Sampled is CertainLaw)
        {
            return Value(0.5);
        }

        if (Truncated.Sampled is TableLaw table)
        {
            var values = table.Rows.ToArray();
            Convert(values);
            return values.Sum() / values.Length;
        }

        if (Truncated.Sampled is DiscreteLaw discrete)
        {
            var converted = discrete.Values.Select(value =>
                new QuantityLaw(Quantity with { Law = new CertainLaw(value) }).Value(0.5)
            );
            return LawQuantile.WeightedMean([.. converted], discrete.Probabilities);
        }

        return Quantity.Conversion switch
        {
            Conversion.None => Truncated.Mean,
            // The inverse of a lognormal number is lognormal with the mean of the logarithm negated.
            Conversion.MeanTimeToRate when Truncated.Mean is not null && Quantity.Law is LogNormalLaw law =>
                LawQuantile.Mean(law with { LogMean = -law.LogMean }),
            _ => null,
        };
    }
}

/// <summary>A law in a few numbers, after truncation and conversion, in base units.</summary>
/// <param name="P05">5 % quantile.</param>
/// <param name="Median">Median.</param>
/// <param name="P95">95 % quantile.</param>
/// <param name="Mean">Mean, or null where no closed form is known.</param>
public readonly record struct LawSummary(double P05, double Median, double P95, double? Mean)
{
    /// <summary>Summary of the number the model uses for a quantity.</summary>
    public static LawSummary Of(Quantity quantity) => new QuantityLaw(quantity).Summarise();
}
