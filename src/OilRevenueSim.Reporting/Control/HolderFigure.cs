using System.Collections.Immutable;
using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Reporting.Axes;
using OilRevenueSim.Reporting.Layout;

namespace OilRevenueSim.Reporting.Control;

/// <summary>Who holds each area, as small multiples: probabilities stacked to 100 %, named inside where they fit.</summary>
internal static class HolderFigure
{
    private const double GapX = 34;
    private const double GapY = 14;
    private const double Swatch = 10;
    private const double LetterSwatch = 14;

    // Beside the last panel the years of the panel above may stand.
    private const double YearGap = 24;

    // Of the figure's height; longer keys have shorter names.
    private const double MostKey = 0.3;
    private static readonly double[] NameShares = [0.5, 0.33, 0.24, 0.18, 0.13];

    public static void Compose(HolderChart chart, Sheet sheet)
    {
        var body = SheetFrame.Draw(sheet, chart.Text);
        var top = DrawKey(sheet, body, chart.Actors, hasLetters: true) + 12;
        var tick = sheet.Theme.Tick with { Size = 10.5 };
        var left = ZeroAxis.Width([Percent.Text(1, sheet.Words)], tick);
        var months = MonthAxis.Height(tick);
        var grid = new Box(body.Left + left, top, body.Right, body.Bottom - months);
        var columns = PanelGrid.Columns(sheet, chart.Areas.Length, grid, GapX, GapY);
        var rows = (chart.Areas.Length + columns - 1) / columns;
        var isTight = rows > 1 && chart.Areas.Length % columns != 0;
        var cellWidth = (grid.Width - ((columns - 1) * GapX)) / columns;
        var cellHeight = (grid.Height - ((rows - 1) * GapY)) / rows;
        var title = sheet.Theme.PanelTitle.LineHeight + 3;
        var axis = new MonthAxis(chart.Months);
        for (var i = 0; i < chart.Areas.Length; i++)
        {
            var (row, column) = (i / columns, i % columns);
            var x = grid.Left + (column * (cellWidth + GapX));
            var y = grid.Top + (row * (cellHeight + GapY));
            var (name, style) = Wording.Fitted(
                chart.Areas[i].Area,
                sheet.Theme.PanelTitle,
                cellWidth + (column == columns - 1 ? 0 : GapX - (i == chart.Areas.Length - 1 ? YearGap : 8))
            );
            var baseline = y + (Face.Ascent * sheet.Theme.PanelTitle.Size);
            sheet.TextWithin(Role.PanelTitle, name, style, x, x + cellWidth, baseline);
            var data = new Box(x, y + title, x + cellWidth, y + cellHeight);
            var panel = sheet.Add(new Panel(data, MonthAxis.Min, axis.Max, 0, 1));
            DrawPanel(sheet, panel, chart.Areas[i], chart.Actors, axis);
            if (column == 0)
            {
                DrawShares(sheet, panel, tick);
            }

            if (row == rows - 1 || (isTight && i + columns >= chart.Areas.Length))
            {
                axis.Draw(sheet, panel, tick);
            }
        }
    }

    // The whole name, or what stands before its first comma, without brackets, where no other actor begins with the same two
    // words: "Islamic State in Syria" beside "Islamic State in Libya" would be a third name. Nor is one of two that are
    // joined by "and" a name of both.
    internal static string[] Names(ImmutableArray<ChartActor> actors, int actor)
    {
        var name = actors[actor].Label;
        var open = name.IndexOf(" (", StringComparison.Ordinal);
        var close = open < 0 ? -1 : name.IndexOf(')', open);
        var bare = close < 0 ? name : name.Remove(open, close + 1 - open);
        if (bare.Contains(" and ", StringComparison.Ordinal))
        {
            return [name];
        }

        var brief = bare.Split(',')[0];
        var beginning = string.Join(' ', brief.Split(' ').Take(2));
        return actors.Count(a => a.Label.StartsWith(beginning, StringComparison.Ordinal)) == 1 ? [name, brief] : [name];
    }

