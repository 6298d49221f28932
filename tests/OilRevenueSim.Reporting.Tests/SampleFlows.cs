using System.Globalization;
using OilRevenueSim.Analysis.Charts;

namespace OilRevenueSim.Reporting.Tests;

/// <summary>Charts of flows as Analysis makes them, from plain numbers.</summary>
internal static class SampleFlows
{
    private const string LongName = " and all that is pumped, trucked or shipped beside it";

    /// <summary>Fields that each send to a node, every fourth one past all nodes, then to a market and a seller.</summary>
    public static FlowChart Chart(
        int fields = 6,
        int nodes = 3,
        int markets = 2,
        int sellers = 2,
        double scale = 1,
        bool isLong = false,
        bool endsAtSellers = true
    )
    {
        var routes = Enumerable
            .Range(0, fields)
            .Select(i =>
                (
                    Field: i,
                    Node: i % 4 == 3 || nodes == 0 ? -1 : i * nodes / fields,
                    Market: i * markets / fields,
                    Seller: i % sellers,
                    Amount: scale * (10 + (37 * i % 60))
                )
            )
            .ToList();
        var boxes = new List<FlowBox>();
        var index = new Dictionary<(int Layer, int Key), int>();
        int Box(int layer, int key, FlowBoxKind kind, string label, double amount, ChartActor? actor = null)
        {
            index.Add((layer, key), boxes.Count);
            boxes.Add(new FlowBox(layer, kind, isLong ? label + LongName : label, amount, Text(amount), actor));
            return boxes.Count - 1;
        }

        double Of(Func<(int Field, int Node, int Market, int Seller, double Amount), bool> which) =>
            routes.Where(which).Sum(r => r.Amount);
        routes.ForEach(r => Box(0, r.Field, FlowBoxKind.Place, $"Field {r.Field + 1}", r.Amount));
        foreach (var group in routes.GroupBy(r => r.Node < 0 ? 100 + r.Field : r.Node))
        {
            var isPassing = group.Key >= 100;
            var kind = isPassing ? FlowBoxKind.Passing : FlowBoxKind.Place;
            index.Add((1, group.Key), boxes.Count);
            var name = isPassing ? "" : $"Node {group.Key + 1}{(isLong ? LongName : "")}";
            boxes.Add(new FlowBox(1, kind, name, group.Sum(r => r.Amount), Text(group.Sum(r => r.Amount))));
        }

        foreach (var m in routes.Select(r => r.Market).Distinct())
        {
            Box(2, m, FlowBoxKind.Place, $"Market {m + 1}", Of(r => r.Market == m));
        }

        var actors = SampleCharts.Actors[..sellers].Select((name, i) => new ChartActor(name, i)).ToArray();
        foreach (var s in routes.Select(r => r.Seller).Distinct().Order())
        {
            Box(3, s, FlowBoxKind.Actor, actors[s].Label, Of(r => r.Seller == s), actors[s]);
        }

        var links = routes
            .SelectMany(r =>
            {
                var node = index[(1, r.Node < 0 ? 100 + r.Field : r.Node)];
                int[] way = [index[(0, r.Field)], node, index[(2, r.Market)], index[(3, r.Seller)]];
                return way.Zip(way.Skip(1)).Select(step => (step.First, step.Second, r.Seller, r.Amount));
            })
            .GroupBy(l => (l.First, l.Second, l.Seller), l => l.Amount)
            .Select(g => new FlowLink(g.Key.First, g.Key.Second, g.Key.Seller, g.Sum()));
        return new FlowChart(
            new ChartText(
                "92 % of the oil is sold by National Oil Corporation",
                "Mean flow of oil over all futures, thousand barrels per day, July 2013 to December 2014. Bands are as wide as the flow and have the colour of who sells it.",
                SampleCharts.Foot,
                "Flows from fields to sellers."
            ),
            "thousand barrels per day",
            ["Fields", "On the way", "Markets", endsAtSellers ? "Who sells the oil" : "Who gets the money"],
            [.. boxes],
            [.. links],
            [.. actors],
            endsAtSellers
        );
    }

    public static FlowChart Nothing() => Chart() with { Headings = [], Boxes = [], Links = [] };

    private static string Text(double amount) => amount.ToString("#,0.0##", CultureInfo.InvariantCulture);
}
