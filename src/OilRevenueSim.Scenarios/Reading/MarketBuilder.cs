using OilRevenueSim.Core.Markets;

namespace OilRevenueSim.Scenarios.Reading;

/// <summary>Markets, routes and passage rules.</summary>
internal static class MarketBuilder
{
    public static Market Market(SectionValues s, ReadingContext context) =>
        new()
        {
            Name = s.Identity,
            Price = s.Section("price") is { } price
                ? PriceBuilder.MarketPrice(price, context)
                : new LinkedPrice
                {
                    Benchmark = "",
                    Discount = SectionValues.Placeholder(s.AddressOf("price.discount")),
                    Differential = SectionValues.Placeholder(s.AddressOf("price.differential")),
                    Floor = SectionValues.Placeholder(s.AddressOf("price.floor")),
                },
            Sellers = ScenarioBuilder.Sorted(s.Names("sellers"), n => n),
            Proceeds = ScenarioBuilder.Sorted(
                s.Map("proceeds").Select(e => new ProceedsShare(e.Key, e.Quantity)),
                p => p.Actor
            ),
            Demand = s.OptionalQuantity("demand"),
            At = s.Point("at"),
        };

    public static Route Route(SectionValues s) =>
        new()
        {
            Identity = s.Identity,
            Fields = ScenarioBuilder.Sorted(s.Names("fields"), n => n),
            Via = s.Names("via"),
            To = s.Text("to") ?? "",
            Transport = s.Quantity("transport"),
            Capacity = s.OptionalQuantity("capacity"),
            Seizure = s.OptionalQuantity("seizure"),
            SeizedBy = s.Text("seized-by") ?? "nobody",
            Priority = s.WholeNumber("priority") ?? 0,
        };

    public static PassageRule Passage(SectionValues s) =>
        new()
        {
            Identity = s.Identity,
            Through = s.Text("through") ?? "",
            Of = ScenarioBuilder.Sorted(s.Names("of"), n => n),
            At = ScenarioBuilder.Sorted(s.Names("at"), n => n),
            Phase = s.Text("phase"),
            Policy = s.Text("policy") switch
            {
                "pass" => PassagePolicy.Pass,
                "toll" => PassagePolicy.Toll,
                _ => PassagePolicy.Block,
            },
            TollPerBarrel = s.OptionalQuantity("toll"),
            TollShare = s.OptionalQuantity("share"),
            TollInKind = s.OptionalQuantity("in-kind"),
        };
}
