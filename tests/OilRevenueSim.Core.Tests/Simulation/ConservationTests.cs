using CsCheck;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Simulation;
using OilRevenueSim.Tests;
using Xunit;

namespace OilRevenueSim.Core.Tests.Simulation;

/// <summary>The identities of model.md §9, per path and step, to 1e-9·max(1, total flow), on random scenarios.</summary>
public sealed class ConservationTests
{
    private const double Relative = 1e-9;

    [Fact]
    public void Every_barrel_is_sold_or_stays_in_the_ground() =>
        RandomWorlds.Any.SampleFixed(
            scenario =>
            {
                var booked = new double[256];
                Ran.Watch(
                    scenario,
                    (plan, block, step) =>
                    {
                        for (var lane = 0; lane < 256; lane++)
                        {
                            var produced = 0.0;
                            var potential = 0.0;
                            var shutIn = 0.0;
                            for (var f = 0; f < plan.Fields.Length; f++)
                            {
                                potential += block.Sustainable[(f * 256) + lane];
                                shutIn +=
                                    block.Sustainable[(f * 256) + lane]
                                    - block.Available[(f * 256) + lane]
                                    + block.Left[(f * 256) + lane];
                                Assert.InRange(block.Left[(f * 256) + lane], 0.0, block.Sustainable[(f * 256) + lane]);
                            }

                            for (var m = 0; m < plan.Fields.Length; m++)
                            {
                                produced += block.Accounts[((plan.Accounts.Produced + m) * 256) + lane];
                            }

                            var monthStarts =
                                step == 0 || plan.Grid.MonthOfStep[step] != plan.Grid.MonthOfStep[step - 1];
                            var before = monthStarts ? 0.0 : booked[lane];
                            booked[lane] = produced;
                            Close(
                                produced - before,
                                (potential - shutIn) * plan.Grid.Days[step],
                                potential * 31,
                                "barrels",
                                lane,
                                step
                            );
                        }
                    }
                );
            },
            iter: 60,
            seed: "0N0XIzNsQ0O2"
        );

    [Fact]
    public void What_buyers_pay_is_what_actors_net_plus_lifting_and_transport() =>
        RandomWorlds.Any.SampleFixed(
            scenario =>
            {
                var paid = new double[256];
                var spent = new double[256];
                Ran.Watch(scenario, (plan, block, step) => CheckMoney(plan, block, step, paid, spent));
            },
            iter: 60,
            seed: "0N0XIzNsQ0O2"
        );

    [Fact]
    public void No_node_route_or_market_takes_more_than_it_can() =>
        RandomWorlds.Any.SampleFixed(
            scenario =>
                Ran.Watch(
                    scenario,
                    (plan, block, _) =>
                    {
                        Assert.All(block.NodeRoom, room => Assert.True(room >= 0));
                        Assert.All(block.DemandRoom, room => Assert.True(room >= 0));
                    }
                ),
            iter: 30,
            seed: "0N0XIzNsQ0O2"
        );

    [Fact]
    public void Forgone_revenue_and_sales_of_an_owner_add_up_to_what_he_would_have_sold() =>
        RandomWorlds.Any.SampleFixed(
            scenario =>
            {
                var result = Ran.For(scenario);
                foreach (var owner in scenario.Fields.Select(f => f.Owner).Distinct())
                {
                    var forgone = result.Total(owner, ReportQuantity.Forgone).Mean;
                    var key = new SeriesKey(owner, null, null, ReportQuantity.Sales);
                    var sales = result.Series.Contains(key) ? result.Total(owner, ReportQuantity.Sales).Mean : 0.0;
                    Assert.True(double.IsFinite(forgone + sales));
                }

                // Transfers move money between actors: over all of them nothing is made or lost.
                var transfers = scenario.Actors.Sum(a =>
                    result.Series.Contains(new SeriesKey(a.Name, null, null, ReportQuantity.Transfers))
                        ? result.Total(a.Name, ReportQuantity.Transfers).Mean
                        : 0.0
                );
                var gross = scenario.Actors.Sum(a =>
                    result.Series.Contains(new SeriesKey(a.Name, null, null, ReportQuantity.Gross))
                        ? result.Total(a.Name, ReportQuantity.Gross).Mean
                        : 0.0
                );
                Close(transfers, 0, gross, "transfers", 0, 0);
            },
            iter: 30,
            seed: "0N0XIzNsQ0O2"
        );

