using OilRevenueSim.Core.Control;
using OilRevenueSim.Core.Interventions;
using OilRevenueSim.Core.Markets;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Simulation;
using OilRevenueSim.Core.Time;
using OilRevenueSim.Tests;
using Xunit;
using static OilRevenueSim.Core.Tests.Simulation.InterventionTests;
using static OilRevenueSim.Core.Tests.Simulation.World;

namespace OilRevenueSim.Core.Tests.Simulation;

/// <summary>What interventions make of prices, passage, capacities and finance, and that they keep every promise of model.md §4.</summary>
public sealed class EffectTests
{
    [Theory]
    [InlineData(0.5, null, null, null, 25.0)]
    [InlineData(null, -10.0, null, null, 40.0)]
    [InlineData(null, null, 30.0, null, 30.0)]
    [InlineData(0.5, -10.0, null, 20.0, 20.0)]
    public void A_price_effect_acts_for_its_share_of_the_step(
        double? factor,
        double? shift,
        double? cap,
        double? floor,
        double target
    )
    {
        var effect = new PriceEffect(
            "export",
            Maybe("f", factor),
            Maybe("s", shift),
            Maybe("c", cap),
            Maybe("l", floor)
        )
        {
            Identity = "price/export",
        };
        var prices = Watch(With(OnePort(), Dated("shock", "2020-02-11", "2020-03-31", effect)), b => b.MarketPrices[0]);
        AssertClose(50, prices[0]);
        AssertClose(50 + (19.0 / 29 * (target - 50)), prices[1]); // 11 to 29 February 2020
        Assert.Equal(target, prices[2]);
        Assert.Equal(50.0, prices[3]);
    }

    [Fact]
    public void A_cap_on_a_benchmark_moves_the_price_used_and_leaves_the_process_alone()
    {
        var world = OnePort() with
        {
            Benchmarks = [Schwartz("brent", 60, 60, 1, 0.4)],
            Markets = [Linked("export", "brent", differential: -2)],
        };
        var cap = new PriceEffect("brent", null, null, Number("cap", 55), null) { Identity = "price/brent" };
        var capped = Watch(With(world, Dated("cap", "2020-03-01", "2020-04-30", cap)), b => b.MarketPrices[7]);
        var free = Watch(world, b => b.MarketPrices[7]);
        for (var t = 0; t < 12; t++)
        {
            Assert.Equal(t is 2 or 3 ? Math.Min(53.0, free[t]) : free[t], capped[t]);
        }
    }

    [Fact]
    public void A_shift_of_the_discount_counts_for_its_share()
    {
        var world = OnePort() with
        {
            Benchmarks = [Constant("brent", 60)],
            Markets = [Linked("export", "brent", discount: 0.1)],
        };
        var shift = new DiscountEffect("export", Number("shift", 0.2)) { Identity = "discount/export" };
        var prices = Watch(With(world, Dated("sanction", "2020-01-01", "2020-02-29", shift)), b => b.MarketPrices[0]);
        AssertClose(60 * 0.7, prices[0]);
        AssertClose(60 * 0.9, prices[2]);
    }

    [Fact]
    public void Passage_holds_from_the_first_step_start_on_or_after_its_start_to_that_of_its_end_and_beats_phase_rules()
    {
        var world = OnePort() with
        {
            Areas = [Area("coast", "group"), Area("desert", "company")],
            Theatres = [Theatre("war", PhaseChange("war", "peace", 0))],
            Passage = [Passage("group", ["company"], PassagePolicy.Pass, phase: "war")],
        };
        var block = new PassageEffect("group", "any", PassagePolicy.Block, null, null)
        {
            Identity = "passage/group>any",
        };
        var admitted = Watch(With(world, Dated("close", "2020-02-10", "2020-05-10", block)), b => b.Admitted[0]);
        Assert.Equal([1.0, 1.0, 0.0, 0.0, 0.0, 1.0, 1.0], admitted[..7]);
    }

    [Fact]
    public void A_toll_of_an_intervention_is_collected_while_it_holds()
    {
        var world = OnePort() with
        {
            Areas = [Area("coast", "group"), Area("desert", "company")],
            Passage = [Passage("group", ["company"], PassagePolicy.Pass)],
        };
        var toll = new PassageEffect("group", "company", PassagePolicy.Toll, Number("toll", 7), null)
        {
            Identity = "passage/group>company",
        };
        var result = Ran.For(With(world, Dated("deal", "2020-03-01", "2020-03-31", toll)));
        Assert.Equal(0.0, result.In("2020-02", "group", ReportQuantity.Levies).Max);
        AssertClose(100_000 * 31 * 7.0, result.In("2020-03", "group", ReportQuantity.Levies).Mean);
        Assert.Equal(0.0, result.In("2020-04", "group", ReportQuantity.Levies).Max);
    }

