using System.Globalization;
using OilRevenueSim.Analysis.Fitting;

namespace OilRevenueSim.Analysis.FitReports;

/// <summary>Numbers of a fit as text: for readers and, with a point and without grouping, for scenarios.</summary>
public static class FitNumbers
{
    /// <summary>Name of a model: <c>schwartz</c>, <c>gbm with jumps</c>.</summary>
    public static string Name(PriceModelFit fit) => fit.Jumps ? $"{fit.Model} with jumps" : fit.Model;

    /// <summary>Name of a model in file names and options: <c>gbm-jumps</c>.</summary>
    public static string Word(PriceModelFit fit) => fit.Jumps ? $"{fit.Model}-jumps" : fit.Model;

    /// <summary>Name of a scored model in file names and options.</summary>
    public static string Word(ForecastScore score) => score.Jumps ? $"{score.Model}-jumps" : score.Model;

    /// <summary>A number with so many significant digits, without powers of ten; <c>∞</c> and <c>–</c> where there is none.</summary>
    public static string Text(double value, int digits = 3)
    {
        if (double.IsNaN(value))
        {
            return "–";
        }

        return double.IsInfinity(value)
            ? (value > 0.0 ? "∞" : "−∞")
            : Plain(value, digits).Replace("-", "−", StringComparison.Ordinal);
    }

    /// <summary>A finite number with so many significant digits, as a scenario reads it.</summary>
    internal static string Plain(double value, int digits)
    {
        if (value == 0.0)
        {
            return "0";
        }

        var magnitude = (int)Math.Floor(Math.Log10(Math.Abs(value)));
        var decimals = Math.Clamp(digits - 1 - magnitude, 0, 15);
        return value.ToString("0." + new string('#', decimals), CultureInfo.InvariantCulture);
    }

    /// <summary>An interval: <c>0.2 to 0.4</c>.</summary>
    public static string Interval(double low, double high, int digits = 3) =>
        $"{Text(low, digits)} to {Text(high, digits)}";

    /// <summary>A number with so many decimals.</summary>
    public static string Fixed(double value, int decimals)
    {
        if (!double.IsFinite(value))
        {
            return Text(value);
        }

        // Adding zero turns −0 into 0.
        var rounded = Math.Round(value, decimals) + 0.0;
        return rounded
            .ToString($"F{decimals}", CultureInfo.InvariantCulture)
            .Replace("-", "−", StringComparison.Ordinal);
    }
}
