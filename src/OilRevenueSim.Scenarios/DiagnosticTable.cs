using System.Collections.Immutable;

namespace OilRevenueSim.Scenarios;

/// <summary>One kind of finding.</summary>
/// <param name="Code">Code that never changes its meaning, e.g. <c>ORS3002</c>.</param>
/// <param name="Severity">Error or warning.</param>
/// <param name="Title">What it says, in general.</param>
/// <param name="Example">What causes it.</param>
public sealed record DiagnosticRule(string Code, Severity Severity, string Title, string Example);

/// <summary>The one table of findings: 1xxx text, 2xxx keys, 3xxx quantities, 4xxx names, 5xxx meaning, 6xxx command line.</summary>
public static class DiagnosticTable
{
    /// <summary>The file does not exist.</summary>
    internal static readonly DiagnosticRule FileNotFound = Error(
        "ORS1001",
        "The file does not exist",
        "oilsim validate scenarios/no-such-file.yaml"
    );

    /// <summary>The path is a folder.</summary>
    internal static readonly DiagnosticRule PathIsFolder = Error(
        "ORS1002",
        "The path is a folder",
        "oilsim validate scenarios/"
    );

    /// <summary>The file cannot be read.</summary>
    internal static readonly DiagnosticRule FileUnreadable = Error(
        "ORS1003",
        "The file cannot be read",
        "a file without read permission"
    );

    /// <summary>The file is larger than 4 MB.</summary>
    internal static readonly DiagnosticRule FileTooLarge = Error(
        "ORS1004",
        "The file is larger than 4 MB",
        "a file of 100 MB"
    );

    /// <summary>The file says nothing.</summary>
    internal static readonly DiagnosticRule FileEmpty = Error("ORS1005", "The file says nothing", "# only a comment");

    /// <summary>The text is not UTF-8.</summary>
    internal static readonly DiagnosticRule NotUtf8 = Error(
        "ORS1006",
        "The text is not UTF-8",
        "title: Sirte \xff 2016"
    );

    /// <summary>The file is not text.</summary>
    internal static readonly DiagnosticRule NotText = Error("ORS1007", "The file is not text", "a PNG image");

    /// <summary>A tab stands where spaces belong.</summary>
    internal static readonly DiagnosticRule TabCharacter = Error(
        "ORS1008",
        "A tab stands where spaces belong",
        "\tholder: guards"
    );

    /// <summary>Nested deeper than 100 levels.</summary>
    internal static readonly DiagnosticRule NestedTooDeep = Error(
        "ORS1009",
        "Nested deeper than 100 levels",
        "[[[[…]]]]"
    );

    /// <summary>A bracket is opened and never closed.</summary>
    internal static readonly DiagnosticRule BracketNotClosed = Error(
        "ORS1010",
        "A bracket is opened and never closed",
        "at: [31.2, 16.6"
    );

    /// <summary>A quotation mark is opened and never closed.</summary>
    internal static readonly DiagnosticRule QuoteNotClosed = Error(
        "ORS1011",
        "A quotation mark is opened and never closed",
        "title: \"Sirte 2016"
    );

    /// <summary>The text is not YAML.</summary>
    internal static readonly DiagnosticRule NotYaml = Error("ORS1012", "The text is not YAML", "title: Sirte: 2016");

    /// <summary>Anchors and aliases are not used here.</summary>
    internal static readonly DiagnosticRule AnchorUsed = Error(
        "ORS1013",
        "Anchors and aliases are not used here",
        "capacity: &cap 35 kb/d"
    );

    /// <summary>Tags are not used here.</summary>
    internal static readonly DiagnosticRule TagUsed = Error("ORS1014", "Tags are not used here", "title: !!str 2016");

    /// <summary>Merge keys are not used here.</summary>
    internal static readonly DiagnosticRule MergeKeyUsed = Error(
        "ORS1015",
        "Merge keys are not used here",
        "<<: { holder: guards }"
    );

    /// <summary>A scenario is one document.</summary>
    internal static readonly DiagnosticRule SeveralDocuments = Error("ORS1016", "A scenario is one document", "---");

    /// <summary>The same key stands twice in one place.</summary>
    internal static readonly DiagnosticRule KeyTwice = Error(
        "ORS1017",
        "The same key stands twice in one place",
        "holder: guards, holder: lna"
    );

    /// <summary>The file is not a mapping of keys.</summary>
    internal static readonly DiagnosticRule NotAScenario = Error(
        "ORS1018",
        "The file is not a mapping of keys",
        "- a\n- b"
    );

    /// <summary>A key must be plain text.</summary>
    internal static readonly DiagnosticRule KeyNotText = Error("ORS1019", "A key must be plain text", "? [a, b] : c");

