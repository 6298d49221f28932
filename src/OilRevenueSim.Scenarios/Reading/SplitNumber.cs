using System.Text.RegularExpressions;
using OilRevenueSim.Scenarios.Quantities;
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
            var before = node.Entries[i - 1];
            if (before.Value is not ScalarNode { TextStart: 0 } value || !GoesOnAfter(value.Text, node.Entries[i]))
            {
                continue;
            }

            // A range is torn twice: 35,000 to 45,000 b/d.
            var written = value.Text;
            torn.Add(before);
            for (var last = written; i < node.Entries.Count && GoesOnAfter(last, node.Entries[i]); i++)
            {
                last = node.Entries[i].Key.Text;
                written += $",{last}";
                torn.Add(node.Entries[i]);
            }

            context.Add(
                DiagnosticTable.NumberFormat,
                value.Part(0, written.Length),
                $"'{written}': numbers are written with a decimal point and without separators",
                ThousandsSeparators.IsIn(written)
                    ? ThousandsSeparators.Hint(written)
                    : $"write {written.Replace(',', '.')}"
            );
        }

        return torn;
    }

    private static bool GoesOnAfter(string text, MappingEntry next) =>
        next.Value is ScalarNode { IsEmpty: true } && EndsInNumber().IsMatch(text) && GoesOn().IsMatch(next.Key.Text);

    [GeneratedRegex(@"(^|\s)[+-]?\d{1,3}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EndsInNumber();

    [GeneratedRegex(@"^\d+(\s|%|$)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex GoesOn();
}
