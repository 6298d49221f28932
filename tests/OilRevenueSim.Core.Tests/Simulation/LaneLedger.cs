using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Core.Tests.Simulation;

/// <summary>Fills the routes of one lane again, in plain code, from the state before the step: an independent accounting.</summary>
internal sealed class LaneLedger(SimulationPlan plan, PathBlock block, int lane, double days)
{
    private readonly SimulationPlan plan = plan;
    private readonly PathBlock block = block;
    private readonly double[] left = [.. plan.Fields.Select((_, f) => block.Available[(f * 256) + lane])];
    private readonly double[] demand =
    [
        .. plan.Markets.Select(m => m.Demand < 0 ? double.PositiveInfinity : block.Parameter(m.Demand, lane)),
    ];
    private readonly bool[] served = new bool[plan.Tanks.Length];
    private double[] nodes = [];

    public double[] Stock { get; init; } = [];

    public double Paid { get; private set; }

    public double LiftingAndTransport { get; private set; }

    public double Delivered { get; private set; }

    public double Stolen { get; private set; }

    public double Seized { get; private set; }

    public double Lost { get; private set; }

    public double Produced => plan.Fields.Select((_, f) => (At(block.Available, f) - left[f]) * days).Sum();

    public void Run()
    {
        nodes = [.. plan.Nodes.Select((_, n) => NodeLimit(n))];
        foreach (var route in plan.Routes)
        {
            Fill(route, new Way(this, route));
        }
    }

    private double NodeLimit(int n)
    {
        var asset = plan.Fields.Length + n;
        var share = At(block.Conditions, asset) * At(block.Open, asset);
        if (plan.Nodes[n].Capacity >= 0)
        {
            return Slot(plan.Nodes[n].Capacity) * share;
        }

        // What has no capacity of its own passes, where it is open for a part, that share of all that can come to it.
        var most = new double[plan.Fields.Length];
        var stock = 0.0;
        foreach (var route in plan.Routes.Where(r => r.Nodes.Contains(n)))
        {
            var reach = new Way(this, route).Reach[Array.IndexOf(route.Nodes, n)];
            foreach (var cell in route.Cells)
            {
                most[cell.Field] = Math.Max(most[cell.Field], reach * At(block.Sustainable, cell.Field));
            }

            stock = route.Nodes[^1] == n && route.Loading is { } loading ? Stock[loading.Tank] / days : stock;
        }

        return share < 1 ? share * (most.Sum() + stock) : double.PositiveInfinity;
    }

    private double At(double[] array, int entity) => array[(entity * 256) + lane];

    private double Slot(int slot, double absent = 0) => slot < 0 ? absent : block.Parameter(slot, lane);

    private void Fill(RoutePlan route, Way way)
    {
        var price = At(block.MarketPrices, route.Market);
        if (route.Loading is not null)
        {
            Load(route, way, price);
        }

        var offers = route.Cells.Select(c => Offer(route, way, c, price)).ToArray();
        var last = route.Nodes.Length - 1;
        var room = route.Capacity < 0 ? double.PositiveInfinity : Slot(route.Capacity);
        for (var p = 0; p <= last; p++)
        {
            if (way.Reach[p] > 0 && (p < last || route.Loading is null))
            {
                room = Math.Min(room, nodes[route.Nodes[p]] / way.Reach[p]);
            }
        }

        var quay = double.PositiveInfinity;
        if (route.Loading is { } loading)
        {
            quay = Quay(route, way);
            var size = Slot(plan.Tanks[loading.Tank].Size) * At(block.Conditions, plan.Tanks[loading.Tank].Asset);
            var end = quay + (Math.Max(0, size - Stock[loading.Tank]) / days);
            room = way.Reach[last] > 0 ? Math.Min(room, end / way.Reach[last]) : room;
        }
        else if (way.Delivered > 0)
        {
            room = Math.Min(room, demand[route.Market] / way.Delivered);
        }

        var offered = offers.Sum();
        var factor = offered > room ? room / offered : 1.0;
        var total = offered * factor;
        var arriving = last < 0 ? total : total * way.Reach[last];
        var loaded = Math.Min(arriving, quay);
        var onBoard = route.Loading is null || arriving == 0 ? 1.0 : loaded / arriving;
        for (var c = 0; c < offers.Length; c++)
        {
            Book(route, way, route.Cells[c], offers[c] * factor, onBoard, price);
        }

        for (var p = 0; p <= last; p++)
        {
            var passing = p == last && route.Loading is not null ? loaded : total * way.Reach[p];
            nodes[route.Nodes[p]] = Math.Max(0, nodes[route.Nodes[p]] - passing);
        }

        demand[route.Market] = Math.Max(0, demand[route.Market] - (total * onBoard * way.Delivered));
        if (route.Loading is { } store)
        {
            Stock[store.Tank] += (arriving - loaded) * days;
        }
    }

