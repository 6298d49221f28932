using OilRevenueSim.Core.Prices;
using OilRevenueSim.Core.Time;
using Xunit;
using static OilRevenueSim.Core.Tests.Prices.PriceFacts;

namespace OilRevenueSim.Core.Tests.Prices;

/// <summary>Parameters that switch: closed forms of two-state chains, and single paths rebuilt switch by switch.</summary>
public sealed class RegimeTests
{
    private const int Paths = 65_536;
    private const double Calm = 0.15;
    private const double Wild = 0.6;
    private const double ToWild = 2;
    private const double ToCalm = 5;

    [Theory]
    [MemberData(nameof(AprilAndOctober), MemberType = typeof(PriceFacts))]
    public void Variance_is_that_of_the_time_spent_in_each_set(StepLength length, int early, int late)
    {
        // Drifts of half the variance leave ln S where it was, so that only the time in each set moves its variance.
        var run = new PriceRun(Switching(Drifting(Calm), Drifting(Wild)), Grid(length));
        var x = run.Run(Seed, 0, Paths, 256, early, late).LogPrice;
        var (s, t) = (run.Years(early), run.Years(late));
        double VarianceLog(double years)
        {
            var wild = ToWild / (ToWild + ToCalm);
            var inWild = wild * (years - ((1 - Math.Exp(-(ToWild + ToCalm) * years)) / (ToWild + ToCalm)));
            return (Calm * Calm * (years - inWild)) + (Wild * Wild * inWild);
        }

        var mean = Math.Log(50);
        AssertGaussian(x, (mean, mean), (VarianceLog(s), VarianceLog(t)), VarianceLog(s));
    }

    [Theory]
    [MemberData(nameof(AprilAndOctober), MemberType = typeof(PriceFacts))]
    public void Mean_of_ln_S_is_that_of_a_switching_drift(StepLength length, int early, int late)
    {
        var run = new PriceRun(Switching(Drift(-0.4, Calm), Drift(0.9, Calm)), Grid(length));
        var x = run.Run(Seed, 0, Paths, 256, early, late).LogPrice;
        double MeanLog(double years)
        {
            var wild = ToWild / (ToWild + ToCalm);
            var inWild = wild * (years - ((1 - Math.Exp(-(ToWild + ToCalm) * years)) / (ToWild + ToCalm)));
            return Math.Log(50) - (Calm * Calm / 2 * years) - (0.4 * (years - inWild)) + (0.9 * inWild);
        }

        AssertMean("E[x early]", x[0], MeanLog(run.Years(early)));
        AssertMean("E[x late]", x[1], MeanLog(run.Years(late)));
    }

    /// <summary>One set reverts, one drifts: path 5 composed segment by segment by other code, with several switches a step.</summary>
    [Theory]
    [InlineData(StepLength.Month, 11)]
    [InlineData(StepLength.Week, 50)]
    [InlineData(StepLength.Day, 300)]
    public void Switches_happen_at_exact_times_whatever_the_step(StepLength length, int steps)
    {
        const uint Path = 5;
        const double Half = 0.2;
        var fast = Switching(Reverting(70, Half, Calm), Drift(0.5, Wild), toWild: 20, toCalm: 30);
        var grid = Grid(length);
        var x = new PriceRun(fast, grid).Run(Seed, 0, 16, 16, steps).LogPrice[0][(int)Path];
        var switches = SwitchTimes(Path, 20, 30, 1.0);
        var expected = Math.Log(50);
        var time = 0.0;
        for (var step = 0; step < steps; step++)
        {
            var end = grid.Days.Take(step + 1).Sum() / 365.25;
            var (a, b, v) = (1.0, 0.0, 0.0);
            while (time < end)
            {
                var isWild = switches.Count(w => w <= time) % 2 == 1;
                var next = Math.Min(end, switches.Where(w => w > time).DefaultIfEmpty(end).Min());
                var kappa = Ln2 / Half;
                var length1 = next - time;
                var (a1, b1, v1) = isWild
                    ? (1.0, (0.5 - (Wild * Wild / 2)) * length1, Wild * Wild * length1)
                    : (
                        Math.Exp(-kappa * length1),
                        (1 - Math.Exp(-kappa * length1)) * Math.Log(70),
                        Calm * Calm * (1 - Math.Exp(-2 * kappa * length1)) / (2 * kappa)
                    );
                (a, b, v) = (a1 * a, (a1 * b) + b1, (a1 * a1 * v) + v1);
                time = next;
            }

            expected = (a * expected) + b + (Math.Sqrt(v) * Normal(StepUniform("price/oil", Path, (uint)step)));
        }

        Assert.InRange(switches.Count, 12, 60);
        Assert.Equal(expected, x, 1e-10);
    }