    /// <summary>The names of actors behind their colours; with letters where bands without a name have one.</summary>
    internal static double DrawKey(Sheet sheet, Box body, ImmutableArray<ChartActor> actors, bool hasLetters = false)
    {
        if (actors.IsEmpty)
        {
            return body.Top;
        }

        var bottom = body.Top;
        sheet.FromStart(body, () => bottom = DrawKeyFromLeft(sheet, body, actors, hasLetters));
        return bottom;
    }

    private static double DrawKeyFromLeft(Sheet sheet, Box body, ImmutableArray<ChartActor> actors, bool hasLetters)
    {
        var swatch = hasLetters ? LetterSwatch : Swatch;
        var style = sheet.Theme.Key;
        var tries = NameShares.Select(share => KeyPlaces(sheet, body, actors, swatch, body.Width * share)).ToList();
        var lowest = body.Top + (body.Height * MostKey) - style.LineHeight;
        var places = tries.Find(p => p[^1].Y <= lowest) ?? tries[^1];
        foreach (var (i, (name, x, y)) in places.Index())
        {
            var baseline = y + (Face.Ascent * style.Size);
            var middle = baseline - (Face.CapHeight * style.Size / 2);
            var box = new Box(x, middle - (swatch / 2), x + swatch, middle + (swatch / 2));
            var fill = sheet.Theme.Of(actors[i]);
            sheet.Add(new RectMark(box, fill));
            // A hatching tells itself apart.
            if (hasLetters && fill.HatchDegrees is null)
            {
                sheet.Add(HolderLetter.On(sheet, actors[i], box.CentreX, middle, fill));
            }

            sheet.Text(Role.Key, name, style, Anchor.Start, x + swatch + 5, baseline);
        }

        return places[^1].Y + style.LineHeight;
    }

    private static List<(string Name, double X, double Y)> KeyPlaces(
        Sheet sheet,
        Box body,
        ImmutableArray<ChartActor> actors,
        double swatch,
        double widest
    )
    {
        var style = sheet.Theme.Key;
        var places = new List<(string Name, double X, double Y)>();
        var (x, y) = (body.Left, body.Top);
        foreach (var actor in actors)
        {
            var name = Wording.Shorten(actor.Label, style, widest);
            var entry = swatch + 5 + Wording.Width(name, style);
            if (x + entry > body.Right && x > body.Left)
            {
                (x, y) = (body.Left, y + style.LineHeight + 2);
            }

            places.Add((name, x, y));
            x += entry + 18;
        }

        return places;
    }

    private static void DrawShares(Sheet sheet, Panel panel, Style style)
    {
        foreach (var share in (ReadOnlySpan<double>)[0, 0.5, 1])
        {
            var baseline = panel.Y(share) + (Face.CapHeight * style.Size / 2);
            sheet.Text(Role.Tick, Percent.Text(share, sheet.Words), style, Anchor.End, panel.Data.Left - 8, baseline);
        }
    }

    private static void DrawPanel(
        Sheet sheet,
        Panel panel,
        HolderPanel area,
        ImmutableArray<ChartActor> actors,
        MonthAxis axis
    )
    {
        var months = area.Probability.IsDefaultOrEmpty ? 0 : area.Probability[0].Length;
        if (months == 0)
        {
            return;
        }

        var xs = axis.Positions();
        var floor = new double[months];
        for (var a = 0; a < actors.Length; a++)
        {
            var ceiling = new double[months];
            for (var m = 0; m < months; m++)
            {
                ceiling[m] = floor[m] + area.Probability[a][m];
            }

            var fill = sheet.Theme.Of(actors[a]);
            var (lows, highs) = (MonthAxis.Values(floor), MonthAxis.Values(ceiling));
            if (area.Probability[a].Any(p => p > 0))
            {
                panel.Area(xs, lows, highs, fill);
                string[] names = [.. Names(actors, a), HolderLetter.Of(actors[a])];
                BandLabel.Draw(sheet, panel, xs, lows, highs, names, fill);
            }

            if (a > 0 && floor.Any(f => f is > 0 and < 1))
            {
                panel.Line(xs, lows, sheet.Theme.Paper, 1);
            }

            floor = ceiling;
        }

        sheet.Line(panel.Data.Left, panel.Data.Bottom, panel.Data.Right, panel.Data.Bottom, sheet.Theme.Baseline, 1);
    }
}
