using System.Runtime.InteropServices;
using System.Security.Cryptography;
using OilRevenueSim.Core.Prices;
using OilRevenueSim.Core.RandomStreams;
using OilRevenueSim.Core.Tests.Prices;
using OilRevenueSim.Core.Time;
using OilRevenueSim.Core.Uncertainty;
using Xunit;

namespace OilRevenueSim.Core.Tests.RandomStreams;

/// <summary>Bits recorded once, which every processor, instruction set and system must repeat (model.md §4).</summary>
public sealed class GoldenBitsTests
{
    /// <summary>SHA-256 of the doubles of <see cref="Compute"/>; change it only with a change of the model.</summary>
    private const string Expected = "dd5749bd2795b0d36fa311e3f4f4ec0fd47a35bc538afe35d70c9e30f186b9a7";

    [Fact]
    public void Draws_functions_laws_and_prices_have_the_bits_recorded()
    {
        var calculated = Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(Compute().AsSpan())));
        Assert.True(calculated == Expected, $"SHA-256: calculated {calculated}, expected {Expected}");
    }

    [Theory]
    [InlineData("DOTNET_EnableAVX512", "0")]
    [InlineData("DOTNET_EnableAVX2", "0")]
    [InlineData("DOTNET_EnableHWIntrinsic", "0")]
    [InlineData("DOTNET_PreferredVectorBitWidth", "256")]
    [InlineData("DOTNET_ReadyToRun", "0")]
    [InlineData("DOTNET_TieredPGO", "0")]
    [InlineData("GLIBC_TUNABLES", "glibc.cpu.hwcaps=-AVX2,-FMA,-FMA4,-AVX512F")]
    public Task A_process_without_some_instructions_has_the_same_bits(string variable, string value) =>
        TestInAProcess.Passes(
            typeof(GoldenBitsTests),
            nameof(Draws_functions_laws_and_prices_have_the_bits_recorded),
            (variable, value)
        );

    /// <summary>Two hundred and more numbers through everything that makes a path: sizes that leave a remainder at every width.</summary>
    private static double[] Compute()
    {
        const int Lanes = 251;
        List<double> results = [];
        var u0 = new double[Lanes];
        var u1 = new double[Lanes];
        Philox4x32.FillUniforms(99, 1_000_003, 5, StreamName.Hash("golden"), u0, u1);
        results.AddRange(u0);
        results.AddRange(u1);
        foreach (var function in new Func<double[], double[]>[] { Log, InverseNormal, NormalCdf, Log1p, Expm1 })
        {
            results.AddRange(function(u0));
        }

        var wide = u1.Select(u => (1400 * u) - 720).ToArray();
        LaneMath.Exp(wide, wide);
        results.AddRange(wide);
        results.AddRange(u0.Zip(u1, LaneMath.Pow));
        results.AddRange(u0.Select(u => LaneMath.Sine(0.78 * u)));
        results.AddRange(Quantities(Lanes));
        var schwartz = new SchwartzBenchmark
        {
            Name = "brent",
            Spot = Quantity.Certain("spot", 112.3),
            LongRun = Quantity.Certain("long-run", 64),
            HalfLife = new Quantity { Address = "half-life", Law = Intervals.LogNormal(0.5, 2) },
            Volatility = Quantity.Certain("volatility", 0.36),
        };
        var grid = new TimeGrid(new DateOnly(2016, 1, 1), new DateOnly(2016, 12, 31), StepLength.Week);
        results.AddRange(new PriceRun(schwartz, grid).Run(99, 17, Lanes, Lanes, 40).Price[0]);
        return [.. results];
    }

    private static double[] Quantities(int lanes)
    {
        Law[] laws =
        [
            new NormalLaw(1, 2),
            Intervals.LogNormal(25, 45),
            Intervals.LogitNormal(0.05, 0.4),
            new UniformLaw(0.105, 0.132),
            new TriangularLaw(25, 30, 45),
            new PertLaw(25, 30, 45),
            new BetaLaw(0.4, 8),
            new DiscreteLaw([0.0, 1.5], [0.9, 0.1]),
        ];
        Quantity[] quantities = [.. laws.Select((law, i) => new Quantity { Address = $"q{i}", Law = law })];
        var table = DrawTable.Compile(
            quantities,
            [new RankCorrelation("q0", "q5", 0.4), new RankCorrelation("q5", "q1", -0.6)]
        );
        var values = new double[laws.Length * lanes];
        table.Fill(99, 17, 3, lanes, values);
        return values;
    }

    private static double[] Log(double[] x) => Apply(LaneMath.Log, x);

    private static double[] InverseNormal(double[] x) => Apply(LaneMath.InverseNormal, x);

    private static double[] NormalCdf(double[] x) => Apply(LaneMath.NormalCdf, x);

    private static double[] Log1p(double[] x) => Apply(LaneMath.Log1p, x);

    private static double[] Expm1(double[] x) => Apply(LaneMath.Expm1, x);

    private static double[] Apply(SpanFunction function, double[] x)
    {
        var y = new double[x.Length];
        function(x, y);
        return y;
    }

    private delegate void SpanFunction(ReadOnlySpan<double> x, Span<double> y);
}
