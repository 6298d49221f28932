using OilRevenueSim.Core.Control;
using OilRevenueSim.Core.Interventions;
using OilRevenueSim.Core.Markets;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Production;

namespace OilRevenueSim.Scenarios.Writing;

/// <summary>Attacks, blockades, taps, transfers and interventions.</summary>
internal sealed class ConflictWriting(Scenario scenario, DriverWriting drivers)
{
    public SectionDraft Attack(SectionDraft draft, Attack attack)
    {
        draft
            .Text("by", attack.By)
            .Names("targets", attack.Targets)
            .Hazard(attack.Rate)
            .EventLaw("damage", attack.Damage)
            .EventLaw("shuts", attack.Shuts)
            .Flag("each", attack.Each)
            .Flag("own", attack.Own);
        if (attack.Clustering is { } clustering)
        {
            draft.Put(
                "clustering",
                draft.Inner("clustering").Quantity("adds", clustering.Adds).Quantity("fades", clustering.Fades).Node
            );
        }

        drivers.Write(draft, attack.Drivers, attack.By);
        return Identified(draft, attack.Identity, attack.Stream, "attack/");
    }

    public SectionDraft Blockade(SectionDraft draft, Blockade blockade)
    {
        draft
            .Text("by", blockade.By)
            .Names("at", blockade.At)
            .Hazard(blockade.Rate)
            .EventLaw("lasts", blockade.Lasts)
            .Date("active-since", blockade.ActiveSince)
            .Flag("active-at-start", blockade.ActiveAtStart)
            .Text("requires", blockade.Requires.ToString().ToLowerInvariant(), "holds");
        drivers.Write(draft, blockade.Drivers, blockade.By);
        return Identified(draft, blockade.Identity, blockade.Stream, "blockade/");
    }

    public SectionDraft Tap(SectionDraft draft, Tap tap)
    {
        draft
            .Text("by", tap.By)
            .Text("at", tap.At)
            .Quantity("share", tap.Share)
            .Quantity("discount", tap.Discount)
            .Quantity("transport", tap.Transport);
        drivers.Conditions(draft, "while", tap.While, tap.By);
        return draft.Identity(tap.Identity);
    }

    public SectionDraft Transfer(SectionDraft draft, Transfer transfer)
    {
        draft
            .Text("from", transfer.From)
            .Text("to", transfer.To)
            .Quantity("amount", transfer.Amount)
            .Date("from-date", transfer.FromDate)
            .Date("to-date", transfer.ToDate);
        drivers.Conditions(draft, "while", transfer.While, null);
        return draft.Identity(transfer.Identity);
    }

    public SectionDraft Intervention(SectionDraft draft, Intervention intervention)
    {
        draft
            .Text("label", intervention.Label, intervention.Name)
            .Date("from", intervention.HasStart ? intervention.From : null)
            .Date("to", intervention.HasEnd ? intervention.To : null);
        drivers.Conditions(draft, "when", intervention.When, null);
        return draft
            .Flag("repeat", intervention.Repeat)
            .EventLaw("delay", intervention.Delay)
            .Quantity("succeeds", intervention.Succeeds)
            .Items("effects", intervention.Effects.Select(e => Effect(draft, e, intervention.Name)))
            .Text("stream", intervention.Stream, $"intervention/{intervention.Name}");
    }

    private static SectionDraft Identified(SectionDraft draft, string identity, string stream, string prefix) =>
        draft.Identity(identity).Text("stream", stream, prefix + (identity.Length == 0 ? draft.OwnIdentity : identity));

    private SectionDraft Effect(SectionDraft intervention, Effect effect, string name)
    {
        SectionDraft Verb(string verb, string on) => intervention.Variant("effects", verb).Text(verb, on);
        var draft = effect switch
        {
            HazardEffect { Scope: HazardScope.Change } e => Verb("changes", ChangeOf(e))
                .Quantity("hazard-ratio", e.Ratio),
            HazardEffect e => Verb(VerbOf(e.Scope), e.Object).Quantity("hazard-ratio", e.Ratio),
            StrikeEffect e => Verb("strikes-on", e.On)
                .Hazard(e.Rate)
                .EventLaw("damage", e.Damage)
                .EventLaw("shuts", e.Shuts)
                .Flag("each", e.Each)
                .Names("targets", e.Targets)
                .Text("stream", e.Stream, $"strike/{name}"),
            PhaseEffect e => Verb("phase", e.Phase)
                .Text("theatre", scenario.Theatres.Length > 1 ? e.Theatre : null)
                .Flag("hold", e.Hold),
            HolderEffect e => Verb("holder", e.Area).Text("actor", e.Actor),
            LiftBlockadeEffect e => Verb("lift-blockade", e.Object),
            ImposeBlockadeEffect e => Verb("blockade", e.Place).Text("by", e.By),
            CapacityEffect e => Verb(e.Open ? "open" : "close", e.Object).Quantity("factor", e.Factor),
            PassageEffect e => Pair(intervention, "passage", ("through", e.Through), ("of", e.Of))
                .Text("policy", e.Policy.ToString().ToLowerInvariant())
                .Quantity("toll", e.TollPerBarrel)
                .Quantity("share", e.TollShare),
            SeizeEffect e => Verb("seize", e.Object).Quantity("share", e.Share).Text("by", e.By, Actor.Nobody),
            PriceEffect e => Verb("price", e.Object)
                .Quantity("factor", e.Factor)
                .Quantity("shift", e.Shift)
                .Quantity("cap", e.Cap)
                .Quantity("floor", e.Floor),
            DiscountEffect e => Verb("discount", e.Market).Quantity("shift", e.Shift),
            FinanceEffect e => Verb(VerbOf(e.Scope), e.Actor).Quantity("factor", e.Factor),
            TransferEffect e => Pair(intervention, "transfer", ("from", e.From), ("to", e.To))
                .Quantity("amount", e.AmountPerYear),
            _ => throw new InvalidOperationException($"No text for {effect.GetType().Name}."),
        };
        return draft.Identity(effect.Identity);
    }

    private static SectionDraft Pair(
        SectionDraft intervention,
        string verb,
        (string Key, string Name) first,
        (string Key, string Name) second
    )
    {
        var draft = intervention.Variant("effects", verb);
        return draft.Put(verb, draft.Inner(verb).Text(first.Key, first.Name).Text(second.Key, second.Name).Node);
    }

    /// <summary>A change as the author named it: without its area where that was enough.</summary>
    private static string ChangeOf(HazardEffect effect)
    {
        const string Prefix = "changes/";
        var written = effect.Identity.StartsWith(Prefix, StringComparison.Ordinal)
            ? effect.Identity[Prefix.Length..]
            : "";
        return written.Length > 0 && effect.Object.EndsWith("/" + written, StringComparison.Ordinal)
            ? written
            : effect.Object;
    }

    private static string VerbOf(HazardScope scope) =>
        scope switch
        {
            HazardScope.ChangesFrom => "changes-from",
            HazardScope.ChangesTo => "changes-to",
            HazardScope.AttacksBy => "attacks-by",
            _ => "blockades-by",
        };

    private static string VerbOf(FinanceScope scope) =>
        scope switch
        {
            FinanceScope.Pay => "pay",
            FinanceScope.Recruitment => "recruitment",
            FinanceScope.Inflow => "inflow",
            FinanceScope.Attrition => "attrition",
            FinanceScope.OtherIncome => "other-income",
            _ => "area-income",
        };
}
