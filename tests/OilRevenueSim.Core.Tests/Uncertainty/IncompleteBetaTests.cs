using MathNet.Numerics;
using OilRevenueSim.Core.Tests.RandomStreams;
using OilRevenueSim.Core.Uncertainty;
using Xunit;

namespace OilRevenueSim.Core.Tests.Uncertainty;

/// <summary>The incomplete beta function against MathNet, and its inverse against mpmath.</summary>
public sealed class IncompleteBetaTests
{
    // x with I_x(a, b) = u: mpmath 1.3, betainc(..., regularized=True) with 40 digits, bisection to 25 digits.
    private static readonly (double A, double B, double U, double X)[] Quantiles =
    [
        (2, 8, 1e-06, 0.00016673152021745607),
        (2, 8, 0.05, 0.04102316750699654),
        (2, 8, 0.3, 0.12138277273372154),
        (2, 8, 0.5, 0.179619611980361),
        (2, 8, 0.95, 0.42913554703143447),
        (2, 8, 0.999999, 0.8626629687282196),
        (1, 1, 1e-06, 1e-06),
        (1, 1, 0.05, 0.05),
        (1, 1, 0.3, 0.3),
        (1, 1, 0.5, 0.5),
        (1, 1, 0.95, 0.95),
        (1, 1, 0.999999, 0.999999),
        (0.5, 0.5, 1e-06, 2.46740110027031e-12),
        (0.5, 0.5, 0.05, 0.006155829702431137),
        (0.5, 0.5, 0.3, 0.20610737385376343),
        (0.5, 0.5, 0.5, 0.5),
        (0.5, 0.5, 0.95, 0.9938441702975689),
        (0.5, 0.5, 0.999999, 0.9999999999975326),
        (0.2, 3.5, 1e-06, 2.09639881226401e-31),
        (0.2, 3.5, 0.05, 6.551247182467435e-08),
        (0.2, 3.5, 0.3, 0.0005099663717903237),
        (0.2, 3.5, 0.5, 0.006642412125411426),
        (0.2, 3.5, 0.95, 0.2810198281422627),
        (0.2, 3.5, 0.999999, 0.9602830777380919),
        (3, 0.3, 1e-06, 0.018779370331024444),
        (3, 0.3, 0.05, 0.5990984098676123),
        (3, 0.3, 0.3, 0.9082755247375398),
        (3, 0.3, 0.5, 0.9729298935760438),
        (3, 0.3, 0.95, 0.9999879467520052),
        (3, 0.3, 0.999999, 1.0),
        (5, 1, 1e-06, 0.06309573444801933),
        (5, 1, 0.05, 0.5492802716530589),
        (5, 1, 0.3, 0.7860030855966228),
        (5, 1, 0.5, 0.8705505632961241),
        (5, 1, 0.95, 0.9897937816869885),
        (5, 1, 0.999999, 0.99999979999992),
        (1.8, 4.2, 1e-06, 0.0001350718992688828),
        (1.8, 4.2, 0.05, 0.05897738761181725),
        (1.8, 4.2, 0.3, 0.18591624897423262),
        (1.8, 4.2, 0.5, 0.2766722593925188),
        (1.8, 4.2, 0.95, 0.6212767240161903),
        (1.8, 4.2, 0.999999, 0.9730177349343748),
        (40, 160, 1e-06, 0.08935828295973265),
        (40, 160, 0.05, 0.15534708479007642),
        (40, 160, 0.3, 0.18446091221139624),
        (40, 160, 0.5, 0.19899868428601133),
        (40, 160, 0.95, 0.2480710442832226),
        (40, 160, 0.999999, 0.35246790346583123),
        (900, 300, 1e-06, 0.6878359433320576),
        (900, 300, 0.05, 0.7292123874739687),
        (900, 300, 0.3, 0.7435460601238677),
        (900, 300, 0.5, 0.7501389259982391),
        (900, 300, 0.95, 0.7703136659410105),
        (900, 300, 0.999999, 0.8061960305195045),
        (0.05, 0.07, 1e-06, 4.3217884781265933e-116),
        (0.05, 0.07, 0.05, 4.1215786725297453e-22),
        (0.05, 0.07, 0.3, 1.5069124537256985e-06),
        (0.05, 0.07, 0.5, 0.039762513315635344),
        (0.05, 0.07, 0.95, 0.999999999999935),
        (0.05, 0.07, 0.999999, 1.0),
        (2.6, 3.4, 1e-06, 0.0019722336324125745),
        (2.6, 3.4, 0.05, 0.13928045388276084),
        (2.6, 3.4, 0.3, 0.319054673461781),
        (2.6, 3.4, 0.5, 0.4254708020022997),
        (2.6, 3.4, 0.95, 0.7544515994390897),
        (2.6, 3.4, 0.999999, 0.9907373330515471),
    ];

