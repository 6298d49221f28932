using OilRevenueSim.Core.RandomStreams;
using Xunit;

namespace OilRevenueSim.Core.Tests.RandomStreams;

/// <summary>Errors of our functions, in units of the last place, against integer arithmetic of 300 and more bits.</summary>
public sealed class LaneMathAccuracyTests
{
    private const ulong Seed = 20260401;
    private static readonly ReferenceReal Real = new(320);

    [Fact]
    public void Exp_errs_by_less_than_one_unit_of_the_last_place() =>
        AssertUlp(
            "exp",
            1.0,
            [.. Spread(-708, 709.7, 4000), .. Spread(-1, 1, 4000), .. Spread(-1e-6, 1e-6, 200), -708.3, 709.78],
            LaneMath.Exp,
            x =>
            {
                var (mantissa, power) = Real.Exp(Real.Of(x));
                return ReferenceReal.UlpError(LaneMath.Exp(x), mantissa, power);
            }
        );

    [Fact]
    public void Exp_stays_within_one_subnormal_spacing_where_it_underflows() =>
        AssertUlp(
            "exp",
            1.0,
            [.. Spread(-745.1, -708.4, 500)],
            LaneMath.Exp,
            x =>
            {
                var (mantissa, power) = Real.Exp(Real.Of(x));
                return ReferenceReal.UlpError(LaneMath.Exp(x), mantissa, power);
            }
        );

    [Fact]
    public void Log_errs_by_less_than_one_unit_of_the_last_place()
    {
        var wide = new ReferenceReal(1400);
        AssertUlp(
            "log",
            1.0,
            [.. Spread(0.3, 3, 4000), .. Spread(1 - 1e-4, 1 + 1e-4, 1000), .. Spread(1, 1e6, 500)],
            LaneMath.Log,
            x => Real.UlpError(LaneMath.Log(x), Real.Log(Real.Of(x)))
        );
        AssertUlp(
            "log",
            1.0,
            [
                double.Epsilon,
                3e-320,
                1e-310,
                2.2250738585072014e-308,
                1e-300,
                1e-100,
                1e-10,
                1e10,
                1e100,
                double.MaxValue,
                .. Magnitudes(-1074, 1024, 120),
            ],
            LaneMath.Log,
            x => wide.UlpError(LaneMath.Log(x), wide.Log(wide.Of(x)))
        );
    }

    [Fact]
    public void Expm1_errs_by_less_than_two_units_of_the_last_place() =>
        AssertUlp(
            "expm1",
            2.0,
            [.. Spread(-40, 40, 2000), .. Spread(-1, 1, 4000), .. Spread(-1e-9, 1e-9, 200), 1e-30, -1e-30],
            LaneMath.Expm1,
            x => Real.UlpError(LaneMath.Expm1(x), Real.Expm1(Real.Of(x)))
        );

    [Fact]
    public void Log1p_errs_by_less_than_two_units_of_the_last_place() =>
        AssertUlp(
            "log1p",
            2.0,
            [.. Spread(-0.9999, 5, 4000), .. Spread(-0.01, 0.01, 1000), .. Spread(5, 1e9, 200), 1e-30, -1e-30],
            LaneMath.Log1p,
            x => Real.UlpError(LaneMath.Log1p(x), Real.Log(Real.One + Real.Of(x)))
        );

    [Fact]
    public void Sine_errs_by_less_than_one_unit_of_the_last_place() =>
        AssertUlp(
            "sine",
            1.0,
            [.. Spread(-0.785, 0.785, 2000), 1e-20],
            LaneMath.Sine,
            x => Real.UlpError(LaneMath.Sine(x), Real.Sine(Real.Of(x)))
        );

    [Fact]
    public void NormalCdf_errs_by_less_than_five_units_of_the_last_place_also_in_the_tails()
    {
        // φ = 2^−1000 meets a sum of 2^1000 and the result is 2^−1000 again: 2,000 bits and some to spare.
        var wide = new ReferenceReal(2300);
        AssertUlp(
            "normal cdf",
            5.0,
            [.. Spread(-37.4, 8.3, 150), .. Spread(-9, 9, 250), .. Spread(-1, 1, 150), 1e-17, 0.0],
            LaneMath.NormalCdf,
            x => wide.UlpError(LaneMath.NormalCdf(x), wide.NormalCdf(wide.Of(x)))
        );
        Assert.Equal(0.5, LaneMath.NormalCdf(0.0));
    }

    [Fact]
    public void InverseNormal_errs_by_less_than_five_units_of_the_last_place_also_in_the_tails()
    {
        var wide = new ReferenceReal(2300);
        double[] tails = [1e-300, 1e-200, 1e-100, 1e-50, 1e-20, 1.3e-11, 1.5e-11, 1e-8, 1 - 1e-8, 1 - Math.Pow(2, -53)];
        AssertUlp(
            "inverse normal",
            5.0,
            [
                .. Spread(0.0001, 0.9999, 600),
                .. Spread(0.074, 0.076, 80),
                .. Spread(0.49, 0.51, 80),
                .. Spread(1e-9, 1e-3, 100),
                .. tails,
                .. Magnitudes(-1000, -1, 60),
                .. Magnitudes(-52, -2, 60).Select(u => 1.0 - u),
            ],
            LaneMath.InverseNormal,
            u =>
            {
                // One Newton step from our value gives the true quantile to twice its digits.
                var z = LaneMath.InverseNormal(u);
                var exact = wide.Of(z);
                var step = ((wide.NormalCdf(exact) - wide.Of(u)) << wide.Bits) / wide.NormalDensity(exact);
                return wide.UlpError(z, exact - step);
            }
        );
    }

