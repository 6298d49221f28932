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
            At = s.Point("at"),
        };
}