    [Fact]
    public void The_inverse_matches_forty_digit_values()
    {
        foreach (var (a, b, u, expected) in Quantiles)
        {
            var calculated = new IncompleteBeta(a, b).Quantile(u);
            // Near 1 the quantile's own rounding is all that can be asked for.
            AssertRelative($"quantile of beta({a}, {b}) at {u}", calculated, expected, 1e-12);
        }
    }

    [Theory]
    [InlineData(2, 8)]
    [InlineData(0.5, 0.5)]
    [InlineData(1, 1)]
    [InlineData(0.1, 30)]
    [InlineData(250, 0.4)]
    [InlineData(3.2, 1.8)]
    [InlineData(1000, 1000)]
    public void The_function_matches_MathNet(double a, double b)
    {
        var shape = new IncompleteBeta(a, b);
        foreach (var x in new[] { 1e-8, 0.01, 0.2, 0.47, 0.5, 0.53, 0.8, 0.99, 1 - 1e-9 })
        {
            var expected = SpecialFunctions.BetaRegularized(a, b, x);
            if (expected > 1e-250)
            {
                AssertRelative($"I_{x}({a}, {b})", shape.Cdf(x), expected, 2e-11);
            }
        }

        Assert.Equal(0.0, shape.Cdf(0.0));
        Assert.Equal(0.0, shape.Cdf(-1.0));
        Assert.Equal(1.0, shape.Cdf(1.0));
        Assert.Equal(1.0, shape.Cdf(2.0));
        Assert.Equal(0.0, shape.Quantile(0.0));
        Assert.Equal(1.0, shape.Quantile(1.0));
    }

    [Theory]
    [InlineData(1, 1, 0.0)]
    [InlineData(2, 3, -2.4849066497880004)] // -ln 12
    [InlineData(0.5, 0.5, 1.1447298858494002)] // ln pi
    [InlineData(1, 1000, -6.907755278982137)] // -ln 1000
    public void LogBeta_has_its_closed_forms(double a, double b, double expected)
    {
        var calculated = IncompleteBeta.LogBeta(a, b);
        Assert.True(
            Math.Abs(calculated - expected) < 4e-15 * Math.Max(1, Math.Abs(expected)),
            $"ln B({a}, {b}): calculated {calculated:R}, expected {expected:R}, tolerance 4e-15"
        );
    }

    [Fact]
    public void Beta_quantiles_have_the_same_bits_at_every_width()
    {
        SameBits.AssertAtEveryWidth(new BetaQuantileMap(new IncompleteBeta(1.8, 4.2), 5.0, 9.0), 0, 1, 500);
        SameBits.AssertAtEveryWidth(new BetaQuantileMap(new IncompleteBeta(0.3, 0.6), 0.0, 1.0), 0, 1, 500);
    }

    private static void AssertRelative(string name, double calculated, double expected, double tolerance) =>
        Assert.True(
            Math.Abs(calculated - expected) <= tolerance * Math.Abs(expected),
            $"{name}: calculated {calculated:R}, expected {expected:R}, relative tolerance {tolerance}"
        );
}
