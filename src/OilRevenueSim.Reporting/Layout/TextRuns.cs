using System.Globalization;
using System.Text;

namespace OilRevenueSim.Reporting.Layout;

/// <summary>What a part of a line is to the order of its parts.</summary>
internal enum RunKind
{
    /// <summary>Latin letters with what stands between them, or a number with its signs: read from the left.</summary>
    Latin,

    /// <summary>Arabic letters, joined: read from the right.</summary>
    Arabic,

    /// <summary>Digits of the Arabic script: read from the left, in the Arabic font.</summary>
    ArabicDigits,

    /// <summary>Spaces and signs between the others: they follow the line.</summary>
    Gap,
}

/// <summary>A part of a line that one font sets in one direction.</summary>
internal readonly record struct TextRun(string Text, RunKind Kind)
{
    public bool IsArabicType => Kind is RunKind.Arabic or RunKind.ArabicDigits;
}

/// <summary>
/// Splits a line into runs of one font and direction and orders them. No general bidirectional layout: a number with its signs is one
/// run, a name of Latin words is one run, and all runs of a line that is read from the right stand from right to left.
/// </summary>
internal static class TextRuns
{
    // Signs that belong to the number beside them: −12, +3.1, 95 %, ±0.2, 10,000.
    private const string NumberSigns = "+-−±%$°.,:/'’\u00A0\u202F";

    // What stands between two names rather than within one.
    private const string Partings = "·:;«»“”";

