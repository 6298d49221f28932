using System.Diagnostics;
using System.Globalization;

namespace OilRevenueSim.Benchmarks;

/// <summary>Ratio of two workloads that take turns, so that a machine whose speed drifts slows both alike.</summary>
/// <param name="Median">Median of the ratios of all pairs.</param>
/// <param name="Low">Lower quartile.</param>
/// <param name="High">Upper quartile.</param>
/// <param name="Pairs">Pairs counted.</param>
internal sealed record PairedRatio(double Median, double Low, double High, int Pairs)
{
    private const int WarmUps = 100;

    /// <summary>Runs both often enough to be compiled fully, then in turns.</summary>
    public static PairedRatio Measure(int pairs, Action first, Action second)
    {
        // Enough calls and pauses for the tiered compiler to finish.
        for (var i = 0; i < WarmUps; i++)
        {
            first();
            second();
        }

        var ratios = new double[pairs];
        for (var i = 0; i < pairs; i++)
        {
            var a = Seconds(first);
            ratios[i] = a / Seconds(second);
        }

        Array.Sort(ratios);
        return new PairedRatio(ratios[pairs / 2], ratios[pairs / 4], ratios[pairs * 3 / 4], pairs);
    }

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Median:0.00} (quartiles {Low:0.00} to {High:0.00}, {Pairs} pairs)"
        );

    private static double Seconds(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
