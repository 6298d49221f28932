namespace OilRevenueSim.Scenarios;

// 4xxx names, 5xxx meaning and 6xxx the command line.
public static partial class DiagnosticTable
{
    internal static readonly DiagnosticRule UnknownActor = Error("ORS4001", "No such actor", "holder: gaurds");

    internal static readonly DiagnosticRule UnknownArea = Error("ORS4002", "No such area", "area: sirt");

    internal static readonly DiagnosticRule UnknownField = Error("ORS4003", "No such field", "fields: [mabrouk]");

    internal static readonly DiagnosticRule UnknownNode = Error("ORS4004", "No such node", "via: [waha-lin]");

    internal static readonly DiagnosticRule UnknownMarket = Error("ORS4005", "No such market", "to: exprot");

    internal static readonly DiagnosticRule UnknownBenchmark = Error("ORS4006", "No such benchmark", "linked: brend");

    internal static readonly DiagnosticRule UnknownPhase = Error("ORS4007", "No such phase", "phases: { unity: 0.5 }");

    internal static readonly DiagnosticRule UnknownParameter = Error(
        "ORS4008",
        "No such parameter",
        "capacity: waha-capacty"
    );

    internal static readonly DiagnosticRule UnknownAddress = Error(
        "ORS4009",
        "No quantity has this address",
        "[benchmarks.brent.spott, …, 0.2]"
    );

    internal static readonly DiagnosticRule TooManyActors = Error("ORS4010", "More than 15 actors", "actors: a to p");

    internal static readonly DiagnosticRule EndBeforeStart = Error(
        "ORS5001",
        "The end lies before the start",
        "start: 2017-01, end: 2016-12"
    );

    internal static readonly DiagnosticRule HorizonTooLong = Error(
        "ORS5002",
        "The horizon is longer than 100 years",
        "end: 2917-12"
    );

    internal static readonly DiagnosticRule FieldWithoutRoute = Error(
        "ORS5003",
        "No route carries the field",
        "a field that no route names"
    );

    internal static readonly DiagnosticRule ChangeNeverHappens = Warning(
        "ORS5004",
        "The change waits for a holder that can never hold the area",
        "from: noc in an area only guards can hold"
    );

    internal static readonly DiagnosticRule ProceedsAboveWhole = Error(
        "ORS5005",
        "Shares of the proceeds add to more than 100 %",
        "{ central-bank: 80%, lna: 40% }"
    );

    internal static readonly DiagnosticRule ProceedsMayPassWhole = Warning(
        "ORS5006",
        "Uncertain shares of the proceeds may add to more than 100 %",
        "{ central-bank: 60% to 90%, lna: 20% to 40% }"
    );

    internal static readonly DiagnosticRule PassageDisagrees = Error(
        "ORS5007",
        "Two passage rules of one rank disagree",
        "pass and block for the same pair"
    );

    internal static readonly DiagnosticRule DateOutsideHorizon = Warning(
        "ORS5008",
        "The date lies outside the horizon and has no effect",
        "points: { 1990-01: 20 USD/bbl, … }"
    );

    internal static readonly DiagnosticRule PointsUnordered = Warning(
        "ORS5009",
        "The points of a curve are not in order of date",
        "{ 2017-01: …, 2016-02: … }"
    );

    internal static readonly DiagnosticRule CorrelationTwice = Error(
        "ORS5010",
        "The pair is correlated twice, or with itself",
        "[a, b, 0.2] and [b, a, 0.3]"
    );

    internal static readonly DiagnosticRule CorrelationsContradict = Error(
        "ORS5011",
        "The correlations cannot all hold at once",
        "a~b 0.9, b~c 0.9, a~c -0.9"
    );

    internal static readonly DiagnosticRule CorrelationIdle = Warning(
        "ORS5012",
        "A certain number cannot correlate",
        "[benchmarks.brent.spot, …] with a certain spot"
    );

    internal static readonly DiagnosticRule ParameterUnused = Warning(
        "ORS5013",
        "The parameter is never used",
        "parameters: { idle: 3 }"
    );

    internal static readonly DiagnosticRule ChangeToItself = Error(
        "ORS5014",
        "A change leads to what already is",
        "{ from: guards, to: guards }"
    );

    internal static readonly DiagnosticRule PhaseNeverRules = Warning(
        "ORS5015",
        "The phase can never rule",
        "{ from: never-reached, to: … }"
    );

    internal static readonly DiagnosticRule NeighbourItself = Error(
        "ORS5016",
        "An area is its own neighbour",
        "sirte: { neighbours: [sirte] }"
    );

    internal static readonly DiagnosticRule SetUnknownAddress = Error(
        "ORS6001",
        "--set names an address that does not exist",
        "--set benchmarks.brent.spott=40 USD/bbl"
    );

    internal static readonly DiagnosticRule SetTwice = Error(
        "ORS6002",
        "--set gives one address twice",
        "--set start=2016-01 --set start=2016-02"
    );
}
