using OilRevenueSim.Core.Prices;
using OilRevenueSim.Core.RandomStreams;
using OilRevenueSim.Core.Time;
using OilRevenueSim.Core.Uncertainty;
using Xunit;
using static OilRevenueSim.Core.Tests.Prices.PriceFacts;

namespace OilRevenueSim.Core.Tests.Prices;

/// <summary>The simplest price processes: what is exact, and the moments that model.md §11 names.</summary>
public sealed class PriceProcessTests
{
    private const int Paths = 65_536;

    [Fact]
    public void A_constant_price_is_its_spot_at_every_step()
    {
        var run = new PriceRun(new ConstantBenchmark { Name = "c", Spot = Certain(49.17) }, Grid(StepLength.Month));
        var (logPrice, price) = run.Run(Seed, 0, 11, 11, 0, 7);
        Assert.All(price.SelectMany(row => row), value => Assert.Equal(49.17, value));
        Assert.All(logPrice.SelectMany(row => row), value => Assert.Equal(LaneMath.Log(49.17), value));
    }

    [Fact]
    public void Step_0_is_the_spot_bit_for_bit()
    {
        Assert.All(
            new PriceRun(Gbm, Grid(StepLength.Week)).Run(Seed, 0, 300, 256, 0).Price[0],
            s => Assert.Equal(63.7, s)
        );
        Assert.All(
            new PriceRun(Schwartz, Grid(StepLength.Week)).Run(Seed, 0, 300, 256, 0).Price[0],
            s => Assert.Equal(112.3, s)
        );
    }

    [Fact]
    public void A_curve_is_log_linear_in_days_between_its_points_and_flat_beyond()
    {
        var curve = new CurveBenchmark
        {
            Name = "curve",
            Points =
            [
                new CurvePoint(new DateOnly(2016, 3, 1), Certain(40)),
                new CurvePoint(new DateOnly(2016, 5, 16), Certain(50)),
                new CurvePoint(new DateOnly(2016, 8, 1), Certain(30)),
            ],
        };
        var prices = new PriceRun(curve, Grid(StepLength.Month))
            .Run(Seed, 0, 9, 9, 0, 1, 2, 3, 4, 5, 6, 7, 11, 12)
            .Price;
        double[] expected =
        [
            40,
            40,
            40,
            40 * Math.Pow(1.25, 31 / 76.0),
            40 * Math.Pow(1.25, 61 / 76.0),
            50 * Math.Pow(0.6, 16 / 77.0),
            50 * Math.Pow(0.6, 46 / 77.0),
            30,
            30,
            30,
        ];
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.All(prices[i], s => Assert.Equal(expected[i], s, 1e-12));
        }

        Assert.Equal(40.0, prices[2][0]);
        Assert.Equal(30.0, prices[7][0]);
    }

    [Fact]
    public void A_curve_needs_points_whose_dates_ascend()
    {
        var curve = new CurveBenchmark { Name = "curve", Points = [] };
        var point = new CurvePoint(new DateOnly(2016, 3, 1), Certain(40));
        Assert.Throws<ArgumentException>(() => new PriceRun(curve, Grid(StepLength.Month)));
        Assert.Throws<ArgumentException>(() =>
            new PriceRun(curve with { Points = [point, point] }, Grid(StepLength.Month))
        );
    }

    [Fact]
    public void One_step_is_the_exact_transition_of_the_paths_own_uniform()
    {
        var (logPrice, price) = new PriceRun(Schwartz, Grid(StepLength.Month)).Run(Seed, 70, 5, 5, 1, 2);
        Philox4x32.Draw(Seed, 73, 0, StreamName.Hash("price/brent"), out _, out var u); // of the second step
        var (kappa, dt) = (Ln2 / 0.75, 29 / 365.25);
        var z = MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, u);
        var expected =
            Math.Log(64)
            + (Math.Exp(-kappa * dt) * (logPrice[0][3] - Math.Log(64)))
            + (0.36 * Math.Sqrt((1 - Math.Exp(-2 * kappa * dt)) / (2 * kappa)) * z);
        Assert.Equal(expected, logPrice[1][3], 1e-13);
        Assert.Equal(Math.Exp(expected), price[1][3], 1e-11);
    }

    [Theory]
    [MemberData(nameof(AprilAndOctober), MemberType = typeof(PriceFacts))]
    public void Gbm_has_its_mean_variance_and_autocovariance(StepLength length, int early, int late)
    {
        var run = new PriceRun(Gbm, Grid(length));
        var (x, price) = run.Run(Seed, 0, Paths, 256, early, late);
        var (s, t) = (run.Years(early), run.Years(late));
        var mean = 63.7 * Math.Exp(0.08 * t);
        AssertMean("E[S]", price[1], mean);
        AssertMean("Var[S]", Squares(price[1], mean), mean * mean * (Math.Exp(0.32 * 0.32 * t) - 1));
        var rate = 0.08 - (0.32 * 0.32 / 2);
        AssertGaussian(
            x,
            (Math.Log(63.7) + (rate * s), Math.Log(63.7) + (rate * t)),
            (0.32 * 0.32 * s, 0.32 * 0.32 * t),
            0.32 * 0.32 * s
        );
    }

    [Theory]
    [MemberData(nameof(AprilAndOctober), MemberType = typeof(PriceFacts))]
    public void Schwartz_has_its_mean_variance_and_autocovariance(StepLength length, int first, int last)
    {
        var run = new PriceRun(Schwartz, Grid(length));
        var (x, price) = run.Run(Seed, 0, Paths, 256, first, last);
        var (s, t) = (run.Years(first), run.Years(last));
        var kappa = Ln2 / 0.75;
        double MeanLog(double years) => Math.Log(64) + (Math.Exp(-kappa * years) * Math.Log(112.3 / 64));
        var variance = 0.36 * 0.36 * (1 - Math.Exp(-2 * kappa * t)) / (2 * kappa);
        var mean = Math.Exp(MeanLog(t) + (variance / 2));
        AssertMean("E[S]", price[1], mean);
        AssertMean("Var[S]", Squares(price[1], mean), mean * mean * (Math.Exp(variance) - 1));
        var covariance = 0.36 * 0.36 / (2 * kappa) * (Math.Exp(-kappa * (t - s)) - Math.Exp(-kappa * (t + s)));
        var early = 0.36 * 0.36 * (1 - Math.Exp(-2 * kappa * s)) / (2 * kappa);
        AssertGaussian(x, (MeanLog(s), MeanLog(t)), (early, variance), covariance);
    }

    [Fact]
    public void Uncertain_parameters_differ_from_path_to_path()
    {
        var uncertain = Schwartz with
        {
            Spot = new Quantity { Address = "spot", Law = new UniformLaw(40, 60) },
            LongRun = new Quantity { Address = "long-run", Law = new UniformLaw(60, 90) },
        };
        var (x, price) = new PriceRun(uncertain, Grid(StepLength.Month)).Run(Seed, 0, 64, 64, 0);
        Assert.Equal(64, price[0].Distinct().Count());
        Assert.All(price[0], s => Assert.InRange(s, 40, 60));
        Assert.Equal(price[0].Select(LaneMath.Log), x[0]);
    }
}
