using OilRevenueSim.Core.Units;
using OilRevenueSim.Scenarios.Writing;

namespace OilRevenueSim.Scenarios;

/// <summary>Numbers with their unit as a scenario file writes them; read back, they have the same bits.</summary>
public static class UnitText
{
    /// <summary>A price, e.g. <c>50 USD/bbl</c>.</summary>
    public static string Of(UsdPerBarrel price) => $"{DecimalText.Of(price.Value)} USD/bbl";

    /// <summary>A flow, e.g. <c>35000 b/d</c>.</summary>
    public static string Of(BarrelsPerDay flow) => $"{DecimalText.Of(flow.Value)} b/d";

    /// <summary>A volume, e.g. <c>6000000 bbl</c>.</summary>
    public static string Of(Barrels volume) => $"{DecimalText.Of(volume.Value)} bbl";

    /// <summary>An amount of money, e.g. <c>10000000 USD</c>.</summary>
    public static string Of(Usd amount) => $"{DecimalText.Of(amount.Value)} USD";

    /// <summary>A share, e.g. <c>15%</c>.</summary>
    public static string Of(Fraction share) => $"{DecimalText.Of(share.Value, 2)}%";

    /// <summary>A hazard, e.g. <c>0.5 per year</c>.</summary>
    public static string Of(HazardRate rate) => $"{DecimalText.Of(rate.PerYear)} per year";

    /// <summary>A plain number, e.g. <c>1.6</c>.</summary>
    public static string Of(double number) => DecimalText.Of(number);
}
