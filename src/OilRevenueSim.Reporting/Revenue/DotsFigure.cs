using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Analysis.Words;
using OilRevenueSim.Reporting.Axes;
using OilRevenueSim.Reporting.Layout;

namespace OilRevenueSim.Reporting.Revenue;

/// <summary>A total as dots to count: those at zero in a block apart, those above the threshold filled, the others hollow.</summary>
internal static class DotsFigure
{
    // Of the height where that is more: dots of one size leave a tall picture empty.
    private const double Largest = 30;
    private const double MostOfHeight = 1.0 / 7;
    private const double Smallest = 2;
    private const double Apart = 26;

    public static void Compose(DotsChart chart, Sheet sheet)
    {
        var body = SheetFrame.Draw(sheet, chart.Text);
        var style = sheet.Theme.Tick;
        var name = sheet.Theme.Direct;
        var floor = body.Bottom - (chart.IsLogarithmic ? LogAxis.Height(style) : NumberAxis.Height(style));
        // The line above the dots says what lies beyond the threshold.
        var room = body with
        {
            Top = body.Top + name.LineHeight + 10,
            Bottom = floor,
        };
        var plan = Fit(sheet, chart, room);
        DrawZeros(sheet, chart, room, plan);
        if (plan.Panel is not { } panel)
        {
            return;
        }

        sheet.Add(panel);
        foreach (var (centre, count) in plan.Stacks)
        {
            var isAbove = centre > plan.Split;
            for (var i = 0; i < count; i++)
            {
                var y = panel.Data.Bottom - ((i + 0.5) * plan.Size);
                sheet.Add(Dot(sheet, panel.X(centre), y, plan.Size, isAbove));
            }
        }

        if (chart.IsLogarithmic)
        {
            var unit = new ChartUnit(1, chart.Unit);
            LogAxis.Draw(sheet, panel, unit, style);
            LogAxis.DrawNote(sheet, panel, sheet.Words.Say($"{chart.Unit}, logarithmic scale"), sheet.Theme.Axis);
        }
        else
        {
            NumberAxis.Draw(sheet, panel, 1, chart.Unit, style);
        }

        DrawThreshold(sheet, chart, panel, plan, body.Top);
    }

    private static double At(DotsChart chart, double amount) =>
        !chart.IsLogarithmic ? amount
        : amount > 0 ? Math.Log10(amount)
        : double.NegativeInfinity;

    // The largest dots whose stacks fit under the top.
    private static DotPlan Fit(Sheet sheet, DotsChart chart, Box room)
    {
        double[] places = [.. chart.Dots.Select(d => At(chart, d))];
        var split = At(chart, chart.Threshold);
        var none = Wording.Width(ZeroCount(sheet, chart), sheet.Theme.Tick);
        var largest = Math.Max(Largest, Math.Floor(room.Height * MostOfHeight));
        for (var size = largest; ; size -= 0.5)
        {
            var rows = Math.Max(1, (int)(room.Height / size));
            var columns = (chart.Zeros + rows - 1) / rows;
            var block = columns == 0 ? 0 : Math.Max(columns * size, none);
            if (places.Length == 0)
            {
                if (block <= room.Width || size <= Smallest)
                {
                    return new DotPlan(null, [], size, columns, block, split);
                }

                continue;
            }

            var data = room with { Left = room.Left + (block > 0 ? block + Apart : 0) };
            var panel = Limits(chart, data, places, split, largest);
            var stacks = DotStacks.Of(places, size * (panel.XMax - panel.XMin) / data.Width, split);
            if (stacks.Max(s => s.Count) * size <= room.Height || size <= Smallest)
            {
                return new DotPlan(panel, stacks, size, columns, block, split);
            }
        }
    }

    // From zero where that costs less than half of the axis; room for a dot at both ends; the threshold within where it is near.
    private static Panel Limits(DotsChart chart, Box data, double[] places, double split, double largest)
    {
        var (low, high) = (places[0], places[^1]);
        var isFromZero = !chart.IsLogarithmic && low >= 0 && low < 0.5 * high;
        low = isFromZero ? 0 : low;
        var span = Math.Max(high - low, chart.IsLogarithmic ? 1 : Math.Max(Math.Abs(high) * 0.4, 1e-9));
        (low, high) = (low - ((span - (high - low)) / 2), high + ((span - (high - low)) / 2));
        if (double.IsFinite(split) && split > low - span && split < high + span)
        {
            (low, high) = (Math.Min(low, split), Math.Max(high, split));
        }

        var pad = Math.Max(high - low, span) * largest / Math.Max(data.Width - (2 * largest), largest);
        return new Panel(data, isFromZero && places[0] > pad ? low : low - pad, high + pad, 0, 1);
    }

    private static string ZeroCount(Sheet sheet, DotsChart chart) =>
        sheet.Words.Say($"zero: {chart.Zeros} in {chart.Count}");

    private static void DrawZeros(Sheet sheet, DotsChart chart, Box room, DotPlan plan)
    {
        if (chart.Zeros == 0)
        {
            return;
        }

        var rows = (chart.Zeros + plan.Columns - 1) / plan.Columns;
        var left = room.Left + ((plan.Block - (plan.Columns * plan.Size)) / 2);
        for (var i = 0; i < chart.Zeros; i++)
        {
            var x = left + (((i / rows) + 0.5) * plan.Size);
            var y = room.Bottom - (((i % rows) + 0.5) * plan.Size);
            sheet.Add(Dot(sheet, x, y, plan.Size, isAbove: false));
        }

        var style = sheet.Theme.Tick;
        sheet.Line(room.Left, room.Bottom, room.Left + plan.Block, room.Bottom, sheet.Theme.Baseline, 1);
        var baseline = room.Bottom + 9 + (Face.Ascent * style.Size);
        sheet.Text(Role.Tick, ZeroCount(sheet, chart), style, Anchor.Start, room.Left, baseline);
    }

    private static DiscMark Dot(Sheet sheet, double x, double y, double size, bool isAbove) =>
        new(
            x,
            y,
            (size / 2) - 1,
            isAbove ? sheet.Theme.Second : sheet.Theme.FanTint(0, 2),
            isAbove ? sheet.Theme.Second : sheet.Theme.Accent
        );

    private static void DrawThreshold(Sheet sheet, DotsChart chart, Panel panel, DotPlan plan, double top)
    {
        var said = sheet.Words.Say($"{chart.ThresholdLabel}: {chart.Above} in {chart.Count}");
        var style = sheet.Theme.Direct with { Face = Face.Semibold };
        var baseline = top + (Face.Ascent * style.Size);
        var width = Wording.Width(said, style);
        var isInside = plan.Split > panel.XMin && plan.Split < panel.XMax;
        var x = isInside ? panel.X(plan.Split) : panel.Data.Left;
        sheet.Text(Role.Direct, said, style, Anchor.Start, Math.Min(x, panel.Data.Right - width), baseline);
        if (isInside)
        {
            sheet.Line(x, top + style.LineHeight + 1, x, panel.Data.Bottom, sheet.Theme.Second, 1.6, isDashed: true);
        }
    }

    /// <summary>Where everything stands.</summary>
    private sealed record DotPlan(
        Panel? Panel,
        List<(double Centre, int Count)> Stacks,
        double Size,
        int Columns,
        double Block,
        double Split
    );
}
