using System.Collections.Immutable;
using OilRevenueSim.Scenarios.Quantities;

namespace OilRevenueSim.Scenarios.Catalogue;

/// <summary>Keys of interventions and of their effects.</summary>
internal static class EffectKeys
{
    private static readonly KeyDefinition Ratio = new("hazard-ratio", new QuantityKey(Rules.Ratio), "Hazard ratio.")
    {
        Required = true,
        Example = "2 to 6",
    };

    private static readonly KeyDefinition Factor = new("factor", new QuantityKey(Rules.Ratio), "Factor.")
    {
        Required = true,
        Example = "0.5",
    };

    /// <summary>The verbs, each with the shape of its effect.</summary>
    public static readonly ImmutableArray<SectionShape> Verbs =
    [
        .. Hazards(),
        Strikes(),
        .. States(),
        .. Capacities(),
        Passage(),
        .. Prices(),
        .. FinanceVerbs(),
        Transfer(),
    ];

    public static readonly SectionShape Intervention = new(
        "intervention",
        "Dated or triggered effects that may fail and may come late.",
        [
            new("label", new TextKey(), "Name for readers.") { Absent = "the name itself", Example = "Air campaign" },
            new("from", new DateKey(), "First day on which it can act; a month means its first day.")
            {
                Absent = "the start",
                Example = "2016-08",
            },
            new("to", new DateKey(LastOfMonth: true), "Last day, inclusive; a month means its last day.")
            {
                Absent = "the end",
                Example = "2016-12",
            },
            new("when", DriverKeys.When, "Conditions that trigger it, read at the start of each step; all must hold.")
            {
                Absent = "acts by its dates",
                Example = "{ revenue: islamic-state, above: 10 MUSD per month }",
            },
            new("repeat", new FlagKey(), "It fires again after its conditions have been false.")
            {
                Only = new KeyCondition("when"),
                Absent = "false",
                Example = "true",
            },
            new("delay", new EventLawKey(Rules.NonNegativeDuration), "Delay of each firing; it moves from:, not to:.")
            {
                Absent = "none",
                Example = "uniform 0 to 3 months",
            },
            new("succeeds", new QuantityKey(Rules.Share), "Probability that it works, one draw a path.")
            {
                Absent = "100%",
                Example = "60%",
            },
            new("effects", new VariantsKey("effect", Verbs), "What it does.")
            {
                Required = true,
                Example = "[ { lift-blockade: es-sider } ]",
            },
            new("stream", new TextKey(), "Keeps the random draws across a renaming.") { Absent = "intervention/NAME" },
        ]
    );

    private static IEnumerable<SectionShape> Hazards() =>
        [
            Verb("changes-from", Actor, "islamic-state", "Scales the hazards of losing areas.", Ratio),
            Verb("changes-to", Actor, "islamic-state", "Scales the hazards by which an actor takes areas.", Ratio),
            Verb(
                "changes",
                new ObjectKey([EntityKind.Change]),
                "oil-crescent/guards>lna",
                "Scales the hazard of one change, AREA/FROM>TO or THEATRE/FROM>TO.",
                Ratio
            ),
            Verb("attacks-by", Actor, "islamic-state", "Scales the hazards of an actor's attacks.", Ratio),
            Verb("blockades-by", Actor, "guards", "Scales the hazards of an actor's blockades.", Ratio),
        ];

    private static SectionShape Strikes() =>
        Verb(
            "strikes-on",
            Actor,
            "islamic-state",
            "Strikes what an actor holds.",
            [
                .. Rules.HazardKeys,
                .. ConflictKeys.Hits("Every target has a hazard of its own, in place of one for all."),
                new(
                    "targets",
                    new ObjectsKey([EntityKind.Field, EntityKind.Node], OrTanks: true),
                    "Assets that may be struck."
                )
                {
                    Group = "assets",
                    Absent = "all that the actor holds",
                    Example = "[waha-line]",
                },
                new(
                    "kinds",
                    new WordsKey([
                        "field",
                        "tanks",
                        "pipeline",
                        "terminal",
                        "refinery",
                        "crossing",
                        "checkpoint",
                        "fleet",
                    ]),
                    "Kinds of assets that may be struck."
                )
                {
                    Group = "assets",
                    Absent = "all",
                    Example = "[refinery, fleet]",
                },
                new("stream", new TextKey(), "Stream of its draws, where two strike in one intervention.")
                {
                    Absent = "strike/INTERVENTION",
                },
            ]
        ) with
        {
            RequiredGroups = [Rules.Hazard],
        };

    private static IEnumerable<SectionShape> States() =>
        [
            Verb(
                "phase",
                new ReferenceKey(EntityKind.Phase),
                "unity-government",
                "Sets the phase of a theatre.",
                new("theatre", new ReferenceKey(EntityKind.Theatre), "Theatre.")
                {
                    Absent = "the one that has the phase",
                    Example = "main",
                },
                new("hold", new FlagKey(), "The phase stays as long as the intervention acts.")
                {
                    Absent = "false",
                    Example = "true",
                }
            ),
            Verb(
                "holder",
                new ReferenceKey(EntityKind.Area),
                "sirte",
                "Sets the holder of an area.",
                new KeyDefinition("actor", new ReferenceKey(EntityKind.Actor, OrNobody: true), "New holder.")
                {
                    Required = true,
                    Example = "presidency-council",
                }
            ),
            Verb(
                "lift-blockade",
                new ObjectKey([EntityKind.Field, EntityKind.Node, EntityKind.Blockade]),
                "es-sider",
                "Ends the blockades of a place, or one blockade; with to: none may start until then."
            ),
            Verb(
                "blockade",
                new ObjectKey([EntityKind.Field, EntityKind.Node]),
                "es-sider",
                "Closes a place from from: to to:.",
                new KeyDefinition("by", new ReferenceKey(EntityKind.Actor), "Actor that closes it.")
                {
                    Required = true,
                    Example = "guards",
                }
            ),
        ];

