using System.Text.RegularExpressions;
using OilRevenueSim.Scenarios.Yaml;

namespace OilRevenueSim.Scenarios.Reading;

/// <summary>Finds numbers such as <c>360,000 b/d</c> that a comma inside <c>{ … }</c> has torn into a value and a key without one.</summary>
internal static partial class SplitNumber
{
    /// <summary>The entries that belong to torn numbers, which are reported here.</summary>
    public static IReadOnlyList<MappingEntry> Find(MappingNode node, ReadingContext context)
    {
        if (!node.IsFlow)
        {
            return [];
        }

        var torn = new List<MappingEntry>();
        for (var i = 1; i < node.Entries.Count; i++)
        {
            var (before, after) = (node.Entries[i - 1], node.Entries[i]);
            if (
                before.Value is ScalarNode { TextStart: 0 } value
                && after.Value is ScalarNode { IsEmpty: true }
                && EndsInNumber().IsMatch(value.Text)
                && GoesOn().IsMatch(after.Key.Text)
            )
            {
                var thousands = Thousands().IsMatch(after.Key.Text);
                var written = $"{value.Text},{after.Key.Text}";
                context.Add(
                    DiagnosticTable.NumberFormat,
                    value.Part(0, written.Length),
                    $"'{written}': numbers are written with a decimal point and without separators",
                    $"write {value.Text}{(thousands ? "" : ".")}{after.Key.Text}"
                );
                torn.Add(before);
                torn.Add(after);
            }
        }

        return torn;
    }

    [GeneratedRegex(@"(^|\s)[+-]?\d{1,3}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EndsInNumber();

    [GeneratedRegex(@"^\d+(\s|%|$)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex GoesOn();

    [GeneratedRegex(@"^\d{3}(\s|$)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Thousands();
}
