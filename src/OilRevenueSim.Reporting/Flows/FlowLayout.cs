using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Reporting.Layout;

namespace OilRevenueSim.Reporting.Flows;

/// <summary>Where the boxes of a chart of flows stand and where each link leaves and enters them.</summary>
internal sealed class FlowLayout
{
    private const double Thinnest = 0.7;

    // Bands that pass a layer overlap there, so that no seam shows.
    private const double Seam = 0.5;
    private const int Passes = 6;
    private const int Halvings = 60;
    private const double MostGap = 0.8;

    private readonly FlowChart chart;
    private readonly Box area;
    private readonly FlowSlot[] slots;
    private readonly int[][] layers;

    /// <summary>Lays out a chart.</summary>
    /// <param name="chart">Chart with at least one box.</param>
    /// <param name="area">Room from the left edge of the first layer to the right edge of the last.</param>
    /// <param name="boxWidth">Width of a box.</param>
    /// <param name="slot">What a box takes beside its own height, by index of the box.</param>
    public FlowLayout(FlowChart chart, Box area, double boxWidth, Func<int, FlowSlot> slot)
    {
        this.chart = chart;
        this.area = area;
        layers =
        [
            .. Enumerable
                .Range(0, chart.Headings.Length)
                .Select(layer =>
                    Enumerable.Range(0, chart.Boxes.Length).Where(b => chart.Boxes[b].Layer == layer).ToArray()
                ),
        ];
        slots = [.. Enumerable.Range(0, chart.Boxes.Length).Select(slot)];
        // Where there are many boxes, their gaps shrink before the bands do.
        var factor = layers.Min(layer => Math.Min(1.0, MostGap * area.Height / Gaps(layer, 0.0).Sum()));
        slots = [.. slots.Select(s => new FlowSlot(s.Above * factor, s.Least * factor))];
        PixelsPerUnit = layers.Min(PixelsFor);
        var step = layers.Length > 1 ? (area.Width - boxWidth) / (layers.Length - 1) : 0.0;
        Boxes = new Box[chart.Boxes.Length];
        foreach (var layer in layers)
        {
            foreach (var b in layer)
            {
                var left = area.Left + (step * chart.Boxes[b].Layer);
                var (from, to) =
                    chart.Boxes[b].Kind == FlowBoxKind.Passing
                        ? (left + (boxWidth / 2) + Seam, left + (boxWidth / 2) - Seam)
                        : (left, left + boxWidth);
                Boxes[b] = new Box(from, 0, to, Height(b, PixelsPerUnit));
            }

            Stack(layer, [.. layer.Select(_ => area.CentreY)]);
        }

        for (var pass = 0; pass < Passes; pass++)
        {
            foreach (var layer in pass % 2 == 0 ? layers : layers.Reverse())
            {
                Stack(layer, [.. layer.Select(Wished)]);
            }
        }

        Place();
    }

    public double PixelsPerUnit { get; }

    /// <summary>[box] its place.</summary>
    public Box[] Boxes { get; }

    /// <summary>[link] top of its band where it leaves and where it enters.</summary>
    public (double From, double To)[] Tops { get; private set; } = [];

    /// <summary>Upper and lower edge of a link's band at an x between its boxes.</summary>
    public (double Top, double Bottom) At(int link, double x)
    {
        var (left, right) = (Boxes[chart.Links[link].From].Right, Boxes[chart.Links[link].To].Left);
        var top = RibbonMark.TopAt(left, Tops[link].From, right, Tops[link].To, x);
        return (top, top + Thickness(chart.Links[link]));
    }

    public double Thickness(FlowLink link) => Math.Max(Thinnest, link.Amount * PixelsPerUnit);

    private double Height(int box, double pixelsPerUnit) => Math.Max(1.0, chart.Boxes[box].Amount * pixelsPerUnit);

