using OilRevenueSim.Core.Markets;
using OilRevenueSim.Core.Production;
using OilRevenueSim.Core.RandomStreams;

namespace OilRevenueSim.Core.Simulation;

/// <summary>Fills routes in order of priority and books what flows (model.md §8).</summary>
internal sealed partial class BlockSimulator<V>
{
    /// <summary>Routes what its fields have left; true when anything flows.</summary>
    private bool Fill(RoutePlan route, int index, int days)
    {
        if (route.Loading is { } loading)
        {
            LoadStock(route, loading, days);
        }

        for (var c = 0; c < route.Cells.Length; c++)
        {
            RoutingKernel.Offer<V>(
                LanesOf(route, route.Cells[c]),
                Block.Of(Block.Left, route.Cells[c].Field),
                Block.Of(Block.Flows, c)
            );
        }

        var room = Block.Of(Block.Scratch, 0);
        LimitByPipes(route, index, room);
        var demand = LimitByMarket(route, room, days);
        for (var c = 0; Plan.ReadsCauses && c < route.Cells.Length; c++)
        {
            var cell = route.Cells[c];
            RoutingKernel.Note<V>(
                Block.Of(Block.Admitted, cell.Carriage),
                Block.Of(Block.Flows, c),
                room,
                demand,
                Block.Of(Block.AnyAdmitted, cell.Field),
                Block.Of(Block.Bound, cell.Field)
            );
        }

        if (!demand.IsEmpty)
        {
            RoutingKernel.Limit<V>(room, demand);
        }

        if (!RoutingKernel.Ration<V>(room, Block.Flows, route.Cells.Length))
        {
            return false;
        }

        for (var c = 0; c < route.Cells.Length; c++)
        {
            RoutingKernel.Take<V>(Block.Of(Block.Left, route.Cells[c].Field), Block.Of(Block.Flows, c));
        }

        TakeRooms(route, room, days);
        return true;
    }

    /// <summary>room = min over the route and its nodes, without the last where it has tanks, as seen from the route's start.</summary>
    private void LimitByPipes(RoutePlan route, int index, Span<double> room)
    {
        if (route.Capacity >= 0)
        {
            Block.Parameter(route.Capacity).CopyTo(room);
            if (Plan.RouteVaries[index])
            {
                FlowKernel.Multiply<V>(room, Block.Of(Block.RouteFactor, index), room);
            }
        }
        else
        {
            room.Fill(double.PositiveInfinity);
            if (Plan.RouteVaries[index])
            {
                room.Clear();
                foreach (var cell in route.Cells)
                {
                    MoneyKernel.Add<V>(room, Block.Of(Block.Sustainable, cell.Field));
                }

                FlowKernel.OpenShare<V>(Block.Of(Block.RouteFactor, index), room, room);
            }
        }

        var count = route.Loading is null ? route.Nodes.Length : route.Nodes.Length - 1;
        for (var p = 0; p < count; p++)
        {
            var node = route.Nodes[p];
            if (!Plan.IsLimited[node])
            {
                continue;
            }

            if (route.Flow is null)
            {
                RoutingKernel.Limit<V>(room, Block.Of(Block.NodeRoom, node));
            }
            else
            {
                FlowKernel.LimitShare<V>(room, Block.Of(Block.NodeRoom, node), ArrivalOf(route, p));
            }
        }
    }

    /// <summary>What the market still takes, seen from the route's start; empty where it is unlimited or tanks take the rest.</summary>
    private ReadOnlySpan<double> LimitByMarket(RoutePlan route, Span<double> room, int days)
    {
        if (route.Loading is { } loading)
        {
            LimitByTerminal(route, loading, room, days);
            return [];
        }

        if (!Plan.IsDemandLimited[route.Market])
        {
            return [];
        }

        var demand = Block.Of(Block.DemandRoom, route.Market);
        if (route.Flow is null)
        {
            return demand;
        }

        var limit = Block.Of(Block.MoneyScratch, 1);
        limit.Fill(double.PositiveInfinity);
        FlowKernel.LimitShare<V>(limit, demand, DeliveredOf(route));
        return limit;
    }

    /// <summary>Takes the flow of a route out of the rooms of nodes and market.</summary>
    private void TakeRooms(RoutePlan route, Span<double> total, int days)
    {
        var count = route.Loading is null ? route.Nodes.Length : route.Nodes.Length - 1;
        for (var p = 0; p < count; p++)
        {
            var node = route.Nodes[p];
            if (!Plan.IsLimited[node])
            {
                continue;
            }

            if (route.Flow is null)
            {
                RoutingKernel.Take<V>(Block.Of(Block.NodeRoom, node), total);
            }
            else
            {
                FlowKernel.TakeShare<V>(Block.Of(Block.NodeRoom, node), total, ArrivalOf(route, p));
            }
        }

        if (route.Loading is { } loading)
        {
            Store(route, loading, total, days);
        }
        else if (Plan.IsDemandLimited[route.Market])
        {
            if (route.Flow is null)
            {
                RoutingKernel.Take<V>(Block.Of(Block.DemandRoom, route.Market), total);
            }
            else
            {
                FlowKernel.TakeShare<V>(Block.Of(Block.DemandRoom, route.Market), total, DeliveredOf(route));
            }
        }
    }

