using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.RandomStreams;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Core.Tests.Simulation;

/// <summary>Runs small worlds and reads their results by name.</summary>
internal static class Ran
{
    public static EnsembleResult For(
        Scenario scenario,
        long paths = 256,
        ulong seed = 1,
        int threads = 1,
        int block = 256
    ) =>
        Ensemble.Run(
            SimulationPlan.Compile(scenario),
            new RunOptions
            {
                Seed = seed,
                Threads = threads,
                BlockPaths = block,
            },
            paths
        );

    public static SeriesStatistics Total(
        this EnsembleResult result,
        string? actor,
        ReportQuantity quantity,
        string? place = null,
        string? channel = null
    ) => result.In("total", actor, quantity, place, channel);

    public static SeriesStatistics In(
        this EnsembleResult result,
        string period,
        string? actor,
        ReportQuantity quantity,
        string? place = null,
        string? channel = null
    ) =>
        result.Find(new SeriesKey(actor, place, channel, quantity), result.Periods.Single(p => p.Label == period))
        ?? throw new InvalidOperationException($"{quantity.Name} of {actor} {place} {channel} is not recorded.");

    /// <summary>Every number of a result, in order; two results are the same bits when these sequences are equal.</summary>
    public static IEnumerable<long> Bits(this EnsembleResult result, Func<SeriesKey, bool>? only = null)
    {
        for (var s = 0; s < result.Series.Length; s++)
        {
            for (var p = 0; p < result.Periods.Length && (only is null || only(result.Series[s])); p++)
            {
                var x = result.At(s, p);
                foreach (var value in (double[])[x.Mean, x.M2, x.PositiveMean, x.PositiveM2, x.Min, x.Max])
                {
                    yield return BitConverter.DoubleToInt64Bits(value);
                }

                yield return x.PositiveCount;
                for (var rank = 1L; x.Sample is not null && rank <= x.Count; rank += Math.Max(1, x.Count / 16))
                {
                    yield return BitConverter.DoubleToInt64Bits(x.Sample.Value(rank));
                }

                foreach (var above in x.AboveThreshold)
                {
                    yield return above;
                }
            }
        }
    }

    /// <summary>Runs one block step by step and shows its state after part (3) of every step.</summary>
    public static void Watch(
        Scenario scenario,
        Action<SimulationPlan, PathBlock, int> look,
        ulong seed = 1,
        uint firstPath = 0
    )
    {
        var simulator = BlockSimulator.Create(SimulationPlan.Compile(scenario), seed, 256);
        simulator.AfterStep = step => look(simulator.Plan, simulator.Block, step);
        simulator.Run(firstPath, new Ignore());
    }

    /// <summary>One simulator a vector width, all for the same block.</summary>
    public static IEnumerable<(string Width, BlockSimulator Simulator)> AllWidths(
        SimulationPlan plan,
        ulong seed = 1,
        int lanes = 256
    ) =>
        [
            ("scalar", new BlockSimulator<Lanes1>(plan, seed, lanes)),
            ("128 bits", new BlockSimulator<Lanes2>(plan, seed, lanes)),
            ("256 bits", new BlockSimulator<Lanes4>(plan, seed, lanes)),
            ("512 bits", new BlockSimulator<Lanes8>(plan, seed, lanes)),
        ];

    public sealed class Ignore : IPeriodRecorder
    {
        public void Record(int series, int period, ReadOnlySpan<double> values) { }
    }

    public sealed class Keep : IPeriodRecorder
    {
        public List<long> Bits { get; } = [];

        public void Record(int series, int period, ReadOnlySpan<double> values)
        {
            foreach (var value in values)
            {
                Bits.Add(BitConverter.DoubleToInt64Bits(value));
            }
        }
    }
}
