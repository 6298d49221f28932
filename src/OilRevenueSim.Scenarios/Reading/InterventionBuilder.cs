using System.Collections.Immutable;
using OilRevenueSim.Core.Interventions;
using OilRevenueSim.Core.Markets;
using OilRevenueSim.Scenarios.Catalogue;

namespace OilRevenueSim.Scenarios.Reading;

/// <summary>Interventions, their effects, and courses.</summary>
internal sealed class InterventionBuilder(SectionValues top, TheatreIndex theatres, ReadingContext context)
{
    private readonly DriverBuilder drivers = new(theatres, context);

    public Intervention Intervention(SectionValues s) =>
        new()
        {
            Name = s.Identity,
            Label = s.Text("label") ?? s.Identity,
            Stream = s.Text("stream") ?? $"intervention/{s.Identity}",
            From = s.Date("from") ?? top.Date("start") ?? DateOnly.MinValue,
            To = s.Date("to") ?? top.Date("end") ?? DateOnly.MaxValue,
            HasStart = s.Has("from"),
            HasEnd = s.Has("to"),
            When = drivers.Conditions(s, "when", null, null),
            Repeat = s.Flag("repeat"),
            Delay = s.EventLaw("delay"),
            Succeeds = s.OptionalQuantity("succeeds"),
            Effects = ScenarioBuilder.Sorted(s.Sections("effects").Select(e => Effect(e, s.Identity)), e => e.Identity),
        };

    /// <summary>Courses in the order of the file.</summary>
    public ImmutableArray<Course> Courses() =>
        [
            .. (top.Get<List<WrittenCourse>>("courses") ?? []).Select(c => new Course(
                c.Name,
                c.Name,
                ScenarioBuilder.Sorted(c.Interventions, i => i)
            )),
        ];

    private Effect Effect(SectionValues s, string intervention)
    {
        var verb = s.Shape.Keys[0].Name;
        var on = s.Text(verb) ?? "";
        return verb switch
        {
            "changes-from" => Hazard(s, HazardScope.ChangesFrom, on),
            "changes-to" => Hazard(s, HazardScope.ChangesTo, on),
            "changes" => Hazard(s, HazardScope.Change, FullChange(on)),
            "attacks-by" => Hazard(s, HazardScope.AttacksBy, on),
            "blockades-by" => Hazard(s, HazardScope.BlockadesBy, on),
            "strikes-on" => Strike(s, on, intervention),
            "phase" => new PhaseEffect(theatres.OfPhase(s, null), on, s.Flag("hold")) { Identity = s.Identity },
            "holder" => new HolderEffect(on, s.Text("actor") ?? "") { Identity = s.Identity },
            "lift-blockade" => new LiftBlockadeEffect(on) { Identity = s.Identity },
            "blockade" => new ImposeBlockadeEffect(on, s.Text("by") ?? "") { Identity = s.Identity },
            "close" or "open" => new CapacityEffect(on, verb == "open", s.Quantity("factor")) { Identity = s.Identity },
            "passage" => Passage(s),
            "seize" => new SeizeEffect(on, s.Quantity("share"), s.Text("by") ?? "nobody") { Identity = s.Identity },
            "price" => new PriceEffect(
                on,
                s.OptionalQuantity("factor"),
                s.OptionalQuantity("shift"),
                s.OptionalQuantity("cap"),
                s.OptionalQuantity("floor")
            )
            {
                Identity = s.Identity,
            },
            "discount" => new DiscountEffect(on, s.Quantity("shift")) { Identity = s.Identity },
            "transfer" => Transfer(s),
            _ => new FinanceEffect(ScopeOf(verb), on, s.Quantity("factor")) { Identity = s.Identity },
        };
    }

    private static HazardEffect Hazard(SectionValues s, HazardScope scope, string on) =>
        new(scope, on, s.Quantity("hazard-ratio")) { Identity = s.Identity };

    /// <summary>The full identity of a change that may be named without its area.</summary>
    private string FullChange(string name) =>
        context.Names.Has(EntityKind.Change, name)
            ? name
            : context
                .Names.All(EntityKind.Change)
                .FirstOrDefault(c => c.EndsWith("/" + name, StringComparison.Ordinal), name);

    private StrikeEffect Strike(SectionValues s, string on, string intervention) =>
        new()
        {
            Identity = s.Identity,
            On = on,
            Stream = s.Text("stream") ?? $"strike/{intervention}",
            Rate = ScenarioBuilder.Hazard(s),
            Damage = s.EventLaw("damage") ?? EventLawReader.Always(s.AddressOf("damage"), 0.0, Rules.Share),
            Shuts = s.EventLaw("shuts"),
            Targets = ScenarioBuilder.Sorted(s.Has("kinds") ? OfKinds(s.Names("kinds")) : s.Names("targets"), t => t),
            Each = s.Flag("each"),
        };

    /// <summary>All assets of some kinds.</summary>
    private IEnumerable<string> OfKinds(ImmutableArray<string> kinds)
    {
        foreach (var field in top.Sections("fields").Where(_ => kinds.Contains("field", StringComparer.Ordinal)))
        {
            yield return field.Identity;
        }

        foreach (var node in top.Sections("nodes"))
        {
            if (kinds.Contains(node.Text("kind") ?? "", StringComparer.Ordinal))
            {
                yield return node.Identity;
            }

            if (node.Has("storage") && kinds.Contains("tanks", StringComparer.Ordinal))
            {
                yield return node.Identity + ".tanks";
            }
        }
    }

    private static PassageEffect Passage(SectionValues s)
    {
        var pair = s.Section("passage");
        var policy = s.Text("policy") switch
        {
            "pass" => PassagePolicy.Pass,
            "toll" => PassagePolicy.Toll,
            _ => PassagePolicy.Block,
        };
        return new PassageEffect(
            pair?.Text("through") ?? "",
            pair?.Text("of") ?? "",
            policy,
            s.OptionalQuantity("toll"),
            s.OptionalQuantity("share")
        )
        {
            Identity = s.Identity,
        };
    }

    private static TransferEffect Transfer(SectionValues s)
    {
        var pair = s.Section("transfer");
        return new TransferEffect(pair?.Text("from") ?? "", pair?.Text("to") ?? "", s.Quantity("amount"))
        {
            Identity = s.Identity,
        };
    }

    private static FinanceScope ScopeOf(string verb) =>
        verb switch
        {
            "pay" => FinanceScope.Pay,
            "recruitment" => FinanceScope.Recruitment,
            "inflow" => FinanceScope.Inflow,
            "attrition" => FinanceScope.Attrition,
            "other-income" => FinanceScope.OtherIncome,
            _ => FinanceScope.AreaIncome,
        };
}
