using OilRevenueSim.Core.RandomStreams;
using OilRevenueSim.Core.Time;
using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim.Core.Prices;

/// <summary>The price of <see cref="GbmBenchmark"/>: x ← x + (μ − σ²/2)·dt + σ√dt·z.</summary>
internal sealed class GbmPrice(GbmBenchmark benchmark, TimeGrid grid, Func<Quantity, int> rowOf) : IPriceProcess
{
    private readonly int _spot = rowOf(benchmark.Spot);
    private readonly int _drift = rowOf(benchmark.Drift);
    private readonly int _volatility = rowOf(benchmark.Volatility);
    private readonly StepClasses _classes = new(grid);
    private readonly ulong _stream = StreamName.Hash(benchmark.Stream);

    /// <inheritdoc />
    public Benchmark Benchmark => benchmark;

    /// <summary>For each length of step the shift and the standard deviation of x.</summary>
    public int CoefficientRows => 2 * _classes.DtYears.Length;

    /// <inheritdoc />
    public void Prepare(PriceBlock block)
    {
        for (var c = 0; c < _classes.DtYears.Length; c++)
        {
            var kernel = new Coefficients(
                block.Value(_drift),
                block.Value(_volatility),
                _classes.DtYears[c],
                block.Coefficient(2 * c),
                block.Coefficient((2 * c) + 1)
            );
            LaneKernel.Run(kernel, block.Lanes);
        }

        block.Value(_spot).CopyTo(block.Price);
        LaneMath.Log(block.Value(_spot), block.LogPrice);
    }

    /// <inheritdoc />
    public void Advance(int step, ulong seed, uint firstPath, PriceBlock block)
    {
        var c = _classes.Of(step);
        // The uniforms pass through the price's place.
        Philox4x32.FillUniform(seed, firstPath, (uint)step, _stream, block.Price[..block.Lanes]);
        var kernel = new Move(block.Coefficient(2 * c), block.Coefficient((2 * c) + 1), block.LogPrice, block.Price);
        LaneKernel.Run(kernel, block.Lanes);
    }

    private readonly ref struct Coefficients(
        ReadOnlySpan<double> drift,
        ReadOnlySpan<double> volatility,
        double dtYears,
        Span<double> shift,
        Span<double> deviation
    ) : ILaneKernel
    {
        private readonly ReadOnlySpan<double> _drift = drift;
        private readonly ReadOnlySpan<double> _volatility = volatility;
        private readonly double _dtYears = dtYears;
        private readonly Span<double> _shift = shift;
        private readonly Span<double> _deviation = deviation;

        public void Run<TLanes>(int lane)
            where TLanes : unmanaged, ILanes<TLanes>
        {
            var sigma = TLanes.Load(_volatility, lane);
            var rate = TLanes.Load(_drift, lane) - (TLanes.Create(0.5) * (sigma * sigma));
            (rate * TLanes.Create(_dtYears)).Store(_shift, lane);
            (sigma * TLanes.Create(Math.Sqrt(_dtYears))).Store(_deviation, lane);
        }
    }

    private readonly ref struct Move(
        ReadOnlySpan<double> shift,
        ReadOnlySpan<double> deviation,
        Span<double> logPrice,
        Span<double> price
    ) : ILaneKernel
    {
        private readonly ReadOnlySpan<double> _shift = shift;
        private readonly ReadOnlySpan<double> _deviation = deviation;
        private readonly Span<double> _logPrice = logPrice;
        private readonly Span<double> _price = price;

        public void Run<TLanes>(int lane)
            where TLanes : unmanaged, ILanes<TLanes>
        {
            var z = LaneMath.InverseNormal(TLanes.Load(_price, lane));
            var x = TLanes.Load(_logPrice, lane) + TLanes.Load(_shift, lane);
            x = TLanes.FusedMultiplyAdd(TLanes.Load(_deviation, lane), z, x);
            x.Store(_logPrice, lane);
            LaneMath.Exp(x).Store(_price, lane);
        }
    }
}
