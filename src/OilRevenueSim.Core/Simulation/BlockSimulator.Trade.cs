using OilRevenueSim.Core.Markets;
using OilRevenueSim.Core.Production;
using OilRevenueSim.Core.RandomStreams;

namespace OilRevenueSim.Core.Simulation;

/// <summary>Parts (1) to (3) of a step: output, routing, money.</summary>
internal sealed partial class BlockSimulator<V>
{
    private void PrepareMarkets()
    {
        for (var m = 0; m < Plan.Markets.Length; m++)
        {
            var market = Plan.Markets[m];
            if (market.IsLinked || market.Benchmark < 0)
            {
                continue;
            }

            var reference = Block.Of(Block.LocalReference, m);
            if (market.Reference < 0)
            {
                Block.Of(Block.StartLogPrices, market.Benchmark).CopyTo(reference);
            }
            else
            {
                LaneMath.Log(Block.Parameter(market.Reference), reference);
            }
        }
    }

    private void Trade(int step)
    {
        var days = Plan.Grid.Days[step];
        PriceMarkets();
        UpdateNodeRoom();
        for (var m = 0; m < Plan.Markets.Length; m++)
        {
            if (Plan.Markets[m].Demand >= 0)
            {
                Block.Parameter(Plan.Markets[m].Demand).CopyTo(Block.Of(Block.DemandRoom, m));
            }
        }

        UpdatePotential(step);
        Array.Clear(Block.StepSales);
        Array.Clear(Block.StepCosts);
        foreach (var route in Plan.Routes)
        {
            if (Fill(route))
            {
                Sell(route, days);
            }
        }

        Settle(days);
    }

    /// <summary>Room of every node at the step's start: capacity · c · φ.</summary>
    private void UpdateNodeRoom()
    {
        for (var node = 0; node < Plan.Nodes.Length; node++)
        {
            var room = Block.Of(Block.NodeRoom, node);
            var capacity = Block.Of(Block.NodeCapacity, node);
            if (Plan.HasDamage && Plan.Nodes[node].Capacity >= 0)
            {
                WorkforceKernel.Multiply<V>(
                    Block.Parameter(Plan.Nodes[node].Capacity),
                    Block.Of(Block.Conditions, Plan.Fields.Length + node),
                    capacity
                );
            }

            if (!Plan.CanClose[Plan.Fields.Length + node])
            {
                capacity.CopyTo(room);
                continue;
            }

            if (Plan.Nodes[node].Capacity < 0)
            {
                CapUnlimited(node, capacity);
            }

            WorkforceKernel.Multiply<V>(capacity, Block.OpenOfNode(node), room);
        }
    }

    /// <summary>A node without a capacity of its own carries at most all that the fields behind it can give; closing it closes that.</summary>
    private void CapUnlimited(int node, Span<double> capacity)
    {
        capacity.Clear();
        foreach (var field in Plan.FieldsBehind[node])
        {
            MoneyKernel.Add<V>(capacity, Block.Of(Block.Intact, field));
        }
    }

    private void PriceMarkets()
    {
        for (var m = 0; m < Plan.Markets.Length; m++)
        {
            var market = Plan.Markets[m];
            var price = Block.Of(Block.MarketPrices, m);
            var level = Block.Parameter(market.Level);
            var slope = Block.Parameter(market.Slope);
            var floor = Block.Parameter(market.Floor);
            if (market.IsLinked)
            {
                MarketPriceKernel.Linked<V>(PriceUsed(market.Benchmark), DiscountOf(m), slope, floor, price);
            }
            else if (market.Benchmark >= 0)
            {
                MarketPriceKernel.Local<V>(
                    LogPriceUsed(market.Benchmark),
                    Block.Of(Block.LocalReference, m),
                    level,
                    slope,
                    floor,
                    price
                );
            }
            else
            {
                MarketPriceKernel.Level<V>(level, floor, price);
            }

            if (Plan.MarketEffects.Length > 0)
            {
                ApplyPriceEffects(Plan.MarketEffects[m], price);
            }
        }
    }

