namespace OilRevenueSim.Reporting.Layout;

/// <summary>The mass at zero apart from the rest: a strip of all futures, grey where there is nothing.</summary>
internal static class ZeroStrip
{
    public const double Height = 12;

    /// <summary>Draws the strip where anything lies at zero; returns the top of what stands below.</summary>
    /// <param name="sheet">Sheet.</param>
    /// <param name="body">Room.</param>
    /// <param name="zero">Share of futures at zero.</param>
    /// <param name="none">What the grey part says.</param>
    /// <param name="some">What the other part says.</param>
    public static double Draw(Sheet sheet, Box body, double zero, string none, string some)
    {
        if (zero <= 0)
        {
            return body.Top;
        }

        var style = sheet.Theme.Direct;
        var baseline = body.Top + (Face.Ascent * style.Size);
        sheet.Text(Role.Direct, none, style, Anchor.Start, body.Left, baseline);
        var top = body.Top + style.LineHeight + 2;
        var split = body.Left + (body.Width * Math.Min(zero, 1));
        sheet.Add(new RectMark(new Box(body.Left, top, split, top + Height), new Fill(sheet.Theme.Nothing)));
        sheet.Text(Role.Direct, some, style, Anchor.End, body.Right, baseline);
        // At least a sliver, so that a small chance is seen at all.
        var left = Math.Min(split + 1, body.Right - 1.5);
        sheet.Add(new RectMark(new Box(left, top, body.Right, top + Height), new Fill(sheet.Theme.Accent)));
        return top + Height + 16;
    }
}
