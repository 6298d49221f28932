namespace OilRevenueSim.Scenarios.Catalogue;

/// <summary>Keys of markets, routes and passage.</summary>
internal static class MarketKeys
{
    public static readonly SectionShape Market = new(
        "market",
        "Turns barrels into money.",
        [
            new("price", new SectionKey(MarketPriceKeys.MarketPrice), "How the price is made.")
            {
                Required = true,
                Example = "{ linked: brent, differential: -1.5 to 0 USD/bbl }",
            },
            new("sellers", new ReferencesKey(EntityKind.Actor, OrAny: true), "Who may sell here.")
            {
                Default = "any",
                Example = "[noc]",
            },
            new(
                "proceeds",
                new QuantityMapKey(EntityKind.Actor, Rules.Share),
                "Who gets which share of sales less lifting, transport and tolls."
            )
            {
                Absent = "all stays with the seller",
                Example = "{ central-bank: 100% }",
            },
            new("demand", new QuantityKey(Rules.Flow), "Most it takes.")
            {
                Absent = "unlimited",
                Example = "5 to 30 kb/d",
            },
            new("at", new PointKey(), "Latitude and longitude, for maps only.")
            {
                Absent = "not on maps",
                Example = "[32.9, 13.2]",
            },
            KeyDefinition.Later("area", "Area it lies in."),
        ]
    );

    public static readonly SectionShape Route = new(
        "route",
        "Fields, the nodes passed in order, and the market. Routes are filled in order of priority, then of the file.",
        [
            new("fields", new ReferencesKey(EntityKind.Field), "Fields that feed it.")
            {
                Required = true,
                Example = "[waha-group, mabruk]",
            },
            new("via", new ReferencesKey(EntityKind.Node), "Nodes passed, in order.")
            {
                Absent = "none",
                Example = "[waha-line, es-sider]",
            },
            new("to", new ReferenceKey(EntityKind.Market), "Market at its end.")
            {
                Required = true,
                Example = "export",
            },
            new("transport", new QuantityKey(Rules.Cost), "Cost of transport, paid by the seller.")
            {
                Default = "0 USD/bbl",
                Example = "5 to 12 USD/bbl",
            },
            new("capacity", new QuantityKey(Rules.PositiveFlow), "Most it carries.")
            {
                Absent = "unlimited",
                Example = "2 to 15 kb/d",
            },
            new("priority", new WholeNumberKey(-1000, 1000), "Lower goes first; equal ones keep file order.")
            {
                Default = "0",
                Example = "1",
            },
            new("name", new NameKey(), "Identity of its own.") { Absent = "FIELD+FIELD>NODE>…>MARKET" },
            new("seizure", new QuantityKey(Rules.Seizure), "Share of the barrels seized on the way.")
            {
                Absent = "0%",
                Example = "5% to 15%",
            },
            new("seized-by", new ReferenceKey(EntityKind.Actor, OrNobody: true), "Who seizes them.")
            {
                Only = new KeyCondition("seizure"),
                Default = "nobody",
                Example = "presidency-council",
            },
        ]
    )
    {
        Identity = IdentityRule.Route,
        Defines = EntityKind.Route,
    };

    public static readonly SectionShape Passage = new(
        "passage rule",
        "Whom a holder lets through its gates. Without a rule: aligned actors pass, others are blocked.",
        [
            new("through", new ReferenceKey(EntityKind.Actor), "Holder of the gate.")
            {
                Required = true,
                Example = "islamic-state",
            },
            new("of", new ReferencesKey(EntityKind.Actor, OrAny: true), "Whose oil.")
            {
                Required = true,
                Example = "noc",
            },
            new("at", new ReferencesKey(EntityKind.Node), "Nodes it applies to.")
            {
                Absent = "all that the holder holds",
                Example = "[es-sider]",
            },
            new("phase", new ReferenceKey(EntityKind.Phase), "Phase in which it applies.")
            {
                Absent = "all",
                Example = "unity-government",
            },
            new("policy", new ChoiceKey(["pass", "toll", "block"], []), "Pass free, pass for a toll, or stop.")
            {
                Required = true,
                Example = "toll",
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
            },
            new(
                "in-kind",
                new QuantityKey(Rules.Share),
                "Toll as a share of the barrels, which the holder sells at the route's market."
            )
            {
                Group = Rules.Toll,
                Only = new KeyCondition("policy", "toll"),
                Example = "10%",
            },
            new("name", new NameKey(), "Identity of its own, where two rules share through and of.")
            {
                Absent = "THROUGH>OF",
            },
        ]
    )
    {
        Identity = IdentityRule.ThroughOf,
    };
}
