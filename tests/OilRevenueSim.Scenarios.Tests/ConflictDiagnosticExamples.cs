namespace OilRevenueSim.Scenarios.Tests;

/// <summary>Failing examples of theatres, attacks, blockades, finance, interventions and courses.</summary>
internal static class ConflictDiagnosticExamples
{
    private const string Attack = "attacks:\n  - { by: islamic-state, targets: [es-sider], every: 1 year, ";
    private const string Blockade = "blockades:\n  - { by: guards, at: [es-sider], every: 1 year, lasts: 2 to 5 months";
    private const string Finance = "finance: { fighters: 3000, wage: 300 USD per month }";

    public static IEnumerable<DiagnosticExample> All =>
        [.. Values(), .. Names(), .. States(), .. Attacks(), .. Blockades(), .. Interventions(), .. Courses()];

    private static DiagnosticExample Changed(string code, string find, string replace, string says) =>
        new(code, ExampleFiles.With(find, replace), says);

    private static DiagnosticExample Added(string code, string text, string says) =>
        new(code, ExampleFiles.Small + text + "\n", says);

    private static DiagnosticExample Effects(string code, string effects, string says, string keys = "") =>
        Added(code, $"interventions:\n  deal: {{ {keys}effects: [ {effects} ] }}", says);

    private static IEnumerable<DiagnosticExample> Values() =>
        [
            Changed("ORS2003", "demand: 5 to 30 kb/d", "area: sirte", "does not compute it yet"),
            Changed(
                "ORS2004",
                "to: lna, every: 4 to 12 months",
                "to: lna, every: 4 to 12 months, while: sirte",
                "mapping of keys"
            ),
            Changed(
                "ORS2006",
                "every: 4 to 12 months",
                "every: 4 to 12 months, while: { hold: sirte }",
                "did you mean 'holds'?"
            ),
            Effects("ORS2006", "{ phases: unity-government }", "did you mean 'phase'?"),
            Effects("ORS2005", "{ phase: unity-government, holder: sirte, actor: lna }", "make two entries"),
            Effects("ORS2012", "{ holder: sirte, actor: lna }, { holder: sirte, actor: noc }", "name: of its own"),
            Effects("ORS2006", "{ price: brent }", "factor:, shift:, cap:, floor:"),
            Effects("ORS2007", "{ holder: sirte, actor: lna }", "belongs with when:", "repeat: true, "),
            Added("ORS2009", Attack + "damage: 5%, each: yes }", "write true or false"),
            Added("ORS2017", Attack + "damage: 5%, stream: control/oil-crescent/guards>lna }", "one random stream"),
            Changed(
                "ORS2019",
                "    skill: 15% to 35%",
                "    skill: 15% to 35%\n    treasury: 5 MUSD",
                "inside finance:"
            ),
            Changed(
                "ORS3001",
                "every: 4 to 12 months",
                "every: 4 to 12 months, stabilised: 12 months",
                "0.4 for 12 months"
            ),
            Changed("ORS3007", "lifting-cost: 4 to 8 USD/bbl", "decline: 100% per year", "a loss is below 100%"),
            Added("ORS3009", Attack + "damage: normal 90% sd 20% }", "lies outside what is possible"),
            Added(
                "ORS3015",
                "blockades:\n  - { by: guards, at: [es-sider], every: 1 year, lasts: -3 months }",
                "above zero"
            ),
            Added("ORS3016", Attack + "damage: 5%, clustering: { adds: 1.2, fades: 30 days } }", "below 1"),
            Changed("ORS3017", "to: trucks, transport", "to: trucks, seizure: 120%, transport", "between 0% and 100%"),
            Added(
                "ORS3008",
                Blockade.Replace("2 to 5 months", "{ median: 9 months, p95: 3 to 5 months }", StringComparison.Ordinal)
                    + " }",
                "above the first"
            ),
        ];

