using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.CompilerServices;
using OilRevenueSim.Core.RandomStreams;
using OilRevenueSim.Core.Time;
using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim.Core.Prices;

/// <summary>
/// The price of <see cref="RegimesBenchmark"/>: between two switches x ← a·x + b + √v·z of the set that holds; over a step these
/// are composed, a ← a₂a₁, b ← a₂b₁ + b₂, v ← a₂²v₁ + v₂, and one normal of the step moves the price.
/// </summary>
/// <remarks>
/// Each switch has a unit-exponential clock that is spent only while its first set holds (model.md §4, Clocks). Most lanes
/// stay in their set for a whole step and take coefficients that are computed once; the others are resolved switch by switch.
/// </remarks>
internal sealed class RegimesPrice : IPriceProcess
{
    private const int Regime = 0;
    private const int StepFactor = 1;
    private const int StepShift = 2;
    private const int StepDeviation = 3;
    private const int Next = 4;
    private const int FirstClock = 5;

    private readonly RegimesBenchmark _benchmark;
    private readonly int _spot;
    private readonly int _start;
    private readonly ImmutableArray<RegimeRows> _sets;
    private readonly ImmutableArray<SwitchRows> _switches;
    private readonly StepClasses _classes;
    private readonly ulong _stream;

    /// <summary>Compiles a benchmark.</summary>
    /// <exception cref="ArgumentException">A set is named that the benchmark does not have.</exception>
    public RegimesPrice(RegimesBenchmark benchmark, TimeGrid grid, Func<Quantity, int> rowOf)
    {
        _benchmark = benchmark;
        _spot = rowOf(benchmark.Spot);
        ImmutableArray<PriceRegime> sets = [.. benchmark.Sets.OrderBy(s => s.Name, StringComparer.Ordinal)];
        int IndexOf(string name)
        {
            var index = sets.IndexOf(sets.FirstOrDefault(s => s.Name == name)!);
            return index >= 0
                ? index
                : throw new ArgumentException($"{benchmark.Name} has no regime '{name}'.", nameof(benchmark));
        }

        _start = IndexOf(benchmark.Start);
        _sets =
        [
            .. sets.Select(s => new RegimeRows(
                s.LongRun is null ? -1 : rowOf(s.LongRun),
                s.HalfLife is null ? -1 : rowOf(s.HalfLife),
                s.Drift is null ? -1 : rowOf(s.Drift),
                rowOf(s.Volatility)
            )),
        ];
        _switches =
        [
            .. benchmark
                .Changes.OrderBy(c => c.Identity, StringComparer.Ordinal)
                .Select(c => new SwitchRows(IndexOf(c.From), IndexOf(c.To), rowOf(c.Rate), StreamName.Hash(c.Stream))),
        ];
        _classes = new StepClasses(grid);
        _stream = StreamName.Hash(benchmark.Stream);
    }

    /// <inheritdoc />
    public Benchmark Benchmark => _benchmark;

    /// <summary>
    /// The set that holds; a, b and √v of the step; the uniforms kept for the next step; clock and number of the next firing of
    /// each switch; then for each length of step and set a, b and √v without a switch.
    /// </summary>
    public int RowCount => FirstClass + (3 * _sets.Length * _classes.DtYears.Length);

    private int FirstClass => FirstClock + (2 * _switches.Length);

    /// <inheritdoc />
    public void Prepare(PriceBlock block)
    {
        block.Row(Regime).Fill(_start);
        for (var s = 0; s < _switches.Length; s++)
        {
            block.Row(NumberOf(s)).Clear();
            for (var lane = 0; lane < block.Lanes; lane++)
            {
                Wind(s, block, lane);
            }
        }

        for (var c = 0; c < _classes.DtYears.Length; c++)
        {
            for (var s = 0; s < _sets.Length; s++)
            {
                for (var lane = 0; lane < block.Lanes; lane++)
                {
                    var whole = Segment(s, _classes.DtYears[c], block, lane);
                    block.Row(RowOf(c, s))[lane] = whole.Factor;
                    block.Row(RowOf(c, s) + 1)[lane] = whole.Shift;
                    block.Row(RowOf(c, s) + 2)[lane] = Math.Sqrt(whole.Variance);
                }
            }
        }

        block.Value(_spot).CopyTo(block.Price);
        LaneMath.Log(block.Value(_spot), block.LogPrice);
    }

