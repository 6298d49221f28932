namespace OilRevenueSim.Scenarios;

// 1xxx text and 2xxx keys.
public static partial class DiagnosticTable
{
    internal static readonly DiagnosticRule FileNotFound = Error(
        "ORS1001",
        "The file does not exist",
        "oilsim validate scenarios/no-such-file.yaml"
    );

    internal static readonly DiagnosticRule PathIsFolder = Error(
        "ORS1002",
        "The path is a folder",
        "oilsim validate scenarios/"
    );

    internal static readonly DiagnosticRule FileUnreadable = Error(
        "ORS1003",
        "The file cannot be read",
        "a file without read permission"
    );

    internal static readonly DiagnosticRule FileTooLarge = Error(
        "ORS1004",
        "The file is larger than 4 MB",
        "a file of 100 MB"
    );

    internal static readonly DiagnosticRule FileEmpty = Error("ORS1005", "The file says nothing", "# only a comment");

    internal static readonly DiagnosticRule NotUtf8 = Error(
        "ORS1006",
        "The text is not UTF-8",
        "title: Sirte \xff 2016"
    );

    internal static readonly DiagnosticRule NotText = Error("ORS1007", "The file is not text", "a PNG image");

    internal static readonly DiagnosticRule TabCharacter = Error(
        "ORS1008",
        "A tab stands where spaces belong",
        "\tholder: guards"
    );

    internal static readonly DiagnosticRule NestedTooDeep = Error(
        "ORS1009",
        "Nested deeper than 100 levels",
        "[[[[…]]]]"
    );

    internal static readonly DiagnosticRule BracketNotClosed = Error(
        "ORS1010",
        "A bracket is opened and never closed",
        "at: [31.2, 16.6"
    );

    internal static readonly DiagnosticRule QuoteNotClosed = Error(
        "ORS1011",
        "A quotation mark is opened and never closed",
        "title: \"Sirte 2016"
    );

    internal static readonly DiagnosticRule NotYaml = Error("ORS1012", "The text is not YAML", "title: Sirte: 2016");

    internal static readonly DiagnosticRule AnchorUsed = Error(
        "ORS1013",
        "Anchors and aliases are not used here",
        "capacity: &cap 35 kb/d"
    );

    internal static readonly DiagnosticRule TagUsed = Error("ORS1014", "Tags are not used here", "title: !!str 2016");

    internal static readonly DiagnosticRule MergeKeyUsed = Error(
        "ORS1015",
        "Merge keys are not used here",
        "<<: { holder: guards }"
    );

    internal static readonly DiagnosticRule SeveralDocuments = Error("ORS1016", "A scenario is one document", "---");

    internal static readonly DiagnosticRule KeyTwice = Error(
        "ORS1017",
        "The same key stands twice in one place",
        "holder: guards, holder: lna"
    );

    internal static readonly DiagnosticRule NotAScenario = Error(
        "ORS1018",
        "The file is not a mapping of keys",
        "- a\n- b"
    );

    internal static readonly DiagnosticRule KeyNotText = Error("ORS1019", "A key must be plain text", "? [a, b] : c");

    internal static readonly DiagnosticRule IncludeUnreadable = Error(
        "ORS1020",
        "An included file cannot be read",
        "include: no-such-world.yaml"
    );

    internal static readonly DiagnosticRule IncludeOutside = Error(
        "ORS1021",
        "An included file lies outside the scenario's folder",
        "include: ../world.yaml"
    );

    internal static readonly DiagnosticRule IncludeCycle = Error(
        "ORS1022",
        "Files include one another in a circle",
        "include: itself.yaml"
    );

    internal static readonly DiagnosticRule DefinedTwice = Error(
        "ORS1023",
        "Two files define the same thing",
        "include: world.yaml with an actor of the same name"
    );

    internal static readonly DiagnosticRule TwoValues = Error(
        "ORS1024",
        "A key has two values",
        "chance: 20% within 12 months, and below it { value: 10% within 12 months }"
    );

    internal static readonly DiagnosticRule UnknownKey = Error(
        "ORS2001",
        "The format has no such key",
        "hodler: guards"
    );

    internal static readonly DiagnosticRule KeyMissing = Error(
        "ORS2002",
        "A key that is needed is missing",
        "waha: { owner: noc }"
    );

    internal static readonly DiagnosticRule NotYetComputed = Error(
        "ORS2003",
        "The format knows the key; this version does not compute it yet",
        "attacks: []"
    );

    internal static readonly DiagnosticRule WrongShape = Error(
        "ORS2004",
        "A list, a mapping or a single value was expected",
        "neighbours: sirte"
    );

    internal static readonly DiagnosticRule KeysExclude = Error(
        "ORS2005",
        "Only one of these keys may be given",
        "every: 1 year, rate: 1 per year"
    );

    internal static readonly DiagnosticRule KeyOfGroupMissing = Error(
        "ORS2006",
        "One of several keys is needed",
        "{ from: guards, to: lna }"
    );

    internal static readonly DiagnosticRule KeyDoesNotApply = Error(
        "ORS2007",
        "The key does not belong with the others",
        "model: constant, volatility: 30%"
    );

    internal static readonly DiagnosticRule ValueMissing = Error("ORS2008", "The key has no value", "holder:");

    internal static readonly DiagnosticRule UnknownWord = Error(
        "ORS2009",
        "The value is none of the words known here",
        "step: fortnight"
    );

    internal static readonly DiagnosticRule NotAName = Error(
        "ORS2010",
        "Names are lower-case words with hyphens",
        "Guards 1: { }"
    );

    internal static readonly DiagnosticRule ReservedName = Error(
        "ORS2011",
        "The word belongs to the grammar and cannot be a name",
        "per: { kind: company }"
    );

    internal static readonly DiagnosticRule IdentityTwice = Error(
        "ORS2012",
        "Two items have the same identity",
        "two changes guards to lna in one area"
    );

    internal static readonly DiagnosticRule SchemaUnknown = Error(
        "ORS2013",
        "The version of the format is unknown",
        "schema: 7"
    );

    internal static readonly DiagnosticRule NotADate = Error("ORS2014", "Not a date", "start: February 2016");

    internal static readonly DiagnosticRule NotAWholeNumber = Error("ORS2015", "Not a whole number", "priority: high");

    internal static readonly DiagnosticRule NotAPoint = Error(
        "ORS2016",
        "Not a latitude and longitude",
        "at: [131, 16]"
    );

    internal static readonly DiagnosticRule StreamTwice = Error(
        "ORS2017",
        "Two items draw from one random stream",
        "stream: the-same, twice"
    );

    internal static readonly DiagnosticRule ItemTwice = Error(
        "ORS2018",
        "The same name stands twice in a list",
        "neighbours: [sirte, sirte]"
    );

    internal static readonly DiagnosticRule StreamNotAscii = Error(
        "ORS2020",
        "The name of a random stream holds a letter outside ASCII",
        "stream: régime"
    );
}
