using System.Collections.Immutable;
using OilRevenueSim.Scenarios.Catalogue;
using OilRevenueSim.Scenarios.Text;
using OilRevenueSim.Scenarios.Yaml;

namespace OilRevenueSim.Scenarios.Reading;

/// <summary>Reads what attacks, blockades and interventions hold: flags, places, laws of events, variants, courses.</summary>
internal sealed class EventValueReader(ReadingContext context, ValueReader values)
{
    private const string Tanks = ".tanks";

    /// <summary>The value, or null where it was not understood (and reported).</summary>
    public object? Read(YamlNode node, KeyDefinition key, string address) =>
        key.Kind switch
        {
            FlagKey => Flag(node, key),
            WordsKey words => Words(node, key, words),
            ObjectKey one => values.Scalar(node, key) is { } scalar && Known(scalar, one.Kinds, one.OrTanks)
                ? scalar.Text
                : null,
            ObjectsKey many => Objects(node, key, many),
            EventLawKey law => new EventLawReader(context).Read(node, address, law.Rule),
            CompactKey compact => Compact(node, key, compact, address),
            VariantsKey variants => Variants(node, key, variants, address),
            CoursesKey => Courses(node, key),
            _ => throw new InvalidOperationException($"No reader for {key.Kind}."),
        };

    private object? Flag(YamlNode node, KeyDefinition key)
    {
        if (values.Scalar(node, key) is not { } scalar)
        {
            return null;
        }

        if (scalar.Text is "true" or "false")
        {
            return scalar.Text == "true";
        }

        context.Add(
            DiagnosticTable.UnknownWord,
            scalar.Span,
            $"{key.Name}: cannot be '{scalar.Text}'",
            "write true or false"
        );
        return null;
    }

    private object? Words(YamlNode node, KeyDefinition key, WordsKey words)
    {
        // Beside the file a list is written with commas: --set record=fighters,treasury_usd.
        if (node is ScalarNode given)
        {
            var parts = given.Text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            return Words(parts.Select(text => (text, given.Span)), key, words);
        }

        if (node is not ListNode list)
        {
            values.WrongShape(node, key, "a list of words");
            return null;
        }

        NotEmpty(list, key);
        return Words(Scalars(list, key).Select(s => (s.Text, s.Span)), key, words);
    }

    private ImmutableArray<string> Words(
        IEnumerable<(string Text, SourceSpan Span)> given,
        KeyDefinition key,
        WordsKey words
    )
    {
        var found = ImmutableArray.CreateBuilder<string>();
        foreach (var (text, span) in given)
        {
            if (words.Words.Contains(text, StringComparer.Ordinal))
            {
                found.Add(text);
                continue;
            }

            context.Add(
                DiagnosticTable.UnknownWord,
                span,
                $"{key.Name}: cannot hold '{text}'",
                NearestName.Hint(text, words.Words, "it holds any of")
            );
        }

        return found.ToImmutable();
    }

    private object? Objects(YamlNode node, KeyDefinition key, ObjectsKey many)
    {
        if (node is not ListNode list)
        {
            values.WrongShape(node, key, "a list of names");
            return null;
        }

        var found = ImmutableArray.CreateBuilder<string>();
        foreach (var scalar in Scalars(list, key).Where(s => Known(s, many.Kinds, many.OrTanks)))
        {
            if (found.Contains(scalar.Text))
            {
                context.Add(
                    DiagnosticTable.ItemTwice,
                    scalar.Span,
                    $"'{scalar.Text}' stands twice in {key.Name}:",
                    "name it once"
                );
                continue;
            }

            found.Add(scalar.Text);
        }

        NotEmpty(list, key);
        return found.ToImmutable();
    }

    private IEnumerable<ScalarNode> Scalars(ListNode list, KeyDefinition key) =>
        list.Items.Select(i => values.Scalar(i, key)).OfType<ScalarNode>();

