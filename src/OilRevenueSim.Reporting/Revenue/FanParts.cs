using System.Collections.Immutable;
using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Reporting.Axes;
using OilRevenueSim.Reporting.Layout;
using SkiaSharp;

namespace OilRevenueSim.Reporting.Revenue;

/// <summary>What all fans are made of: bands as tints of one blue, median solid, mean dashed, each named at the right edge.</summary>
internal static class FanParts
{
    private const double SwatchWidth = 20;
    private const double LeaderWidth = 26;
    private const double RowHeight = 18;

    // Of the sheet's width.
    private const double WidestName = 0.3;

    /// <summary>Names of the parts, from top to bottom.</summary>
    /// <param name="sheet">Sheet that they stand on.</param>
    /// <param name="bands">Bands from widest to narrowest.</param>
    /// <param name="median">Median, [month].</param>
    /// <param name="mean">Mean, [month]; empty where none is drawn.</param>
    /// <param name="flat">What a band that lies on the zero line says, e.g. <c>zero</c>.</param>
    /// <param name="meanName">Name of the mean.</param>
    public static List<FanEntry> Entries(
        Sheet sheet,
        ImmutableArray<FanBand> bands,
        ImmutableArray<double> median,
        ImmutableArray<double> mean,
        string flat,
        string meanName
    )
    {
        var entries = new List<FanEntry>();
        for (var i = 0; i < bands.Length; i++)
        {
            var band = bands[i];
            if (IsFlat(band))
            {
                // This band, all inside it and the median are one line: one name says it.
                var name = band.High.All(v => v == 0) ? sheet.Words.Say($"{band.Label}: {flat}") : band.Label;
                entries.Add(new FanEntry(name, band.High[^1], sheet.Theme.Accent, FanStroke.Solid));
                break;
            }

            // The name stands at the part of the band that is farther from the median.
            var inner = i + 1 < bands.Length ? bands[i + 1] : null;
            var (above, below) = (
                (Outer: band.High[^1], Inner: inner?.High[^1] ?? median[^1]),
                (Outer: band.Low[^1], Inner: inner?.Low[^1] ?? median[^1])
            );
            var side = above.Outer - above.Inner >= below.Inner - below.Outer ? above : below;
            var tint = sheet.Theme.FanTint(i, bands.Length);
            entries.Add(new FanEntry(band.Label, (side.Outer + side.Inner) / 2, tint, FanStroke.Band));
        }

        if (entries.Count == 0 || entries[^1].Stroke == FanStroke.Band)
        {
            entries.Add(new FanEntry(sheet.Words.Word("median"), median[^1], sheet.Theme.Accent, FanStroke.Solid));
        }

        if (!mean.IsEmpty)
        {
            entries.Add(new FanEntry(meanName, mean[^1], sheet.Theme.Second, FanStroke.Dashed));
        }

        var most = sheet.Canvas.Width * WidestName;
        entries = [.. entries.Select(e => e with { Text = Wording.Shorten(e.Text, sheet.Theme.Direct, most) })];
        return [.. entries.OrderByDescending(e => e.Value).ThenBy(e => e.Stroke)];
    }

    /// <summary>True where a band has no width in any month.</summary>
    public static bool IsFlat(FanBand band) => band.High.SequenceEqual(band.Low);

    /// <summary>Width that the names take right of the data.</summary>
    public static double Width(Sheet sheet, List<FanEntry> entries) =>
        entries.Count == 0
            ? 0
            : LeaderWidth + SwatchWidth + 6 + entries.Max(e => Wording.Width(e.Text, sheet.Theme.Direct));

    public static void DrawBands(
        Sheet sheet,
        Panel panel,
        ImmutableArray<FanBand> bands,
        ImmutableArray<double> median,
        ImmutableArray<double> mean,
        MonthAxis axis
    )
    {
        var xs = axis.Positions();
        for (var i = 0; i < bands.Length; i++)
        {
            var band = bands[i];
            var tint = sheet.Theme.FanTint(i, bands.Length);
            panel.Area(xs, MonthAxis.Values(band.Low), MonthAxis.Values(band.High), new Fill(tint));
        }

        panel.Line(xs, MonthAxis.Values(median), sheet.Theme.Accent, 2.4);
        panel.Line(xs, MonthAxis.Values(mean), sheet.Theme.Second, 2, isDashed: true);
    }

    public static void DrawNames(Sheet sheet, Panel panel, List<FanEntry> entries, double top)
    {
        var data = panel.Data;
        var centres = LabelStack.Spread(
            [.. entries.Select(e => panel.Y(e.Value))],
            RowHeight,
            top - (RowHeight / 2),
            data.Bottom + (RowHeight / 2)
        );
        for (var i = 0; i < entries.Count; i++)
        {
            var (entry, y) = (entries[i], centres[i]);
            var x = data.Right + LeaderWidth;
            sheet.Line(data.Right + 2, panel.Y(entry.Value), x - 4, y, sheet.Theme.Leader, 0.8);
            if (entry.Stroke == FanStroke.Band)
            {
                sheet.Add(new RectMark(new Box(x, y - 5, x + SwatchWidth, y + 5), new Fill(entry.Colour)));
            }
            else
            {
                var isDashed = entry.Stroke == FanStroke.Dashed;
                sheet.Line(x, y, x + SwatchWidth, y, entry.Colour, isDashed ? 2 : 2.4, isDashed);
            }

            var baseline = y + (0.26 * sheet.Theme.Direct.Size * 1.36);
            sheet.Text(Role.Direct, entry.Text, sheet.Theme.Direct, Anchor.Start, x + SwatchWidth + 6, baseline);
        }
    }
}

/// <summary>How a part of a fan is drawn; of two at one height the first stands above.</summary>
internal enum FanStroke
{
    Dashed,
    Band,
    Solid,
}

/// <summary>A named part of a fan.</summary>
internal sealed record FanEntry(string Text, double Value, SKColor Colour, FanStroke Stroke);