    private static void CheckMoney(SimulationPlan plan, PathBlock block, int step, double[] paid, double[] spent)
    {
        var monthStarts = step == 0 || plan.Grid.MonthOfStep[step] != plan.Grid.MonthOfStep[step - 1];
        for (var lane = 0; lane < 256; lane++)
        {
            double Sum(int first, int count)
            {
                var sum = 0.0;
                for (var i = first; i < first + count; i++)
                {
                    sum += block.Accounts[(i * 256) + lane];
                }

                return sum;
            }

            // Sales, less costs, plus levies, plus transfers is the net of all actors; costs hold lifting, transport and tolls.
            var actors = plan.Actors.Length;
            var sales = Sum(plan.Accounts.Sales, plan.SalesAccounts.Length);
            var fieldSales = Sum(plan.Accounts.FieldSales, plan.FieldSalesAccounts.Length);
            var transfers = Sum(plan.Accounts.TransfersIn, actors) - Sum(plan.Accounts.TransfersOut, actors);
            Close(sales, fieldSales, sales, "sales by market and by field", lane, step);
            Close(transfers, 0, sales, "transfers", lane, step);
            paid[lane] =
                (monthStarts ? 0.0 : paid[lane]) + Buyers(plan, block, lane, step, out var liftingAndTransport);
            spent[lane] = (monthStarts ? 0.0 : spent[lane]) + liftingAndTransport;
            var net =
                sales
                + Sum(plan.Accounts.Levies, actors)
                + transfers
                - Sum(plan.Accounts.Costs, plan.SalesAccounts.Length);
            var kept =
                Sum(plan.Accounts.Retained, plan.SalesAccounts.Length)
                + Sum(plan.Accounts.Levies, actors)
                + Sum(plan.Accounts.TransfersIn, actors);
            Close(kept, net, sales, "net", lane, step);
            Close(net + spent[lane], paid[lane], paid[lane], "buyers' money", lane, step);
        }
    }

    /// <summary>Fills the routes of one lane again, in plain code, from the state of the block: an independent accounting.</summary>
    private static double Buyers(
        SimulationPlan plan,
        PathBlock block,
        int lane,
        int step,
        out double liftingAndTransport
    )
    {
        double At(double[] array, int entity) => array[(entity * 256) + lane];
        double Slot(int slot) => block.Parameter(slot, lane);
        var left = plan.Fields.Select((_, f) => At(block.Available, f)).ToArray();
        var nodes = plan
            .Nodes.Select(
                (n, i) =>
                    n.Capacity < 0
                        ? double.PositiveInfinity
                        : Slot(n.Capacity) * At(block.Conditions, plan.Fields.Length + i)
            )
            .ToArray();
        var demand = plan.Markets.Select(m => m.Demand < 0 ? double.PositiveInfinity : Slot(m.Demand)).ToArray();
        var paid = 0.0;
        liftingAndTransport = 0.0;
        foreach (var route in plan.Routes)
        {
            var room = Math.Min(
                route.Capacity < 0 ? double.PositiveInfinity : Slot(route.Capacity),
                demand[route.Market]
            );
            room = route.Nodes.Aggregate(room, (r, n) => Math.Min(r, nodes[n]));
            var price = At(block.MarketPrices, route.Market);
            var offers = route.Cells.Select(c => Offer(c, route)).ToArray();
            var offered = offers.Sum();
            var factor = offered > room ? room / offered : 1.0;
            for (var c = 0; c < offers.Length; c++)
            {
                var field = plan.Fields[route.Cells[c].Field];
                var flow = offers[c] * factor;
                left[route.Cells[c].Field] = Math.Max(0, left[route.Cells[c].Field] - flow);
                paid += flow * plan.Grid.Days[step] * (price + Slot(field.Premium));
                liftingAndTransport += flow * plan.Grid.Days[step] * (Slot(field.LiftingCost) + Slot(route.Transport));
            }

            demand[route.Market] = Math.Max(0, demand[route.Market] - (offered * factor));
            foreach (var n in route.Nodes)
            {
                nodes[n] = Math.Max(0, nodes[n] - (offered * factor));
            }
        }

        return paid;

        double Offer(CellPlan cell, RoutePlan route)
        {
            var field = plan.Fields[cell.Field];
            var carriage = plan.Carriages[cell.Carriage];
            var tolls = carriage.Collectors.Length > 0;
            var gain = At(block.MarketPrices, route.Market) + Slot(field.Premium);
            var netback =
                (gain * (1 - (tolls ? At(block.Tolls, carriage.TollLane + 1) : 0)))
                - Slot(route.Transport)
                - (tolls ? At(block.Tolls, carriage.TollLane) : 0);
            return At(block.Admitted, cell.Carriage) > 0 && netback >= Slot(field.LiftingCost) ? left[cell.Field] : 0.0;
        }
    }

    private static void Close(double calculated, double expected, double flow, string what, int lane, int step)
    {
        var tolerance = Relative * Math.Max(1.0, Math.Abs(flow));
        Assert.True(
            Math.Abs(calculated - expected) <= tolerance,
            $"{what}: calculated {calculated:R}, expected {expected:R}, tolerance {tolerance:R}, path {lane}, step {step}, seed 1"
        );
    }
}
