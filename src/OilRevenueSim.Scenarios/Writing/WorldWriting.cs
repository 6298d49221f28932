using OilRevenueSim.Core.Control;
using OilRevenueSim.Core.Finance;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Production;

namespace OilRevenueSim.Scenarios.Writing;

/// <summary>Actors, theatres, areas, fields and nodes.</summary>
internal static class WorldWriting
{
    public static SectionDraft Actor(SectionDraft draft, Actor actor)
    {
        draft
            .Text("label", actor.Label, actor.Name)
            .Text(
                "kind",
                actor.Kind switch
                {
                    null => null,
                    ActorKind.ArmedGroup => "armed-group",
                    { } kind => kind.ToString().ToLowerInvariant(),
                }
            )
            .Names("aligned", actor.Aligned)
            .Text("sells", actor.SellsOnOwnAccount ? "own-account" : null)
            .Quantity("skill", actor.Skill)
            .Quantity("retention", actor.Retention)
            .Quantity("retrain-time", actor.RetrainTime)
            .Quantity("upkeep", actor.Upkeep)
            .Quantity("capability", actor.Capability);
        return actor.Finance is { } finance
            ? draft.Put("finance", Finance(draft.Inner("finance"), finance).Node)
            : draft;
    }

    public static SectionDraft Phases(SectionDraft draft, Theatre theatre) =>
        draft
            .Text("start", theatre.StartPhase)
            .Items("changes", theatre.Changes.Select(c => PhaseChange(draft.Item("changes"), c, theatre.Name)));

    public static SectionDraft Area(SectionDraft draft, Area area, DriverWriting drivers) =>
        draft
            .Text("holder", area.Holder)
            .Text("theatre", area.Theatre, "main")
            .Text("owner", area.Owner, Core.Model.Actor.Nobody)
            .Point("at", area.At)
            .Names("neighbours", area.Neighbours)
            .Items("changes", area.Changes.Select(c => Change(draft.Item("changes"), c, area, drivers)));

    public static SectionDraft Field(SectionDraft draft, Field field) =>
        draft
            .Text("area", field.Area)
            .Text("owner", field.Owner)
            .Quantity("capacity", field.Capacity)
            .Quantity("condition", field.Condition)
            .Quantity("workforce", field.Workforce)
            .Quantity("premium", field.Premium)
            .Quantity("lifting-cost", field.LiftingCost)
            .Point("at", field.At)
            .Quantity("repair-time", field.RepairTime)
            .Quantity("repair-cost", field.RepairCost)
            .Quantity("decline", field.Decline)
            .Quantity("neglect", field.Neglect)
            .Quantity("shut-in-loss", field.ShutInLoss)
            .Quantity("restart", field.Restart)
            .Date("shut-since", field.ShutSince);

    public static SectionDraft Node(SectionDraft draft, Node node)
    {
        draft
            .Text("kind", node.Kind.ToString().ToLowerInvariant())
            .Text("area", node.Area)
            .Text("owner", node.Owner, Core.Model.Actor.Nobody)
            .Quantity("capacity", node.Capacity)
            .Quantity("condition", node.Condition)
            .Point("at", node.At)
            .Quantity("repair-time", node.RepairTime)
            .Quantity("repair-cost", node.RepairCost)
            .Quantity("yield", node.Yield)
            .Quantity("uplift", node.Uplift)
            .Quantity("fee", node.Fee);
        return node.Storage is { } tanks
            ? draft.Put(
                "storage",
                draft
                    .Inner("storage")
                    .Quantity("size", tanks.Size)
                    .Quantity("stock", tanks.Stock)
                    .Quantity("condition", tanks.Condition)
                    .Quantity("repair-time", tanks.RepairTime)
                    .Quantity("repair-cost", tanks.RepairCost)
                    .Node
            )
            : draft;
    }

    private static SectionDraft Finance(SectionDraft draft, Finances finance)
    {
        draft
            .Quantity("fighters", finance.Fighters)
            .Quantity("wage", finance.Wage)
            .Quantity("treasury", finance.Treasury);

        // One value for every area has the address of the key itself.
        if (
            finance.AreaIncome is [var first, ..]
            && first.AmountPerYear.Address.EndsWith(".area-income", StringComparison.Ordinal)
        )
        {
            draft.One("area-income", first.AmountPerYear);
        }
        else
        {
            draft.Map("area-income", finance.AreaIncome.Select(i => (i.Area, i.AmountPerYear)));
        }

        return draft
            .Quantity("other-income", finance.OtherIncome)
            .Quantity("spending", finance.Spending)
            .Quantity("reserve", finance.Reserve)
            .Quantity("attrition", finance.Attrition)
            .Quantity("recruitment", finance.Recruitment)
            .Quantity("recruit-elasticity", finance.RecruitElasticity)
            .Quantity("strength-elasticity", finance.StrengthElasticity)
            .Quantity("inflow", finance.Inflow);
    }

    private static SectionDraft PhaseChange(SectionDraft draft, PhaseChange change, string theatre)
    {
        draft.Text("from", change.From).Text("to", change.To);
        var own = draft.OwnIdentity;
        draft.Hazard(change.Rate);
        DriverWriting.Depends(draft, change.Depends, null);
        var usual = change.Identity == own ? $"phase/{theatre}/{own}" : $"phase/{change.Identity}";
        return draft.Identity(change.Identity).Text("stream", change.Stream, usual);
    }

    private static SectionDraft Change(SectionDraft draft, ControlChange change, Area area, DriverWriting drivers)
    {
        draft.Text("from", change.From).Text("to", change.To);
        var own = draft.OwnIdentity;
        draft.Hazard(change.BaseRate);
        drivers.Write(
            draft,
            change.Drivers with
            {
                PhaseRatios = change.PhaseRatios,
                PerNeighbour = change.PerNeighbour,
                PriceElasticity = change.PriceElasticity,
                Follows = change.Follows,
            },
            change.To
        );
        draft.Names("takes-with", change.TakesWith);
        if (change is { StabilisedRatio: { } ratio, StabilisedFor: { } time })
        {
            draft.Put("stabilised", draft.Inner("stabilised").Quantity("ratio", ratio).Quantity("time", time).Node);
        }

        var usual = change.Identity == own ? $"control/{area.Name}/{own}" : $"control/{change.Identity}";
        return draft.Identity(change.Identity).Text("stream", change.Stream, usual);
    }
}
