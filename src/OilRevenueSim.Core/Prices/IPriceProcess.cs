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

    /// <summary>Rows of lanes that <see cref="PriceBlock.Coefficients"/> needs.</summary>
    int CoefficientRows { get; }

    /// <summary>Computes the coefficients of a block and sets its prices of step 0, the spot bit for bit.</summary>
    void Prepare(PriceBlock block);

    /// <summary>Moves the prices from <paramref name="step"/> to the next, with u0 of block <paramref name="step"/> of the benchmark's stream.</summary>
    void Advance(int step, ulong seed, uint firstPath, PriceBlock block);

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
            _ => throw new ArgumentException($"No price process is known for {benchmark}.", nameof(benchmark)),
        };
}

/// <summary>What a price process reads and writes for one block of paths.</summary>
/// <param name="lanes">Paths of the block.</param>
/// <param name="values">Values of the quantities, <c>[row][lane]</c>, base units, as a draw table fills them.</param>
/// <param name="coefficients">Rows of the process's own, <c>[row][lane]</c>, kept from Prepare on.</param>
/// <param name="logPrice">ln of the price at the current step, <c>[lane]</c>.</param>
/// <param name="price">Price at the current step, USD per barrel, <c>[lane]</c>.</param>
internal readonly ref struct PriceBlock(
    int lanes,
    ReadOnlySpan<double> values,
    Span<double> coefficients,
    Span<double> logPrice,
    Span<double> price
)
{
    /// <summary>Paths of the block.</summary>
    public int Lanes { get; } = lanes;

    /// <summary>Values of the quantities, <c>[row][lane]</c>.</summary>
    public ReadOnlySpan<double> Values { get; } = values;

    /// <summary>Rows of the process's own, <c>[row][lane]</c>.</summary>
    public Span<double> Coefficients { get; } = coefficients;

    /// <summary>ln of the price at the current step, <c>[lane]</c>.</summary>
    public Span<double> LogPrice { get; } = logPrice;

    /// <summary>Price at the current step, USD per barrel, <c>[lane]</c>.</summary>
    public Span<double> Price { get; } = price;

    /// <summary>Lanes of a quantity.</summary>
    public ReadOnlySpan<double> Value(int row) => Values.Slice(row * Lanes, Lanes);

    /// <summary>Lanes of a coefficient.</summary>
    public Span<double> Coefficient(int row) => Coefficients.Slice(row * Lanes, Lanes);
}
