using CsCheck;
using OilRevenueSim.Core.Control;
using OilRevenueSim.Core.Interventions;
using OilRevenueSim.Core.Simulation;
using OilRevenueSim.Core.Uncertainty;
using OilRevenueSim.Scenarios.Catalogue;
using OilRevenueSim.Scenarios.Text;
using OilRevenueSim.Scenarios.Yaml;
using OilRevenueSim.Tests;

namespace OilRevenueSim.Scenarios.Tests;

/// <summary>The example that has every key.</summary>
public sealed class EverythingTests
{
    private static readonly string[] Conflict =
    [
        "0.4 for 12 months",
        "{ holds: desert }",
        "[{ phase: unity }, { phase: rivalry, name: b }]",
        "{ strength-of: rebels, elasticity: 1 }",
        "port.tanks",
        "stills.tanks",
        "[port, stills]",
        "true",
        "outside",
        "main",
        "east",
        "{ median: 3 months, p95: 9 months }",
        "{ median: closure, p95: 30 to 40 months }",
        "{ low: 3%, high: 2% to 9% }",
        "guards@port",
        "coast/raid",
        "[ { lift-blockade: port } ]",
        "{ adds: 2, fades: 0 days }",
        "-3 months",
        "2000 per day",
    ];

    private static Core.Model.Scenario Scenario => ExampleFiles.ReadEverything(ExampleFiles.Everything).Scenario!;

    [Fact]
    public void Example_reads_from_disk_without_errors()
    {
        var reading = ScenarioReader.Read(ExampleFiles.PathOf("everything.yaml"));
        Assert.Equal([], reading.Diagnostics.Where(d => d.Severity == Severity.Error).Select(d => d.Render()));
        Assert.Equal(reading.Scenario, SimulationPlan.Compile(reading.Scenario!).Scenario);
    }

    [Fact]
    public void Example_uses_every_key_that_the_catalogue_computes()
    {
        var used = new HashSet<(string Shape, string Key)>();
        var texts = new[] { ExampleFiles.Everything, File.ReadAllText(ExampleFiles.PathOf("everything-world.yaml")) };
        foreach (var text in texts)
        {
            Walk(YamlTree.Read(new SourceText("test.yaml", text), new DiagnosticList())!, ParameterCatalogue.Top, used);
        }

        var shapes = new Dictionary<string, SectionShape>(StringComparer.Ordinal);
        Collect(ParameterCatalogue.Top, shapes);
        var unused = shapes
            .Values.SelectMany(s => s.Computed.Select(k => (s.Name, k.Name)))
            .Where(k =>
                !used.Contains(k) && !(k.Item2 == "name" && k.Item1.StartsWith("effect ", StringComparison.Ordinal))
            )
            .Where(k => !(k.Item2 == "name" && k.Item1.StartsWith("condition ", StringComparison.Ordinal)))
            .Where(k => !(k.Item2 == "name" && k.Item1.StartsWith("dependency ", StringComparison.Ordinal)));
        Assert.Equal([], unused);
    }

