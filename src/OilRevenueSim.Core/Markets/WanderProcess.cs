using System.Runtime.CompilerServices;
using OilRevenueSim.Core.RandomStreams;
using OilRevenueSim.Core.Time;
using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim.Core.Markets;

/// <summary>Moves a wandering part of a market's price (model.md §5): x₀ = sd·z, x ← a·x + sd·√(1 − a²)·z, a = 2^(−dt/half-life).</summary>
/// <remarks>
/// The start is u0 of block 0 of stream <c>wander/MARKET.PART/start</c>, step t has its normal as <see cref="StepNormals"/> says from <c>wander/MARKET.PART</c>.
/// Immutable; state lives in the rows of the caller.
/// </remarks>
internal sealed class WanderProcess
{
    private const int Value = 0;
    private const int Deviation = 1;
    private const int Next = 2;
    private const int FirstClass = 3;

    private readonly WanderScale _scale;
    private readonly int _middle;
    private readonly int _standardDeviation;
    private readonly int _halfLife;
    private readonly StepClasses _classes;
    private readonly ulong _stream;
    private readonly ulong _startStream;

    /// <summary>Compiles a wandering part.</summary>
    /// <param name="wander">How it wanders.</param>
    /// <param name="scale">Scale on which it does.</param>
    /// <param name="middle">What it wanders about.</param>
    /// <param name="stream">Name of its stream.</param>
    /// <param name="grid">Steps of the run.</param>
    /// <param name="rowOf">Row that holds a quantity.</param>
    public WanderProcess(
        Wander wander,
        WanderScale scale,
        Quantity middle,
        string stream,
        TimeGrid grid,
        Func<Quantity, int> rowOf
    )
    {
        _scale = scale;
        _middle = rowOf(middle);
        _standardDeviation = rowOf(wander.StandardDeviation);
        _halfLife = rowOf(wander.HalfLife);
        _classes = new StepClasses(grid);
        _stream = StreamName.Hash(stream);
        _startStream = StreamName.Hash(StartOf(stream));
    }

    /// <summary>The value, the deviation x, the uniforms kept for the next step; then for each length of step a and sd·√(1 − a²).</summary>
    public int RowCount => FirstClass + (2 * _classes.DtYears.Length);

    /// <summary>Stream of the start of a wandering part.</summary>
    public static string StartOf(string stream) => $"{stream}/start";

    /// <summary>The value at the current step, <c>[lane]</c>: of the first row.</summary>
    public static ReadOnlySpan<double> ValueOf(int lanes, ReadOnlySpan<double> rows) => rows[..lanes];

    /// <summary>Draws the start.</summary>
    /// <param name="seed">Seed of the run.</param>
    /// <param name="firstPath">Path of lane 0.</param>
    /// <param name="lanes">Paths of the block.</param>
    /// <param name="values">Values of the quantities, <c>[row][lane]</c>.</param>
    /// <param name="rows">Rows of this part, <c>[row][lane]</c>.</param>
    public void Prepare(ulong seed, uint firstPath, int lanes, ReadOnlySpan<double> values, Span<double> rows)
    {
        var sd = values.Slice(_standardDeviation * lanes, lanes);
        for (var c = 0; c < _classes.DtYears.Length; c++)
        {
            var row = FirstClass + (2 * c);
            LaneKernel.Run(
                new Coefficients(
                    values.Slice(_halfLife * lanes, lanes),
                    sd,
                    _classes.DtYears[c],
                    rows.Slice(row * lanes, lanes),
                    rows.Slice((row + 1) * lanes, lanes)
                ),
                lanes
            );
        }

        var deviation = rows.Slice(Deviation * lanes, lanes);
        Philox4x32.FillUniform(seed, firstPath, 0, _startStream, deviation);
        LaneMath.InverseNormal(deviation, deviation);
        LaneKernel.Run(new Begin(sd, deviation), lanes);
        Show(lanes, values, rows);
    }

