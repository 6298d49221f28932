using System.Globalization;

namespace OilRevenueSim.Scenarios.Writing;

/// <summary>A number as decimal text that reads back with the same bits, times a power of ten.</summary>
internal static class DecimalText
{
    /// <summary>The shortest text of value·10^shift: the digits are kept and the point is moved.</summary>
    public static string Of(double value, int shift = 0)
    {
        var shortest = value.ToString("R", CultureInfo.InvariantCulture);
        return shift == 0 && !shortest.Contains('E', StringComparison.Ordinal) ? shortest : Moved(shortest, shift);
    }

    private static string Moved(string number, int shift)
    {
        var sign = number.StartsWith('-') ? "-" : "";
        var body = number.TrimStart('-');
        var split = body.IndexOf('E', StringComparison.Ordinal);
        var exponent =
            split < 0 ? 0 : int.Parse(body[(split + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var mantissa = split < 0 ? body : body[..split];
        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        var digits = mantissa.Replace(".", "", StringComparison.Ordinal);
        var place = (point < 0 ? mantissa.Length : point) + exponent + shift;
        var leading = digits.TakeWhile(c => c == '0').Count();
        digits = digits[leading..].TrimEnd('0');
        place -= leading;
        return digits.Length == 0 ? "0"
            : place is < -5 or > 21 ? $"{sign}{digits[..1]}.{(digits.Length > 1 ? digits[1..] : "0")}e{place - 1}"
            : place <= 0 ? $"{sign}0.{new string('0', -place)}{digits}"
            : place >= digits.Length ? $"{sign}{digits}{new string('0', place - digits.Length)}"
            : $"{sign}{digits[..place]}.{digits[place..]}";
    }
}
