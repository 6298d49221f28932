using System.Numerics;
using System.Runtime.CompilerServices;
using OilRevenueSim.Core.RandomStreams;
using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim.Core.Prices;

/// <summary>Jumps of <see cref="PriceJumps"/> at the exact times of a unit-exponential clock (model.md §4, event process).</summary>
/// <remarks>
/// Block n of the stream holds the waiting time −ln u0 before jump n and its size by u1. A step spends λ·dt of the clock;
/// most lanes only subtract, the few in which it runs out are resolved jump by jump. Where prices revert, a jump counts
/// e^(−κ·time left) at the step's end.
/// </remarks>
internal sealed class JumpProcess
{
    /// <summary>Rows it keeps: the clock, and the number of its next jump.</summary>
    public const int RowCount = 2;

    private readonly int _firstRow;
    private readonly int _halfLife;
    private readonly int _rate;
    private readonly int _mean;
    private readonly int _deviation;
    private readonly ulong _stream;

    /// <summary>Compiles jumps.</summary>
    /// <param name="jumps">Jumps.</param>
    /// <param name="stream">Name of their stream.</param>
    /// <param name="firstRow">First of its rows among those of the process.</param>
    /// <param name="halfLife">Row of the half-life of a jump, or −1 where it stays.</param>
    /// <param name="rowOf">Row that holds a quantity.</param>
    public JumpProcess(PriceJumps jumps, string stream, int firstRow, int halfLife, Func<Quantity, int> rowOf)
    {
        _firstRow = firstRow;
        _halfLife = halfLife;
        _rate = rowOf(jumps.Rate);
        _mean = rowOf(jumps.Mean);
        _deviation = rowOf(jumps.StandardDeviation);
        _stream = StreamName.Hash(stream);
    }

    /// <summary>Winds the clocks.</summary>
    public void Prepare(PriceBlock block)
    {
        var clocks = block.Row(_firstRow);
        Philox4x32.FillUniform(block.Seed, block.FirstPath, 0, _stream, clocks);
        LaneMath.Log(clocks, clocks);
        LaneKernel.Run(new Negate(clocks), block.Lanes);
        block.Row(_firstRow + 1).Clear();
    }

    /// <summary>Takes λ·(e^(m + s²/2) − 1)·dt off a shift of the log price, so that jumps leave the mean price where it was.</summary>
    public void Compensate(double dtYears, PriceBlock block, Span<double> shift) =>
        LaneKernel.Run(
            new TakeMean(block.Value(_rate), block.Value(_mean), block.Value(_deviation), dtYears, shift),
            block.Lanes
        );

    /// <summary>Adds the jumps of a step to prices that have moved without them.</summary>
    public void Advance(double dtYears, PriceBlock block) =>
        LaneKernel.Run(new Spend(this, dtYears, block), block.Lanes);

    private void Resolve(double dtYears, PriceBlock block, int lane)
    {
        ref var clock = ref block.Row(_firstRow)[lane];
        ref var number = ref block.Row(_firstRow + 1)[lane];
        var rate = block.Value(_rate)[lane];
        var kappa = _halfLife < 0 ? 0.0 : LaneMath.Ln2 / block.Value(_halfLife)[lane];
        var path = unchecked(block.FirstPath + (uint)lane);
        var left = dtYears;
        var sum = 0.0;
        for (var spent = rate * left; clock <= spent; spent = rate * left)
        {
            left = Math.Max(0.0, left - (clock / rate));
            Philox4x32.Draw(block.Seed, path, (uint)number, _stream, out _, out var mark);
            var size = block.Value(_mean)[lane] + (block.Value(_deviation)[lane] * LaneMath.InverseNormal(mark));
            sum += size * LaneMath.Exp(-(kappa * left));
            number += 1.0;
            Philox4x32.Draw(block.Seed, path, (uint)number, _stream, out var wait, out _);
            clock = -LaneMath.Log(wait);
        }

        clock -= rate * left;
        block.LogPrice[lane] += sum;
        block.Price[lane] = LaneMath.Exp(block.LogPrice[lane]);
    }

    private readonly ref struct Negate(Span<double> values) : ILaneKernel
    {
        private readonly Span<double> _values = values;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Run<TLanes>(int lane)
            where TLanes : unmanaged, ILanes<TLanes> => (-TLanes.Load(_values, lane)).Store(_values, lane);
    }

    private readonly ref struct TakeMean(
        ReadOnlySpan<double> rate,
        ReadOnlySpan<double> mean,
        ReadOnlySpan<double> deviation,
        double dtYears,
        Span<double> shift
    ) : ILaneKernel
    {
        private readonly ReadOnlySpan<double> _rate = rate;
        private readonly ReadOnlySpan<double> _mean = mean;
        private readonly ReadOnlySpan<double> _deviation = deviation;
        private readonly double _dtYears = dtYears;
        private readonly Span<double> _shift = shift;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Run<TLanes>(int lane)
            where TLanes : unmanaged, ILanes<TLanes>
        {
            var s = TLanes.Load(_deviation, lane);
            var growth = LaneMath.Expm1(TLanes.FusedMultiplyAdd(TLanes.Create(0.5) * s, s, TLanes.Load(_mean, lane)));
            var taken = TLanes.Load(_rate, lane) * growth * TLanes.Create(_dtYears);
            (TLanes.Load(_shift, lane) - taken).Store(_shift, lane);
        }
    }

    private readonly ref struct Spend(JumpProcess jumps, double dtYears, PriceBlock block) : ILaneKernel
    {
        private readonly JumpProcess _jumps = jumps;
        private readonly double _dtYears = dtYears;
        private readonly PriceBlock _block = block;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Run<TLanes>(int lane)
            where TLanes : unmanaged, ILanes<TLanes>
        {
            var clocks = _block.Row(_jumps._firstRow);
            var clock = TLanes.Load(clocks, lane);
            var spent = TLanes.Load(_block.Value(_jumps._rate), lane) * TLanes.Create(_dtYears);
            var runsOut = TLanes.LessThanOrEqual(clock, spent);
            TLanes.Select(runsOut, clock, clock - spent).Store(clocks, lane);
            for (var bits = TLanes.MaskBits(runsOut); bits != 0; bits &= bits - 1)
            {
                _jumps.Resolve(_dtYears, _block, lane + BitOperations.TrailingZeroCount(bits));
            }
        }
    }
}
