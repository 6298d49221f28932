using System.Globalization;
using OilRevenueSim.Core.Time;
using OilRevenueSim.Core.Units;

namespace OilRevenueSim.Scenarios.Explaining;

/// <summary>Numbers in base units as people write them, with three significant digits.</summary>
internal static class NumberText
{
    /// <summary>One number with its unit.</summary>
    public static string Of(double value, Dimension dimension)
    {
        var days = value * TimeGrid.DaysPerYear;
        if (dimension == Dimension.Duration && days < 60.0 && Math.Abs(days - Math.Round(days)) < 1e-9)
        {
            return Digits(Math.Round(days), 6) + (days < 1.5 ? " day" : " days");
        }

        var (factor, unit) = Scale(dimension, Math.Abs(value));
        return Digits(value * factor, 6) + unit;
    }

    /// <summary>A range whose unit stands once: <c>25 to 45 kb/d</c>.</summary>
    public static string Range(double low, double high, Dimension dimension)
    {
        if (dimension == Dimension.Duration && low > 0.0)
        {
            return DurationRange(low, high);
        }

        var (factor, unit) = Scale(dimension, Math.Max(Math.Abs(low), Math.Abs(high)));
        var (from, to) = (Digits(low * factor), Digits(high * factor));
        return from == to ? from + unit
            : unit == "%" ? $"{from}% to {to}%"
            : $"{from} to {to}{unit}";
    }

    /// <summary>Some significant digits, three by default, without exponent.</summary>
    public static string Digits(double value, int significant = 3)
    {
        if (value == 0.0 || !double.IsFinite(value))
        {
            return value.ToString(CultureInfo.InvariantCulture);
        }

        var places = Math.Clamp(significant - 1 - (int)Math.Floor(Math.Log10(Math.Abs(value))), 0, 8);
        var rounded = Math.Round(value, places, MidpointRounding.AwayFromZero);
        return rounded == 0.0 ? "0" : rounded.ToString("0." + new string('#', places), CultureInfo.InvariantCulture);
    }

    /// <summary>A share as a percentage, kept away from a false 0 % and 100 %.</summary>
    public static string Percent(double share) =>
        share is > 0.0 and < 0.001 ? "under 0.1%"
        : share is > 0.995 and < 1.0 ? "over 99%"
        : $"{(share < 0.1 ? Digits(Math.Round(100.0 * share, 1)) : Math.Round(100.0 * share).ToString(CultureInfo.InvariantCulture))}%";

    private static (double Factor, string Unit) Scale(Dimension dimension, double size) =>
        dimension switch
        {
            Dimension.Flow => size >= 1e6 ? (1e-6, " mb/d")
            : size >= 1e3 ? (1e-3, " kb/d")
            : (1.0, " b/d"),
            Dimension.Volume => size >= 1e6 ? (1e-6, " mb")
            : size >= 1e3 ? (1e-3, " kb")
            : (1.0, " bbl"),
            Dimension.Money => size >= 1e9 ? (1e-9, " bnUSD")
            : size >= 1e6 ? (1e-6, " MUSD")
            : (1.0, " USD"),
            Dimension.Price => (1.0, " USD/bbl"),
            Dimension.Share or Dimension.Volatility => (100.0, "%"),
            Dimension.Duration => DurationScale(size),
            Dimension.Rate => (1.0, " per year"),
            Dimension.MoneyRate => size >= 12e6 ? (1e-6 / 12.0, " MUSD per month") : (1.0 / 12.0, " USD per month"),
            _ => (1.0, ""),
        };

    /// <summary>A range of times in the unit of its shorter end, or each end in its own where they lie far apart.</summary>
    private static string DurationRange(double low, double high)
    {
        const double MostOfAUnit = 60.0;
        var (factor, unit) = DurationScale(low);
        var (from, to) = (Digits(low * factor), Digits(high * factor));
        return from == to ? from + unit
            : high * factor <= MostOfAUnit ? $"{from} to {to}{unit}"
            : $"{from}{unit} to {Digits(high * DurationScale(high).Factor)}{DurationScale(high).Unit}";
    }

    private static (double Factor, string Unit) DurationScale(double years)
    {
        // The quantile of a law that was written as two months may lie a rounding below two months.
        const double Rounding = 1e-9;
        var about = years * (1.0 + Rounding);
        return about >= 3.0 ? (1.0, " years")
            : about >= 2.0 / 12.0 ? (12.0, " months")
            : about >= 14.0 / 365.25 ? (365.25 / 7.0, " weeks")
            : (365.25, " days");
    }
}
