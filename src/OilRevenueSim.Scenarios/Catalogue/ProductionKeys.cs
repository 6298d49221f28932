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
            KeyDefinition.Later("repair-time", "Time constant of repair."),
            KeyDefinition.Later("repair-cost", "Cost of full repair."),
            KeyDefinition.Later("decline", "Natural decline of output."),
            KeyDefinition.Later("neglect", "Decline that missing upkeep adds."),
            KeyDefinition.Later("shut-in-loss", "Loss of output while shut in."),
            KeyDefinition.Later("restart", "Speed of restart."),
            KeyDefinition.Later("shut-since", "Date since which it stands still."),
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
            KeyDefinition.Later("storage", "Tanks of a terminal."),
            KeyDefinition.Later("repair-time", "Time constant of repair."),
            KeyDefinition.Later("repair-cost", "Cost of full repair."),
            KeyDefinition.Later("yield", "Product per barrel of crude in a refinery."),
            KeyDefinition.Later("uplift", "Price of product over crude."),
            KeyDefinition.Later("fee", "Fee per barrel."),
        ]
    );
}
