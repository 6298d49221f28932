using System.Collections.Immutable;
using OilRevenueSim.Scenarios.Quantities;

namespace OilRevenueSim.Scenarios.Catalogue;

/// <summary>True or false.</summary>
internal sealed record FlagKey : KeyKind;

/// <summary>Several of some words.</summary>
internal sealed record WordsKey(ImmutableArray<string> Words) : KeyKind;

/// <summary>The name or identity of one of several kinds of thing; with <paramref name="OrTanks"/> also <c>NODE.tanks</c>.</summary>
internal sealed record ObjectKey(ImmutableArray<EntityKind> Kinds, bool OrTanks = false) : KeyKind;

/// <summary>A list of such names.</summary>
internal sealed record ObjectsKey(ImmutableArray<EntityKind> Kinds, bool OrTanks = false) : KeyKind;

/// <summary>The law of every event: a distribution here holds for each of them (model.md §3).</summary>
internal sealed record EventLawKey(QuantityRule Rule) : KeyKind;

/// <summary>Two values with a word between them, <c>0.4 for 12 months</c>; written long, a mapping of the shape's two keys.</summary>
internal sealed record CompactKey(SectionShape Shape, string Word) : KeyKind;

/// <summary>A mapping, or a list of them, each of one of several shapes; the first key of a shape tells which.</summary>
internal sealed record VariantsKey(string Noun, ImmutableArray<SectionShape> Variants) : KeyKind;

/// <summary>The mapping <c>courses:</c> of names to lists of interventions.</summary>
internal sealed record CoursesKey : KeyKind;
