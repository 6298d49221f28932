using BenchmarkDotNet.Attributes;
using OilRevenueSim.Core.Markets;
using OilRevenueSim.Core.Production;
using OilRevenueSim.Core.RandomStreams;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Benchmarks;

/// <summary>Kernels of a step over one block of 256 paths with 512-bit lanes, or the widest there are; read nanoseconds a path as time / 256.</summary>
[MemoryDiagnoser]
public class EngineBenchmarks
{
    private const int Lanes = 256;

    private readonly double[] clocks = new double[Lanes];
    private readonly double[] rates = new double[Lanes];
    private readonly double[] ones = new double[Lanes];
    private readonly double[] conditions = new double[Lanes];
    private readonly double[] repairTimes = new double[Lanes];
    private readonly double[] rooms = new double[Lanes];
    private readonly double[] flows = new double[Lanes];
    private readonly double[] values = new double[Lanes];
    private readonly double[] scratch = new double[Lanes];
    private readonly int[] fired = new int[Lanes];
    private readonly uint[] paths = new uint[32];
    private readonly uint[] numbers = new uint[32];
    private readonly ulong[] streams = new ulong[32];
    private readonly QuantileSketch sketch = new();

    [GlobalSetup]
    public void Setup()
    {
        Philox4x32.FillUniform(1, 0, 0, 42, values);
        Array.Fill(clocks, 1e9); // nothing fires, however often it runs
        Array.Fill(rates, 0.5);
        Array.Fill(ones, 1.0);
        Array.Fill(conditions, 0.8);
        Array.Fill(repairTimes, 0.5);
        Array.Fill(flows, 30.0);
        for (var i = 0; i < paths.Length; i++)
        {
            (paths[i], numbers[i], streams[i]) = ((uint)i * 7, (uint)i, 42);
        }

        sketch.Add(1.0);
    }

    /// <summary>A clock spends a month in every lane.</summary>
    [Benchmark]
    public int ClockStep() =>
        LaneWidth.Has8
            ? DamageKernel.Spend<Lanes8>(clocks, rates, [], ones, 1.0 / 12.0, fired)
            : DamageKernel.Spend<Lanes4>(clocks, rates, [], ones, 1.0 / 12.0, fired);

    /// <summary>Draws of 32 events of any lanes, with their new waiting times.</summary>
    [Benchmark]
    public void EventBatch()
    {
        Philox4x32.FillEvents(1, paths, numbers, streams, scratch.AsSpan(0, 32), scratch.AsSpan(32, 32));
        LaneMath.Log(scratch.AsSpan(0, 32), scratch.AsSpan(0, 32));
    }

    [Benchmark]
    public void Repair()
    {
        if (LaneWidth.Has8)
        {
            DamageKernel.Repair<Lanes8>(conditions, ones, ones, repairTimes, 1.0 / 12.0);
        }
        else
        {
            DamageKernel.Repair<Lanes4>(conditions, ones, ones, repairTimes, 1.0 / 12.0);
        }
    }

    /// <summary>One field's flow on one route.</summary>
    [Benchmark]
    public bool Routing()
    {
        Array.Fill(rooms, 100.0);
        return LaneWidth.Has8
            ? RoutingKernel.Ration<Lanes8>(rooms, flows, 1)
            : RoutingKernel.Ration<Lanes4>(rooms, flows, 1);
    }

    /// <summary>Moments of one series in one period.</summary>
    [Benchmark]
    public double Recording() =>
        LaneWidth.Has8
            ? MomentKernel.Reduce<Lanes8>(values, Lanes, scratch).Mean
            : MomentKernel.Reduce<Lanes4>(values, Lanes, scratch).Mean;

    /// <summary>256 values counted for quantiles.</summary>
    [Benchmark]
    public void Sketch() => sketch.Add(values);
}
