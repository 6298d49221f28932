using CsCheck;
using OilRevenueSim.Core.Control;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Simulation;
using OilRevenueSim.Tests;
using Xunit;
using static OilRevenueSim.Core.Tests.Simulation.World;

namespace OilRevenueSim.Core.Tests.Simulation;

/// <summary>What routes carry, where it is recorded: every barrel that leaves a field is found again, and every dollar paid.</summary>
public sealed class RouteBookTests
{
    private const double Relative = 1e-9;
    private static readonly string[] Names = [.. ReportQuantity.OfRoutes.Select(q => q.Name)];

    [Fact]
    public void Nothing_of_it_is_recorded_unless_it_is_named()
    {
        var world = Full();
        var plain = Ran.For(world);
        var recorded = Ran.For(Recorded(world));
        Assert.DoesNotContain(plain.Series, k => Names.Contains(k.Quantity.Name));
        Assert.Equal(plain.Bits(), recorded.Bits(k => !Names.Contains(k.Quantity.Name)));
        var one = Ran.For(world with { Record = ["sent_kbd"] });
        Assert.Equal(["sent_kbd"], one.Series.Select(k => k.Quantity.Name).Where(Names.Contains).Distinct());
        Assert.All(one.Series.Where(k => k.Quantity == ReportQuantity.Sent), k => Assert.Null(SampleOf(one, k)));
    }

    [Fact]
    public void Oil_that_leaves_the_fields_is_delivered_stored_or_taken_on_the_way() =>
        RichWorlds.Any.SampleFixed(
            world =>
            {
                var result = Ran.For(Recorded(world));
                foreach (var period in result.Periods)
                {
                    foreach (var field in world.Fields)
                    {
                        var output = Sum(
                            result,
                            period,
                            k => k.Quantity == ReportQuantity.Output && k.Place == field.Name
                        );
                        Close(
                            output,
                            Sum(result, period, k => k.Quantity == ReportQuantity.Sent && k.Place == field.Name),
                            output
                        );
                    }

                    foreach (var route in world.Routes)
                    {
                        double On(ReportQuantity quantity) =>
                            Sum(result, period, k => k.Quantity == quantity && k.Channel == route.Identity);
                        var sent = On(ReportQuantity.Sent);
                        var found = On(ReportQuantity.Delivered) + On(ReportQuantity.Stored) + On(ReportQuantity.Taken);
                        Close(sent, found, sent);
                    }
                }
            },
            iter: 60,
            seed: "0N0XIzNsQ0O2"
        );

    [Fact]
    public void What_markets_get_is_what_actors_sell_and_what_buyers_pay_is_kept_levied_or_passed_on() =>
        RichWorlds.Any.SampleFixed(
            world =>
            {
                var result = Ran.For(Recorded(world with { Transfers = [] }));
                foreach (var period in result.Periods)
                {
                    double Of(ReportQuantity quantity, Func<SeriesKey, bool> which) =>
                        Sum(result, period, k => k.Quantity == quantity && which(k));
                    foreach (var actor in world.Actors.Select(a => a.Name))
                    {
                        bool Own(SeriesKey k) => k.Actor == actor;
                        bool Whole(SeriesKey k) => k is { Place: null, Channel: null } && k.Actor == actor;
                        var stolen = Of(
                            ReportQuantity.Taken,
                            k => k.Place is not null && world.Taps.Any(t => t.By == actor && t.At == k.Place) && Own(k)
                        );
                        var sold = Of(ReportQuantity.BarrelsSold, Whole) / period.Days / 1000;
                        Close(sold, Of(ReportQuantity.Delivered, Own) + stolen, sold);
                        var levies = Of(ReportQuantity.Levies, Whole);
                        Close(levies, Of(ReportQuantity.Levied, Own), levies);
                        var passedOn = Of(
                            ReportQuantity.Proceeds,
                            k => k.Channel!.StartsWith(actor + ">", StringComparison.Ordinal)
                        );
                        var moved = Of(ReportQuantity.Transfers, Whole);
                        Close(
                            moved,
                            Of(ReportQuantity.Proceeds, Own) - passedOn,
                            Of(ReportQuantity.DeliveredValue, _ => true)
                        );
                    }

                    // Without a toll in kind a seller's sales are what buyers pay.
                    if (!world.Passage.Any(p => p.TollInKind is not null))
                    {
                        var thefts = Of(ReportQuantity.Sales, k => world.Taps.Any(t => t.Identity == k.Channel));
                        var paid = Of(ReportQuantity.Sales, k => k is { Place: null, Channel: null }) - thefts;
                        Close(paid, Of(ReportQuantity.DeliveredValue, _ => true), paid);
                    }
                }
            },
            iter: 60,
            seed: "0N0XIzNsQ0O2"
        );

