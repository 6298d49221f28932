using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Reporting.Control;
using OilRevenueSim.Reporting.Layout;

namespace OilRevenueSim.Reporting.Flows;

/// <summary>
/// Flows from fields to actors: bands as wide as the flow. Fields are named left of them, actors right of them, all between above
/// their boxes.
/// </summary>
internal static class FlowFigure
{
    private const double BoxWidth = 7;
    private const double Pad = FlowNames.Pad;
    private const double LabelGap = FlowNames.LabelGap;
    private const double MostLeft = 0.27;
    private const double MostRight = 0.22;
    private const double GroundPad = 1;
    private const byte Ground = 225;

    // Of the ground of a name between fields and actors; a market is named even where it hides a little more.
    private const double MostHidden = 0.03;
    private const int Rounds = 2;
    private const double MostHiddenByMarket = 0.08;

    // A band so thin is followed by the eye through the ground of a name, and counts for so much.
    private const double Thin = 4;
    private const double ThinShare = 0.3;

    public static void Compose(FlowChart chart, Sheet sheet)
    {
        var body = SheetFrame.Draw(sheet, chart.Text);
        if (chart.Links.IsEmpty)
        {
            Message.Draw(
                sheet,
                body,
                sheet.Words.Word("No oil flows on any route, in any simulated future."),
                sheet.Words.Word("Every field is shut in, or no route lets its seller pass.")
            );
            return;
        }

        var top = body.Top;
        if (!chart.EndsAtSellers)
        {
            top = HolderFigure.DrawKey(sheet, body, chart.Sellers) + 6;
        }

        var last = chart.Headings.Length - 1;
        var heading = sheet.Theme.Axis;
        double Widest(int layer, double most) =>
            Math.Min(
                body.Width * most,
                chart.Boxes.Where(b => b.Layer == layer).Max(b => FlowName.WidthInOneLine(b, sheet.Theme)) + Pad
            );
        var (left, right) = (Widest(0, MostLeft), Widest(last, MostRight));
        var area = new Box(body.Left + left, top + heading.LineHeight + 4, body.Right - right, body.Bottom);
        var step = (area.Width - BoxWidth) / Math.Max(1, last);
        var names = new FlowNames(chart, sheet.Theme, area.Height - heading.LineHeight, left, right, step);
        var (layout, inner) = Arrange(sheet, chart, names, area);
        DrawBands(sheet, chart, layout);
        DrawHeadings(sheet, chart, area, top + (Face.Ascent * heading.Size), body);
        DrawOuter(sheet, chart, layout, names, area, isLeft: true);
        DrawOuter(sheet, chart, layout, names, area, isLeft: false);
        inner.ForEach(name => AddOverBands(sheet, name));
        DrawUnnamed(sheet, chart, names, area, body);
        if (!chart.EndsAtSellers)
        {
            NameSellers(sheet, chart, layout);
        }
    }

    // One name between fields and actors after the other, markets first, with more room where that helps. What finds no place is tried
    // again when names of other layers have drawn the boxes apart, and then stays without.
    private static (FlowLayout Layout, List<List<Label>> Inner) Arrange(
        Sheet sheet,
        FlowChart chart,
        FlowNames names,
        Box area
    )
    {
        int[] wanted = [.. names.Inner];
        Array.ForEach(wanted, names.Hide);
        var best = Laid();
        foreach (var box in Enumerable.Repeat(wanted, Rounds).SelectMany(w => w.Where(b => names[b] is null)))
        {
            var before = names.Lifts();
            names.Show(box);
            var tried = Laid();
            while (tried.Homeless.Count > 0 && names.Lift(tried.Homeless[0]))
            {
                tried = Laid();
            }

            if (tried.Homeless.Count == 0)
            {
                best = tried;
                continue;
            }

            names.Lower(before);
            names.Hide(box);
        }

        return (best.Layout, best.Names);

        (FlowLayout Layout, List<List<Label>> Names, List<int> Homeless) Laid()
        {
            var line = names.Unnamed.Any() ? sheet.Theme.Axis.LineHeight + LabelGap : 0;
            var room = area with { Bottom = area.Bottom - line };
            var layout = new FlowLayout(chart, room, BoxWidth, names.Slot);
            var (placed, homeless) = PlaceInner(chart, layout, names, room);
            return (layout, placed, homeless);
        }
    }

    // Wide bands first: what is thin stays to be seen where they cross.
    private static void DrawBands(Sheet sheet, FlowChart chart, FlowLayout layout)
    {
        foreach (var l in Enumerable.Range(0, chart.Links.Length).OrderByDescending(l => chart.Links[l].Amount))
        {
            var link = chart.Links[l];
            var (from, to) = (layout.Boxes[link.From], layout.Boxes[link.To]);
            var fill = sheet.Theme.Of(chart.Sellers[link.Seller]);
            sheet.Add(
                new RibbonMark(
                    from.Right,
                    layout.Tops[l].From,
                    to.Left,
                    layout.Tops[l].To,
                    layout.Thickness(link),
                    fill
                )
            );
        }

        for (var b = 0; b < chart.Boxes.Length; b++)
        {
            if (chart.Boxes[b].Kind != FlowBoxKind.Passing)
            {
                sheet.Add(new RectMark(layout.Boxes[b], new Fill(sheet.Theme.Baseline)));
            }
        }
    }

