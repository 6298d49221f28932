namespace OilRevenueSim.Analysis.Charts;

/// <summary>Boxes in layers and the links between them, made of strands; in the order that crosses little.</summary>
/// <remarks>
/// Layers by longest way, places where a link passes a layer, order by barycentres: Sugiyama, Tagawa and Toda (1981), Methods for visual
/// understanding of hierarchical system structures, IEEE Transactions on Systems, Man, and Cybernetics 11(2), 109–125.
/// </remarks>
internal sealed class FlowGraph
{
    private const int Sweeps = 12;

    // Links thinner than this pass a layer together where they go to one place.
    private const double LeastAlone = 0.05;

    private readonly Dictionary<(FlowStop? From, FlowStop To, int Layer), int> passing = [];
    private readonly HashSet<(FlowStop From, FlowStop To)> alone;
    private readonly Dictionary<FlowStop, int> boxOf = [];
    private readonly Dictionary<(int From, int To, string Seller), double> links = [];
    private readonly List<Node> nodes = [];

    public FlowGraph(IReadOnlyList<FlowStrand> strands)
    {
        var layers = Layers(strands);
        var total = strands.Sum(s => s.Amount);
        alone =
        [
            .. strands
                .SelectMany(s => s.Way.Zip(s.Way.Skip(1)).Select(step => (Step: step, s.Amount)))
                .GroupBy(s => s.Step, s => s.Amount)
                .Where(g => g.Sum() >= LeastAlone * total)
                .Select(g => g.Key),
        ];
        foreach (var strand in strands.OrderByDescending(s => s.Amount))
        {
            AddStrand(strand, layers);
        }

        LayerCount = nodes.Count == 0 ? 0 : nodes.Max(n => n.Layer) + 1;
        Links = [.. links.Select(l => new Link(l.Key.From, l.Key.To, l.Key.Seller, l.Value))];
        Order = [.. Enumerable.Range(0, LayerCount).Select(layer => InLayer(layer).ToArray())];
        Arrange();
    }

    /// <summary>A box, or a place where a link passes.</summary>
    /// <param name="Layer">Layer.</param>
    /// <param name="Stop">What it is; null where a link passes.</param>
    public sealed record Node(int Layer, FlowStop? Stop);

    /// <summary>A link between neighbouring layers.</summary>
    public readonly record struct Link(int From, int To, string Seller, double Amount);

    public int LayerCount { get; }

    public IReadOnlyList<Node> Nodes => nodes;

    public Link[] Links { get; }

    /// <summary>[layer] boxes from top to bottom.</summary>
    public int[][] Order { get; }

    /// <summary>What comes in or goes out of a box, whichever is more: strands may end or begin in it.</summary>
    public double Amount(int box) =>
        Math.Max(Links.Where(l => l.From == box).Sum(l => l.Amount), Links.Where(l => l.To == box).Sum(l => l.Amount));

    /// <summary>What crosses, each crossing by the thinner of its links.</summary>
    public double Crossing()
    {
        var place = Places();
        var crossing = 0.0;
        for (var i = 0; i < Links.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var (a, b) = (Links[i], Links[j]);
                if (
                    nodes[a.From].Layer == nodes[b.From].Layer
                    && (place[a.From] - place[b.From]) * (place[a.To] - place[b.To]) < 0
                )
                {
                    crossing += Math.Min(a.Amount, b.Amount);
                }
            }
        }

