using OilRevenueSim.Core.Prices;
using OilRevenueSim.Core.Time;
using Xunit;
using static OilRevenueSim.Core.Tests.Prices.PriceFacts;

namespace OilRevenueSim.Core.Tests.Prices;

/// <summary>Jumps under gbm and schwartz: moments in closed form, exact times within a step.</summary>
public sealed class JumpTests
{
    private const int Paths = 65_536;
    private const double Rate = 5;
    private const double Mean = -0.07;
    private const double Deviation = 0.11;

    private static readonly PriceJumps Some = Jumps(Rate, Mean, Deviation);

    [Theory]
    [MemberData(nameof(AprilAndOctober), MemberType = typeof(PriceFacts))]
    public void Jumps_leave_the_mean_of_gbm_and_add_to_its_variance(StepLength length, int early, int late)
    {
        var run = new PriceRun(Gbm with { Jumps = Some }, Grid(length));
        var (x, price) = run.Run(Seed, 0, Paths, 256, early, late);
        var (s, t) = (run.Years(early), run.Years(late));
        AssertMean("E[S]", price[1], 63.7 * Math.Exp(0.08 * t));
        var growth = Math.Exp(Mean + (Deviation * Deviation / 2)) - 1;
        var rate = 0.08 - (0.32 * 0.32 / 2) + (Rate * (Mean - growth));
        var spread = (0.32 * 0.32) + (Rate * ((Mean * Mean) + (Deviation * Deviation)));
        AssertGaussian(
            x,
            (Math.Log(63.7) + (rate * s), Math.Log(63.7) + (rate * t)),
            (spread * s, spread * t),
            spread * s
        );
    }

    [Theory]
    [MemberData(nameof(AprilAndOctober), MemberType = typeof(PriceFacts))]
    public void Jumps_of_a_reverting_price_fade_with_its_half_life(StepLength length, int early, int late)
    {
        var run = new PriceRun(Schwartz with { Jumps = Some }, Grid(length));
        var x = run.Run(Seed, 0, Paths, 256, early, late).LogPrice;
        var (s, t) = (run.Years(early), run.Years(late));
        var kappa = Ln2 / 0.75;
        double MeanLog(double years) =>
            Math.Log(64)
            + (Math.Exp(-kappa * years) * Math.Log(112.3 / 64))
            + (Rate * Mean * (1 - Math.Exp(-kappa * years)) / kappa);
        double VarianceLog(double years) =>
            ((0.36 * 0.36) + (Rate * ((Mean * Mean) + (Deviation * Deviation))))
            * (1 - Math.Exp(-2 * kappa * years))
            / (2 * kappa);
        AssertGaussian(
            x,
            (MeanLog(s), MeanLog(t)),
            (VarianceLog(s), VarianceLog(t)),
            Math.Exp(-kappa * (t - s)) * VarianceLog(s)
        );
    }

    /// <summary>The clock of path 3 read off its stream by other code; without volatility the path is its jumps.</summary>
    [Theory]
    [InlineData(StepLength.Month, 11, 335)]
    [InlineData(StepLength.Week, 50, 305)]
    [InlineData(StepLength.Day, 340, 340)]
    public void Jumps_happen_at_exact_times_whatever_the_step(StepLength length, int step, int days)
    {
        var many = Jumps(30, Mean, Deviation);
        var still = Schwartz with { Volatility = Certain(1e-12), Jumps = many };
        var run = new PriceRun(still, Grid(length));
        var t = run.Years(step);
        Assert.Equal(days / 365.25, t, 1e-12);
        var x = run.Run(Seed, 0, 8, 8, step).LogPrice[0][3];
        var kappa = Ln2 / 0.75;
        var expected = Math.Log(64) + (Math.Exp(-kappa * t) * Math.Log(112.3 / 64));
        var time = 0.0;
        var count = 0;
        for (var n = 0u; ; n++)
        {
            var (wait, size) = Uniforms("price/brent/jumps", 3, n);
            time += -Math.Log(wait) / 30;
            if (time > t)
            {
                break;
            }

            count++;
            expected += (Mean + (Deviation * Normal(size))) * Math.Exp(-kappa * (t - time));
        }

        Assert.InRange(count, 12, 60);
        Assert.Equal(expected, x, 1e-10);
    }

    [Fact]
    public void Numbers_of_jumps_are_poisson_with_many_a_step()
    {
        var ones = Gbm with { Volatility = Certain(1e-9), Drift = Certain(0), Jumps = Jumps(40, 1e-3, 0) };
        var run = new PriceRun(ones, Grid(StepLength.Month));
        var x = run.Run(Seed, 0, 16_384, 256, 6).LogPrice[0];
        var t = run.Years(6);
        var shift = 40 * (Math.Exp(1e-3) - 1) * t;
        double[] counts = [.. x.Select(v => Math.Round((v - Math.Log(63.7) + shift) / 1e-3))];
        AssertMean("E[N]", counts, 40 * t);
        AssertMean("Var[N]", Squares(counts, 40 * t), 40 * t);
    }

    [Fact]
    public void A_rate_of_zero_is_no_jumps()
    {
        var none = new PriceRun(Gbm with { Jumps = Jumps(0, 1, 1) }, Grid(StepLength.Week)).Run(Seed, 0, 64, 64, 40);
        var plain = new PriceRun(Gbm, Grid(StepLength.Week)).Run(Seed, 0, 64, 64, 40);
        Assert.Equal(plain.Price[0], none.Price[0]);
    }
}
