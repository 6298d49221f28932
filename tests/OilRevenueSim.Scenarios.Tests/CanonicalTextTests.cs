using OilRevenueSim.Core.Control;
using OilRevenueSim.Core.Markets;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Prices;
using OilRevenueSim.Core.Production;
using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim.Scenarios.Tests;

public sealed class CanonicalTextTests
{
    /// <summary>Every property of what a scenario is made of, as CanonicalText knew it when this list was last changed.</summary>
    private static readonly (Type Type, string Properties)[] Known =
    [
        (
            typeof(Scenario),
            "Actors Areas Benchmarks ContentHash Correlations End Fields Files Focus Markets Name Nodes Overrides Parameters Passage Quantities Question Routes Start State Step Theatres Thresholds Title Warnings WrittenNumbers"
        ),
        (typeof(Actor), "Aligned Kind Label Name Retention RetrainTime SellsOnOwnAccount Skill"),
        (typeof(Area), "At Changes Holder Name Neighbours Theatre"),
        (typeof(ControlChange), "BaseRate Follows From Identity PerNeighbour PhaseRatios PriceElasticity Stream To"),
        (typeof(Theatre), "Changes Name Phases StartPhase"),
        (typeof(PhaseChange), "From Identity Rate Stream To"),
        (typeof(Field), "Area At Capacity Condition LiftingCost Name Owner Premium Workforce"),
        (typeof(Node), "Area At Capacity Condition Kind Name Owner"),
        (typeof(Market), "At Demand Name Price Proceeds Sellers"),
        (typeof(LinkedPrice), "Benchmark Differential Discount Floor"),
        (typeof(LocalPrice), "Elasticity Floor Follows Level Reference"),
        (typeof(Route), "Capacity Fields Identity Priority To Transport Via"),
        (typeof(PassageRule), "At Identity Of Phase Policy Through TollInKind TollPerBarrel TollShare"),
        (typeof(ConstantBenchmark), "Name Spot Stream"),
        (typeof(CurveBenchmark), "Name Points Stream"),
        (typeof(GbmBenchmark), "Drift Name Spot Stream Volatility"),
        (typeof(SchwartzBenchmark), "HalfLife LongRun Name Spot Stream Volatility"),
        (typeof(Quantity), "Address Conversion Dimension DrawAddress Law Parameter Provenance Range Text WindowYears"),
    ];

    [Fact]
    public void Every_property_of_a_scenario_has_been_considered_for_the_content_hash()
    {
        foreach (var (type, properties) in Known)
        {
            var found = string.Join(
                ' ',
                type.GetProperties()
                    .Where(p => p.GetMethod is { IsStatic: false })
                    .Select(p => p.Name)
                    .Order(StringComparer.Ordinal)
            );
            Assert.True(
                properties == found,
                $"{type.Name} has changed: decide whether the new property belongs into CanonicalText, then bring this list up to date.\nknown {properties}\nfound {found}"
            );
        }
    }
}
