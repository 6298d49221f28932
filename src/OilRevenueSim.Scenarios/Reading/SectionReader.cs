using OilRevenueSim.Scenarios.Catalogue;
using OilRevenueSim.Scenarios.Quantities;
using OilRevenueSim.Scenarios.Text;
using OilRevenueSim.Scenarios.Yaml;

namespace OilRevenueSim.Scenarios.Reading;

/// <summary>Reads one section against its shape in the catalogue: which keys there are, which are missing, which exclude one another.</summary>
internal sealed class SectionReader(ReadingContext context)
{
    /// <summary>Reads a section; what is wrong is reported and left out.</summary>
    public SectionValues Read(MappingNode node, SectionShape shape, string address, string identity)
    {
        var section = new SectionValues(shape, node, address, identity);
        var values = new ValueReader(context);
        var split = SplitNumber.Find(node, context);
        section.IsTorn = split.Count > 0;
        foreach (var entry in node.Entries.Except(split))
        {
            if (Definition(entry, node, section) is not { } key)
            {
                continue;
            }

            var target = section.AddressOf(key.Name);
            if (ReplacedByGroup(key, shape, section))
            {
                continue;
            }

            var given = Override(key, target);
            if (given is not null && key.Kind is QuantityKey quantity)
            {
                new QuantityReader(context).KeepWander(entry.Value, target, quantity);
            }

            var value = given ?? entry.Value;
            section.Set(key.Name, values.Read(value, key, target), value.Span);
        }

        AddOverrides(shape, section, values);
        foreach (var key in shape.Computed)
        {
            Finish(key, section);
        }

        if (split.Count == 0)
        {
            CheckGroups(shape, section, node);
        }

        return section;
    }

    private KeyDefinition? Definition(MappingEntry entry, MappingNode node, SectionValues section)
    {
        var shape = section.Shape;
        var key = shape.Find(entry.Key.Text);
        if (key is null)
        {
            UnknownKey(entry, node, section);
            return null;
        }

        if (!key.Computed)
        {
            context.Add(
                DiagnosticTable.NotYetComputed,
                entry.Key.Span,
                $"the format knows '{key.Name}' ({key.Meaning.TrimEnd('.').ToLowerInvariant()}), but this version does not compute it yet",
                "remove the key, or turn it into a comment until a later version"
            );
            return null;
        }

        return key;
    }

    private void UnknownKey(MappingEntry entry, MappingNode node, SectionValues section)
    {
        var shape = section.Shape;
        var name = entry.Key.Text;
        var keys = shape.Computed.Select(k => k.Name).ToList();
        var afterComma =
            node.IsFlow && entry.Value is ScalarNode { IsEmpty: true } && !ReferenceEquals(node.Entries[0], entry);
        if (
            shape.Keys.FirstOrDefault(k => k.Kind is SectionKey { Shape: var inner } && inner.Find(name) is not null) is
            { } inside
        )
        {
            context.Add(
                DiagnosticTable.KeyBelongsInside,
                entry.Key.Span,
                $"{name}: belongs inside {inside.Name}:",
                $"write {inside.Name}: {{ {name}: … }}"
            );
            return;
        }

        var nearest = NearestName.Find(name, shape.Keys.Select(k => k.Name)) ?? KeySynonyms.Find(name, shape);
        if (nearest is not null)
        {
            section.Misspelt.Add(nearest);
        }

        var allowed = $"keys of {WithArticle(shape.Name)}: {NearestName.Join(keys, 24)}";
        var hint =
            afterComma ? "a comma ends a value inside { … }: quote text that holds a comma"
            : nearest is not null ? $"did you mean '{nearest}'? ({allowed})"
            : allowed;
        context.Add(DiagnosticTable.UnknownKey, entry.Key.Span, $"{WithArticle(shape.Name)} has no key '{name}'", hint);
    }

    /// <summary>True when <c>--set</c> gives another key of the same group, which then replaces this one.</summary>
    private bool ReplacedByGroup(KeyDefinition key, SectionShape shape, SectionValues section) =>
        key.Group is not null
        && shape.Keys.Any(k =>
            k.Group == key.Group
            && k.Name != key.Name
            && (context.Overrides.Has(section.AddressOf(k.Name)) || context.Draws.Has(section.AddressOf(k.Name)))
        );

    /// <summary>The value that <c>--set</c> gives a key, or null; a key that holds several values takes none.</summary>
    private ScalarNode? Override(KeyDefinition key, string target)
    {
        if (context.Overrides.Take(target) is not { } value)
        {
            return null;
        }

        if (ValueReader.IsSingle(key.Kind) || key.Kind is NameKey or QuantityMapKey { OrOne: true })
        {
            return value;
        }

        context.Add(
            DiagnosticTable.WrongShape,
            value.Span,
            $"{key.Name}: holds more than a single value, and {context.Overrides.Origin.Word} gives one",
            $"change {key.Name}: in the file; {context.Overrides.Origin.Word} takes single values, such as start=2016-06 or an address that leads to a number"
        );
        return null;
    }

