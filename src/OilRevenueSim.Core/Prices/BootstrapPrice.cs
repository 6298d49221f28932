using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using OilRevenueSim.Core.RandomStreams;
using OilRevenueSim.Core.Time;
using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim.Core.Prices;

/// <summary>The price of <see cref="BootstrapBenchmark"/>: x ← x + r[i], i the place of the step's change in the history.</summary>
/// <remarks>
/// u1 of a step's block decides whether a block ends, u0 where the next begins. Prices of days are trading days: the price
/// moves on Mondays to Fridays and stays on Saturdays and Sundays.
/// </remarks>
internal sealed class BootstrapPrice : IPriceProcess
{
    private const int Place = 0;
    private const int Begins = 1;

    private readonly BootstrapBenchmark _benchmark;
    private readonly int _spot;
    private readonly int _blockLength;
    private readonly double[] _changes;
    private readonly double _spacingYears;
    private readonly ImmutableArray<bool> _moves;
    private readonly ulong _stream = StreamName.Hash(BootstrapBenchmark.SharedStream);

    /// <summary>Compiles a benchmark.</summary>
    /// <exception cref="ArgumentException">The spacing of the history is not the step's, or it has fewer than two prices.</exception>
    public BootstrapPrice(BootstrapBenchmark benchmark, TimeGrid grid, Func<Quantity, int> rowOf)
    {
        _benchmark = benchmark;
        var prices = benchmark.History.PricesUsd;
        if (
            !BootstrapBenchmark.HasSpacingOf(benchmark.History.Spacing, grid.Step)
            || grid.IsHalved
            || prices.Length < 2
        )
        {
            throw new ArgumentException(
                $"{benchmark.Name} needs a history of at least two prices whose spacing is the step's, {grid.Step}.",
                nameof(benchmark)
            );
        }

        _spot = rowOf(benchmark.Spot);
        _blockLength = rowOf(benchmark.BlockLength);
        _changes = [.. prices.Zip(prices.Skip(1), (a, b) => LaneMath.Log(b) - LaneMath.Log(a))];
        _spacingYears = BootstrapBenchmark.SpacingYears(grid.Step);
        _moves =
        [
            .. grid.FirstDays.Select(day =>
                grid.Step != StepLength.Day || day.AddDays(1).DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)
            ),
        ];
    }

    /// <inheritdoc />
    public Benchmark Benchmark => _benchmark;

    /// <summary>The place in the history, and the uniforms of the steps' blocks.</summary>
    public int RowCount => 2;

    /// <inheritdoc />
    public void Prepare(PriceBlock block)
    {
        block.Row(Place).Fill(-1.0);
        block.Value(_spot).CopyTo(block.Price);
        LaneMath.Log(block.Value(_spot), block.LogPrice);
    }

    /// <inheritdoc />
    public void Advance(int step, PriceBlock block)
    {
        if (!_moves[step])
        {
            return;
        }

        // The other uniforms, and then the changes, pass through the price's place.
        var price = block.Price[..block.Lanes];
        Philox4x32.FillUniforms(block.Seed, block.FirstPath, (uint)step, _stream, price, block.Row(Begins));
        LaneKernel.Run(
            new Choose(
                price,
                block.Row(Begins),
                block.Value(_blockLength),
                _spacingYears,
                _changes.Length,
                block.Row(Place)
            ),
            block.Lanes
        );
        var places = block.Row(Place);
        for (var lane = 0; lane < price.Length; lane++)
        {
            price[lane] = _changes[(int)places[lane]];
        }

        LaneKernel.Run(new Move(block.LogPrice, price), block.Lanes);
    }

    private readonly ref struct Choose(
        ReadOnlySpan<double> where,
        ReadOnlySpan<double> whether,
        ReadOnlySpan<double> blockLength,
        double spacingYears,
        int changeCount,
        Span<double> place
    ) : ILaneKernel
    {
        private readonly ReadOnlySpan<double> _where = where;
        private readonly ReadOnlySpan<double> _whether = whether;
        private readonly ReadOnlySpan<double> _blockLength = blockLength;
        private readonly double _spacingYears = spacingYears;
        private readonly double _count = changeCount;
        private readonly Span<double> _place = place;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Run<TLanes>(int lane)
            where TLanes : unmanaged, ILanes<TLanes>
        {
            var one = TLanes.Create(1.0);
            var count = TLanes.Create(_count);
            var before = TLanes.Load(_place, lane);
            var ends = TLanes.LessThan(
                TLanes.Load(_whether, lane) * TLanes.Load(_blockLength, lane),
                TLanes.Create(_spacingYears)
            );
            var begins = TLanes.Or(ends, TLanes.LessThan(before, TLanes.Zero));
            var anew = TLanes.Min(count - one, TLanes.Floor(TLanes.Load(_where, lane) * count));
            var next = before + one;
            next = TLanes.Select(TLanes.LessThan(next, count), next, TLanes.Zero);
            TLanes.Select(begins, anew, next).Store(_place, lane);
        }
    }

    private readonly ref struct Move(Span<double> logPrice, Span<double> price) : ILaneKernel
    {
        private readonly Span<double> _logPrice = logPrice;
        private readonly Span<double> _price = price;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Run<TLanes>(int lane)
            where TLanes : unmanaged, ILanes<TLanes>
        {
            var x = TLanes.Load(_logPrice, lane) + TLanes.Load(_price, lane);
            x.Store(_logPrice, lane);
            LaneMath.Exp(x).Store(_price, lane);
        }
    }
}