    [Fact]
    public void A_tap_a_refinery_and_a_seizure_each_say_where_they_took_it()
    {
        var world = Recorded(
            OnePort() with
            {
                Nodes = [Node("line", "desert"), Node("port", "coast") with { Yield = Number("yield", 0.8) }],
                Routes =
                [
                    Route(["field"], ["line", "port"], "export") with
                    {
                        Identity = "out",
                        Seizure = Number("seized", 0.5),
                        SeizedBy = "group",
                    },
                ],
                Taps = [Tap("group", "line", 0.1), Tap("group", "line", 0.15) with { Identity = "second" }],
            }
        );
        var result = Ran.For(world);
        double At(string? actor, ReportQuantity quantity, string? place) =>
            result.Total(actor, quantity, place, "out").Mean;
        Close(100, At("company", ReportQuantity.Sent, "field"), 100);
        Close(25, At("group", ReportQuantity.Taken, "line"), 100);
        Close(75 * 0.2, At(null, ReportQuantity.Taken, "port"), 100);
        Close(75 * 0.8 * 0.5, At("group", ReportQuantity.Taken, null), 100);
        Close(75 * 0.8 * 0.5, At("company", ReportQuantity.Delivered, "field"), 100);
        Close(30_000.0 * 366 * 50, At("company", ReportQuantity.DeliveredValue, "field"), 1e9);
    }

    [Fact]
    public void Oil_in_the_tanks_comes_back_as_that_of_the_terminal()
    {
        var result = Ran.For(
            Recorded(
                OnePort() with
                {
                    Nodes =
                    [
                        Node("port", "coast", capacity: 60_000) with
                        {
                            Owner = "company",
                            Storage = Tanks("port", 1e9),
                        },
                    ],
                    Routes = [Route(["field"], ["port"], "export") with { Identity = "out" }],
                }
            )
        );
        double In(string month, ReportQuantity quantity, string place) =>
            result.In(month, "company", quantity, place, "out").Mean;
        Close(60, In("2020-01", ReportQuantity.Delivered, "field"), 100);
        Close(40, In("2020-01", ReportQuantity.Stored, "field"), 100);
        Close(0, In("2020-01", ReportQuantity.Delivered, "port"), 100);

        // What January stored leaves first, in 29 days; so much less of the field's own oil finds room.
        const double Stock = 40.0 * 31 / 29;
        Close(Stock, In("2020-02", ReportQuantity.Sent, "port"), 100);
        Close(60 - Stock, In("2020-02", ReportQuantity.Delivered, "field"), 100);
        Close(40 + Stock, In("2020-02", ReportQuantity.Stored, "field"), 100);
    }

    [Fact]
    public void Threads_blocks_and_widths_change_no_bit_of_it()
    {
        var world = Recorded(Full());
        static bool Ours(SeriesKey k) => Names.Contains(k.Quantity.Name);
        var expected = Ran.For(world, paths: 2_000).Bits(Ours).ToList();
        Assert.Contains(expected, b => b != 0);
        Assert.Equal(expected, Ran.For(world, paths: 2_000, threads: 2, block: 512).Bits(Ours));
        var plan = SimulationPlan.Compile(world);
        var widths = Ran.AllWidths(plan)
            .Select(w =>
            {
                var keep = new Ran.Keep();
                w.Simulator.Run(512, keep);
                return keep.Bits;
            })
            .ToArray();
        Assert.All(widths, bits => Assert.True(bits.SequenceEqual(widths[0])));
    }

    [Fact]
    public void Recording_it_allocates_nothing_after_warm_up()
    {
        var world = Recorded(Full());
        var simulator = BlockSimulator.Create(SimulationPlan.Compile(world), 1, 256);
        var ignore = new Ran.Ignore();
        simulator.Run(0, ignore);
        Assert.Equal(0, Allocations.Least(() => simulator.Run(512, ignore)));
    }

    /// <summary>The first of a row of random worlds in which oil is taken, levied on and its proceeds passed on; tanks rarely fill there.</summary>
    private static Scenario Full() =>
        Enumerable
            .Range(0, 200)
            .Select(i => RichWorlds.Any.Generate(new PCG(1, (ulong)i), null, out _))
            .First(world =>
            {
                var result = Ran.For(Recorded(world));
                return ReportQuantity.OfRoutes.All(q =>
                    q == ReportQuantity.Stored || Sum(result, result.Periods[^1], k => k.Quantity == q) > 1e-9
                );
            });

    private static Scenario Recorded(Scenario world) => world with { Record = [.. Names] };

    private static IOrderStatistics? SampleOf(EnsembleResult result, SeriesKey key) =>
        result.Find(key, result.Periods[^1])!.Sample;

    private static double Sum(EnsembleResult result, Period period, Func<SeriesKey, bool> which) =>
        result.Series.Where(which).Sum(k => result.Find(k, period)!.Mean);

    private static void Close(double expected, double calculated, double flow)
    {
        var tolerance = Relative * Math.Max(1.0, Math.Abs(flow));
        Assert.True(
            Math.Abs(calculated - expected) <= tolerance,
            $"calculated {calculated:R}, expected {expected:R}, tolerance {tolerance:R}, seed 1"
        );
    }
}