    /// <summary>Routes what its fields have left; true when anything flows.</summary>
    private bool Fill(RoutePlan route)
    {
        var room = Block.Of(Block.Scratch, 0);
        if (route.Capacity >= 0)
        {
            Block.Parameter(route.Capacity).CopyTo(room);
        }
        else
        {
            room.Fill(double.PositiveInfinity);
        }

        foreach (var node in route.Nodes)
        {
            if (Plan.IsLimited[node])
            {
                RoutingKernel.Limit<V>(room, Block.Of(Block.NodeRoom, node));
            }
        }

        if (Plan.Markets[route.Market].Demand >= 0)
        {
            RoutingKernel.Limit<V>(room, Block.Of(Block.DemandRoom, route.Market));
        }

        for (var c = 0; c < route.Cells.Length; c++)
        {
            RoutingKernel.Offer<V>(
                LanesOf(route, route.Cells[c]),
                Block.Of(Block.Left, route.Cells[c].Field),
                Block.Of(Block.Flows, c)
            );
        }

        if (!RoutingKernel.Ration<V>(room, Block.Flows, route.Cells.Length))
        {
            return false;
        }

        for (var c = 0; c < route.Cells.Length; c++)
        {
            RoutingKernel.Take<V>(Block.Of(Block.Left, route.Cells[c].Field), Block.Of(Block.Flows, c));
        }

        foreach (var node in route.Nodes)
        {
            if (Plan.IsLimited[node])
            {
                RoutingKernel.Take<V>(Block.Of(Block.NodeRoom, node), room);
            }
        }

        if (Plan.Markets[route.Market].Demand >= 0)
        {
            RoutingKernel.Take<V>(Block.Of(Block.DemandRoom, route.Market), room);
        }

        return true;
    }

    private CellLanes LanesOf(RoutePlan route, CellPlan cell)
    {
        var field = Plan.Fields[cell.Field];
        var carriage = Plan.Carriages[cell.Carriage];
        var hasTolls = carriage.Collectors.Length > 0;
        return new CellLanes
        {
            Price = Block.Of(Block.MarketPrices, route.Market),
            Premium = Block.Parameter(field.Premium),
            LiftingCost = Block.Parameter(field.LiftingCost),
            Transport = Block.Parameter(route.Transport),
            Admitted = Block.Of(Block.Admitted, cell.Carriage),
            HasTolls = hasTolls,
            TollPerBarrel = hasTolls ? Block.Of(Block.Tolls, carriage.TollLane) : [],
            TollShare = hasTolls ? Block.Of(Block.Tolls, carriage.TollLane + 1) : [],
            TollInKind = hasTolls ? Block.Of(Block.Tolls, carriage.TollLane + 2) : [],
        };
    }

    private void Sell(RoutePlan route, int days)
    {
        var sales = Block.Of(Block.Scratch, 1);
        var costs = Block.Of(Block.Scratch, 2);
        for (var c = 0; c < route.Cells.Length; c++)
        {
            var cell = route.Cells[c];
            var lanes = LanesOf(route, cell);
            var flow = Block.Of(Block.Flows, c);
            MoneyKernel.Price<V>(lanes, flow, days, sales, costs);
            BookSeller(cell, sales, costs);
            var carriage = Plan.Carriages[cell.Carriage];
            for (var k = 0; k < carriage.Collectors.Length; k++)
            {
                var toll = carriage.TollLane + 3 + (2 * k);
                MoneyKernel.Levy<V>(
                    lanes,
                    flow,
                    days,
                    Block.Of(Block.Tolls, toll),
                    Block.Of(Block.Tolls, toll + 1),
                    Block.Of(Block.Accounts, Plan.Accounts.Levies + carriage.Collectors[k])
                );
            }
        }
    }

    private void BookSeller(CellPlan cell, ReadOnlySpan<double> sales, ReadOnlySpan<double> costs)
    {
        var group = Plan.Fields[cell.Field].Group;
        var sellers = Plan.Groups[group].Sellers;
        var seller = Block.Of(Block.Sellers, group);
        for (var s = 0; s < sellers.Length; s++)
        {
            if (cell.Sales[s] < 0)
            {
                continue;
            }

            var stepSales = Block.Of(Block.StepSales, cell.Sales[s]);
            var stepCosts = Block.Of(Block.StepCosts, cell.Sales[s]);
            var fieldSales = Block.Of(Block.Accounts, Plan.Accounts.FieldSales + cell.FieldSales[s]);
            if (sellers.Length == 1)
            {
                MoneyKernel.Add<V>(stepSales, sales);
                MoneyKernel.Add<V>(stepCosts, costs);
                MoneyKernel.Add<V>(fieldSales, sales);
            }
            else
            {
                MoneyKernel.AddWhere<V>(stepSales, sales, seller, sellers[s]);
                MoneyKernel.AddWhere<V>(stepCosts, costs, seller, sellers[s]);
                MoneyKernel.AddWhere<V>(fieldSales, sales, seller, sellers[s]);
            }
        }
    }

