namespace OilRevenueSim.Scenarios.Tests;

/// <summary>A text that must fail with a code, and part of what the message or its hint must say.</summary>
internal sealed record DiagnosticExample(string Code, string Text, string Says)
{
    public QuantityOverride[] Overrides { get; init; } = [];

    public Dictionary<string, string> Included { get; init; } = [];

    public ScenarioReading Read() => ScenarioReader.ReadText(Text, "test.yaml", Overrides, Included);
}

/// <summary>A failing example for every code that a text alone can cause; FileDiagnosticTests has those that need a file.</summary>
internal static class DiagnosticExamples
{
    public static IReadOnlyList<DiagnosticExample> All { get; } =
    [
        .. TextExamples(),
        .. KeyExamples(),
        .. QuantityExamples(),
        .. NameExamples(),
        .. MeaningExamples(),
        .. ConflictDiagnosticExamples.All,
        .. PriceDiagnosticExamples.All,
        .. DrawsDiagnosticExamples.All,
    ];

    private static DiagnosticExample Changed(string code, string find, string replace, string says) =>
        new(code, ExampleFiles.With(find, replace), says);

    private static DiagnosticExample Added(string code, string text, string says) =>
        new(code, ExampleFiles.Small + text, says);

    private static IEnumerable<DiagnosticExample> TextExamples() =>
        [
            new("ORS1005", "# only a comment\n", "oilsim new"),
            new("ORS1007", "title: \0 Sirte", "not a text file"),
            Changed("ORS1008", "    holder: guards", "\tholder: guards", "spaces"),
            Changed(
                "ORS1009",
                "aligned: [noc, presidency-council]",
                "aligned: " + new string('[', 101) + new string(']', 101),
                "100 levels"
            ),
            Changed("ORS1010", "at: [31.21, 16.59]", "at: [31.21, 16.59", "put ]"),
            Changed("ORS1011", "title: Sirte 2016, small", "title: \"Sirte 2016, small", "put \" at the end"),
            Changed("ORS1012", "title: Sirte 2016, small", "title: Sirte: 2016: small", "quote text"),
            Changed("ORS1013", "capacity: 360 kb/d", "capacity: &cap 360 kb/d", "parameters:"),
            Changed("ORS1013", "capacity: 360 kb/d", "capacity: *cap", "parameters:"),
            Changed("ORS1014", "title: Sirte 2016, small", "title: !!str Sirte 2016", "plain value"),
            Changed("ORS1015", "    holder: guards", "    <<: { holder: guards }", "include:"),
            Changed("ORS1016", "step: week", "---\nstep: week", "one document"),
            Changed("ORS1017", "    holder: guards", "    holder: guards\n    holder: lna", "already stands at line"),
            new("ORS1018", "- a\n- b\n", "mapping"),
            Changed("ORS1019", "step: week", "? [a, b]\n: week", "key: value"),
            Added("ORS1020", "include: no-such-world.yaml\n", "no such file"),
            Added("ORS1021", "include: ../world.yaml\n", "outside"),
            Added("ORS1022", "include: test.yaml\n", "test.yaml → test.yaml"),
            Added("ORS1023", "include: world.yaml\n", "world.yaml, line 2") with
            {
                Included = new() { ["world.yaml"] = "actors:\n  lna: { kind: armed-group }\n" },
            },
            Changed("ORS1024", "step: week", "step: month\n  { value: week }", "step: has two values: 'month'"),
        ];