    [Fact]
    public void Closing_multiplies_and_opening_replaces_it_while_it_runs()
    {
        var world = OnePort() with { Nodes = [Node("port", "coast", 50_000)] };
        CapacityEffect Scale(string place, bool open, double factor) =>
            new(place, open, Number($"factor.{factor}", factor)) { Identity = $"{(open ? "open" : "close")}/{place}" };
        var factors = Watch(
            With(
                world,
                Dated("a", "2020-01-01", "2020-12-31", Scale("port", false, 0.5), Scale("export", false, 0)),
                Dated(
                    "b",
                    "2020-02-01",
                    "2020-12-31",
                    Scale("port", false, 0.2),
                    Scale("field>port>export", false, 0.3)
                ),
                Dated("c", "2020-03-01", "2020-03-31", Scale("port", true, 0.9)),
                Dated("d", "2020-04-11", "2020-04-25", Scale("port", true, 0.9))
            ),
            b => (b.NodeFactor[0], b.RouteFactor[0], b.DemandFactor[0])
        );
        Assert.Equal((0.5, 1.0, 0.0), factors[0]);
        Assert.Equal((0.1, 0.3, 0.0), factors[1]);
        Assert.Equal((0.9, 0.3, 0.0), factors[2]);
        AssertClose(0.1 + (0.5 * (0.9 - 0.1)), factors[3].Item1);
    }

    [Fact]
    public void Finance_factors_multiply_and_seizures_add_up()
    {
        var pay = new FinanceEffect(FinanceScope.Pay, "group", Number("pay", 0.5)) { Identity = "pay/group" };
        var seize = new SeizeEffect("export", Number("share", 0.2), "company") { Identity = "seize/export" };
        var values = Watch(
            With(
                OnePort(),
                Dated("a", "2020-01-01", "2020-06-30", pay, seize),
                Dated("b", "2020-02-01", "2020-02-29", pay, seize)
            ),
            b => (b.FinanceFactor[(((int)FinanceScope.Pay * 3) + 2) * b.Lanes], b.AddedSeizure[0])
        );
        Assert.Equal((0.5, 0.2), values[0]);
        Assert.Equal((0.25, 0.4), values[1]);
        Assert.Equal((1.0, 0.0), values[7]);
    }

    [Fact]
    public void What_an_intervention_closes_seizes_and_pays_reaches_the_accounts()
    {
        // Closed in March, a quarter seized in December by the group, which gets 12 MUSD a year all the time.
        var close = new CapacityEffect("field>port>export", false, Number("factor", 0)) { Identity = "close/route" };
        var seize = new SeizeEffect("export", Number("share", 0.25), "group") { Identity = "seize/export" };
        var pay = new TransferEffect("outside", "group", Number("amount", 12e6))
        {
            Identity = "transfer/outside>group",
        };
        var result = Ran.For(
            With(
                OnePort(),
                Dated("close", "2020-03-01", "2020-03-31", close),
                Dated("pay", "2020-01-01", "2020-12-31", pay),
                Dated("seize", "2020-12-01", "2020-12-31", seize)
            )
        );
        var month = 31 * 100_000 * 50.0;
        AssertClose(month, result.In("2020-01", "company", ReportQuantity.Sales).Mean);
        Assert.Equal(0.0, result.In("2020-03", "company", ReportQuantity.Sales).Max);
        AssertClose(0.25 * month, result.In("2020-12", "group", ReportQuantity.Diverted).Mean);
        AssertClose(12e6 * 31 / 365.25, result.In("2020-12", "group", ReportQuantity.Transfers).Mean);
    }

    [Fact]
    public void A_strike_is_zero_outside_its_dates_and_where_it_failed()
    {
        var strike = new StrikeEffect
        {
            Identity = "strikes-on/group",
            On = "group",
            Stream = "strike/air",
            Rate = Rate("rate", 6),
            Damage = Months(0, 1),
        };
        var air = Dated("air", "2020-02-11", "2020-03-31", strike) with { Succeeds = Number("succeeds", 0.5) };
        var rates = new List<double[]>();
        Ran.Watch(
            With(OnePort(), air),
            (plan, block, _) =>
                rates.Add(
                    block.Of(block.Rates, plan.Hazards.Single(h => h.Spec.Kind == HazardKind.Strike).Clock).ToArray()
                )
        );
        Assert.All(rates[0], r => Assert.Equal(0.0, r));
        Assert.All(rates[1].Zip(rates[2]), r => Assert.Equal(r.Second > 0 ? 6 * (19.0 / 29) : 0.0, r.First));
        Assert.InRange(rates[2].Count(r => r == 6.0), 88, 168); // 128 ± 5·8
        Assert.Equal(256, rates[2].Count(r => r is 0.0 or 6.0));
        Assert.All(rates[3], r => Assert.Equal(0.0, r));
    }

