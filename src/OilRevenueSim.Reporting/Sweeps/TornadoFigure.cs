using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Reporting.Axes;
using OilRevenueSim.Reporting.Layout;

namespace OilRevenueSim.Reporting.Sweeps;

/// <summary>A bar an assumption, the widest on top, its levels at its ends; the file as it stands is the line through all.</summary>
internal static class TornadoFigure
{
    private const double LeastRow = 27;
    private const double MostRow = 60;
    private const double MostLabel = 0.4;
    private const double MostLevel = 0.24;
    private const double LeastPanel = 0.12;
    private const double Gap = 8;
    private const double Cap = 4;

    public static void Compose(TornadoChart chart, Sheet sheet)
    {
        var body = SheetFrame.Draw(sheet, chart.Text);
        var name = sheet.Theme.Direct;
        var top = body.Top + name.LineHeight + 6;
        var bottom = body.Bottom - NumberAxis.Height(sheet.Theme.Tick);
        var wrapped = chart.Bars.Select(b => Wording.Wrap(b.Label, name, body.Width * MostLabel, 2)).ToList();
        // Names of two lines need higher rows, and so there are fewer.
        var least = Math.Max(LeastRow, (wrapped.Max(l => l.Count) * name.LineHeight) + 2);
        var fitting = Math.Max(1, (int)((bottom - top) / least));
        var bars = chart.Bars.Take(fitting).ToList();
        var rest = Rest(sheet, chart, fitting);
        var row = Math.Min(MostRow, (bottom - top) / bars.Count);
        var labels = wrapped.Take(bars.Count).ToList();
        var left = labels.Max(l => l.Max(t => Wording.Width(t, name))) + (2 * Gap);
        string Level(TornadoEnd end) => Wording.Shorten(end.Level, sheet.Theme.Tick, body.Width * MostLevel);
        double Room(TornadoEnd end) => Wording.Width(Level(end), sheet.Theme.Tick) + Gap;
        var (from, to) = Span(chart, bars, body.Left + left, body.Right, Room);
        var data = new Box(from, top, to, Math.Min(bottom, top + (row * bars.Count)));
        var panel = sheet.Add(Limits(chart, bars, data));
        for (var i = 0; i < bars.Count; i++)
        {
            var y = data.Top + ((i + 0.5) * row);
            DrawLabel(sheet, labels[i], body.Left, y);
            DrawBar(sheet, panel, bars[i], y, Math.Min(row * 0.56, 20));
            DrawEnd(sheet, panel, Level(bars[i].Low), bars[i], y, isLow: true);
            DrawEnd(sheet, panel, Level(bars[i].High), bars[i], y, isLow: false);
        }

        var x = panel.X(chart.Base);
        sheet.Line(x, data.Top - 4, x, data.Bottom, sheet.Theme.Ink, 1.4);
        DrawBase(sheet, chart, x, body);
        var note = Wording.Shorten(chart.Unit + rest, sheet.Theme.Tick, body.Right - data.Left);
        NumberAxis.Draw(sheet, panel, 1, note, sheet.Theme.Tick);
    }

    private static string Rest(Sheet sheet, TornadoChart chart, int fitting)
    {
        var more = chart.Bars.Length - fitting;
        var moved = more > 0 ? sheet.Words.Word("; ") + sheet.Words.Say($"{more} more with less effect") : "";
        return chart.Failed.IsEmpty
            ? moved
            : moved
                + sheet.Words.Word("; ")
                + sheet.Words.Say($"no number for {string.Join(sheet.Words.Word(", "), chart.Failed)}");
    }

    private static Panel Limits(TornadoChart chart, List<TornadoBar> bars, Box data)
    {
        var values = bars.SelectMany(Ends).Append(chart.Base).ToList();
        var (low, high) = (values.Min(), values.Max());
        // Nothing moves: some width all the same, so that the line stands in the middle.
        var pad = high > low ? 0.0 : Math.Max(Math.Abs(high) * 0.1, 1);
        return new Panel(data, low - pad, high + pad, 0, 1);
    }

