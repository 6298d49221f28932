using OilRevenueSim.Core.Uncertainty;
using OilRevenueSim.Core.Units;
using OilRevenueSim.Scenarios.Quantities;

namespace OilRevenueSim.Scenarios;

/// <summary>The one unit in which the author of a scenario wrote a quantity, e.g. <c>USD/bbl</c> or <c>% within 12 months</c>.</summary>
/// <remarks>It turns a bare number into the text of a quantity of the same kind, so that numbers can be varied where they stand.</remarks>
public sealed record WrittenUnit
{
    private readonly double perBase;

    private WrittenUnit(string text, double perBase)
    {
        Text = text;
        this.perBase = perBase;
    }

    /// <summary>What follows the number, without a leading space; empty for a plain number.</summary>
    public string Text { get; }

    /// <summary>The unit of a quantity, or null where its text names a parameter or has several units.</summary>
    /// <remarks>The numbers of a beta law have none; the share that it gives is written in per cent.</remarks>
    /// <param name="quantity">Quantity of a scenario.</param>
    public static WrittenUnit? Of(Quantity quantity)
    {
        ArgumentNullException.ThrowIfNull(quantity);
        if (
            QuantityGrammar.Read(quantity.Text).Shape is not { Values: [.., var last] } shape
            || shape.Values.Any(v => v.Unit != last.Unit || v.Per != last.Per)
        )
        {
            return null;
        }

        var isShare = shape.Kind == ShapeKind.Beta && quantity.Dimension is Dimension.Share or Dimension.Volatility;
        var unit = isShare && last.Unit is null ? Unit.Find("%") : last.Unit;
        var factor = unit is null ? 1.0 : unit.Divisor / unit.Multiplier / Math.Pow(10.0, unit.PowerOfTen);
        // A chance is a share of one whatever the time it holds for.
        var isChance = quantity.Conversion is Conversion.ChanceToRate or Conversion.EffectiveToLogRate;
        if (last.Per is { } span && !isChance)
        {
            factor *= span.Multiplier / span.Divisor;
        }

        var per = last.Per is null ? "" : $" per {last.Per.Name}";
        var within = shape.Within is { } time ? $" within {time.Number} {time.Unit?.Name}" : "";
        return new WrittenUnit($"{unit?.Name}{per}{within}".Trim(), factor);
    }

    /// <summary>A drawn value, before its conversion, as a number of this unit.</summary>
    /// <param name="baseValue">Value in the base unit of the quantity's dimension.</param>
    public double FromBase(double baseValue) => baseValue * perBase;

    /// <summary>The text of a quantity: <c>40</c> gives <c>40 USD/bbl</c>, <c>5</c> gives <c>5% within 12 months</c>.</summary>
    /// <param name="number">A number as written.</param>
    public string Say(string number) => Join(number, Text);

    /// <summary>A number and what follows it; a percent sign follows without a space.</summary>
    /// <param name="number">A number as written.</param>
    /// <param name="unit">What follows it.</param>
    public static string Join(string number, string unit)
    {
        ArgumentNullException.ThrowIfNull(number);
        ArgumentNullException.ThrowIfNull(unit);
        return unit.Length == 0 || unit[0] == '%' ? number + unit : $"{number} {unit}";
    }
}
