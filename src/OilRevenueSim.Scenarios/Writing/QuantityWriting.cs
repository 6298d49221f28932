using OilRevenueSim.Core.Markets;
using OilRevenueSim.Core.Uncertainty;
using OilRevenueSim.Core.Units;
using OilRevenueSim.Scenarios.Catalogue;
using OilRevenueSim.Scenarios.Quantities;
using OilRevenueSim.Scenarios.Reading;
using OilRevenueSim.Scenarios.Yaml;

namespace OilRevenueSim.Scenarios.Writing;

/// <summary>Quantities and laws of events as their keys hold them: the author's text, or the law where code changed it.</summary>
internal sealed class QuantityWriting(IEnumerable<Quantity> parameters)
{
    private readonly Dictionary<string, Quantity> parameters = parameters
        .GroupBy(p => p.Address, StringComparer.Ordinal)
        .ToDictionary(p => p.Key, p => p.First(), StringComparer.Ordinal);

    /// <summary>Every quantity that was written or left to its default, by address.</summary>
    public SortedDictionary<string, Quantity> Quantities { get; } = new(StringComparer.Ordinal);

    /// <summary>The value of a key, or null where it is left to its default.</summary>
    public YamlNode? Node(Quantity quantity, QuantityKey key, Wander? wander = null)
    {
        Quantities[quantity.Address] = quantity;
        var isDefault = quantity.Provenance == Provenance.Default && wander is null;
        if (isDefault && quantity.Law is UnreadLaw)
        {
            return null;
        }

        var text = TextOf(quantity, key.Rule);
        return isDefault && text == quantity.Text
            ? null
            : Long(text, OriginOf(quantity), wander is null ? null : WanderNode(wander, key.Wander!));
    }

    /// <summary>An entry of <c>parameters:</c>.</summary>
    public YamlNode Parameter(Quantity parameter)
    {
        Quantities[parameter.Address] = parameter;
        var (text, domain) = (parameter.Text, (string?)null);
        if (parameter.Law is not UnreadLaw)
        {
            (text, domain) = DomainOf(parameter, parameter.Text) ?? (null!, null);
            text ??= LawWriting.Of(parameter);
            domain ??= DomainOf(parameter, text)?.Domain;
        }

        return Long(text, parameter.Provenance, domain is null ? null : ("domain", new ScalarNode(default, domain, 0)));
    }

    /// <summary>The law of events of a key, or null where there is none of its own.</summary>
    public YamlNode? Node(EventLaw? law, EventLawKey key)
    {
        if (law is null || law.Provenance == Provenance.Default)
        {
            return null;
        }

        if (law.Shape == EventLawShape.Certain)
        {
            return Node(law.Parts[0], new QuantityKey(key.Rule));
        }

        var names = law.Shape switch
        {
            EventLawShape.LogNormalMedianP95 => ("median", "p95"),
            EventLawShape.NormalMeanSd => ("mean", "sd"),
            EventLawShape.Interval => ("low", "high"),
            _ => ("", ""),
        };
        if (law.Shape != EventLawShape.Fixed)
        {
            var spread = key.Rule with { Domain = Domain.Positive, RangeCode = null };
            return ByParts(
                (names.Item1, Node(law.Parts[0], new QuantityKey(key.Rule))!),
                (names.Item2, Node(law.Parts[1], new QuantityKey(names.Item2 == "sd" ? spread : key.Rule))!),
                law.Provenance
            );
        }

        return FixedByParts(law) ?? Long(FixedText(law, key.Rule), law.Provenance, null);
    }

    /// <summary>Text that a key reads as the quantity.</summary>
    private string TextOf(Quantity quantity, QuantityRule rule)
    {
        if (quantity.Law is UnreadLaw)
        {
            return quantity.Text;
        }

        if (quantity.Parameter is { } name)
        {
            return parameters.TryGetValue(name, out var parameter) && SameLaw(parameter.Law, quantity.Law)
                ? quantity.Text
                : LawWriting.Of(quantity);
        }

        return
            Measure(quantity.Text, rule) is { } measured
            && SameLaw(measured.Law, quantity.Law)
            && measured.Conversion == quantity.Conversion
            && measured.WindowYears == quantity.WindowYears
            ? quantity.Text
            : LawWriting.Of(quantity);
    }

