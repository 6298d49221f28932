using OilRevenueSim.Core.RandomStreams;
using OilRevenueSim.Core.Time;
using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim.Core.Prices;

/// <summary>
/// The price of <see cref="SchwartzBenchmark"/>: x ← θ + a·(x − θ) + s·z with a = e^(−κdt),
/// s = σ·√((1 − e^(−2κdt))/2κ), κ = ln2/half-life, θ = ln long-run.
/// </summary>
internal sealed class SchwartzPrice(SchwartzBenchmark benchmark, TimeGrid grid, Func<Quantity, int> rowOf)
    : IPriceProcess
{
    private const double Ln2 = 0.6931471805599453;

    private readonly int _spot = rowOf(benchmark.Spot);
    private readonly int _longRun = rowOf(benchmark.LongRun);
    private readonly int _halfLife = rowOf(benchmark.HalfLife);
    private readonly int _volatility = rowOf(benchmark.Volatility);
    private readonly StepClasses _classes = new(grid);
    private readonly ulong _stream = StreamName.Hash(benchmark.Stream);

    /// <inheritdoc />
    public Benchmark Benchmark => benchmark;

    /// <summary>θ, then for each length of step the memory a and the standard deviation s.</summary>
    public int CoefficientRows => 1 + (2 * _classes.DtYears.Length);

    /// <inheritdoc />
    public void Prepare(PriceBlock block)
    {
        LaneMath.Log(block.Value(_longRun), block.Coefficient(0));
        for (var c = 0; c < _classes.DtYears.Length; c++)
        {
            var kernel = new Coefficients(
                block.Value(_halfLife),
                block.Value(_volatility),
                _classes.DtYears[c],
                block.Coefficient(1 + (2 * c)),
                block.Coefficient(2 + (2 * c))
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
        var kernel = new Move(
            block.Coefficient(0),
            block.Coefficient(1 + (2 * c)),
            block.Coefficient(2 + (2 * c)),
            block.LogPrice,
            block.Price
        );
        LaneKernel.Run(kernel, block.Lanes);
    }

    private readonly ref struct Coefficients(
        ReadOnlySpan<double> halfLife,
        ReadOnlySpan<double> volatility,
        double dtYears,
        Span<double> memory,
        Span<double> deviation
    ) : ILaneKernel
    {
        private readonly ReadOnlySpan<double> _halfLife = halfLife;
        private readonly ReadOnlySpan<double> _volatility = volatility;
        private readonly double _dtYears = dtYears;
        private readonly Span<double> _memory = memory;
        private readonly Span<double> _deviation = deviation;

        public void Run<TLanes>(int lane)
            where TLanes : unmanaged, ILanes<TLanes>
        {
            var kappa = TLanes.Create(Ln2) / TLanes.Load(_halfLife, lane);
            var decay = -(kappa * TLanes.Create(_dtYears));
            LaneMath.Exp(decay).Store(_memory, lane);
            var variance = -LaneMath.Expm1(decay + decay) / (kappa + kappa);
            (TLanes.Load(_volatility, lane) * TLanes.Sqrt(variance)).Store(_deviation, lane);
        }
    }

    private readonly ref struct Move(
        ReadOnlySpan<double> longRunLog,
        ReadOnlySpan<double> memory,
        ReadOnlySpan<double> deviation,
        Span<double> logPrice,
        Span<double> price
    ) : ILaneKernel
    {
        private readonly ReadOnlySpan<double> _longRunLog = longRunLog;
        private readonly ReadOnlySpan<double> _memory = memory;
        private readonly ReadOnlySpan<double> _deviation = deviation;
        private readonly Span<double> _logPrice = logPrice;
        private readonly Span<double> _price = price;

        public void Run<TLanes>(int lane)
            where TLanes : unmanaged, ILanes<TLanes>
        {
            var z = LaneMath.InverseNormal(TLanes.Load(_price, lane));
            var theta = TLanes.Load(_longRunLog, lane);
            var distance = TLanes.Load(_logPrice, lane) - theta;
            var x = TLanes.FusedMultiplyAdd(TLanes.Load(_memory, lane), distance, theta);
            x = TLanes.FusedMultiplyAdd(TLanes.Load(_deviation, lane), z, x);
            x.Store(_logPrice, lane);
            LaneMath.Exp(x).Store(_price, lane);
        }
    }
}
