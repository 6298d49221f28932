using OilRevenueSim.Core.Markets;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Tests.Simulation;
using OilRevenueSim.Core.Time;
using Xunit;
using static OilRevenueSim.Core.Tests.Prices.PriceFacts;

namespace OilRevenueSim.Core.Tests.Prices;

/// <summary>Parts of market prices that wander: stationary from the start, with their half-life, each on its scale.</summary>
public sealed class WanderTests
{
    private const int Paths = 65_536;

    private static double OnScale(int scale, double value, double middle) =>
        (WanderScale)scale switch
        {
            WanderScale.Log => Math.Log(value / middle),
            WanderScale.Logit => Math.Log(value / (1 - value)) - Math.Log(middle / (1 - middle)),
            _ => value - middle,
        };

    public static TheoryData<int, StepLength, int, int> Scales
    {
        get
        {
            var data = new TheoryData<int, StepLength, int, int>();
            foreach (var scale in new[] { (int)WanderScale.Log, (int)WanderScale.Logit, (int)WanderScale.Additive })
            {
                data.Add(scale, StepLength.Month, 3, 9);
                data.Add(scale, StepLength.Day, 91, 274);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Scales))]
    public void Deviation_is_stationary_and_half_of_it_is_gone_after_the_half_life(
        int scale,
        StepLength length,
        int early,
        int late
    )
    {
        var grid = Grid(length);
        double[] values = [0.3, 0.25, 0.4]; // middle, standard deviation, half-life
        var next = 0;
        var process = new WanderProcess(
            new Wander(Certain(0.25), Certain(0.4)),
            (WanderScale)scale,
            Certain(0.3),
            "wander/bazaar.level",
            grid,
            _ => next++
        );
        var lanes = values.SelectMany(v => Enumerable.Repeat(v, Paths)).ToArray();
        var rows = new double[process.RowCount * Paths];
        var kept = new Dictionary<int, double[]>();
        process.Prepare(Seed, 0, Paths, lanes, rows);
        for (var step = 0; step <= late; step++)
        {
            if (step == 0 || step == early || step == late)
            {
                double[] shown = [.. WanderProcess.ValueOf(Paths, rows)];
                kept[step] = [.. shown.Select(v => OnScale(scale, v, 0.3))];
            }

            process.Advance(step, Seed, 0, Paths, lanes, rows);
        }

        double Years(int step) => grid.Days.Take(step).Sum() / 365.25;
        foreach (var x in kept.Values)
        {
            AssertMean("E[x]", x, 0);
            AssertMean("Var[x]", Squares(x, 0), 0.25 * 0.25);
        }

        foreach (var (from, to) in new[] { (0, early), (early, late) })
        {
            var remembered = Math.Pow(2, -(Years(to) - Years(from)) / 0.4);
            AssertMean("Cov[x early, x late]", Products(kept[from], 0, kept[to], 0), 0.25 * 0.25 * remembered);
        }
    }

    [Fact]
    public void Start_and_steps_come_from_their_own_streams()
    {
        Assert.Equal("wander/bazaar.level/start", WanderProcess.StartOf("wander/bazaar.level"));
        var seen = new List<double>();
        Ran.Watch(Wandering(), (_, block, _) => seen.Add(block.Of(block.MarketPrices, 0)[9]), Seed);
        var x = 0.25 * Normal(Uniforms("wander/bazaar.level/start", 9, 0).First);
        for (var step = 0u; step < 3; step++)
        {
            Assert.Equal(30 * Math.Exp(x), seen[(int)step], 1e-12);
            var a = Math.Pow(2, -(new[] { 31, 29, 31 }[step] / 365.25) / 0.4);
            var z = Normal(StepUniform("wander/bazaar.level", 9, step));
            x = (a * x) + (0.25 * Math.Sqrt(1 - (a * a)) * z);
        }
    }

    [Fact]
    public void Discount_and_differential_of_a_linked_price_wander_apart()
    {
        var market = new Market
        {
            Name = "export",
            Price = new LinkedPrice
            {
                Benchmark = "brent",
                Discount = Certain(0.4),
                Differential = Certain(-2),
                DiscountWander = new Wander(Certain(0.5), Certain(1)),
                DifferentialWander = new Wander(Certain(3), Certain(1)),
                Floor = Certain(0),
            },
        };
        var world = World.OnePort() with { Benchmarks = [World.Constant("brent", 100)], Markets = [market] };
        var first = new double[256];
        Ran.Watch(
            world,
            (_, block, step) =>
            {
                if (step == 0)
                {
                    block.Of(block.MarketPrices, 0).CopyTo(first);
                }
            },
            Seed
        );
        for (var path = 0u; path < 256; path++)
        {
            var odds = (0.4 / 0.6) * Math.Exp(0.5 * Normal(Uniforms("wander/export.discount/start", path, 0).First));
            var differential = -2 + (3 * Normal(Uniforms("wander/export.differential/start", path, 0).First));
            Assert.Equal((100 * (1 - (odds / (1 + odds)))) + differential, first[path], 1e-10);
        }
    }

    [Fact]
    public void Wandering_of_one_market_moves_nothing_else()
    {
        var still = SameBitsTests.Contest();
        var more = still with { Markets = [.. still.Markets, Wandering().Markets[0] with { Name = "aaa-bazaar" }] };
        var series = Core.Simulation.SimulationPlan.Compile(still).Series;
        Assert.Equal(Ran.For(still, 512).Bits(), Ran.For(more, 512).Bits(series.Contains));
    }

    [Fact]
    public void Threads_and_blocks_change_no_bit()
    {
        var world = Wandering();
        var expected = Ran.For(world, 1024).Bits();
        Assert.Equal(expected, Ran.For(world, 1024, threads: 2, block: 512).Bits());
        Assert.NotEqual(expected, Ran.For(world, 1024, seed: 2).Bits());
    }

    private static Scenario Wandering()
    {
        var world = World.OnePort();
        var bazaar = World.Local("bazaar", 30);
        return world with
        {
            Markets =
            [
                bazaar with
                {
                    Price = (LocalPrice)bazaar.Price with { LevelWander = new Wander(Certain(0.25), Certain(0.4)) },
                },
            ],
            Routes = [World.Route(["field"], ["port"], "bazaar")],
        };
    }
}
