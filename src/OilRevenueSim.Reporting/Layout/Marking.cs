namespace OilRevenueSim.Reporting.Layout;

/// <summary>The handling marking, centred at the head and the foot of a sheet.</summary>
internal static class Marking
{
    private const int MostLines = 2;
    private const double Edge = 8;
    private const double Gap = 6;

    /// <summary>Writes it into the margins; returns the page between.</summary>
    public static Box Draw(Sheet sheet, Box page)
    {
        if (sheet.Options.Marking is not { } marking)
        {
            return page;
        }

        var style = sheet.Theme.Marking;
        var lines = Wording.WrapEvenly(marking, style, page.Width, MostLines);
        var height = lines.Count * style.LineHeight;
        Write(Edge);
        Write(sheet.Canvas.Bottom - Edge - height);
        return page with
        {
            Top = Math.Max(page.Top, Edge + height + Gap),
            Bottom = Math.Min(page.Bottom, sheet.Canvas.Bottom - Edge - height - Gap),
        };

        void Write(double top)
        {
            foreach (var line in lines)
            {
                var baseline = top + (Face.Ascent * style.Size);
                sheet.Text(Role.Marking, line, style, Anchor.Middle, sheet.Canvas.CentreX, baseline);
                top += style.LineHeight;
            }
        }
    }
}
