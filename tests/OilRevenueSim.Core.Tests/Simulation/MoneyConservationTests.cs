using CsCheck;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Simulation;
using OilRevenueSim.Tests;
using Xunit;

namespace OilRevenueSim.Core.Tests.Simulation;

/// <summary>
/// The identities of model.md §9 on random scenarios with refineries, taps, seizures, tanks, transfers, finance, attacks
/// and blockades: per path and step, to 1e-9·max(1, total flow), against a second accounting in plain code.
/// </summary>
public sealed class MoneyConservationTests
{
    private const double Relative = 1e-9;
    private const int EveryLane = 8;

    [Fact]
    public void Every_barrel_and_every_dollar_is_accounted_for() =>
        RichWorlds.Any.SampleFixed(Check, iter: 60, seed: "0N0XIzNsQ0O2");

    [Fact]
    public void The_random_worlds_steal_seize_refine_store_and_burn()
    {
        var seen = new double[6];
        for (var i = 0u; i < 60; i++)
        {
            // Sixty fixed worlds: a sample of CsCheck is another one in every run.
            var world = RichWorlds.Any.Generate(new CsCheck.PCG(1, i), null, out _);
            Run(
                world,
                (s, step, opening, before) =>
                {
                    var a = s.Plan.Accounts;
                    seen[0] += Sum(s.Block, a.TheftBarrels, s.Plan.Taps.Length, 0);
                    seen[1] += s.Plan.Seizures.Length == 0 ? 0 : Sum(s.Block, a.SeizedBarrels, 1, 0);
                    seen[2] += s.Plan.Nodes.Any(n => n.Yield >= 0) ? Math.Abs(Sum(s.Block, a.RefineryLoss, 1, 0)) : 0;
                    seen[3] += Sum(s.Block, a.Burnt, s.Plan.Tanks.Length, 0);
                    seen[4] += Sum(s.Block, a.StockSales, s.Plan.Tanks.Length * s.Plan.Actors.Length, 0);
                    seen[5] += Sum(s.Block, a.Paid, s.Plan.Actors.Length, 0);
                }
            );
        }

        Assert.All(seen, x => Assert.True(x > 0, string.Join(' ', seen)));
    }

    private static void Check(Scenario world)
    {
        var closing = new double[256][];
        Run(
            world,
            (s, step, opening, before) =>
            {
                for (var lane = 0; lane < 256; lane += EveryLane)
                {
                    var ledger = new LaneLedger(s.Plan, s.Block, lane, s.Plan.Grid.Days[step])
                    {
                        Stock = [.. opening[lane]],
                    };
                    ledger.Run();
                    CheckBarrels(s, ledger, opening[lane], before[lane], lane, step);
                    CheckDollars(s, ledger, before[lane], lane, step);
                    var burnt = closing[lane] is null ? 0 : closing[lane].Sum() - opening[lane].Sum();
                    var booked = before[lane][^1];
                    Assert.True(
                        burnt >= -1e-6,
                        $"stock grew by {-burnt:R} between steps, path {lane}, step {step}, seed 1"
                    );
                    if (step > 0 && s.Plan.Grid.MonthOfStep[step] == s.Plan.Grid.MonthOfStep[step - 1])
                    {
                        Close(booked, burnt, Math.Max(burnt, opening[lane].Sum()), "burnt", lane, step);
                    }

                    closing[lane] = ledger.Stock;
                }
            }
        );
    }

    private static void CheckBarrels(
        BlockSimulator s,
        LaneLedger ledger,
        double[] opening,
        double[] before,
        int lane,
        int step
    )
    {
        var a = s.Plan.Accounts;
        var now = Read(s, lane);
        var delivered = now[0] - before[0];
        var stolen = now[1] - before[1];
        var seized = now[2] - before[2];
        var lost = now[3] - before[3];
        var produced = now[4] - before[4];
        var stock = s.Plan.Tanks.Select((_, t) => s.Block.Stock[(t * 256) + lane]).Sum();
        var flow = produced + opening.Sum() + now[4];
        Close(produced + opening.Sum(), delivered + stolen + seized + lost + stock, flow, "barrels", lane, step);
        Close(delivered, ledger.Delivered, flow, "delivered", lane, step);
        Close(stolen, ledger.Stolen, flow, "stolen", lane, step);
        Close(seized, ledger.Seized, flow, "seized", lane, step);
        Close(lost, ledger.Lost, flow, "refinery loss", lane, step);
        Close(stock, ledger.Stock.Sum(), flow, "closing stock", lane, step);
        Close(produced, ledger.Produced, flow, "produced", lane, step);
    }

