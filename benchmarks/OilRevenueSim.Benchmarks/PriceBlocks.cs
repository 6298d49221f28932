using OilRevenueSim.Core.Prices;
using OilRevenueSim.Core.Time;
using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim.Benchmarks;

/// <summary>Benchmarks with certain parameters over ten years of months, and a block of paths of them.</summary>
internal sealed class PriceBlocks
{
    /// <summary>Paths of a block unless another size is asked for.</summary>
    public const int DefaultLanes = 256;

    private readonly PriceSystem system;
    private readonly double[] values;
    private readonly double[] rows;
    private readonly double[] logPrices;
    private readonly double[] prices;
    private int step;

    public PriceBlocks(IEnumerable<Benchmark> benchmarks, params PriceCorrelation[] correlations)
        : this(DefaultLanes, benchmarks, correlations) { }

    public PriceBlocks(int lanes, IEnumerable<Benchmark> benchmarks, params PriceCorrelation[] correlations)
    {
        Lanes = lanes;
        var quantities = new List<Quantity>();
        var grid = new TimeGrid(new DateOnly(2016, 1, 1), new DateOnly(2025, 12, 31), StepLength.Month);
        system = new PriceSystem(
            benchmarks,
            correlations,
            grid,
            quantity =>
            {
                quantities.Add(quantity);
                return quantities.Count - 1;
            }
        );
        Steps = grid.StepCount;
        values = Core.RandomStreams.LaneStore.Allocate(quantities.Count * Lanes);
        DrawTable.Compile(quantities, []).Fill(1, 0, 1, Lanes, values);
        rows = Core.RandomStreams.LaneStore.Allocate(system.RowCount * Lanes);
        logPrices = Core.RandomStreams.LaneStore.Allocate(system.Benchmarks.Length * Lanes);
        prices = Core.RandomStreams.LaneStore.Allocate(system.Benchmarks.Length * Lanes);
        system.Prepare(Block);
    }

    /// <summary>Paths of the block.</summary>
    public int Lanes { get; }

    public int Steps { get; }

    private PriceLanes Block => new(1, 0, Lanes, values, rows, logPrices, prices);

    /// <summary>Moves the block by one step; after the last of the ten years the steps begin again, the prices do not.</summary>
    public void Advance()
    {
        system.Advance(step, Block);
        step = step + 1 < Steps ? step + 1 : 0;
    }

    public static Quantity Certain(double value) => Quantity.Certain("q", value);

    public static SchwartzBenchmark Schwartz { get; } =
        new()
        {
            Name = "brent",
            Spot = Certain(112.3),
            LongRun = Certain(64),
            HalfLife = Certain(0.75),
            Volatility = Certain(0.36),
        };
}
