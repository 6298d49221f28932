using OilRevenueSim.Core.Prices;
using OilRevenueSim.Core.Time;
using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim.Core.Tests.Prices;

/// <summary>Runs a benchmark with certain parameters over a grid and keeps chosen steps.</summary>
internal sealed class PriceRun
{
    private readonly IPriceProcess _process;
    private readonly TimeGrid _grid;
    private readonly List<Quantity> _quantities = [];

    public PriceRun(Benchmark benchmark, TimeGrid grid)
    {
        _grid = grid;
        _process = IPriceProcess.Create(
            benchmark,
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

    /// <summary>Log prices and prices at the start of each kept step, <c>[kept][path]</c>, computed block by block.</summary>
    public (double[][] LogPrice, double[][] Price) Run(
        ulong seed,
        uint firstPath,
        int paths,
        int block,
        params int[] keep
    )
    {
        var logPrices = keep.Select(_ => new double[paths]).ToArray();
        var prices = keep.Select(_ => new double[paths]).ToArray();
        var table = DrawTable.Compile(_quantities, []);
        for (var done = 0; done < paths; done += block)
        {
            var lanes = Math.Min(block, paths - done);
            var path = firstPath + (uint)done;
            var values = new double[_quantities.Count * lanes];
            table.Fill(seed, path, 1, lanes, values);
            var state = new PriceBlock(
                lanes,
                values,
                new double[_process.CoefficientRows * lanes],
                new double[lanes],
                new double[lanes]
            );
            _process.Prepare(state);
            for (var step = 0; step <= keep.Max(); step++)
            {
                for (var kept = 0; kept < keep.Length; kept++)
                {
                    if (keep[kept] == step)
                    {
                        state.LogPrice.CopyTo(logPrices[kept].AsSpan(done));
                        state.Price.CopyTo(prices[kept].AsSpan(done));
                    }
                }

                if (step < keep.Max())
                {
                    _process.Advance(step, seed, path, state);
                }
            }
        }

        return (logPrices, prices);
    }
}