    /// <summary>An included file cannot be read.</summary>
    internal static readonly DiagnosticRule IncludeUnreadable = Error(
        "ORS1020",
        "An included file cannot be read",
        "include: no-such-world.yaml"
    );

    /// <summary>An included file lies outside the scenario's folder.</summary>
    internal static readonly DiagnosticRule IncludeOutside = Error(
        "ORS1021",
        "An included file lies outside the scenario's folder",
        "include: ../world.yaml"
    );

    /// <summary>Files include one another in a circle.</summary>
    internal static readonly DiagnosticRule IncludeCycle = Error(
        "ORS1022",
        "Files include one another in a circle",
        "include: itself.yaml"
    );

    /// <summary>Two files define the same thing.</summary>
    internal static readonly DiagnosticRule DefinedTwice = Error(
        "ORS1023",
        "Two files define the same thing",
        "include: world.yaml with an actor of the same name"
    );

    /// <summary>The format has no such key.</summary>
    internal static readonly DiagnosticRule UnknownKey = Error(
        "ORS2001",
        "The format has no such key",
        "hodler: guards"
    );

    /// <summary>A key that is needed is missing.</summary>
    internal static readonly DiagnosticRule KeyMissing = Error(
        "ORS2002",
        "A key that is needed is missing",
        "waha: { owner: noc }"
    );

    /// <summary>The format knows the key; this version does not compute it yet.</summary>
    internal static readonly DiagnosticRule NotYetComputed = Error(
        "ORS2003",
        "The format knows the key; this version does not compute it yet",
        "attacks: []"
    );

    /// <summary>A list, a mapping or a single value was expected.</summary>
    internal static readonly DiagnosticRule WrongShape = Error(
        "ORS2004",
        "A list, a mapping or a single value was expected",
        "neighbours: sirte"
    );

    /// <summary>Only one of these keys may be given.</summary>
    internal static readonly DiagnosticRule KeysExclude = Error(
        "ORS2005",
        "Only one of these keys may be given",
        "every: 1 year, rate: 1 per year"
    );

    /// <summary>One of several keys is needed.</summary>
    internal static readonly DiagnosticRule KeyOfGroupMissing = Error(
        "ORS2006",
        "One of several keys is needed",
        "{ from: guards, to: lna }"
    );

    /// <summary>The key does not belong with the others.</summary>
    internal static readonly DiagnosticRule KeyDoesNotApply = Error(
        "ORS2007",
        "The key does not belong with the others",
        "model: constant, volatility: 30%"
    );

    /// <summary>The key has no value.</summary>
    internal static readonly DiagnosticRule ValueMissing = Error("ORS2008", "The key has no value", "holder:");

    /// <summary>The value is none of the words known here.</summary>
    internal static readonly DiagnosticRule UnknownWord = Error(
        "ORS2009",
        "The value is none of the words known here",
        "step: fortnight"
    );

    /// <summary>Names are lower-case words with hyphens.</summary>
    internal static readonly DiagnosticRule NotAName = Error(
        "ORS2010",
        "Names are lower-case words with hyphens",
        "Guards 1: { }"
    );

    /// <summary>The word belongs to the grammar and cannot be a name.</summary>
    internal static readonly DiagnosticRule ReservedName = Error(
        "ORS2011",
        "The word belongs to the grammar and cannot be a name",
        "per: { kind: company }"
    );

    /// <summary>Two items have the same identity.</summary>
    internal static readonly DiagnosticRule IdentityTwice = Error(
        "ORS2012",
        "Two items have the same identity",
        "two changes guards to lna in one area"
    );

    /// <summary>The version of the format is unknown.</summary>
    internal static readonly DiagnosticRule SchemaUnknown = Error(
        "ORS2013",
        "The version of the format is unknown",
        "schema: 7"
    );

    /// <summary>Not a date.</summary>
    internal static readonly DiagnosticRule NotADate = Error("ORS2014", "Not a date", "start: February 2016");

    /// <summary>Not a whole number.</summary>
    internal static readonly DiagnosticRule NotAWholeNumber = Error("ORS2015", "Not a whole number", "priority: high");

    /// <summary>Not a latitude and longitude.</summary>
    internal static readonly DiagnosticRule NotAPoint = Error(
        "ORS2016",
        "Not a latitude and longitude",
        "at: [131, 16]"
    );

    /// <summary>Two items draw from one random stream.</summary>
    internal static readonly DiagnosticRule StreamTwice = Error(
        "ORS2017",
        "Two items draw from one random stream",
        "stream: the-same, twice"
    );

    /// <summary>The same name stands twice in a list.</summary>
    internal static readonly DiagnosticRule ItemTwice = Error(
        "ORS2018",
        "The same name stands twice in a list",
        "neighbours: [sirte, sirte]"
    );

    /// <summary>Not a quantity.</summary>
    internal static readonly DiagnosticRule NotAQuantity = Error(
        "ORS3001",
        "Not a quantity",
        "capacity: about 35 kb/d"
    );