    private void AddOverrides(SectionShape shape, SectionValues section, ValueReader values)
    {
        foreach (var key in shape.Computed)
        {
            var target = section.AddressOf(key.Name);
            if (ValueReader.IsSingle(key.Kind))
            {
                context.Settable.Add(target);
            }

            if (section.Has(key.Name))
            {
                continue;
            }

            if (Override(key, target) is { } value)
            {
                section.Set(key.Name, values.Read(value, key, target), value.Span);
            }
            else if (
                key is { Kind: QuantityKey quantity, Default: null }
                && new QuantityReader(context).OnlyDrawn(target, quantity.Rule) is { } drawn
            )
            {
                section.Set(key.Name, drawn, section.Node.Span);
            }
        }
    }

    private void Finish(KeyDefinition key, SectionValues section)
    {
        var applies = Applies(key, section, out var uncertain);
        if (section.Has(key.Name))
        {
            if (!applies && !uncertain)
            {
                DoesNotApply(key, section);
            }

            return;
        }

        if (!applies)
        {
            return;
        }

        if (key.Required)
        {
            if (!uncertain && !section.IsTorn && !section.Misspelt.Contains(key.Name))
            {
                var example = key.Example is null ? "" : $", for example {key.Name}: {key.Example}";
                context.Add(
                    DiagnosticTable.KeyMissing,
                    section.Node.Span,
                    $"{Describe(section)} needs {key.Name}:",
                    $"add {key.Name}:{example} ({key.Meaning.TrimEnd('.')})"
                );
            }
        }
        else if (key is { Default: { } text, Kind: QuantityKey quantity })
        {
            var address = section.AddressOf(key.Name);
            section.Set(key.Name, new QuantityReader(context).Default(text, address, quantity.Rule), section.Node.Span);
        }
    }

    /// <summary>Whether a key belongs here; uncertain where the key it hangs on is itself missing or not understood.</summary>
    private static bool Applies(KeyDefinition key, SectionValues section, out bool uncertain)
    {
        uncertain = false;
        if (key.Only is null)
        {
            return true;
        }

        if (key.Only.Words.IsDefaultOrEmpty)
        {
            return section.Has(key.Only.Key);
        }

        var word = section.Text(key.Only.Key);
        uncertain = word is null;
        return word is not null && key.Only.Words.Contains(word, StringComparer.Ordinal);
    }

    private void DoesNotApply(KeyDefinition key, SectionValues section)
    {
        var only = key.Only!;
        var belongs = only.Words.IsDefaultOrEmpty ? $"{only.Key}:" : $"{only.Key}: {string.Join(" or ", only.Words)}";
        var here = only.Words.IsDefaultOrEmpty
            ? "which is not given here"
            : $"but here {only.Key} is {section.Text(only.Key)}";
        context.Add(
            DiagnosticTable.KeyDoesNotApply,
            section.Span(key.Name),
            $"{key.Name}: belongs with {belongs}, {here}",
            $"remove {key.Name}: or give {belongs}"
        );
    }

    private void CheckGroups(SectionShape shape, SectionValues section, MappingNode node)
    {
        foreach (var group in shape.Keys.Where(k => k.Group is not null).GroupBy(k => k.Group!, StringComparer.Ordinal))
        {
            var given = group.Where(k => section.Has(k.Name)).ToList();
            if (given.Count > 1)
            {
                context.Add(
                    DiagnosticTable.KeysExclude,
                    section.Span(given[1].Name),
                    $"{given[0].Name}: and {given[1].Name}: say the same thing; only one of them may stand",
                    $"keep one of {string.Join(", ", group.Select(k => k.Name + ":"))}"
                );
            }
            else if (
                given.Count == 0
                && !group.Any(k => section.Misspelt.Contains(k.Name))
                && shape.RequiredGroups.Contains(group.Key, StringComparer.Ordinal)
            )
            {
                var keys = group.Select(k => k.Name + ":").ToList();
                context.Add(
                    DiagnosticTable.KeyOfGroupMissing,
                    node.Span,
                    $"{Describe(section)} needs one of {string.Join(", ", keys)}",
                    $"add for example {string.Join(" or ", group.Where(k => k.Example is not null).Take(3).Select(k => $"{k.Name}: {k.Example}"))}"
                );
            }
        }
    }

    private static string Describe(SectionValues section) =>
        section.Address.Length == 0 ? WithArticle(section.Shape.Name)
        : section.Identity.Length == 0 || section.Identity == section.Address ? section.Address
        : $"the {section.Shape.Name} '{section.Identity}'";

    private static string WithArticle(string noun) =>
        ("aeiou".Contains(noun[0], StringComparison.Ordinal) ? "an " : "a ") + noun;
}
