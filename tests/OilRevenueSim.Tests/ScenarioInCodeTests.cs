using OilRevenueSim.Core.Control;
using OilRevenueSim.Core.Markets;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Prices;
using OilRevenueSim.Core.Production;
using OilRevenueSim.Core.Simulation;
using OilRevenueSim.Core.Uncertainty;
using OilRevenueSim.Core.Units;

namespace OilRevenueSim.Tests;

/// <summary>Scenarios that are made or changed in code; docs/scenarios-in-code.md quotes the parts between the marks.</summary>
public sealed class ScenarioInCodeTests
{
    private static readonly string Page = File.ReadAllText(Checkout.PathOf("docs/scenarios-in-code.md"));

    private static Scenario FromFile => ScenarioFile.Load(Checkout.PathOf("scenarios/minimal.yaml"));

    // quoted: build
    private static Scenario Build()
    {
        var scenario = new Scenario
        {
            Name = "minimal",
            Title = "A first scenario",
            Start = new(2020, 1, 1),
            End = new(2020, 12, 31),
            Thresholds = [new Usd(1e6), new Usd(10e6)],
            Focus = ["rebels"],
            Benchmarks =
            [
                new GbmBenchmark
                {
                    Name = "brent",
                    Spot = Quantity.Of("60 USD/bbl", source: "invented"),
                    Volatility = Quantity.Of("25% to 40%", source: "invented"),
                },
            ],
            Actors =
            [
                new Actor
                {
                    Name = "rebels",
                    Label = "Rebels",
                    Kind = ActorKind.ArmedGroup,
                },
                new Actor
                {
                    Name = "army",
                    Kind = ActorKind.ArmedGroup,
                    Aligned = ["company"],
                },
                new Actor { Name = "company", Kind = ActorKind.Company },
            ],
            Areas =
            [
                new Area
                {
                    Name = "desert",
                    Holder = "army",
                    Neighbours = ["coast"],
                },
                new Area
                {
                    Name = "coast",
                    Holder = "army",
                    Changes =
                    [
                        new ControlChange
                        {
                            From = "army",
                            To = "rebels",
                            BaseRate = Quantity.Of("30% within 12 months"),
                        },
                        new ControlChange
                        {
                            From = "rebels",
                            To = "army",
                            BaseRate = Quantity.Of("2 to 8 months"),
                        },
                    ],
                },
            ],
            Fields =
            [
                new Field
                {
                    Name = "oilfield",
                    Area = "desert",
                    Owner = "company",
                    Capacity = Quantity.Of("35 to 45 kb/d"),
                    LiftingCost = Quantity.Of("5 USD/bbl"),
                },
            ],
            Nodes =
            [
                new Node
                {
                    Name = "trunk-line",
                    Kind = NodeKind.Pipeline,
                    Area = "desert",
                    Owner = "company",
                },
                new Node
                {
                    Name = "port",
                    Kind = NodeKind.Terminal,
                    Area = "coast",
                    Owner = "company",
                },
            ],
            Markets =
            [
                new Market
                {
                    Name = "export",
                    Price = new LinkedPrice { Benchmark = "brent" },
                },
            ],
            Routes =
            [
                new Route
                {
                    Fields = ["oilfield"],
                    Via = ["trunk-line", "port"],
                    To = "export",
                },
            ],
            Passage =
            [
                new PassageRule
                {
                    Through = "rebels",
                    Of = ["company"],
                    Policy = PassagePolicy.Toll,
                    TollPerBarrel = Quantity.Of("3 USD/bbl"),
                },
            ],
        };
        return scenario.Checked();
    }

    // end of quote

    // quoted: change
    private static Scenario Change(Scenario scenario)
    {
        var field = scenario.Fields.Single(f => f.Name == "oilfield");
        var smaller = field with
        {
            Capacity = Quantity.Of("20 to 30 kb/d", grade: SourceGrade.Assumption, note: "Half of the wells."),
        };
        var changed = scenario with { End = new(2021, 12, 31), Fields = scenario.Fields.Replace(field, smaller) };
        return changed.Checked();
    }