    /// <summary>The number needs a unit.</summary>
    internal static readonly DiagnosticRule UnitMissing = Error("ORS3002", "The number needs a unit", "capacity: 35");

    /// <summary>The unit is unknown.</summary>
    internal static readonly DiagnosticRule UnitUnknown = Error("ORS3003", "The unit is unknown", "capacity: 35 bpd");

    /// <summary>The unit measures something else.</summary>
    internal static readonly DiagnosticRule UnitWrong = Error(
        "ORS3004",
        "The unit measures something else",
        "capacity: 35 USD/bbl"
    );

    /// <summary>The interval runs from high to low.</summary>
    internal static readonly DiagnosticRule IntervalReversed = Error(
        "ORS3005",
        "The interval runs from high to low",
        "capacity: 45 to 25 kb/d"
    );

    /// <summary>A 90 % interval cannot reach the edge of what is possible.</summary>
    internal static readonly DiagnosticRule IntervalAtEdge = Error(
        "ORS3006",
        "A 90 % interval cannot reach the edge of what is possible",
        "condition: 0% to 15%"
    );

    /// <summary>The value lies outside what is possible.</summary>
    internal static readonly DiagnosticRule OutOfRange = Error(
        "ORS3007",
        "The value lies outside what is possible",
        "condition: 140%"
    );

    /// <summary>The parts of the distribution contradict one another.</summary>
    internal static readonly DiagnosticRule BadShape = Error(
        "ORS3008",
        "The parts of the distribution contradict one another",
        "normal 35 sd -5 kb/d"
    );

    /// <summary>More than 1 % of the distribution lies outside what is possible.</summary>
    internal static readonly DiagnosticRule CutTooMuch = Error(
        "ORS3009",
        "More than 1 % of the distribution lies outside what is possible",
        "condition: normal 90% sd 20%"
    );

    /// <summary>Part of the distribution lies outside what is possible and is cut.</summary>
    internal static readonly DiagnosticRule CutSome = Warning(
        "ORS3010",
        "Part of the distribution lies outside what is possible and is cut",
        "capacity: normal 35 sd 14 kb/d"
    );

    /// <summary>Numbers are written with a point and without separators.</summary>
    internal static readonly DiagnosticRule NumberFormat = Error(
        "ORS3011",
        "Numbers are written with a point and without separators",
        "capacity: 3,000 b/d"
    );

    /// <summary>A single certain value is needed here.</summary>
    internal static readonly DiagnosticRule MustBeCertain = Error(
        "ORS3012",
        "A single certain value is needed here",
        "thresholds: [10 to 20 MUSD]"
    );

    /// <summary>The parameter measures something else.</summary>
    internal static readonly DiagnosticRule ParameterMisfit = Error(
        "ORS3013",
        "The parameter measures something else",
        "capacity: a-share, where a-share: 30%"
    );

    /// <summary>A chance needs the time within which it holds.</summary>
    internal static readonly DiagnosticRule TimeMissing = Error(
        "ORS3014",
        "A chance needs the time within which it holds",
        "chance: 20%"
    );

    /// <summary>No such actor.</summary>
    internal static readonly DiagnosticRule UnknownActor = Error("ORS4001", "No such actor", "holder: gaurds");

    /// <summary>No such area.</summary>
    internal static readonly DiagnosticRule UnknownArea = Error("ORS4002", "No such area", "area: sirt");

    /// <summary>No such field.</summary>
    internal static readonly DiagnosticRule UnknownField = Error("ORS4003", "No such field", "fields: [mabrouk]");

    /// <summary>No such node.</summary>
    internal static readonly DiagnosticRule UnknownNode = Error("ORS4004", "No such node", "via: [waha-lin]");

    /// <summary>No such market.</summary>
    internal static readonly DiagnosticRule UnknownMarket = Error("ORS4005", "No such market", "to: exprot");

    /// <summary>No such benchmark.</summary>
    internal static readonly DiagnosticRule UnknownBenchmark = Error("ORS4006", "No such benchmark", "linked: brend");

    /// <summary>No such phase.</summary>
    internal static readonly DiagnosticRule UnknownPhase = Error("ORS4007", "No such phase", "phases: { unity: 0.5 }");

    /// <summary>No such parameter.</summary>
    internal static readonly DiagnosticRule UnknownParameter = Error(
        "ORS4008",
        "No such parameter",
        "capacity: waha-capacty"
    );

    /// <summary>No quantity has this address.</summary>
    internal static readonly DiagnosticRule UnknownAddress = Error(
        "ORS4009",
        "No quantity has this address",
        "[benchmarks.brent.spott, …, 0.2]"
    );

