using BenchmarkDotNet.Attributes;
using OilRevenueSim.Core.RandomStreams;

namespace OilRevenueSim.Benchmarks;

/// <summary>Random numbers and vector kernels, 4,096 doubles a call; read nanoseconds a double as time / 4096.</summary>
[MemoryDiagnoser]
public class NumericsBenchmarks
{
    private const int Count = 4096;
    private readonly double[] uniform = new double[Count];
    private readonly double[] result = new double[Count];
    private readonly double[] exponent = new double[Count];

    [GlobalSetup]
    public void Setup()
    {
        Philox4x32.FillUniform(1, 0, 0, 42, uniform);
        for (var i = 0; i < Count; i++)
        {
            exponent[i] = (uniform[i] - 0.5) * 20;
        }
    }

    [Benchmark]
    public void Philox() => Philox4x32.FillUniform(1, 0, 7, 42, result);

    [Benchmark]
    public void Exp() => LaneMath.Exp(exponent, result);

    [Benchmark]
    public void Log() => LaneMath.Log(uniform, result);

    [Benchmark]
    public void InverseNormal() => LaneMath.InverseNormal(uniform, result);

    /// <summary>What the runtime's own scalar function costs beside ours.</summary>
    [Benchmark(Baseline = true)]
    public void SystemMathExp()
    {
        for (var i = 0; i < Count; i++)
        {
            result[i] = Math.Exp(exponent[i]);
        }
    }
}
