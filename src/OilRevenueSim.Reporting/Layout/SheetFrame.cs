using OilRevenueSim.Analysis.Charts;

namespace OilRevenueSim.Reporting.Layout;

/// <summary>What all figures share: marking, logo, title and subtitle above; foot, logo and marking below; white space around.</summary>
internal static class SheetFrame
{
    private const int TitleLines = 2;
    private const int SubtitleLines = 3;
    private const int FootLineLines = 2;
    private const string FootMark = " · ";
    private const int FootLines = 6;
    private const double LogoHeight = 36;
    private const double LogoGap = 20;

    // Of the sheet's width.
    private const double WidestLogo = 0.22;

    // Of the sheet's height; title and subtitle shrink, down to these shares of their size, where a figure would have less.
    private const double LeastBody = 0.52;
    private const double LeastType = 0.7;
    private const double LeastSubtitle = 0.85;

    /// <summary>Draws the frame; returns the room left for the figure.</summary>
    public static Box Draw(Sheet sheet, ChartText text)
    {
        var canvas = sheet.Canvas;
        // Over the texts of the chart last, so that a unit restated in the subtitle is never one of the author.
        text = sheet.Options.Over(text);
        var page = Marking.Draw(
            sheet,
            new Box(Theme.MarginX, Theme.MarginTop, canvas.Right - Theme.MarginX, canvas.Bottom - Theme.MarginBottom)
        );
        var isHead = sheet.Theme.LogoPlace == LogoPlace.Head;
        var (head, headLogo) = isHead ? PlaceLogo(sheet, page, page.Top) : (page, null);
        var (foot, footLogo) = isHead ? (page, null) : PlaceLogo(sheet, page, null);
        var bottom = DrawFoot(sheet, text, foot, footLogo) - 12;
        var top = DrawHead(sheet, text, head, bottom);
        return new Box(page.Left, Math.Max(top, headLogo?.Bottom ?? 0) + 14, page.Right, bottom);
    }

    // The logo at the right, at a top or else at the bottom; and the column left beside it.
    private static (Box Column, Box? Logo) PlaceLogo(Sheet sheet, Box page, double? top)
    {
        if (sheet.Theme.Logo is not { } logo)
        {
            return (page, null);
        }

        var scale = Math.Min(LogoHeight / logo.HeightPx, WidestLogo * page.Width / logo.WidthPx);
        var (width, height) = (logo.WidthPx * scale, logo.HeightPx * scale);
        var y = top ?? (page.Bottom - height);
        var isMirrored = sheet.Words.IsRightToLeft;
        var x = isMirrored ? page.Left : page.Right - width;
        var box = new Box(x, y, x + width, y + height);
        sheet.Add(new PictureMark(box, logo.Picture));
        return (
            isMirrored
                ? page with
                {
                    Left = page.Left + width + LogoGap,
                }
                : page with
                {
                    Right = page.Right - width - LogoGap,
                },
            box
        );
    }

    // In the largest type that holds all words and leaves the figure its room.
    private static double DrawHead(Sheet sheet, ChartText text, Box head, double bottom)
    {
        var (title, subtitle) = (sheet.Theme.Title, sheet.Theme.Subtitle);
        var (titleSize, subtitleSize) = (title.Size, subtitle.Size);
        for (var share = 1.0; share >= LeastType; share -= 0.05)
        {
            title = title with { Size = titleSize * share };
            subtitle = subtitle with { Size = subtitleSize * Math.Max(share, LeastSubtitle) };
            var (above, below) = (Lines(text.Title, title), Lines(text.Subtitle, subtitle));
            var height = (above * title.LineHeight) + (below * subtitle.LineHeight);
            var isWhole = above <= TitleLines && below <= SubtitleLines;
            if (isWhole && bottom - head.Top - height - 16 >= LeastBody * sheet.Canvas.Height)
            {
                break;
            }
        }

        var y = sheet.Paragraph(Role.Title, text.Title, title, head.Left, head.Top, head.Width, TitleLines);
        return sheet.Paragraph(Role.Subtitle, text.Subtitle, subtitle, head.Left, y + 2, head.Width, SubtitleLines);

        int Lines(string words, Style style) => Wording.Wrap(words, style, head.Width, int.MaxValue).Count;
    }

    private static double DrawFoot(Sheet sheet, ChartText text, Box foot, Box? logo)
    {
        var lines = text
            .Foot.Lines.SelectMany(line =>
                Wording.WrapBetween(line, FootMark, sheet.Theme.Foot, foot.Width, FootLineLines)
            )
            .Take(FootLines)
            .ToList();
        var top = foot.Bottom - (lines.Count * sheet.Theme.Foot.LineHeight);
        var y = top;
        foreach (var line in lines)
        {
            sheet.TextWithin(
                Role.Foot,
                line,
                sheet.Theme.Foot,
                foot.Left,
                foot.Right,
                y + (Face.Ascent * sheet.Theme.Foot.Size)
            );
            y += sheet.Theme.Foot.LineHeight;
        }

        top = Math.Min(top, logo?.Top ?? top);
        if (lines.Count > 0 || logo is not null)
        {
            top -= 8;
            sheet.Line(Theme.MarginX, top, sheet.Canvas.Right - Theme.MarginX, top, sheet.Theme.Grid, 1);
        }

        return top;
    }
}
