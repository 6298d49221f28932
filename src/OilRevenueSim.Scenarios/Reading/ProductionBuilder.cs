using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Production;

namespace OilRevenueSim.Scenarios.Reading;

/// <summary>Fields and nodes.</summary>
internal static class ProductionBuilder
{
    public static Field Field(SectionValues s) =>
        new()
        {
            Name = s.Identity,
            Area = s.Text("area") ?? "",
            Owner = s.Text("owner") ?? "",
            Capacity = s.Quantity("capacity"),
            Condition = s.Quantity("condition"),
            Workforce = s.OptionalQuantity("workforce"),
            Premium = s.Quantity("premium"),
            LiftingCost = s.Quantity("lifting-cost"),
            RepairTime = s.OptionalQuantity("repair-time"),
            RepairCost = s.OptionalQuantity("repair-cost"),
            Decline = s.OptionalQuantity("decline"),
            Neglect = s.OptionalQuantity("neglect"),
            ShutInLoss = s.OptionalQuantity("shut-in-loss"),
            Restart = s.OptionalQuantity("restart"),
            ShutSince = s.Date("shut-since"),
            At = s.Point("at"),
        };

    public static Node Node(SectionValues s) =>
        new()
        {
            Name = s.Identity,
            Kind = s.Text("kind") switch
            {
                "terminal" => NodeKind.Terminal,
                "refinery" => NodeKind.Refinery,
                "crossing" => NodeKind.Crossing,
                "checkpoint" => NodeKind.Checkpoint,
                "fleet" => NodeKind.Fleet,
                _ => NodeKind.Pipeline,
            },
            Area = s.Text("area") ?? "",
            Owner = s.Text("owner") ?? Actor.Nobody,
            Capacity = s.OptionalQuantity("capacity"),
            Condition = s.Quantity("condition"),
            RepairTime = s.OptionalQuantity("repair-time"),
            RepairCost = s.OptionalQuantity("repair-cost"),
            Yield = s.OptionalQuantity("yield"),
            Uplift = s.OptionalQuantity("uplift"),
            Fee = s.OptionalQuantity("fee"),
            Storage = s.Section("storage") is { } tanks ? Storage(tanks) : null,
            At = s.Point("at"),
        };

    private static Storage Storage(SectionValues s) =>
        new()
        {
            Size = s.Quantity("size"),
            Stock = s.Quantity("stock"),
            Condition = s.Quantity("condition"),
            RepairTime = s.OptionalQuantity("repair-time"),
            RepairCost = s.OptionalQuantity("repair-cost"),
        };
}
