using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using OilRevenueSim.Core.RandomStreams;
using OilRevenueSim.Core.Time;
using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim.Core.Prices;

/// <summary>A connected group of benchmarks whose Brownian motions correlate (model.md §5).</summary>
/// <remarks>
/// Every benchmark draws its normals from its own stream; the normals of a step are then Lz, L the Cholesky factor of the
/// correlations of a step, factors in ordinal order of benchmark, the short-term before the long-term one. Over a step two
/// motions with fading rates κ₁ and κ₂ correlate by ρ·c(κ₁ + κ₂)/√(c(2κ₁)·c(2κ₂)), c(κ) = (1 − e^(−κdt))/κ, dt where κ is 0;
/// their volatilities cancel.
/// </remarks>
internal sealed class CorrelatedPrices
{
    private readonly ImmutableArray<DiffusionFactor> _factors;
    private readonly int[,] _correlations; // row of the correlation of two factors, or −1 for 0
    private readonly StepClasses _classes;

    /// <summary>Compiles a group.</summary>
    /// <param name="members">Its processes with their places among the benchmarks, ordinal order of name.</param>
    /// <param name="correlations">Correlations between factors by name, each with its row.</param>
    /// <param name="grid">Steps of the run.</param>
    public CorrelatedPrices(
        ImmutableArray<(int Place, IDiffusion Process)> members,
        IReadOnlyDictionary<(string First, string Second), int> correlations,
        TimeGrid grid
    )
    {
        Members = members;
        _classes = new StepClasses(grid);
        _factors = [.. members.SelectMany(m => m.Process.Factors)];
        _correlations = new int[_factors.Length, _factors.Length];
        for (var i = 0; i < _factors.Length; i++)
        {
            for (var j = 0; j < _factors.Length; j++)
            {
                var found =
                    correlations.TryGetValue((_factors[i].Name, _factors[j].Name), out var row)
                    || correlations.TryGetValue((_factors[j].Name, _factors[i].Name), out row);
                _correlations[i, j] = found ? row : -1;
            }
        }

        var first = 0;
        foreach (var (_, process) in members)
        {
            if (process.Factors.Length == 2)
            {
                _correlations[first, first + 1] = _correlations[first + 1, first] = process.OwnCorrelation;
            }

            first += process.Factors.Length;
        }
    }

    /// <summary>Processes with their places among the benchmarks.</summary>
    public ImmutableArray<(int Place, IDiffusion Process)> Members { get; }

    /// <summary>The normals of a step, then for each length of step the lower triangle of L, row by row.</summary>
    public int RowCount => _factors.Length + (Triangle * _classes.DtYears.Length);

    private int Triangle => _factors.Length * (_factors.Length + 1) / 2;

    /// <summary>Factorises the correlations of a block.</summary>
    /// <param name="lanes">Paths of the block.</param>
    /// <param name="values">Values of the quantities, <c>[row][lane]</c>.</param>
    /// <param name="rows">Rows of the group, <c>[row][lane]</c>.</param>
    public void Prepare(int lanes, ReadOnlySpan<double> values, Span<double> rows)
    {
        for (var c = 0; c < _classes.DtYears.Length; c++)
        {
            LaneKernel.Run(new Factorise(this, c, lanes, values, rows), lanes);
        }
    }

    /// <summary>Turns the independent normals of a step into correlated ones, in place.</summary>
    public void Correlate(int step, int lanes, Span<double> rows) =>
        LaneKernel.Run(new Mix(this, _classes.Of(step), lanes, rows), lanes);

    private int RowOf(int stepClass, int i, int j) => _factors.Length + (Triangle * stepClass) + (i * (i + 1) / 2) + j;

    private readonly ref struct Factorise(
        CorrelatedPrices group,
        int stepClass,
        int lanes,
        ReadOnlySpan<double> values,
        Span<double> rows
    ) : ILaneKernel
    {
        private readonly CorrelatedPrices _group = group;
        private readonly int _class = stepClass;
        private readonly int _lanes = lanes;
        private readonly ReadOnlySpan<double> _values = values;
        private readonly Span<double> _rows = rows;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Run<TLanes>(int lane)
            where TLanes : unmanaged, ILanes<TLanes>
        {
            for (var i = 0; i < _group._factors.Length; i++)
            {
                for (var j = 0; j <= i; j++)
                {
                    var sum = i == j ? TLanes.Create(1.0) : Correlation<TLanes>(i, j, lane);
                    for (var k = 0; k < j; k++)
                    {
                        sum = TLanes.FusedMultiplyAdd(-Factor<TLanes>(i, k, lane), Factor<TLanes>(j, k, lane), sum);
                    }

                    // Definite matrices are checked where they are read; the maximum only meets rounding at a correlation of 1.
                    var entry = i == j ? TLanes.Sqrt(TLanes.Max(TLanes.Zero, sum)) : sum / Factor<TLanes>(j, j, lane);
                    entry.Store(_rows, Place(i, j) + lane);
                }
            }
        }

        private int Place(int i, int j) => _group.RowOf(_class, i, j) * _lanes;

        private TLanes Factor<TLanes>(int i, int j, int lane)
            where TLanes : unmanaged, ILanes<TLanes> => TLanes.Load(_rows, Place(i, j) + lane);

        private TLanes Correlation<TLanes>(int i, int j, int lane)
            where TLanes : unmanaged, ILanes<TLanes>
        {
            var row = _group._correlations[i, j];
            if (row < 0)
            {
                return TLanes.Zero;
            }

            var (a, b) = (_group._factors[i].HalfLife, _group._factors[j].HalfLife);
            var shared = Sum<TLanes>(a, b, lane) / TLanes.Sqrt(Sum<TLanes>(a, a, lane) * Sum<TLanes>(b, b, lane));
            return TLanes.Load(_values, (row * _lanes) + lane) * shared;
        }

        private TLanes Sum<TLanes>(int first, int second, int lane)
            where TLanes : unmanaged, ILanes<TLanes>
        {
            var dtYears = _group._classes.DtYears[_class];
            return first < 0 && second < 0
                ? TLanes.Create(dtYears)
                : StepCovariance.Fading(Kappa<TLanes>(first, lane) + Kappa<TLanes>(second, lane), dtYears);
        }

        private TLanes Kappa<TLanes>(int halfLife, int lane)
            where TLanes : unmanaged, ILanes<TLanes> =>
            halfLife < 0 ? TLanes.Zero : TLanes.Create(LaneMath.Ln2) / TLanes.Load(_values, (halfLife * _lanes) + lane);
    }

    private readonly ref struct Mix(CorrelatedPrices group, int stepClass, int lanes, Span<double> rows) : ILaneKernel
    {
        private readonly CorrelatedPrices _group = group;
        private readonly int _class = stepClass;
        private readonly int _lanes = lanes;
        private readonly Span<double> _rows = rows;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Run<TLanes>(int lane)
            where TLanes : unmanaged, ILanes<TLanes>
        {
            // Last row first: a row of Lz needs only itself and rows before it.
            for (var i = _group._factors.Length - 1; i >= 0; i--)
            {
                var sum = TLanes.Zero;
                for (var j = 0; j <= i; j++)
                {
                    var factor = TLanes.Load(_rows, (_group.RowOf(_class, i, j) * _lanes) + lane);
                    sum = TLanes.FusedMultiplyAdd(factor, TLanes.Load(_rows, (j * _lanes) + lane), sum);
                }

                sum.Store(_rows, (i * _lanes) + lane);
            }
        }
    }
}
