using OilRevenueSim.Analysis.Charts;

namespace OilRevenueSim.Reporting.Tests;

/// <summary>Charts of sweeps with invented numbers.</summary>
internal static class SampleSweeps
{
    private const string Price = "benchmarks.brent.spot [USD/bbl]";
    private const string Chance = "areas.oil-crescent.changes.guards>islamic-state.chance [% within 12 months]";

    public static SweepLineChart Line(int count = 9, double offset = 0, bool areWords = false) =>
        new(
            Text("Islamic State in Libya: mean gross revenue by benchmarks.brent.spot"),
            Price,
            "million USD",
            [
                .. Enumerable
                    .Range(0, count)
                    .Select(i =>
                    {
                        var value = offset + 3 + (i * 1.7 * 9 / count);
                        return new SweepLinePoint(
                            areWords ? i : 20 + (10 * i),
                            Label(i, areWords),
                            value,
                            value - 0.6,
                            value + 0.6
                        );
                    }),
            ],
            offset + 6,
            areWords ? ["150"] : []
        );

    /// <summary>A line that lies at zero everywhere.</summary>
    public static SweepLineChart Zero() =>
        Line(5) with
        {
            Points = [.. Line(5).Points.Select(p => p with { Value = 0, Low = 0, High = 0 })],
            File = 0,
        };

    public static SurfaceChart Surface(int width = 9, int height = 5, bool areWords = false, int failed = 0)
    {
        var most = Math.Max(1, (width * height) - 1);
        return new(
            Text("Islamic State in Libya: mean gross revenue by two assumptions"),
            Price,
            Chance,
            [.. Enumerable.Range(0, width).Select(x => Label(x, areWords))],
            [.. Enumerable.Range(0, height).Select(y => $"{5 * (y + 1)}")],
            "million USD",
            [
                .. Enumerable
                    .Range(0, height)
                    .Select(y =>
                        (System.Collections.Immutable.ImmutableArray<SurfaceCell>)
                            [
                                .. Enumerable
                                    .Range(0, width)
                                    .Select(x =>
                                        (x + y) % width < failed
                                            ? new SurfaceCell(null, "–", 0)
                                            : new SurfaceCell(
                                                x + y,
                                                $"{(x * height) + y + 0.5}",
                                                ((x * height) + y) / (double)most
                                            )
                                    ),
                            ]
                    ),
            ]
        );
    }

    private static string Label(int i, bool areWords) =>
        areWords ? $"uniform {i} to {i + 20} USD/bbl" : $"{20 + (10 * i)}";

    private static ChartText Text(string title) =>
        new(
            title,
            "Million USD, over the whole period; darker is more. Every cell has the same random numbers.",
            SampleCharts.Foot,
            "Invented numbers."
        );
}
