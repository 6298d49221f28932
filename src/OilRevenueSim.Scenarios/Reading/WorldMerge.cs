using OilRevenueSim.Scenarios.Catalogue;
using OilRevenueSim.Scenarios.Text;
using OilRevenueSim.Scenarios.Yaml;

namespace OilRevenueSim.Scenarios.Reading;

/// <summary>Joins an included file with the file that includes it, key by key as the catalogue says.</summary>
internal static class WorldMerge
{
    /// <summary>The including file's tree with the included one's added.</summary>
    public static MappingNode Join(
        MappingNode included,
        MappingNode including,
        SectionShape shape,
        DiagnosticList diagnostics
    )
    {
        var entries = new List<MappingEntry>();
        foreach (var entry in including.Entries)
        {
            var other = entry.Key.Text == "include" ? null : included.Find(entry.Key.Text);
            var joining = shape.Find(entry.Key.Text)?.Joining ?? Joining.Replace;
            entries.Add(
                other is null
                    ? entry
                    : entry with
                    {
                        Value = Join(other.Value, entry.Value, joining, shape, entry.Key.Text, diagnostics),
                    }
            );
        }

        entries.AddRange(included.Entries.Where(e => e.Key.Text != "include" && including.Find(e.Key.Text) is null));
        return new MappingNode(including.Span, entries, including.IsFlow);
    }

    private static YamlNode Join(
        YamlNode included,
        YamlNode including,
        Joining joining,
        SectionShape shape,
        string key,
        DiagnosticList diagnostics
    ) =>
        (joining, included, including) switch
        {
            (Joining.Unite, MappingNode first, MappingNode second) => Unite(first, second, diagnostics),
            (Joining.Append, ListNode first, ListNode second) => new ListNode(
                second.Span,
                [.. first.Items, .. second.Items]
            ),
            (Joining.Inside, MappingNode first, MappingNode second) when shape.Find(key)?.Kind is SectionKey inner =>
                Join(first, second, inner.Shape, diagnostics),
            _ => including,
        };

    private static MappingNode Unite(MappingNode included, MappingNode including, DiagnosticList diagnostics)
    {
        var entries = new List<MappingEntry>(included.Entries);
        foreach (var entry in including.Entries)
        {
            if (included.Find(entry.Key.Text) is { } other)
            {
                diagnostics.Add(
                    DiagnosticTable.DefinedTwice,
                    entry.Key.Span,
                    $"'{entry.Key.Text}' is already defined at {other.Key.Span.Describe(entry.Key.Span.Source)}",
                    "define it in one of the two files"
                );
                continue;
            }

            entries.Add(entry);
        }

        return new MappingNode(including.Span, entries, including.IsFlow);
    }
}
