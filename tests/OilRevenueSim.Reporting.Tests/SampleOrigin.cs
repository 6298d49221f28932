using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Analysis.Manifests;
using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim.Reporting.Tests;

/// <summary>A run that figures may come from.</summary>
internal static class SampleOrigin
{
    public static ResultManifest Manifest { get; } =
        new()
        {
            Scenario = "sirte-2016",
            Title = "Sirte & the crescent, “2016” سرت",
            Course = "base",
            ContentHash = new string('a', 64),
            Files = [new("sirte-2016.yaml", new string('b', 64))],
            Overrides = ["benchmarks.brent.spot=50 USD/bbl"],
            Seed = ulong.MaxValue,
            Paths = 10_000,
            Replicates = 10,
            EngineVersion = "0.1.0",
            ExactQuantiles = true,
            QuantileRelativeError = 0.0,
            Focus = [new("islamic-state", "Islamic State <in> Libya")],
            State = [],
            Warnings = ["a > b && c < d"],
            Sources = [new("NOC, annual report", SourceGrade.Read, "2012", "a\nnote", ["fields.a.capacity"])],
        };

    /// <summary>The ordinary fan, of that run.</summary>
    public static Figure Fan(ResultManifest? manifest = null)
    {
        var chart = SampleCharts.Fan();
        var foot = new ChartFoot(SampleCharts.Foot)
        {
            Origin = ChartOrigin.OfResult(manifest ?? Manifest, "fan", ["--actor", "islamic-state"]),
        };
        return Figure.From(chart with { Text = chart.Text with { Foot = foot } });
    }
}
