using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Scenarios.Tests;

/// <summary>The key <c>record:</c>.</summary>
public sealed class RecordTests
{
    private static readonly SeriesKey Output = new(null, "waha-group", null, ReportQuantity.Output);

    [Fact]
    public void A_recorded_quantity_gets_quantiles_and_no_number_moves()
    {
        var plain = Run(ExampleFiles.Small);
        var recorded = Run(ExampleFiles.With("step: week", "step: week\nrecord: [output_kbd]"));

        var (before, after) = (At(plain), At(recorded));
        Assert.Null(before.Sample);
        Assert.NotNull(after.Sample);
        Assert.Equal(before.Mean, after.Mean);
        Assert.Equal(after.Min, after.Sample.Value(1));
        Assert.NotEqual(plain.Manifest.ContentHash, recorded.Manifest.ContentHash);
    }

    [Fact]
    public void Beside_the_file_quantities_are_separated_by_commas()
    {
        var reading = ScenarioReader.ReadText(
            ExampleFiles.Small,
            "x.yaml",
            [QuantityOverride.Parse("record=fighters, output_kbd")]
        );

        Assert.Empty(reading.Diagnostics.Select(d => d.Render()));
        Assert.Equal(["fighters", "output_kbd"], reading.Scenario!.Record);
    }

    [Fact]
    public void A_misspelt_quantity_is_told_with_the_nearest_name()
    {
        var reading = ScenarioReader.ReadText(
            ExampleFiles.Small,
            "x.yaml",
            [QuantityOverride.Parse("record=output_kdb")]
        );

        var found = Assert.Single(reading.Diagnostics);
        Assert.Equal("record: cannot hold 'output_kdb'", found.Message);
        Assert.Contains("output_kbd", found.Hint, StringComparison.Ordinal);
    }

    private static EnsembleResult Run(string text) =>
        Ensemble.Run(SimulationPlan.Compile(ExampleFiles.Read(text).Scenario!), new RunOptions { Seed = 1 }, 256);

    private static SeriesStatistics At(EnsembleResult result) => result.Find(Output, result.Periods[^1])!;
}
