using System.Collections.Immutable;
using OilRevenueSim.Core.Simulation;
using OilRevenueSim.Tests;
using Xunit;

namespace OilRevenueSim.Core.Tests.Simulation;

/// <summary>Values of paths on their way out of a run.</summary>
public sealed class PathSinkTests
{
    private static readonly SimulationPlan Plan = SimulationPlan.Compile(SameBitsTests.Contest());

    private static ImmutableArray<PathColumn> Everything(SimulationPlan plan) =>
        [.. plan.Series.SelectMany(key => plan.Periods.Select(period => new PathColumn(key, period)))];

    private static Keeping Run(long paths, int threads, int block)
    {
        var sink = new Keeping(Everything(Plan));
        using var ensemble = new Ensemble(Plan, new RunOptions { Threads = threads, BlockPaths = block }, sink);
        ensemble.ExtendTo(paths);
        return sink;
    }

    [Theory]
    [InlineData(1, 256)]
    [InlineData(2, 256)]
    [InlineData(2, 768)]
    [InlineData(3, 1024)]
    [InlineData(2, 4096)]
    public void A_sink_gets_every_path_in_order_whatever_the_threads_and_blocks(int threads, int block)
    {
        var sink = Run(9_000, threads, block);
        var result = Ensemble.Run(Plan, new RunOptions { Threads = 1 }, 9_000);
        for (var c = 0; c < sink.Columns.Length; c++)
        {
            var (s, p) = (c / result.Periods.Length, c % result.Periods.Length);
            Assert.Equal(9_000, sink.Values[c].Count);
            if (result.HasDraws(s))
            {
                Assert.Equal(result.Draws(s, p), sink.Values[c]);
            }
        }
    }

    [Fact]
    public void A_series_of_which_only_the_mean_is_reported_can_be_taken_too()
    {
        var sink = Run(1_000, threads: 1, block: 256);
        var result = Ensemble.Run(Plan, new RunOptions { Threads = 1 }, 1_000);
        var holds = Enumerable
            .Range(0, sink.Columns.Length)
            .Where(c => sink.Columns[c].Series.Quantity == ReportQuantity.ProbabilityHolds)
            .ToList();
        Assert.NotEmpty(holds);
        foreach (var c in holds)
        {
            var mean = result.At(c / result.Periods.Length, c % result.Periods.Length).Mean;
            Assert.Equal(mean, sink.Values[c].Average(), 1e-12);
        }
    }

    [Fact]
    public void Taking_values_changes_no_bit_of_the_result()
    {
        using var tapped = new Ensemble(Plan, new RunOptions { Threads = 2 }, new Keeping(Everything(Plan)));
        tapped.ExtendTo(3_000);
        Assert.Equal(Ensemble.Run(Plan, new RunOptions { Threads = 1 }, 3_000).Bits(), tapped.Look().Bits());
    }

    [Fact]
    public void An_extension_goes_on_where_the_paths_so_far_end()
    {
        var sink = new Keeping(Everything(Plan));
        using var ensemble = new Ensemble(Plan, new RunOptions { Threads = 2 }, sink);
        ensemble.ExtendTo(4_096);
        ensemble.ExtendTo(6_000);
        Assert.Equal(Run(6_000, threads: 1, block: 256).Values, sink.Values);
    }

    [Fact]
    public void Plans_that_run_together_have_each_its_own_sink_or_none()
    {
        var other = SimulationPlan.Compile(SameBitsTests.Contest() with { Name = "other" });
        var sink = new Keeping(Everything(other));
        using var ensemble = new PairedEnsemble([Plan, other], new RunOptions { Threads = 2 }, [null, sink]);
        ensemble.ExtendTo(2_000);
        var result = ensemble.Look().Courses[1];
        for (var c = 0; c < sink.Columns.Length; c++)
        {
            if (result.HasDraws(c / result.Periods.Length))
            {
                Assert.Equal(result.Draws(c / result.Periods.Length, c % result.Periods.Length), sink.Values[c]);
            }
        }
    }

    [Fact]
    public void A_sink_that_fails_ends_the_run_with_its_own_exception()
    {
        var sink = new Keeping([Everything(Plan)[0]]) { OnWrite = first => throw new IOException($"full at {first}") };
        using var ensemble = new Ensemble(Plan, new RunOptions { Threads = 3 }, sink);
        var e = Assert.Throws<IOException>(() => ensemble.ExtendTo(100_000));
        Assert.Equal("full at 0", e.Message);
    }