    [Theory]
    [InlineData(double.NegativeInfinity, 0.0)]
    [InlineData(-746.0, 0.0)]
    [InlineData(-1e300, 0.0)]
    [InlineData(0.0, 1.0)]
    [InlineData(709.79, double.PositiveInfinity)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData(double.NaN, double.NaN)]
    public void Exp_ends_in_0_and_infinity(double x, double expected) => Assert.Equal(expected, LaneMath.Exp(x));

    [Theory]
    [InlineData(0.0, double.NegativeInfinity)]
    [InlineData(1.0, 0.0)]
    [InlineData(-1.0, double.NaN)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData(double.NaN, double.NaN)]
    public void Log_ends_in_infinities(double x, double expected) => Assert.Equal(expected, LaneMath.Log(x));

    [Fact]
    public void Ends_of_the_other_functions_are_exact()
    {
        Assert.Equal(1.0, LaneMath.Exp(-0.0));
        Assert.Equal(double.NegativeInfinity, LaneMath.Log(-0.0));
        Assert.Equal(-1.0, LaneMath.Expm1(double.NegativeInfinity));
        Assert.Equal(double.PositiveInfinity, LaneMath.Expm1(double.PositiveInfinity));
        Assert.Equal(0.0, LaneMath.Expm1(0.0));
        Assert.Equal(double.NegativeInfinity, LaneMath.Log1p(-1.0));
        Assert.Equal(double.PositiveInfinity, LaneMath.Log1p(double.PositiveInfinity));
        Assert.Equal(double.NaN, LaneMath.Log1p(-1.5));
        Assert.Equal(0.0, LaneMath.Log1p(0.0));
        Assert.Equal(double.NegativeInfinity, LaneMath.InverseNormal(0.0));
        Assert.Equal(double.PositiveInfinity, LaneMath.InverseNormal(1.0));
        Assert.Equal(0.0, LaneMath.InverseNormal(0.5));
        Assert.Equal(double.NaN, LaneMath.InverseNormal(-0.1));
        Assert.Equal(double.NaN, LaneMath.InverseNormal(1.1));
        Assert.Equal(0.0, LaneMath.NormalCdf(double.NegativeInfinity));
        Assert.Equal(1.0, LaneMath.NormalCdf(double.PositiveInfinity));
        Assert.Equal(double.NaN, LaneMath.NormalCdf(double.NaN));
        Assert.Equal(1.0, LaneMath.Pow(0.0, 0.0));
        Assert.Equal(0.0, LaneMath.Pow(0.0, 2.0));
        Assert.Throws<ArgumentOutOfRangeException>(() => LaneMath.Sine(1.0));
    }

    [Fact]
    public void Pow_errs_as_its_exponent_says()
    {
        foreach (var x in Spread(0.05, 20, 300))
        {
            foreach (var y in new[] { -1.5, -0.3, 0.5, 1.0, 3.0 })
            {
                var exponent = (Real.Log(Real.Of(x)) * Real.Of(y)) >> Real.Bits;
                var (mantissa, power) = Real.Exp(exponent);
                var error = ReferenceReal.UlpError(LaneMath.Pow(x, y), mantissa, power);
                var bound = 2.0 + (4.0 * Math.Abs(y * Math.Log(x)));
                Assert.True(
                    error <= bound,
                    $"pow({x:R}, {y:R}) = {LaneMath.Pow(x, y):R} errs {error:F2} ulp, bound {bound:F2}"
                );
            }
        }
    }

    private static void AssertUlp(
        string name,
        double boundUlp,
        double[] inputs,
        Func<double, double> function,
        Func<double, double> errorUlp
    )
    {
        var worst = inputs.Select(x => (x, error: errorUlp(x))).MaxBy(pair => pair.error);
        TestContext.Current.TestOutputHelper?.WriteLine($"{name}: worst {worst.error:F3} ulp at {worst.x:R}");
        Assert.True(
            worst.error <= boundUlp,
            $"{name}({worst.x:R}) = {function(worst.x):R} errs {worst.error:F3} ulp, tolerance {boundUlp} ulp, seed {Seed}"
        );
    }

    /// <summary>Numbers whose logarithms are spread evenly: the whole range of the exponent, subnormal numbers too.</summary>
    private static IEnumerable<double> Magnitudes(double lowPower, double highPower, int count) =>
        Spread(lowPower, highPower, count)
            .Zip(
                Spread(1, 2, 2 * count).Skip(count),
                (power, mantissa) => Math.ScaleB(mantissa, (int)Math.Floor(power))
            )
            .Where(x => x > 0.0 && double.IsFinite(x));

    private static IEnumerable<double> Spread(double low, double high, int count)
    {
        for (var i = 0; i < count; i++)
        {
            Philox4x32.Draw(Seed, (uint)i, 0, 1, out var u, out _);
            yield return low + ((high - low) * u);
        }
    }
}