    // end of quote

    // quoted: set
    private static Scenario Set(Scenario scenario) =>
        scenario.With(
            ("benchmarks.brent.spot", "50 to 90 USD/bbl"),
            ("areas.coast.changes.army>rebels.chance", "60% within 12 months")
        );

    // end of quote

    // quoted: draws
    private static Scenario WithPosterior(Scenario scenario) =>
        scenario.WithDraws(
            "posterior",
            new Dictionary<string, double[]>
            {
                ["benchmarks.brent.spot [USD/bbl]"] = [48, 55, 61, 70],
                ["benchmarks.brent.volatility [%]"] = [41, 36, 33, 28],
                ["fields.oilfield.capacity [kb/d]"] = [38, 41, 40, 44],
            },
            source: "Posterior of our price model"
        );

    // end of quote

    // quoted: few
    private static double MeanOfRebels(Scenario scenario, ulong seed)
    {
        var gross = new SeriesKey("rebels", Place: null, Channel: null, ReportQuantity.Gross);
        var plan = SimulationPlan.Compile(scenario).Recording([gross], PeriodKind.Total);
        return Ensemble.Run(plan, new RunOptions { Seed = seed }, paths: 10_000).At(series: 0, period: 0).Mean;
    }

    // end of quote

    [Fact]
    public void A_scenario_made_in_code_has_the_content_hash_of_the_file_that_says_the_same() =>
        Assert.Equal(FromFile.ContentHash, Build().ContentHash);

    [Fact]
    public void What_was_left_out_in_code_is_completed_when_the_scenario_is_checked()
    {
        var scenario = Build();
        Assert.Equal(FromFile.Quantities.Select(q => q.Address), scenario.Quantities.Select(q => q.Address));
        Assert.Equal("army>rebels", scenario.Areas.Single(a => a.Name == "coast").Changes[0].Identity);
        Assert.Equal("control/coast/army>rebels", scenario.Areas.Single(a => a.Name == "coast").Changes[0].Stream);
        Assert.Equal(["army"], scenario.Actors.Single(a => a.Name == "company").Aligned);
        Assert.Equal("army", scenario.Actors.Single(a => a.Name == "army").Label);
        Assert.Equal("minimal.yaml", Assert.Single(scenario.Files).Name);
        Assert.Same(scenario, scenario.Checked());
    }

    [Fact]
    public void A_change_with_the_language_has_the_hash_of_a_file_with_the_change_and_leaves_a_trace()
    {
        var changed = Change(FromFile);
        var set = FromFile.With(("end", "2021-12"), ("fields.oilfield.capacity", "20 to 30 kb/d"));

        Assert.Equal(set.ContentHash, changed.ContentHash);
        Assert.Equal(2, changed.Files.Length);
        Assert.NotEqual(changed.Files[0].Sha256, changed.Files[1].Sha256);
        Assert.Equal(FromFile.Files[0], changed.Files[1]);
        Assert.Equal("Half of the wells.", changed.Fields[0].Capacity.Provenance.Note);
    }

    [Fact]
    public void A_run_that_records_one_number_gives_the_bits_of_a_run_that_records_all() =>
        Assert.Equal(
            FromFile.Run(paths: 10_000, seed: 7).Series("gross_revenue_usd", actor: "rebels").Mean.Value,
            MeanOfRebels(FromFile, seed: 7)
        );

    [Fact]
    public void Draws_of_the_page_replace_three_laws() =>
        Assert.Equal(3, WithPosterior(FromFile).Quantities.Count(q => q.Law is TableLaw { Rows.Length: 4 }));