    [Fact]
    public void An_imposed_blockade_closes_its_place_for_its_share_and_a_lift_ends_what_runs()
    {
        var impose = new ImposeBlockadeEffect("port", "group") { Identity = "blockade/port" };
        var open = Watch(With(OnePort(), Dated("close", "2020-02-11", "2020-03-31", impose)), PortOpen);
        Assert.Equal((1.0, 1 - (19.0 / 29), 0.0, 1.0), (open[0], open[1], open[2], open[3]));
        var blockade = new Blockade
        {
            Identity = "company@port",
            Stream = "blockade/company@port",
            By = "company",
            At = ["port"],
            Rate = Rate("blockade.rate", 1e6),
            Lasts = Months(1200, 2400),
            ActiveSince = new DateOnly(2019, 6, 1),
        };
        var lift = new LiftBlockadeEffect("port") { Identity = "lift-blockade/port" };
        var blocked = OnePort() with { Blockades = [blockade] };
        Assert.All(Watch(blocked, PortOpen), x => Assert.Equal(0.0, x));
        var lifted = Watch(With(blocked, Dated("deal", "2020-04-01", "2020-06-30", lift)), PortOpen);
        // None may start from April to June; in July the next one starts at once.
        Assert.Equal([0.0, 0.0, 0.0, 1.0, 1.0, 1.0], lifted[..6]);
        Assert.True(lifted[6] < 1e-3 && lifted[11] == 0.0, $"calculated {lifted[6]:R} and {lifted[11]:R}, expected 0");

        static double PortOpen(PathBlock block) => block.OpenOfNode(0)[0];
    }

    [Fact]
    public void Threads_blocks_widths_and_the_order_of_interventions_change_no_bit()
    {
        var world = Busy();
        var expected = Ran.For(world, 2_000).Bits().ToArray();
        Assert.Equal(expected, Ran.For(world, 2_000, threads: 2, block: 768).Bits());
        var reversed = world with
        {
            Interventions =
            [
                .. world.Interventions.Reverse().Select(i => i with { Effects = [.. i.Effects.Reverse()] }),
            ],
        };
        Assert.Equal(expected, Ran.For(reversed, 2_000).Bits());
        var runs = Ran.AllWidths(SimulationPlan.Compile(world))
            .Select(w =>
            {
                var keep = new Ran.Keep();
                w.Simulator.Run(512, keep);
                return keep.Bits;
            })
            .ToArray();
        Assert.All(runs, bits => Assert.True(bits.SequenceEqual(runs[0])));
    }

    [Fact]
    public void Steps_with_interventions_allocate_nothing_after_warm_up()
    {
        var simulator = BlockSimulator.Create(SimulationPlan.Compile(Busy()), 1, 256);
        var ignore = new Ran.Ignore();
        simulator.Run(0, ignore);
        simulator.Run(256, ignore);
        Assert.Equal(0, Allocations.Least(() => simulator.Run(512, ignore)));
    }

    /// <summary>The contested world with drivers, takes-with, stabilisation and interventions of every kind.</summary>
    private static Scenario Busy()
    {
        var world = SameBitsTests.Contest();
        var desert = world.Areas.Single(a => a.Name == "desert");
        var retake = desert.Changes[1] with
        {
            TakesWith = ["coast"],
            StabilisedRatio = Number("ratio", 0.3),
            StabilisedFor = Number("time", 0.2),
        };
        return world with
        {
            Areas = world.Areas.Replace(a => a.Name == "desert", desert with { Changes = [desert.Changes[0], retake] }),
            Interventions =
            [
                Dated(
                    "cap",
                    "2020-02-15",
                    "2020-08-15",
                    new PriceEffect("brent", null, null, Number("cap", 35), null) { Identity = "price/brent" }
                ),
                Dated(
                    "deal",
                    "2020-04-03",
                    "2020-11-30",
                    Holder("coast", "company"),
                    new PhaseEffect("main", "peace", true) { Identity = "phase/peace" }
                ) with
                {
                    Succeeds = Number("succeeds", 0.6),
                    Delay = Months(0, 4),
                },
                Dated(
                    "raid",
                    "2020-01-01",
                    "2020-12-31",
                    Ratio(HazardScope.ChangesTo, "company", 2.5),
                    new PassageEffect("group", "company", PassagePolicy.Block, null, null)
                    {
                        Identity = "passage/group>company",
                    }
                ) with
                {
                    When = [new HoldsCondition("desert", "group")],
                    Repeat = true,
                    Delay = Months(0, 1),
                },
                Dated("relief", "2020-01-01", "2020-12-31", Ratio(HazardScope.ChangesFrom, "company", 0.5)) with
                {
                    When = [new RevenueCondition("group", Number("above", 1e7))],
                },
            ],
        };
    }

    private static Core.Uncertainty.Quantity? Maybe(string address, double? value) =>
        value is null ? null : Number(address, value.Value);

    private static List<T> Watch<T>(Scenario world, Func<PathBlock, T> look)
    {
        var seen = new List<T>();
        Ran.Watch(world, (_, block, _) => seen.Add(look(block)));
        return seen;
    }

    private static void AssertClose(double expected, double calculated)
    {
        var tolerance = 1e-12 * Math.Max(1, Math.Abs(expected));
        Assert.True(
            Math.Abs(calculated - expected) <= tolerance,
            $"calculated {calculated:R}, expected {expected:R}, tolerance {tolerance:R}, seed 1"
        );
    }
}