    private static IEnumerable<DiagnosticExample> KeyExamples() =>
        [
            Changed("ORS2001", "    holder: guards", "    hodler: guards", "did you mean 'holder'?"),
            Changed(
                "ORS2001",
                "source: \"NOC statements, 2016\"",
                "source: NOC statements, 2016",
                "quote text that holds a comma"
            ),
            Changed("ORS2002", "owner: noc, capacity: 280 to 350 kb/d", "capacity: 280 to 350 kb/d", "add owner:"),
            Changed(
                "ORS2003",
                "long-run: { value: 40 to 70 USD/bbl,",
                "long-run: { mean: 40 to 70 USD/bbl, sd: 5 USD/bbl,",
                "single number"
            ),
            Changed(
                "ORS2004",
                "neighbours: [sirte, central-fields, waha-fields]",
                "neighbours: sirte",
                "neighbours: [sirte, central-fields]"
            ),
            Changed("ORS2005", "every: 12 to 36 months", "every: 12 to 36 months, rate: 1 per year", "keep one of"),
            Changed("ORS2006", "to: lna, every: 12 to 36 months", "to: lna", "every:, rate:, chance:"),
            Changed("ORS2006", "policy: toll, toll: 3 USD/bbl", "policy: toll", "add toll:"),
            Changed("ORS2007", "model: schwartz", "model: gbm", "belongs with model: schwartz"),
            Changed("ORS2007", "policy: pass", "policy: pass, toll: 3 USD/bbl", "belongs with policy: toll"),
            Changed(
                "ORS2007",
                "price: { linked: brent,",
                "price: { linked: brent, elasticity: 0.2,",
                "belongs with local:"
            ),
            Changed("ORS2008", "step: week", "step:", "step: week"),
            Changed("ORS2009", "step: week", "step: weekly", "did you mean 'week'?"),
            Changed("ORS2010", "  guards: {", "  Guards Force: {}\n  guards: {", "write guards-force"),
            Changed("ORS2011", "  crescent-condition: {", "  per: {", "per-1"),
            Changed(
                "ORS2012",
                "      - { from: guards, to: lna, every: 12 to 36 months }",
                "      - { from: guards, to: lna, every: 12 to 36 months }\n      - { from: guards, to: lna, every: 1 year }",
                "name:"
            ),
            Changed("ORS2013", "schema: 1", "schema: 2", "schema: 1"),
            Changed("ORS2014", "start: 2016-02", "start: February 2016", "2016-02-17"),
            Changed("ORS2014", "start: 2016-02", "start: 2016-02-30", "2016-02-17"),
            Changed("ORS2015", "to: trucks, transport", "to: trucks, priority: high, transport", "whole number"),
            Changed("ORS2016", "at: [31.21, 16.59]", "at: [116.59, 31.21]", "swapped"),
            Changed(
                "ORS2017",
                "to: lna, every: 12 to 36 months",
                "to: lna, every: 12 to 36 months, stream: control/oil-crescent/islamic-state>lna",
                "stream: of its own"
            ),
            Changed(
                "ORS2018",
                "neighbours: [sirte, central-fields, waha-fields]",
                "neighbours: [sirte, sirte]",
                "name it once"
            ),
            Changed(
                "ORS2020",
                "to: lna, every: 12 to 36 months",
                "to: lna, every: 12 to 36 months, stream: \"régime\"",
                "'é'"
            ),
            Changed(
                "ORS2017",
                "to: lna, every: 12 to 36 months",
                "to: lna, every: 12 to 36 months, stream: price/brent",
                "one random stream, 'price/brent'"
            ),
            Changed(
                "ORS2017",
                "to: lna, every: 12 to 36 months",
                "to: lna, every: 12 to 36 months, stream: quantity/benchmarks.brent.volatility",
                "one random stream"
            ),
        ];

