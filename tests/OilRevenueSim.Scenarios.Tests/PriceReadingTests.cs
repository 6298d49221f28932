using System.Security.Cryptography;
using System.Text;
using OilRevenueSim.Core.Markets;
using OilRevenueSim.Core.Prices;
using OilRevenueSim.Core.Simulation;
using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim.Scenarios.Tests;

/// <summary>Models of prices as the reader makes them.</summary>
public sealed class PriceReadingTests
{
    private static Core.Model.Scenario Scenario => ExampleFiles.ReadEverything(ExampleFiles.Everything).Scenario!;

    [Fact]
    public void Every_model_becomes_its_record()
    {
        var benchmarks = Scenario.Benchmarks.ToDictionary(b => b.Name, StringComparer.Ordinal);
        var brent = Assert.IsType<SchwartzBenchmark>(benchmarks["brent"]);
        Assert.Equal(Conversion.MeanTimeToRate, brent.Jumps!.Rate.Conversion);
        Assert.Equal(new CertainLaw(-0.1), brent.Jumps.Mean.Law);
        Assert.Equal((new CertainLaw(10.0), new CertainLaw(150.0)), (brent.Floor!.Law, brent.Cap!.Law));
        var dubai = Assert.IsType<GbmBenchmark>(benchmarks["dubai"]);
        Assert.Equal((new CertainLaw(0.5), new CertainLaw(0.0)), (dubai.Jumps!.Rate.Law, dubai.Jumps.Mean.Law));
        var urals = Assert.IsType<SchwartzSmithBenchmark>(benchmarks["urals"]);
        Assert.Equal(
            (new CertainLaw(0.3), HardRange.Correlation),
            (urals.FactorCorrelation.Law, urals.FactorCorrelation.Range)
        );
        Assert.Equal(new CertainLaw(-0.01), urals.Drift.Law);
        var heavy = Assert.IsType<RegimesBenchmark>(benchmarks["heavy"]);
        Assert.Equal(["calm", "frozen", "wild"], heavy.Sets.Select(s => s.Name));
        Assert.Equal([true, false, false], heavy.Sets.Select(s => s.LongRun is not null));
        Assert.Equal([false, false, true], heavy.Sets.Select(s => s.Drift is not null));
        Assert.Equal(
            ["price/heavy/back", "price/heavy/regime/calm>wild", "price/heavy/regime/wild>frozen"],
            heavy.Changes.Select(c => c.Stream)
        );
        var light = Assert.IsType<BootstrapBenchmark>(benchmarks["light"]);
        Assert.Equal((60, PriceSpacing.Month), (light.History.PricesUsd.Length, light.History.Spacing));
    }

    [Fact]
    public void Pairs_stand_in_ordinal_order_with_their_numbers()
    {
        Assert.Equal(
            [("brent", "dubai"), ("brent", "urals.long"), ("dubai", "urals.long")],
            Scenario.PriceCorrelations.Select(c => (c.First, c.Second))
        );
        Assert.Equal(SourceGrade.Assumption, Scenario.PriceCorrelations[0].Value.Provenance.Grade);
    }

    [Fact]
    public void Every_model_of_the_example_runs()
    {
        var result = Ensemble.Run(SimulationPlan.Compile(Scenario), new RunOptions { Threads = 1 }, 256);
        Assert.Equal(256, result.At(0, 0).Count);
    }

