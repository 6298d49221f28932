using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using OilRevenueSim.Core.RandomStreams;
using OilRevenueSim.Core.Time;
using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim.Core.Prices;

/// <summary>
/// The price of <see cref="SchwartzBenchmark"/>: x ← θ + a·(x − θ) + s·z + Σ J·e^(−κ·time left) with a = e^(−κdt),
/// s = σ·√((1 − e^(−2κdt))/2κ), κ = ln2/half-life, θ = ln long-run.
/// </summary>
internal sealed class SchwartzPrice : IDiffusion
{
    private const int LongRunLog = 0;
    private const int Next = 1;
    private const int FirstClass = 2;

    private readonly SchwartzBenchmark _benchmark;
    private readonly int _spot;
    private readonly int _longRun;
    private readonly int _halfLife;
    private readonly int _volatility;
    private readonly StepClasses _classes;
    private readonly ulong _stream;
    private readonly JumpProcess? _jumps;

    /// <summary>Compiles a benchmark.</summary>
    public SchwartzPrice(SchwartzBenchmark benchmark, TimeGrid grid, Func<Quantity, int> rowOf)
    {
        _benchmark = benchmark;
        _spot = rowOf(benchmark.Spot);
        _longRun = rowOf(benchmark.LongRun);
        _halfLife = rowOf(benchmark.HalfLife);
        _volatility = rowOf(benchmark.Volatility);
        _classes = new StepClasses(grid);
        _stream = StreamName.Hash(benchmark.Stream);
        var coefficients = FirstClass + (2 * _classes.DtYears.Length);
        _jumps = benchmark.Jumps is { } jumps
            ? new JumpProcess(jumps, PriceJumps.StreamOf(benchmark), coefficients, _halfLife, rowOf)
            : null;
        RowCount = coefficients + (_jumps is null ? 0 : JumpProcess.RowCount);
        Factors = [new DiffusionFactor(benchmark.Name, _halfLife)];
    }

    /// <inheritdoc />
    public Benchmark Benchmark => _benchmark;

    /// <summary>θ, the uniforms kept for the next step; for each length of step the memory a and the deviation s; the jumps' rows.</summary>
    public int RowCount { get; }

    /// <inheritdoc />
    public ImmutableArray<DiffusionFactor> Factors { get; }

    /// <inheritdoc />
    public int OwnCorrelation => -1;

    /// <inheritdoc />
    public void Prepare(PriceBlock block)
    {
        LaneMath.Log(block.Value(_longRun), block.Row(LongRunLog));
        for (var c = 0; c < _classes.DtYears.Length; c++)
        {
            var kernel = new Coefficients(
                block.Value(_halfLife),
                block.Value(_volatility),
                _classes.DtYears[c],
                block.Row(FirstClass + (2 * c)),
                block.Row(FirstClass + (2 * c) + 1)
            );
            LaneKernel.Run(kernel, block.Lanes);
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
            block.Row(LongRunLog),
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

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Run<TLanes>(int lane)
            where TLanes : unmanaged, ILanes<TLanes>
        {
            var kappa = TLanes.Create(LaneMath.Ln2) / TLanes.Load(_halfLife, lane);
            var decay = -(kappa * TLanes.Create(_dtYears));
            LaneMath.Exp(decay).Store(_memory, lane);
            var variance = -LaneMath.Expm1(decay + decay) / (kappa + kappa);
            (TLanes.Load(_volatility, lane) * TLanes.Sqrt(variance)).Store(_deviation, lane);
        }
    }

    private readonly ref struct Step(
        ReadOnlySpan<double> longRunLog,
        ReadOnlySpan<double> memory,
        ReadOnlySpan<double> deviation,
        ReadOnlySpan<double> normals,
        Span<double> logPrice,
        Span<double> price
    ) : ILaneKernel
    {
        private readonly ReadOnlySpan<double> _longRunLog = longRunLog;
        private readonly ReadOnlySpan<double> _memory = memory;
        private readonly ReadOnlySpan<double> _deviation = deviation;
        private readonly ReadOnlySpan<double> _normals = normals;
        private readonly Span<double> _logPrice = logPrice;
        private readonly Span<double> _price = price;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Run<TLanes>(int lane)
            where TLanes : unmanaged, ILanes<TLanes>
        {
            var z = TLanes.Load(_normals, lane);
            var theta = TLanes.Load(_longRunLog, lane);
            var distance = TLanes.Load(_logPrice, lane) - theta;
            var x = TLanes.FusedMultiplyAdd(TLanes.Load(_memory, lane), distance, theta);
            x = TLanes.FusedMultiplyAdd(TLanes.Load(_deviation, lane), z, x);
            x.Store(_logPrice, lane);
            LaneMath.Exp(x).Store(_price, lane);
        }
    }
}