    [Fact]
    public void A_single_set_is_the_model_it_looks_like()
    {
        var (reverting, drifting) = (Reverting(64, 0.75, 0.36), Drift(0.08, 0.32));
        var schwartz = new PriceRun(Schwartz with { Name = "oil", Spot = Certain(50) }, Grid(StepLength.Week));
        var gbm = new PriceRun(Gbm with { Name = "oil", Spot = Certain(50) }, Grid(StepLength.Week));
        AssertSame(schwartz, new PriceRun(Alone(reverting), Grid(StepLength.Week)));
        AssertSame(gbm, new PriceRun(Alone(drifting), Grid(StepLength.Week)));
    }

    [Fact]
    public void Sets_must_be_known()
    {
        var benchmark = Switching(Drifting(Calm), Drifting(Wild));
        Assert.Throws<ArgumentException>(() => new PriceRun(benchmark with { Start = "mad" }, Grid(StepLength.Week)));
    }

    private static void AssertSame(PriceRun expected, PriceRun calculated)
    {
        var (a, b) = (expected.Run(Seed, 0, 32, 32, 50).LogPrice[0], calculated.Run(Seed, 0, 32, 32, 50).LogPrice[0]);
        Assert.All(a.Zip(b), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
    }

    /// <summary>Times of the switches of a path, calm first, read off the streams of the two clocks.</summary>
    private static List<double> SwitchTimes(uint path, double toWild, double toCalm, double until)
    {
        var times = new List<double>();
        var time = 0.0;
        for (var n = 0u; ; n++)
        {
            time += -Math.Log(Uniforms("price/oil/regime/calm>wild", path, n).First) / toWild;
            if (time > until)
            {
                return times;
            }

            times.Add(time);
            time += -Math.Log(Uniforms("price/oil/regime/wild>calm", path, n).First) / toCalm;
            if (time > until)
            {
                return times;
            }

            times.Add(time);
        }
    }

    private static RegimesBenchmark Alone(PriceRegime set) =>
        new()
        {
            Name = "oil",
            Spot = Certain(50),
            Start = "only",
            Sets = [set with { Name = "only" }],
            Changes = [],
        };

    internal static RegimesBenchmark Switching(
        PriceRegime calm,
        PriceRegime wild,
        double toWild = ToWild,
        double toCalm = ToCalm
    ) =>
        new()
        {
            Name = "oil",
            Spot = Certain(50),
            Start = "calm",
            Sets = [calm with { Name = "calm" }, wild with { Name = "wild" }],
            Changes = [Change("calm", "wild", toWild), Change("wild", "calm", toCalm)],
        };

    private static RegimeChange Change(string from, string to, double rate) =>
        new()
        {
            Identity = $"{from}>{to}",
            Stream = $"price/oil/regime/{from}>{to}",
            From = from,
            To = to,
            Rate = Certain(rate),
        };

    internal static PriceRegime Drift(double drift, double sigma) =>
        new()
        {
            Name = "",
            Drift = Certain(drift),
            Volatility = Certain(sigma),
        };

    internal static PriceRegime Reverting(double longRun, double halfLife, double sigma) =>
        new()
        {
            Name = "",
            LongRun = Certain(longRun),
            HalfLife = Certain(halfLife),
            Volatility = Certain(sigma),
        };

    private static PriceRegime Drifting(double sigma) => Drift(sigma * sigma / 2, sigma);
}