    /// <summary>True where a line has letters that are joined and read from the right.</summary>
    public static bool HasArabic(string text)
    {
        foreach (var c in text)
        {
            if (IsArabic(c))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Runs as they are written, whatever way the line is read: their widths do not depend on their order.</summary>
    public static List<TextRun> Of(string text)
    {
        if (!HasArabic(text))
        {
            return [new TextRun(text, RunKind.Latin)];
        }

        var runs = new List<TextRun>();
        for (var i = 0; i < text.Length; )
        {
            var end = EndOf(text, i, out var kind);
            runs.Add(new TextRun(text[i..end], kind));
            i = end;
        }

        return Joined(runs);
    }

    /// <summary>Runs from left to right as they stand on the sheet.</summary>
    /// <param name="text">Line.</param>
    /// <param name="isRightToLeft">True where the line is read from the right.</param>
    public static List<TextRun> Placed(string text, bool isRightToLeft)
    {
        var runs = Of(text);
        if (isRightToLeft)
        {
            runs.Reverse();
            return [.. runs.Select(r => r.Kind == RunKind.Gap ? Mirrored(r) : r)];
        }

        // Within a line read from the left, words of Arabic that follow one another are read from the right.
        for (var i = 0; i < runs.Count; i++)
        {
            var last = i;
            while (last + 2 < runs.Count && IsBetweenArabic(runs, last))
            {
                last += 2;
            }

            if (runs[i].Kind == RunKind.Arabic && last > i)
            {
                runs.Reverse(i, last - i + 1);
                i = last;
            }
        }

        return runs;
    }

    private static bool IsBetweenArabic(List<TextRun> runs, int at) =>
        runs[at].Kind == RunKind.Arabic && runs[at + 1].Kind == RunKind.Gap && runs[at + 2].Kind is RunKind.Arabic;

    private static int EndOf(string text, int start, out RunKind kind)
    {
        var end = start + 1;
        if (IsArabicDigit(text[start]))
        {
            kind = RunKind.ArabicDigits;
            while (end < text.Length && IsArabicDigit(text[end]))
            {
                end++;
            }
        }
        else if (IsArabic(text[start]))
        {
            kind = RunKind.Arabic;
            while (end < text.Length && IsArabic(text[end]) && !IsArabicDigit(text[end]))
            {
                end++;
            }
        }
        else if (IsOfWord(text, start))
        {
            kind = RunKind.Latin;
            while (end < text.Length && IsOfWord(text, end))
            {
                end++;
            }
        }
        else
        {
            kind = RunKind.Gap;
            while (end < text.Length && !IsArabic(text[end]) && !IsOfWord(text, end))
            {
                end++;
            }
        }

        return end;
    }

    // Letters and digits, and signs that touch a digit.
    private static bool IsOfWord(string text, int at)
    {
        var c = text[at];
        if (IsArabic(c))
        {
            return false;
        }

        if (char.IsLetterOrDigit(c) || char.IsSurrogate(c))
        {
            return true;
        }

        if (!NumberSigns.Contains(c, StringComparison.Ordinal))
        {
            return false;
        }

        var (before, after) = (at > 0 && char.IsAsciiDigit(text[at - 1]), IsDigitAt(text, at + 1));
        return c switch
        {
            '+' or '-' or '−' or '±' or '$' => after,
            '%' or '°' => before,
            '\u00A0' or '\u202F' => before && (after || IsSignAt(text, at + 1)),
            _ => before && after,
        };
    }

    private static bool IsDigitAt(string text, int at) => at < text.Length && char.IsAsciiDigit(text[at]);

    private static bool IsSignAt(string text, int at) => at < text.Length && text[at] is '%' or '°';

    // Latin words beside one another are one name, with the signs between them.
    private static List<TextRun> Joined(List<TextRun> runs)
    {
        var joined = new List<TextRun>();
        for (var r = 0; r < runs.Count; r++)
        {
            var run = runs[r];
            if (
                run.Kind == RunKind.Latin
                && joined.Count > 1
                && joined[^1].Kind == RunKind.Gap
                && joined[^2].Kind == RunKind.Latin
                && HasLetter(joined[^2].Text)
                && !joined[^1].Text.Any(c => Partings.Contains(c, StringComparison.Ordinal))
                && !IsClosedLater(runs, r)
            )
            {
                var whole = joined[^2].Text + joined[^1].Text + run.Text;
                joined.RemoveRange(joined.Count - 2, 2);
                joined.Add(new TextRun(whole, RunKind.Latin));
            }
            else
            {
                joined.Add(run);
            }
        }

        return Closed(joined);
    }

    // A bracket before a run that holds Arabic as well is no part of the name before it: Offshore (2 مواقع).
    private static bool IsClosedLater(List<TextRun> runs, int at)
    {
        if (!runs[at - 1].Text.Any(c => c is '(' or '['))
        {
            return false;
        }

        var within = runs.Skip(at).TakeWhile(r => r.Kind != RunKind.Gap || !r.Text.Any(c => c is ')' or ']'));
        return within.Any(r => r.Kind is RunKind.Arabic or RunKind.ArabicDigits);
    }

    // A bracket that was opened within a name is closed within it.
    private static List<TextRun> Closed(List<TextRun> runs)
    {
        for (var i = 0; i + 1 < runs.Count; i++)
        {
            var (run, gap) = (runs[i], runs[i + 1]);
            if (run.Kind == RunKind.Latin && gap.Kind == RunKind.Gap && IsOpen(run.Text, gap.Text[0]))
            {
                runs[i] = run with { Text = run.Text + gap.Text[0] };
                runs[i + 1] = gap with { Text = gap.Text[1..] };
            }
        }

        runs.RemoveAll(r => r.Text.Length == 0);
        return runs;
    }

    private static bool IsOpen(string name, char bracket) =>
        bracket switch
        {
            ')' => name.LastIndexOf('(') > name.LastIndexOf(')'),
            ']' => name.LastIndexOf('[') > name.LastIndexOf(']'),
            _ => false,
        };

    private static bool HasLetter(string text) => text.Any(char.IsLetter);

    private static TextRun Mirrored(TextRun gap)
    {
        var mirrored = new StringBuilder(gap.Text.Length);
        for (var i = gap.Text.Length - 1; i >= 0; i--)
        {
            mirrored.Append(
                gap.Text[i] switch
                {
                    '(' => ')',
                    ')' => '(',
                    '[' => ']',
                    ']' => '[',
                    '«' => '»',
                    '»' => '«',
                    var c => c,
                }
            );
        }

        return gap with
        {
            Text = mirrored.ToString(),
        };
    }

    private static bool IsArabicDigit(char c) => c is >= '\u0660' and <= '\u0669' or >= '\u06F0' and <= '\u06F9';

    private static bool IsArabic(char c) =>
        c
            is >= '\u0600'
                and <= '\u06FF'
                or >= '\u0750'
                and <= '\u077F'
                or >= '\u08A0'
                and <= '\u08FF'
                or >= '\uFB50'
                and <= '\uFDFF'
                or >= '\uFE70'
                and <= '\uFEFE'
        || (c is '\u200C' or '\u200D' && CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.Format);
}