    /// <summary>The widest bands with which a layer fits.</summary>
    private double PixelsFor(int[] layer)
    {
        var amount = layer.Sum(b => chart.Boxes[b].Amount);
        if (amount <= 0.0)
        {
            return double.MaxValue;
        }

        var (low, high) = (0.0, area.Height / amount);
        for (var i = 0; i < Halvings; i++)
        {
            var middle = (low + high) / 2;
            var needed = Gaps(layer, middle).Sum() + layer.Sum(b => Height(b, middle));
            (low, high) = needed <= area.Height ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }

    /// <summary>Space above each box of a layer and, last, below all: where a name is taller than its box it stands over on both sides.</summary>
    private double[] Gaps(int[] layer, double pixelsPerUnit)
    {
        var gaps = new double[layer.Length + 1];
        for (var i = 0; i < layer.Length; i++)
        {
            var slot = slots[layer[i]];
            var over = Math.Max(0.0, (slot.Least - Height(layer[i], pixelsPerUnit)) / 2);
            gaps[i] = Math.Max(slot.Above, gaps[i] + over);
            gaps[i + 1] = over;
        }

        return gaps;
    }

    /// <summary>Where a box would stand if it were alone: level with what it is linked with.</summary>
    private double Wished(int box)
    {
        var (sum, weight) = (0.0, 0.0);
        foreach (var link in chart.Links)
        {
            var other =
                link.From == box ? link.To
                : link.To == box ? link.From
                : -1;
            if (other >= 0)
            {
                sum += link.Amount * Boxes[other].CentreY;
                weight += link.Amount;
            }
        }

        return weight > 0.0 ? sum / weight : Boxes[box].CentreY;
    }

    /// <summary>Moves the boxes of a layer as near as may be (least squares) to wished centres, in their order and with their gaps.</summary>
    private void Stack(int[] layer, double[] wished)
    {
        var offsets = new double[layer.Length];
        var gaps = Gaps(layer, PixelsPerUnit);
        var below = 0.0;
        for (var i = 0; i < layer.Length; i++)
        {
            below += gaps[i];
            offsets[i] = below;
            below += Boxes[layer[i]].Height;
        }

        // Isotonic regression of what is left of the wish when all above is taken off (pool adjacent violators).
        var pools = new List<(double Sum, double Weight, int Count)>();
        for (var i = 0; i < layer.Length; i++)
        {
            var weight = Math.Max(Boxes[layer[i]].Height, 1.0);
            var pool = (
                Sum: weight * (wished[i] - (Boxes[layer[i]].Height / 2) - offsets[i]),
                Weight: weight,
                Count: 1
            );
            while (pools.Count > 0 && pools[^1].Sum / pools[^1].Weight >= pool.Sum / pool.Weight)
            {
                pool = (pool.Sum + pools[^1].Sum, pool.Weight + pools[^1].Weight, pool.Count + pools[^1].Count);
                pools.RemoveAt(pools.Count - 1);
            }

            pools.Add(pool);
        }

        var slack = Math.Max(0.0, area.Height - below - gaps[^1]);
        var index = 0;
        foreach (var pool in pools)
        {
            var start = area.Top + Math.Clamp((pool.Sum / pool.Weight) - area.Top, 0.0, slack);
            for (var n = 0; n < pool.Count; n++, index++)
            {
                var box = Boxes[layer[index]];
                var top = start + offsets[index];
                Boxes[layer[index]] = box with { Top = top, Bottom = top + box.Height };
            }
        }
    }

    /// <summary>
    /// Links leave and enter a box in the order of where they go to or come from, so that they do not cross there; those between the same
    /// boxes in one order of sellers.
    /// </summary>
    private void Place()
    {
        Tops = new (double, double)[chart.Links.Length];
        var rank = Heights();
        for (var b = 0; b < Boxes.Length; b++)
        {
            var top = Boxes[b].Top;
            foreach (var l in Ordered(b, l => l.From, l => l.To))
            {
                Tops[l].From = top;
                top += chart.Links[l].Amount * PixelsPerUnit;
            }

            top = Boxes[b].Top;
            foreach (var l in Ordered(b, l => l.To, l => l.From))
            {
                Tops[l].To = top;
                top += chart.Links[l].Amount * PixelsPerUnit;
            }
        }

        IEnumerable<int> Ordered(int box, Func<FlowLink, int> end, Func<FlowLink, int> other) =>
            Enumerable
                .Range(0, chart.Links.Length)
                .Where(l => end(chart.Links[l]) == box)
                .OrderBy(l => Boxes[other(chart.Links[l])].CentreY)
                .ThenBy(l => rank[chart.Links[l].Seller]);
    }

    /// <summary>[seller] mean height of where its links begin and end.</summary>
    private double[] Heights()
    {
        var sum = new double[chart.Sellers.Length];
        var weight = new double[chart.Sellers.Length];
        foreach (var link in chart.Links)
        {
            sum[link.Seller] += link.Amount * (Boxes[link.From].CentreY + Boxes[link.To].CentreY);
            weight[link.Seller] += 2 * link.Amount;
        }

        return [.. sum.Select((s, i) => weight[i] > 0.0 ? s / weight[i] : 0.0)];
    }
}

/// <summary>What a box takes beside its own height.</summary>
/// <param name="Above">Least space above it.</param>
/// <param name="Least">Least height of the box with the name that stands beside it, its middle level with the box's.</param>
internal readonly record struct FlowSlot(double Above, double Least);
