using OilRevenueSim.Scenarios.Catalogue;
using OilRevenueSim.Scenarios.Yaml;

namespace OilRevenueSim.Scenarios.Reading;

/// <summary>The names a scenario defines, collected before anything refers to them.</summary>
internal sealed class NameIndex
{
    private readonly Dictionary<EntityKind, SortedSet<string>> names = [];
    private readonly SortedDictionary<string, SortedSet<string>> phasesOf = new(StringComparer.Ordinal);
    private readonly HashSet<string> correlated = new(StringComparer.Ordinal);

    /// <summary>Collects the names of a file's top level.</summary>
    public static NameIndex Of(MappingNode top)
    {
        var index = new NameIndex();
        index.AddAll(EntityKind.Theatre, ["main"]);
        foreach (var key in ParameterCatalogue.Top.Keys)
        {
            var value = top.Find(key.Name)?.Value;
            switch (key.Kind)
            {
                case NamedSectionsKey named when value is MappingNode sections:
                    index.AddAll(named.Defines, sections.Entries.Select(e => e.Key.Text));
                    foreach (var section in sections.Entries)
                    {
                        index.AddInside(named.Defines, section.Key.Text, section.Value as MappingNode);
                    }

                    break;
                case ItemsKey { Shape.Defines: { } kind } items when value is ListNode list:
                    index.AddAll(kind, list.Items.OfType<MappingNode>().Select(i => ItemIdentity.Of(i, items.Shape)));
                    break;
                case ParametersKey when value is MappingNode parameters:
                    index.AddAll(EntityKind.Parameter, parameters.Entries.Select(e => e.Key.Text));
                    break;
                case SectionKey when key.Name == "phases" && value is MappingNode phases:
                    index.AddPhases("main", phases);
                    break;
                case CorrelationsKey when value is ListNode pairs:
                    index.correlated.UnionWith(
                        pairs.Items.OfType<ListNode>().SelectMany(p => p.Items).OfType<ScalarNode>().Select(s => s.Text)
                    );
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

    /// <summary>True for an address that <c>correlations:</c> names.</summary>
    public bool IsCorrelated(string address) => correlated.Contains(address);

    /// <summary>Phases of one theatre, ordinal order.</summary>
    public IReadOnlyList<string> PhasesOf(string theatre) =>
        phasesOf.TryGetValue(theatre, out var known) ? [.. known] : [];

    /// <summary>Theatres that have a phase, ordinal order.</summary>
    public IReadOnlyList<string> TheatresWith(string phase) =>
        [.. phasesOf.Where(t => t.Value.Contains(phase)).Select(t => t.Key)];

    /// <summary>Changes of areas and phases of theatres.</summary>
    private void AddInside(EntityKind kind, string name, MappingNode? section)
    {
        if (kind == EntityKind.Theatre && section?.Find("phases")?.Value is MappingNode phases)
        {
            AddPhases(name, phases);
        }
        else if (kind == EntityKind.Area && section?.Find("changes")?.Value is ListNode changes)
        {
            AddChanges(name, changes, ControlKeys.AreaChange);
        }
    }

    private void AddPhases(string theatre, MappingNode phases)
    {
        var known = new SortedSet<string>(StringComparer.Ordinal) { phases.TextOf("start") ?? "" };
        if (phases.Find("changes")?.Value is ListNode changes)
        {
            known.UnionWith(
                changes
                    .Items.OfType<MappingNode>()
                    .SelectMany(c => new[] { c.TextOf("from") ?? "", c.TextOf("to") ?? "" })
            );
            AddChanges(theatre, changes, ControlKeys.PhaseChange);
        }

        known.Remove("");
        phasesOf[theatre] = known;
        AddAll(EntityKind.Phase, known);
    }

    /// <summary>A change by its full identity, <c>AREA/FROM&gt;TO</c> or <c>THEATRE/FROM&gt;TO</c>.</summary>
    private void AddChanges(string owner, ListNode changes, SectionShape shape) =>
        AddAll(
            EntityKind.Change,
            changes.Items.OfType<MappingNode>().Select(c => $"{owner}/{ItemIdentity.Of(c, shape)}")
        );

    private void AddAll(EntityKind kind, IEnumerable<string> found)
    {
        if (!names.TryGetValue(kind, out var known))
        {
            names[kind] = known = new SortedSet<string>(StringComparer.Ordinal);
        }

        known.UnionWith(found.Where(n => n.Length > 0));
    }
}