    [Fact]
    public void A_law_given_in_code_is_kept()
    {
        var field = FromFile.Fields[0];
        var share = 1.0 / 3.0;
        var changed = (
            FromFile with
            {
                Fields =
                [
                    field with
                    {
                        Capacity = field.Capacity with { Law = Intervals.LogNormal(10_000.0 / 3.0, 70_000.0 / 3.0) },
                        Condition = field.Condition with { Law = new DiscreteLaw([share, 1.0], [0.25, 0.75]) },
                    },
                ],
            }
        ).Checked();

        // Median and 95 % quantile say a lognormal law up to the last digits of a logarithm near 10.
        var lognormal = Assert.IsType<LogNormalLaw>(changed.Fields[0].Capacity.Law);
        var given = Intervals.LogNormal(10_000.0 / 3.0, 70_000.0 / 3.0);
        Assert.Equal(given.LogMean, lognormal.LogMean);
        Assert.Equal(given.LogStandardDeviation, lognormal.LogStandardDeviation, 1e-14);
        var law = Assert.IsType<DiscreteLaw>(changed.Fields[0].Condition.Law);
        Assert.Equal([share, 1.0], law.Values);
        Assert.Equal([0.25, 0.75], law.Probabilities);
    }

    [Fact]
    public void A_scenario_in_code_that_makes_no_sense_is_refused_with_every_reason()
    {
        var scenario = Build();
        var broken = scenario with
        {
            Fields = [scenario.Fields[0] with { Capacity = Quantity.Of("40 USD/bbl"), Area = "dessert" }],
        };

        var exception = Assert.Throws<ScenarioException>(broken.Checked);
        Assert.Contains("'USD/bbl' does not measure a flow of oil", exception.Message, StringComparison.Ordinal);
        Assert.Contains("did you mean 'desert'?", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_law_that_no_text_says_is_refused_by_name()
    {
        var scenario = Build();
        var field = scenario.Fields[0];
        var odd = scenario with
        {
            Fields = [field with { Capacity = field.Capacity with { Law = new LogitNormalLaw(0.0, 1.0) } }],
        };

        var exception = Assert.Throws<ScenarioException>(odd.Checked);
        Assert.Contains("fields.oilfield.capacity", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_quantity_that_was_never_checked_cannot_be_run()
    {
        var field = FromFile.Fields[0] with { Capacity = Quantity.Of("40 kb/d") };
        var exception = Assert.Throws<ArgumentException>(() =>
            Core.Simulation.SimulationPlan.Compile(FromFile with { Fields = [field] })
        );
        Assert.Contains("Checked", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_saved_scenario_is_loaded_as_the_same_and_is_not_overwritten_unasked()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var path = Path.Combine(folder.FullName, "minimal.yaml");
            ScenarioFile.Save(Build(), path);
            Assert.Equal(FromFile.ContentHash, ScenarioFile.Load(path).ContentHash);

            ScenarioFile.Save(Build(), path); // nothing would change
            var other = Set(Build());
            var exception = Assert.Throws<IOException>(() => ScenarioFile.Save(other, path));
            Assert.Contains("overwrite: true", exception.Message, StringComparison.Ordinal);
            ScenarioFile.Save(other, path, overwrite: true);
            Assert.Equal(other.ContentHash, ScenarioFile.Load(path).ContentHash);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("build")]
    [InlineData("change")]
    [InlineData("set")]
    [InlineData("draws")]
    public void The_page_shows_the_code_that_is_tested(string part)
    {
        var here = File.ReadAllText(Checkout.PathOf("tests/OilRevenueSim.Tests/ScenarioInCodeTests.cs"));
        var start = here.IndexOf($"// quoted: {part}\n", StringComparison.Ordinal);
        var end = here.IndexOf("    // end of quote", start, StringComparison.Ordinal);
        var lines = here[start..end]
            .Split('\n')
            .Skip(1)
            .Select(l => l.StartsWith("    ", StringComparison.Ordinal) ? l[4..] : l);

        Assert.Contains(string.Join('\n', lines).Trim(), Page, StringComparison.Ordinal);
    }
}
