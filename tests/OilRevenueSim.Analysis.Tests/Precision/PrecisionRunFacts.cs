using OilRevenueSim.Analysis.Precision;
using OilRevenueSim.Analysis.Tests.Synthetic;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Analysis.Tests.Precision;

public sealed class PrecisionRunFacts
{
    private static readonly SeriesKey Gross = SyntheticResult.Money("noc", ReportQuantity.Gross);

    // Half the paths 0, half 200: mean 100, half-width 1.96·100/√n: 3.06 at 4,096, 2.17 at 8,192, 1.53 at 16,384, 1.08 at 32,768.
    private static EnsembleResult Coin(long paths)
    {
        double[] coin = [.. Enumerable.Range(0, (int)paths).Select(i => i % 2 == 0 ? 0.0 : 200.0)];
        var nothing = new double[paths];
        return new SyntheticResult(paths).Record(Gross, coin, nothing, nothing).Build();
    }

    private static PrecisionOutcome Run(
        string tolerance,
        long maximum,
        List<long> visited,
        IProgress<PrecisionProgress>? progress = null
    ) => RunUntilStopped(tolerance, maximum, visited, progress, CancellationToken.None);

    private static PrecisionOutcome RunUntilStopped(
        string tolerance,
        long maximum,
        List<long> visited,
        IProgress<PrecisionProgress>? progress,
        CancellationToken cancellation
    ) =>
        PrecisionRun.Run(
            courses: 1,
            (_, paths, told, _) =>
            {
                visited.Add(paths);
                told?.Report(new RunProgress(paths / 2, paths));
                return Coin(paths);
            },
            PrecisionTarget.Parse($"noc gross_revenue_usd mean {tolerance}").Target!,
            maximum,
            progress,
            cancellation
        );

    [Fact]
    public void Looks_double_and_stop_after_two_in_a_row()
    {
        var visited = new List<long>();
        var outcome = Run("2.5%", PrecisionRun.DefaultMaximum, visited);
        Assert.Equal([4096, 8192, 16_384], visited);
        Assert.Equal([false, true, true], outcome.Looks.Select(l => l.IsReached));
        Assert.True(outcome.IsReached);
        Assert.Equal(16_384, outcome.Result.Manifest.Paths);
    }

    [Fact]
    public void One_look_is_never_enough()
    {
        var visited = new List<long>();
        Assert.True(Run("50%", PrecisionRun.DefaultMaximum, visited).IsReached);
        Assert.Equal([4096, 8192], visited);
    }

    [Fact]
    public void Two_looks_that_are_not_in_a_row_do_not_count()
    {
        var reached = new Queue<bool>([true, false, true, true]);
        var visited = new List<long>();
        var outcome = PrecisionRun.Run(
            courses: 1,
            (_, paths, _, _) =>
            {
                visited.Add(paths);
                double[] values =
                [
                    .. Enumerable.Range(0, (int)paths).Select(i => reached.Peek() || i % 2 == 0 ? 1.0 : 0.0),
                ];
                reached.Dequeue();
                return new SyntheticResult(paths).Record(Gross, values, new double[paths], new double[paths]).Build();
            },
            PrecisionTarget.Parse("noc gross_revenue_usd mean 0.1%").Target!,
            PrecisionRun.DefaultMaximum,
            progress: null,
            CancellationToken.None
        );
        Assert.Equal([4096, 8192, 16_384, 32_768], visited);
        Assert.True(outcome.IsReached);
    }

    [Theory]
    [InlineData(16_384)]
    [InlineData(20_000)]
    [InlineData(32_767)]
    public void The_last_look_is_the_largest_within_the_maximum(long maximum)
    {
        var visited = new List<long>();
        var outcome = Run("0.1%", maximum, visited);
        Assert.Equal([4096, 8192, 16_384], visited);
        Assert.False(outcome.IsReached);
    }

    [Fact]
    public void A_maximum_below_the_first_look_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Run("1%", 4095, []));

    [Fact]
    public void Courses_share_one_number_of_paths_and_wait_for_the_slowest()
    {
        var visited = new List<(int Course, long Paths)>();
        var outcome = PrecisionRun.Run(
            courses: 2,
            (course, paths, _, _) =>
            {
                visited.Add((course, paths));
                var still = new SyntheticResult(paths)
                    .Record(Gross, [.. Enumerable.Repeat(5.0, (int)paths)], new double[paths], new double[paths])
                    .Build();
                return course == 0 ? still : Coin(paths);
            },
            PrecisionTarget.Parse("noc gross_revenue_usd mean 2.5%").Target!,
            PrecisionRun.DefaultMaximum,
            progress: null,
            CancellationToken.None
        );
        Assert.Equal([(0, 4096), (1, 4096), (0, 8192), (1, 8192), (0, 16_384), (1, 16_384)], visited);
        Assert.Equal(100.0, outcome.Looks[^1].Value);
        Assert.Equal(2, outcome.Results.Length);
    }

    [Fact]
    public void Progress_tells_paths_and_looks()
    {
        var told = new Recorder();
        Run("50%", PrecisionRun.DefaultMaximum, [], told);
        Assert.Equal(
            [(2048L, 0), (4096L, 1), (4096L, 1), (8192L, 2)],
            told.Reports.Select(r => (r.Run.PathsDone, r.Looks.Length))
        );
    }

    [Fact]
    public void A_cancelled_run_stops_before_the_next_look()
    {
        using var source = new CancellationTokenSource();
        var visited = new List<long>();
        var told = new Recorder(r =>
        {
            if (r.Looks.Length == 1)
            {
                source.Cancel();
            }
        });
        Assert.Throws<OperationCanceledException>(() =>
            RunUntilStopped("0.1%", PrecisionRun.DefaultMaximum, visited, told, source.Token)
        );
        Assert.Equal([4096], visited);
    }

    private sealed class Recorder(Action<PrecisionProgress>? then = null) : IProgress<PrecisionProgress>
    {
        public List<PrecisionProgress> Reports { get; } = [];

        public void Report(PrecisionProgress value)
        {
            Reports.Add(value);
            then?.Invoke(value);
        }
    }
}