    [Fact]
    public void Identities_and_streams_are_those_of_the_catalogue()
    {
        var scenario = Scenario;
        Assert.Equal(["army@stills", "port-closure", "rebels@main-line"], scenario.Blockades.Select(b => b.Identity));
        Assert.Equal(
            ["blockade/army@stills", "blockade/ports", "blockade/rebels@main-line"],
            scenario.Blockades.Select(b => b.Stream)
        );
        Assert.Equal(["army@small-field", "guards@stills", "raids"], scenario.Attacks.Select(a => a.Identity));
        Assert.Equal(
            ["attack/army@small-field", "attack/guards@stills", "attack/raids-of-2016"],
            scenario.Attacks.Select(a => a.Stream)
        );
        Assert.Equal(["theft"], scenario.Taps.Select(t => t.Identity));
        Assert.Equal(["outside>army", "patronage"], scenario.Transfers.Select(t => t.Identity));
        Assert.Equal(
            ["intervention/strikes-of-2016", "intervention/deal", "intervention/embargo"],
            scenario.Interventions.Select(i => i.Stream)
        );
        var strikes = scenario.Interventions[0].Effects.OfType<StrikeEffect>().ToList();
        Assert.Equal(["error", "stray", "strikes-on/rebels"], strikes.Select(s => s.Identity));
        Assert.Equal(["strike/error", "strike/air-campaign", "strike/stills"], strikes.Select(s => s.Stream));
        Assert.Equal(["main-line", "port.tanks"], strikes[1].Targets);
        Assert.Contains("passage/guards>rebels", scenario.Interventions[1].Effects.Select(e => e.Identity));
        Assert.Equal(["as-it-stands", "strikes", "all-of-it"], scenario.Courses.Select(c => c.Name));
        Assert.Equal(
            ["phase/east/caliphate>collapse"],
            scenario.Theatres.Single(t => t.Name == "east").Changes.Select(c => c.Stream)
        );
    }

    [Fact]
    public void Addresses_are_those_of_the_small_print()
    {
        var addresses = Scenario.Quantities.Select(q => q.Address).ToHashSet(StringComparer.Ordinal);
        string[] expected =
        [
            "areas.desert.changes.rebels>army.stabilised.ratio",
            "areas.desert.changes.rebels>army.stabilised.time",
            "areas.coast.changes.raid.depends.river.hazard-ratio",
            "areas.coast.changes.raid.depends.guards.elasticity",
            "areas.coast.changes.raid.depends.rebel-strength.elasticity",
            "theatres.east.phases.changes.caliphate>collapse.depends.rebels.elasticity",
            "actors.rebels.finance.area-income.desert",
            "actors.guards.finance.area-income",
            "nodes.port.storage.repair-cost",
            "attacks.raids.clustering.adds",
            "blockades.port-closure.lasts.median",
            "blockades.port-closure.lasts.p95",
            "blockades.army@stills.lasts",
            "interventions.air-campaign.effects.changes-from/rebels.hazard-ratio",
            "interventions.air-campaign.effects.stray.rate",
            "interventions.deal.effects.passage/guards>rebels.toll",
            "interventions.deal.when.dear.above",
            "interventions.embargo.effects.seize/pipe.share",
            "benchmarks.brent.jumps.every",
            "benchmarks.urals.factor-correlation",
            "benchmarks.heavy.regimes.sets.calm.long-run",
            "benchmarks.heavy.regimes.changes.calm>wild.every",
            "benchmarks.heavy.regimes.changes.back.rate",
            "benchmarks.light.block-length",
            "markets.traders.price.local.wander.sd",
            "price-correlations.brent+dubai",
            "price-correlations.brent+urals.long",
        ];
        Assert.Equal([], expected.Where(a => !addresses.Contains(a)));

        // A law of every event is no quantity.
        Assert.DoesNotContain("attacks.raids.damage", addresses);
    }

    [Fact]
    public void Laws_of_events_are_fixed_drawn_once_or_by_parts()
    {
        var scenario = Scenario;
        var closure = scenario.Blockades.Single(b => b.Identity == "port-closure").Lasts;
        Assert.Equal(EventLawShape.LogNormalMedianP95, closure.Shape);
        Assert.Equal(2, closure.Parts.Length);
        Assert.Equal(new CertainLaw(2.0), closure.Parts[1].Law);
        Assert.Equal(SourceGrade.Reported, closure.Provenance.Grade);
        var named = scenario.Blockades.Single(b => b.Identity == "army@stills").Lasts;
        Assert.Equal((EventLawShape.Certain, "parameters.closure"), (named.Shape, named.Parts.Single().DrawAddress));
        var damage = scenario.Attacks.Single(a => a.Identity == "raids").Damage;
        Assert.Equal(EventLawShape.Fixed, damage.Shape);
        Assert.IsType<LogitNormalLaw>(damage.Law);
        var certainParts = scenario.Attacks.Single(a => a.Identity == "guards@stills").Damage;
        Assert.Equal((EventLawShape.Fixed, new NormalLaw(0.2, 0.05)), (certainParts.Shape, certainParts.Law));
        var interval = scenario.Attacks.Single(a => a.Identity == "army@small-field").Shuts!;
        Assert.Equal((EventLawShape.Interval, 2), (interval.Shape, interval.Parts.Length));
        var none = scenario.Attacks.Single(a => a.Identity == "army@small-field").Damage;
        Assert.Equal(new CertainLaw(0.0), none.Parts.Single().Law);
    }

