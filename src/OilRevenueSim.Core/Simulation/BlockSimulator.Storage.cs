using OilRevenueSim.Core.Markets;
using OilRevenueSim.Core.Production;
using OilRevenueSim.Core.RandomStreams;

namespace OilRevenueSim.Core.Simulation;

/// <summary>Tanks at terminals: what is loaded before fields, what cannot be loaded, what burns (model.md §7).</summary>
internal sealed partial class BlockSimulator<V>
{
    /// <summary>Room of tanks now, [lane], barrels: what the end of a route takes is min(terminal, demand) + room/days.</summary>
    internal void TankRoom(int tank, Span<double> room) =>
        StorageKernel.Room<V>(
            Block.Parameter(Plan.Tanks[tank].Size),
            Block.ConditionOfTank(tank),
            Block.Of(Block.Stock, tank),
            room
        );

    /// <summary>A hit on tanks burns the same share of the stock.</summary>
    /// <param name="tank">Tank.</param>
    /// <param name="lane">Lane.</param>
    /// <param name="share">Share burnt, 0 to 1.</param>
    internal void BurnStock(int tank, int lane, double share)
    {
        var at = (tank * Block.Lanes) + lane;
        var burnt = Block.Stock[at] * share;
        Block.Stock[at] -= burnt;
        Block.Account(Plan.Accounts.Burnt + tank)[lane] += burnt;
    }

    private void PrepareTanks()
    {
        for (var t = 0; t < Plan.Tanks.Length; t++)
        {
            var tank = Plan.Tanks[t];
            StorageKernel.Start<V>(
                Block.Parameter(tank.Stock),
                Block.Parameter(tank.Size),
                Block.ConditionOfTank(t),
                Block.Of(Block.Stock, t)
            );
            for (var lane = 0; lane < Block.Lanes; lane++)
            {
                UpdateTank(t, lane);
            }
        }
    }

    /// <summary>After a change of holder or phase: whose the stock is, and what the terminal's holder charges him.</summary>
    private void UpdateTank(int t, int lane)
    {
        var tank = Plan.Tanks[t];
        var lanes = Block.Lanes;
        var holder = (int)Block.States[(tank.Area * lanes) + lane];
        var owner = Plan.SellsOnOwnAccount[holder] ? holder : tank.LegalOwner;
        var theatre = Plan.Chains[tank.Area].Theatre;
        var phase = theatre < 0 ? 0 : (int)Block.States[(theatre * lanes) + lane];
        var decision = DecidePassage(tank.Node, phase, holder, owner, lane);
        var toll = decision < 0 ? null : Plan.Passage.Tolls[decision];
        double Amount(int slot) => slot < 0 ? 0.0 : Block.Parameter(slot, lane);
        var perBarrel = toll is null ? 0.0 : Amount(toll.PerBarrel);
        var inKind = toll is null ? 0.0 : Amount(toll.InKind);
        var share = toll is null ? 0.0 : Amount(toll.Share) + inKind;
        if (holder != 0 && holder != owner)
        {
            perBarrel += Amount(Plan.Nodes[tank.Node].Fee);
        }

        Block.TankOwners[(t * lanes) + lane] = owner;
        Block.TankTolls[(3 * t * lanes) + lane] = perBarrel;
        Block.TankTolls[(((3 * t) + 1) * lanes) + lane] = share;
        Block.TankTolls[(((3 * t) + 2) * lanes) + lane] = inKind;
        var passes = owner > 0 && decision != PassageTable.Blocked;
        foreach (var r in tank.Routes)
        {
            var route = Plan.Routes[r];
            var admitted = passes && Plan.Markets[route.Market].MaySell[owner];
            Block.LoadingAdmitted[(route.Loading!.Loading * lanes) + lane] = admitted ? 1.0 : 0.0;
        }
    }

    private StockLanes StockOn(RoutePlan route, LoadingPlan loading)
    {
        var one = Block.Parameter(Plan.One);
        var count = route.Nodes.Length;
        return new StockLanes
        {
            Price = Block.Of(Block.MarketPrices, route.Market),
            Uplift = route.Flow is null ? one : UpliftOf(route, count),
            Delivered = route.Flow is null ? one : ArrivalOf(route, count + 2),
            Transport = Block.Parameter(route.Transport),
            Admitted = Block.Of(Block.LoadingAdmitted, loading.Loading),
            TollPerBarrel = Block.Of(Block.TankTolls, 3 * loading.Tank),
            TollShare = Block.Of(Block.TankTolls, (3 * loading.Tank) + 1),
            TollInKind = Block.Of(Block.TankTolls, (3 * loading.Tank) + 2),
        };
    }

    /// <summary>Loads stock on the first route that admits its owner, before any field.</summary>
    private void LoadStock(RoutePlan route, LoadingPlan loading, int days)
    {
        var lanes = StockOn(route, loading);
        var stock = Block.Of(Block.Stock, loading.Tank);
        var flow = Block.Of(Block.Scratch, 0);
        LimitQuay(route, flow);
        if (!StorageKernel.Load<V>(lanes, flow, stock, Block.Of(Block.TankServed, loading.Tank), days))
        {
            return;
        }

        TakeQuay(route, flow);
        var sales = Block.Of(Block.Scratch, 1);
        var costs = Block.Of(Block.Scratch, 2);
        var levies = Block.Of(Block.MoneyScratch, 0);
        StorageKernel.Sell<V>(lanes, flow, days, sales, costs, levies);
        var tank = Plan.Tanks[loading.Tank];
        foreach (var holder in tank.Collectors)
        {
            MoneyKernel.AddWhere<V>(
                Block.Account(Plan.Accounts.Levies + holder),
                levies,
                Block.Of(Block.States, tank.Area),
                holder
            );
        }

        BookStock(loading, lanes, flow, sales, costs, days);
        if (Plan.RouteBook is not null)
        {
            BookStockHaul(route, loading, lanes, flow, levies, days);
        }

        if (route.Flow is { } way)
        {
            DivertStock(route, way, flow, days);
        }
    }