    private void NotEmpty(ListNode list, KeyDefinition key)
    {
        if (list.Items.Count == 0)
        {
            context.Add(
                DiagnosticTable.ValueMissing,
                list.Span,
                $"{key.Name}: is an empty list",
                $"write for example {key.Name}: {key.Example}"
            );
        }
    }

    private bool Known(ScalarNode text, ImmutableArray<EntityKind> kinds, bool orTanks)
    {
        var tanks = orTanks && text.Text.EndsWith(Tanks, StringComparison.Ordinal);
        var name = tanks ? text.Text[..^Tanks.Length] : text.Text;
        if (tanks ? context.Names.Has(EntityKind.Node, name) : kinds.Any(k => Bears(k, name)))
        {
            return true;
        }

        var words = tanks ? "node" : string.Join(" or ", kinds.Select(ParameterCatalogue.NameOf));
        var known = kinds.SelectMany(context.Names.All).ToList();
        var hint =
            NearestName.Find(name, known) is { } nearest ? $"did you mean '{nearest}{(tanks ? Tanks : "")}'?"
            : context.Names.KindOf(name) is { } other ? $"'{name}' is the name of {Article(other)}"
            : known.Count == 0 ? $"there is none: define it under {ParameterCatalogue.SectionOf(kinds[0])}:"
            : $"there are {NearestName.Join(known)}";
        context.Add(DiagnosticTable.UnknownObject, text.Part(0, name.Length), $"there is no {words} '{name}'", hint);
        return false;
    }

    /// <summary>True for a name of a kind; a change may be named without its area where that is enough.</summary>
    private bool Bears(EntityKind kind, string name) =>
        context.Names.Has(kind, name) || (kind == EntityKind.Change && FullChange(name) is not null);

    private string? FullChange(string name) =>
        context
            .Names.All(EntityKind.Change)
            .Where(c => c.EndsWith("/" + name, StringComparison.Ordinal))
            .Take(2)
            .ToList()
            is [var only]
            ? only
            : null;

    private static string Article(EntityKind kind) =>
        $"{(kind is EntityKind.Actor or EntityKind.Area or EntityKind.Intervention ? "an" : "a")} {ParameterCatalogue.NameOf(kind)}";

    /// <summary><c>0.4 for 12 months</c> as the mapping it stands for.</summary>
    private SectionValues? Compact(YamlNode node, KeyDefinition key, CompactKey compact, string address)
    {
        if (node is ScalarNode scalar)
        {
            var at = scalar.Text.IndexOf($" {compact.Word} ", StringComparison.Ordinal);
            if (at < 0)
            {
                context.Add(
                    DiagnosticTable.NotAQuantity,
                    scalar.Span,
                    $"{key.Name}: holds two values with '{compact.Word}' between them, not '{scalar.Text}'",
                    $"write for example {key.Name}: {key.Example}"
                );
                return null;
            }

            var second = at + compact.Word.Length + 2;
            node = new MappingNode(
                scalar.Span,
                [
                    Entry(scalar, compact.Shape.Keys[0].Name, 0, at),
                    Entry(scalar, compact.Shape.Keys[1].Name, second, scalar.Text.Length - second),
                ],
                isFlow: false
            );
        }

        if (node is MappingNode mapping)
        {
            return new SectionReader(context).Read(mapping, compact.Shape, address, address);
        }

        values.WrongShape(node, key, $"two values with '{compact.Word}' between them");
        return null;
    }

    private static MappingEntry Entry(ScalarNode whole, string key, int start, int length)
    {
        var span = whole.Part(start, length);
        return new MappingEntry(
            new ScalarNode(span, key, 0),
            new ScalarNode(span, whole.Text.Substring(start, length), 0)
        );
    }

