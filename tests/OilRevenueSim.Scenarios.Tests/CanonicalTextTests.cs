using OilRevenueSim.Core.Control;
using OilRevenueSim.Core.Finance;
using OilRevenueSim.Core.Interventions;
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
            "Actors Areas Attacks Benchmarks Blockades ContentHash Correlations Courses End Fields Files Focus Interventions Markets Name Nodes Overrides Parameters Passage PriceCorrelations Quantities Question Record Routes Start State Step Taps Theatres Thresholds Title Transfers Warnings WrittenNumbers"
        ),
        (
            typeof(Actor),
            "Aligned Capability Finance Kind Label Name Retention RetrainTime SellsOnOwnAccount Skill Upkeep"
        ),
        (
            typeof(Finances),
            "AreaIncome Attrition Fighters Inflow OtherIncome RecruitElasticity Recruitment Reserve Spending StrengthElasticity Treasury Wage"
        ),
        (typeof(AreaIncome), "AmountPerYear Area"),
        (typeof(Area), "At Changes Holder Name Neighbours Owner Theatre"),
        (
            typeof(ControlChange),
            "BaseRate Drivers Follows From Identity PerNeighbour PhaseRatios PriceElasticity StabilisedFor StabilisedRatio Stream TakesWith To"
        ),
        (typeof(HazardDrivers), "Depends Follows PerNeighbour PhaseRatios PriceElasticity StrengthElasticity While"),
        (typeof(HoldsDependency), "Area By Ratio"),
        (typeof(StrengthDependency), "Actor Elasticity"),
        (typeof(PayDependency), "Actor Elasticity"),
        (typeof(HoldsCondition), "Area By"),
        (typeof(PhaseCondition), "Phase Theatre"),
        (typeof(PriceCondition), "Above Benchmark Price"),
        (typeof(RevenueCondition), "Above Actor"),
        (typeof(Theatre), "Changes Name Phases StartPhase"),
        (typeof(PhaseChange), "Depends From Identity Rate Stream To"),
        (
            typeof(Field),
            "Area At Capacity Condition Decline LiftingCost Name Neglect Owner Premium RepairCost RepairTime Restart ShutInLoss ShutSince Workforce"
        ),
        (typeof(Node), "Area At Capacity Condition Fee Kind Name Owner RepairCost RepairTime Storage Uplift Yield"),
        (typeof(Storage), "Condition RepairCost RepairTime Size Stock"),
        (typeof(Market), "At Demand Name Price Proceeds Sellers"),
        (typeof(LinkedPrice), "Benchmark Differential DifferentialWander Discount DiscountWander Floor"),
        (typeof(LocalPrice), "Elasticity Floor Follows Level LevelWander Reference"),
        (typeof(Route), "Capacity Fields Identity Priority SeizedBy Seizure To Transport Via"),
        (typeof(PassageRule), "At Identity Of Phase Policy Through TollInKind TollPerBarrel TollShare"),
        (typeof(Attack), "By Clustering Damage Drivers Each Identity Own Rate Shuts Stream Targets"),
        (typeof(AttackClustering), "Adds Fades"),
        (typeof(Blockade), "ActiveAtStart ActiveSince At By Drivers Identity Lasts Rate Requires Stream"),
        (typeof(Tap), "At By Discount Identity Share Transport While"),
        (typeof(Transfer), "Amount From FromDate Identity To ToDate While"),
        (typeof(Intervention), "Delay Effects From HasEnd HasStart Label Name Repeat Stream Succeeds To When"),
        (typeof(Course), "Interventions Label Name"),
        (typeof(HazardEffect), "Identity Object Ratio Scope"),
        (typeof(StrikeEffect), "Damage Each Identity On Rate Shuts Stream Targets"),
        (typeof(PhaseEffect), "Hold Identity Phase Theatre"),
        (typeof(HolderEffect), "Actor Area Identity"),
        (typeof(LiftBlockadeEffect), "Identity Object"),
        (typeof(ImposeBlockadeEffect), "By Identity Place"),
        (typeof(CapacityEffect), "Factor Identity Object Open"),
        (typeof(PassageEffect), "Identity Of Policy Through TollPerBarrel TollShare"),
        (typeof(SeizeEffect), "By Identity Object Share"),
        (typeof(PriceEffect), "Cap Factor Floor Identity Object Shift"),
        (typeof(DiscountEffect), "Identity Market Shift"),
        (typeof(FinanceEffect), "Actor Factor Identity Scope"),
        (typeof(TransferEffect), "AmountPerYear From Identity To"),
        (typeof(EventLaw), "Address Dimension Law Parts Provenance Range Shape Text"),
        (typeof(Wander), "HalfLife StandardDeviation"),
        (typeof(ConstantBenchmark), "Cap Floor Name Spot Stream Streams"),
        (typeof(CurveBenchmark), "Cap Floor Name Points Stream Streams"),
        (typeof(GbmBenchmark), "Cap Drift Floor Jumps Name Spot Stream Streams Volatility"),
        (typeof(SchwartzBenchmark), "Cap Floor HalfLife Jumps LongRun Name Spot Stream Streams Volatility"),
        (
            typeof(SchwartzSmithBenchmark),
            "Cap Drift FactorCorrelation Floor HalfLife LongVolatility Name ShortDeviation ShortVolatility Spot Stream Streams"
        ),
        (typeof(RegimesBenchmark), "Cap Changes Floor Name Sets Spot Start Stream Streams"),
        (typeof(BootstrapBenchmark), "BlockLength Cap File FileSha256 Floor History Name Spot Stream Streams"),
        (typeof(PriceJumps), "Mean Rate StandardDeviation"),
        (typeof(PriceRegime), "Drift HalfLife LongRun Name Volatility"),
        (typeof(RegimeChange), "From Identity Rate Stream To"),
        (typeof(PriceCorrelation), "First Second Value"),
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