    private void BookStock(
        LoadingPlan loading,
        in StockLanes lanes,
        ReadOnlySpan<double> flow,
        ReadOnlySpan<double> sales,
        ReadOnlySpan<double> costs,
        int days
    )
    {
        var tank = Plan.Tanks[loading.Tank];
        var owner = Block.Of(Block.TankOwners, loading.Tank);
        var barrels = Block.Of(Block.MoneyScratch, 5);
        barrels.Clear();
        FlowKernel.Count<V>(flow, lanes.Delivered, Block.Parameter(Plan.One), days, barrels);
        for (var o = 0; o < tank.Owners.Length; o++)
        {
            if (loading.Sales[o] < 0)
            {
                continue;
            }

            var account = loading.Sales[o];
            MoneyKernel.AddWhere<V>(Block.Of(Block.StepSales, account), sales, owner, tank.Owners[o]);
            MoneyKernel.AddWhere<V>(Block.Of(Block.StepCosts, account), costs, owner, tank.Owners[o]);
            MoneyKernel.AddWhere<V>(Block.Account(Plan.Accounts.Barrels + account), barrels, owner, tank.Owners[o]);
            MoneyKernel.AddWhere<V>(
                Block.Account(Plan.Accounts.StockSales + (loading.Tank * Plan.Actors.Length) + tank.Owners[o]),
                sales,
                owner,
                tank.Owners[o]
            );
        }
    }

    /// <summary>Stock passes the terminal's own taps and what is seized behind it; nothing of it was at the nodes before.</summary>
    private void DivertStock(RoutePlan route, FlowPlan way, ReadOnlySpan<double> flow, int days)
    {
        var one = Block.Parameter(Plan.One);
        var lanes = new CellLanes
        {
            Price = Block.Of(Block.MarketPrices, route.Market),
            Premium = Block.Parameter(Plan.Zero),
            LiftingCost = [],
            Transport = [],
            Admitted = [],
            HasTolls = false,
        };
        var last = route.Nodes.Length - 1;
        DivertAt(route, last, one, lanes, flow, days);
        var passed = Block.Of(Block.MoneyScratch, 5);
        Pass(Plan.Nodes[route.Nodes[last]], one, passed);
        DivertSeized(route, way, passed, lanes, flow, days);
    }

    /// <summary>quay = min(capacity of the terminal, demand), both of what reaches the terminal.</summary>
    /// <param name="route">Route that ends at the terminal.</param>
    /// <param name="quay">Receives the room, [lane], b/d.</param>
    private void LimitQuay(RoutePlan route, Span<double> quay)
    {
        var node = route.Nodes[^1];
        quay.Fill(double.PositiveInfinity);
        if (Plan.IsLimited[node])
        {
            RoutingKernel.Limit<V>(quay, Block.Of(Block.NodeRoom, node));
        }

        if (Plan.IsDemandLimited[route.Market])
        {
            var demand = Block.Of(Block.DemandRoom, route.Market);
            if (route.Flow is null)
            {
                RoutingKernel.Limit<V>(quay, demand);
            }
            else
            {
                FlowKernel.LimitShare<V>(quay, demand, ArrivalOf(route, route.Nodes.Length + 2));
            }
        }
    }

    private void TakeQuay(RoutePlan route, ReadOnlySpan<double> loaded)
    {
        var node = route.Nodes[^1];
        if (Plan.IsLimited[node])
        {
            RoutingKernel.Take<V>(Block.Of(Block.NodeRoom, node), loaded);
        }

        if (Plan.IsDemandLimited[route.Market])
        {
            var demand = Block.Of(Block.DemandRoom, route.Market);
            if (route.Flow is null)
            {
                RoutingKernel.Take<V>(demand, loaded);
            }
            else
            {
                FlowKernel.TakeShare<V>(demand, loaded, ArrivalOf(route, route.Nodes.Length + 2));
            }
        }
    }

    /// <summary>The end of a route with tanks takes what is loaded and what the tanks hold.</summary>
    private void LimitByTerminal(RoutePlan route, LoadingPlan loading, Span<double> room, int days)
    {
        var last = route.Nodes.Length - 1;
        var quay = Block.Of(Block.MoneyScratch, 3);
        LimitQuay(route, quay);
        var end = Block.Of(Block.MoneyScratch, 1);
        TankRoom(loading.Tank, end);
        StorageKernel.End<V>(quay, end, days, end);
        if (route.Flow is null)
        {
            RoutingKernel.Limit<V>(room, end);
        }
        else
        {
            FlowKernel.LimitShare<V>(room, end, ArrivalOf(route, last));
        }
    }

    /// <summary>Loads what the quay takes and puts the rest of a route's flow into the tanks.</summary>
    private void Store(RoutePlan route, LoadingPlan loading, ReadOnlySpan<double> total, int days)
    {
        var arriving = Block.Of(Block.MoneyScratch, 1);
        total.CopyTo(arriving);
        if (route.Flow is not null)
        {
            FlowKernel.Multiply<V>(arriving, ArrivalOf(route, route.Nodes.Length - 1), arriving);
        }

        var quay = Block.Of(Block.MoneyScratch, 3);
        StorageKernel.Split<V>(
            arriving,
            quay,
            Block.Of(Block.MoneyScratch, 2),
            Block.Of(Block.Stock, loading.Tank),
            days
        );
        TakeQuay(route, quay);
    }
}