    private static IEnumerable<DiagnosticExample> QuantityExamples() =>
        [
            Changed("ORS3001", "capacity: 360 kb/d", "capacity: about 360 kb/d", "90 % range"),
            Changed("ORS3001", "capacity: 360 kb/d", "capacity: 340-380 kb/d", "with the word 'to'"),
            Changed("ORS3001", "capacity: 360 kb/d", "capacity: uniform 340 kb/d", "uniform 25 to 45 kb/d"),
            Changed("ORS3001", "every: 12 to 36 months", "every: 12 to 36 months within 1 year", "belongs to a chance"),
            Changed("ORS3002", "capacity: 360 kb/d", "capacity: 360", "write 360 kb/d"),
            Changed("ORS3002", "every: 12 to 36 months", "every: 12 to 36", "write 12 to 36 months"),
            Changed("ORS3002", "skill: 15% to 35%", "skill: 0.3", "write 30%"),
            Changed("ORS3003", "capacity: 360 kb/d", "capacity: 360 kbpd", "write kb/d"),
            Changed("ORS3003", "capacity: 360 kb/d", "capacity: 0.36 Mb/d", "k is thousand, m is million"),
            Changed("ORS3003", "spot: 32.45 USD/bbl", "spot: $32.45", "USD/bbl"),
            Changed("ORS3004", "capacity: 360 kb/d", "capacity: 360 USD/bbl", "b/d, kb/d or mb/d"),
            Changed("ORS3004", "rate: 0.02 per month", "rate: 2 months", "per month"),
            Changed("ORS3005", "capacity: 280 to 350 kb/d", "capacity: 350 to 280 kb/d", "smaller number first"),
            Changed("ORS3006", "condition: uniform 0% to 15%", "condition: 0% to 15%", "uniform 0% to 15%"),
            Changed("ORS3006", "every: 12 to 36 months", "every: 0 to 36 months", "uniform 0 to 36 months"),
            Changed("ORS3007", "condition: uniform 0% to 15%", "condition: 140%", "between 0% and 100%"),
            Changed("ORS3007", "chance: 30% to 60% within 12 months", "chance: 100% within 12 months", "below 100%"),
            Changed("ORS3007", "capacity: 360 kb/d", "capacity: -360 kb/d", "above zero"),
            Changed("ORS3008", "capacity: 360 kb/d", "capacity: normal 360 sd -5 kb/d", "above zero"),
            Changed("ORS3008", "uniform 0 to 0.3", "discrete 0:0.5 0.3:0.4", "add to 0.9"),
            Changed("ORS3009", "condition: 60% to 90%", "condition: normal 90% sd 20%", "90 % interval"),
            Changed("ORS3010", "capacity: 360 kb/d", "capacity: normal 360 sd 140 kb/d", "cut off"),
            Changed("ORS3011", "capacity: 360 kb/d", "capacity: 360,000 b/d", "write 360 kb/d or 360000 b/d"),
            Changed("ORS3011", "spot: 32.45 USD/bbl", "spot: 32,45 USD/bbl", "write 32.45"),
            Changed("ORS3012", "[10 MUSD, 100 MUSD,", "[10 to 20 MUSD, 100 MUSD,", "single amounts"),
            Changed("ORS3013", "capacity: 360 kb/d", "capacity: crescent-condition", "is a share"),
            Changed("ORS3014", "chance: 30% to 60% within 12 months", "chance: 30% to 60%", "within 12 months"),
        ];

    private static IEnumerable<DiagnosticExample> NameExamples() =>
        [
            Changed("ORS4001", "    holder: guards", "    holder: gaurds", "did you mean 'guards'?"),
            Changed(
                "ORS4001",
                "proceeds: { central-bank: 100% }",
                "proceeds: { central-bunk: 100% }",
                "did you mean 'central-bank'?"
            ),
            Changed(
                "ORS4001",
                "area: waha-fields, owner: noc, capacity: 280",
                "area: waha-fields, owner: nobody, capacity: 280",
                "'nobody' will not do"
            ),
            Changed("ORS4002", "area: central-fields", "area: central-field", "did you mean 'central-fields'?"),
            Changed(
                "ORS4003",
                "fields: [waha-group, mabruk], to",
                "fields: [waha-group, mabrouk], to",
                "did you mean 'mabruk'?"
            ),
            Changed("ORS4004", "via: [waha-line, es-sider]", "via: [waha-lin, es-sider]", "did you mean 'waha-line'?"),
            Changed("ORS4005", "to: export", "to: exprot", "did you mean 'export'?"),
            Changed("ORS4005", "to: export", "to: es-sider", "'es-sider' is a node"),
            Changed("ORS4006", "linked: brent", "linked: brend", "did you mean 'brent'?"),
            Changed(
                "ORS4007",
                "phases: { unity-government: 0.5 }",
                "phases: { unity-goverment: 0.5 }",
                "did you mean 'unity-government'?"
            ),
            Changed(
                "ORS4008",
                "capacity: 360 kb/d, condition: crescent-condition",
                "capacity: 360 kb/d, condition: cresent-condition",
                "did you mean 'crescent-condition'?"
            ),
            Changed(
                "ORS4009",
                "[benchmarks.brent.long-run,",
                "[benchmarks.brent.long-rum,",
                "benchmarks.brent.long-run"
            ),
            Changed(
                "ORS4010",
                "  noc: { label",
                string.Concat(Enumerable.Range(1, 10).Select(i => $"  band-{i}: {{}}\n")) + "  noc: { label",
                "at most 15"
            ),
            Changed("ORS6001", "schema: 1", "schema: 1", "benchmarks.brent.spot") with
            {
                Overrides = [new("benchmarks.brent.spott", "40 USD/bbl")],
            },
            Changed("ORS6002", "schema: 1", "schema: 1", "once") with
            {
                Overrides = [new("start", "2016-03"), new("start", "2016-04")],
            },
        ];