    private static void DrawHeadings(Sheet sheet, FlowChart chart, Box area, double baseline, Box body)
    {
        var last = chart.Headings.Length - 1;
        var step = last > 0 ? (area.Width - BoxWidth) / last : area.Width;
        for (var layer = 0; layer <= last; layer++)
        {
            var x = area.Left + (step * layer) + (BoxWidth / 2);
            var isEdge = layer == 0 || layer == last;
            var room = isEdge
                ? (step / 2) + (layer == 0 ? area.Left - body.Left : body.Right - area.Right)
                : (2 * step) - Pad;
            var text = Wording.Shorten(chart.Headings[layer], sheet.Theme.Axis, room);
            var (anchor, at) =
                layer == 0 ? (Anchor.Start, body.Left)
                : layer == last ? (Anchor.End, body.Right)
                : (Anchor.Middle, x);
            Put(sheet, Sheet.Measure(Role.Axis, text, sheet.Theme.Axis, anchor, at, baseline));
        }
    }

    private static void DrawOuter(
        Sheet sheet,
        FlowChart chart,
        FlowLayout layout,
        FlowNames names,
        Box area,
        bool isLeft
    )
    {
        var layer = isLeft ? 0 : chart.Headings.Length - 1;
        foreach (var b in Enumerable.Range(0, chart.Boxes.Length).Where(b => chart.Boxes[b].Layer == layer))
        {
            if (names[b] is not { } name)
            {
                continue;
            }

            var place = layout.Boxes[b];
            var (edge, anchor) = isLeft ? (area.Left - Pad, Anchor.End) : (area.Right + Pad, Anchor.Start);
            name.At(anchor, edge, place.CentreY - (name.Height / 2)).ForEach(sheet.Add);
        }
    }

    // The largest of each edge are named beside their boxes; how many are not, and with how much, is said below.
    private static void DrawUnnamed(Sheet sheet, FlowChart chart, FlowNames names, Box area, Box body)
    {
        var (last, style) = (chart.Headings.Length - 1, sheet.Theme.Axis);
        var baseline = body.Bottom - (Face.Descent * style.Size);
        int[] In(Func<int, bool> isLayer) => [.. names.Unnamed.Where(b => isLayer(chart.Boxes[b].Layer))];
        var (fields, middle, ends) = (In(l => l == 0), In(l => l > 0 && l < last), In(l => l > 0 && l == last));
        string Amount(int[] boxes)
        {
            var sum = boxes.Sum(b => chart.Boxes[b].Amount);
            return sheet.Words.Number(
                sum,
                sum >= 99.95 ? "#,##0"
                    : sum >= 1 ? "0.0"
                    : "0.00"
            );
        }

        // From the edge of the sheet where names are too short to leave it room.
        void Sum(int[] boxes, Anchor toBoxes, double atBoxes, Anchor toEdge, double atEdge)
        {
            if (boxes.Length > 0)
            {
                var text = sheet.Words.Say($"and {boxes.Length} more: {Amount(boxes)}");
                var isWide = Wording.Width(text, style) > Math.Abs(atEdge - atBoxes);
                var (anchor, x) = isWide ? (toEdge, atEdge) : (toBoxes, atBoxes);
                Put(sheet, Sheet.Measure(Role.Axis, text, style, anchor, x, baseline));
            }
        }

        Sum(fields, Anchor.End, area.Left - Pad, Anchor.Start, body.Left);
        Sum(ends, Anchor.Start, area.Right + Pad, Anchor.End, body.Right);
        if (middle.Length > 0)
        {
            var all = chart.Boxes.Count(b => b.Kind != FlowBoxKind.Passing && b.Layer > 0 && b.Layer < last);
            var text = sheet.Words.Say($"Not named: {middle.Length} of {all} places in between");
            text = Wording.Shorten(text, style, area.Width);
            Put(sheet, Sheet.Measure(Role.Axis, text, style, Anchor.Middle, area.CentreX, baseline));
        }
    }

    // A line of a name and its amount on one ground of paper: a rim alone leaves dark letters on a dark band, and a band in the gap
    // between the two reads as a minus sign.
    private static void AddOverBands(Sheet sheet, List<Label> name)
    {
        foreach (var line in name.GroupBy(label => label.Baseline))
        {
            // No higher than its letters: it would bite into a band that only comes near.
            var ground = Around([.. line]).Inset(-GroundPad, 0, -GroundPad, 0);
            sheet.Add(new RectMark(ground, new Fill(sheet.Theme.Paper.WithAlpha(Ground), HasRim: false)));
        }

        name.ForEach(sheet.Add);
    }