    private static IEnumerable<DiagnosticExample> Names() =>
        [
            Changed(
                "ORS4011",
                "    holder: guards\n    at: [28.6",
                "    theatre: est\n    holder: guards\n    at: [28.6",
                "theatres are main"
            ),
            Effects("ORS4012", "{ holder: sirte, actor: lna }", "did you mean 'deal'?") with
            {
                Text =
                    ExampleFiles.Small
                    + "interventions:\n  deal: { effects: [ { holder: sirte, actor: lna } ] }\ncourses: { both: [deel], one: [deal] }\n",
            },
            Added(
                "ORS4013",
                Attack.Replace("es-sider", "es-sidr.tanks", StringComparison.Ordinal) + "damage: 5% }",
                "did you mean 'es-sider.tanks'?"
            ),
            Effects("ORS4013", "{ close: sirte }", "'sirte' is the name of an area"),
            Effects("ORS4013", "{ changes: guards>lma, hazard-ratio: 2 }", "oil-crescent/guards>lna"),
            Changed(
                "ORS4014",
                "  es-sider: { kind",
                "  mabruk: { kind: pipeline, area: sirte }\n  es-sider: { kind",
                "names are unique"
            ),
            Changed(
                "ORS4015",
                "    holder: guards\n    at: [28.6",
                "    theatre: east\n    holder: guards\n    at: [28.6",
                "phases of main"
            ) with
            {
                Text = ExampleFiles.With("rate: 0.02 per month,", "rate: 0.02 per month, phases: { calm: 2 },") + East,
            },
            Effects("ORS4016", "{ phase: rival-governments }", "add theatre:") with
            {
                Text =
                    ExampleFiles.Small
                    + "theatres: { east: { phases: { start: rival-governments } } }\n"
                    + "interventions:\n  deal: { effects: [ { phase: rival-governments } ] }\n",
            },
            Added("ORS4009", Blockade + ", name: closure }", "drawn for every event") with
            {
                Text =
                    ExampleFiles.Small
                    + "  - [blockades.closure.lasts, benchmarks.brent.volatility, 0.2]\n"
                    + Blockade
                    + ", name: closure }\n",
            },
        ];

    private const string East = "theatres: { east: { phases: { start: calm } } }\n";

    private static IEnumerable<DiagnosticExample> States() =>
        [
            new DiagnosticExample(
                "ORS5017",
                ExampleFiles.With(
                    "    holder: guards\n    at: [28.6",
                    "    theatre: [main, east]\n    holder: guards\n    at: [28.6"
                ) + East,
                "do not share an area"
            ),
            Changed(
                "ORS5020",
                "every: 4 to 12 months",
                "every: 4 to 12 months, while: { holds: sirte, by: noc }",
                "'noc' can never hold 'sirte'"
            ),
            Changed(
                "ORS5020",
                "every: 4 to 12 months",
                "every: 4 to 12 months, depends: { holds: sirte, by: noc, hazard-ratio: 2 }",
                "never acts"
            ),
            Changed(
                "ORS5020",
                "every: 4 to 12 months",
                "every: 4 to 12 months, while: [{ holds: sirte, by: islamic-state }, { holds: sirte, by: presidency-council, name: b }]",
                "at once"
            ),
            Changed("ORS5021", "rate: 0.02 per month", "rate: 2000 per week", "2000 events in a week"),
            Changed(
                "ORS5022",
                "every: 4 to 12 months",
                "every: 4 to 12 months, depends: { pay-of: guards, elasticity: -1 }",
                "'guards' has no finance:"
            ),
            Effects("ORS5022", "{ pay: noc, factor: 0.5 }", "nothing to scale"),
            Changed(
                "ORS5023",
                "every: 4 to 12 months",
                "every: 4 to 12 months, strength-elasticity: 1",
                "neither side"
            ),
            Changed("ORS5039", "every: 4 to 12 months", "every: 4 to 12 months, takes-with: [oil-crescent]", "anyway"),
            Changed(
                "ORS5041",
                "every: 4 to 12 months",
                "every: 4 to 12 months, hazard-ratio: 2, while: [{ holds: sirte, by: islamic-state }, { phase: unity-government }]",
                "one condition"
            ),
        ];

    private static IEnumerable<DiagnosticExample> Attacks() =>
        [
            Changed(
                "ORS5025",
                "  waha-line: { kind: pipeline,",
                "  waha-line: { kind: pipeline, storage: { size: 1 mb },",
                "only terminals"
            ),
            Added(
                "ORS5026",
                Attack.Replace("[es-sider]", "[waha-line.tanks]", StringComparison.Ordinal) + "damage: 5% }",
                "write waha-line"
            ),
            Effects(
                "ORS5026",
                "{ strikes-on: guards, every: 1 week, damage: 5%, targets: [es-sider.tanks] }",
                "give it storage:"
            ),
            Changed("ORS5029", "lifting-cost: 4 to 8 USD/bbl", "shut-since: 2016-08", "after the start"),
            Added("ORS5034", Attack + "each: true }", "neither damages nor shuts"),
            Added(
                "ORS5034",
                Attack.Replace(
                    "by: islamic-state, targets: [es-sider]",
                    "by: islamic-state, targets: [mabruk]",
                    StringComparison.Ordinal
                ) + "damage: 5% }",
                "own: true"
            ) with
            {
                Text =
                    ExampleFiles
                        .With(
                            "{ from: islamic-state, to: guards, chance: 30% to 60% within 12 months, price-elasticity: 0.2, follows: brent }",
                            "{ from: islamic-state, to: islamic-state, every: 1 year }"
                        )
                        .Replace(
                            "    changes:\n      - { from: islamic-state, to: islamic-state, every: 1 year }\n",
                            "",
                            StringComparison.Ordinal
                        ) + "attacks:\n  - { by: islamic-state, targets: [mabruk], every: 1 year, damage: 5% }\n",
            },
            Changed(
                "ORS5040",
                "  es-sider: { kind: terminal,",
                "  es-sider: { kind: terminal, storage: { size: 6 mb, stock: 8 mb },",
                "more than the tanks hold"
            ),
            Added("ORS5033", "transfers:\n  - { from: guards, to: guards, amount: 1 MUSD per month }", "pays itself"),
            Added(
                "ORS5032",
                "transfers:\n  - { from: outside, to: guards, amount: 1 MUSD per month, from-date: 2017-01, to-date: 2016-12 }",
                "from-date:"
            ),
        ];

