using System.Collections.Immutable;

namespace OilRevenueSim.Scenarios;

/// <summary>One kind of finding.</summary>
/// <param name="Code">Code that never changes its meaning, e.g. <c>ORS3002</c>.</param>
/// <param name="Severity">Error or warning.</param>
/// <param name="Title">What it says, in general.</param>
/// <param name="Example">What causes it.</param>
public sealed record DiagnosticRule(string Code, Severity Severity, string Title, string Example);

/// <summary>The one table of findings: 1xxx text, 2xxx keys, 3xxx quantities, 4xxx names, 5xxx meaning, 6xxx command line.</summary>
public static partial class DiagnosticTable
{
    /// <summary>All kinds of finding, in order of code.</summary>
    public static ImmutableArray<DiagnosticRule> All =>
        [
            FileNotFound,
            PathIsFolder,
            FileUnreadable,
            FileTooLarge,
            FileEmpty,
            NotUtf8,
            NotText,
            TabCharacter,
            NestedTooDeep,
            BracketNotClosed,
            QuoteNotClosed,
            NotYaml,
            AnchorUsed,
            TagUsed,
            MergeKeyUsed,
            SeveralDocuments,
            KeyTwice,
            NotAScenario,
            KeyNotText,
            IncludeUnreadable,
            IncludeOutside,
            IncludeCycle,
            DefinedTwice,
            TwoValues,
            UnknownKey,
            KeyMissing,
            NotYetComputed,
            WrongShape,
            KeysExclude,
            KeyOfGroupMissing,
            KeyDoesNotApply,
            ValueMissing,
            UnknownWord,
            NotAName,
            ReservedName,
            IdentityTwice,
            SchemaUnknown,
            NotADate,
            NotAWholeNumber,
            NotAPoint,
            StreamTwice,
            ItemTwice,
            NotAQuantity,
            UnitMissing,
            UnitUnknown,
            UnitWrong,
            IntervalReversed,
            IntervalAtEdge,
            OutOfRange,
            BadShape,
            CutTooMuch,
            CutSome,
            NumberFormat,
            MustBeCertain,
            ParameterMisfit,
            TimeMissing,
            UnknownActor,
            UnknownArea,
            UnknownField,
            UnknownNode,
            UnknownMarket,
            UnknownBenchmark,
            UnknownPhase,
            UnknownParameter,
            UnknownAddress,
            TooManyActors,
            EndBeforeStart,
            HorizonTooLong,
            FieldWithoutRoute,
            ChangeNeverHappens,
            ProceedsAboveWhole,
            ProceedsMayPassWhole,
            PassageDisagrees,
            DateOutsideHorizon,
            PointsUnordered,
            CorrelationTwice,
            CorrelationsContradict,
            CorrelationIdle,
            ParameterUnused,
            ChangeToItself,
            PhaseNeverRules,
            NeighbourItself,
            SetUnknownAddress,
            SetTwice,
        ];

    private static DiagnosticRule Error(string code, string title, string example) =>
        new(code, Severity.Error, title, example);

    private static DiagnosticRule Warning(string code, string title, string example) =>
        new(code, Severity.Warning, title, example);
}