    private static string FixedText(EventLaw law, QuantityRule rule) =>
        law.Law is null or UnreadLaw || (Measure(law.Text, rule) is { } measured && SameLaw(measured.Law, law.Law))
            ? law.Text
            : LawWriting.Of(law.Law, law.Dimension);

    /// <summary>A law that was written by certain parts, <c>median 3 months, p95 24 months</c>, as the mapping it stood in.</summary>
    private static MappingNode? FixedByParts(EventLaw law)
    {
        var parts = law.Text.Split(", ");
        if (
            parts is not [var first, var second]
            || first.Split(' ', 2) is not ["median" or "mean" or "low", _]
            || second.Split(' ', 2) is not ["p95" or "sd" or "high", _]
        )
        {
            return null;
        }

        (string, YamlNode) Part(string text) =>
            (text.Split(' ', 2)[0], new ScalarNode(default, text.Split(' ', 2)[1], 0));
        return ByParts(Part(first), Part(second), law.Provenance);
    }

    private static MappingNode ByParts((string, YamlNode) first, (string, YamlNode) second, Provenance origin) =>
        new(default, [Entry(first.Item1, first.Item2), Entry(second.Item1, second.Item2), .. OriginKeys(origin)], true);

    /// <summary>The domain under which a parameter's text gives its law, where it is not the usual one; null where none does.</summary>
    private static (string Text, string? Domain)? DomainOf(Quantity parameter, string text)
    {
        foreach (var domain in new string?[] { null, "positive", "nonneg", "share", "real" })
        {
            Domain? asked = domain switch
            {
                "positive" => Domain.Positive,
                "nonneg" => Domain.NonNegative,
                "share" => Domain.Share,
                "real" => Domain.Real,
                _ => null,
            };
            var rule = ParameterCatalogue.ParameterRule(parameter.Dimension, asked);
            if (
                Measure(text, rule) is { } measured
                && SameLaw(measured.Law, parameter.Law)
                && measured.Range == parameter.Range
            )
            {
                return (text, domain);
            }
        }

        return null;
    }

    /// <summary>Where a number comes from, unless that is said at its parameter.</summary>
    private Provenance OriginOf(Quantity quantity) =>
        quantity.Provenance == Provenance.Default
        || (
            quantity.Parameter is { } name
            && parameters.TryGetValue(name, out var parameter)
            && parameter.Provenance == quantity.Provenance
        )
            ? Provenance.None
            : quantity.Provenance;

    private (string, YamlNode) WanderNode(Wander wander, SectionShape shape)
    {
        QuantityKey Key(string name) => (QuantityKey)shape.Find(name)!.Kind;
        return (
            "wander",
            new MappingNode(
                default,
                [
                    Entry("sd", Node(wander.StandardDeviation, Key("sd"))!),
                    Entry("half-life", Node(wander.HalfLife, Key("half-life"))!),
                ],
                true
            )
        );
    }

    private static YamlNode Long(string text, Provenance origin, (string Key, YamlNode Value)? more)
    {
        var value = new ScalarNode(default, text, 0);
        var keys = OriginKeys(origin).ToList();
        if (more is { } other)
        {
            keys.Add(Entry(other.Key, other.Value));
        }

        return keys.Count == 0 ? value : new MappingNode(default, [Entry("value", value), .. keys], true);
    }

    private static IEnumerable<MappingEntry> OriginKeys(Provenance origin)
    {
        (string Key, string? Text)[] keys =
        [
            ("source", origin.Source),
            ("grade", origin.Grade == SourceGrade.Unstated ? null : origin.Grade.ToString().ToLowerInvariant()),
            ("date", origin.Date),
            ("note", origin.Note),
        ];
        return keys.Where(k => k.Text is not null).Select(k => Entry(k.Key, new ScalarNode(default, k.Text!, 0)));
    }

    private static MappingEntry Entry(string key, YamlNode value) => new(new ScalarNode(default, key, 0), value);

    private static MeasuredQuantity? Measure(string text, QuantityRule rule) =>
        QuantityGrammar.Read(text).Shape is { Kind: not ShapeKind.Parameter } shape
            ? QuantityMeasure.Of(shape, rule).Measured
            : null;

    private static bool SameLaw(Law one, Law other) =>
        one == other || (one is DiscreteLaw && CanonicalText.LawText(one) == CanonicalText.LawText(other));
}
