using OilRevenueSim.Core.Markets;
using OilRevenueSim.Core.RandomStreams;

namespace OilRevenueSim.Core.Simulation;

/// <summary>Books what each route carries, where a scenario records it; nothing here is read by the model.</summary>
internal sealed partial class BlockSimulator<V>
{
    private RouteBook Book => Plan.RouteBook!;

    /// <summary>Barrels and value of a field on a route, after <see cref="BarrelsOf"/> left what is delivered in scratch 5.</summary>
    /// <param name="route">Route.</param>
    /// <param name="c">Its cell.</param>
    /// <param name="lanes">Prices of the cell.</param>
    /// <param name="entering">Flow that enters the route, b/d.</param>
    /// <param name="flow">The part of it that goes to the market, b/d.</param>
    /// <param name="days">Days of the step.</param>
    private void BookHaul(
        RoutePlan route,
        int c,
        in CellLanes lanes,
        ReadOnlySpan<double> entering,
        ReadOnlySpan<double> flow,
        int days
    )
    {
        var cell = route.Cells[c];
        var layout = Plan.Accounts;
        var hauls = Book.HaulOfCell[route.Index][c];
        AddHaul(cell, hauls, layout.Delivered, Block.Of(Block.MoneyScratch, 5));
        var amount = Block.Of(Block.MoneyScratch, 6);
        MoneyKernel.Worth<V>(lanes, flow, days, amount);
        AddHaul(cell, hauls, layout.DeliveredValue, amount);
        amount.Clear();
        MoneyKernel.AddScaled<V>(amount, entering, days);
        AddHaul(cell, hauls, layout.Sent, amount);
        BookLevies(route, c, lanes, flow, Plan.Carriages[cell.Carriage].TollLane, days);
    }

    /// <summary>What of a field's oil goes into the tanks at the end of a route, and what is levied on it.</summary>
    private void BookStored(RoutePlan route, int c, in CellLanes lanes, ReadOnlySpan<double> stored, int days)
    {
        var cell = route.Cells[c];
        var amount = Block.Of(Block.MoneyScratch, 6);
        amount.Clear();
        var one = Block.Parameter(Plan.One);
        FlowKernel.Count<V>(
            stored,
            route.Flow is null ? one : ArrivalOf(route, route.Nodes.Length - 1),
            one,
            days,
            amount
        );
        AddHaul(cell, Book.HaulOfCell[route.Index][c], Plan.Accounts.Stored, amount);
        BookLevies(route, c, lanes, stored, Plan.Carriages[cell.Carriage].StoreLane, days);
    }

    private void AddHaul(CellPlan cell, int[] hauls, int firstAccount, ReadOnlySpan<double> amount)
    {
        for (var s = 0; s < hauls.Length; s++)
        {
            if (hauls[s] >= 0)
            {
                AddFor(Plan.Fields[cell.Field].Group, s, Block.Account(firstAccount + hauls[s]), amount);
            }
        }
    }

    private void BookLevies(
        RoutePlan route,
        int c,
        in CellLanes lanes,
        ReadOnlySpan<double> flow,
        int tollLane,
        int days
    )
    {
        var count = Plan.Carriages[route.Cells[c].Carriage].Collectors.Length;
        for (var k = 0; k < count; k++)
        {
            var toll = tollLane + 3 + (2 * k);
            MoneyKernel.Levy<V>(
                lanes,
                flow,
                days,
                Block.Of(Block.Tolls, toll),
                Block.Of(Block.Tolls, toll + 1),
                Block.Account(Plan.Accounts.Levied + Book.LevyOfCell[route.Index][c] + k)
            );
        }
    }

