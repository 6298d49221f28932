using System.Diagnostics;
using System.Globalization;
using OilRevenueSim.Core.RandomStreams;
using OilRevenueSim.Core.Simulation;
using OilRevenueSim.Scenarios;

namespace OilRevenueSim.Benchmarks;

/// <summary>The side of <c>benchmarks/peers/reference_pairs.py</c> that is ours: the reference workload with all statistics, or without.</summary>
/// <remarks>
/// Questions, a line each: <c>run PATHS THREADS</c>, <c>asked PATHS THREADS</c> (only the series that the peers keep), <c>bare PATHS</c>
/// (blocks that keep nothing) and <c>loop TURNS THREADS</c> (arithmetic alone), answered with the seconds of processor time and of the
/// clock; <c>means</c>, answered with mean and standard error of each series that the peers compute too.
/// </remarks>
internal static class ReferenceWorkload
{
    private static readonly (string Name, string Actor, ReportQuantity Quantity)[] Compared =
    [
        ("company gross", "company", ReportQuantity.Gross),
        ("rebels gross", "rebels", ReportQuantity.Gross),
        ("raiders gross", "raiders", ReportQuantity.Gross),
        ("company net", "company", ReportQuantity.Net),
        ("rebels net", "rebels", ReportQuantity.Net),
        ("raiders net", "raiders", ReportQuantity.Net),
        ("company shut-in", "company", ReportQuantity.ShutIn),
        ("company forgone", "company", ReportQuantity.Forgone),
    ];

    /// <summary>The compiled scenario.</summary>
    public static SimulationPlan Plan()
    {
        var reading = ScenarioReader.Read(
            Path.Combine(AppContext.BaseDirectory, "scenarios", "reference-workload.yaml")
        );
        return SimulationPlan.Compile(
            reading.Scenario
                ?? throw new InvalidOperationException(string.Join('\n', reading.Diagnostics.Select(d => d.Render())))
        );
    }

    /// <summary>Answers questions until there are no more.</summary>
    public static void Answer(TextReader questions, TextWriter answers)
    {
        var plan = Plan();
        var asked = plan.Recording(Compared.Select(c => new SeriesKey(c.Actor, null, null, c.Quantity)));
        answers.WriteLine($"OilRevenueSim, {64 * Core.RandomStreams.LaneWidth.Count} bits");
        answers.Flush();
        while (questions.ReadLine() is { } question)
        {
            answers.WriteLine(
                question.Split(' ') switch
                {
                    ["run", var paths, var threads] => Seconds(() => Run(plan, Number(paths), Number(threads))),
                    ["asked", var paths, var threads] => Seconds(() => Run(asked, Number(paths), Number(threads))),
                    ["loop", var turns, var threads] => Seconds(() => Loop(Number(turns), Number(threads))),
                    ["bare", var paths] => Seconds(() => RunBare(plan, Number(paths))),
                    _ => Means(Ensemble.Run(plan, new RunOptions(), 1 << 17)),
                }
            );
            answers.Flush();
        }
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static void Run(SimulationPlan plan, int paths, int threads)
    {
        using var ensemble = new Ensemble(plan, new RunOptions { Threads = threads });
        ensemble.ExtendTo(paths);
    }

    private static void RunBare(SimulationPlan plan, int paths)
    {
        var options = new RunOptions();
        var simulator = BlockSimulator.Create(plan, options.Seed, options.BlockPaths);
        var forget = new Forget();
        for (uint first = 0; first < paths; first += (uint)options.BlockPaths)
        {
            simulator.Run(first, forget);
        }
    }

    /// <summary>Work that is only arithmetic on numbers that the first cache holds, split between threads: what a second thread can gain here.</summary>
    private static void Loop(int turns, int threads) =>
        Parallel.For(
            0,
            threads,
            new ParallelOptions { MaxDegreeOfParallelism = threads },
            _ =>
            {
                var numbers = new double[1_024];
                for (var turn = 0; turn < turns / threads; turn++)
                {
                    LaneMath.Exp(numbers, numbers);
                    LaneMath.Log(numbers, numbers);
                }
            }
        );

    private static string Seconds(Action action)
    {
        var processor = Environment.CpuUsage.TotalTime;
        var clock = Stopwatch.GetTimestamp();
        action();
        var clockSeconds = Stopwatch.GetElapsedTime(clock).TotalSeconds;
        var processorSeconds = (Environment.CpuUsage.TotalTime - processor).TotalSeconds;
        return string.Create(CultureInfo.InvariantCulture, $"{processorSeconds:F6} {clockSeconds:F6}");
    }

    private static string Means(EnsembleResult result)
    {
        var total = result.Periods[^1];
        return string.Join(
            '\t',
            Compared.Select(c =>
            {
                var statistics = result.Find(new SeriesKey(c.Actor, null, null, c.Quantity), total)!;
                return string.Create(
                    CultureInfo.InvariantCulture,
                    $"{c.Name}={statistics.Mean:R},{statistics.StandardError:R}"
                );
            })
        );
    }
}
