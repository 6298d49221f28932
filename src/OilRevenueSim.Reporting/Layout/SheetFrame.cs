using OilRevenueSim.Analysis.Charts;

namespace OilRevenueSim.Reporting.Layout;

/// <summary>What all figures share: title and subtitle above, foot below, white space around.</summary>
internal static class SheetFrame
{
    private const int TitleLines = 2;
    private const int SubtitleLines = 3;
    private const int FootLineLines = 2;
    private const int FootLines = 6;

    /// <summary>Draws the frame; returns the room left for the figure.</summary>
    public static Box Draw(Sheet sheet, ChartText text)
    {
        var canvas = sheet.Canvas;
        var width = canvas.Width - (2 * Theme.MarginX);
        var y = sheet.Paragraph(
            Role.Title,
            text.Title,
            sheet.Theme.Title,
            Theme.MarginX,
            Theme.MarginTop,
            width,
            TitleLines
        );
        y = sheet.Paragraph(
            Role.Subtitle,
            text.Subtitle,
            sheet.Theme.Subtitle,
            Theme.MarginX,
            y + 2,
            width,
            SubtitleLines
        );
        return new Box(Theme.MarginX, y + 14, canvas.Right - Theme.MarginX, DrawFoot(sheet, text, width) - 12);
    }

    private static double DrawFoot(Sheet sheet, ChartText text, double width)
    {
        var lines = text
            .Foot.SelectMany(line => Wording.Wrap(line, sheet.Theme.Foot, width, FootLineLines))
            .Take(FootLines)
            .ToList();
        var top = sheet.Canvas.Bottom - Theme.MarginBottom - (lines.Count * sheet.Theme.Foot.LineHeight);
        var y = top;
        foreach (var line in lines)
        {
            sheet.TextWithin(
                Role.Foot,
                line,
                sheet.Theme.Foot,
                Theme.MarginX,
                Theme.MarginX + width,
                y + (Face.Ascent * sheet.Theme.Foot.Size)
            );
            y += sheet.Theme.Foot.LineHeight;
        }

        if (lines.Count > 0)
        {
            top -= 8;
            sheet.Line(Theme.MarginX, top, sheet.Canvas.Right - Theme.MarginX, top, sheet.Theme.Grid, 1);
        }

        return top;
    }
}
