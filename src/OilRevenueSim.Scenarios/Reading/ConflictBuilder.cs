using OilRevenueSim.Core.Control;
using OilRevenueSim.Core.Finance;
using OilRevenueSim.Core.Markets;
using OilRevenueSim.Core.Production;
using OilRevenueSim.Scenarios.Catalogue;

namespace OilRevenueSim.Scenarios.Reading;

/// <summary>Attacks, blockades, taps, transfers and finances.</summary>
internal sealed class ConflictBuilder(TheatreIndex theatres, ReadingContext context)
{
    private readonly DriverBuilder drivers = new(theatres, context);

    public Attack Attack(SectionValues s)
    {
        var targets = ScenarioBuilder.Sorted(s.Names("targets"), t => t);
        var by = s.Text("by") ?? "";
        return new Attack
        {
            Identity = s.Identity,
            Stream = s.Text("stream") ?? $"attack/{s.Identity}",
            By = by,
            Targets = targets,
            Rate = ScenarioBuilder.Hazard(s),
            Damage = s.EventLaw("damage") ?? EventLawReader.Always(s.AddressOf("damage"), 0.0, Rules.Share),
            Shuts = s.EventLaw("shuts"),
            Each = s.Flag("each"),
            Own = s.Flag("own"),
            Clustering = s.Section("clustering") is { } c
                ? new AttackClustering(c.Quantity("adds"), c.Quantity("fades"))
                : null,
            Drivers = drivers.All(s, by, theatres.OfPlaces(targets)),
        };
    }

    public Blockade Blockade(SectionValues s)
    {
        var places = ScenarioBuilder.Sorted(s.Names("at"), p => p);
        var by = s.Text("by") ?? "";
        return new Blockade
        {
            Identity = s.Identity,
            Stream = s.Text("stream") ?? $"blockade/{s.Identity}",
            By = by,
            At = places,
            Rate = ScenarioBuilder.Hazard(s),
            Lasts = s.EventLaw("lasts") ?? EventLawReader.Always(s.AddressOf("lasts"), double.NaN, Rules.Duration),
            ActiveSince = s.Date("active-since"),
            ActiveAtStart = s.Flag("active-at-start"),
            Requires = s.Text("requires") switch
            {
                "presence" => BlockadeRequirement.Presence,
                "none" => BlockadeRequirement.None,
                _ => BlockadeRequirement.Holds,
            },
            Drivers = drivers.All(s, by, theatres.OfPlaces(places)),
        };
    }

    public Tap Tap(SectionValues s)
    {
        var (by, at) = (s.Text("by") ?? "", s.Text("at") ?? "");
        return new Tap
        {
            Identity = s.Identity,
            By = by,
            At = at,
            Share = s.Quantity("share"),
            Discount = s.Quantity("discount"),
            Transport = s.Quantity("transport"),
            While = drivers.Conditions(s, "while", by, theatres.OfPlaces([at])),
        };
    }

    public Transfer Transfer(SectionValues s) =>
        new()
        {
            Identity = s.Identity,
            From = s.Text("from") ?? "",
            To = s.Text("to") ?? "",
            Amount = s.Quantity("amount"),
            While = drivers.Conditions(s, "while", null, null),
            FromDate = s.Date("from-date"),
            ToDate = s.Date("to-date"),
        };

    /// <summary>Finances; one area income stands for every area.</summary>
    public Finances? Finance(SectionValues? s) =>
        s is null
            ? null
            : new Finances
            {
                Fighters = s.Quantity("fighters"),
                Wage = s.Quantity("wage"),
                Treasury = s.Quantity("treasury"),
                AreaIncome = ScenarioBuilder.Sorted(
                    s.Map("area-income")
                        .SelectMany(e =>
                            e.Key.Length > 0
                                ? [new AreaIncome(e.Key, e.Quantity)]
                                : context.Names.All(EntityKind.Area).Select(a => new AreaIncome(a, e.Quantity))
                        ),
                    i => i.Area
                ),
                OtherIncome = s.Quantity("other-income"),
                Spending = s.Quantity("spending"),
                Reserve = s.Quantity("reserve"),
                Attrition = s.Quantity("attrition"),
                Recruitment = s.OptionalQuantity("recruitment"),
                RecruitElasticity = s.Quantity("recruit-elasticity"),
                StrengthElasticity = s.Quantity("strength-elasticity"),
                Inflow = s.Quantity("inflow"),
            };
}
