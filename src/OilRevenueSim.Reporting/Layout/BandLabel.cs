namespace OilRevenueSim.Reporting.Layout;

/// <summary>A name written inside a stacked band, where the band is thick enough for it.</summary>
internal static class BandLabel
{
    private static readonly Pad Name = new(6, 3);

    // A letter is told from its neighbours without space around it.
    private static readonly Pad Letter = new(2, 0.5);
    private const int LetterLength = 2;
    private const double LetterType = 0.85;
    private const int Places = 24;

    /// <summary>Writes the first name that fits at its roomiest place; writes nothing where none fits.</summary>
    public static void Draw(
        Sheet sheet,
        Panel panel,
        double[] xs,
        double[] lows,
        double[] highs,
        IEnumerable<string> names,
        Fill fill
    )
    {
        var style = sheet.Theme.Inside with { Colour = sheet.Theme.InkOn(fill.Colour) };
        if (fill.HatchDegrees is not null)
        {
            return;
        }

        foreach (var name in names)
        {
            var text = Wording.Clean(name, style.Face);
            var small = style with { Size = style.Size * LetterType };
            (Pad Pad, Style Style)[] tries =
                text.Length <= LetterLength ? [(Name, style), (Letter, small)] : [(Name, style)];
            foreach (var (pad, type) in tries)
            {
                if (Place(panel, xs, lows, highs, Wording.Width(text, type) + (2 * pad.X), type, pad) is var (x, y))
                {
                    sheet.Text(Role.Direct, text, type, Anchor.Start, x, y);
                    return;
                }
            }
        }
    }

    private static (double X, double Baseline)? Place(
        Panel panel,
        double[] xs,
        double[] lows,
        double[] highs,
        double width,
        Style style,
        Pad pad
    )
    {
        var height = (Face.CapHeight * style.Size) + (2 * pad.Y) + 2;
        var data = panel.Data;
        if (width > data.Width)
        {
            return null;
        }

        var best = (Room: height, X: 0.0, Y: 0.0);
        for (var i = 0; i <= Places; i++)
        {
            var left = data.Left + ((data.Width - width) * i / Places);
            var (top, bottom) = Clearance(panel, xs, lows, highs, left, left + width);
            // A little dearer away from the left edge, where reading starts.
            var room = bottom - top - (0.01 * i);
            if (room > best.Room)
            {
                best = (room, left + pad.X, (top + bottom) / 2);
            }
        }

        return best.Room > height ? (best.X, best.Y + (Face.CapHeight * style.Size / 2)) : null;
    }

    // The band's free strip over a stretch: below its lowest upper edge, above its highest lower edge.
    private static (double Top, double Bottom) Clearance(
        Panel panel,
        double[] xs,
        double[] lows,
        double[] highs,
        double left,
        double right
    )
    {
        var (top, bottom) = (double.NegativeInfinity, double.PositiveInfinity);
        for (var i = 0; i < xs.Length; i++)
        {
            var x = panel.X(xs[i]);
            if (x >= left && x <= right)
            {
                Narrow(lows[i], highs[i]);
            }
        }

        Narrow(At(panel, xs, lows, left), At(panel, xs, highs, left));
        Narrow(At(panel, xs, lows, right), At(panel, xs, highs, right));
        return (top, bottom);

        void Narrow(double low, double high)
        {
            top = Math.Max(top, panel.Y(high));
            bottom = Math.Min(bottom, panel.Y(low));
        }
    }

    private static double At(Panel panel, double[] xs, double[] values, double pixel)
    {
        for (var i = 1; i < xs.Length; i++)
        {
            var (left, right) = (panel.X(xs[i - 1]), panel.X(xs[i]));
            if (pixel <= right)
            {
                var share = right > left ? Math.Clamp((pixel - left) / (right - left), 0, 1) : 0;
                return values[i - 1] + ((values[i] - values[i - 1]) * share);
            }
        }

        return values[^1];
    }

    // Between a text and the edges of its band.
    private readonly record struct Pad(double X, double Y);
}
