using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using OilRevenueSim.Core.RandomStreams;
using OilRevenueSim.Core.Time;
using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim.Core.Prices;

/// <summary>The price of <see cref="CurveBenchmark"/>: log-linear in days between dated points, flat beyond them.</summary>
/// <remarks>On the day of a point and beyond the ends the price is the point's, bit for bit.</remarks>
internal sealed class CurvePrice : IPriceProcess
{
    private readonly ImmutableArray<int> _rows;
    private readonly ImmutableArray<(int Point, double Weight)> _places;

    /// <summary>Compiles a curve.</summary>
    /// <exception cref="ArgumentException">The curve has no point, or its dates do not ascend.</exception>
    public CurvePrice(CurveBenchmark benchmark, TimeGrid grid, Func<Quantity, int> rowOf)
    {
        Benchmark = benchmark;
        var points = benchmark.Points;
        if (points.IsDefaultOrEmpty || points.Zip(points.Skip(1)).Any(pair => pair.First.Date >= pair.Second.Date))
        {
            throw new ArgumentException(
                $"The curve {benchmark.Name} needs at least one point, and dates that ascend.",
                nameof(benchmark)
            );
        }

        _rows = [.. points.Select(point => rowOf(point.Price))];
        _places = [.. grid.FirstDays.Append(grid.End.AddDays(1)).Select(day => Place(points, day))];
    }

    /// <inheritdoc />
    public Benchmark Benchmark { get; }

    /// <summary>One row for the logarithm of each point.</summary>
    public int RowCount => _rows.Length;

    /// <inheritdoc />
    public void Prepare(PriceBlock block)
    {
        for (var point = 0; point < _rows.Length; point++)
        {
            LaneMath.Log(block.Value(_rows[point]), block.Row(point));
        }

        MoveTo(0, block);
    }

    /// <inheritdoc />
    public void Advance(int step, PriceBlock block) => MoveTo(step + 1, block);

    private void MoveTo(int step, PriceBlock block)
    {
        var (point, weight) = _places[step];
        if (weight == 0.0)
        {
            block.Row(point).CopyTo(block.LogPrice);
            block.Value(_rows[point]).CopyTo(block.Price);
            return;
        }

        var kernel = new Interpolate(block.Row(point), block.Row(point + 1), weight, block.LogPrice);
        LaneKernel.Run(kernel, block.Lanes);
        LaneMath.Exp(block.LogPrice, block.Price);
    }

    /// <summary>The last point not after the day and the share of the way to the next; weight 0 at and beyond the ends.</summary>
    private static (int Point, double Weight) Place(ImmutableArray<CurvePoint> points, DateOnly day)
    {
        var next = 0;
        while (next < points.Length && points[next].Date <= day)
        {
            next++;
        }

        if (next == 0 || next == points.Length)
        {
            return (Math.Max(0, next - 1), 0.0);
        }

        var (from, to) = (points[next - 1].Date.DayNumber, points[next].Date.DayNumber);
        return (next - 1, (double)(day.DayNumber - from) / (to - from));
    }

    private readonly ref struct Interpolate(
        ReadOnlySpan<double> from,
        ReadOnlySpan<double> to,
        double weight,
        Span<double> logPrice
    ) : ILaneKernel
    {
        private readonly ReadOnlySpan<double> _from = from;
        private readonly ReadOnlySpan<double> _to = to;
        private readonly double _weight = weight;
        private readonly Span<double> _logPrice = logPrice;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Run<TLanes>(int lane)
            where TLanes : unmanaged, ILanes<TLanes>
        {
            var start = TLanes.Load(_from, lane);
            var rise = TLanes.Load(_to, lane) - start;
            TLanes.FusedMultiplyAdd(TLanes.Create(_weight), rise, start).Store(_logPrice, lane);
        }
    }
}
