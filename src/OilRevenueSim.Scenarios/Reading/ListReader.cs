using OilRevenueSim.Core.Uncertainty;
using OilRevenueSim.Core.Units;
using OilRevenueSim.Scenarios.Catalogue;
using OilRevenueSim.Scenarios.Quantities;
using OilRevenueSim.Scenarios.Text;
using OilRevenueSim.Scenarios.Yaml;

namespace OilRevenueSim.Scenarios.Reading;

/// <summary>Reads values that hold many: named sections, lists of sections, mappings to quantities, lists of amounts.</summary>
internal sealed class ListReader(ReadingContext context)
{
    private readonly ValueReader values = new(context);

    public List<SectionValues> ReadNamed(YamlNode node, KeyDefinition key, NamedSectionsKey named, string address)
    {
        var result = new List<SectionValues>();
        if (node is not MappingNode mapping)
        {
            values.WrongShape(node, key, $"a mapping of names, each with the keys of {named.Shape.Name}");
            return result;
        }

        foreach (var entry in mapping.Entries)
        {
            values.CheckName(entry.Key);
            var target = $"{address}.{entry.Key.Text}";
            context.Places[target] = entry.Key.Span;
            switch (entry.Value)
            {
                case MappingNode section:
                    result.Add(new SectionReader(context).Read(section, named.Shape, target, entry.Key.Text));
                    break;
                case ScalarNode { IsEmpty: true } when named.Shape.Keys.All(k => !k.Required):
                    var empty = new MappingNode(entry.Key.Span, [], isFlow: true);
                    result.Add(new SectionReader(context).Read(empty, named.Shape, target, entry.Key.Text));
                    break;
                default:
                    context.Add(
                        DiagnosticTable.WrongShape,
                        entry.Value.Span,
                        $"the {named.Shape.Name} '{entry.Key.Text}' is a mapping of keys, but this is {entry.Value.Form}",
                        $"write {entry.Key.Text}: {{ {Sample(named.Shape)} }}"
                    );
                    break;
            }
        }

        return result;
    }

    public List<SectionValues> ReadItems(YamlNode node, KeyDefinition key, ItemsKey items, string address)
    {
        var result = new List<SectionValues>();
        if (node is not ListNode list)
        {
            values.WrongShape(node, key, "a list");
            return result;
        }

        var identities = new Dictionary<string, SourceSpan>(StringComparer.Ordinal);
        foreach (var item in list.Items)
        {
            if (item is not MappingNode section)
            {
                context.Add(
                    DiagnosticTable.WrongShape,
                    item.Span,
                    $"an entry of {key.Name}: is a mapping of keys, but this is {item.Form}",
                    $"write - {{ {Sample(items.Shape)} }}"
                );
                continue;
            }

            var identity = ItemIdentity.Of(section, items.Shape);
            var target = $"{address}.{identity}";
            if (!identities.TryAdd(identity, item.Span))
            {
                context.Add(
                    DiagnosticTable.IdentityTwice,
                    item.Span,
                    $"another {items.Shape.Name} '{identity}' stands at {identities[identity].Describe(item.Span.Source)}",
                    "give one of them a name: of its own, which then addresses its numbers and its randomness"
                );
                continue;
            }

            context.Places[target] = item.Span;
            result.Add(new SectionReader(context).Read(section, items.Shape, target, identity));
        }

        return result;
    }

    public List<MapEntry> ReadMap(YamlNode node, KeyDefinition key, QuantityMapKey map, string address)
    {
        var result = new List<MapEntry>();
        if (map.OrOne && (context.Overrides.Has(address) || IsOneQuantity(node)))
        {
            context.Settable.Add(address);
            var one = new QuantityReader(context).Read(context.Overrides.Take(address) ?? node, address, map.Rule);
            result.Add(new MapEntry("", null, one ?? SectionValues.Placeholder(address), node.Span));
            return result;
        }

        if (node is not MappingNode mapping)
        {
            values.WrongShape(
                node,
                key,
                map.KeysAre is null ? "a mapping of dates to values" : "a mapping of names to values"
            );
            return result;
        }

        var reader = new QuantityReader(context);
        foreach (var entry in mapping.Entries)
        {
            var target = $"{address}.{entry.Key.Text}";
            DateOnly? date = null;
            if (map.KeysAre is not { } kind)
            {
                date = values.Date(entry.Key, lastOfMonth: false);
            }
            else if (!context.Names.Has(kind, entry.Key.Text))
            {
                context.UnknownName(kind, entry.Key.Text, entry.Key.Span);
                continue;
            }

            context.Settable.Add(target);
            var value = context.Overrides.Take(target) ?? entry.Value;
            var quantity = reader.Read(value, target, map.Rule) ?? SectionValues.Placeholder(target);
            result.Add(new MapEntry(entry.Key.Text, date, quantity, entry.Key.Span));
        }

        if (mapping.Entries.Count == 0 && key.Required)
        {
            context.Add(
                DiagnosticTable.ValueMissing,
                node.Span,
                $"{key.Name}: is empty",
                $"write for example {key.Name}: {key.Example}"
            );
        }

        return result;
    }

    public List<(double Amount, SourceSpan Span)> ReadAmounts(
        YamlNode node,
        KeyDefinition key,
        AmountsKey amounts,
        string address
    )
    {
        var result = new List<(double, SourceSpan)>();
        if (node is not ListNode list)
        {
            values.WrongShape(node, key, "a list");
            return result;
        }

        foreach (var item in list.Items)
        {
            if (values.Scalar(item, key) is not { } scalar)
            {
                continue;
            }

            var (shape, problem) = QuantityGrammar.Read(scalar.Text);
            if (shape is { Kind: not ShapeKind.Certain })
            {
                context.Add(
                    DiagnosticTable.MustBeCertain,
                    scalar.Span,
                    $"{key.Name}: holds single amounts, not '{scalar.Text}'",
                    $"write for example {key.Name}: {key.Example}"
                );
                continue;
            }

            MeasuredQuantity? measured = null;
            if (shape is not null)
            {
                (measured, problem) = QuantityMeasure.Of(shape, amounts.Rule);
            }

            if (measured?.Law is CertainLaw certain)
            {
                AddAmount(result, certain.Value, scalar, key);
            }
            else if (problem is not null)
            {
                context.Add(problem.Rule, scalar.Part(problem.Start, problem.Length), problem.Message, problem.Hint);
            }
        }

        return result;
    }

    /// <summary>True for a quantity, short or long, where a mapping of names to quantities may stand too.</summary>
    private static bool IsOneQuantity(YamlNode node) =>
        node is ScalarNode
        || (
            node is MappingNode mapping
            && ParameterCatalogue.Quantity.Keys.Any(k => k.Group == "law" && mapping.Find(k.Name) is not null)
        );

    private void AddAmount(
        List<(double Amount, SourceSpan Span)> result,
        double amount,
        ScalarNode scalar,
        KeyDefinition key
    )
    {
        if (result.Any(r => r.Amount == amount))
        {
            context.Add(
                DiagnosticTable.ItemTwice,
                scalar.Span,
                $"'{scalar.Text}' stands twice in {key.Name}:",
                "name it once"
            );
            return;
        }

        result.Add((amount, scalar.Span));
    }

    private static string Sample(SectionShape shape) =>
        string.Join(
            ", ",
            shape.Computed.Where(k => k.Required && k.Only is null).Select(k => $"{k.Name}: {k.Example}")
        );
}
