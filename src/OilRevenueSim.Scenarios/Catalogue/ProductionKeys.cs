namespace OilRevenueSim.Scenarios.Catalogue;

/// <summary>Keys of fields and nodes.</summary>
internal static class ProductionKeys
{
    public static readonly SectionShape Field = new(
        "field",
        "Produces crude.",
        [
            new(
                "area",
                new ReferenceKey(EntityKind.Area),
                "Area it lies in; the holder decides who operates and sells."
            )
            {
                Required = true,
                Example = "waha-fields",
            },
            new("owner", new ReferenceKey(EntityKind.Actor), "Legal owner.") { Required = true, Example = "noc" },
            new("capacity", new QuantityKey(Rules.PositiveFlow), "Output with everything intact and fully staffed.")
            {
                Required = true,
                Example = "280 to 350 kb/d",
            },
            new("condition", new QuantityKey(Rules.Share), "Share of the capacity that is intact.")
            {
                Default = "100%",
                Example = "60% to 90%",
            },
            new("workforce", new QuantityKey(Rules.Share), "Staffing on the first day as a share.")
            {
                Absent = "the operator's skill",
                Example = "80%",
            },
            new("premium", new QuantityKey(Rules.PriceDifference), "Quality premium on every price.")
            {
                Default = "0 USD/bbl",
                Example = "0.5 USD/bbl",
            },
            new("lifting-cost", new QuantityKey(Rules.Cost), "Cost of producing a barrel.")
            {
                Default = "0 USD/bbl",
                Example = "4 to 8 USD/bbl",
            },
            new("at", new PointKey(), "Latitude and longitude, for maps only.")
            {
                Absent = "not on maps",
                Example = "[28.9, 19.5]",
            },
            .. Repair(),
            new("decline", new QuantityKey(Rules.LogRate), "Natural decline of output; a percentage is effective.")
            {
                Absent = "0 per year",
                Example = "6% per year",
            },
            new("neglect", new QuantityKey(Rules.LogRate), "Decline that is added where the operator does no upkeep.")
            {
                Absent = "0 per year",
                Example = "20% to 50% per year",
            },
            new("shut-in-loss", new QuantityKey(Rules.LogRate), "Decline that is added while it is shut in.")
            {
                Absent = "0 per year",
                Example = "3% per year",
            },
            new("restart", new QuantityKey(Rules.Number), "Time constant of restart as a multiple of the outage.")
            {
                Absent = "uniform 0.105 to 0.132",
                Example = "uniform 0.1 to 0.2",
            },
            new("shut-since", new DateKey(), "Day since which it has stood still at the start.")
            {
                Absent = "the first blockade on its way that is active-since:, else it runs",
                Example = "2013-07",
            },
        ]
    );

    private static readonly SectionShape Storage = new(
        "storage",
        "Tanks of a terminal, which fill when loading is shut and burn when hit.",
        [
            new("size", new QuantityKey(Rules.Volume), "How much they hold.") { Required = true, Example = "6 mb" },
            new("stock", new QuantityKey(Rules.Stock), "What is in them on the first day.")
            {
                Default = "0 bbl",
                Example = "1 to 2 mb",
            },
            new("condition", new QuantityKey(Rules.Share), "Share of the tanks that is intact.")
            {
                Default = "100%",
                Example = "20% to 30%",
            },
            .. Repair(),
        ]
    );

    public static readonly SectionShape Node = new(
        "node",
        "A place that oil passes on its way.",
        [
            new(
                "kind",
                new ChoiceKey(["pipeline", "terminal", "refinery", "crossing", "checkpoint", "fleet"], []),
                "Kind of node."
            )
            {
                Required = true,
                Example = "pipeline",
            },
            new("area", new ReferenceKey(EntityKind.Area), "Area it lies in; the holder decides who passes.")
            {
                Required = true,
                Example = "oil-crescent",
            },
            new("owner", new ReferenceKey(EntityKind.Actor, OrNobody: true), "Legal owner.")
            {
                Default = "nobody",
                Example = "noc",
            },
            new("capacity", new QuantityKey(Rules.PositiveFlow), "Most that all routes together can send through it.")
            {
                Absent = "unlimited",
                Example = "300 to 340 kb/d",
            },
            new("condition", new QuantityKey(Rules.Share), "Share of the capacity that is intact.")
            {
                Default = "100%",
                Example = "20% to 30%",
            },
            new("at", new PointKey(), "Latitude and longitude, for maps only.")
            {
                Absent = "not on maps",
                Example = "[30.6, 18.4]",
            },
            .. Repair(),
            new("yield", new QuantityKey(Rules.Yield), "Product per barrel of crude in a refinery.")
            {
                Only = new KeyCondition("kind", "refinery"),
                Absent = "100%",
                Example = "85% to 95%",
            },
            new("uplift", new QuantityKey(Rules.ShareDifference), "Price of the product over that of crude.")
            {
                Only = new KeyCondition("kind", "refinery"),
                Absent = "0%",
                Example = "10% to 40%",
            },
            new("fee", new QuantityKey(Rules.Cost), "Fee that the holder of the refinery charges.")
            {
                Only = new KeyCondition("kind", "refinery"),
                Absent = "0 USD/bbl",
                Example = "2 USD/bbl",
            },
            new("storage", new SectionKey(Storage), "Tanks of a terminal.")
            {
                Absent = "none",
                Example = "{ size: 6 mb, condition: 20% to 30%, repair-time: 2 to 6 years }",
            },
        ]
    );

    private static IEnumerable<KeyDefinition> Repair() =>
        [
            new("repair-time", new QuantityKey(Rules.Duration), "Time constant with which damage is repaired.")
            {
                Absent = "never repaired",
                Example = "2 to 6 years",
            },
            new("repair-cost", new QuantityKey(Rules.Money), "Cost of repairing it from nothing, which books damage.")
            {
                Absent = "0 USD",
                Example = "50 to 200 MUSD",
            },
        ];
}