    private double Offer(RoutePlan route, Way way, CellPlan cell, double price)
    {
        var field = plan.Fields[cell.Field];
        var carriage = plan.Carriages[cell.Carriage];
        var tolls = carriage.Collectors.Length > 0;
        var netback =
            (
                way.Delivered
                * (price + Slot(field.Premium))
                * way.Worth
                * (1 - (tolls ? At(block.Tolls, carriage.TollLane + 1) : 0))
            )
            - Slot(route.Transport)
            - (tolls ? At(block.Tolls, carriage.TollLane) : 0);
        return At(block.Admitted, cell.Carriage) > 0 && netback >= Slot(field.LiftingCost) ? left[cell.Field] : 0.0;
    }

    private void Book(RoutePlan route, Way way, CellPlan cell, double flow, double onBoard, double price)
    {
        var field = plan.Fields[cell.Field];
        left[cell.Field] = Math.Max(0, left[cell.Field] - flow);
        var value = price + Slot(field.Premium);
        LiftingAndTransport += flow * days * (Slot(field.LiftingCost) + (onBoard * Slot(route.Transport)));
        for (var p = 0; p < route.Nodes.Length; p++)
        {
            var passing = flow * days * (p == route.Nodes.Length - 1 ? onBoard : 1.0) * way.Reach[p];
            Divert(route, way, p, passing, value);
        }

        Sell(way, flow * days * onBoard * way.Passed, value);
    }

    private void Divert(RoutePlan route, Way way, int p, double barrels, double value)
    {
        var node = plan.Nodes[route.Nodes[p]];
        foreach (var t in node.Taps)
        {
            var stolen = barrels * At(block.TapShares, t);
            Stolen += stolen;
            Paid += stolen * value * way.Uplift[p] * (1 - Slot(plan.Taps[t].Discount));
            LiftingAndTransport += stolen * Slot(plan.Taps[t].Transport);
        }

        Lost += barrels * (1 - way.Tapped[p]) * (1 - Slot(node.Yield, 1));
    }

    private void Sell(Way way, double barrels, double value)
    {
        Seized += barrels * way.Seized;
        Delivered += barrels * (1 - way.Seized);
        Paid += barrels * (1 - way.Seized) * value * way.Worth;
    }

    private double Quay(RoutePlan route, Way way) =>
        Math.Min(nodes[route.Nodes[^1]], way.Tail > 0 ? demand[route.Market] / way.Tail : double.PositiveInfinity);

    private void Load(RoutePlan route, Way way, double price)
    {
        var tank = route.Loading!.Tank;
        var netback =
            (way.Tail * price * way.Worth * (1 - At(block.TankTolls, (3 * tank) + 1)))
            - Slot(route.Transport)
            - At(block.TankTolls, 3 * tank);
        if (At(block.LoadingAdmitted, route.Loading.Loading) == 0 || netback < 0 || served[tank])
        {
            return;
        }

        served[tank] = true;
        var flow = Math.Min(Stock[tank] / days, Quay(route, way));
        Stock[tank] = Math.Max(0, Stock[tank] - (flow * days));
        nodes[route.Nodes[^1]] = Math.Max(0, nodes[route.Nodes[^1]] - flow);
        demand[route.Market] = Math.Max(0, demand[route.Market] - (flow * way.Tail));
        LiftingAndTransport += flow * days * Slot(route.Transport);
        var last = route.Nodes.Length - 1;
        Divert(route, way, last, flow * days, price);
        Sell(way, flow * days * (1 - way.Tapped[last]) * Slot(plan.Nodes[route.Nodes[last]].Yield, 1), price);
    }

    /// <summary>What becomes of a barrel on a route.</summary>
    private sealed class Way
    {
        public Way(LaneLedger ledger, RoutePlan route)
        {
            var count = route.Nodes.Length;
            Reach = new double[count];
            Uplift = new double[count];
            Tapped = new double[count];
            var m = 1.0;
            var worth = 1.0;
            var tail = 1.0;
            for (var p = 0; p < count; p++)
            {
                var node = ledger.plan.Nodes[route.Nodes[p]];
                Reach[p] = m;
                Uplift[p] = worth;
                Tapped[p] = node.Taps.Sum(t => ledger.At(ledger.block.TapShares, t));
                tail = (1 - Tapped[p]) * ledger.Slot(node.Yield, 1);
                m *= tail;
                worth *= 1 + ledger.Slot(node.Uplift);
            }

            Passed = m;
            Worth = worth;
            Seized = Math.Min(1, route.Flow?.Seizures.Sum(s => ledger.Slot(ledger.plan.Seizures[s].Share)) ?? 0);
            Delivered = m * (1 - Seized);
            Tail = tail * (1 - Seized);
        }

        public double[] Reach { get; }

        public double[] Uplift { get; }

        public double[] Tapped { get; }

        public double Passed { get; }

        public double Worth { get; }

        public double Seized { get; }

        public double Delivered { get; }

        public double Tail { get; }
    }
}
