using OilRevenueSim.Core.Model;

namespace OilRevenueSim.Analysis.Charts;

/// <summary>Joins places where there are too many, those of one area first, and places too small to see.</summary>
internal sealed class FlowJoins
{
    // More rows than these cannot be named on half a page.
    private const int MostFields = 12;
    private const int MostNodes = 7;
    private const double SmallestShare = 0.003;

    private readonly Scenario scenario;
    private readonly Dictionary<FlowStop, FlowStop> joined = [];

    private FlowJoins(Scenario scenario) => this.scenario = scenario;

    /// <summary>Number of places that each joined one stands for.</summary>
    public Dictionary<FlowStop, int> Members { get; } = [];

    /// <summary>Strands with joined places in the place of their members.</summary>
    /// <param name="scenario">Scenario.</param>
    /// <param name="strands">Strands.</param>
    /// <param name="joins">What was joined.</param>
    public static List<FlowStrand> Of(Scenario scenario, List<FlowStrand> strands, out FlowJoins joins)
    {
        var made = joins = new FlowJoins(scenario);
        var total = strands.Sum(s => s.Amount);
        foreach (
            var (kind, most) in ((FlowStopKind, int)[])
                [(FlowStopKind.Field, MostFields), (FlowStopKind.Node, MostNodes)]
        )
        {
            made.Join(strands, kind, most, total);
        }

        return [.. strands.Select(s => s with { Way = made.Renamed(s.Way) })];
    }

    private FlowStop[] Renamed(FlowStop[] way)
    {
        var stops = new List<FlowStop>();
        foreach (var stop in way.Select(s => joined.GetValueOrDefault(s, s)))
        {
            // Two nodes of one joined place in a row are one stop.
            if (stops.Count == 0 || stops[^1] != stop)
            {
                stops.Add(stop);
            }
        }

        return [.. stops];
    }

    /// <summary>Nodes are counted by their place on the way: those of one place stand in one column.</summary>
    private void Join(List<FlowStrand> strands, FlowStopKind kind, int most, double total)
    {
        var amounts = new Dictionary<FlowStop, double>();
        var columns = new Dictionary<FlowStop, int>();
        foreach (var strand in strands)
        {
            for (var i = 0; i < strand.Way.Length; i++)
            {
                if (strand.Way[i].Kind == kind)
                {
                    amounts[strand.Way[i]] = amounts.GetValueOrDefault(strand.Way[i]) + strand.Amount;
                    columns[strand.Way[i]] = Math.Max(columns.GetValueOrDefault(strand.Way[i]), i);
                }
            }
        }

        foreach (var column in amounts.Keys.GroupBy(s => columns[s]))
        {
            var groups = column.ToDictionary(s => s, s => (Amount: amounts[s], Members: new List<FlowStop> { s }));
            JoinByArea(groups, kind, most, column.Key);
            JoinSmall(groups, kind, most, column.Key, total);
            foreach (var (name, (_, members)) in groups.Where(g => g.Value.Members.Count > 1))
            {
                Members[name] = members.Count;
                foreach (var member in members)
                {
                    joined[member] = name;
                }
            }
        }
    }

    /// <summary>While there are too many, the area that carries least becomes one place.</summary>
    private void JoinByArea(
        Dictionary<FlowStop, (double Amount, List<FlowStop> Members)> groups,
        FlowStopKind kind,
        int most,
        int column
    )
    {
        while (groups.Count > most)
        {
            var smallest = groups
                .Where(g => g.Value.Members.Count == 1)
                .GroupBy(g => AreaOfPlace(g.Key))
                .Where(a => a.Count() > 1)
                .MinBy(a => a.Sum(g => g.Value.Amount));
            if (smallest is null)
            {
                return;
            }

            Merge(groups, [.. smallest.Select(g => g.Key)], new FlowStop(kind, smallest.Key, FlowJoin.Area, column));
        }
    }

    /// <summary>Then the smallest, as many as must and all that are too thin to see, if these are two or more.</summary>
    private static void JoinSmall(
        Dictionary<FlowStop, (double Amount, List<FlowStop> Members)> groups,
        FlowStopKind kind,
        int most,
        int column,
        double total
    )
    {
        var ascending = groups.OrderBy(g => g.Value.Amount).ToList();
        var tooMany = groups.Count > most ? groups.Count - most + 1 : 0;
        var tooSmall = ascending.TakeWhile(g => g.Value.Amount < SmallestShare * total).Count();
        var count = Math.Max(tooMany, tooSmall);
        if (count > 1)
        {
            Merge(
                groups,
                [.. ascending.Take(count).Select(g => g.Key)],
                new FlowStop(kind, "", FlowJoin.Other, column)
            );
        }
    }

    private static void Merge(
        Dictionary<FlowStop, (double Amount, List<FlowStop> Members)> groups,
        List<FlowStop> keys,
        FlowStop key
    )
    {
        var merged = (keys.Sum(k => groups[k].Amount), keys.SelectMany(k => groups[k].Members).ToList());
        keys.ForEach(k => groups.Remove(k));
        groups[key] = merged;
    }

    private string AreaOfPlace(FlowStop stop) =>
        stop.Kind == FlowStopKind.Field
            ? scenario.Fields.First(f => f.Name == stop.Name).Area
            : scenario.Nodes.First(n => n.Name == stop.Name).Area;
}
