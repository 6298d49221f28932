using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using OilRevenueSim.Core.RandomStreams;
using OilRevenueSim.Core.Time;
using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim.Core.Prices;

/// <summary>
/// The price of <see cref="SchwartzSmithBenchmark"/>: χ ← a·χ + s_χ·z, ξ ← ξ + μ·dt + σ_ξ√dt·(r·z + √(1 − r²)·w), x = χ + ξ,
/// with a and s_χ as for one reverting factor and r the correlation of the two over a step.
/// </summary>
/// <remarks>
/// u0 of a step's block is z, u1 is w, the part of ξ orthogonal to χ: the 2×2 Cholesky factor of the step's covariance, χ
/// first. r = ρ·((1 − e^(−κdt))/κ)/√(dt·(1 − e^(−2κdt))/2κ).
/// </remarks>
internal sealed class SchwartzSmithPrice : IDiffusion
{
    private const int Short = 0;
    private const int Long = 1;
    private const int Second = 2;
    private const int FirstClass = 3;
    private const int RowsOfClass = 6;

    private readonly SchwartzSmithBenchmark _benchmark;
    private readonly int _spot;
    private readonly int _shortDeviation;
    private readonly int _halfLife;
    private readonly int _shortVolatility;
    private readonly int _longVolatility;
    private readonly int _drift;
    private readonly StepClasses _classes;
    private readonly ulong _stream;

    /// <summary>Compiles a benchmark.</summary>
    public SchwartzSmithPrice(SchwartzSmithBenchmark benchmark, TimeGrid grid, Func<Quantity, int> rowOf)
    {
        _benchmark = benchmark;
        _spot = rowOf(benchmark.Spot);
        _shortDeviation = rowOf(benchmark.ShortDeviation);
        _halfLife = rowOf(benchmark.HalfLife);
        _shortVolatility = rowOf(benchmark.ShortVolatility);
        _longVolatility = rowOf(benchmark.LongVolatility);
        _drift = rowOf(benchmark.Drift);
        OwnCorrelation = rowOf(benchmark.FactorCorrelation);
        _classes = new StepClasses(grid);
        _stream = StreamName.Hash(benchmark.Stream);
        Factors =
        [
            new DiffusionFactor($"{benchmark.Name}.short", _halfLife),
            new DiffusionFactor($"{benchmark.Name}.long", -1),
        ];
    }

    /// <inheritdoc />
    public Benchmark Benchmark => _benchmark;

    /// <summary>χ, ξ and a place for the second normal; then for each length of step a, s_χ, μdt, σ_ξ√dt, r and √(1 − r²).</summary>
    public int RowCount => FirstClass + (RowsOfClass * _classes.DtYears.Length);

    /// <inheritdoc />
    public ImmutableArray<DiffusionFactor> Factors { get; }

    /// <inheritdoc />
    public int OwnCorrelation { get; }

    /// <inheritdoc />
    public void Prepare(PriceBlock block)
    {
        for (var c = 0; c < _classes.DtYears.Length; c++)
        {
            LaneKernel.Run(new Coefficients(this, c, block), block.Lanes);
        }

        block.Value(_spot).CopyTo(block.Price);
        LaneMath.Log(block.Value(_spot), block.LogPrice);
        block.Value(_shortDeviation).CopyTo(block.Row(Short));
        LaneKernel.Run(new Split(block.LogPrice, block.Row(Short), block.Row(Long)), block.Lanes);
    }

    /// <inheritdoc />
    public void Advance(int step, PriceBlock block)
    {
        // The first normals pass through the price's place.
        Draw(step, block, block.Price, block.Row(Second));
        var row = FirstClass + (RowsOfClass * _classes.Of(step));
        LaneKernel.Run(new Mix(block.Price, block.Row(row + 4), block.Row(row + 5), block.Row(Second)), block.Lanes);
        Move(step, block, block.Price, block.Row(Second));
    }

    /// <inheritdoc />
    public void Draw(int step, PriceBlock block, Span<double> normals) =>
        Draw(step, block, normals[..block.Lanes], normals.Slice(block.Lanes, block.Lanes));

    /// <inheritdoc />
    public void Move(int step, PriceBlock block, ReadOnlySpan<double> normals) =>
        Move(step, block, normals[..block.Lanes], normals.Slice(block.Lanes, block.Lanes));

    private void Draw(int step, PriceBlock block, Span<double> first, Span<double> second)
    {
        Philox4x32.FillUniforms(block.Seed, block.FirstPath, (uint)step, _stream, first, second);
        LaneMath.InverseNormal(first, first);
        LaneMath.InverseNormal(second, second);
    }

    private void Move(int step, PriceBlock block, ReadOnlySpan<double> first, ReadOnlySpan<double> second) =>
        LaneKernel.Run(new Step(_classes.Of(step), block, first, second), block.Lanes);