    private static void CheckDollars(BlockSimulator s, LaneLedger ledger, double[] before, int lane, int step)
    {
        var now = Read(s, lane);
        var net = now[5] - before[5];
        var outside = now[6] - before[6];
        var flow = Math.Abs(now[5]) + now[7] + ledger.Paid;
        Close(
            ledger.Paid,
            net - outside + ledger.LiftingAndTransport,
            flow,
            "what buyers pay and net less outside money plus lifting and transport",
            lane,
            step
        );
    }

    /// <summary>Accounts of the month so far: delivered, stolen, seized, lost, produced, net, money from outside, sales, burnt.</summary>
    private static double[] Read(BlockSimulator s, int lane)
    {
        var a = s.Plan.Accounts;
        var p = s.Plan;
        double Of(int first, int count) => Sum(s.Block, first, count, lane);
        var received = Of(a.TransfersIn, p.Actors.Length);
        var theft = Of(a.TheftSales, p.Taps.Length);
        return
        [
            Of(a.Barrels, p.SalesAccounts.Length),
            Of(a.TheftBarrels, p.Taps.Length),
            p.Seizures.Length == 0 ? 0 : Of(a.SeizedBarrels, 1),
            p.Nodes.Any(n => n.Yield >= 0) ? Of(a.RefineryLoss, 1) : 0,
            Of(a.Produced, p.Fields.Length),
            Of(a.Retained, p.SalesAccounts.Length)
                + theft
                - Of(a.TheftCosts, p.Taps.Length)
                + Of(a.Levies, p.Actors.Length)
                + received
                - Of(a.Paid, p.Actors.Length),
            received - Of(a.TransfersOut, p.Actors.Length),
            Of(a.Sales, p.SalesAccounts.Length) + theft,
            Of(a.Burnt, p.Tanks.Length),
        ];
    }

    private static double Sum(PathBlock block, int first, int count, int lane)
    {
        var sum = 0.0;
        for (var i = first; i < first + count; i++)
        {
            sum += block.Accounts[(i * 256) + lane];
        }

        return sum;
    }

    /// <summary>Runs one block; after each step gives the opening stock and the accounts before it, by lane.</summary>
    private static void Run(Scenario world, Action<BlockSimulator, int, double[][], double[][]> look)
    {
        var simulator = BlockSimulator.Create(SimulationPlan.Compile(world), 1, 256);
        var opening = new double[256][];
        var before = new double[256][];
        simulator.BeforeTrade = step =>
        {
            for (var lane = 0; lane < 256; lane += EveryLane)
            {
                opening[lane] = [.. simulator.Plan.Tanks.Select((_, t) => simulator.Block.Stock[(t * 256) + lane])];
                before[lane] = Read(simulator, lane);
                var monthStarts =
                    step == 0 || simulator.Plan.Grid.MonthOfStep[step] != simulator.Plan.Grid.MonthOfStep[step - 1];
                Assert.True(!monthStarts || before[lane].All(x => x == 0));
            }
        };
        var burntBefore = new double[256];
        simulator.AfterStep = step =>
        {
            for (var lane = 0; lane < 256; lane += EveryLane)
            {
                // Burnt between the last look and this one: hits come after the look, within the same month.
                var burnt = before[lane][^1];
                before[lane][^1] = burnt - burntBefore[lane];
                burntBefore[lane] =
                    step + 1 < simulator.Plan.Grid.StepCount
                    && simulator.Plan.Grid.MonthOfStep[step + 1] == simulator.Plan.Grid.MonthOfStep[step]
                        ? burnt
                        : 0.0;
            }

            look(simulator, step, opening, before);
        };
        simulator.Run(0, new Ran.Ignore());
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
