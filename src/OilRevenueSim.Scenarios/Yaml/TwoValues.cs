using System.Text.RegularExpressions;
using OilRevenueSim.Scenarios.Text;

namespace OilRevenueSim.Scenarios.Yaml;

/// <summary>
/// Finds a key that has a value on its own line and another, indented, below: what remains when a short value was written
/// above the old long form. The parser trips over it in several ways and none of its words says so.
/// </summary>
internal static partial class TwoValues
{
    /// <summary>Reports it if it stands on one of these lines or begins on the line after.</summary>
    /// <returns>True where it was found.</returns>
    public static bool Report(SourceText source, IEnumerable<long> lines, DiagnosticList diagnostics)
    {
        foreach (var line in lines.SelectMany(l => new[] { (int)l, (int)l + 1 }).Distinct().Where(l => l > 1))
        {
            var second = SecondLine().Match(source.Line(line));
            if (!second.Success || FirstAbove(source, line) is not { } first)
            {
                continue;
            }

            var indent = second.Groups["indent"].Length;
            if (indent <= first.Groups["indent"].Length || IsInside(source, source.StartOf(line)))
            {
                continue;
            }

            var (key, value) = (first.Groups["key"].Value, first.Groups["value"].Value);
            diagnostics.Add(
                DiagnosticTable.TwoValues,
                new SourceSpan(source, line, indent + 1, source.Line(line).TrimEnd().Length - indent),
                $"{key}: has two values: '{value}' beside it, and what stands here",
                $"keep one: remove '{value}' and change the value here, or remove what belongs to this one, down to its end"
            );
            return true;
        }

        return false;
    }

    // The nearest line above that is neither blank nor a comment, if it is a key with a plain value.
    private static Match? FirstAbove(SourceText source, int line)
    {
        for (var above = line - 1; above >= 1; above--)
        {
            var text = source.Line(above).TrimStart();
            if (text.Length > 0 && text[0] != '#')
            {
                var match = FirstLine().Match(source.Line(above));
                return match.Success ? match : null;
            }
        }

        return null;
    }

    // Inside brackets or a text that runs over several lines, lines mean something else.
    private static bool IsInside(SourceText source, int start)
    {
        var scan = TextScan.Of(source.Text, start);
        return scan.OpenBracket >= 0 || scan.LongQuoteEnd >= start || scan.OpenQuote >= 0;
    }

    [GeneratedRegex(
        @"^(?<indent> *(- +)*)(?<key>[\w>-]+): +(?<value>[^\s#""'|>&*!{\[][^#,]*?)\s*( #.*)?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex FirstLine();

    [GeneratedRegex(
        @"^(?<indent> *)(\{|[\w>-]+:( |$))",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex SecondLine();
}
