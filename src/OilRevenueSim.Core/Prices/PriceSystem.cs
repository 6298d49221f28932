using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using OilRevenueSim.Core.RandomStreams;
using OilRevenueSim.Core.Time;
using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim.Core.Prices;

/// <summary>All benchmarks of a scenario compiled for a time grid, with their correlations, floors and caps (model.md §5).</summary>
/// <remarks>
/// Immutable and shared between threads; all state lives in the <see cref="PriceLanes"/>. A benchmark outside every
/// correlation moves alone, with the bits it would have without any. Where a policy bounds a price, the process goes on
/// unbounded and the market sees min(cap, max(floor, S)).
/// </remarks>
internal sealed class PriceSystem
{
    private readonly ImmutableArray<IPriceProcess> _processes;
    private readonly ImmutableArray<(int Floor, int Cap)> _bounds;
    private readonly ImmutableArray<CorrelatedPrices> _groups;
    private readonly ImmutableArray<bool> _isGrouped;
    private readonly ImmutableArray<int> _firstRow;
    private readonly ImmutableArray<int> _firstRowOfGroup;

    /// <summary>Compiles benchmarks.</summary>
    /// <param name="benchmarks">Benchmarks; their order does not matter.</param>
    /// <param name="correlations">Correlations between their Brownian motions.</param>
    /// <param name="grid">Steps of the run.</param>
    /// <param name="rowOf">Row of <see cref="PriceLanes.Values"/> that holds a quantity.</param>
    /// <exception cref="ArgumentException">A benchmark or a correlation contradicts itself.</exception>
    public PriceSystem(
        IEnumerable<Benchmark> benchmarks,
        IEnumerable<PriceCorrelation> correlations,
        TimeGrid grid,
        Func<Quantity, int> rowOf
    )
    {
        Benchmarks = [.. benchmarks.OrderBy(b => b.Name, StringComparer.Ordinal)];
        _processes = [.. Benchmarks.Select(b => IPriceProcess.Create(b, grid, rowOf))];
        _bounds =
        [
            .. Benchmarks.Select(b => (b.Floor is null ? -1 : rowOf(b.Floor), b.Cap is null ? -1 : rowOf(b.Cap))),
        ];
        var rows = correlations.ToDictionary(c => (c.First, c.Second), c => rowOf(c.Value));
        _groups =
        [
            .. GroupsOf(_processes, rows.Keys)
                .Select(places => new CorrelatedPrices(
                    [.. places.Select(p => (p, (IDiffusion)_processes[p]))],
                    rows,
                    grid
                )),
        ];
        var grouped = _groups.SelectMany(g => g.Members.Select(m => m.Place)).ToHashSet();
        _isGrouped = [.. Enumerable.Range(0, _processes.Length).Select(grouped.Contains)];
        var next = 0;
        int Take(int count)
        {
            next += count;
            return next - count;
        }

        _firstRow = [.. _processes.Select((p, i) => Take(p.RowCount + (IsBounded(i) ? 2 : 0)))];
        _firstRowOfGroup = [.. _groups.Select(g => Take(g.RowCount))];
        RowCount = next;
    }

    /// <summary>Benchmarks, ordinal order of name.</summary>
    public ImmutableArray<Benchmark> Benchmarks { get; }

    /// <summary>Rows of lanes that <see cref="PriceLanes.Rows"/> needs.</summary>
    public int RowCount { get; }

    /// <summary>Computes the coefficients of a block and sets its prices of step 0.</summary>
    public void Prepare(PriceLanes lanes)
    {
        for (var g = 0; g < _groups.Length; g++)
        {
            _groups[g].Prepare(lanes.Lanes, lanes.Values, RowsOfGroup(g, lanes));
        }

        for (var b = 0; b < _processes.Length; b++)
        {
            _processes[b].Prepare(BlockOf(b, lanes));
            Bound(b, lanes);
        }
    }

    /// <summary>Moves all prices from <paramref name="step"/> to the next.</summary>
    public void Advance(int step, PriceLanes lanes)
    {
        for (var b = 0; b < _processes.Length; b++)
        {
            if (!_isGrouped[b])
            {
                _processes[b].Advance(step, BlockOf(b, lanes));
            }
        }

        for (var g = 0; g < _groups.Length; g++)
        {
            Advance(_groups[g], step, RowsOfGroup(g, lanes), lanes);
        }

        for (var b = 0; b < _processes.Length; b++)
        {
            Bound(b, lanes);
        }
    }

    private void Advance(CorrelatedPrices group, int step, Span<double> rows, PriceLanes lanes)
    {
        var first = 0;
        foreach (var (place, process) in group.Members)
        {
            var count = process.Factors.Length * lanes.Lanes;
            process.Draw(step, BlockOf(place, lanes), rows.Slice(first, count));
            first += count;
        }

        group.Correlate(step, lanes.Lanes, rows);
        first = 0;
        foreach (var (place, process) in group.Members)
        {
            var count = process.Factors.Length * lanes.Lanes;
            process.Move(step, BlockOf(place, lanes), rows.Slice(first, count));
            first += count;
        }
    }

    private bool IsBounded(int b) => _bounds[b] is not (-1, -1);

    private Span<double> RowsOfGroup(int g, PriceLanes lanes) =>
        lanes.Rows.Slice(_firstRowOfGroup[g] * lanes.Lanes, _groups[g].RowCount * lanes.Lanes);

    /// <summary>What a process works on; a bounded one keeps its own price behind its other rows.</summary>
    private PriceBlock BlockOf(int b, PriceLanes lanes)
    {
        var count = _processes[b].RowCount;
        var own = _firstRow[b] + count;
        return new PriceBlock(
            lanes.Seed,
            lanes.FirstPath,
            lanes.Lanes,
            lanes.Values,
            lanes.Rows.Slice(_firstRow[b] * lanes.Lanes, count * lanes.Lanes),
            IsBounded(b) ? lanes.Row(own) : lanes.LogPrice(b),
            IsBounded(b) ? lanes.Row(own + 1) : lanes.Price(b)
        );
    }

