using System.Collections.Immutable;
using System.Globalization;
using OilRevenueSim.Core.Control;
using OilRevenueSim.Core.Markets;
using OilRevenueSim.Core.Uncertainty;
using OilRevenueSim.Core.Units;
using OilRevenueSim.Scenarios.Catalogue;
using OilRevenueSim.Scenarios.Quantities;
using OilRevenueSim.Scenarios.Reading;
using OilRevenueSim.Scenarios.Yaml;

namespace OilRevenueSim.Scenarios.Writing;

/// <summary>A section under way: what each key of its shape will hold; what is absent or left to its default is left out.</summary>
internal sealed class SectionDraft(SectionShape shape, QuantityWriting quantities)
{
    private readonly List<MappingEntry> entries = [];

    /// <summary>The section of a key of this one.</summary>
    public SectionDraft Inner(string key) =>
        new(KindOf(key) is CompactKey compact ? compact.Shape : ((SectionKey)KindOf(key)).Shape, quantities);

    /// <summary>A draft of an item or entry of a key of this one.</summary>
    public SectionDraft Item(string key) =>
        new(
            KindOf(key) switch
            {
                ItemsKey items => items.Shape,
                NamedSectionsKey named => named.Shape,
                _ => throw new InvalidOperationException($"{key}: holds no sections."),
            },
            quantities
        );

    /// <summary>A draft of the variant of a key whose first key is <paramref name="first"/>.</summary>
    public SectionDraft Variant(string key, string first) =>
        new(((VariantsKey)KindOf(key)).Variants.Single(v => v.Keys[0].Name == first), quantities);

    public SectionDraft Put(string key, YamlNode? value)
    {
        if (value is not null)
        {
            entries.Add(new MappingEntry(new ScalarNode(default, key, 0), value));
        }

        return this;
    }

    public SectionDraft Text(string key, string? text) =>
        Put(key, string.IsNullOrEmpty(text) ? null : new ScalarNode(default, text, 0));

    /// <summary>A text, unless it is what the key holds where it is absent.</summary>
    public SectionDraft Text(string key, string? text, string? usual) => Text(key, text == usual ? null : text);

    public SectionDraft Names(string key, ImmutableArray<string> names) =>
        Put(key, names.IsDefaultOrEmpty ? null : List(names));

    public SectionDraft Date(string key, DateOnly? date) =>
        Text(key, date is { } day ? DateText(day, lastOfMonth: KindOf(key) is DateKey { LastOfMonth: true }) : null);

    public SectionDraft Flag(string key, bool flag) => Text(key, flag ? "true" : null);

    public SectionDraft Point(string key, GeoPoint? at) =>
        Put(
            key,
            at is { } point
                ? List([DecimalText.Of(point.LatitudeDegrees), DecimalText.Of(point.LongitudeDegrees)])
                : null
        );

    public SectionDraft Quantity(string key, Quantity? quantity, Wander? wander = null) =>
        Put(key, quantity is null ? null : quantities.Node(quantity, (QuantityKey)KindOf(key), wander));

    public SectionDraft EventLaw(string key, EventLaw? law) => Put(key, quantities.Node(law, (EventLawKey)KindOf(key)));

    /// <summary>A hazard under <c>every:</c>, <c>rate:</c> or <c>chance:</c>.</summary>
    public SectionDraft Hazard(Quantity rate)
    {
        var written = rate.Address[(rate.Address.LastIndexOf('.') + 1)..];
        var key = rate.Law is UnreadLaw || written is not ("every" or "rate" or "chance") ? HazardKeyOf(rate) : written;
        if (key == "rate" && rate.Conversion == Conversion.ChanceToRate && HasNewWindow(rate))
        {
            key = "chance";
        }

        return Quantity(key, rate);
    }

    /// <summary>Quantities by name or date.</summary>
    public SectionDraft Map(string key, IEnumerable<(string Key, Quantity Value)> values)
    {
        var rule = new QuantityKey(((QuantityMapKey)KindOf(key)).Rule);
        var map = values
            .Select(v => new MappingEntry(new ScalarNode(default, v.Key, 0), quantities.Node(v.Value, rule)!))
            .ToList();
        return Put(key, map.Count == 0 ? null : new MappingNode(default, map, isFlow: false));
    }

    /// <summary>One quantity where a mapping may stand too.</summary>
    public SectionDraft One(string key, Quantity quantity) =>
        Put(key, quantities.Node(quantity, new QuantityKey(((QuantityMapKey)KindOf(key)).Rule)));

    /// <summary>Named sections.</summary>
    public SectionDraft Named(string key, IEnumerable<(string Name, SectionDraft Section)> sections)
    {
        var all = sections.Select(s => new MappingEntry(new ScalarNode(default, s.Name, 0), s.Section.Node)).ToList();
        return Put(key, all.Count == 0 ? null : new MappingNode(default, all, isFlow: false));
    }

    /// <summary>A list of sections.</summary>
    public SectionDraft Items(string key, IEnumerable<SectionDraft> sections)
    {
        YamlNode[] all = [.. sections.Select(s => s.Node)];
        return Put(key, all.Length == 0 ? null : new ListNode(default, all));
    }

    /// <summary>One section, or a list of several.</summary>
    public SectionDraft OneOrItems(string key, IReadOnlyList<SectionDraft> sections) =>
        sections.Count == 1 ? Put(key, sections[0].Node) : Items(key, sections);

    /// <summary>Gives the item a <c>name:</c> where its identity is not what the keys above say.</summary>
    public SectionDraft Identity(string identity) =>
        OwnIdentity == identity || !Quantities.Names.Pattern().IsMatch(identity) ? this : Text("name", identity);

    /// <summary>The identity that the keys given so far make.</summary>
    public string OwnIdentity => ItemIdentity.Of(Node, shape);

    public MappingNode Node => new(default, entries, isFlow: false);

    public static ListNode List(IEnumerable<string> texts) =>
        new(default, [.. texts.Select(t => new ScalarNode(default, t, 0))]);

    /// <summary>A day, or the month alone where that means the day.</summary>
    private static string DateText(DateOnly day, bool lastOfMonth)
    {
        var meant = lastOfMonth ? DateTime.DaysInMonth(day.Year, day.Month) : 1;
        return day.ToString(day.Day == meant ? "yyyy-MM" : "yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    private static string HazardKeyOf(Quantity rate) =>
        (rate.Law, rate.Conversion, rate.Text) switch
        {
            (not UnreadLaw, Conversion.MeanTimeToRate, _) => "every",
            (not UnreadLaw, Conversion.ChanceToRate, _) => "chance",
            (not UnreadLaw, _, _) => "rate",
            (_, _, var text) when text.Contains(" within ", StringComparison.Ordinal) => "chance",
            (_, _, var text) when text.Contains(" per ", StringComparison.Ordinal) => "rate",
            _ => "every",
        };

    /// <summary>True where the text of an effective rate no longer says the quantity: its law is then written as a chance.</summary>
    private bool HasNewWindow(Quantity rate) =>
        quantities.Node(rate, new QuantityKey(Rules.Rate)) is { } node
        && (node as ScalarNode ?? (node as MappingNode)?.Find("value")?.Value as ScalarNode)?.Text != rate.Text;

    private KeyKind KindOf(string key) =>
        (shape.Find(key) ?? throw new InvalidOperationException($"{shape.Name} has no key {key}.")).Kind;
}