    private static IEnumerable<DiagnosticExample> MeaningExamples() =>
        [
            Changed("ORS5001", "end: 2017-12", "end: 2015-12", "from 2016-02 on"),
            Changed("ORS5002", "end: 2017-12", "end: 2917-12", "100 years"),
            Changed("ORS5003", "fields: [waha-group, mabruk], to", "fields: [waha-group], to", "no route carries") with
            {
                Text = ExampleFiles.Small.Replace("[waha-group, mabruk]", "[waha-group]", StringComparison.Ordinal),
            },
            Changed("ORS5004", "from: islamic-state, to: lna", "from: noc, to: lna", "can never hold"),
            Changed("ORS5005", "{ central-bank: 100% }", "{ central-bank: 80%, lna: 40% }", "120%"),
            Changed(
                "ORS5006",
                "{ central-bank: 100% }",
                "{ central-bank: 60% to 90%, lna: 10% to 30% }",
                "may add to more"
            ),
            Changed(
                "ORS5007",
                "  - { through: lna, of: noc, policy: pass }",
                "  - { through: lna, of: noc, policy: pass }\n  - { through: lna, of: [noc, guards], policy: block }",
                "one rank"
            ) with
            {
                Says = "say different things",
            },
            Changed(
                "ORS5008",
                "    model: schwartz",
                "    model: curve\n    points: { 1990-01: 20 USD/bbl, 2015-01: 30 USD/bbl, 2018-01: 40 USD/bbl }",
                "before the start"
            ),
            Changed(
                "ORS5009",
                "    model: schwartz",
                "    model: curve\n    points: { 2017-01: 20 USD/bbl, 2016-01: 30 USD/bbl, 2018-01: 40 USD/bbl }",
                "order of date"
            ),
            Added("ORS5010", "  - [benchmarks.brent.volatility, benchmarks.brent.long-run, 0.3]\n", "already stands"),
            Added(
                "ORS5010",
                "  - [nodes.es-sider.condition, nodes.waha-line.condition, 0.3]\n",
                "both draw parameters.crescent-condition"
            ),
            Added(
                "ORS5011",
                "  - [benchmarks.brent.volatility, benchmarks.brent.half-life, 0.9]\n  - [benchmarks.brent.long-run, benchmarks.brent.half-life, 0.9]\n",
                "cannot all hold"
            ),
            Added("ORS5012", "  - [benchmarks.brent.spot, benchmarks.brent.half-life, 0.9]\n", "certain number"),
            Changed("ORS5013", "parameters:", "parameters:\n  idle: 3 to 5", "never used"),
            Changed("ORS5014", "from: guards, to: lna", "from: guards, to: guards", "must differ"),
            Changed(
                "ORS5015",
                "start: rival-governments\n",
                "start: rival-goverments\n",
                "did you mean 'rival-goverments'?"
            ),
            Changed(
                "ORS5016",
                "neighbours: [sirte, central-fields, waha-fields]",
                "neighbours: [oil-crescent, sirte]",
                "its own neighbour"
            ),
        ];
}
