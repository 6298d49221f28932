using OilRevenueSim.Core.Markets;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim.Scenarios.Explaining;

/// <summary>Markets, routes and passage in sentences.</summary>
internal sealed class TradeProse(Scenario scenario, WorldProse world)
{
    public IEnumerable<string> Markets()
    {
        foreach (var market in scenario.Markets)
        {
            var sellers = market.Sellers.IsEmpty ? "Anyone" : WorldProse.And(market.Sellers.Select(world.Label));
            var demand = market.Demand is null ? "" : $" It takes at most {QuantityText.Of(market.Demand)}.";
            var proceeds = market.Proceeds.IsEmpty
                ? ""
                : $" What is left after lifting, transport and tolls goes to {WorldProse.And(market.Proceeds.Select(p => $"{world.Label(p.Actor)} ({QuantityText.Of(p.Share)})"))}.";
            yield return $"{market.Name}: the price is {Price(market.Price)}. {sellers} may sell here.{demand}{proceeds}";
        }
    }

    public IEnumerable<string> Routes()
    {
        for (var i = 0; i < scenario.Routes.Length; i++)
        {
            var route = scenario.Routes[i];
            var via = route.Via.IsEmpty ? "" : $" through {WorldProse.And(route.Via)}";
            var costs = route.Transport.Law is CertainLaw { Value: 0.0 }
                ? ""
                : $", for {QuantityText.Of(route.Transport)}";
            var most = route.Capacity is null ? "" : $", at most {QuantityText.Of(route.Capacity)}";
            var name = route.Identity.Contains('>', StringComparison.Ordinal) ? "" : $" (named {route.Identity})";
            yield return $"{i + 1}. Oil of {WorldProse.And(route.Fields)} goes{via} to {route.To}{costs}{most}{Seized(route)}{name}.";
        }
    }

    public IEnumerable<string> Passage()
    {
        yield return "At the gates of another, oil passes if the two are aligned, else it is stopped, except:";
        foreach (var rule in scenario.Passage)
        {
            var of = rule.Of.IsEmpty ? "anyone" : WorldProse.And(rule.Of.Select(world.Label));
            var at = rule.At.IsEmpty ? "" : $" at {WorldProse.And(rule.At)}";
            var phase = rule.Phase is null ? "" : $" while {rule.Phase} rules";
            var does = rule.Policy switch
            {
                PassagePolicy.Pass => "lets pass free the oil of",
                PassagePolicy.Toll => $"lets pass {Toll(rule)} the oil of",
                _ => "stops the oil of",
            };
            yield return $"    {world.Label(rule.Through)} {does} {of}{at}{phase}.";
        }
    }

    private string Seized(Route route) =>
        route.Seizure is null ? ""
        : route.SeizedBy == Actor.Nobody ? $"; {QuantityText.Of(route.Seizure)} is seized on the way"
        : $"; {world.Label(route.SeizedBy)} seizes {QuantityText.Of(route.Seizure)} on the way";

    private static string Toll(PassageRule rule) =>
        (rule.TollPerBarrel, rule.TollShare, rule.TollInKind) switch
        {
            ({ } toll, _, _) => $"for {QuantityText.Of(toll)}",
            (_, { } share, _) => $"for {QuantityText.Of(share)} of its value",
            (_, _, { } kind) => $"for {QuantityText.Of(kind)} of the barrels",
            _ => "for a toll",
        };

    private static string Price(MarketPrice price)
    {
        var text = price switch
        {
            LinkedPrice linked => linked.Benchmark
                + (
                    IsZero(linked.Discount)
                        ? ""
                        : $" less {QuantityText.Of(linked.Discount)}{PriceProse.Wandering(linked.DiscountWander, " in log odds")}"
                )
                + (
                    IsZero(linked.Differential) && linked.DifferentialWander is null
                        ? ""
                        : $" plus {QuantityText.Of(linked.Differential)}{PriceProse.Wandering(linked.DifferentialWander, "")}"
                ),
            LocalPrice { Follows: { } follows } local =>
                $"{Level(local)}, following {follows} with an elasticity of {QuantityText.Of(local.Elasticity)}"
                    + (local.Reference is null ? "" : $" from {QuantityText.Of(local.Reference)}"),
            LocalPrice local => Level(local),
            _ => "",
        };
        return text + (IsZero(price.Floor) ? "" : $", at least {QuantityText.Of(price.Floor)}");
    }

    private static string Level(LocalPrice local) =>
        QuantityText.Of(local.Level) + PriceProse.Wandering(local.LevelWander, " in logarithms");

    private static bool IsZero(Quantity quantity) => quantity.Law is CertainLaw { Value: 0.0 };
}
