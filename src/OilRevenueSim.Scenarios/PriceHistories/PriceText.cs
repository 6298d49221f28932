using System.Globalization;
using System.Text;

namespace OilRevenueSim.Scenarios.PriceHistories;

/// <summary>What a cell of prices holds.</summary>
internal enum CellForm
{
    /// <summary>A number, with or without a currency sign.</summary>
    Number,

    /// <summary>A sign for "no price".</summary>
    Missing,

    /// <summary>Anything else.</summary>
    Text,
}

/// <summary>How a column writes its numbers.</summary>
/// <param name="DecimalMark">Point or comma.</param>
internal readonly record struct NumberStyle(char DecimalMark)
{
    /// <summary>The number of a cell that is one, or NaN.</summary>
    public double Parse(string cell)
    {
        var bare = PriceText.Bare(cell, out _);
        var thousands = DecimalMark == '.' ? "," : ".";
        var plain = bare.Replace(thousands, "", StringComparison.Ordinal).Replace(DecimalMark, '.');
        return double.TryParse(plain, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? value
            : double.NaN;
    }
}

/// <summary>Prices as files write them.</summary>
internal static class PriceText
{
    private static readonly string[] MissingSigns =
    [
        "",
        ".",
        "..",
        "-",
        "--",
        "na",
        "n/a",
        "#n/a",
        "nan",
        "null",
        "none",
        "nd",
        "n.d.",
    ];

    private static readonly string[] Dollars = ["USD/bbl", "US$", "USD", "$"];

    private static readonly string[] OtherCurrencies = ["€", "£", "¥", "₽", "EUR", "GBP", "RUB", "CNY"];

    /// <summary>What a cell holds.</summary>
    public static CellForm FormOf(string cell)
    {
        if (MissingSigns.Contains(cell.ToLowerInvariant(), StringComparer.Ordinal))
        {
            return CellForm.Missing;
        }

        var bare = Bare(cell, out _);
        var hasDigit = bare.Any(char.IsAsciiDigit);
        return
            hasDigit
            && (
                bare.All(c => char.IsAsciiDigit(c) || c is '.' or ',' or '-' or '+')
                || double.TryParse(bare, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
            )
            ? CellForm.Number
            : CellForm.Text;
    }

    /// <summary>A foreign currency sign in a cell or a header, or null.</summary>
    public static string? OtherCurrency(string text) =>
        OtherCurrencies.FirstOrDefault(sign => text.Contains(sign, StringComparison.Ordinal));

    /// <summary>A number without currency sign, spaces and apostrophes.</summary>
    public static string Bare(string cell, out bool hadCurrency)
    {
        var text = cell.Replace('\u2212', '-');
        hadCurrency = false;
        foreach (var sign in Dollars.Concat(OtherCurrencies))
        {
            if (text.Contains(sign, StringComparison.OrdinalIgnoreCase))
            {
                hadCurrency = true;
                text = text.Replace(sign, "", StringComparison.OrdinalIgnoreCase);
            }
        }

        var bare = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c) && c is not ('\'' or '’' or '\u00A0' or '\u202F'))
            {
                bare.Append(c);
            }
        }

        return bare.ToString();
    }

    /// <summary>
    /// How cells write numbers: the mark that is followed by other than three digits, or stands last of two, is the decimal mark.
    /// </summary>
    /// <returns>The style, or the index of the cell that contradicts the others or leaves it open.</returns>
    public static (NumberStyle? Style, int Culprit) StyleOf(IReadOnlyList<string> cells)
    {
        var (sure, open) = (new Dictionary<char, int>(), new Dictionary<char, int>());
        for (var i = 0; i < cells.Count; i++)
        {
            var (mark, isSure) = MarkOf(Bare(cells[i], out _));
            if (mark is { } found)
            {
                (isSure ? sure : open).TryAdd(found, i);
            }
        }

        if (sure.Count == 2)
        {
            return (null, Math.Max(sure['.'], sure[',']));
        }

        if (sure.Count == 1)
        {
            return (new NumberStyle(sure.Keys.Single()), -1);
        }

        // A point before three digits is a decimal point: no oil costs thousands. A comma there may be either.
        return open.TryGetValue(',', out var comma) ? (null, comma) : (new NumberStyle('.'), -1);
    }

    /// <summary>The decimal mark that a number shows, and whether it can be nothing else; null where it shows none.</summary>
    private static (char? Mark, bool IsSure) MarkOf(string number)
    {
        var (points, commas) = (number.Count(c => c == '.'), number.Count(c => c == ','));
        if (points + commas == 0)
        {
            return (null, false);
        }

        if (points > 0 && commas > 0)
        {
            return (number[number.LastIndexOfAny(['.', ','])], true);
        }

        var mark = points > 0 ? '.' : ',';
        if (points + commas > 1)
        {
            var groups = number.Split(mark).Skip(1);
            return groups.All(g => g.Length == 3) ? (mark == '.' ? ',' : '.', true) : (null, false);
        }

        return (
            mark,
            number.Length - number.IndexOf(mark) - 1 != 3 || number.StartsWith("0.", StringComparison.Ordinal)
        );
    }
}