    private void Bound(int b, PriceLanes lanes)
    {
        if (IsBounded(b))
        {
            var process = BlockOf(b, lanes);
            var floor = _bounds[b].Floor < 0 ? [] : process.Value(_bounds[b].Floor);
            var cap = _bounds[b].Cap < 0 ? [] : process.Value(_bounds[b].Cap);
            LaneKernel.Run(new Hold(process, floor, cap, lanes.LogPrice(b), lanes.Price(b)), lanes.Lanes);
        }
    }

    /// <summary>Connected groups of benchmarks, by place, ordinal order; those outside every correlation are left out.</summary>
    /// <exception cref="ArgumentException">A correlation names what is no Brownian motion of two benchmarks.</exception>
    private static IEnumerable<ImmutableArray<int>> GroupsOf(
        ImmutableArray<IPriceProcess> processes,
        IEnumerable<(string First, string Second)> pairs
    )
    {
        var placeOf = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var p = 0; p < processes.Length; p++)
        {
            foreach (var factor in processes[p] is IDiffusion diffusion ? diffusion.Factors : [])
            {
                placeOf.Add(factor.Name, p);
            }
        }

        var parent = Enumerable.Range(0, processes.Length).ToArray();
        int Root(int i) => parent[i] == i ? i : parent[i] = Root(parent[i]);
        foreach (var (first, second) in pairs)
        {
            if (!placeOf.TryGetValue(first, out var a) || !placeOf.TryGetValue(second, out var b) || a == b)
            {
                throw new ArgumentException(
                    $"'{first}' and '{second}' are not Brownian motions of two benchmarks.",
                    nameof(pairs)
                );
            }

            parent[Root(a)] = Root(b);
        }

        return
        [
            .. Enumerable
                .Range(0, processes.Length)
                .GroupBy(Root)
                .Where(group => group.Count() > 1)
                .Select(group => group.Order().ToImmutableArray()),
        ];
    }

    /// <summary>min(cap, max(floor, S)), and its logarithm; the process's own bits where neither binds.</summary>
    private readonly ref struct Hold(
        PriceBlock process,
        ReadOnlySpan<double> floor,
        ReadOnlySpan<double> cap,
        Span<double> logPrice,
        Span<double> price
    ) : ILaneKernel
    {
        private readonly ReadOnlySpan<double> _ownLog = process.LogPrice;
        private readonly ReadOnlySpan<double> _own = process.Price;
        private readonly ReadOnlySpan<double> _floor = floor;
        private readonly ReadOnlySpan<double> _cap = cap;
        private readonly Span<double> _logPrice = logPrice;
        private readonly Span<double> _price = price;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Run<TLanes>(int lane)
            where TLanes : unmanaged, ILanes<TLanes>
        {
            var own = TLanes.Load(_own, lane);
            var held = _floor.IsEmpty ? own : TLanes.Max(TLanes.Load(_floor, lane), own);
            held = _cap.IsEmpty ? held : TLanes.Min(TLanes.Load(_cap, lane), held);
            held.Store(_price, lane);
            var log = TLanes.Load(_ownLog, lane);
            var free = TLanes.Equal(held, own);
            if (TLanes.MaskBits(free) != TLanes.MaskBits(TLanes.True))
            {
                log = TLanes.Select(free, log, LaneMath.Log(held));
            }

            log.Store(_logPrice, lane);
        }
    }
}

/// <summary>What a price system reads and writes for one block of paths.</summary>
/// <param name="seed">Seed of the run.</param>
/// <param name="firstPath">Path of lane 0.</param>
/// <param name="lanes">Paths of the block.</param>
/// <param name="values">Values of the quantities, <c>[row][lane]</c>, base units.</param>
/// <param name="rows">Rows of the system's own, <c>[row][lane]</c>, kept from Prepare on.</param>
/// <param name="logPrices">ln of the prices at the current step, <c>[benchmark][lane]</c>.</param>
/// <param name="prices">Prices at the current step, USD per barrel, <c>[benchmark][lane]</c>.</param>
internal readonly ref struct PriceLanes(
    ulong seed,
    uint firstPath,
    int lanes,
    ReadOnlySpan<double> values,
    Span<double> rows,
    Span<double> logPrices,
    Span<double> prices
)
{
    private readonly Span<double> _logPrices = logPrices;
    private readonly Span<double> _prices = prices;

    /// <summary>Seed of the run.</summary>
    public ulong Seed { get; } = seed;

    /// <summary>Path of lane 0.</summary>
    public uint FirstPath { get; } = firstPath;

    /// <summary>Paths of the block.</summary>
    public int Lanes { get; } = lanes;

    /// <summary>Values of the quantities, <c>[row][lane]</c>.</summary>
    public ReadOnlySpan<double> Values { get; } = values;

    /// <summary>Rows of the system's own, <c>[row][lane]</c>.</summary>
    public Span<double> Rows { get; } = rows;

    /// <summary>Lanes of a row of the system's own.</summary>
    public Span<double> Row(int row) => Rows.Slice(row * Lanes, Lanes);

    /// <summary>Log prices of a benchmark, <c>[lane]</c>.</summary>
    public Span<double> LogPrice(int benchmark) => _logPrices.Slice(benchmark * Lanes, Lanes);

    /// <summary>Prices of a benchmark, <c>[lane]</c>.</summary>
    public Span<double> Price(int benchmark) => _prices.Slice(benchmark * Lanes, Lanes);
}
