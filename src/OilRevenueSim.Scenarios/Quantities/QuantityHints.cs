using OilRevenueSim.Core.Units;

namespace OilRevenueSim.Scenarios.Quantities;

/// <summary>What would have worked, for the mistakes that people make in quantities.</summary>
internal static class QuantityHints
{
    private const string RangeForm = "write a range with the word 'to': 25 to 45 kb/d";

    /// <summary>For a word that stands where a unit is due.</summary>
    public static string ForUnit(string word)
    {
        if (IsDash(word))
        {
            return RangeForm;
        }

        if (word.Split('/') is [var amount, var time] && Unit.Find(time) is { Dimension: Dimension.Duration })
        {
            return amount.Length == 0 ? $"write per {time}" : $"write {Unit.Correct(amount) ?? amount} per {time}";
        }

        var right = Unit.Correct(word);
        return right is null ? $"units are {string.Join(' ', Unit.All.Take(16).Select(u => u.Name))}"
            : right.Contains(' ', StringComparison.Ordinal) ? $"write {right}: k is thousand, m is million"
            : $"write {right}";
    }

    /// <summary>For a piece that the grammar does not expect.</summary>
    /// <param name="token">The piece.</param>
    /// <param name="first">True when it begins the quantity.</param>
    public static string ForUnexpected(Token token, bool first) =>
        IsCurrency(token.Text) || Unit.Find(token.Text) is not null
            ? "write the number first and then its unit: 40 USD, 40 MUSD, 40 USD/bbl; for a range write 30 to 40 USD/bbl"
        : token.Text is "in" or "during" or "over" or "by"
            ? "write a chance with the word 'within': 20% within 12 months"
        : !first && (IsDash(token.Text) || (token.Kind == TokenKind.Number && token.Text.StartsWith('-'))) ? RangeForm
        : "a quantity is a number with its unit (35 kb/d), a 90 % range (25 to 45 kb/d), a shape (uniform 25 to 45 kb/d), or a parameter's name";

    /// <summary>For a piece that stands where a number is due, or null for the end of the text.</summary>
    public static string ForNumber(string? found) =>
        found is "a" or "an" or "one" ? "write the number 1: 20% within 1 year"
        : found is not null && IsCurrency(found)
            ? "write the number first and then its unit: 40 USD, 40 MUSD or 40 USD/bbl"
        : "write for example 35 kb/d, 25 to 45 kb/d or 20% within 12 months";

    /// <summary>True for text that begins with a currency sign or a sign for "about".</summary>
    public static bool IsCurrency(string text) =>
        text is ['$' or '€' or '£' or '~' or '<' or '>' or '≈', ..] || text.StartsWith("US$", StringComparison.Ordinal);

    /// <summary>How a shape is written.</summary>
    public static string Form(string shape) =>
        shape switch
        {
            "uniform" => "uniform 25 to 45 kb/d",
            "triangular" => "triangular 25 to 30 to 45 kb/d",
            "pert" => "pert 25 to 30 to 45 kb/d",
            "normal" => "normal 35 sd 5 kb/d",
            "lognormal" => "lognormal 3 p95 24 months (median, then the 95 % quantile)",
            _ => "discrete 0:0.9 1.5:0.1",
        };

    private static bool IsDash(string text) => text is ['-' or '–' or '—', ..] or ['.', '.', ..] or "and";
}
