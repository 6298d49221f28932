using System.Globalization;
using System.Text;

namespace OilRevenueSim.Reporting.Layout;

/// <summary>Text made fit for the sheet: letters the font has, lines of a given width.</summary>
internal static class Wording
{
    private const char NoBreakSpace = '\u00A0';
    private const string Ellipsis = "…";
    private const double LongestStub = 0.3;
    private const double EvenEnough = 0.5;
    private const double LeastFitted = 0.75;
    private const double FittedSlack = 0.5;

    // "to", "à" and "إلى" are no longer; what a number counts is longer.
    private const int LongestLink = 3;

    /// <summary>Width of a line; that of its runs where it has Arabic.</summary>
    public static double Width(string text, Style style) =>
        TextRuns.HasArabic(text)
            ? TextRuns.Of(text).Sum(run => Width(run, style))
            : style.Face.Measure(text, style.Size);

    /// <summary>Width of a run.</summary>
    public static double Width(TextRun run, Style style) =>
        (run.IsArabicType ? style.Face.ForArabic : style.Face).Measure(run.Text, style.Size);

    /// <summary>One line without control characters; spaces the font lacks become plain ones.</summary>
    public static string Clean(string text, Face face)
    {
        var isFine = true;
        foreach (var c in text)
        {
            isFine &= c >= ' ' && (c <= '~' || c == NoBreakSpace);
        }

        if (isFine)
        {
            return text;
        }

        var builder = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var letter = rune.ToString();
            if (Rune.IsControl(rune))
            {
                builder.Append(' ');
            }
            else if (face.Covers(letter) || (TextRuns.HasArabic(letter) && face.ForArabic.Covers(letter)))
            {
                builder.Append(letter);
            }
            else if (Rune.IsWhiteSpace(rune))
            {
                builder.Append(NoBreakSpace);
            }
            else if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format)
            {
                builder.Append(letter);
            }
        }

        return builder.ToString();
    }

    /// <summary>
    /// As <see cref="Wrap"/>, but two lines part where a sentence or clause ends if they can, and a last line is no stub.
    /// </summary>
    public static List<string> WrapEvenly(string text, Style style, double width, int maxLines)
    {
        var lines = Wrap(text, style, width, maxLines);
        if (lines.Count <= 1)
        {
            return lines;
        }

        if (lines.Count == 2 && AtClause(Clean(text, style.Face), style, width) is { } parted)
        {
            return parted;
        }

        if (Width(lines[^1], style) > width * LongestStub)
        {
            return lines;
        }

        for (var share = 0.95; share >= 0.5; share -= 0.05)
        {
            var even = Wrap(text, style, width * share, lines.Count + 1);
            if (even.Count == lines.Count && Width(even[^1], style) >= width * share * EvenEnough)
            {
                return even;
            }
        }

        return lines;
    }

    // A number keeps its unit or what it counts where there is room, and with them the other end of its range: "30 %", "14.5 million USD",
    // "12 areas" and "0.6 to 1.8 billion USD" are one word.
    private static List<string> Words(string text, Style style, double width)
    {
        var words = Joined(text.Split(' ', StringSplitOptions.RemoveEmptyEntries), IsOf, style, width);
        return Joined(words, (low, high) => char.IsAsciiDigit(high[0]) && IsHalfRange(low), style, width);
    }

    private static List<string> Joined(
        IEnumerable<string> words,
        Func<string, string, bool> isOne,
        Style style,
        double width
    )
    {
        var joined = new List<string>();
        foreach (var word in words)
        {
            if (joined.Count > 0 && isOne(joined[^1], word) && Width(joined[^1] + " " + word, style) <= width)
            {
                joined[^1] += " " + word;
            }
            else
            {
                joined.Add(word);
            }
        }

        return joined;
    }

    private static bool IsOf(string number, string unit) =>
        char.IsAsciiDigit(number.TrimEnd(')').LastOrDefault())
            ? unit[0] == '%' || char.IsLetter(unit[0])
            : unit.StartsWith("USD", StringComparison.Ordinal) && number.Contains(' ', StringComparison.Ordinal);

    // "0.6 to", "(23 à": a number and the short word that leads to another.
    private static bool IsHalfRange(string words) =>
        words.LastIndexOf(' ') is var at and > 0
        && words.Length - at - 1 <= LongestLink
        && char.IsAsciiDigit(words[at - 1]);

    /// <summary>Lines no wider than <paramref name="width"/>; the last one ends in an ellipsis if text is left over.</summary>
    public static List<string> Wrap(string text, Style style, double width, int maxLines)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in Words(Clean(text, style.Face), style, width))
        {
            var rest = word;
            var longer = line.Length == 0 ? rest : line + " " + rest;
            if (Width(longer, style) <= width)
            {
                line = longer;
                continue;
            }

            if (line.Length > 0)
            {
                lines.Add(line);
            }

            while (Width(rest, style) > width && rest.Length > 1)
            {
                var fits = Fitting(rest, style, width, "");
                lines.Add(rest[..fits]);
                rest = rest[fits..];
            }

            line = rest;
        }

        if (line.Length > 0)
        {
            lines.Add(line);
        }

        if (lines.Count > maxLines)
        {
            var last = lines[maxLines - 1] + " " + lines[maxLines];
            lines.RemoveRange(maxLines - 1, lines.Count - maxLines + 1);
            lines.Add(last[..Fitting(last, style, width, Ellipsis)].TrimEnd(' ', ',', ';', '،', '؛') + Ellipsis);
        }

        return lines;
    }

    /// <summary>As <see cref="Wrap"/>, but lines part at a mark, which falls away, where they can, so that "id 1a2b" is never parted.</summary>
    public static List<string> WrapBetween(string text, string mark, Style style, double width, int maxLines)
    {
        var lines = new List<string>();
        foreach (var part in Clean(text, style.Face).Split(mark))
        {
            var longer = lines.Count == 0 ? part : lines[^1] + mark + part;
            if (lines.Count == 0 || Width(longer, style) > width)
            {
                lines.Add(part);
            }
            else
            {
                lines[^1] = longer;
            }
        }

        return lines.Count <= maxLines && lines.TrueForAll(line => Width(line, style) <= width)
            ? lines
            : Wrap(text, style, width, maxLines);
    }

    // The two lines that end in a full stop, semicolon or colon and are most alike in length.
    private static List<string>? AtClause(string text, Style style, double width)
    {
        var best = (Longer: double.MaxValue, Lines: (List<string>?)null);
        for (var at = text.IndexOf(' '); at > 0; at = text.IndexOf(' ', at + 1))
        {
            var (first, second) = (text[..at], text[(at + 1)..]);
            var (one, two) = (Width(first, style), Width(second, style));
            var longer = Math.Max(one, two);
            var isEven = Math.Min(one, two) >= longer * LongestStub;
            if (first[^1] is '.' or ';' or ':' or '؛' && isEven && longer <= width && longer < best.Longer)
            {
                best = (longer, [first, second]);
            }
        }

        return best.Lines;
    }

    /// <summary>The text, or its beginning and an ellipsis.</summary>
    public static string Shorten(string text, Style style, double width)
    {
        var clean = Clean(text, style.Face);
        return Width(clean, style) <= width
            ? clean
            : clean[..Fitting(clean, style, width, Ellipsis)].TrimEnd() + Ellipsis;
    }

    /// <summary>The text in type as large as fits, down to three quarters of its size, before it is shortened.</summary>
    public static (string Text, Style Style) Fitted(string text, Style style, double width)
    {
        var clean = Clean(text, style.Face);
        var wide = Width(clean, style);
        // A hair smaller than would fill the width, which rounding may pass.
        var fitted =
            wide <= width
                ? style
                : style with
                {
                    Size = style.Size * Math.Max((width - FittedSlack) / wide, LeastFitted),
                };
        return (Shorten(clean, fitted, width), fitted);
    }

    // The longest beginning, at least one letter, that fits together with a tail.
    private static int Fitting(string text, Style style, double width, string tail)
    {
        var (low, high) = (1, text.Length);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (Width(text[..middle] + tail, style) <= width)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return low < text.Length && char.IsHighSurrogate(text[low - 1]) && low > 1 ? low - 1 : low;
    }
}
