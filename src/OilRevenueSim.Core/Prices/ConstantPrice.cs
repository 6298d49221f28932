using OilRevenueSim.Core.RandomStreams;
using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim.Core.Prices;

/// <summary>The price of <see cref="ConstantBenchmark"/>: its spot at every step.</summary>
internal sealed class ConstantPrice(ConstantBenchmark benchmark, Func<Quantity, int> rowOf) : IPriceProcess
{
    private readonly int _spot = rowOf(benchmark.Spot);

    /// <inheritdoc />
    public Benchmark Benchmark => benchmark;

    /// <inheritdoc />
    public int RowCount => 0;

    /// <inheritdoc />
    public void Prepare(PriceBlock block)
    {
        block.Value(_spot).CopyTo(block.Price);
        LaneMath.Log(block.Value(_spot), block.LogPrice);
    }

    /// <inheritdoc />
    public void Advance(int step, PriceBlock block) { }
}
