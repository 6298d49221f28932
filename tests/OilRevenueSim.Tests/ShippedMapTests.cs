using OilRevenueSim.Analysis.Charts;

namespace OilRevenueSim.Tests;

/// <summary>Maps of the scenarios that ship.</summary>
public sealed class ShippedMapTests
{
    /// <summary>Where to put the pictures for a look; nowhere when unset.</summary>
    private static readonly string? Folder = Environment.GetEnvironmentVariable("OILSIM_GALLERY");

    [Theory]
    [InlineData("isil-syria-iraq-2014")]
    [InlineData("libya-closures")]
    [InlineData("libya-ports-2013")]
    [InlineData("niger-delta")]
    [InlineData("sirte-2016")]
    [InlineData("south-sudan-transit")]
    [InlineData("two-theatres")]
    public void Every_area_of_a_shipped_scenario_about_a_region_is_on_its_map(string name)
    {
        var run = ScenarioFile.Load(Checkout.PathOf($"scenarios/{name}.yaml")).Run(paths: 256);

        var chart = MapCharts.Of(run.Ensemble)!;

        Assert.Equal(run.Scenario.Areas.Length, chart.Areas.Length);
        Assert.Equal(name == "two-theatres" ? 2 : 1, chart.Regions.Length);
        Assert.All(chart.Areas, a => Assert.Single(chart.Regions, r => r.Extent.Contains(a.At)));
        Assert.NotEmpty(run.Map(["start", "middle", "end"]).ToSvg());
        if (Folder is not null)
        {
            Directory.CreateDirectory(Folder);
            run.Map().Save(Path.Combine(Folder, $"{name}.png"));
            run.Map().Save(Path.Combine(Folder, $"{name}.svg"));
            run.Map().Save(Path.Combine(Folder, $"{name}-960.png"), 960, 540);
            run.Map().Save(Path.Combine(Folder, $"{name}-640.png"), 640, 480);
            run.Map(["start", "middle", "end"]).Save(Path.Combine(Folder, $"{name}-periods.png"));
        }
    }
}
