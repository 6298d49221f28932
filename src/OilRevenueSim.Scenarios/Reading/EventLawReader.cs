using System.Collections.Immutable;
using OilRevenueSim.Core.Uncertainty;
using OilRevenueSim.Scenarios.Quantities;
using OilRevenueSim.Scenarios.Yaml;

namespace OilRevenueSim.Scenarios.Reading;

/// <summary>Reads the law of every event: a distribution holds for each of them; its parts may be drawn once (model.md §3).</summary>
internal sealed class EventLawReader(ReadingContext context)
{
    private static readonly ImmutableArray<Form> Forms =
    [
        new("median", "p95", EventLawShape.LogNormalMedianP95),
        new("mean", "sd", EventLawShape.NormalMeanSd),
        new("low", "high", EventLawShape.Interval),
    ];

    /// <summary>The law at an address; null where it was not understood (and reported).</summary>
    public EventLaw? Read(YamlNode node, string address, QuantityRule rule)
    {
        EventLaw? law;
        if (node is MappingNode mapping && FormOf(mapping) is { } form)
        {
            law = ByParts(mapping, form, address, rule);
        }
        else
        {
            law = new QuantityReader(context).Read(node, address, rule) is { } quantity ? Of(quantity, rule) : null;
        }

        if (law is not null)
        {
            context.EventLaws[address] = law;
        }

        return law;
    }

    /// <summary>The law of events that always have one value.</summary>
    public static EventLaw Always(string address, double value, QuantityRule rule) =>
        new()
        {
            Address = address,
            Shape = EventLawShape.Certain,
            Parts =
            [
                Quantity.Certain(address, value, rule.Dimension) with
                {
                    Range = rule.Range,
                    Provenance = Provenance.Default,
                },
            ],
            Range = rule.Range,
            Dimension = rule.Dimension,
            Provenance = Provenance.Default,
        };

    /// <summary>A certain number or a parameter is one draw for all events; a distribution is the law of each.</summary>
    private EventLaw Of(Quantity quantity, QuantityRule rule)
    {
        var once = quantity.Law.IsCertain || quantity.Parameter is not null;
        if (!once)
        {
            context.Quantities.Remove(quantity.Address);
        }

        return new EventLaw
        {
            Address = quantity.Address,
            Shape = once ? EventLawShape.Certain : EventLawShape.Fixed,
            Law = once ? null : quantity.Law,
            Parts = once ? [quantity] : [],
            Range = quantity.Range,
            Dimension = rule.Dimension,
            Text = quantity.Text,
            Provenance = quantity.Provenance,
        };
    }

    private static Form? FormOf(MappingNode mapping) =>
        Forms.FirstOrDefault(f => mapping.Find(f.First) is not null && mapping.Find(f.Second) is not null);

    private EventLaw? ByParts(MappingNode mapping, Form form, string address, QuantityRule rule)
    {
        var spread = rule with { Domain = Domain.Positive, RangeCode = null };
        var parts = new List<Quantity>();
        foreach (var name in new[] { form.First, form.Second })
        {
            var target = $"{address}.{name}";
            context.Settable.Add(target);
            var node = context.Overrides.Take(target) ?? mapping.Find(name)!.Value;
            if (new QuantityReader(context).Read(node, target, name == "sd" ? spread : rule) is { } part)
            {
                parts.Add(part);
            }
        }

        return parts.Count < 2 ? null : Assemble(mapping, address, rule, form.Shape, [.. parts]);
    }

    private EventLaw? Assemble(
        MappingNode mapping,
        string address,
        QuantityRule rule,
        EventLawShape shape,
        ImmutableArray<Quantity> parts
    )
    {
        var (first, second) = (LawRange90.Of(parts[0]).Median, LawRange90.Of(parts[1]).Median);
        var high = shape == EventLawShape.Interval ? rule.Range.High : double.PositiveInfinity;
        if (shape != EventLawShape.NormalMeanSd && !(0.0 < first && first < second && second < high))
        {
            context.Add(
                DiagnosticTable.BadShape,
                context.Places[parts[1].Address],
                "the second part of the distribution must lie above the first, and both inside what is possible",
                "write for example { median: 2 to 5 months, p95: 24 months }"
            );
            return null;
        }

        // A certain part keeps its place among the correlated, so that making it certain moves no other draw.
        var isFixed = parts.All(p => p.Law.IsCertain && p.Parameter is null && !context.Names.IsCorrelated(p.Address));
        if (isFixed)
        {
            foreach (var part in parts)
            {
                context.Quantities.Remove(part.Address);
            }
        }

        // The parts have been read, and may be more than texts; what is left of the mapping says where they come from.
        var rest = mapping.Entries.Select(e =>
            parts.Any(p => p.Address == $"{address}.{e.Key.Text}")
                ? e with
                {
                    Value = new ScalarNode(e.Value.Span, "1", 0),
                }
                : e
        );
        return new EventLaw
        {
            Address = address,
            Shape = isFixed ? EventLawShape.Fixed : shape,
            Law = isFixed ? FixedLaw(shape, rule.Domain, first, second) : null,
            Parts = isFixed ? [] : parts,
            Range = rule.Range,
            Dimension = rule.Dimension,
            Text = string.Join(", ", parts.Select(p => $"{p.Address[(p.Address.LastIndexOf('.') + 1)..]} {p.Text}")),
            Provenance = new QuantityReader(context).Origin(
                new MappingNode(mapping.Span, [.. rest], mapping.IsFlow),
                address
            ),
        };
    }

    private static Law FixedLaw(EventLawShape shape, Domain domain, double first, double second) =>
        shape switch
        {
            EventLawShape.LogNormalMedianP95 => Intervals.LogNormalFromMedian(first, second),
            EventLawShape.NormalMeanSd => new NormalLaw(first, second),
            _ => IntervalLaw.Of(domain, first, second),
        };

    /// <summary>Two parts of a long form and the law they make.</summary>
    private sealed record Form(string First, string Second, EventLawShape Shape);
}