    [Fact]
    public void Drivers_take_their_actor_and_theatre_from_where_they_stand()
    {
        var scenario = Scenario;
        var raids = scenario.Attacks.Single(a => a.Identity == "raids").Drivers;
        Assert.Equal(
            [("river", "rebels"), ("desert", "rebels")],
            raids.Depends.Cast<HoldsDependency>().Select(d => (d.Area, d.By))
        );
        Assert.Empty(raids.While);
        var ports = scenario.Blockades.Single(b => b.Identity == "port-closure").Drivers;
        Assert.Equal(["rivalry", "unity"], ports.PhaseRatios.Select(p => p.Phase));
        Assert.Equal("blockades.port-closure.hazard-ratio", ports.PhaseRatios[0].Ratio.Address);
        var back = scenario.Areas.Single(a => a.Name == "desert").Changes.Single(c => c.From == "army");
        Assert.Equal([new HoldsCondition("river", "rebels")], back.Drivers.While);
        Assert.Equal(Conversion.ChanceToRate, back.BaseRate.Conversion);
        Assert.Equal([new HoldsCondition("desert", "rebels")], scenario.Taps.Single().While);
    }

    [Fact]
    public void Yearly_losses_in_percent_are_effective_and_plain_numbers_are_log_rates()
    {
        var field = Scenario.Fields.Single(f => f.Name == "great-field");
        Assert.Equal(
            (Conversion.EffectiveToLogRate, new CertainLaw(0.06)),
            (field.Decline!.Conversion, field.Decline.Law)
        );
        Assert.IsType<LogitNormalLaw>(field.Neglect!.Law);
        Assert.Equal((Conversion.None, new CertainLaw(0.03)), (field.ShutInLoss!.Conversion, field.ShutInLoss.Law));
    }

    [Fact]
    public void Set_reaches_laws_of_events_their_parts_and_effects()
    {
        var reading = ExampleFiles.ReadEverything(
            ExampleFiles.Everything,
            QuantityOverride.Parse("attacks.raids.damage=10%"),
            QuantityOverride.Parse("blockades.port-closure.lasts.median=4 months"),
            QuantityOverride.Parse("areas.desert.changes.rebels>army.stabilised.ratio=0.7"),
            QuantityOverride.Parse("actors.guards.finance.area-income=1 MUSD per month"),
            QuantityOverride.Parse("interventions.embargo.effects.pay/rebels.factor=0.9"),
            QuantityOverride.Parse("interventions.deal.delay=2 months")
        );
        Assert.Equal([], reading.Diagnostics.Where(d => d.Severity == Severity.Error).Select(d => d.Render()));
        var scenario = reading.Scenario!;
        Assert.Equal(EventLawShape.Certain, scenario.Attacks.Single(a => a.Identity == "raids").Damage.Shape);
        var closure = scenario.Blockades.Single(b => b.Identity == "port-closure").Lasts;
        Assert.Equal(new CertainLaw(4.0 / 12.0), closure.Parts[0].Law);
        Assert.Equal(
            new CertainLaw(0.7),
            scenario.Areas.Single(a => a.Name == "desert").Changes.Single(c => c.From == "rebels").StabilisedRatio!.Law
        );
        Assert.NotNull(scenario.Interventions.Single(i => i.Name == "deal").Delay);
    }

