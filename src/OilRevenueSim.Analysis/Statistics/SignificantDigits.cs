using System.Globalization;

namespace OilRevenueSim.Analysis.Statistics;

/// <summary>Rounding to a number of significant decimal digits.</summary>
public static class SignificantDigits
{
    /// <summary>Nearest number with so many significant digits.</summary>
    /// <param name="value">Finite number.</param>
    /// <param name="digits">Digits, 1 to 17.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="digits"/> outside 1 to 17.</exception>
    public static double Round(double value, int digits)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(digits, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(digits, 17);
        var text = value.ToString(
            "E" + (digits - 1).ToString(CultureInfo.InvariantCulture),
            CultureInfo.InvariantCulture
        );
        return double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
    }
}