    /// <summary>w ← r·z + √(1 − r²)·w.</summary>
    private readonly ref struct Mix(
        ReadOnlySpan<double> first,
        ReadOnlySpan<double> correlation,
        ReadOnlySpan<double> rest,
        Span<double> second
    ) : ILaneKernel
    {
        private readonly ReadOnlySpan<double> _first = first;
        private readonly ReadOnlySpan<double> _correlation = correlation;
        private readonly ReadOnlySpan<double> _rest = rest;
        private readonly Span<double> _second = second;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Run<TLanes>(int lane)
            where TLanes : unmanaged, ILanes<TLanes>
        {
            var shared = TLanes.Load(_correlation, lane) * TLanes.Load(_first, lane);
            TLanes.FusedMultiplyAdd(TLanes.Load(_rest, lane), TLanes.Load(_second, lane), shared).Store(_second, lane);
        }
    }

    private readonly ref struct Split(ReadOnlySpan<double> logPrice, ReadOnlySpan<double> chi, Span<double> xi)
        : ILaneKernel
    {
        private readonly ReadOnlySpan<double> _logPrice = logPrice;
        private readonly ReadOnlySpan<double> _chi = chi;
        private readonly Span<double> _xi = xi;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Run<TLanes>(int lane)
            where TLanes : unmanaged, ILanes<TLanes> =>
            (TLanes.Load(_logPrice, lane) - TLanes.Load(_chi, lane)).Store(_xi, lane);
    }

    private readonly ref struct Coefficients(SchwartzSmithPrice price, int stepClass, PriceBlock block) : ILaneKernel
    {
        private readonly SchwartzSmithPrice _price = price;
        private readonly int _first = FirstClass + (RowsOfClass * stepClass);
        private readonly double _dtYears = price._classes.DtYears[stepClass];
        private readonly PriceBlock _block = block;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Run<TLanes>(int lane)
            where TLanes : unmanaged, ILanes<TLanes>
        {
            var one = TLanes.Create(1.0);
            var dt = TLanes.Create(_dtYears);
            var kappa = TLanes.Create(LaneMath.Ln2) / TLanes.Load(_block.Value(_price._halfLife), lane);
            var variance = StepCovariance.Fading(kappa + kappa, _dtYears);
            var correlation =
                TLanes.Load(_block.Value(_price.OwnCorrelation), lane)
                * StepCovariance.Fading(kappa, _dtYears)
                / TLanes.Sqrt(variance * dt);
            var rest = TLanes.FusedMultiplyAdd(-correlation, correlation, one);
            LaneMath.Exp(-(kappa * dt)).Store(_block.Row(_first), lane);
            (TLanes.Load(_block.Value(_price._shortVolatility), lane) * TLanes.Sqrt(variance)).Store(
                _block.Row(_first + 1),
                lane
            );
            (TLanes.Load(_block.Value(_price._drift), lane) * dt).Store(_block.Row(_first + 2), lane);
            (TLanes.Load(_block.Value(_price._longVolatility), lane) * TLanes.Sqrt(dt)).Store(
                _block.Row(_first + 3),
                lane
            );
            correlation.Store(_block.Row(_first + 4), lane);
            TLanes.Sqrt(TLanes.Max(TLanes.Zero, rest)).Store(_block.Row(_first + 5), lane);
        }
    }

    private readonly ref struct Step(
        int stepClass,
        PriceBlock block,
        ReadOnlySpan<double> first,
        ReadOnlySpan<double> second
    ) : ILaneKernel
    {
        private readonly Span<double> _chi = block.Row(Short);
        private readonly Span<double> _xi = block.Row(Long);
        private readonly ReadOnlySpan<double> _first = first;
        private readonly ReadOnlySpan<double> _second = second;
        private readonly ReadOnlySpan<double> _memory = block.Row(FirstClass + (RowsOfClass * stepClass));
        private readonly ReadOnlySpan<double> _shortDeviation = block.Row(FirstClass + (RowsOfClass * stepClass) + 1);
        private readonly ReadOnlySpan<double> _shift = block.Row(FirstClass + (RowsOfClass * stepClass) + 2);
        private readonly ReadOnlySpan<double> _longDeviation = block.Row(FirstClass + (RowsOfClass * stepClass) + 3);
        private readonly Span<double> _logPrice = block.LogPrice;
        private readonly Span<double> _price = block.Price;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Run<TLanes>(int lane)
            where TLanes : unmanaged, ILanes<TLanes>
        {
            var z = TLanes.Load(_first, lane);
            var w = TLanes.Load(_second, lane);
            var chi = TLanes.Load(_memory, lane) * TLanes.Load(_chi, lane);
            chi = TLanes.FusedMultiplyAdd(TLanes.Load(_shortDeviation, lane), z, chi);
            var xi = TLanes.Load(_xi, lane) + TLanes.Load(_shift, lane);
            xi = TLanes.FusedMultiplyAdd(TLanes.Load(_longDeviation, lane), w, xi);
            chi.Store(_chi, lane);
            xi.Store(_xi, lane);
            (chi + xi).Store(_logPrice, lane);
            LaneMath.Exp(chi + xi).Store(_price, lane);
        }
    }
}
