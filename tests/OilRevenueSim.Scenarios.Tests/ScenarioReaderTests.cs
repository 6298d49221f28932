using OilRevenueSim.Core.Markets;
using OilRevenueSim.Core.Prices;
using OilRevenueSim.Core.Time;
using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim.Scenarios.Tests;

public sealed class ScenarioReaderTests
{
    [Fact]
    public void Example_is_read_from_disk_without_findings()
    {
        var reading = ScenarioReader.Read(ExampleFiles.PathOf("libya-small.yaml"));
        Assert.Equal([], reading.Diagnostics.Select(d => d.Render()));
        var scenario = reading.Scenario!;
        Assert.Equal("libya-small", scenario.Name);
        Assert.Equal(new DateOnly(2016, 2, 1), scenario.Start);
        Assert.Equal(new DateOnly(2017, 12, 31), scenario.End);
        Assert.Equal(StepLength.Week, scenario.Step);
        Assert.Equal([1e7, 1e8, 1e9, 2e9], scenario.Thresholds.Select(t => t.Value));
        Assert.Equal(64, scenario.ContentHash.Length);
        Assert.Equal(["libya-small.yaml"], scenario.Files.Select(f => f.Name));
    }

    [Fact]
    public void A_change_draws_from_its_place_or_from_its_name_where_it_has_one()
    {
        // model.md §2: the identity is the name if given, else AREA/FROM>TO.
        string StreamOf(string text) =>
            ExampleFiles
                .Read(text)
                .Scenario!.Areas.Single(a => a.Name == "oil-crescent")
                .Changes.Single(c => c is { From: "guards", To: "lna" })
                .Stream;
        const string Change = "to: lna, every: 12 to 36 months";
        Assert.Equal("control/oil-crescent/guards>lna", StreamOf(ExampleFiles.Small));
        Assert.Equal("control/dawn", StreamOf(ExampleFiles.Small.Replace(Change, Change + ", name: dawn")));
        Assert.Equal(
            "control/old",
            StreamOf(ExampleFiles.Small.Replace(Change, Change + ", name: dawn, stream: control/old"))
        );
    }

    [Fact]
    public void Lists_are_sorted_by_name_and_relations_hold_on_both_sides()
    {
        var scenario = ExampleFiles.Read(ExampleFiles.Small).Scenario!;
        Assert.Equal(
            ["central-bank", "guards", "islamic-state", "lna", "noc", "presidency-council"],
            scenario.Actors.Select(a => a.Name)
        );
        Assert.Equal(["central-fields", "oil-crescent", "sirte", "waha-fields"], scenario.Areas.Select(a => a.Name));
        Assert.Equal(["oil-crescent", "sirte"], scenario.Areas[0].Neighbours);
        Assert.Equal(["oil-crescent"], scenario.Areas[3].Neighbours);
        Assert.Equal(["guards", "lna", "presidency-council"], scenario.Actors.Single(a => a.Name == "noc").Aligned);
        Assert.Equal(
            ["guards>islamic-state", "guards>lna", "islamic-state>lna"],
            scenario.Areas[1].Changes.Select(c => c.Identity)
        );
        Assert.Equal("control/oil-crescent/guards>lna", scenario.Areas[1].Changes[1].Stream);
        Assert.Equal(
            ["mabruk+waha-group>waha-line>es-sider>export", "mabruk+waha-group>trucks"],
            scenario.Routes.Select(r => r.Identity)
        );
        Assert.Equal(["rival-governments", "unity-government"], scenario.Theatres.Single().Phases);
    }

    [Fact]
    public void Quantities_are_in_base_units_with_the_law_of_their_domain()
    {
        var scenario = ExampleFiles.Read(ExampleFiles.Small).Scenario!;
        var brent = Assert.IsType<SchwartzBenchmark>(scenario.Benchmarks.Single());
        Assert.Equal(new CertainLaw(32.45), brent.Spot.Law);
        var halfLife = Assert.IsType<LogNormalLaw>(brent.HalfLife.Law);
        Assert.Equal(Math.Sqrt(8.0 * 20.0) / 12.0, Math.Exp(halfLife.LogMean), 12);
        var waha = scenario.Fields.Single(f => f.Name == "waha-group");
        Assert.Equal(
            350e3,
            Math.Exp(
                ((LogNormalLaw)waha.Capacity.Law).LogMean
                    + (1.6448536269514722 * ((LogNormalLaw)waha.Capacity.Law).LogStandardDeviation)
            ),
            4
        );
        Assert.IsType<LogitNormalLaw>(waha.Condition.Law);
        var export = Assert.IsType<LinkedPrice>(scenario.Markets[0].Price);
        Assert.Equal(-0.75, Assert.IsType<NormalLaw>(export.Differential.Law).Mean, 12);
        Assert.Equal(new UniformLaw(0.0, 0.15), scenario.Fields[0].Condition.Law);
        Assert.Equal("parameters.crescent-condition", scenario.Nodes[0].Condition.DrawAddress);
        Assert.Equal("nodes.es-sider.condition", scenario.Nodes[0].Condition.Address);
    }