    [Fact]
    public void Set_keeps_the_domain_of_a_parameter()
    {
        var reading = ExampleFiles.ReadEverything(
            ExampleFiles.Everything,
            QuantityOverride.Parse("parameters.boost=1.9 to 2.1")
        );
        var law = reading.Scenario!.Quantities.Single(q => q.Address == "parameters.boost").Law;
        Assert.Equal(2.0, Assert.IsType<NormalLaw>(law).Mean, 12);
    }

    [Theory]
    [InlineData("damage: 5% to 30%", "damage: 5% to 31%")]
    [InlineData("{ median: 2 to 5 months, p95: 24 months,", "{ median: 2 to 5 months, p95: 25 months,")]
    [InlineData("    own: true\n", "")]
    [InlineData("takes-with: [coast]", "takes-with: [river]")]
    [InlineData("shut-since: 2013-07", "shut-since: 2013-08")]
    [InlineData("seized-by: army", "seized-by: nobody")]
    [InlineData("active-since: 2015-12", "active-since: 2015-11")]
    [InlineData("requires: presence", "requires: none")]
    [InlineData("to-date: 2017-05", "to-date: 2017-06")]
    [InlineData("hold: true", "hold: false")]
    [InlineData("actor: treasury", "actor: army")]
    [InlineData("kinds: [pipeline, tanks]", "kinds: [pipeline]")]
    [InlineData("strikes: [air-campaign]", "strikes: [air-campaign, deal]")]
    [InlineData("{ phase: unity, theatre: main }", "{ phase: rivalry, theatre: main }")]
    [InlineData("repeat: true", "repeat: false")]
    [InlineData("factor: 0.1", "factor: 0.2")]
    [InlineData("policy: toll, share: 5%", "policy: block")]
    [InlineData("price: brent, above: 30 USD/bbl", "price: dubai, above: 30 USD/bbl")]
    [InlineData("delay: uniform 0 to 1 months", "delay: uniform 0 to 2 months")]
    [InlineData("adds: 0.5", "adds: 0.6")]
    [InlineData("{ pay-of: guards, elasticity: -0.5 }", "{ strength-of: guards, elasticity: -0.5 }")]
    [InlineData("    jumps: { every: 8 to 24 months, mean: -0.1, sd: 0.1 to 0.2 }\n", "")]
    [InlineData("mean: -0.1, sd", "mean: -0.2, sd")]
    [InlineData("    cap: 150 USD/bbl\n", "")]
    [InlineData("factor-correlation: 0.3", "factor-correlation: 0.2")]
    [InlineData("start: calm", "start: wild")]
    [InlineData("from: wild, to: frozen", "from: calm, to: frozen")]
    [InlineData("stream: price/heavy/back", "stream: price/heavy/home")]
    [InlineData("block-length: 6 to 12 months", "block-length: 6 to 13 months")]
    [InlineData("wander: { sd: 0.3, half-life: 4 months }", "wander: { sd: 0.3, half-life: 5 months }")]
    [InlineData("{ value: 2%, wander: { sd: 0.3, half-life: 4 months } }", "2%")]
    [InlineData("  - [urals.long, brent, 0.8]\n", "  - [urals.long, brent, 0.7]\n")]
    public void Any_change_of_what_is_told_changes_the_content_hash(string find, string replace)
    {
        Assert.Contains(find, ExampleFiles.Everything, StringComparison.Ordinal);
        var reading = ExampleFiles.ReadEverything(
            ExampleFiles.Everything.Replace(find, replace, StringComparison.Ordinal)
        );
        Assert.Equal([], reading.Diagnostics.Where(d => d.Severity == Severity.Error).Select(d => d.Render()));
        Assert.NotEqual(Scenario.ContentHash, reading.Scenario!.ContentHash);
    }