        return crossing;
    }

    /// <summary>
    /// Fields and what was in tanks first; nodes behind all that come before them, the last ones of all routes together; then markets and theft; then actors. What
    /// ends at a node ends one layer behind it.
    /// </summary>
    private static Dictionary<FlowStop, int> Layers(IReadOnlyList<FlowStrand> strands)
    {
        var layers = new Dictionary<FlowStop, int>();
        var steps = strands.SelectMany(s => s.Way.Zip(s.Way.Skip(1))).Distinct().ToList();
        var between = steps
            .Where(s => s.First.Kind == FlowStopKind.Node && s.Second.Kind == FlowStopKind.Node)
            .ToList();
        var all = strands.SelectMany(s => s.Way).Distinct().ToList();
        var inner = all.Where(s => s.Kind == FlowStopKind.Node).ToList();
        foreach (var node in inner)
        {
            layers[node] = 1;
        }

        // As many rounds as nodes: ways that go in a circle stop there.
        for (var round = 0; round < inner.Count; round++)
        {
            foreach (var (first, second) in between)
            {
                layers[second] = Math.Min(inner.Count, Math.Max(layers[second], layers[first] + 1));
            }
        }

        var last = inner.Count == 0 ? 0 : inner.Max(n => layers[n]);
        foreach (var node in inner.Where(n => between.TrueForAll(s => s.First != n)))
        {
            layers[node] = last;
        }

        foreach (var stop in all)
        {
            switch (stop.Kind)
            {
                case FlowStopKind.Field or FlowStopKind.Before:
                    layers[stop] = 0;
                    break;
                case FlowStopKind.Market or FlowStopKind.Theft:
                    layers[stop] = last + 1;
                    break;
                case FlowStopKind.Actor:
                    layers[stop] = last + 2;
                    break;
                default:
                    break;
            }
        }

        foreach (var (first, second) in steps)
        {
            if (second.Kind is FlowStopKind.Refined or FlowStopKind.Seized or FlowStopKind.Kept)
            {
                layers[second] = Math.Max(layers.GetValueOrDefault(second), layers[first] + 1);
            }
        }

        return layers;
    }

    private void AddStrand(FlowStrand strand, Dictionary<FlowStop, int> layers)
    {
        var from = strand.Way[0];
        foreach (var to in strand.Way.Skip(1))
        {
            if (layers[to] <= layers[from])
            {
                continue; // a way that goes in a circle
            }

            var left = BoxOf(from, layers);
            for (var layer = layers[from] + 1; layer <= layers[to]; layer++)
            {
                var right = layer == layers[to] ? BoxOf(to, layers) : Passing(from, to, layer);
                var key = (left, right, strand.Seller);
                links[key] = links.GetValueOrDefault(key) + strand.Amount;
                left = right;
            }

            from = to;
        }
    }

    private int BoxOf(FlowStop stop, Dictionary<FlowStop, int> layers) =>
        Found(boxOf, stop, () => new Node(layers[stop], stop));

    private int Passing(FlowStop from, FlowStop to, int layer) =>
        Found(passing, (alone.Contains((from, to)) ? from : null, to, layer), () => new Node(layer, null));

    private int Found<T>(Dictionary<T, int> known, T key, Func<Node> make)
        where T : notnull
    {
        if (!known.TryGetValue(key, out var index))
        {
            index = nodes.Count;
            nodes.Add(make());
            known.Add(key, index);
        }

        return index;
    }

    private IEnumerable<int> InLayer(int layer) => Enumerable.Range(0, nodes.Count).Where(i => nodes[i].Layer == layer);

    /// <summary>Sweeps to the right and back, each layer in the order of the barycentres of what it is linked with; the best order stays.</summary>
    private void Arrange()
    {
        var best = (Crossing: Crossing(), Order: Copy());
        for (var sweep = 0; sweep < Sweeps && best.Crossing > 0.0; sweep++)
        {
            for (var step = 1; step < LayerCount; step++)
            {
                var isRight = sweep % 2 == 0;
                Sort(isRight ? step : LayerCount - 1 - step, isRight);
            }

            var crossing = Crossing();
            if (crossing < best.Crossing)
            {
                best = (crossing, Copy());
            }
        }

        for (var layer = 0; layer < LayerCount; layer++)
        {
            Order[layer] = best.Order[layer];
        }

        int[][] Copy() => [.. Order.Select(o => o.ToArray())];
    }

    private void Sort(int layer, bool byLeft)
    {
        var place = Places();
        double Barycentre(int box)
        {
            var own = Links.Where(l => (byLeft ? l.To : l.From) == box).ToList();
            var weight = own.Sum(l => l.Amount);
            return weight > 0.0 ? own.Sum(l => l.Amount * place[byLeft ? l.From : l.To]) / weight : place[box];
        }

        Order[layer] = [.. Order[layer].OrderBy(Barycentre)];
    }

    /// <summary>Place of each box in its layer, 0 to 1.</summary>
    private double[] Places()
    {
        var place = new double[nodes.Count];
        foreach (var layer in Order)
        {
            for (var i = 0; i < layer.Length; i++)
            {
                place[layer[i]] = (i + 0.5) / layer.Length;
            }
        }

        return place;
    }
}
