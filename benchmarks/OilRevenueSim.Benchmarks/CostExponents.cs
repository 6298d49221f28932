using System.Globalization;
using OilRevenueSim.Benchmarks.Worlds;
using OilRevenueSim.Core.Simulation;
using OilRevenueSim.Scenarios;

namespace OilRevenueSim.Benchmarks;

/// <summary>How processor time grows with paths, steps and assets: slopes of log time over log size, one thread, all statistics.</summary>
/// <remarks>
/// A slope of 1 is cost in proportion. Each size runs several times, all sizes in turn; the shortest time of each counts. The standard
/// error is that of the slope of a straight line by least squares.
/// </remarks>
internal static class CostExponents
{
    private const int Rounds = 5;
    private const int Paths = 2048;

    /// <summary>Measures and prints the three slopes.</summary>
    public static void Print()
    {
        var reference = ReferenceWorkload.Plan();
        Print("paths", "reference workload", [8192, 16384, 32768, 65536, 131072], _ => reference, n => n);
        Print("steps", "63 assets, months", [24, 48, 96, 192, 384], n => World(63, n / 12), _ => Paths);
        Print("assets", "24 months", [21, 42, 84, 168, 336], n => World(n, 2), _ => Paths);
    }

    private static SimulationPlan World(int assets, int years)
    {
        var reading = ScenarioReader.ReadText(GeneratedWorld.Yaml(assets, "month", years), "generated.yaml");
        return SimulationPlan.Compile(
            reading.Scenario
                ?? throw new InvalidOperationException(string.Join('\n', reading.Diagnostics.Select(d => d.Render())))
        );
    }

    private static void Print(
        string of,
        string world,
        int[] sizes,
        Func<int, SimulationPlan> plan,
        Func<int, int> paths
    )
    {
        SimulationPlan[] plans = [.. sizes.Select(plan)];
        var seconds = Enumerable.Repeat(double.PositiveInfinity, sizes.Length).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < sizes.Length; i++)
            {
                seconds[i] = Math.Min(seconds[i], Seconds(plans[i], paths(sizes[i])));
            }
        }

        var (slope, error) = Slope([.. sizes.Select(n => Math.Log(n))], [.. seconds.Select(s => Math.Log(s))]);
        var each = string.Join(
            ", ",
            sizes.Select((n, i) => string.Create(CultureInfo.InvariantCulture, $"{n}: {seconds[i]:0.000} s"))
        );
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{of} ({world}): exponent {slope:0.000} ± {error:0.000}   {each}"
            )
        );
    }

    private static double Seconds(SimulationPlan plan, int paths)
    {
        var start = Environment.CpuUsage.TotalTime;
        using var ensemble = new Ensemble(plan, new RunOptions { Threads = 1 });
        ensemble.ExtendTo(paths);
        return (Environment.CpuUsage.TotalTime - start).TotalSeconds;
    }

    private static (double Slope, double Error) Slope(double[] xs, double[] ys)
    {
        var (x, y) = (xs.Average(), ys.Average());
        var spread = xs.Sum(v => (v - x) * (v - x));
        var slope = xs.Zip(ys, (a, b) => (a - x) * (b - y)).Sum() / spread;
        var residual = xs.Zip(ys, (a, b) => b - y - (slope * (a - x))).Sum(r => r * r);
        return (slope, Math.Sqrt(residual / (xs.Length - 2) / spread));
    }
}
