using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Reporting.Layout;

namespace OilRevenueSim.Reporting.Flows;

/// <summary>Which boxes of a chart of flows are named, in which lines: the largest of each layer, as many as have room.</summary>
internal sealed class FlowNames
{
    /// <summary>Space between a name and what it stands beside or above.</summary>
    public const double Pad = 7;

    /// <summary>Space between a name and the box below it.</summary>
    public const double LabelGap = 3;

    private const double Gap = 5;
    private const double EdgeGap = 2;

    // Of the space between two layers: a name too long for it may still find its neighbours without one.
    private const double Wide = 1.7;

    // Of all that flows; less is no band that a reader could name.
    private const double Least = 0.002;

    private const double Lifting = 8;
    private const double MostLift = 16;

    // Of the height of the chart: what names of a layer may take; at the edges they stand beside their boxes, not above them.
    private const double MostOuter = 0.75;
    private const double MostInner = 0.55;

    // At the edges, rather than that a name is cut.
    private const int MostLines = 3;

    private readonly FlowChart chart;
    private readonly FlowName?[] names;
    private readonly bool[] isHidden;
    private readonly double[] lifts;
    private readonly double[] used;
    private readonly double height;
    private readonly int last;

    public FlowNames(FlowChart chart, Theme theme, double height, double left, double right, double step)
    {
        (this.chart, this.height) = (chart, height);
        last = chart.Headings.Length - 1;
        names = new FlowName?[chart.Boxes.Length];
        isHidden = new bool[chart.Boxes.Length];
        // Boxes without a name take their gap.
        lifts = new double[chart.Boxes.Length];
        used = new double[last + 1];
        foreach (var box in chart.Boxes)
        {
            used[box.Layer] += box.Layer == 0 || box.Layer == last ? EdgeGap : Gap;
        }

        var all = chart.Links.Where(l => chart.Boxes[l.To].Layer == last).Sum(l => l.Amount);
        foreach (var (b, box) in chart.Boxes.Index().OrderByDescending(b => b.Item.Amount))
        {
            if (box.Kind == FlowBoxKind.Passing || (!IsOuter(b) && box.Amount < Least * all))
            {
                continue;
            }

            var isOuter = IsOuter(b);
            var width =
                box.Layer == 0 ? left
                : box.Layer == last ? right
                : step;
            var name = FlowName.Of(box, width - Pad, theme);
            if (!name.IsWhole)
            {
                var whole = isOuter
                    ? FlowName.Of(box, width - Pad, theme, MostLines)
                    : FlowName.Of(box, Wide * width, theme);
                name = !isOuter || (whole.IsWhole && HasRoom(whole)) ? whole : name;
            }

            if ((isOuter || name.IsWhole) && HasRoom(name))
            {
                (names[b], used[box.Layer]) = (name, used[box.Layer] + More(name));
            }

            double More(FlowName taken) => taken.Height + (isOuter ? -EdgeGap : LabelGap - Gap);

            bool HasRoom(FlowName taken) => used[box.Layer] + More(taken) <= height * (isOuter ? MostOuter : MostInner);
        }
    }

    public FlowName? this[int box] => isHidden[box] ? null : names[box];

    /// <summary>Boxes without a name.</summary>
    public IEnumerable<int> Unnamed =>
        Enumerable.Range(0, names.Length).Where(b => this[b] is null && chart.Boxes[b].Kind != FlowBoxKind.Passing);

    /// <summary>Named boxes between fields and actors: markets first, then the largest.</summary>
    public IEnumerable<int> Inner =>
        Enumerable
            .Range(0, names.Length)
            .Where(b => this[b] is not null && !IsOuter(b))
            .OrderByDescending(IsMarket)
            .ThenByDescending(b => chart.Boxes[b].Amount);

    /// <summary>True for a market and what stands beside markets.</summary>
    public bool IsMarket(int box) => chart.Boxes[box].Layer == last - 1;

    public void Hide(int box)
    {
        used[chart.Boxes[box].Layer] -= Taken(box);
        (isHidden[box], lifts[box]) = (true, 0);
    }

    public void Show(int box)
    {
        isHidden[box] = false;
        used[chart.Boxes[box].Layer] += Taken(box);
    }

    /// <summary>Space above all boxes beyond that of their names, to be given back to <see cref="Lower"/>.</summary>
    public double[] Lifts() => [.. lifts];

    public void Lower(double[] before)
    {
        for (var b = 0; b < lifts.Length; b++)
        {
            used[chart.Boxes[b].Layer] -= lifts[b] - before[b];
            lifts[b] = before[b];
        }
    }

    /// <summary>More space above a box, against bands that slope down to it; false where there is no more.</summary>
    public bool Lift(int box)
    {
        var layer = chart.Boxes[box].Layer;
        if (lifts[box] >= MostLift || used[layer] + Lifting > height * MostInner)
        {
            return false;
        }

        (lifts[box], used[layer]) = (lifts[box] + Lifting, used[layer] + Lifting);
        return true;
    }

    /// <summary>What a box takes beside its own height.</summary>
    public FlowSlot Slot(int box) =>
        chart.Boxes[box].Kind == FlowBoxKind.Passing ? new FlowSlot(Gap, 0)
        : IsOuter(box) ? (this[box] is { } edge ? new FlowSlot(Gap, edge.Height) : new FlowSlot(EdgeGap, 0))
        : new FlowSlot(this[box] is { } name ? name.Height + LabelGap + lifts[box] : Gap, 0);

    private double Taken(int box) => names[box]!.Height + LabelGap + lifts[box] - Gap;

    private bool IsOuter(int box) => chart.Boxes[box].Layer == 0 || chart.Boxes[box].Layer == last;
}
