using OilRevenueSim.Core.Prices;
using OilRevenueSim.Core.Time;
using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim.Core.Tests.Prices;

/// <summary>Runs benchmarks over a grid and keeps chosen steps of one of them.</summary>
internal sealed class PriceRun
{
    private readonly PriceSystem _system;
    private readonly TimeGrid _grid;
    private readonly List<Quantity> _quantities = [];

    public PriceRun(Benchmark benchmark, TimeGrid grid)
        : this([benchmark], [], grid) { }

    public PriceRun(IEnumerable<Benchmark> benchmarks, IEnumerable<PriceCorrelation> correlations, TimeGrid grid)
    {
        _grid = grid;
        _system = new PriceSystem(
            benchmarks,
            correlations,
            grid,
            quantity =>
            {
                _quantities.Add(quantity);
                return _quantities.Count - 1;
            }
        );
    }

    /// <summary>Years from the start to the start of a step.</summary>
    public double Years(int step) => _grid.Days.Take(step).Sum() / TimeGrid.DaysPerYear;

    /// <summary>Log prices and prices of the first benchmark at the start of each kept step, <c>[kept][path]</c>, computed block by block.</summary>
    public (double[][] LogPrice, double[][] Price) Run(
        ulong seed,
        uint firstPath,
        int paths,
        int block,
        params int[] keep
    ) => RunOf(0, seed, firstPath, paths, block, keep);

    /// <summary>The same of the benchmark at a place in ordinal order.</summary>
    public (double[][] LogPrice, double[][] Price) RunOf(
        int benchmark,
        ulong seed,
        uint firstPath,
        int paths,
        int block,
        params int[] keep
    )
    {
        var logPrices = keep.Select(_ => new double[paths]).ToArray();
        var prices = keep.Select(_ => new double[paths]).ToArray();
        Walk(
            seed,
            firstPath,
            paths,
            block,
            keep.Max(),
            (step, done, lanes) =>
            {
                for (var kept = 0; kept < keep.Length; kept++)
                {
                    if (keep[kept] == step)
                    {
                        lanes.LogPrice(benchmark).CopyTo(logPrices[kept].AsSpan(done));
                        lanes.Price(benchmark).CopyTo(prices[kept].AsSpan(done));
                    }
                }
            }
        );
        return (logPrices, prices);
    }

    /// <summary>Shows every step of every block.</summary>
    public void Walk(ulong seed, uint firstPath, int paths, int block, int lastStep, Look look)
    {
        var table = DrawTable.Compile(_quantities, []);
        for (var done = 0; done < paths; done += block)
        {
            var lanes = Math.Min(block, paths - done);
            var path = firstPath + (uint)done;
            var values = new double[_quantities.Count * lanes];
            table.Fill(seed, path, 1, lanes, values);
            var state = new PriceLanes(
                seed,
                path,
                lanes,
                values,
                new double[_system.RowCount * lanes],
                new double[_system.Benchmarks.Length * lanes],
                new double[_system.Benchmarks.Length * lanes]
            );
            _system.Prepare(state);
            look(0, done, state);
            for (var step = 0; step < lastStep; step++)
            {
                _system.Advance(step, state);
                look(step + 1, done, state);
            }
        }
    }

    /// <summary>Sees the state at the start of a step.</summary>
    public delegate void Look(int step, int firstPathOfBlock, PriceLanes lanes);
}
