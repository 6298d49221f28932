using CsCheck;

namespace OilRevenueSim.Tests;

/// <summary>Samples of a generator that are the same in every run.</summary>
/// <remarks>CsCheck's own seed fixes the first sample only; the others come from the clock, and a failure might not come back.</remarks>
internal static class FixedSamples
{
    /// <summary>Asserts something of the first samples of a generator.</summary>
    /// <param name="gen">Generator.</param>
    /// <param name="assert">Throws where the sample contradicts.</param>
    /// <param name="iter">Number of samples.</param>
    /// <param name="seed">Names the samples; any text.</param>
    public static void SampleFixed<T>(this Gen<T> gen, Action<T> assert, int iter, string seed)
    {
        var start = seed.Aggregate(17ul, (sum, letter) => (sum * 31) + letter);
        for (var i = 0; i < iter; i++)
        {
            var sample = gen.Generate(new PCG((uint)i, start), null, out _);
            try
            {
                assert(sample);
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"Sample {i} of seed {seed} contradicts: {sample}", e);
            }
        }
    }

    /// <summary>Asserts something of the first samples of two numbers.</summary>
    public static void SampleFixed<T1, T2>(this Gen<(T1, T2)> gen, Action<T1, T2> assert, int iter, string seed) =>
        gen.SampleFixed(((T1 First, T2 Second) x) => assert(x.First, x.Second), iter, seed);

    /// <summary>Asserts something of the first samples of three numbers.</summary>
    public static void SampleFixed<T1, T2, T3>(
        this Gen<(T1, T2, T3)> gen,
        Action<T1, T2, T3> assert,
        int iter,
        string seed
    ) => gen.SampleFixed(((T1 First, T2 Second, T3 Third) x) => assert(x.First, x.Second, x.Third), iter, seed);

    /// <summary>Asserts that something holds for the first samples of a generator.</summary>
    public static void SampleFixed<T>(this Gen<T> gen, Func<T, bool> holds, int iter, string seed) =>
        gen.SampleFixed(
            (T sample) =>
            {
                if (!holds(sample))
                {
                    throw new InvalidOperationException("It does not hold.");
                }
            },
            iter,
            seed
        );

    /// <summary>Asserts that something holds for the first samples of two numbers.</summary>
    public static void SampleFixed<T1, T2>(this Gen<(T1, T2)> gen, Func<T1, T2, bool> holds, int iter, string seed) =>
        gen.SampleFixed(((T1 First, T2 Second) x) => holds(x.First, x.Second), iter, seed);

    /// <summary>Asserts that something holds for the first samples of three numbers.</summary>
    public static void SampleFixed<T1, T2, T3>(
        this Gen<(T1, T2, T3)> gen,
        Func<T1, T2, T3, bool> holds,
        int iter,
        string seed
    ) => gen.SampleFixed(((T1 First, T2 Second, T3 Third) x) => holds(x.First, x.Second, x.Third), iter, seed);
}