    private List<SectionValues> Variants(YamlNode node, KeyDefinition key, VariantsKey variants, string address)
    {
        var result = new List<SectionValues>();
        var items = node switch
        {
            MappingNode one => [one],
            ListNode list => list.Items,
            _ => null,
        };
        if (items is null)
        {
            values.WrongShape(node, key, "a mapping of keys, or a list of them");
            return result;
        }

        if (node is ListNode { Items.Count: 0 } empty)
        {
            NotEmpty(empty, key);
        }

        var identities = new Dictionary<string, SourceSpan>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            if (Variant(item, key, variants) is not { } shape)
            {
                continue;
            }

            var section = (MappingNode)item;
            var identity = ItemIdentity.Of(section, shape);
            if (!identities.TryAdd(identity, item.Span))
            {
                context.Add(
                    DiagnosticTable.IdentityTwice,
                    item.Span,
                    $"another {variants.Noun} '{identity}' stands at {identities[identity].Describe(item.Span.Source)}",
                    "give one of them a name: of its own"
                );
                continue;
            }

            var target = $"{address}.{identity}";
            context.Places[target] = item.Span;
            result.Add(new SectionReader(context).Read(section, shape, target, identity));
        }

        return result;
    }

    /// <summary>The shape whose first key an item has, or null (reported).</summary>
    private SectionShape? Variant(YamlNode item, KeyDefinition key, VariantsKey variants)
    {
        if (item is not MappingNode mapping)
        {
            context.Add(
                DiagnosticTable.WrongShape,
                item.Span,
                $"an entry of {key.Name}: is a mapping of keys, but this is {item.Form}",
                $"write for example {Sample(variants.Variants[0])}"
            );
            return null;
        }

        var firsts = variants.Variants.Select(v => v.Keys[0].Name).ToList();
        var shapes = variants.Variants.Where(v => mapping.Find(v.Keys[0].Name) is not null).ToList();
        if (shapes.Count == 1)
        {
            return shapes[0];
        }

        if (shapes.Count > 1)
        {
            context.Add(
                DiagnosticTable.KeysExclude,
                mapping.Find(shapes[1].Keys[0].Name)!.Key.Span,
                $"one {variants.Noun} cannot have both {shapes[0].Keys[0].Name}: and {shapes[1].Keys[0].Name}:",
                "make two entries of them"
            );
            return null;
        }

        var (entry, near) = mapping
            .Entries.Select(e => (Entry: e, Near: NearestName.Find(e.Key.Text, firsts)))
            .FirstOrDefault(e => e.Near is not null);
        context.Add(
            DiagnosticTable.KeyOfGroupMissing,
            entry?.Key.Span ?? item.Span,
            $"{(variants.Noun == "effect" ? "an" : "a")} {variants.Noun} needs one of {string.Join(", ", firsts.Select(f => f + ":"))}",
            near is null ? $"write for example {Sample(variants.Variants[0])}" : $"did you mean '{near}'?"
        );
        return null;
    }

    private static string Sample(SectionShape shape) =>
        $"{{ {string.Join(", ", shape.Keys.Where(k => k is { Required: true, Only: null }).Select(k => $"{k.Name}: {k.Example}"))} }}";

    private List<WrittenCourse> Courses(YamlNode node, KeyDefinition key)
    {
        var result = new List<WrittenCourse>();
        if (node is not MappingNode mapping)
        {
            values.WrongShape(node, key, "a mapping of names to lists of interventions");
            return result;
        }

        var list = new KeyDefinition("a course", new ReferencesKey(EntityKind.Intervention), "Its interventions.")
        {
            Example = "[air-campaign]",
        };
        foreach (var entry in mapping.Entries)
        {
            values.CheckName(entry.Key);
            context.Places[$"courses.{entry.Key.Text}"] = entry.Key.Span;
            if (
                values.Read(entry.Value, list, $"courses.{entry.Key.Text}.interventions")
                is ImmutableArray<string> names
            )
            {
                result.Add(new WrittenCourse(entry.Key.Text, names, entry.Key.Span));
            }
        }

        return result;
    }
}

/// <summary>A course as the file gives it.</summary>
internal sealed record WrittenCourse(string Name, ImmutableArray<string> Interventions, SourceSpan Span);