    /// <summary>Proceeds are passed on, accounts are kept, what stayed in the ground is valued.</summary>
    private void Settle(int days)
    {
        for (var a = 0; a < Plan.SalesAccounts.Length; a++)
        {
            var account = Plan.SalesAccounts[a];
            var sales = Block.Of(Block.StepSales, a);
            var costs = Block.Of(Block.StepCosts, a);
            var retained = Block.Of(Block.Scratch, 1);
            MoneyKernel.Subtract<V>(sales, costs, retained);
            foreach (var proceeds in Plan.Markets[account.Market].Proceeds)
            {
                if (proceeds.Actor != account.Seller)
                {
                    MoneyKernel.Proceed<V>(
                        sales,
                        costs,
                        Block.Parameter(proceeds.Share),
                        retained,
                        Block.Of(Block.Accounts, Plan.Accounts.TransfersOut + account.Seller),
                        Block.Of(Block.Accounts, Plan.Accounts.TransfersIn + proceeds.Actor)
                    );
                }
            }

            MoneyKernel.Add<V>(Block.Of(Block.Accounts, Plan.Accounts.Retained + a), retained);
            MoneyKernel.Add<V>(Block.Of(Block.Accounts, Plan.Accounts.Sales + a), sales);
            MoneyKernel.Add<V>(Block.Of(Block.Accounts, Plan.Accounts.Costs + a), costs);
        }

        for (var f = 0; f < Plan.Fields.Length; f++)
        {
            var field = Plan.Fields[f];
            var sustainable = Block.Of(Block.Sustainable, f);
            var available = Block.Of(Block.Available, f);
            var left = Block.Of(Block.Left, f);
            MoneyKernel.Produce<V>(available, left, days, Block.Of(Block.Accounts, Plan.Accounts.Produced + f));
            if (field.LegalRoute >= 0)
            {
                var route = Plan.Routes[field.LegalRoute];
                MoneyKernel.Forgo<V>(
                    LanesOf(route, route.Cells[field.LegalCell]),
                    sustainable,
                    available,
                    left,
                    Block.Of(Block.Undisturbed, f),
                    days,
                    Block.Of(Block.Accounts, Plan.Accounts.ShutIn + field.Owner),
                    Block.Of(Block.Accounts, Plan.Accounts.Undisturbed + field.Owner)
                );
            }
        }
    }

    private void RecordStates(int days)
    {
        for (var m = 0; m < Plan.Markets.Length; m++)
        {
            MoneyKernel.AddScaled<V>(
                Block.Of(Block.Accounts, Plan.Accounts.PriceDays + m),
                Block.Of(Block.MarketPrices, m),
                days
            );
        }

        foreach (var (chain, actor, account) in Plan.HeldAccounts)
        {
            MoneyKernel.Hold<V>(Block.Of(Block.States, chain), actor, days, Block.Of(Block.Accounts, account));
        }
    }

    /// <summary>Hands the month, and the year and the total where they end, to the recorder.</summary>
    private void RecordMonth(int month, bool isLast, IPeriodRecorder recorder)
    {
        var grid = Plan.Grid;
        var year = grid.Years.IndexOf(grid.Months[month].Year);
        var endsYear = isLast || grid.Months[month + 1].Year != grid.Months[month].Year;
        var values = Block.Of(Block.Scratch, 0);
        for (var s = 0; s < Plan.SeriesPlans.Length; s++)
        {
            var plan = Plan.SeriesPlans[s];
            values.Clear();
            foreach (var term in plan.Terms)
            {
                MoneyKernel.AddScaled<V>(values, Block.Of(Block.Accounts, term.Account), term.Factor);
            }

            var yearSum = Block.Of(Block.YearSums, s);
            var totalSum = Block.Of(Block.TotalSums, s);
            MoneyKernel.Add<V>(yearSum, values);
            MoneyKernel.Add<V>(totalSum, values);
            Hand(s, month, values);
            if (endsYear)
            {
                Hand(s, grid.Months.Length + year, yearSum);
                yearSum.Clear();
            }

            if (isLast)
            {
                Hand(s, Plan.Periods.Length - 1, totalSum);
            }
        }

        Array.Clear(Block.Accounts);

        void Hand(int series, int period, ReadOnlySpan<double> sums)
        {
            var lanes = sums;
            if (Plan.SeriesPlans[series].IsState)
            {
                var into = Block.Of(Block.Scratch, 1);
                MoneyKernel.DivideBy<V>(sums, Plan.Periods[period].Days, into);
                lanes = into;
            }

            recorder.Record(series, period, lanes);
        }
    }
}