    [Fact]
    public void A_history_is_named_and_hashed_and_its_content_counts()
    {
        var text = File.ReadAllText(ExampleFiles.PathOf("everything-prices.csv"));
        var file = Scenario.Files[^2];
        Assert.Equal("everything-prices.csv", file.Name);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))), file.Sha256);
        Assert.Equal(
            ["everything.yaml", "everything-world.yaml", file.Name, "everything-draws.csv"],
            Scenario.Files.Select(f => f.Name)
        );
        Assert.NotEqual(Scenario.ContentHash, WithPrices(text + "2015-01,55.00\n").ContentHash);
        Assert.Equal(
            Scenario.ContentHash,
            WithPrices(text.Replace(",60.00", ",60", StringComparison.Ordinal)).ContentHash
        );
    }

    private static Core.Model.Scenario WithPrices(string prices) =>
        ScenarioReader
            .ReadText(
                ExampleFiles.Everything,
                "everything.yaml",
                [],
                new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["everything-world.yaml"] = File.ReadAllText(ExampleFiles.PathOf("everything-world.yaml")),
                    ["everything-draws.csv"] = File.ReadAllText(ExampleFiles.PathOf("everything-draws.csv")),
                    ["everything-prices.csv"] = prices,
                }
            )
            .Scenario!;

    [Fact]
    public void A_file_of_prices_is_relative_to_the_file_that_names_it()
    {
        const string Light =
            "benchmarks:\n  light: { model: bootstrap, spot: 30 USD/bbl, file: ../prices/light.csv, block-length: 6 months }\n";
        var reading = ScenarioReader.ReadText(
            ExampleFiles.Small.Replace("step: week", "step: month", StringComparison.Ordinal)
                + "include: worlds/light.yaml\n",
            "test.yaml",
            [],
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["worlds/light.yaml"] = Light,
                ["prices/light.csv"] = File.ReadAllText(ExampleFiles.PathOf("everything-prices.csv")),
            }
        );
        Assert.Equal([], reading.Diagnostics.Where(d => d.Severity == Severity.Error).Select(d => d.Render()));
        Assert.Equal(
            ["test.yaml", "worlds/light.yaml", "prices/light.csv"],
            reading.Scenario!.Files.Select(f => f.Name)
        );
    }

    [Fact]
    public void Findings_in_a_file_of_prices_name_that_file_and_its_line()
    {
        var reading = ScenarioReader.ReadText(
            ExampleFiles.Everything,
            "everything.yaml",
            [],
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["everything-world.yaml"] = File.ReadAllText(ExampleFiles.PathOf("everything-world.yaml")),
                ["everything-prices.csv"] =
                    File.ReadAllText(ExampleFiles.PathOf("everything-prices.csv")) + "2015-01,closed\n",
            }
        );
        var found = Assert.Single(reading.Diagnostics, d => d.Code == "ORS7005");
        Assert.Equal(("everything-prices.csv", 62), (found.File, found.Line));
    }

    [Fact]
    public void What_wanders_goes_on_wandering_where_its_number_is_set()
    {
        var reading = ExampleFiles.ReadEverything(
            ExampleFiles.Everything,
            QuantityOverride.Parse("markets.export.price.discount=10%"),
            QuantityOverride.Parse("markets.export.price.discount.wander.sd=0.5"),
            QuantityOverride.Parse("price-correlations.brent+dubai=0.5"),
            QuantityOverride.Parse("benchmarks.heavy.regimes.sets.wild.volatility=70%")
        );
        Assert.Equal([], reading.Diagnostics.Where(d => d.Severity == Severity.Error).Select(d => d.Render()));
        var price = Assert.IsType<LinkedPrice>(reading.Scenario!.Markets.Single(m => m.Name == "export").Price);
        Assert.Equal(new CertainLaw(0.1), price.Discount.Law);
        Assert.Equal(new CertainLaw(0.5), price.DiscountWander!.StandardDeviation.Law);
        Assert.Equal(new CertainLaw(2.0 / 12), price.DifferentialWander!.HalfLife.Law);
        Assert.Equal(new CertainLaw(0.5), reading.Scenario.PriceCorrelations[0].Value.Law);
    }

    [Fact]
    public void Wholly_correlated_factors_of_one_price_and_a_lone_uncertain_pair_may_stand()
    {
        var text = ExampleFiles
            .Everything.Replace("factor-correlation: 0.3", "factor-correlation: -1", StringComparison.Ordinal)
            .Replace("  - [urals.long, brent, 0.8]\n  - [dubai, urals.long, 0.7]\n", "", StringComparison.Ordinal)
            .Replace(
                "[brent, dubai, { value: 0.9,",
                "[brent, dubai, { value: uniform 0.7 to 1,",
                StringComparison.Ordinal
            );
        var reading = ExampleFiles.ReadEverything(text);
        Assert.Equal([], reading.Diagnostics.Where(d => d.Severity == Severity.Error).Select(d => d.Render()));
    }
}