    [Fact]
    public void Order_of_keys_and_of_lists_but_routes_does_not_change_the_content_hash()
    {
        var hash = Scenario.ContentHash;
        var tree = YamlTree.Read(new SourceText("test.yaml", ExampleFiles.Everything), new DiagnosticList())!;
        Gen.Int[0, int.MaxValue]
            .Array[64]
            .SampleFixed(
                keys =>
                {
                    var reading = ExampleFiles.ReadEverything(new ShuffledYaml(keys).Write(tree));
                    Assert.Equal(
                        [],
                        reading.Diagnostics.Where(d => d.Severity == Severity.Error).Select(d => d.Render())
                    );
                    Assert.Equal(hash, reading.Scenario!.ContentHash);
                },
                seed: "0000ReaderE01",
                iter: 20
            );
    }

    [Fact]
    public void Any_value_in_any_place_gives_findings_or_a_scenario_and_never_an_exception()
    {
        var places = MutationPropertyTests.Places(ExampleFiles.Everything).ToArray();
        string[] values = [.. MutationPropertyTests.Values, .. Conflict];
        Gen.Select(Gen.Int[0, places.Length - 1], Gen.Int[0, values.Length - 1])
            .Array[1, 3]
            .SampleFixed(
                edits =>
                {
                    var text = ExampleFiles.Everything;
                    foreach (
                        var (place, value) in edits
                            .DistinctBy(e => e.Item1)
                            .OrderByDescending(e => places[e.Item1].Start)
                    )
                    {
                        text = text[..places[place].Start] + values[value] + text[places[place].End..];
                    }

                    MutationPropertyTests.Holds(ExampleFiles.ReadEverything(text));
                },
                seed: "0000ReaderE02",
                iter: 400
            );
    }

    [Fact]
    public void Explanation_of_every_key_reads_as_recorded() =>
        Snapshot.Matches("everything.explained.txt", ScenarioExplanation.Describe(Scenario));

    private static void Collect(SectionShape shape, Dictionary<string, SectionShape> shapes)
    {
        if (!shapes.TryAdd(shape.Name, shape))
        {
            return;
        }

        foreach (var inner in shape.Computed.SelectMany(k => Inner(k.Kind)))
        {
            Collect(inner, shapes);
        }
    }

    private static IEnumerable<SectionShape> Inner(KeyKind kind) =>
        kind switch
        {
            SectionKey k => [k.Shape],
            NamedSectionsKey k => [k.Shape],
            ItemsKey k => [k.Shape],
            CompactKey k => [k.Shape],
            VariantsKey k => k.Variants,
            QuantityKey { Wander: { } wander } => [wander],
            _ => [],
        };

    /// <summary>Notes the keys that a part of a file uses.</summary>
    private static void Walk(YamlNode node, SectionShape shape, HashSet<(string Shape, string Key)> used)
    {
        foreach (var entry in ((MappingNode)node).Entries)
        {
            var key = shape.Find(entry.Key.Text);
            Assert.NotNull(key);
            used.Add((shape.Name, key.Name));
            IEnumerable<YamlNode> items = entry.Value is ListNode list ? list.Items : [entry.Value];
            switch (key.Kind)
            {
                case QuantityKey { Wander: { } wander }:
                    foreach (var item in items.OfType<MappingNode>())
                    {
                        Walk(item.Find("wander")!.Value, wander, used);
                    }

                    break;
                case SectionKey or ItemsKey or CompactKey:
                    foreach (var item in items.OfType<MappingNode>())
                    {
                        Walk(item, Inner(key.Kind).Single(), used);
                    }

                    break;
                case NamedSectionsKey named:
                    foreach (var item in ((MappingNode)entry.Value).Entries)
                    {
                        Walk(item.Value, named.Shape, used);
                    }

                    break;
                case VariantsKey variants:
                    foreach (var item in items.Cast<MappingNode>())
                    {
                        Walk(item, variants.Variants.Single(v => item.Find(v.Keys[0].Name) is not null), used);
                    }

                    break;
                default:
                    break;
            }
        }
    }
}