    private static IEnumerable<DiagnosticExample> Blockades() =>
        [
            Added("ORS5018", "interventions:\n  deal: { effects: [ { lift-blockade: es-sider } ] }", "nothing to lift"),
            new DiagnosticExample(
                "ORS5018",
                ExampleFiles.Small
                    + Blockade
                    + " }\ninterventions:\n  deal: { effects: [ { lift-blockade: waha-line } ] }\n",
                "blockades can be at es-sider"
            ),
            Added("ORS5029", Blockade + ", active-since: 2020-01 }", "after the start"),
            Added(
                "ORS5035",
                Blockade.Replace("by: guards", "by: noc", StringComparison.Ordinal) + " }",
                "requires: presence or none"
            ),
            Added(
                "ORS5035",
                Blockade.Replace("by: guards", "by: lna", StringComparison.Ordinal) + ", active-since: 2015-12 }",
                "ends at once"
            ),
            Added(
                "ORS5036",
                Blockade.Replace("2 to 5 months", "pert 1 to 3 to 9 months", StringComparison.Ordinal)
                    + ", active-at-start: true }",
                "lognormal, uniform and discrete"
            ),
            Added("ORS5037", Blockade + ", active-at-start: true }", "active-since:"),
            Added(
                "ORS5038",
                Blockade.Replace("2 to 5 months", "3 months", StringComparison.Ordinal) + ", active-since: 2014-12 }",
                "longer than any"
            ),
        ];

    private static IEnumerable<DiagnosticExample> Interventions() =>
        [
            Effects(
                "ORS5019",
                "{ holder: sirte, actor: lna }",
                "'noc' can never hold",
                "when: { holds: oil-crescent, by: noc }, "
            ),
            Effects(
                "ORS5019",
                "{ holder: sirte, actor: lna }",
                "cannot be above",
                "when: [{ price: brent, above: 80 USD/bbl }, { price: brent, below: 40 USD/bbl, name: low }], "
            ),
            Effects(
                "ORS5019",
                "{ holder: sirte, actor: lna }",
                "neither sells oil",
                "when: { revenue: presidency-council, above: 1 MUSD per month }, "
            ),
            Effects("ORS5024", "{ strikes-on: noc, every: 1 week, damage: 5% }", "never hold anything"),
            Effects(
                "ORS5024",
                "{ strikes-on: guards, every: 1 week, damage: 5%, kinds: [refinery] }",
                "widen targets:"
            ),
            Effects("ORS5027", "{ holder: sirte, actor: lna }", "does nothing", "from: 2030-01, "),
            Effects("ORS5030", "{ close: es-sider }, { open: es-sider }", "closed and open"),
            Effects("ORS5030", "{ price: brent, cap: 20 USD/bbl, floor: 40 USD/bbl }", "below the floor"),
            Effects(
                "ORS5030",
                "{ holder: sirte, actor: lna }, { holder: sirte, actor: noc, name: b }",
                "one actor holds"
            ),
            Effects("ORS5032", "{ holder: sirte, actor: lna }", "before it begins", "from: 2017-01, to: 2016-12, "),
            Effects("ORS5033", "{ transfer: { from: guards, to: guards }, amount: 1 MUSD per month }", "pays itself"),
            Effects("ORS5034", "{ strikes-on: guards, every: 1 week }", "neither damage nor shut"),
            Effects(
                "ORS5042",
                "{ holder: sirte, actor: lna }",
                "nothing acts",
                "from: 2016-03, to: 2016-06, delay: 12 months, "
            ),
        ];

    private static IEnumerable<DiagnosticExample> Courses() =>
        [
            Added(
                "ORS5028",
                "interventions:\n  deal: { effects: [ { holder: sirte, actor: lna } ] }\ncourses: { as-it-stands: [] }",
                "no course uses"
            ),
            Added(
                "ORS5031",
                "interventions:\n  a-deal: { from: 2016-05, effects: [ { holder: sirte, actor: lna } ] }\n  b-deal: { from: 2016-05, effects: [ { holder: sirte, actor: noc } ] }",
                "'noc' wins"
            ),
            Added(
                "ORS3017",
                "interventions:\n  a-deal: { effects: [ { seize: export, share: 60% } ] }\n  b-deal: { effects: [ { seize: export, share: 70% } ] }",
                "130% of the barrels"
            ),
        ];
}
