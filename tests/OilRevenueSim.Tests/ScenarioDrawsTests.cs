using Deedle;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Simulation;
using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim.Tests;

/// <summary>Joint draws in place of laws.</summary>
public sealed class ScenarioDrawsTests
{
    private const string Spot = "benchmarks.brent.spot [USD/bbl]";
    private const string Capacity = "fields.oilfield.capacity [kb/d]";
    private const string Chance = "areas.coast.changes.army>rebels.chance [% within 12 months]";

    private static readonly Dictionary<string, double[]> Columns = new(StringComparer.Ordinal)
    {
        [Spot] = [40.0, 55.5, 70.1, 90.0],
        [Capacity] = [30.0, 33.3, 36.0, 42.0],
        [Chance] = [10.0, 20.0, 30.0, 60.0],
    };

    private static Scenario Scenario => ScenarioFile.Load(Checkout.PathOf("scenarios/minimal.yaml"));

    private static Scenario Drawn => Scenario.WithDraws("posterior", Columns, source: "A fit to the data");

    private static Quantity Of(Scenario scenario, string address) =>
        scenario.Quantities.Single(q => q.Address == address);

    [Fact]
    public void Columns_replace_laws_in_the_unit_of_their_header()
    {
        var scenario = Drawn;
        var spot = Of(scenario, "benchmarks.brent.spot");
        Assert.Equal([40.0, 55.5, 70.1, 90.0], Assert.IsType<TableLaw>(spot.Law).Rows);
        Assert.Equal(("draws.posterior", "A fit to the data"), (spot.DrawAddress, spot.Provenance.Source));
        Assert.Equal("60 USD/bbl", spot.Replaced!.Text);
        Assert.Equal([30e3, 33.3e3, 36e3, 42e3], ((TableLaw)Of(scenario, "fields.oilfield.capacity").Law).Rows);
        var chance = Of(scenario, "areas.coast.changes.army>rebels.chance");
        Assert.Equal([0.1, 0.2, 0.3, 0.6], ((TableLaw)chance.Law).Rows);
        Assert.Equal((Conversion.ChanceToRate, 1.0), (chance.Conversion, chance.WindowYears));
        Assert.NotEqual(Scenario.ContentHash, scenario.ContentHash);
        Assert.Same(scenario, scenario.Checked());
    }

    [Fact]
    public void The_order_of_columns_changes_nothing_and_one_number_changes_the_hash()
    {
        Assert.Equal(Drawn.ContentHash, Scenario.WithDraws("posterior", Columns.Reverse()).ContentHash);
        Assert.Equal(Drawn.ContentHash, Drawn.WithDraws("posterior", Columns).ContentHash);
        var other = new Dictionary<string, double[]>(Columns) { [Spot] = [40.0, 55.5, 70.1, 90.1] };
        Assert.NotEqual(Drawn.ContentHash, Drawn.WithDraws("posterior", other).ContentHash);
    }

    [Fact]
    public void A_scenario_with_draws_is_saved_with_its_table_and_loaded_as_the_same()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var path = Path.Combine(folder.FullName, "minimal.yaml");
            ScenarioFile.Save(Drawn, path);
            var loaded = ScenarioFile.Load(path);
            Assert.Equal(Drawn.ContentHash, loaded.ContentHash);
            Assert.Equal(["minimal.yaml", "posterior.csv"], loaded.Files.Select(f => f.Name));
            Assert.Equal(Drawn.ContentHash, loaded.With("title", "Another").ContentHash);
            Assert.Same(loaded, loaded.Checked());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_value_set_counts_more_than_its_column_and_the_other_columns_keep_their_rows()
    {
        var set = Drawn.With("benchmarks.brent.spot", "50 USD/bbl");
        Assert.Equal(new CertainLaw(50.0), Of(set, "benchmarks.brent.spot").Law);
        Assert.Equal(2, Assert.Single(set.Draws).Columns.Length);
        Assert.Equal(
            Of(Drawn, "fields.oilfield.capacity").DrawAddress,
            Of(set, "fields.oilfield.capacity").DrawAddress
        );
        Assert.Equal(set.ContentHash, set.With("title", "Another").ContentHash);

        var without = (Drawn with { Draws = [] }).Checked();
        Assert.Equal(Scenario.ContentHash, without.ContentHash);
    }

