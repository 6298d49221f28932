using OilRevenueSim.Core.Uncertainty;
using OilRevenueSim.Core.Units;
using OilRevenueSim.Scenarios.Quantities;

namespace OilRevenueSim.Scenarios.Explaining;

/// <summary>Quantities and hazards in words.</summary>
internal static class QuantityText
{
    /// <summary>The value, or the central 90 % range.</summary>
    public static string Of(Quantity quantity)
    {
        if (quantity.Law is CertainLaw certain)
        {
            return NumberText.Of(certain.Value, quantity.Dimension);
        }

        if (quantity.Law is DiscreteLaw discrete)
        {
            var values = discrete.Values.Zip(
                discrete.Probabilities,
                (v, p) => $"{NumberText.Of(v, quantity.Dimension)} ({NumberText.Percent(p)})"
            );
            return string.Join(" or ", values);
        }

        var range = LawRange90.Of(quantity);
        return NumberText.Range(range.Low, range.High, quantity.Dimension);
    }

    /// <summary>A rate of loss: as written, where a percentage is effective per year.</summary>
    public static string Yearly(Quantity quantity) =>
        quantity.Conversion is Conversion.EffectiveToLogRate ? $"{Of(quantity)} a year"
        : quantity.Conversion is Conversion.ChanceToRate
            ? $"{Of(quantity)} in {NumberText.Of(quantity.WindowYears, Dimension.Duration)}"
        : Of(quantity);

    /// <summary>A hazard as a mean waiting time with the chance in one year that it implies.</summary>
    /// <remarks>Chance in a year 1 − e^(−rate), with every ratio 1.</remarks>
    public static string Hazard(Quantity quantity)
    {
        var rate = LawSummary.Of(quantity);
        if (!(rate.P95 > 0.0))
        {
            return "never";
        }

        // No rate makes an event certain, though the chance may round to 1.
        const double Most = 0.9999;
        var (low, high) = (Math.Min(Most, 1.0 - Math.Exp(-rate.P05)), Math.Min(Most, 1.0 - Math.Exp(-rate.P95)));
        var (from, to) = (NumberText.Percent(low), NumberText.Percent(high));
        var chance = from == to ? from : $"{from} to {to}";
        return $"every {Waiting(rate)} (a chance of {chance} in one year)";
    }

    /// <summary>A hazard ratio in words: <c>0.5 times as likely</c>.</summary>
    public static string Ratio(Quantity quantity) => $"{Of(quantity)} times as likely";

    private static string Waiting(LawSummary rate)
    {
        if (rate.P05 > 0.0)
        {
            return NumberText.Range(1.0 / rate.P95, 1.0 / rate.P05, Dimension.Duration);
        }

        return NumberText.Range(1.0 / rate.P95, 1.0 / rate.P95, Dimension.Duration) + " or longer";
    }
}
