using OilRevenueSim.Core.Prices;
using OilRevenueSim.Core.Tests.RandomStreams;
using OilRevenueSim.Core.Tests.Simulation;
using OilRevenueSim.Core.Time;
using OilRevenueSim.Core.Uncertainty;
using Xunit;
using static OilRevenueSim.Core.Tests.Prices.PriceFacts;

namespace OilRevenueSim.Core.Tests.Prices;

/// <summary>What every price model promises: the same bits for any block and thread, no allocation; and policy's floor and cap.</summary>
public sealed class PricePromiseTests
{
    private static readonly PriceJumps Some = Jumps(6, -0.1, 0.2);

    private static readonly Benchmark Bounded = Schwartz with
    {
        Name = "bounded",
        Floor = Certain(75),
        Cap = Certain(110),
    };

    private static readonly Benchmark[] All =
    [
        Gbm,
        Gbm with
        {
            Name = "jumping-gbm",
            Jumps = Some,
        },
        Schwartz,
        Schwartz with
        {
            Name = "jumping-brent",
            Jumps = Some,
        },
        SchwartzSmith,
        RegimeTests.Switching(RegimeTests.Reverting(70, 0.3, 0.2), RegimeTests.Drift(0.1, 0.5), 8, 12),
        Bounded,
    ];

    private static readonly PriceCorrelation[] Pairs =
    [
        CorrelatedPriceTests.Pair("jumping-gbm", "jumping-brent", 0.5),
        CorrelatedPriceTests.Pair("bounded", "crude.short", 0.4),
    ];

    [Theory]
    [InlineData(13)]
    [InlineData(7)]
    [InlineData(1)]
    public void Blocks_of_any_size_give_the_same_bits_with_and_without_vectors(int block)
    {
        var run = new PriceRun(All, Pairs, Grid(StepLength.Week));
        for (var b = 0; b < All.Length; b++)
        {
            var whole = run.RunOf(b, Seed, 0, 256, 256, 0, 30, 52);
            var parts = run.RunOf(b, Seed, 0, 256, block, 0, 30, 52);
            for (var kept = 0; kept < 3; kept++)
            {
                SameBits.AssertEqual(whole.Price[kept], parts.Price[kept]);
                SameBits.AssertEqual(whole.LogPrice[kept], parts.LogPrice[kept]);
            }
        }
    }

    [Fact]
    public void A_bootstrapped_price_has_the_same_bits_in_any_block()
    {
        var run = new PriceRun(BootstrapTests.Benchmark(0.5), Grid(StepLength.Month));
        SameBits.AssertEqual(run.Run(Seed, 0, 256, 256, 11).LogPrice[0], run.Run(Seed, 0, 256, 13, 11).LogPrice[0]);
    }

    [Fact]
    public void Threads_blocks_and_order_change_no_bit_of_a_run()
    {
        var world = World.OnePort(StepLength.Week) with
        {
            Benchmarks = [.. All],
            PriceCorrelations = [.. Pairs],
            Markets = [.. All.Select(b => World.Linked($"market-{b.Name}", b.Name))],
            Routes = [.. All.Select(b => World.Route(["field"], ["port"], $"market-{b.Name}", capacity: 10_000))],
        };
        var expected = Ran.For(world, 1024).Bits().ToList();
        Assert.Equal(expected, Ran.For(world, 1024, threads: 2, block: 512).Bits());
        var turned = world with
        {
            Benchmarks = [.. All.Reverse()],
            PriceCorrelations = [.. Pairs.Reverse().Select(p => new PriceCorrelation(p.Second, p.First, p.Value))],
        };
        Assert.Equal(expected, Ran.For(turned, 1024).Bits());
    }

    [Fact]
    public void Advancing_allocates_nothing()
    {
        Benchmark[] benchmarks = [.. All, BootstrapTests.Benchmark(0.5)];
        var quantities = new List<Quantity>();
        var system = new PriceSystem(
            benchmarks,
            Pairs,
            Grid(StepLength.Month),
            quantity =>
            {
                quantities.Add(quantity);
                return quantities.Count - 1;
            }
        );
        var values = new double[quantities.Count * 256];
        DrawTable.Compile(quantities, []).Fill(Seed, 0, 1, 256, values);
        var rows = new double[system.RowCount * 256];
        var (logPrices, prices) = (new double[benchmarks.Length * 256], new double[benchmarks.Length * 256]);
        var lanes = new PriceLanes(Seed, 0, 256, values, rows, logPrices, prices);
        // The least of five: the runtime may allocate once for itself while it replaces a method's first code.
        var least = long.MaxValue;
        for (var turn = 0; turn < 5; turn++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            system.Prepare(lanes);
            for (var step = 0; step < 11; step++)
            {
                system.Advance(step, lanes);
            }

            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.Equal(0, least);
    }

    [Fact]
    public void Floor_and_cap_bound_what_markets_see_while_the_process_goes_on()
    {
        int[] keep = [0, 10, 30, 52];
        var free = new PriceRun(Schwartz with { Name = "bounded" }, Grid(StepLength.Week));
        var held = new PriceRun(Bounded, Grid(StepLength.Week));
        var (_, expected) = free.Run(Seed, 0, 512, 256, keep);
        var (logs, prices) = held.Run(Seed, 0, 512, 256, keep);
        for (var kept = 0; kept < keep.Length; kept++)
        {
            double[] bounded = [.. expected[kept].Select(s => Math.Min(110, Math.Max(75, s)))];
            SameBits.AssertEqual(bounded, prices[kept]);
            Assert.All(prices[kept].Zip(logs[kept]), p => Assert.Equal(Math.Log(p.First), p.Second, 1e-14));
        }

        Assert.All(prices[0], s => Assert.Equal(110, s));
        Assert.Contains(75.0, prices[3]);
        Assert.Contains(110.0, prices[3]);
        Assert.Contains(prices[3], s => s is > 75 and < 110);
        SameBits.AssertEqual(
            [.. expected[3].Where(s => s is > 75 and < 110)],
            [.. prices[3].Where(s => s is > 75 and < 110)]
        );
    }

    [Fact]
    public void A_cap_stands_above_a_floor_that_passes_it()
    {
        var torn = Schwartz with { Floor = Certain(120), Cap = Certain(100) };
        Assert.All(
            new PriceRun(torn, Grid(StepLength.Week)).Run(Seed, 0, 16, 16, 5).Price[0],
            s => Assert.Equal(100, s)
        );
    }

    [Fact]
    public void Streams_are_those_of_the_catalogue()
    {
        Assert.Equal(["price/gbm"], Gbm.Streams);
        Assert.Equal(["price/jumping-brent", "price/jumping-brent/jumps"], All[3].Streams);
        Assert.Equal(["price/oil", "price/oil/regime/calm>wild", "price/oil/regime/wild>calm"], All[5].Streams);
        Assert.Equal(["price-blocks"], BootstrapTests.Benchmark(0.5).Streams);
    }
}
