using System.Text.RegularExpressions;

namespace OilRevenueSim.Scenarios.Quantities;

/// <summary>What to write in place of a quantity with separated thousands, such as <c>280,000 b/d</c>.</summary>
internal static partial class ThousandsSeparators
{
    /// <summary>True where a text holds such a number.</summary>
    public static bool IsIn(string text) => Separated().IsMatch(text);

    /// <summary><c>write 280 kb/d or 280000 b/d</c>.</summary>
    public static string Hint(string text)
    {
        var plain = Separated().Replace(text, number => Digits(number.Value)).Trim();
        return RoundBarrels().IsMatch(text.Trim())
            ? $"write {Separated().Replace(text, number => Digits(number.Value)[..^3]).Trim().Replace(" b/d", " kb/d", StringComparison.Ordinal)} or {plain}"
            : $"write {plain}";
    }

    private static string Digits(string number) => string.Concat(number.Where(c => c is not (',' or '_' or '\'')));

    [GeneratedRegex(
        @"(?<![\d.,])\d{1,3}([,_']\d{3})+(?![\d,])",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Separated();

    // Only whole thousands, all of barrels a day.
    [GeneratedRegex(
        @"^([a-z]+ )?\d{1,3}([,_']\d{3})*[,_']000( b/d)?( to \d{1,3}([,_']\d{3})*[,_']000( b/d)?)*$(?<= b/d)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex RoundBarrels();
}
