namespace OilRevenueSim.Scenarios.Catalogue;

/// <summary>Keys of attacks, blockades, taps and transfers.</summary>
internal static class ConflictKeys
{
    private static readonly SectionShape Clustering = new(
        "clustering",
        "Each hit makes further hits likelier for a while.",
        [
            new("adds", new QuantityKey(Rules.Adds), "Further hits that one hit brings on average; below 1.")
            {
                Required = true,
                Example = "0.5",
            },
            new("fades", new QuantityKey(Rules.Duration), "Time constant with which that fades.")
            {
                Required = true,
                Example = "30 days",
            },
        ]
    );

    public static readonly SectionShape Blockade = new(
        "blockade",
        "Someone shuts places for leverage: it starts at a hazard, lasts a drawn time, and earns its author nothing.",
        [
            By("Actor that shuts the places."),
            new("at", new ObjectsKey([EntityKind.Field, EntityKind.Node]), "Fields and nodes that are shut.")
            {
                Required = true,
                Example = "[es-sider]",
            },
            .. Rules.HazardKeys,
            new("lasts", new EventLawKey(Rules.Duration), "How long each blockade lasts.")
            {
                Required = true,
                Example = "lognormal 3 p95 24 months",
            },
            new("active-since", new DateKey(), "Day since which one has been running at the start.")
            {
                Absent = "none runs at the start",
                Example = "2014-12",
            },
            new("active-at-start", new FlagKey(), "One runs at the start, since an unknown day.")
            {
                Absent = "false",
                Example = "true",
            },
            new(
                "requires",
                new ChoiceKey(["holds", "presence", "none"], []),
                "What `by` needs: to hold the place's area, to hold it or a neighbour, or nothing."
            )
            {
                Default = "holds",
                Example = "presence",
            },
            .. DriverKeys.All("by"),
            .. Identity("BY@PLACE+PLACE", "blockade/IDENTITY"),
        ]
    )
    {
        Identity = IdentityRule.ByAt,
        Defines = EntityKind.Blockade,
        RequiredGroups = [Rules.Hazard],
    };

    public static readonly SectionShape Attack = new(
        "attack",
        "A hazard that damages or shuts fields, nodes or tanks.",
        [
            By("Actor that attacks."),
            new(
                "targets",
                new ObjectsKey([EntityKind.Field, EntityKind.Node], OrTanks: true),
                "Fields, nodes and tanks (NODE.tanks), one of which is hit each time."
            )
            {
                Required = true,
                Example = "[es-sider.tanks]",
            },
            .. Rules.HazardKeys,
            .. Hits("Every target has a hazard of its own, in place of one for the list."),
            new("own", new FlagKey(), "It also attacks what it holds itself.") { Absent = "false", Example = "true" },
            new("clustering", new SectionKey(Clustering), "Whether hits bring further hits.")
            {
                Absent = "hits are independent",
                Example = "{ adds: 0.5, fades: 30 days }",
            },
            .. DriverKeys.All("by"),
            .. Identity("BY@TARGET+TARGET", "attack/IDENTITY"),
        ]
    )
    {
        Identity = IdentityRule.ByTargets,
        RequiredGroups = [Rules.Hazard],
    };

    public static readonly SectionShape Tap = new(
        "tap",
        "Theft of a share of what flows through a node.",
        [
            By("Actor that steals."),
            new("at", new ReferenceKey(EntityKind.Node), "Node from which it steals.")
            {
                Required = true,
                Example = "waha-line",
            },
            new("share", new QuantityKey(Rules.Share), "Share of the flow that is stolen.")
            {
                Required = true,
                Example = "5% to 15%",
            },
            new("discount", new QuantityKey(Rules.Share), "Discount on the route's price at which it sells.")
            {
                Default = "0%",
                Example = "uniform 30% to 60%",
            },
            new("transport", new QuantityKey(Rules.Cost), "Cost of moving the stolen oil.")
            {
                Default = "0 USD/bbl",
                Example = "2 to 5 USD/bbl",
            },
            new("while", DriverKeys.While("by"), "Conditions outside which nothing is stolen; all of them must hold.")
            {
                Absent = "always",
                Example = "{ holds: sirte }",
            },
            new("name", new NameKey(), "Identity of its own.") { Absent = "BY@NODE" },
        ]
    )
    {
        Identity = IdentityRule.ByAt,
    };

    public static readonly SectionShape Transfer = new(
        "transfer",
        "Money that one actor, or someone outside, pays to another.",
        [
            new(
                "from",
                new ReferenceKey(EntityKind.Actor, OrOutside: true),
                "Who pays; outside for the rest of the world."
            )
            {
                Required = true,
                Example = "outside",
            },
            new("to", new ReferenceKey(EntityKind.Actor), "Who receives.") { Required = true, Example = "guards" },
            new("amount", new QuantityKey(Rules.MoneyRate), "How much.")
            {
                Required = true,
                Example = "1 to 3 MUSD per month",
            },
            new("while", DriverKeys.While(null), "Conditions outside which nothing is paid; all of them must hold.")
            {
                Absent = "always",
                Example = "{ holds: oil-crescent, by: guards }",
            },
            new("from-date", new DateKey(), "First day; a month means its first day.")
            {
                Absent = "the start",
                Example = "2016-06",
            },
            new("to-date", new DateKey(LastOfMonth: true), "Last day, inclusive; a month means its last day.")
            {
                Absent = "the end",
                Example = "2017-05",
            },
            new("name", new NameKey(), "Identity of its own.") { Absent = "FROM>TO" },
        ]
    )
    {
        Identity = IdentityRule.FromTo,
    };

    /// <summary>What a hit does, of attacks and strikes.</summary>
    public static IEnumerable<KeyDefinition> Hits(string each) =>
        [
            new("damage", new EventLawKey(Rules.Share), "Share of the remaining condition that each hit destroys.")
            {
                Absent = "none",
                Example = "5% to 30%",
            },
            new("shuts", new EventLawKey(Rules.Duration), "Time for which each hit shuts its target without damage.")
            {
                Absent = "none",
                Example = "2 to 10 days",
            },
            new("each", new FlagKey(), each) { Absent = "false", Example = "true" },
        ];

    private static KeyDefinition By(string meaning) =>
        new("by", new ReferenceKey(EntityKind.Actor), meaning) { Required = true, Example = "guards" };

    private static IEnumerable<KeyDefinition> Identity(string identity, string stream) =>
        [
            new("name", new NameKey(), "Identity of its own.") { Absent = identity },
            new("stream", new TextKey(), "Keeps the random draws across a renaming.") { Absent = stream },
        ];
}