    /// <inheritdoc />
    public void Advance(int step, PriceBlock block)
    {
        LaneKernel.Run(new Spend(this, _classes.Of(step), block), block.Lanes);
        // The normals pass through the price's place.
        StepNormals.Draw(block.Seed, block.FirstPath, step, _stream, block.Price, block.Row(Next));
        LaneKernel.Run(new Move(block), block.Lanes);
    }

    private int NumberOf(int s) => FirstClock + (2 * s) + 1;

    private int RowOf(int stepClass, int set) => FirstClass + (3 * ((_sets.Length * stepClass) + set));

    private void Wind(int s, PriceBlock block, int lane)
    {
        var number = (uint)block.Row(NumberOf(s))[lane];
        var path = unchecked(block.FirstPath + (uint)lane);
        Philox4x32.Draw(block.Seed, path, number, _switches[s].Stream, out var wait, out _);
        block.Row(FirstClock + (2 * s))[lane] = -LaneMath.Log(wait);
    }

    /// <summary>What a set makes of x over a time: a, b and v.</summary>
    private Transition Segment(int set, double years, PriceBlock block, int lane)
    {
        var rows = _sets[set];
        var sigma = block.Value(rows.Volatility)[lane];
        if (rows.LongRun < 0)
        {
            var drift = rows.Drift < 0 ? 0.0 : block.Value(rows.Drift)[lane];
            return new Transition(1.0, (drift - (0.5 * (sigma * sigma))) * years, sigma * sigma * years);
        }

        var kappa = LaneMath.Ln2 / block.Value(rows.HalfLife)[lane];
        var theta = LaneMath.Log(block.Value(rows.LongRun)[lane]);
        return new Transition(
            LaneMath.Exp(-(kappa * years)),
            -(LaneMath.Expm1(-(kappa * years)) * theta),
            sigma * sigma * StepCovariance.Fading(kappa + kappa, years)
        );
    }

    /// <summary>Goes through the switches of one lane in exact order of time and composes what lies between.</summary>
    private void Resolve(double dtYears, PriceBlock block, int lane)
    {
        ref var regime = ref block.Row(Regime)[lane];
        var whole = new Transition(1.0, 0.0, 0.0);
        var left = dtYears;
        for (var first = First(block, lane, left, out var wait); ; first = First(block, lane, left, out wait))
        {
            var spent = first < 0 ? left : wait;
            whole = whole.Then(Segment((int)regime, spent, block, lane));
            for (var s = 0; s < _switches.Length; s++)
            {
                if (s != first && _switches[s].From == regime)
                {
                    ref var clock = ref block.Row(FirstClock + (2 * s))[lane];
                    clock = Math.Max(0.0, clock - (block.Value(_switches[s].Rate)[lane] * spent));
                }
            }

            if (first < 0)
            {
                break;
            }

            left = Math.Max(0.0, left - wait);
            regime = _switches[first].To;
            block.Row(NumberOf(first))[lane] += 1.0;
            Wind(first, block, lane);
        }

        block.Row(StepFactor)[lane] = whole.Factor;
        block.Row(StepShift)[lane] = whole.Shift;
        block.Row(StepDeviation)[lane] = Math.Sqrt(whole.Variance);
    }

    /// <summary>The switch that fires first within the time left, ties by identity, or −1.</summary>
    private int First(PriceBlock block, int lane, double left, out double wait)
    {
        var regime = block.Row(Regime)[lane];
        var first = -1;
        wait = double.PositiveInfinity;
        for (var s = 0; s < _switches.Length; s++)
        {
            var rate = block.Value(_switches[s].Rate)[lane];
            var clock = block.Row(FirstClock + (2 * s))[lane];
            if (_switches[s].From == regime && rate > 0.0 && clock <= rate * left && clock / rate < wait)
            {
                first = s;
                wait = clock / rate;
            }
        }

        return first;
    }

    /// <summary>Rows of a set's quantities; −1 where it has none.</summary>
    private readonly record struct RegimeRows(int LongRun, int HalfLife, int Drift, int Volatility);

    private readonly record struct SwitchRows(int From, int To, int Rate, ulong Stream);

