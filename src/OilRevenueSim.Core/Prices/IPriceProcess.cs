using System.Collections.Immutable;
using OilRevenueSim.Core.Time;
using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim.Core.Prices;

/// <summary>A benchmark compiled for a time grid: moves the prices of a block of paths from step to step (model.md §5).</summary>
/// <remarks>
/// Immutable and shared between threads; all state lives in the <see cref="PriceBlock"/>. Exact discretisation: the law
/// at the start of a step does not depend on the length of the steps before. Nothing allocates.
/// </remarks>
internal interface IPriceProcess
{
    /// <summary>The benchmark.</summary>
    Benchmark Benchmark { get; }

    /// <summary>Rows of lanes that <see cref="PriceBlock.Rows"/> needs.</summary>
    int RowCount { get; }

    /// <summary>Computes the coefficients of a block and sets its prices of step 0, the spot bit for bit.</summary>
    void Prepare(PriceBlock block);

    /// <summary>Moves the prices from <paramref name="step"/> to the next, with block <paramref name="step"/> of the benchmark's stream.</summary>
    void Advance(int step, PriceBlock block);

    /// <summary>Compiles a benchmark.</summary>
    /// <param name="benchmark">Benchmark.</param>
    /// <param name="grid">Steps of the run.</param>
    /// <param name="rowOf">Row of <see cref="PriceBlock.Values"/> that holds a quantity.</param>
    static IPriceProcess Create(Benchmark benchmark, TimeGrid grid, Func<Quantity, int> rowOf) =>
        benchmark switch
        {
            ConstantBenchmark constant => new ConstantPrice(constant, rowOf),
            CurveBenchmark curve => new CurvePrice(curve, grid, rowOf),
            GbmBenchmark gbm => new GbmPrice(gbm, grid, rowOf),
            SchwartzBenchmark schwartz => new SchwartzPrice(schwartz, grid, rowOf),
            SchwartzSmithBenchmark schwartzSmith => new SchwartzSmithPrice(schwartzSmith, grid, rowOf),
            RegimesBenchmark regimes => new RegimesPrice(regimes, grid, rowOf),
            BootstrapBenchmark bootstrap => new BootstrapPrice(bootstrap, grid, rowOf),
            _ => throw new ArgumentException($"No price process is known for {benchmark}.", nameof(benchmark)),
        };
}

/// <summary>A price driven by Brownian motions, which may correlate with those of other benchmarks.</summary>
internal interface IDiffusion : IPriceProcess
{
    /// <summary>Its Brownian motions in order: one, or the short-term before the long-term factor.</summary>
    ImmutableArray<DiffusionFactor> Factors { get; }

    /// <summary>Row of the correlation between its own two factors, or −1.</summary>
    int OwnCorrelation { get; }

    /// <summary>The independent standard normals of a step, from block <paramref name="step"/> of the benchmark's stream.</summary>
    /// <param name="step">Step that is left.</param>
    /// <param name="block">Block of paths.</param>
    /// <param name="normals">Receives them, <c>[factor][lane]</c>.</param>
    void Draw(int step, PriceBlock block, Span<double> normals);

    /// <summary>Moves the prices with standard normals that have the step's correlations already, its own too.</summary>
    /// <param name="step">Step that is left.</param>
    /// <param name="block">Block of paths.</param>
    /// <param name="normals">Standard normals, <c>[factor][lane]</c>.</param>
    void Move(int step, PriceBlock block, ReadOnlySpan<double> normals);
}

/// <summary>A Brownian motion of a benchmark.</summary>
/// <param name="Name">As correlations name it: the benchmark's name, or <c>NAME.short</c> and <c>NAME.long</c>.</param>
/// <param name="HalfLife">Row of the half-life of its effect, or −1 where that never fades.</param>
internal readonly record struct DiffusionFactor(string Name, int HalfLife);

/// <summary>What a price process reads and writes for one block of paths.</summary>
/// <param name="seed">Seed of the run.</param>
/// <param name="firstPath">Path of lane 0.</param>
/// <param name="lanes">Paths of the block.</param>
/// <param name="values">Values of the quantities, <c>[row][lane]</c>, base units, as a draw table fills them.</param>
/// <param name="rows">Rows of the process's own, <c>[row][lane]</c>, kept from Prepare on.</param>
/// <param name="logPrice">ln of the price at the current step, <c>[lane]</c>.</param>
/// <param name="price">Price at the current step, USD per barrel, <c>[lane]</c>.</param>
internal readonly ref struct PriceBlock(
    ulong seed,
    uint firstPath,
    int lanes,
    ReadOnlySpan<double> values,
    Span<double> rows,
    Span<double> logPrice,
    Span<double> price
)
{
    /// <summary>Seed of the run.</summary>
    public ulong Seed { get; } = seed;

    /// <summary>Path of lane 0.</summary>
    public uint FirstPath { get; } = firstPath;

    /// <summary>Paths of the block.</summary>
    public int Lanes { get; } = lanes;

    /// <summary>Values of the quantities, <c>[row][lane]</c>.</summary>
    public ReadOnlySpan<double> Values { get; } = values;

    /// <summary>Rows of the process's own, <c>[row][lane]</c>.</summary>
    public Span<double> Rows { get; } = rows;

    /// <summary>ln of the price at the current step, <c>[lane]</c>.</summary>
    public Span<double> LogPrice { get; } = logPrice;

    /// <summary>Price at the current step, USD per barrel, <c>[lane]</c>.</summary>
    public Span<double> Price { get; } = price;

    /// <summary>Lanes of a quantity.</summary>
    public ReadOnlySpan<double> Value(int row) => Values.Slice(row * Lanes, Lanes);

    /// <summary>Lanes of a row of the process's own.</summary>
    public Span<double> Row(int row) => Rows.Slice(row * Lanes, Lanes);
}
