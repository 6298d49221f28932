using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim.Scenarios.Quantities;

/// <summary>The central 90 % range of a quantity and its median, as drawn: after truncation, before conversion.</summary>
internal readonly record struct LawRange90(double Low, double Median, double High)
{
    public static LawRange90 Of(Quantity quantity)
    {
        var law = new TruncatedLaw(quantity.Law, quantity.Range);
        return new LawRange90(law.Quantile(0.05), law.Quantile(0.5), law.Quantile(0.95));
    }
}