    private CellLanes LanesOf(RoutePlan route, CellPlan cell, bool stored = false)
    {
        var field = Plan.Fields[cell.Field];
        var carriage = Plan.Carriages[cell.Carriage];
        var hasTolls = carriage.Collectors.Length > 0;
        var toll = stored ? carriage.StoreLane : carriage.TollLane;
        return new CellLanes
        {
            Price = Block.Of(Block.MarketPrices, route.Market),
            Premium = Block.Parameter(field.Premium),
            LiftingCost = Block.Parameter(field.LiftingCost),
            Transport = Block.Parameter(route.Transport),
            Admitted = Block.Of(Block.Admitted, cell.Carriage),
            HasTolls = hasTolls,
            TollPerBarrel = hasTolls ? Block.Of(Block.Tolls, toll) : [],
            TollShare = hasTolls ? Block.Of(Block.Tolls, toll + 1) : [],
            TollInKind = hasTolls ? Block.Of(Block.Tolls, toll + 2) : [],
            HasFlow = route.Flow is not null,
            Delivered = route.Flow is null ? [] : DeliveredOf(route),
            Uplift = route.Flow is null ? [] : UpliftOf(route, route.Nodes.Length),
        };
    }

    private void Sell(RoutePlan route, int days)
    {
        var sales = Block.Of(Block.Scratch, 1);
        var costs = Block.Of(Block.Scratch, 2);
        var onBoard = Block.Of(Block.MoneyScratch, 2);
        var loaded = Block.Of(Block.MoneyScratch, 3);
        var stored = Block.Of(Block.MoneyScratch, 4);
        for (var c = 0; c < route.Cells.Length; c++)
        {
            var cell = route.Cells[c];
            var lanes = LanesOf(route, cell);
            ReadOnlySpan<double> entering = Block.Of(Block.Flows, c);
            var flow = entering;
            if (route.Loading is not null)
            {
                StorageKernel.Part<V>(entering, onBoard, loaded, stored);
                flow = loaded;
            }

            MoneyKernel.Price<V>(lanes, flow, days, sales, costs);
            var barrels = Plan.ReadsBarrels ? BarrelsOf(route, flow, days) : flow;
            BookSeller(cell, sales, costs, barrels);
            if (Plan.RouteBook is not null)
            {
                BookHaul(route, c, lanes, entering, flow, days);
            }

            Levy(cell, lanes, flow, Plan.Carriages[cell.Carriage].TollLane, days);
            if (route.Loading is not null)
            {
                StorageKernel.Cost<V>(LanesOf(route, cell, stored: true), stored, days, costs);
                BookCosts(cell, costs);
                Levy(cell, lanes, stored, Plan.Carriages[cell.Carriage].StoreLane, days);
                if (Plan.RouteBook is not null)
                {
                    BookStored(route, c, lanes, stored, days);
                }
            }

            if (route.Flow is { } way)
            {
                DivertCell(route, way, lanes, entering, flow, days);
            }
        }
    }

    private void Levy(CellPlan cell, in CellLanes lanes, ReadOnlySpan<double> flow, int tollLane, int days)
    {
        var carriage = Plan.Carriages[cell.Carriage];
        for (var k = 0; k < carriage.Collectors.Length; k++)
        {
            var toll = tollLane + 3 + (2 * k);
            MoneyKernel.Levy<V>(
                lanes,
                flow,
                days,
                Block.Of(Block.Tolls, toll),
                Block.Of(Block.Tolls, toll + 1),
                Block.Account(Plan.Accounts.Levies + carriage.Collectors[k])
            );
        }
    }

    private void BookSeller(
        CellPlan cell,
        ReadOnlySpan<double> sales,
        ReadOnlySpan<double> costs,
        ReadOnlySpan<double> barrels
    )
    {
        var group = Plan.Fields[cell.Field].Group;
        var sellers = Plan.Groups[group].Sellers;
        for (var s = 0; s < sellers.Length; s++)
        {
            if (cell.Sales[s] is var account and >= 0)
            {
                MoneyKernel.Book<V>(
                    new SaleLanes
                    {
                        Sellers = Block.Of(Block.Sellers, group),
                        Sales = sales,
                        Costs = costs,
                        Barrels = barrels,
                        SellerSales = Block.Of(Block.StepSales, account),
                        SellerCosts = Block.Of(Block.StepCosts, account),
                        FieldSales = Block.AccountIfRead(Plan.Accounts.FieldSales + cell.FieldSales[s]),
                        SellerBarrels = Block.AccountIfRead(Plan.Accounts.Barrels + account),
                    },
                    sellers[s]
                );
            }
        }
    }

    private void BookCosts(CellPlan cell, ReadOnlySpan<double> costs)
    {
        var group = Plan.Fields[cell.Field].Group;
        for (var s = 0; s < cell.Sales.Length; s++)
        {
            if (cell.Sales[s] >= 0)
            {
                AddFor(group, s, Block.Of(Block.StepCosts, cell.Sales[s]), costs);
            }
        }
    }

    /// <summary>Barrels delivered, tolls in kind included; left in scratch 5.</summary>
    private ReadOnlySpan<double> BarrelsOf(RoutePlan route, ReadOnlySpan<double> flow, int days)
    {
        var barrels = Block.Of(Block.MoneyScratch, 5);
        if (route.Flow is null)
        {
            MoneyKernel.Scale<V>(flow, days, barrels);
        }
        else
        {
            FlowKernel.Multiply<V>(flow, DeliveredOf(route), barrels);
            MoneyKernel.Scale<V>(barrels, days, barrels);
        }

        return barrels;
    }

    /// <summary>Adds to an account in the lanes where the group's seller is the one given.</summary>
    private void AddFor(int group, int seller, Span<double> account, ReadOnlySpan<double> amount)
    {
        var sellers = Plan.Groups[group].Sellers;
        if (sellers.Length == 1)
        {
            MoneyKernel.Add<V>(account, amount);
        }
        else
        {
            MoneyKernel.AddWhere<V>(account, amount, Block.Of(Block.Sellers, group), sellers[seller]);
        }
    }
}