    [Fact]
    public void A_column_gives_a_key_that_the_file_leaves_out_and_takes_the_place_of_another_form_of_a_hazard()
    {
        var scenario = Scenario.WithDraws(
            "posterior",
            new Dictionary<string, double[]>(StringComparer.Ordinal)
            {
                ["fields.oilfield.workforce [%]"] = [50.0, 90.0],
                ["areas.coast.changes.rebels>army.rate [per month]"] = [0.1, 0.2],
                ["fields.oilfield.condition [%]"] = [80.0, 100.0],
            }
        );
        Assert.Equal([0.5, 0.9], ((TableLaw)scenario.Fields[0].Workforce!.Law).Rows);
        Assert.Equal([0.8, 1.0], ((TableLaw)scenario.Fields[0].Condition.Law).Rows);
        Assert.DoesNotContain(scenario.Quantities, q => q.Address == "areas.coast.changes.rebels>army.every");
    }

    [Fact]
    public void Every_world_takes_a_whole_row()
    {
        var scenario = Drawn;
        Assert.Equal(scenario, SimulationPlan.Compile(scenario).Scenario);
        Quantity[] pair = [Of(scenario, "benchmarks.brent.spot"), Of(scenario, "fields.oilfield.capacity")];
        var values = new double[200];
        DrawTable.Compile(pair, []).Fill(1, 0, 1, 100, values);
        (double, double)[] rows = [(40.0, 30e3), (55.5, 33.3e3), (70.1, 36e3), (90.0, 42e3)];
        var taken = values[..100].Zip(values[100..]).ToHashSet();
        Assert.Equal(rows.Order(), taken.Order());
    }

    [Fact]
    public void A_frame_of_draws_is_the_same_as_its_columns() =>
        Assert.Equal(Drawn.ContentHash, Scenario.WithDraws("posterior", FrameOf(Columns)).ContentHash);

    [Fact]
    public void A_frame_with_a_missing_cell_names_row_and_column()
    {
        var frame = FrameOf(new Dictionary<string, double[]>(Columns) { [Spot] = [40.0, 50.0, double.NaN, 60.0] });
        var exception = Assert.Throws<ScenarioException>(() => _ = Scenario.WithDraws("posterior", frame));
        Assert.Contains($"Row 2 has no number in the column '{Spot}'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_frame_with_a_column_of_words_names_the_column()
    {
        var words = new Series<int, string>([0, 1], ["high", "low"]);
        var frame = Frame.FromColumns([KeyValuePair.Create(Spot, words)]);
        var exception = Assert.Throws<ScenarioException>(() => _ = Scenario.WithDraws("posterior", frame));
        Assert.Contains(Spot, exception.Message, StringComparison.Ordinal);
    }

    private static Frame<int, string> FrameOf(Dictionary<string, double[]> columns) =>
        Frame.FromColumns(
            columns.Select(c =>
                KeyValuePair.Create(c.Key, new Series<int, double>(Enumerable.Range(0, c.Value.Length), c.Value))
            )
        );

    [Theory]
    [InlineData("benchmarks.brent.spott [USD/bbl]", 40.0, "near it: benchmarks.brent.spot")]
    [InlineData("benchmarks.brent.spot", 40.0, "has no unit")]
    [InlineData("benchmarks.brent.spot [kb/d]", 40.0, "does not measure a price per barrel")]
    [InlineData("benchmarks.brent.spot in USD", 40.0, "is not an address with its unit")]
    [InlineData(Spot, -1.0, "row 2: '-1 USD/bbl' lies outside what is possible")]
    [InlineData(Spot, double.NaN, "row 2 has no number in the column 'benchmarks.brent.spot [USD/bbl]'")]
    public void Wrong_columns_are_refused_with_row_and_column(string header, double second, string expected)
    {
        KeyValuePair<string, double[]>[] columns = [KeyValuePair.Create(header, new[] { 40.0, second })];
        var exception = Assert.Throws<ScenarioException>(() => _ = Scenario.WithDraws("posterior", columns));
        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_of_different_length_and_single_rows_are_refused()
    {
        var uneven = new Dictionary<string, double[]>(Columns) { [Spot] = [40.0, 50.0] };
        var exception = Assert.Throws<ScenarioException>(() => _ = Scenario.WithDraws("posterior", uneven));
        Assert.Contains("rows, but the first column has", exception.Message, StringComparison.Ordinal);

        var single = new Dictionary<string, double[]>(StringComparer.Ordinal) { [Spot] = [40.0] };
        exception = Assert.Throws<ScenarioException>(() => _ = Scenario.WithDraws("posterior", single));
        Assert.Contains("at least two rows", exception.Message, StringComparison.Ordinal);
    }
}