    // The widest data area beside which every level still stands within the page: a short bar leaves its levels room inside the area.
    private static (double From, double To) Span(
        TornadoChart chart,
        List<TornadoBar> bars,
        double left,
        double right,
        Func<TornadoEnd, double> room
    )
    {
        var unit = Limits(chart, bars, new Box(0, 0, 1, 1));
        double First(double width) => Math.Max(0, bars.Max(b => room(b.Low) - (width * Ends(b).Min(unit.X))));
        double Beyond(double width) => Math.Max(width, bars.Max(b => room(b.High) + (width * Ends(b).Max(unit.X))));
        var (least, most) = ((right - left) * LeastPanel, right - left);
        for (var i = 0; i < 40; i++)
        {
            var middle = (least + most) / 2;
            (least, most) = First(middle) + Beyond(middle) <= right - left ? (middle, most) : (least, middle);
        }

        var from = left + First(least);
        return (from, from + least);
    }

    private static double[] Ends(TornadoBar bar) =>
        [bar.Low.Value, bar.Low.ErrorLow, bar.Low.ErrorHigh, bar.High.Value, bar.High.ErrorLow, bar.High.ErrorHigh];

    private static void DrawLabel(Sheet sheet, List<string> lines, double x, double y)
    {
        var style = sheet.Theme.Direct;
        var baseline = y - (lines.Count * style.LineHeight / 2) + (Face.Ascent * style.Size) + 2;
        foreach (var line in lines)
        {
            sheet.Text(Role.Direct, line, style, Anchor.Start, x, baseline);
            baseline += style.LineHeight;
        }
    }

    private static void DrawBar(Sheet sheet, Panel panel, TornadoBar bar, double y, double height)
    {
        var fill = bar.IsWithinNoise ? new Fill(sheet.Theme.Nothing, 45) : new Fill(sheet.Theme.FanTint(1, 2));
        var (left, right) = (panel.X(bar.Low.Value), panel.X(bar.High.Value));
        sheet.Add(new RectMark(new Box(left, y - (height / 2), Math.Max(right, left + 1), y + (height / 2)), fill));
        foreach (var end in (TornadoEnd[])[bar.Low, bar.High])
        {
            var (from, to) = (panel.X(end.ErrorLow), panel.X(end.ErrorHigh));
            if (to - from > 1)
            {
                sheet.Line(from, y, to, y, sheet.Theme.Ink, 1);
                sheet.Line(from, y - Cap, from, y + Cap, sheet.Theme.Ink, 1);
                sheet.Line(to, y - Cap, to, y + Cap, sheet.Theme.Ink, 1);
            }
        }
    }

    // Beyond the strokes of both ends, which may lie across each other.
    private static void DrawEnd(Sheet sheet, Panel panel, string level, TornadoBar bar, double y, bool isLow)
    {
        var ends = Ends(bar);
        var style = sheet.Theme.Tick;
        var baseline = y + (Face.CapHeight * style.Size / 2);
        var x = isLow ? panel.X(ends.Min()) - Gap + 2 : panel.X(ends.Max()) + Gap - 2;
        sheet.Text(Role.Key, level, style, isLow ? Anchor.End : Anchor.Start, x, baseline);
    }

    private static void DrawBase(Sheet sheet, TornadoChart chart, double x, Box body)
    {
        var style = sheet.Theme.Direct;
        var text = sheet.Words.Say($"the file: {chart.BaseLabel} {chart.Unit}");
        var half = Wording.Width(text, style) / 2;
        var middle = Math.Clamp(x, body.Left + half, body.Right - half);
        sheet.Text(Role.Direct, text, style, Anchor.Middle, middle, body.Top + (Face.Ascent * style.Size));
    }
}