    [Fact]
    public void A_cancelled_run_lets_go_of_workers_that_wait_for_a_sink()
    {
        using var cancel = new CancellationTokenSource();
        var sink = new Keeping([Everything(Plan)[0]]) { OnWrite = _ => cancel.Cancel() };
        using var ensemble = new Ensemble(Plan, new RunOptions { Threads = 3 }, sink);
        Assert.Throws<OperationCanceledException>(() => ensemble.ExtendTo(100_000, cancellation: cancel.Token));
    }

    [Fact]
    public void A_slow_sink_holds_up_workers_before_more_than_two_chunks_a_thread_wait_for_it()
    {
        const int Threads = 2;
        const int Chunk = 1_024;
        var done = 0L;
        var written = 0L;
        var furthest = 0L;
        using var otherIsAhead = new ManualResetEventSlim();
        var progress = new Reporting(p =>
        {
            Volatile.Write(ref done, p.PathsDone);
            furthest = Math.Max(furthest, p.PathsDone - Volatile.Read(ref written));
            if (p.PathsDone >= ((2 * Threads) - 1) * Chunk)
            {
                otherIsAhead.Set();
            }
        });
        var sink = new Keeping([Everything(Plan)[0]])
        {
            OnWrite = first =>
            {
                otherIsAhead.Wait(TestContext.Current.CancellationToken);
                Volatile.Write(ref written, first);
            },
        };
        using var ensemble = new Ensemble(Plan, new RunOptions { Threads = Threads }, sink);
        ensemble.ExtendTo(40 * Chunk, progress, TestContext.Current.CancellationToken);
        Assert.Equal(40 * Chunk, done);
        Assert.Equal(40 * Chunk, sink.Values[0].Count);
        Assert.InRange(furthest, ((2 * Threads) - 1) * Chunk, 2 * Threads * Chunk);
    }

    [Fact]
    public void A_column_that_is_not_recorded_or_asked_for_twice_is_refused()
    {
        var one = Everything(Plan)[0];
        var unknown = one with { Series = new SeriesKey("nobody", null, null, ReportQuantity.Gross) };
        var e = Assert.Throws<ArgumentException>(() => new Ensemble(Plan, new RunOptions(), new Keeping([unknown])));
        Assert.Contains("gross_revenue_usd of nobody", e.Message, StringComparison.Ordinal);
        e = Assert.Throws<ArgumentException>(() => new Ensemble(Plan, new RunOptions(), new Keeping([one, one])));
        Assert.Contains("asked for twice", e.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() =>
            new PairedEnsemble([Plan], new RunOptions(), [new Keeping([one]), null])
        );
    }

    [Fact]
    public void Taking_values_allocates_nothing_for_a_block()
    {
        var columns = Everything(Plan);
        using var outlet = new PathOutlet([Plan], [new Keeping(columns)], 1_024, mostChunks: 1);
        var tap = outlet.Tap(0, new Ran.Ignore(), Plan.Periods.Length)!;
        var values = new PathValues(columns.Length, 1_024);
        var simulator = BlockSimulator.Create(Plan, 1, 256);
        void Block(uint block)
        {
            tap.Begin(values, 0, block % 4 * 256, 256);
            simulator.Run(block * 256, tap);
        }

        for (var block = 0u; block < 4; block++)
        {
            Block(block);
        }

        void More()
        {
            for (var block = 4u; block < 12; block++)
            {
                Block(block);
            }
        }

        Assert.Equal(0, Allocations.Least(More));
        Assert.Equal(1_024, values.Count);
    }

    private sealed class Reporting(Action<RunProgress> report) : IProgress<RunProgress>
    {
        public void Report(RunProgress value) => report(value);
    }

    private sealed class Keeping(ImmutableArray<PathColumn> columns) : IPathSink
    {
        public ImmutableArray<PathColumn> Columns => columns;

        public List<double>[] Values { get; } = [.. columns.Select(_ => new List<double>())];

        public Action<long>? OnWrite { get; init; }

        public void Write(PathValues values)
        {
            OnWrite?.Invoke(values.FirstPath);
            Assert.Equal(Values[0].Count, values.FirstPath);
            for (var c = 0; c < columns.Length; c++)
            {
                Values[c].AddRange(values.Column(c));
            }
        }
    }
}
