using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Reporting.Axes;
using OilRevenueSim.Reporting.Layout;
using OilRevenueSim.Reporting.Revenue;

namespace OilRevenueSim.Reporting.Production;

/// <summary>Mean output stacked under the capacity of the first day: what is shut in hatched, what is lost pale, capacity a line.</summary>
internal static class ProductionFigure
{
    private const double LineGap = 7;

    public static void Compose(ProductionChart chart, Sheet sheet)
    {
        var months = chart.Months.Length;
        var bands = Bands(chart, sheet);
        var high = new[] { chart.Capacity, StackParts.Range(bands, months).High }.Concat(chart.High).Max();
        var isNothing = !(high > 0);
        var given = chart.Unit;
        var unit = isNothing ? given : given.For(high);
        var scale = given.Factor / unit.Factor;
        var body = SheetFrame.Draw(sheet, UnitLine.Restate(chart.Text, chart.Unit, unit));

        var top = UnitLine.Draw(sheet, body, sheet.Words.Unit(unit));
        var plotHeight = body.Bottom - top - MonthAxis.Height(sheet.Theme.Tick);
        // Room above the line for its name.
        var room = 1 + (sheet.Theme.Direct.LineHeight / Math.Max(plotHeight, 1));
        var end = isNothing ? 1 : high * room;
        var ticks = Ticks.Within(end, ZeroAxis.Most(plotHeight));
        var numbers = isNothing
            ? ["0"]
            : Enumerable.Range(0, ticks.Count + 1).Select(i => ticks.Text(i, sheet.Words, scale)).ToArray();
        var keys = isNothing ? [] : StackParts.Keys(sheet, bands, body.Width * 0.32, body.Height * 0.8);
        var data = new Box(
            body.Left + ZeroAxis.Width(numbers, sheet.Theme.Tick),
            top,
            body.Right - StackParts.Width(keys),
            body.Bottom - MonthAxis.Height(sheet.Theme.Tick)
        );
        var axis = new MonthAxis(chart.Months);
        var panel = sheet.Add(new Panel(data, MonthAxis.Min, axis.Max, 0, Ticks.End(end, ticks.Step)));
        if (!isNothing)
        {
            ZeroAxis.Draw(sheet, panel, ticks, i => numbers[i], sheet.Theme.Tick);
            StackParts.Draw(sheet, panel, bands, months, axis);
            DrawRange(sheet, panel, chart, axis);
            DrawCapacity(sheet, panel, chart);
            StackParts.DrawKeys(sheet, panel, keys);
        }
        else
        {
            Message.Draw(
                sheet,
                data,
                sheet.Words.Word("No field has any capacity."),
                sheet.Words.Word("Nothing could be produced, so nothing is lost.")
            );
        }

        axis.Draw(sheet, panel, sheet.Theme.Tick);
    }

    // What is missing everywhere needs no name.
    private static List<StackBand> Bands(ProductionChart chart, Sheet sheet)
    {
        var theme = sheet.Theme;
        var rest = new[]
        {
            Band(chart.ShutIn, new Fill(Theme.Mix(theme.Paper, theme.Second, 0.55), 45)),
            Band(chart.Lost, new Fill(Theme.Mix(theme.Paper, theme.Nothing, 0.55))),
        };
        return
        [
            .. chart.Output.Select((b, i) => Band(b, b.IsOther ? new Fill(theme.Quiet) : theme.Category(i))),
            .. rest.Where(b => b.Mean.Max() > 1e-3 * chart.Capacity),
        ];
    }

    private static StackBand Band(SourceBand band, Fill fill) => new(band.Label, band.Note, band.Mean, fill);

    private static void DrawRange(Sheet sheet, Panel panel, ProductionChart chart, MonthAxis axis)
    {
        if (chart.Low.IsEmpty || chart.IsAllZero)
        {
            return;
        }

        var xs = axis.Positions();
        foreach (var end in new[] { chart.Low, chart.High })
        {
            // A pale rim keeps the dashes apart from the ground that they cross.
            panel.Line(xs, MonthAxis.Values(end), sheet.Theme.Paper, 3.2);
            panel.Line(xs, MonthAxis.Values(end), sheet.Theme.Ink, 1.6, isDashed: true);
        }
    }

    private static void DrawCapacity(Sheet sheet, Panel panel, ProductionChart chart)
    {
        panel.Line([panel.XMin, panel.XMax], [chart.Capacity, chart.Capacity], sheet.Theme.Ink, 1.6);
        var data = panel.Data;
        var text = sheet.Words.Word("Capacity of the first day");
        var y = panel.Y(chart.Capacity) - LineGap;
        sheet.Text(Role.Direct, text, sheet.Theme.Direct, Anchor.Start, data.Left + LineGap, y, hasHalo: true);
    }
}