    /// <summary>Stock that is loaded, after <see cref="BookStock"/> left what is delivered in scratch 5.</summary>
    private void BookStockHaul(
        RoutePlan route,
        LoadingPlan loading,
        in StockLanes lanes,
        ReadOnlySpan<double> flow,
        ReadOnlySpan<double> levies,
        int days
    )
    {
        var tank = Plan.Tanks[loading.Tank];
        var layout = Plan.Accounts;
        var hauls = Book.HaulOfStock[route.Index];
        AddStock(hauls, loading.Tank, layout.Delivered, Block.Of(Block.MoneyScratch, 5));
        var amount = Block.Of(Block.MoneyScratch, 6);
        var worth = new CellLanes
        {
            Price = lanes.Price,
            Premium = Block.Parameter(Plan.Zero),
            LiftingCost = [],
            Transport = [],
            Admitted = [],
            HasTolls = false,
            HasFlow = true,
            Delivered = lanes.Delivered,
            Uplift = lanes.Uplift,
        };
        MoneyKernel.Worth<V>(worth, flow, days, amount);
        AddStock(hauls, loading.Tank, layout.DeliveredValue, amount);
        amount.Clear();
        MoneyKernel.AddScaled<V>(amount, flow, days);
        AddStock(hauls, loading.Tank, layout.Sent, amount);
        for (var k = 0; k < tank.Collectors.Length; k++)
        {
            MoneyKernel.AddWhere<V>(
                Block.Account(layout.Levied + Book.LevyOfStock[route.Index] + k),
                levies,
                Block.Of(Block.States, tank.Area),
                tank.Collectors[k]
            );
        }
    }

    private void AddStock(int[] hauls, int tank, int firstAccount, ReadOnlySpan<double> amount)
    {
        for (var o = 0; o < hauls.Length; o++)
        {
            if (hauls[o] >= 0)
            {
                MoneyKernel.AddWhere<V>(
                    Block.Account(firstAccount + hauls[o]),
                    amount,
                    Block.Of(Block.TankOwners, tank),
                    Plan.Tanks[tank].Owners[o]
                );
            }
        }
    }

    /// <summary>Barrels that taps and a refinery take of a flow at one node of a route.</summary>
    private void BookTakings(
        RoutePlan route,
        int position,
        ReadOnlySpan<double> reach,
        ReadOnlySpan<double> flow,
        int days
    )
    {
        var node = Plan.Nodes[route.Nodes[position]];
        var first = Plan.Accounts.Taken + Book.TakingAt[route.Index][position];
        for (var t = 0; t < node.Taps.Length; t++)
        {
            var share = Block.Of(Block.TapShares, node.Taps[t]);
            FlowKernel.Count<V>(flow, reach, share, days, Block.Account(first + t));
        }

        if (node.Yield >= 0)
        {
            var passed = Block.Of(Block.MoneyScratch, 5);
            Pass(node, reach, passed);
            var lost = Block.Account(first + node.Taps.Length);
            FlowKernel.Lost<V>(flow, reach, TappedShare(node), passed, days, lost);
        }
    }

    /// <summary>Barrels that are seized at the end of a route.</summary>
    private void BookSeized(
        RoutePlan route,
        FlowPlan way,
        ReadOnlySpan<double> reach,
        ReadOnlySpan<double> flow,
        int days
    )
    {
        for (var s = 0; s < way.Seizures.Length; s++)
        {
            var account = Block.Account(Plan.Accounts.Taken + Book.SeizureOf[route.Index] + s);
            FlowKernel.Count<V>(flow, reach, Block.Of(Block.SeizureShares, way.Seizures[s]), days, account);
        }
    }

    /// <summary>What a seller passes on, by receiver.</summary>
    private void BookProceeds(int account, ReadOnlySpan<double> sales, ReadOnlySpan<double> costs)
    {
        var proceeds = Plan.Markets[Plan.SalesAccounts[account].Market].Proceeds;
        for (var k = 0; k < proceeds.Length; k++)
        {
            MoneyKernel.AddProceeds<V>(
                sales,
                costs,
                Block.Parameter(proceeds[k].Share),
                Block.Account(Plan.Accounts.Proceeds + Book.ProceedsOf[account] + k)
            );
        }
    }
}