    private static IEnumerable<SectionShape> Capacities()
    {
        ObjectKey places = new([EntityKind.Node, EntityKind.Market, EntityKind.Route]);
        return
        [
            Verb(
                "close",
                places,
                "es-sider",
                "Scales the capacity of a node or route or a market's demand.",
                Open("0")
            ),
            Verb("open", places, "es-sider", "The same, in place of close: while it runs.", Open("1")),
        ];

        static KeyDefinition Open(string absent) =>
            new("factor", new QuantityKey(Rules.Share), "Share that stays open.")
            {
                Default = absent == "0" ? "0%" : "100%",
                Example = "50%",
            };
    }

    private static SectionShape Passage()
    {
        var pair = new SectionShape(
            "pair",
            "Holder and seller.",
            [
                new("through", new ReferenceKey(EntityKind.Actor), "Holder of the gate.")
                {
                    Required = true,
                    Example = "guards",
                },
                new("of", new ReferenceKey(EntityKind.Actor), "Whose oil.") { Required = true, Example = "noc" },
            ]
        );
        return Verb(
            "passage",
            new SectionKey(pair),
            "{ through: guards, of: noc }",
            "Overrides the rules of passage.",
            new("policy", new ChoiceKey(["pass", "toll", "block"], []), "Pass free, pass for a toll, or stop.")
            {
                Required = true,
                Example = "pass",
            },
            new("toll", new QuantityKey(Rules.Cost), "Toll on every barrel.")
            {
                Group = Rules.Toll,
                Only = new KeyCondition("policy", "toll"),
                Example = "3 USD/bbl",
            },
            new("share", new QuantityKey(Rules.Share), "Toll as a share of the delivered value.")
            {
                Group = Rules.Toll,
                Only = new KeyCondition("policy", "toll"),
                Example = "10%",
            }
        );
    }

    private static IEnumerable<SectionShape> Prices() =>
        [
            Verb(
                "seize",
                new ObjectKey([EntityKind.Route, EntityKind.Market]),
                "export",
                "Adds seizure on a route, or on all routes to a market.",
                new("share", new QuantityKey(Rules.Seizure), "Share of the barrels seized.")
                {
                    Required = true,
                    Example = "10% to 30%",
                },
                new("by", new ReferenceKey(EntityKind.Actor, OrNobody: true), "Who seizes.")
                {
                    Default = "nobody",
                    Example = "presidency-council",
                }
            ),
            Verb(
                "price",
                new ObjectKey([EntityKind.Benchmark, EntityKind.Market]),
                "brent",
                "Changes the price used, not its process: min(cap, max(floor, factor·x + shift)).",
                new("factor", new QuantityKey(Rules.Ratio), "Factor.") { Absent = "1", Example = "0.8" },
                new("shift", new QuantityKey(Rules.PriceDifference), "Amount added.")
                {
                    Absent = "0 USD/bbl",
                    Example = "-10 USD/bbl",
                },
                new("cap", new QuantityKey(Rules.PositivePrice), "Highest price.")
                {
                    Absent = "none",
                    Example = "60 USD/bbl",
                },
                new("floor", new QuantityKey(Rules.Cost), "Lowest price.") { Absent = "none", Example = "20 USD/bbl" }
            ),
            Verb(
                "discount",
                new ReferenceKey(EntityKind.Market),
                "export",
                "Shifts a market's discount.",
                new KeyDefinition("shift", new QuantityKey(Rules.ShareDifference), "Amount added to the discount.")
                {
                    Required = true,
                    Example = "10% to 20%",
                }
            ),
        ];

    private static IEnumerable<SectionShape> FinanceVerbs() =>
        [
            Verb("pay", Actor, "islamic-state", "Scales an actor's wage.", Factor),
            Verb("recruitment", Actor, "islamic-state", "Scales an actor's recruitment.", Factor),
            Verb("inflow", Actor, "islamic-state", "Scales the fighters that arrive.", Factor),
            Verb("attrition", Actor, "islamic-state", "Scales an actor's attrition.", Factor),
            Verb("other-income", Actor, "islamic-state", "Scales income other than from oil and areas.", Factor),
            Verb("area-income", Actor, "islamic-state", "Scales income from areas held.", Factor),
        ];

    private static SectionShape Transfer()
    {
        var pair = new SectionShape(
            "pair",
            "Payer and receiver.",
            [
                new("from", new ReferenceKey(EntityKind.Actor, OrOutside: true), "Who pays.")
                {
                    Required = true,
                    Example = "outside",
                },
                new("to", new ReferenceKey(EntityKind.Actor), "Who receives.") { Required = true, Example = "guards" },
            ]
        );
        return Verb(
            "transfer",
            new SectionKey(pair),
            "{ from: outside, to: guards }",
            "Pays an amount while it acts.",
            new KeyDefinition("amount", new QuantityKey(Rules.MoneyRate), "How much.")
            {
                Required = true,
                Example = "1 to 3 MUSD per month",
            }
        );
    }

    private static ReferenceKey Actor => new(EntityKind.Actor);

    private static SectionShape Verb(
        string verb,
        KeyKind on,
        string example,
        string meaning,
        params ReadOnlySpan<KeyDefinition> keys
    ) =>
        new(
            $"effect {verb}",
            meaning,
            [
                new(verb, on, meaning) { Required = true, Example = example },
                .. keys,
                new("name", new NameKey(), "Identity of its own, where two effects are alike.")
                {
                    Absent = "VERB/OBJECT",
                },
            ]
        )
        {
            Identity = IdentityRule.VerbObject,
        };
}
