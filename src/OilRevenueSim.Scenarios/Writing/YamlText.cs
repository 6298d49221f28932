using System.Globalization;
using System.Text;
using OilRevenueSim.Scenarios.Yaml;

namespace OilRevenueSim.Scenarios.Writing;

/// <summary>A tree as the text of a file: short mappings on one line, the others key by key.</summary>
internal static class YamlText
{
    /// <summary>Longest mapping that is written in braces, characters.</summary>
    private const int LongestLine = 110;

    /// <summary>Texts that other readers of YAML take for something else.</summary>
    private static readonly string[] Words = ["null", "true", "false", "yes", "no", "on", "off", "~"];

    /// <summary>The text of a file's top level.</summary>
    public static string Of(MappingNode top)
    {
        var text = new StringBuilder();
        foreach (var entry in top.Entries)
        {
            var section = entry.Value is MappingNode or ListNode && !IsFlatList(entry.Value);
            text.Append(section ? "\n" : "").Append(entry.Key.Text).Append(':');
            if (section)
            {
                Block(entry.Value, 2, text);
            }
            else
            {
                text.Append(' ').Append(Flow(entry.Value)).Append('\n');
            }
        }

        return text.ToString();
    }

    private static void Block(YamlNode node, int indent, StringBuilder text)
    {
        text.Append('\n');
        if (node is MappingNode mapping)
        {
            Entries(mapping, indent, text, startsLine: false);
            return;
        }

        foreach (var item in ((ListNode)node).Items)
        {
            text.Append(' ', indent).Append("- ");
            if (item is MappingNode section && !FitsOnLine(section, indent + 2))
            {
                Entries(section, indent + 2, text, startsLine: true);
            }
            else
            {
                text.Append(Flow(item)).Append('\n');
            }
        }
    }

    private static void Entries(MappingNode mapping, int indent, StringBuilder text, bool startsLine)
    {
        foreach (var entry in mapping.Entries)
        {
            text.Append(' ', startsLine ? 0 : indent).Append(entry.Key.Text).Append(':');
            startsLine = false;
            var onLine = entry.Value switch
            {
                MappingNode inner => FitsOnLine(inner, indent),
                ListNode list => IsFlatList(list),
                _ => true,
            };
            if (onLine)
            {
                text.Append(' ').Append(Flow(entry.Value)).Append('\n');
            }
            else
            {
                Block(entry.Value, indent + 2, text);
            }
        }
    }

    private static bool FitsOnLine(MappingNode mapping, int indent) =>
        mapping.IsFlow || mapping.Entries.Count == 0 || indent + Flow(mapping).Length <= LongestLine;

    private static bool IsFlatList(YamlNode node) => node is ListNode list && list.Items.All(i => i is ScalarNode);

    private static string Flow(YamlNode node) =>
        node switch
        {
            ScalarNode scalar => Scalar(scalar.Text),
            ListNode list => $"[{string.Join(", ", list.Items.Select(Flow))}]",
            MappingNode { Entries.Count: 0 } => "{}",
            MappingNode mapping =>
                $"{{ {string.Join(", ", mapping.Entries.Select(e => $"{e.Key.Text}: {Flow(e.Value)}"))} }}",
            _ => throw new InvalidOperationException($"No text for {node.Form}."),
        };

    /// <summary>A text, in quotation marks where it would otherwise be read as something else.</summary>
    private static string Scalar(string text) => IsPlain(text) ? text : Quoted(text);

    private static bool IsPlain(string text) =>
        text.Length > 0
        && (char.IsAsciiLetterOrDigit(text[0]) || (text.Length > 1 && text[0] is '-' && char.IsAsciiDigit(text[1])))
        && text[^1] != ' '
        && !Words.Contains(text, StringComparer.OrdinalIgnoreCase)
        && text.All(c => char.IsAsciiLetterOrDigit(c) || " ._-+/%>@'".Contains(c, StringComparison.Ordinal));

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            quoted.Append(
                c switch
                {
                    '"' => "\\\"",
                    '\\' => "\\\\",
                    '\n' => "\\n",
                    '\r' => "\\r",
                    '\t' => "\\t",
                    _ when char.IsControl(c) || c is '\u2028' or '\u2029' or '\uFEFF' => string.Create(
                        CultureInfo.InvariantCulture,
                        $"\\u{(int)c:X4}"
                    ),
                    _ => c.ToString(),
                }
            );
        }

        return quoted.Append('"').ToString();
    }
}
