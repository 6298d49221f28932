using System.Collections.Immutable;
using OilRevenueSim.Scenarios.Catalogue;
using OilRevenueSim.Scenarios.Reading;
using OilRevenueSim.Scenarios.Text;
using OilRevenueSim.Scenarios.Yaml;

namespace OilRevenueSim.Scenarios.Themes;

/// <summary>Reads the values that only theme files have: colours and names of files.</summary>
internal sealed class ThemeValues(ReadingContext context, ValueReader values)
{
    private const string Digits = "six hexadecimal digits for red, green and blue";

    /// <summary>The value, or null where it was not understood (and reported).</summary>
    public object? Read(YamlNode node, KeyDefinition key, string address) =>
        key.Kind switch
        {
            ColourKey => values.Scalar(node, key) is { } scalar ? Colour(scalar, key) : null,
            ColoursKey colours => ReadColours(node, key, colours, address),
            _ => values.Scalar(node, key),
        };

    private object? ReadColours(YamlNode node, KeyDefinition key, ColoursKey colours, string address)
    {
        if (node is not ListNode list)
        {
            values.WrongShape(node, key, "a list of colours");
            return null;
        }

        if (list.Items.Count < colours.Fewest || list.Items.Count > colours.Most)
        {
            context.Add(
                DiagnosticTable.WrongShape,
                list.Span,
                $"{key.Name}: holds {colours.Fewest} to {colours.Most} colours, not {list.Items.Count}",
                $"write for example {key.Name}: {key.Example}"
            );
            return null;
        }

        var read = new List<string>();
        for (var i = 0; i < list.Items.Count; i++)
        {
            context.Places[$"{address}[{i}]"] = list.Items[i].Span;
            if (values.Scalar(list.Items[i], key) is { } scalar && Colour(scalar, key) is { } colour)
            {
                read.Add(colour);
            }
        }

        return read.Count == list.Items.Count ? read.ToImmutableArray() : null;
    }

    private string? Colour(ScalarNode scalar, KeyDefinition key)
    {
        var digits = scalar.Text.StartsWith('#') ? scalar.Text[1..] : scalar.Text;
        if (digits.Length == 6 && digits.All(char.IsAsciiHexDigit))
        {
            return "#" + digits.ToLowerInvariant();
        }

        var hint =
            scalar.IsEmpty
                ? $"what stands after # is a comment in YAML: put the colour in quotes, {key.Name}: \"#0b4a7f\""
            : digits.Length == 3 && digits.All(char.IsAsciiHexDigit)
                ? $"did you mean \"#{string.Concat(digits.Select(d => $"{d}{d}"))}\"?"
            : "write for example \"#0b4a7f\"; a colour name does not tell which red is meant";
        var found = scalar.IsEmpty ? "nothing stands here" : $"'{scalar.Text}' is no colour";
        context.Add(DiagnosticTable.NotAColour, scalar.Span, $"{found}: a colour is {Digits}", hint);
        return null;
    }
}
