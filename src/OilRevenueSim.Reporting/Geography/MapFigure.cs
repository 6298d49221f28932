using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Reporting.Layout;

namespace OilRevenueSim.Reporting.Geography;

/// <summary>Who most likely holds what, on a map; several periods and regions as small maps side by side.</summary>
internal static class MapFigure
{
    private const double Gap = 16;

    private const double ColumnWidth = 190;

    // Of the height, what the key above may take.
    private const double MostKey = 0.3;

    // Cost of a place without a map.
    private const double Empty = 0.5;

    // One map as wide as this many times its height reads best.
    private const double BestAspect = 1.4;

    public static void Compose(MapChart chart, Sheet sheet)
    {
        var body = SheetFrame.Draw(sheet, chart.Text);
        var grid = DrawKey(chart, sheet, body);
        foreach (var (period, region, frame) in Panels(chart, sheet.Theme, grid))
        {
            if (frame.Top > grid.Top)
            {
                var style = sheet.Theme.PanelTitle;
                var baseline = frame.Top - TitleHeight(sheet.Theme) + (Face.Ascent * style.Size);
                var name = Wording.Shorten(Name(chart, period, region), style, frame.Width);
                sheet.Text(Role.PanelTitle, name, style, Anchor.Start, frame.Left, baseline);
            }

            new OneMap(chart, period, region.Extent, sheet, frame).Draw();
        }
    }

    // Each under its name where there are several.
    private static IEnumerable<(MapPeriod Period, MapRegion Region, Box Frame)> Panels(
        MapChart chart,
        Theme theme,
        Box grid
    )
    {
        var panels = chart.Periods.SelectMany(p => chart.Regions.Select(r => (Period: p, Region: r))).ToList();
        var count = panels.Count;
        var columns = Enumerable
            .Range(1, count)
            .MinBy(c => Misfit(grid, c, (count + c - 1) / c) + (Empty * ((c - (count % c)) % c)));
        var rows = (count + columns - 1) / columns;
        var (width, height) = (
            (grid.Width - (Gap * (columns - 1))) / columns,
            (grid.Height - (Gap * (rows - 1))) / rows
        );
        var title = count == 1 ? 0 : TitleHeight(theme);
        return panels.Select(
            (panel, i) =>
            {
                var (x, y) = (grid.Left + (i % columns * (width + Gap)), grid.Top + (i / columns * (height + Gap)));
                return (panel.Period, panel.Region, new Box(x, y + title, x + width, y + height));
            }
        );
    }

    private static double TitleHeight(Theme theme) => theme.PanelTitle.LineHeight + 3;

    private static double Scale(MapChart chart, Theme theme, Box grid) =>
        Panels(chart, theme, grid).Sum(p => new MapView(p.Region.Extent, p.Frame).PixelsPerDegree);

    private static string Name(MapChart chart, MapPeriod period, MapRegion region) =>
        chart.Regions.Length == 1 ? period.Label
        : chart.Periods.Length == 1 ? region.Label
        : $"{region.Label}, {period.Label}";

    // Above the maps, or beside those that are drawn larger so.
    private static Box DrawKey(MapChart chart, Sheet sheet, Box body)
    {
        var lowest = body.Top + (MostKey * body.Height);
        var above = new Sheet(sheet.Canvas.Width, sheet.Canvas.Height, sheet.Theme, sheet.Words);
        var under = body with { Top = MapKey.Draw(above, body, chart, lowest) + 8 };
        var column = body with { Left = body.Right - ColumnWidth };
        var beside = body with { Right = column.Left - Gap };
        var fits =
            MapKey.Draw(new Sheet(0, 0, sheet.Theme, sheet.Words), column, chart, body.Bottom, isColumn: true)
            <= body.Bottom;
        var isBeside = fits && Scale(chart, sheet.Theme, beside) > Scale(chart, sheet.Theme, under);
        var (place, end) = isBeside ? (column, body.Bottom) : (body, lowest);
        sheet.FromStart(place, () => MapKey.Draw(sheet, place, chart, end, isBeside));
        return isBeside ? beside : under;
    }

    private static double Misfit(Box grid, int columns, int rows) =>
        Math.Abs(Math.Log(grid.Width / columns / (grid.Height / rows) / BestAspect));
}
