using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using OilRevenueSim.Core.RandomStreams;
using OilRevenueSim.Core.Time;
using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim.Core.Prices;

/// <summary>The price of <see cref="GbmBenchmark"/>: x ← x + (μ − σ²/2 − λk)·dt + σ√dt·z + Σ jumps, k = E[e^J] − 1.</summary>
internal sealed class GbmPrice : IDiffusion
{
    private const int Next = 0;
    private const int FirstClass = 1;

    private readonly GbmBenchmark _benchmark;
    private readonly int _spot;
    private readonly int _drift;
    private readonly int _volatility;
    private readonly StepClasses _classes;
    private readonly ulong _stream;
    private readonly JumpProcess? _jumps;

    /// <summary>Compiles a benchmark.</summary>
    public GbmPrice(GbmBenchmark benchmark, TimeGrid grid, Func<Quantity, int> rowOf)
    {
        _benchmark = benchmark;
        _spot = rowOf(benchmark.Spot);
        _drift = rowOf(benchmark.Drift);
        _volatility = rowOf(benchmark.Volatility);
        _classes = new StepClasses(grid);
        _stream = StreamName.Hash(benchmark.Stream);
        var coefficients = FirstClass + (2 * _classes.DtYears.Length);
        _jumps = benchmark.Jumps is { } jumps
            ? new JumpProcess(jumps, PriceJumps.StreamOf(benchmark), coefficients, -1, rowOf)
            : null;
        RowCount = coefficients + (_jumps is null ? 0 : JumpProcess.RowCount);
        Factors = [new DiffusionFactor(benchmark.Name, -1)];
    }

    /// <inheritdoc />
    public Benchmark Benchmark => _benchmark;

    /// <summary>The uniforms kept for the next step; for each length of step the shift and the standard deviation of x; then the jumps' rows.</summary>
    public int RowCount { get; }

    /// <inheritdoc />
    public ImmutableArray<DiffusionFactor> Factors { get; }

    /// <inheritdoc />
    public int OwnCorrelation => -1;

    /// <inheritdoc />
    public void Prepare(PriceBlock block)
    {
        for (var c = 0; c < _classes.DtYears.Length; c++)
        {
            var kernel = new Coefficients(
                block.Value(_drift),
                block.Value(_volatility),
                _classes.DtYears[c],
                block.Row(FirstClass + (2 * c)),
                block.Row(FirstClass + (2 * c) + 1)
            );
            LaneKernel.Run(kernel, block.Lanes);
            _jumps?.Compensate(_classes.DtYears[c], block, block.Row(FirstClass + (2 * c)));
        }

        _jumps?.Prepare(block);
        block.Value(_spot).CopyTo(block.Price);
        LaneMath.Log(block.Value(_spot), block.LogPrice);
    }

    /// <inheritdoc />
    public void Advance(int step, PriceBlock block)
    {
        // The normals pass through the price's place.
        Draw(step, block, block.Price);
        Move(step, block, block.Price);
    }

    /// <inheritdoc />
    public void Draw(int step, PriceBlock block, Span<double> normals) =>
        StepNormals.Draw(block.Seed, block.FirstPath, step, _stream, normals, block.Row(Next));

    /// <inheritdoc />
    public void Move(int step, PriceBlock block, ReadOnlySpan<double> normals)
    {
        var c = _classes.Of(step);
        var kernel = new Step(
            block.Row(FirstClass + (2 * c)),
            block.Row(FirstClass + (2 * c) + 1),
            normals,
            block.LogPrice,
            block.Price
        );
        LaneKernel.Run(kernel, block.Lanes);
        _jumps?.Advance(_classes.DtYears[c], block);
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

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Run<TLanes>(int lane)
            where TLanes : unmanaged, ILanes<TLanes>
        {
            var sigma = TLanes.Load(_volatility, lane);
            var rate = TLanes.Load(_drift, lane) - (TLanes.Create(0.5) * (sigma * sigma));
            (rate * TLanes.Create(_dtYears)).Store(_shift, lane);
            (sigma * TLanes.Create(Math.Sqrt(_dtYears))).Store(_deviation, lane);
        }
    }

    private readonly ref struct Step(
        ReadOnlySpan<double> shift,
        ReadOnlySpan<double> deviation,
        ReadOnlySpan<double> normals,
        Span<double> logPrice,
        Span<double> price
    ) : ILaneKernel
    {
        private readonly ReadOnlySpan<double> _shift = shift;
        private readonly ReadOnlySpan<double> _deviation = deviation;
        private readonly ReadOnlySpan<double> _normals = normals;
        private readonly Span<double> _logPrice = logPrice;
        private readonly Span<double> _price = price;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Run<TLanes>(int lane)
            where TLanes : unmanaged, ILanes<TLanes>
        {
            var z = TLanes.Load(_normals, lane);
            var x = TLanes.Load(_logPrice, lane) + TLanes.Load(_shift, lane);
            x = TLanes.FusedMultiplyAdd(TLanes.Load(_deviation, lane), z, x);
            x.Store(_logPrice, lane);
            LaneMath.Exp(x).Store(_price, lane);
        }
    }
}
