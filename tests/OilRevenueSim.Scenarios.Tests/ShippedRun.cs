using System.Collections.Concurrent;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Scenarios.Tests;

/// <summary>A course of a shipped scenario, run once for all tests: 2,048 paths, seed 1.</summary>
internal sealed class ShippedRun
{
    public const int Paths = 2048;

    private static readonly ConcurrentDictionary<(string, string), Lazy<ShippedRun>> Runs = [];

    private readonly EnsembleResult result;

    private ShippedRun(string file, string course)
    {
        var scenario = ScenarioReader.Read(Path.Combine(ShippedScenarioTests.Folder(), file)).Scenario!;
        result = Ensemble.Run(SimulationPlan.Compile(scenario, course), new RunOptions { Seed = 1 }, Paths);
    }

    public static ShippedRun Of(string file, string course) =>
        Runs.GetOrAdd((file, course), key => new Lazy<ShippedRun>(() => new ShippedRun(key.Item1, key.Item2))).Value;

    /// <summary>Statistics of an actor's quantity, all places and channels together.</summary>
    public SeriesStatistics Actor(string actor, ReportQuantity quantity, string period) =>
        At(new SeriesKey(actor, null, null, quantity), period);

    /// <summary>Mean output of all fields, or of those named, in kb/d.</summary>
    public double OutputKbd(string period, params IReadOnlyCollection<string> fields) =>
        result
            .Scenario.Fields.Where(f => fields.Count == 0 || fields.Contains(f.Name))
            .Sum(f => At(new SeriesKey(null, f.Name, null, ReportQuantity.Output), period).Mean);

    /// <summary>Share of paths, day by day and on average over a period, in which an actor holds an area.</summary>
    public double Holds(string actor, string area, string period) =>
        At(new SeriesKey(actor, area, null, ReportQuantity.ProbabilityHolds), period).Mean;

    /// <summary>Value of the path of this rank, a share of all paths, in one period.</summary>
    public double Quantile(string actor, ReportQuantity quantity, string period, double share) =>
        Actor(actor, quantity, period).Sample!.Value((long)Math.Ceiling(share * Paths));

    /// <summary>Days of a period inside the horizon.</summary>
    public int Days(string period) => result.Periods.Single(p => p.Label == period).Days;

    /// <summary>Fails with both numbers unless a number lies within the published band.</summary>
    public static void Within(double low, double high, double calculated, string what) =>
        Assert.True(
            calculated >= low && calculated <= high,
            string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"{what}: calculated {calculated:G5}, expected {low:G5} to {high:G5}, {Paths} paths, seed 1"
            )
        );

    /// <remarks>A series that is not recorded is one that the plan knows to be zero on every path.</remarks>
    private SeriesStatistics At(SeriesKey key, string period) =>
        result.Find(key, result.Periods.Single(p => p.Label == period)) ?? SeriesStatistics.Constant(0.0, Paths);
}
