using System.Collections.Immutable;
using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Reporting.Axes;
using OilRevenueSim.Reporting.Layout;

namespace OilRevenueSim.Reporting.Revenue;

/// <summary>A band of a stack and how it is filled.</summary>
internal sealed record StackBand(string Label, string Note, ImmutableArray<double> Mean, Fill Fill);

/// <summary>What all stacks are made of: bars while they are wide enough, areas beyond; names at the right.</summary>
internal static class StackParts
{
    private const int MostBars = 24;
    private const double RowHeight = 19;
    private const int MostLines = 3;
    private const double Swatch = 10;
    private const double Gap = 18;
    private const double NoteGap = 7;

    /// <summary>True where months are few enough for bars.</summary>
    public static bool AreBars(int months) => months <= MostBars;

    /// <summary>Highest and lowest stack: parts above zero are stacked up, parts below it down.</summary>
    public static (double Low, double High) Range(IReadOnlyCollection<StackBand> bands, int months)
    {
        var each = Enumerable.Range(0, months).ToList();
        return (
            each.Select(m => bands.Sum(b => Math.Min(b.Mean[m], 0))).DefaultIfEmpty(0).Min(),
            each.Select(m => bands.Sum(b => Math.Max(b.Mean[m], 0))).DefaultIfEmpty(0).Max()
        );
    }

    public static void Draw(Sheet sheet, Panel panel, IReadOnlyList<StackBand> bands, int months, MonthAxis axis)
    {
        var (up, down) = (new double[months], new double[months]);
        foreach (var band in bands)
        {
            DrawBand(sheet, panel, band, band.Mean.Select(v => Math.Max(v, 0)).ToArray(), up, axis);
            DrawBand(sheet, panel, band, band.Mean.Select(v => Math.Min(v, 0)).ToArray(), down, axis);
        }
    }

    /// <summary>
    /// Names of bands, in up to three lines where they are long and there is height for it, else shortened; notes behind their last lines.
    /// </summary>
    /// <param name="sheet">Sheet that they stand on.</param>
    /// <param name="bands">Bands.</param>
    /// <param name="maxWidth">Width for the longest name and its note.</param>
    /// <param name="height">Height for all names.</param>
    public static List<StackKey> Keys(Sheet sheet, IReadOnlyList<StackBand> bands, double maxWidth, double height)
    {
        var mostLines = Math.Clamp((int)((height + RowHeight) / (bands.Count * RowHeight)), 1, MostLines);
        var keys = new List<StackKey>();
        foreach (var band in bands)
        {
            var style = sheet.Theme.Direct;
            var noteWidth = Wording.Width(band.Note, sheet.Theme.Axis);
            var names = Wording.Wrap(band.Label, style, maxWidth, mostLines);
            if (names.Count > 0 && Wording.Width(names[^1], style) + NoteGap + noteWidth > maxWidth)
            {
                names =
                    names.Count < mostLines
                        ? [.. names, ""]
                        : Wording.Wrap(band.Label, style, maxWidth - NoteGap - noteWidth, mostLines);
            }

            var widths = names.ConvertAll(name => Wording.Width(name, style));
            var offset = names.Count > 0 && names[^1].Length > 0 ? widths[^1] + NoteGap : 0;
            keys.Add(new StackKey([.. names], band, offset, widths.Append(offset + noteWidth).Max()));
        }

        return keys;
    }

    /// <summary>Width that the keys take right of the data.</summary>
    public static double Width(List<StackKey> keys) => keys.Count == 0 ? 0 : Gap + Swatch + 7 + keys.Max(k => k.Width);

    /// <summary>From top to bottom in the order of the stack, each as near as may be to the middle of its band in the last month.</summary>
    public static void DrawKeys(Sheet sheet, Panel panel, List<StackKey> keys)
    {
        var (up, down) = (0.0, 0.0);
        var wished = new List<(StackKey Key, double Centre)>();
        foreach (var key in keys)
        {
            var mean = key.Band.Mean[^1];
            // Nothing in the last month: beside the side of zero that the band is on before.
            var isBelow = mean < 0 || (mean == 0 && key.Band.Mean.Sum() < 0);
            wished.Add((key, panel.Y((isBelow ? down : up) + (mean / 2))));
            (up, down) = isBelow ? (up, down + mean) : (up + mean, down);
        }

        var rows = wished
            .Select((w, i) => (w.Key, w.Centre, Index: i))
            .OrderBy(w => w.Centre)
            .ThenByDescending(w => w.Index)
            .ToList();
        var line = sheet.Theme.Direct.LineHeight;
        var height = RowHeight + (line * (keys.Select(k => k.Names.Length).DefaultIfEmpty(1).Max() - 1));
        var centres = LabelStack.Spread(
            [.. rows.Select(r => r.Centre)],
            height,
            panel.Data.Top - (RowHeight / 2),
            panel.Data.Bottom + (RowHeight / 2)
        );
        var x = panel.Data.Right + Gap;
        for (var i = 0; i < rows.Count; i++)
        {
            var (key, y) = (rows[i].Key, centres[i]);
            sheet.Add(new RectMark(new Box(x, y - (Swatch / 2), x + Swatch, y + (Swatch / 2)), key.Band.Fill));
            var baseline = y + (0.36 * sheet.Theme.Direct.Size) - (line * (key.Names.Length - 1) / 2);
            foreach (var (n, name) in key.Names.Index())
            {
                if (name.Length > 0)
                {
                    sheet.Text(Role.Key, name, sheet.Theme.Direct, Anchor.Start, x + Swatch + 7, baseline + (n * line));
                }
            }

            if (key.Band.Note.Length > 0)
            {
                var at = x + Swatch + 7 + key.NoteOffset;
                var last = baseline + (line * (key.Names.Length - 1));
                sheet.Text(Role.Key, key.Band.Note, sheet.Theme.Axis, Anchor.Start, at, last);
            }
        }
    }

    // Adds the band to the stack: what it stands on becomes what the next one stands on.
    private static void DrawBand(
        Sheet sheet,
        Panel panel,
        StackBand band,
        double[] values,
        double[] stack,
        MonthAxis axis
    )
    {
        if (Array.TrueForAll(values, v => v == 0))
        {
            return;
        }

        double[] before = [.. stack];
        for (var m = 0; m < values.Length; m++)
        {
            stack[m] += values[m];
        }

        // White seams of one pixel part neighbours, so that the stack reads without colour.
        var seam = (panel.YMax - panel.YMin) / panel.Data.Height;
        if (!AreBars(values.Length))
        {
            var xs = axis.Positions();
            panel.Area(xs, MonthAxis.Values(before), MonthAxis.Values(stack), band.Fill);
            if (Array.Exists(before, v => v != 0))
            {
                panel.Line(xs, MonthAxis.Values(before), sheet.Theme.Paper, 1);
            }

            return;
        }

        var barWidth = Math.Min(0.74, 90 / (panel.Data.Width / values.Length));
        for (var m = 0; m < values.Length; m++)
        {
            if (values[m] != 0)
            {
                var gap = before[m] == 0 ? 0 : Math.Min(seam, Math.Abs(values[m])) * Math.Sign(values[m]);
                var (low, high) = (Math.Min(before[m] + gap, stack[m]), Math.Max(before[m] + gap, stack[m]));
                panel.Bar(m + 0.5, barWidth, low, high, band.Fill);
            }
        }
    }
}

/// <summary>A name beside a stack.</summary>
internal sealed record StackKey(ImmutableArray<string> Names, StackBand Band, double NoteOffset, double Width);
