namespace OilRevenueSim.Scenarios;

// 3xxx quantities.
public static partial class DiagnosticTable
{
    internal static readonly DiagnosticRule NotAQuantity = Error(
        "ORS3001",
        "Not a quantity",
        "capacity: about 35 kb/d"
    );

    internal static readonly DiagnosticRule UnitMissing = Error("ORS3002", "The number needs a unit", "capacity: 35");

    internal static readonly DiagnosticRule UnitUnknown = Error("ORS3003", "The unit is unknown", "capacity: 35 bpd");

    internal static readonly DiagnosticRule UnitWrong = Error(
        "ORS3004",
        "The unit measures something else",
        "capacity: 35 USD/bbl"
    );

    internal static readonly DiagnosticRule IntervalReversed = Error(
        "ORS3005",
        "The interval runs from high to low",
        "capacity: 45 to 25 kb/d"
    );

    internal static readonly DiagnosticRule IntervalAtEdge = Error(
        "ORS3006",
        "A 90 % interval cannot reach the edge of what is possible",
        "condition: 0% to 15%"
    );

    internal static readonly DiagnosticRule OutOfRange = Error(
        "ORS3007",
        "The value lies outside what is possible",
        "condition: 140%"
    );

    internal static readonly DiagnosticRule BadShape = Error(
        "ORS3008",
        "The parts of the distribution contradict one another",
        "normal 35 sd -5 kb/d"
    );

    internal static readonly DiagnosticRule CutTooMuch = Error(
        "ORS3009",
        "More than 1 % of the distribution lies outside what is possible",
        "condition: normal 90% sd 20%"
    );

    internal static readonly DiagnosticRule CutSome = Warning(
        "ORS3010",
        "Part of the distribution lies outside what is possible and is cut",
        "capacity: normal 35 sd 14 kb/d"
    );

    internal static readonly DiagnosticRule NumberFormat = Error(
        "ORS3011",
        "Numbers are written with a point and without separators",
        "capacity: 3,000 b/d"
    );

    internal static readonly DiagnosticRule MustBeCertain = Error(
        "ORS3012",
        "A single certain value is needed here",
        "thresholds: [10 to 20 MUSD]"
    );

    internal static readonly DiagnosticRule ParameterMisfit = Error(
        "ORS3013",
        "The parameter measures something else",
        "capacity: a-share, where a-share: 30%"
    );

    internal static readonly DiagnosticRule TimeMissing = Error(
        "ORS3014",
        "A chance needs the time within which it holds",
        "chance: 20%"
    );
}
