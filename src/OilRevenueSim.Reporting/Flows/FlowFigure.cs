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
    private const double Pad = 7;
    private const double OuterGap = 5;
    private const double PassingGap = 5;
    private const double LabelGap = 5;
    private const double MostOuterShare = 0.27;
    private const double NoLeader = 4;
    private const double GroundPad = 1;
    private const byte Ground = 225;

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
        var style = sheet.Theme.Direct;
        double Widest(int layer) =>
            Math.Min(
                body.Width * MostOuterShare,
                chart.Boxes.Where(b => b.Layer == layer).Max(b => Width(b, sheet)) + Pad
            );
        var area = new Box(body.Left + Widest(0), top + heading.LineHeight + 4, body.Right - Widest(last), body.Bottom);
        double Gap(FlowBox box) =>
            box.Kind == FlowBoxKind.Passing ? PassingGap
            : box.Layer == 0 || box.Layer == last ? OuterGap
            : style.LineHeight + LabelGap;
        var layout = new FlowLayout(chart, area, BoxWidth, Gap);
        DrawBands(sheet, chart, layout);
        DrawHeadings(sheet, chart, area, top + (Face.Ascent * heading.Size), body);
        DrawOuter(sheet, chart, layout, area, body, isLeft: true);
        DrawOuter(sheet, chart, layout, area, body, isLeft: false);
        DrawInner(sheet, chart, layout, area);
        if (!chart.EndsAtSellers)
        {
            NameSellers(sheet, chart, layout);
        }
    }

    private static double Width(FlowBox box, Sheet sheet) =>
        Wording.Width(box.Label, sheet.Theme.Direct) + Pad + Wording.Width(box.AmountText, sheet.Theme.Axis);

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

    private static void DrawOuter(Sheet sheet, FlowChart chart, FlowLayout layout, Box area, Box body, bool isLeft)
    {
        var layer = isLeft ? 0 : chart.Headings.Length - 1;
        int[] boxes =
        [
            .. Enumerable
                .Range(0, chart.Boxes.Length)
                .Where(b => chart.Boxes[b].Layer == layer && chart.Boxes[b].Kind != FlowBoxKind.Passing),
        ];
        var centres = LabelStack.Spread(
            [.. boxes.Select(b => layout.Boxes[b].CentreY)],
            sheet.Theme.Direct.LineHeight,
            area.Top,
            area.Bottom
        );
        var (style, quiet) = (sheet.Theme.Direct, sheet.Theme.Axis);
        var room = isLeft ? area.Left - body.Left : body.Right - area.Right;
        for (var i = 0; i < boxes.Length; i++)
        {
            var box = chart.Boxes[boxes[i]];
            var place = layout.Boxes[boxes[i]];
            var baseline = centres[i] + (0.36 * style.Size);
            var amount = Wording.Width(box.AmountText, quiet);
            var name = Wording.Shorten(box.Label, style, room - (2 * Pad) - amount);
            var edge = isLeft ? area.Left - Pad : area.Right + Pad;
            var far = isLeft ? edge - amount - Pad : edge + Wording.Width(name, style) + Pad;
            var (side, other) = isLeft ? (Anchor.End, Anchor.End) : (Anchor.Start, Anchor.Start);
            var texts = (Label[])
                [
                    Sheet.Measure(Role.Direct, name, style, side, isLeft ? far : edge, baseline),
                    Sheet.Measure(Role.Direct, box.AmountText, quiet, other, isLeft ? edge : far, baseline),
                ];
            if (Array.TrueForAll(texts, t => IsClear(sheet, t)))
            {
                Array.ForEach(texts, sheet.Add);
                if (Math.Abs(centres[i] - place.CentreY) > NoLeader)
                {
                    var (near, box1) = isLeft ? (edge + 1, place.Left) : (edge - 1, place.Right);
                    sheet.Line(near, centres[i], box1, place.CentreY, sheet.Theme.Leader, 1);
                }
            }
        }
    }

    // Largest first; each where it hides least of the bands: over its box, or from there to the right or left.
    private static void DrawInner(Sheet sheet, FlowChart chart, FlowLayout layout, Box area)
    {
        var last = chart.Headings.Length - 1;
        var inner = Enumerable
            .Range(0, chart.Boxes.Length)
            .Where(b =>
                chart.Boxes[b].Layer > 0 && chart.Boxes[b].Layer < last && chart.Boxes[b].Kind != FlowBoxKind.Passing
            );
        var step = (area.Width - BoxWidth) / last;
        foreach (var b in inner.OrderByDescending(b => chart.Boxes[b].Amount))
        {
            var (box, place) = (chart.Boxes[b], layout.Boxes[b]);
            var shorter = box with { Label = Wording.Shorten(box.Label, sheet.Theme.Direct, step - Pad) };
            var above = place.Top - LabelGap;
            var found = (IEnumerable<List<Label>>[])
                [
                    Places(sheet, box, place, above, withAmount: true),
                    Places(sheet, box, place, above, withAmount: false),
                    Inside(sheet, box, place),
                    Places(sheet, shorter, place, above, withAmount: false),
                ];
            found
                .Select(labels =>
                    labels
                        .Where(l => l[0].Box.Left >= area.Left && l[^1].Box.Right <= area.Right)
                        .Where(l => l[^1].Box.Right - l[0].Box.Left <= 2 * step)
                        .Where(l => l.TrueForAll(one => IsClear(sheet, one)))
                        .MinBy(l => Hidden(chart, layout, l))
                )
                .FirstOrDefault(labels => labels is not null)
                ?.ForEach(label => AddOverBands(sheet, label));
        }
    }

    // On a ground of paper: a rim alone leaves dark letters on a dark band.
    private static void AddOverBands(Sheet sheet, Label label)
    {
        sheet.Add(
            new RectMark(label.Box.Grow(GroundPad), new Fill(sheet.Theme.Paper.WithAlpha(Ground), HasRim: false))
        );
        sheet.Add(label);
    }

    // Where columns stand close: on the box's own bands, one line below the other.
    private static IEnumerable<List<Label>> Inside(Sheet sheet, FlowBox box, Box place)
    {
        var line = sheet.Theme.Direct.LineHeight;
        for (
            var baseline = place.Top + line;
            baseline < place.Bottom - 3 && baseline < place.Top + (4 * line);
            baseline += line
        )
        {
            yield return Places(sheet, box, place, baseline, withAmount: false).First();
        }
    }

    private static IEnumerable<List<Label>> Places(
        Sheet sheet,
        FlowBox box,
        Box place,
        double baseline,
        bool withAmount
    )
    {
        var (style, quiet) = (sheet.Theme.Direct, sheet.Theme.Axis);
        var nameWidth = Wording.Width(Wording.Clean(box.Label, style.Face), style);
        var width = nameWidth + (withAmount ? Pad + Wording.Width(box.AmountText, quiet) : 0);
        foreach (var left in (double[])[place.CentreX - (width / 2), place.Left, place.Right - width])
        {
            var name = Sheet.Measure(Role.Direct, box.Label, style, Anchor.Start, left, baseline, hasHalo: true);
            var far = left + nameWidth + Pad;
            yield return withAmount
                ? [name, Sheet.Measure(Role.Direct, box.AmountText, quiet, Anchor.Start, far, baseline, hasHalo: true)]
                : [name];
        }
    }

    /// <summary>What labels hide of the bands, in pixels of their height at some places.</summary>
    private static double Hidden(FlowChart chart, FlowLayout layout, List<Label> labels)
    {
        const int places = 8;
        var (box, hidden) = (labels[0].Box with { Right = labels[^1].Box.Right }, 0.0);
        for (var i = 0; i <= places; i++)
        {
            var x = box.Left + (box.Width * i / places);
            for (var l = 0; l < chart.Links.Length; l++)
            {
                if (x > layout.Boxes[chart.Links[l].From].Right && x < layout.Boxes[chart.Links[l].To].Left)
                {
                    var (top, bottom) = layout.At(l, x);
                    hidden += Math.Max(0, Math.Min(bottom, box.Bottom) - Math.Max(top, box.Top));
                }
            }
        }

        return hidden;
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
