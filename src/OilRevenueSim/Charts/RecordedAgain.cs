using OilRevenueSim.Core.Markets;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Simulation;
using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim;

/// <summary>The same futures once more, with more of them recorded: the same bits of everything else.</summary>
internal static class RecordedAgain
{
    /// <summary>The run itself where it has the values of a series, else the same futures with the quantity recorded.</summary>
    /// <param name="run">Run.</param>
    /// <param name="key">Series.</param>
    public static EnsembleResult With(RunResult run, SeriesKey key)
    {
        var series = run.Ensemble.Series.IndexOf(key);
        return series < 0 || run.Ensemble.At(series, 0).Sample is not null
            ? run.Ensemble
            : Of(run, Recording(run.Scenario, key.Quantity));
    }

    /// <summary>The same futures with a market that sells at a benchmark's price and that no route leads to: it records the benchmark.</summary>
    /// <param name="run">Run.</param>
    /// <param name="benchmark">Benchmark.</param>
    /// <returns>The result, and the series of the benchmark's price.</returns>
    public static (EnsembleResult Result, SeriesKey Key) WithBenchmark(RunResult run, string benchmark)
    {
        var name = benchmark;
        while (run.Scenario.Markets.Any(m => m.Name == name))
        {
            name += "-benchmark";
        }

        var market = new Market
        {
            Name = name,
            Price = new LinkedPrice
            {
                Benchmark = benchmark,
                Discount = Quantity.Certain($"markets.{name}.discount", 0.0),
                Differential = Quantity.Certain($"markets.{name}.differential", 0.0),
                Floor = Quantity.Certain($"markets.{name}.floor", 0.0),
            },
        };
        var scenario = Recording(run.Scenario, ReportQuantity.Price) with
        {
            Markets = [.. run.Scenario.Markets.Append(market).OrderBy(m => m.Name, StringComparer.Ordinal)],
        };
        return (Of(run, scenario), new SeriesKey(null, null, name, ReportQuantity.Price));
    }

    private static Scenario Recording(Scenario scenario, ReportQuantity quantity) =>
        scenario with
        {
            Record =
            [
                .. scenario.Record.Append(quantity.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
            ],
        };

    private static EnsembleResult Of(RunResult run, Scenario scenario)
    {
        var manifest = run.Manifest;
        var options = Runs.OptionsOf(manifest.Seed, 0, manifest.Replicates, manifest.Sampling);
        using var ensemble = new Ensemble(SimulationPlan.Compile(scenario, run.Course), options);
        ensemble.ExtendTo(run.Paths);
        return ensemble.Look();
    }
}
