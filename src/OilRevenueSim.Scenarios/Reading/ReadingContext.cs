using OilRevenueSim.Core.Uncertainty;
using OilRevenueSim.Scenarios.Catalogue;
using OilRevenueSim.Scenarios.Quantities;
using OilRevenueSim.Scenarios.Text;

namespace OilRevenueSim.Scenarios.Reading;

/// <summary>What is known while one scenario is read.</summary>
internal sealed class ReadingContext(
    DiagnosticList diagnostics,
    NameIndex names,
    OverrideTable overrides,
    PriceFiles priceFiles,
    DrawTables draws
)
{
    public DiagnosticList Diagnostics { get; } = diagnostics;

    public NameIndex Names { get; } = names;

    public OverrideTable Overrides { get; } = overrides;

    /// <summary>Price histories that the scenario names.</summary>
    public PriceFiles PriceFiles { get; } = priceFiles;

    /// <summary>Tables of joint draws.</summary>
    public DrawTables Draws { get; } = draws;

    /// <summary>Keys of <c>wander:</c> by the address of the number that wanders.</summary>
    public Dictionary<string, SectionValues> Wanders { get; } = new(StringComparer.Ordinal);

    /// <summary>Entries of <c>parameters:</c> that were understood.</summary>
    public Dictionary<string, (MeasuredQuantity Measured, Quantity Quantity)> Parameters { get; } =
        new(StringComparer.Ordinal);

    /// <summary>Names of parameters that some key uses.</summary>
    public HashSet<string> UsedParameters { get; } = new(StringComparer.Ordinal);

    /// <summary>Every quantity by address.</summary>
    public SortedDictionary<string, Quantity> Quantities { get; } = new(StringComparer.Ordinal);

    /// <summary>Laws of events by address: not drawn once, and so no quantities.</summary>
    public SortedDictionary<string, EventLaw> EventLaws { get; } = new(StringComparer.Ordinal);

    /// <summary>Where the value of an address stands.</summary>
    public Dictionary<string, SourceSpan> Places { get; } = new(StringComparer.Ordinal);

    /// <summary>Every address that may be set, whether the file gives it or not.</summary>
    public HashSet<string> Settable { get; } = new(StringComparer.Ordinal);

    public void Add(DiagnosticRule rule, SourceSpan span, string message, string? hint = null) =>
        Diagnostics.Add(rule, span, message, hint);

    /// <summary>Place of an address, or of what it lies in.</summary>
    public SourceSpan PlaceOf(string address, SourceSpan otherwise) => Places.GetValueOrDefault(address, otherwise);

    /// <summary>Reports a name that nothing bears.</summary>
    public void UnknownName(EntityKind kind, string name, SourceSpan span)
    {
        var known = Names.All(kind);
        var section = ParameterCatalogue.SectionOf(kind);
        var word = ParameterCatalogue.NameOf(kind);
        var other = Names.KindOf(name);
        var hint =
            NearestName.Find(name, known) is { } nearest ? $"did you mean '{nearest}'?"
            : other is { } elsewhere
                ? $"'{name}' is {Article(elsewhere)} {ParameterCatalogue.NameOf(elsewhere)}, but {Article(kind)} {word} is needed here"
            : known.Count == 0 ? $"define it under {section}:"
            : $"{section} are {NearestName.Join(known)}";
        Add(RuleOf(kind), span, $"there is no {word} '{name}'", hint);
    }

    private static string Article(EntityKind kind) =>
        kind is EntityKind.Actor or EntityKind.Area or EntityKind.Intervention ? "an" : "a";

    private static DiagnosticRule RuleOf(EntityKind kind) =>
        kind switch
        {
            EntityKind.Actor => DiagnosticTable.UnknownActor,
            EntityKind.Area => DiagnosticTable.UnknownArea,
            EntityKind.Field => DiagnosticTable.UnknownField,
            EntityKind.Node => DiagnosticTable.UnknownNode,
            EntityKind.Market => DiagnosticTable.UnknownMarket,
            EntityKind.Benchmark => DiagnosticTable.UnknownBenchmark,
            EntityKind.Phase => DiagnosticTable.UnknownPhase,
            EntityKind.Theatre => DiagnosticTable.UnknownTheatre,
            EntityKind.Intervention => DiagnosticTable.UnknownIntervention,
            _ => DiagnosticTable.UnknownParameter,
        };
}