    // Markets before what lies on the way, then the largest; each above or below its box where it hides least of the bands; and boxes that find no place.
    private static (List<List<Label>> Names, List<int> Homeless) PlaceInner(
        FlowChart chart,
        FlowLayout layout,
        FlowNames names,
        Box area
    )
    {
        var (placed, homeless) = (new List<List<Label>>(), new List<int>());
        foreach (var b in names.Inner)
        {
            var found = Places(names[b]!, layout.Boxes[b])
                .Select(place => (Labels: place, Ground: Around(place)))
                .Where(p => p.Ground.Left >= area.Left && p.Ground.Right <= area.Right)
                .Where(p => p.Ground.Top >= area.Top && p.Ground.Bottom <= area.Bottom)
                .Where(p => placed.TrueForAll(other => !Around(other).Overlaps(p.Ground.Inset(-Pad, -2, -Pad, -2))))
                .Select(p => (p.Labels, Hidden: Hidden(chart, layout, p.Ground)))
                .Where(p => p.Hidden <= (names.IsMarket(b) ? MostHiddenByMarket : MostHidden))
                .OrderBy(p => p.Hidden)
                .FirstOrDefault();
            if (found.Labels is null)
            {
                homeless.Add(b);
            }
            else
            {
                placed.Add(found.Labels);
            }
        }

        return (placed, homeless);
    }

    private static Box Around(List<Label> labels) =>
        new(
            labels.Min(l => l.Box.Left),
            labels.Min(l => l.Box.Top),
            labels.Max(l => l.Box.Right),
            labels.Max(l => l.Box.Bottom)
        );

    private static IEnumerable<List<Label>> Places(FlowName name, Box box)
    {
        foreach (var top in (double[])[box.Top - LabelGap - name.Height, box.Bottom + LabelGap])
        {
            yield return name.At(Anchor.Middle, box.CentreX, top, hasHalo: true);
            yield return name.At(Anchor.Start, box.Left, top, hasHalo: true);
            yield return name.At(Anchor.End, box.Right, top, hasHalo: true);
        }
    }

    /// <summary>What a name hides of bands, as a share of its ground; all where it would stand on a box.</summary>
    private static double Hidden(FlowChart chart, FlowLayout layout, Box ground)
    {
        const int places = 12;
        var hidden = 0.0;
        for (var i = 0; i <= places; i++)
        {
            var x = ground.Left + (ground.Width * i / places);
            for (var l = 0; l < chart.Links.Length; l++)
            {
                if (x > layout.Boxes[chart.Links[l].From].Right && x < layout.Boxes[chart.Links[l].To].Left)
                {
                    var (top, bottom) = layout.At(l, x);
                    var share = bottom - top < Thin ? ThinShare : 1;
                    hidden += share * Math.Max(0, Math.Min(bottom, ground.Bottom) - Math.Max(top, ground.Top));
                }
            }
        }

        return layout.Boxes.Any(box => box.Width > 0 && box.Overlaps(ground))
            ? 1.0
            : hidden / (places + 1) / ground.Height;
    }

    // The key tells the sellers apart by colour; their names on the bands do so without.
    private static void NameSellers(Sheet sheet, FlowChart chart, FlowLayout layout)
    {
        var last = chart.Headings.Length - 1;
        for (var l = 0; l < chart.Links.Length; l++)
        {
            var link = chart.Links[l];
            var fill = sheet.Theme.Of(chart.Sellers[link.Seller]);
            if (chart.Boxes[link.To].Layer != last || fill.HatchDegrees is not null)
            {
                continue;
            }

            var style = sheet.Theme.Inside with { Colour = sheet.Theme.InkOn(fill.Colour) };
            var name = Wording.Clean(chart.Sellers[link.Seller].Label, style.Face);
            var width = Wording.Width(name, style);
            var left = (layout.Boxes[link.From].Right + layout.Boxes[link.To].Left - width) / 2;
            var ends = (layout.At(l, left), layout.At(l, left + width));
            var (top, bottom) = (
                Math.Max(ends.Item1.Top, ends.Item2.Top),
                Math.Min(ends.Item1.Bottom, ends.Item2.Bottom)
            );
            var baseline = ((top + bottom) / 2) + (Face.CapHeight * style.Size / 2);
            if (left > layout.Boxes[link.From].Right + Pad && bottom - top > style.Size + 4)
            {
                Put(sheet, Sheet.Measure(Role.Direct, name, style, Anchor.Start, left, baseline));
            }
        }
    }

    private static void Put(Sheet sheet, Label label)
    {
        if (label.Text.Length > 0 && IsClear(sheet, label))
        {
            sheet.Add(label);
        }
    }

    private static bool IsClear(Sheet sheet, Label label) =>
        label.Text.Length > 0 && sheet.Labels.All(other => !label.Box.Overlaps(other.Box));
}