    /// <summary>x ← factor·x + shift + √variance·z.</summary>
    private readonly record struct Transition(double Factor, double Shift, double Variance)
    {
        public Transition Then(Transition next) =>
            new(
                next.Factor * Factor,
                (next.Factor * Shift) + next.Shift,
                (next.Factor * next.Factor * Variance) + next.Variance
            );
    }

    private readonly ref struct Spend(RegimesPrice price, int stepClass, PriceBlock block) : ILaneKernel
    {
        private readonly RegimesPrice _price = price;
        private readonly int _class = stepClass;
        private readonly double _dtYears = price._classes.DtYears[stepClass];
        private readonly PriceBlock _block = block;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Run<TLanes>(int lane)
            where TLanes : unmanaged, ILanes<TLanes>
        {
            var regime = TLanes.Load(_block.Row(Regime), lane);
            Choose(regime, lane);
            var fires = TLanes.Zero;
            for (var s = 0; s < _price._switches.Length; s++)
            {
                var clock = TLanes.Load(_block.Row(FirstClock + (2 * s)), lane);
                var spent = Spent<TLanes>(s, lane);
                var due = TLanes.And(TLanes.LessThanOrEqual(clock, spent), TLanes.GreaterThan(spent, TLanes.Zero));
                fires = TLanes.Or(fires, TLanes.And(due, Applies(s, regime)));
            }

            for (var s = 0; s < _price._switches.Length; s++)
            {
                var clocks = _block.Row(FirstClock + (2 * s));
                var clock = TLanes.Load(clocks, lane);
                var spends = TLanes.AndNot(Applies(s, regime), fires);
                TLanes.Select(spends, clock - Spent<TLanes>(s, lane), clock).Store(clocks, lane);
            }

            for (var bits = TLanes.MaskBits(fires); bits != 0; bits &= bits - 1)
            {
                _price.Resolve(_dtYears, _block, lane + BitOperations.TrailingZeroCount(bits));
            }
        }

        private void Choose<TLanes>(TLanes regime, int lane)
            where TLanes : unmanaged, ILanes<TLanes>
        {
            var (factor, shift, deviation) = (TLanes.Zero, TLanes.Zero, TLanes.Zero);
            for (var s = 0; s < _price._sets.Length; s++)
            {
                var row = _price.RowOf(_class, s);
                var holds = TLanes.Equal(regime, TLanes.Create(s));
                factor = TLanes.Select(holds, TLanes.Load(_block.Row(row), lane), factor);
                shift = TLanes.Select(holds, TLanes.Load(_block.Row(row + 1), lane), shift);
                deviation = TLanes.Select(holds, TLanes.Load(_block.Row(row + 2), lane), deviation);
            }

            factor.Store(_block.Row(StepFactor), lane);
            shift.Store(_block.Row(StepShift), lane);
            deviation.Store(_block.Row(StepDeviation), lane);
        }

        private TLanes Applies<TLanes>(int s, TLanes regime)
            where TLanes : unmanaged, ILanes<TLanes> => TLanes.Equal(regime, TLanes.Create(_price._switches[s].From));

        private TLanes Spent<TLanes>(int s, int lane)
            where TLanes : unmanaged, ILanes<TLanes> =>
            TLanes.Load(_block.Value(_price._switches[s].Rate), lane) * TLanes.Create(_dtYears);
    }

    private readonly ref struct Move(PriceBlock block) : ILaneKernel
    {
        private readonly ReadOnlySpan<double> _factor = block.Row(StepFactor);
        private readonly ReadOnlySpan<double> _shift = block.Row(StepShift);
        private readonly ReadOnlySpan<double> _deviation = block.Row(StepDeviation);
        private readonly Span<double> _logPrice = block.LogPrice;
        private readonly Span<double> _price = block.Price;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Run<TLanes>(int lane)
            where TLanes : unmanaged, ILanes<TLanes>
        {
            var z = TLanes.Load(_price, lane);
            var x = TLanes.FusedMultiplyAdd(
                TLanes.Load(_factor, lane),
                TLanes.Load(_logPrice, lane),
                TLanes.Load(_shift, lane)
            );
            x = TLanes.FusedMultiplyAdd(TLanes.Load(_deviation, lane), z, x);
            x.Store(_logPrice, lane);
            LaneMath.Exp(x).Store(_price, lane);
        }
    }
}