    /// <summary>More than 15 actors.</summary>
    internal static readonly DiagnosticRule TooManyActors = Error("ORS4010", "More than 15 actors", "actors: a to p");

    /// <summary>The end lies before the start.</summary>
    internal static readonly DiagnosticRule EndBeforeStart = Error(
        "ORS5001",
        "The end lies before the start",
        "start: 2017-01, end: 2016-12"
    );

    /// <summary>The horizon is longer than 100 years.</summary>
    internal static readonly DiagnosticRule HorizonTooLong = Error(
        "ORS5002",
        "The horizon is longer than 100 years",
        "end: 2917-12"
    );

    /// <summary>No route carries the field.</summary>
    internal static readonly DiagnosticRule FieldWithoutRoute = Error(
        "ORS5003",
        "No route carries the field",
        "a field that no route names"
    );

    /// <summary>The change waits for a holder that can never hold the area.</summary>
    internal static readonly DiagnosticRule ChangeNeverHappens = Warning(
        "ORS5004",
        "The change waits for a holder that can never hold the area",
        "from: noc in an area only guards can hold"
    );

    /// <summary>Shares of the proceeds add to more than 100 %.</summary>
    internal static readonly DiagnosticRule ProceedsAboveWhole = Error(
        "ORS5005",
        "Shares of the proceeds add to more than 100 %",
        "{ central-bank: 80%, lna: 40% }"
    );

    /// <summary>Uncertain shares of the proceeds may add to more than 100 %.</summary>
    internal static readonly DiagnosticRule ProceedsMayPassWhole = Warning(
        "ORS5006",
        "Uncertain shares of the proceeds may add to more than 100 %",
        "{ central-bank: 60% to 90%, lna: 20% to 40% }"
    );

    /// <summary>Two passage rules of one rank disagree.</summary>
    internal static readonly DiagnosticRule PassageDisagrees = Error(
        "ORS5007",
        "Two passage rules of one rank disagree",
        "pass and block for the same pair"
    );

    /// <summary>The date lies outside the horizon and has no effect.</summary>
    internal static readonly DiagnosticRule DateOutsideHorizon = Warning(
        "ORS5008",
        "The date lies outside the horizon and has no effect",
        "points: { 1990-01: 20 USD/bbl, … }"
    );

    /// <summary>The points of a curve are not in order of date.</summary>
    internal static readonly DiagnosticRule PointsUnordered = Warning(
        "ORS5009",
        "The points of a curve are not in order of date",
        "{ 2017-01: …, 2016-02: … }"
    );

    /// <summary>The pair is correlated twice, or with itself.</summary>
    internal static readonly DiagnosticRule CorrelationTwice = Error(
        "ORS5010",
        "The pair is correlated twice, or with itself",
        "[a, b, 0.2] and [b, a, 0.3]"
    );

    /// <summary>The correlations cannot all hold at once.</summary>
    internal static readonly DiagnosticRule CorrelationsContradict = Error(
        "ORS5011",
        "The correlations cannot all hold at once",
        "a~b 0.9, b~c 0.9, a~c -0.9"
    );

    /// <summary>A certain number cannot correlate.</summary>
    internal static readonly DiagnosticRule CorrelationIdle = Warning(
        "ORS5012",
        "A certain number cannot correlate",
        "[benchmarks.brent.spot, …] with a certain spot"
    );

    /// <summary>The parameter is never used.</summary>
    internal static readonly DiagnosticRule ParameterUnused = Warning(
        "ORS5013",
        "The parameter is never used",
        "parameters: { idle: 3 }"
    );

    /// <summary>A change leads to what already is.</summary>
    internal static readonly DiagnosticRule ChangeToItself = Error(
        "ORS5014",
        "A change leads to what already is",
        "{ from: guards, to: guards }"
    );

    /// <summary>The phase can never rule.</summary>
    internal static readonly DiagnosticRule PhaseNeverRules = Warning(
        "ORS5015",
        "The phase can never rule",
        "{ from: never-reached, to: … }"
    );

    /// <summary>An area is its own neighbour.</summary>
    internal static readonly DiagnosticRule NeighbourItself = Error(
        "ORS5016",
        "An area is its own neighbour",
        "sirte: { neighbours: [sirte] }"
    );

    /// <summary>--set names an address that does not exist.</summary>
    internal static readonly DiagnosticRule SetUnknownAddress = Error(
        "ORS6001",
        "--set names an address that does not exist",
        "--set benchmarks.brent.spott=40 USD/bbl"
    );

    /// <summary>--set gives one address twice.</summary>
    internal static readonly DiagnosticRule SetTwice = Error(
        "ORS6002",
        "--set gives one address twice",
        "--set start=2016-01 --set start=2016-02"
    );

    /// <summary>All kinds of finding, in order of code.</summary>
    public static ImmutableArray<DiagnosticRule> All { get; } =
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
