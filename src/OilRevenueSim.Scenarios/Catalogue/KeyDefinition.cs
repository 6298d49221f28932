using System.Collections.Immutable;
using OilRevenueSim.Scenarios.Quantities;

namespace OilRevenueSim.Scenarios.Catalogue;

/// <summary>Things a scenario gives names to.</summary>
internal enum EntityKind
{
    Actor,
    Area,
    Field,
    Node,
    Market,
    Benchmark,
    Phase,
    Parameter,
    Theatre,
    Route,
    Blockade,
    Change,
    Intervention,
    Regime,
    Draws,
}

/// <summary>What a key holds.</summary>
internal abstract record KeyKind;

/// <summary>Any text.</summary>
internal sealed record TextKey : KeyKind;

/// <summary>A name of the author's choice.</summary>
internal sealed record NameKey : KeyKind;

/// <summary>The name of something defined elsewhere in the scenario.</summary>
internal sealed record ReferenceKey(EntityKind Target, bool OrNobody = false, bool OrOutside = false) : KeyKind;

/// <summary>A list of such names; with <paramref name="OrAny"/> also the word <c>any</c> or a single name.</summary>
internal sealed record ReferencesKey(EntityKind Target, bool OrAny = false) : KeyKind;

/// <summary>A number with unit, perhaps uncertain.</summary>
internal sealed record QuantityKey(QuantityRule Rule) : KeyKind
{
    /// <summary>Keys of <c>wander:</c> in its long form, where it may wander; else null.</summary>
    public SectionShape? Wander { get; init; }

    /// <summary>Keys of its long form.</summary>
    public SectionShape LongForm =>
        Wander is null ? ParameterCatalogue.Quantity : PriceKeys.Wandering(ParameterCatalogue.Quantity, Wander);
}

/// <summary>A date; a month alone means its first day, or its last.</summary>
internal sealed record DateKey(bool LastOfMonth = false) : KeyKind;

/// <summary>One of several words; some the format knows but this version does not compute.</summary>
internal sealed record ChoiceKey(ImmutableArray<string> Words, ImmutableArray<string> Later) : KeyKind;

/// <summary>Latitude and longitude in degrees.</summary>
internal sealed record PointKey : KeyKind;

/// <summary>A whole number.</summary>
internal sealed record WholeNumberKey(int Low, int High) : KeyKind;

/// <summary>One section with keys of its own.</summary>
internal sealed record SectionKey(SectionShape Shape) : KeyKind;

/// <summary>A mapping of names to sections.</summary>
internal sealed record NamedSectionsKey(EntityKind Defines, SectionShape Shape) : KeyKind;

/// <summary>A list of sections.</summary>
internal sealed record ItemsKey(SectionShape Shape) : KeyKind;

/// <summary>A mapping of names, or of dates where <paramref name="KeysAre"/> is null, to quantities; with <paramref name="OrOne"/> also one quantity for all names.</summary>
internal sealed record QuantityMapKey(EntityKind? KeysAre, QuantityRule Rule, bool OrOne = false) : KeyKind;

/// <summary>A list of certain amounts.</summary>
internal sealed record AmountsKey(QuantityRule Rule) : KeyKind;

/// <summary>The mapping <c>parameters:</c>.</summary>
internal sealed record ParametersKey : KeyKind;

/// <summary>The list <c>correlations:</c>.</summary>
internal sealed record CorrelationsKey : KeyKind;

/// <summary>The list <c>price-correlations:</c>.</summary>
internal sealed record PriceCorrelationsKey : KeyKind;

/// <summary>The name of a file of prices, relative to the file it stands in.</summary>
internal sealed record PriceFileKey : KeyKind;

/// <summary>File names of <c>include:</c>.</summary>
internal sealed record IncludeKey : KeyKind;

/// <summary>A key belongs only where another key has one of some words, or is there at all.</summary>
/// <param name="Key">The other key.</param>
/// <param name="Words">Its words; empty where its presence is enough.</param>
internal sealed record KeyCondition(string Key, params ImmutableArray<string> Words);

/// <summary>How two files that include one another join a key.</summary>
internal enum Joining
{
    /// <summary>The including file wins.</summary>
    Replace,

    /// <summary>Entries are united; the same name twice is an error.</summary>
    Unite,

    /// <summary>Lists are joined, the included first.</summary>
    Append,

    /// <summary>Key by key: lists inside are joined, the rest is replaced.</summary>
    Inside,
}

/// <summary>One key of the format: what it holds, whether it must be there, and what it means.</summary>
internal sealed record KeyDefinition(string Name, KeyKind Kind, string Meaning)
{
    /// <summary>True when the key must stand (where its condition holds).</summary>
    public bool Required { get; init; }

    /// <summary>Value where the key is absent, in the grammar of the key.</summary>
    public string? Default { get; init; }

    /// <summary>What absence means, in words, where there is no <see cref="Default"/>.</summary>
    public string? Absent { get; init; }

    /// <summary>False for keys the format knows but this version does not compute.</summary>
    public bool Computed { get; init; } = true;

    /// <summary>Keys of one group exclude one another.</summary>
    public string? Group { get; init; }

    /// <summary>Where the key belongs; null for everywhere.</summary>
    public KeyCondition? Only { get; init; }

    /// <summary>A value to copy.</summary>
    public string? Example { get; init; }

    /// <summary>How included files join it.</summary>
    public Joining Joining { get; init; } = Joining.Replace;

    /// <summary>A key the format knows but this version does not compute.</summary>
    public static KeyDefinition Later(string name, string meaning) =>
        new(name, new TextKey(), meaning) { Computed = false };
}

/// <summary>What makes the identity of a list item.</summary>
internal enum IdentityRule
{
    /// <summary>The name under which it stands.</summary>
    Name,

    /// <summary><c>FROM&gt;TO</c>.</summary>
    FromTo,

    /// <summary><c>field+field&gt;via&gt;…&gt;market</c>.</summary>
    Route,

    /// <summary><c>THROUGH&gt;OF</c>.</summary>
    ThroughOf,

    /// <summary><c>BY@PLACE+PLACE</c>, places from <c>at:</c>.</summary>
    ByAt,

    /// <summary><c>BY@TARGET+TARGET</c>.</summary>
    ByTargets,

    /// <summary>The value of the first key: a dependency or condition by its place or actor.</summary>
    FirstValue,

    /// <summary><c>VERB/OBJECT</c> of an effect: its first key and the value of that.</summary>
    VerbObject,
}

/// <summary>A kind of section: its keys and what they need of one another.</summary>
internal sealed record SectionShape(string Name, string Meaning, ImmutableArray<KeyDefinition> Keys)
{
    public IdentityRule Identity { get; init; } = IdentityRule.Name;

    /// <summary>What the items of a list are, where others name them by their identity.</summary>
    public EntityKind? Defines { get; init; }

    /// <summary>Groups of which one key must be given.</summary>
    public ImmutableArray<string> RequiredGroups { get; init; } = [];

    public KeyDefinition? Find(string key) => Keys.FirstOrDefault(k => k.Name == key);

    /// <summary>Keys an author may use.</summary>
    public IEnumerable<KeyDefinition> Computed => Keys.Where(k => k.Computed);
}
