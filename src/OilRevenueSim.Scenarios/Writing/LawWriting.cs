using OilRevenueSim.Core.Uncertainty;
using OilRevenueSim.Core.Units;
using OilRevenueSim.Scenarios.Quantities;
using OilRevenueSim.Scenarios.Reading;

namespace OilRevenueSim.Scenarios.Writing;

/// <summary>Laws as the grammar of quantities writes them, in base units.</summary>
internal static class LawWriting
{
    /// <summary>Numbers next to a quantile that are tried until the law reads back with its bits.</summary>
    private const int Neighbours = 4;

    /// <summary>The text under which a key reads a quantity's law.</summary>
    /// <exception cref="ArgumentException">No text of the format says this law.</exception>
    public static string Of(Quantity quantity)
    {
        var text = Of(quantity.Law, quantity.Dimension);
        return quantity.Conversion switch
        {
            Conversion.ChanceToRate => $"{text} within {DecimalText.Of(quantity.WindowYears)} years",
            Conversion.EffectiveToLogRate => $"{text} per year",
            _ => text,
        };
    }

    /// <summary>The text of a law of numbers of a dimension.</summary>
    public static string Of(Law law, Dimension dimension)
    {
        var (unit, shift) = dimension switch
        {
            Dimension.Flow => (" b/d", 0),
            Dimension.Volume => (" bbl", 0),
            Dimension.Money => (" USD", 0),
            Dimension.Price => (" USD/bbl", 0),
            Dimension.Duration => (" years", 0),
            Dimension.Share or Dimension.Volatility => ("%", 2),
            Dimension.Rate => (" per year", 0),
            Dimension.MoneyRate => (" USD per year", 0),
            _ => ("", 0),
        };
        string Value(double x) => DecimalText.Of(x, shift);
        return law switch
        {
            CertainLaw l => $"{Value(l.Value)}{unit}",
            UniformLaw l => $"uniform {Value(l.Low)} to {Value(l.High)}{unit}",
            TriangularLaw l => $"triangular {Value(l.Low)} to {Value(l.Mode)} to {Value(l.High)}{unit}",
            PertLaw l => $"pert {Value(l.Low)} to {Value(l.Mode)} to {Value(l.High)}{unit}",
            NormalLaw l => $"normal {Value(l.Mean)} sd {Value(l.StandardDeviation)}{unit}",
            BetaLaw l => $"beta {DecimalText.Of(l.Alpha)} {DecimalText.Of(l.Beta)}",
            DiscreteLaw l =>
                $"discrete {string.Join(' ', l.Values.Zip(l.Probabilities, (v, p) => $"{Value(v)}:{DecimalText.Of(p)}"))}{unit}",
            LogNormalLaw l => LogNormal(l, Value) + unit,
            LogitNormalLaw l when dimension == Dimension.Share => LogitNormal(l, Value) + unit,
            _ => throw new ArgumentException($"No text of the format says {CanonicalText.LawText(law)}.", nameof(law)),
        };
    }

    private static string LogNormal(LogNormalLaw law, Func<double, string> value)
    {
        var median = Nearest(
            LawQuantile.Quantile(law, 0.5),
            m => Intervals.LogNormalFromMedian(m, 2.0 * m).LogMean == law.LogMean
        );
        var p95 = Nearest(
            LawQuantile.Quantile(law, 0.95),
            p => median < p && Intervals.LogNormalFromMedian(median, p) == law
        );
        return $"lognormal {value(median)} p95 {value(p95)}";
    }

    /// <summary>A logit-normal law has no text but its interval.</summary>
    private static string LogitNormal(LogitNormalLaw law, Func<double, string> value)
    {
        var high = LawQuantile.Quantile(law, 0.95);
        var low = Nearest(LawQuantile.Quantile(law, 0.05), l => l < high && Intervals.LogitNormal(l, high) == law);
        return $"{value(low)} to {value(high)}";
    }

    /// <summary>The first of a number and its neighbours that fits, or the number where none does.</summary>
    private static double Nearest(double start, Func<double, bool> fits)
    {
        var (below, above) = (start, start);
        for (var i = 0; i <= Neighbours; i++, below = Math.BitDecrement(below), above = Math.BitIncrement(above))
        {
            if (fits(below) || fits(above))
            {
                return fits(below) ? below : above;
            }
        }

        return start;
    }
}