    /// <summary>Moves from <paramref name="step"/> to the next; parameters as for <see cref="Prepare"/>.</summary>
    public void Advance(int step, ulong seed, uint firstPath, int lanes, ReadOnlySpan<double> values, Span<double> rows)
    {
        // The normals pass through the value's place.
        var normals = rows.Slice(Value * lanes, lanes);
        StepNormals.Draw(seed, firstPath, step, _stream, normals, rows.Slice(Next * lanes, lanes));
        var row = FirstClass + (2 * _classes.Of(step));
        LaneKernel.Run(
            new Step(
                rows.Slice(row * lanes, lanes),
                rows.Slice((row + 1) * lanes, lanes),
                normals,
                rows.Slice(Deviation * lanes, lanes)
            ),
            lanes
        );
        Show(lanes, values, rows);
    }

    private void Show(int lanes, ReadOnlySpan<double> values, Span<double> rows) =>
        LaneKernel.Run(
            new OnScale(
                _scale,
                values.Slice(_middle * lanes, lanes),
                rows.Slice(Deviation * lanes, lanes),
                rows.Slice(Value * lanes, lanes)
            ),
            lanes
        );

    private readonly ref struct Coefficients(
        ReadOnlySpan<double> halfLife,
        ReadOnlySpan<double> standardDeviation,
        double dtYears,
        Span<double> memory,
        Span<double> deviation
    ) : ILaneKernel
    {
        private readonly ReadOnlySpan<double> _halfLife = halfLife;
        private readonly ReadOnlySpan<double> _standardDeviation = standardDeviation;
        private readonly double _dtYears = dtYears;
        private readonly Span<double> _memory = memory;
        private readonly Span<double> _deviation = deviation;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Run<TLanes>(int lane)
            where TLanes : unmanaged, ILanes<TLanes>
        {
            var decay = -(TLanes.Create(LaneMath.Ln2 * _dtYears) / TLanes.Load(_halfLife, lane));
            LaneMath.Exp(decay).Store(_memory, lane);
            var rest = TLanes.Sqrt(-LaneMath.Expm1(decay + decay));
            (TLanes.Load(_standardDeviation, lane) * rest).Store(_deviation, lane);
        }
    }

    private readonly ref struct Begin(ReadOnlySpan<double> standardDeviation, Span<double> deviation) : ILaneKernel
    {
        private readonly ReadOnlySpan<double> _standardDeviation = standardDeviation;
        private readonly Span<double> _deviation = deviation;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Run<TLanes>(int lane)
            where TLanes : unmanaged, ILanes<TLanes>
        {
            var z = TLanes.Load(_deviation, lane);
            (TLanes.Load(_standardDeviation, lane) * z).Store(_deviation, lane);
        }
    }

    private readonly ref struct Step(
        ReadOnlySpan<double> memory,
        ReadOnlySpan<double> size,
        ReadOnlySpan<double> normals,
        Span<double> deviation
    ) : ILaneKernel
    {
        private readonly ReadOnlySpan<double> _memory = memory;
        private readonly ReadOnlySpan<double> _size = size;
        private readonly ReadOnlySpan<double> _normals = normals;
        private readonly Span<double> _deviation = deviation;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Run<TLanes>(int lane)
            where TLanes : unmanaged, ILanes<TLanes>
        {
            var z = TLanes.Load(_normals, lane);
            var x = TLanes.Load(_memory, lane) * TLanes.Load(_deviation, lane);
            TLanes.FusedMultiplyAdd(TLanes.Load(_size, lane), z, x).Store(_deviation, lane);
        }
    }

    /// <summary>m·e^x, m + x, or the share whose log odds are those of m plus x: m/(m + (1 − m)·e^(−x)).</summary>
    private readonly ref struct OnScale(
        WanderScale scale,
        ReadOnlySpan<double> middle,
        ReadOnlySpan<double> deviation,
        Span<double> value
    ) : ILaneKernel
    {
        private readonly WanderScale _scale = scale;
        private readonly ReadOnlySpan<double> _middle = middle;
        private readonly ReadOnlySpan<double> _deviation = deviation;
        private readonly Span<double> _value = value;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Run<TLanes>(int lane)
            where TLanes : unmanaged, ILanes<TLanes>
        {
            var m = TLanes.Load(_middle, lane);
            var x = TLanes.Load(_deviation, lane);
            var moved = _scale switch
            {
                WanderScale.Log => m * LaneMath.Exp(x),
                WanderScale.Logit => m / TLanes.FusedMultiplyAdd(TLanes.Create(1.0) - m, LaneMath.Exp(-x), m),
                _ => m + x,
            };
            moved.Store(_value, lane);
        }
    }
}
