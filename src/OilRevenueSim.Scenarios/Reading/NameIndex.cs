using OilRevenueSim.Scenarios.Catalogue;
using OilRevenueSim.Scenarios.Yaml;

namespace OilRevenueSim.Scenarios.Reading;

/// <summary>The names a scenario defines, collected before anything refers to them.</summary>
internal sealed class NameIndex
{
    private readonly Dictionary<EntityKind, SortedSet<string>> names = [];

    /// <summary>Collects the names of a file's top level.</summary>
    public static NameIndex Of(MappingNode top)
    {
        var index = new NameIndex();
        foreach (var key in ParameterCatalogue.Top.Keys)
        {
            var value = top.Find(key.Name)?.Value;
            switch (key.Kind)
            {
                case NamedSectionsKey named when value is MappingNode sections:
                    index.AddAll(named.Defines, sections.Entries.Select(e => e.Key.Text));
                    break;
                case ParametersKey when value is MappingNode parameters:
                    index.AddAll(EntityKind.Parameter, parameters.Entries.Select(e => e.Key.Text));
                    break;
                case SectionKey when key.Name == "phases" && value is MappingNode phases:
                    index.AddPhases(phases);
                    break;
                default:
                    break;
            }
        }

        return index;
    }

    public bool Has(EntityKind kind, string name) => names.TryGetValue(kind, out var known) && known.Contains(name);

    public IReadOnlyList<string> All(EntityKind kind) => names.TryGetValue(kind, out var known) ? [.. known] : [];

    /// <summary>A kind of thing that bears a name, or null.</summary>
    public EntityKind? KindOf(string name) =>
        names.Where(n => n.Value.Contains(name)).Select(n => (EntityKind?)n.Key).FirstOrDefault();

    private void AddPhases(MappingNode phases)
    {
        AddAll(EntityKind.Phase, [phases.TextOf("start") ?? ""]);
        if (phases.Find("changes")?.Value is ListNode changes)
        {
            foreach (var change in changes.Items.OfType<MappingNode>())
            {
                AddAll(EntityKind.Phase, [change.TextOf("from") ?? "", change.TextOf("to") ?? ""]);
            }
        }
    }

    private void AddAll(EntityKind kind, IEnumerable<string> found)
    {
        if (!names.TryGetValue(kind, out var known))
        {
            names[kind] = known = new SortedSet<string>(StringComparer.Ordinal);
        }

        known.UnionWith(found.Where(n => n.Length > 0));
    }
}