    [Fact]
    public void Every_rate_and_chance_give_hazards_with_their_conversion()
    {
        var scenario = ExampleFiles.Read(ExampleFiles.Small).Scenario!;
        var every = scenario.Areas[1].Changes[1].BaseRate;
        Assert.Equal(
            (Conversion.MeanTimeToRate, "areas.oil-crescent.changes.guards>lna.every"),
            (every.Conversion, every.Address)
        );
        var chance = scenario.Areas[0].Changes.Single().BaseRate;
        Assert.Equal((Conversion.ChanceToRate, 1.0), (chance.Conversion, chance.WindowYears));
        Assert.IsType<LogitNormalLaw>(chance.Law);
        var rates = scenario.Areas[3].Changes;
        Assert.Equal(new CertainLaw(0.02 * 12.0), rates[0].BaseRate.Law);
        Assert.Equal((Conversion.ChanceToRate, 1.0), (rates[1].BaseRate.Conversion, rates[1].BaseRate.WindowYears));
    }

    [Fact]
    public void Set_replaces_a_quantity_and_every_chance_rate_replace_one_another()
    {
        var scenario = ExampleFiles
            .Read(
                ExampleFiles.Small,
                QuantityOverride.Parse("benchmarks.brent.spot=40 USD/bbl"),
                QuantityOverride.Parse("areas.oil-crescent.changes.guards>islamic-state.chance=20% within 12 months"),
                QuantityOverride.Parse("end=2016-12"),
                QuantityOverride.Parse("fields.mabruk.lifting-cost=2 to 3 USD/bbl")
            )
            .Scenario!;
        Assert.Equal(new CertainLaw(40.0), ((SchwartzBenchmark)scenario.Benchmarks[0]).Spot.Law);
        Assert.Equal(new CertainLaw(0.2), scenario.Areas[1].Changes[0].BaseRate.Law);
        Assert.Equal(Conversion.ChanceToRate, scenario.Areas[1].Changes[0].BaseRate.Conversion);
        Assert.Equal(new DateOnly(2016, 12, 31), scenario.End);
        Assert.IsType<LogNormalLaw>(scenario.Fields[0].LiftingCost.Law);
    }

    [Fact]
    public void Units_formatting_and_order_do_not_change_the_content_hash()
    {
        var hash = ExampleFiles.Read(ExampleFiles.Small).Scenario!.ContentHash;
        string[] same =
        [
            ExampleFiles.With("capacity: 360 kb/d", "capacity: 360000 b/d"),
            ExampleFiles.With("100 MUSD, 1 bnUSD", "1000 MUSD, 100000 kUSD"),
            ExampleFiles.With("every: 2 to 5 years", "every: 24 to 60 months"),
            ExampleFiles.With("label: Libyan National Army", "label: LNA"),
            ExampleFiles.With("spot: 32.45 USD/bbl ", "spot: { value: 32.45 USD/bbl, source: EIA, grade: read } "),
            ExampleFiles.With("sellers: any\n", "\n"),
        ];
        Assert.All(same, text => Assert.Equal(hash, ExampleFiles.Read(text).Scenario!.ContentHash));
    }

    [Fact]
    public void Any_change_of_a_number_a_name_or_a_rule_changes_the_content_hash()
    {
        var hash = ExampleFiles.Read(ExampleFiles.Small).Scenario!.ContentHash;
        string[] other =
        [
            ExampleFiles.With("capacity: 360 kb/d", "capacity: 361 kb/d"),
            ExampleFiles.With("policy: pass", "policy: block"),
            ExampleFiles.With("step: week", "step: month"),
            ExampleFiles.With("holder: guards", "holder: lna"),
            ExampleFiles.With("kind: terminal", "kind: crossing"),
            ExampleFiles.With("-0.2]", "-0.3]"),
            ExampleFiles.With("aligned: [noc] }\n  presidency", "aligned: [] }\n  presidency"),
            ExampleFiles.With("uniform 0 to 0.3", "0.3"),
            ExampleFiles.With("sellers: any", "sellers: [noc]"),
        ];
        Assert.All(other, text => Assert.NotEqual(hash, ExampleFiles.Read(text).Scenario!.ContentHash));
    }

    [Fact]
    public void Making_a_correlated_number_certain_by_set_keeps_its_place_and_warns_of_nothing()
    {
        var reading = ExampleFiles.Read(
            ExampleFiles.Small,
            QuantityOverride.Parse("benchmarks.brent.long-run=50 USD/bbl"),
            QuantityOverride.Parse("nodes.es-sider.condition=50%"),
            QuantityOverride.Parse("nodes.waha-line.condition=50%")
        );
        Assert.Empty(reading.Diagnostics);
        Assert.Equal(
            [new RankCorrelation("benchmarks.brent.long-run", "benchmarks.brent.volatility", -0.2)],
            reading.Scenario!.Correlations
        );
    }

    [Fact]
    public void Messages_about_set_point_into_the_argument()
    {
        var reading = ExampleFiles.Read(ExampleFiles.Small, QuantityOverride.Parse("benchmarks.brent.spot=40"));
        var found = Assert.Single(reading.Diagnostics);
        Assert.Equal(("ORS3002", "--set", "benchmarks.brent.spot=40"), (found.Code, found.File, found.SourceLine));
        Assert.Equal("40", found.SourceLine!.Substring(found.Column - 1, found.Length));
        Assert.Throws<FormatException>(() => QuantityOverride.Parse("benchmarks.brent.spot"));
    }
}
