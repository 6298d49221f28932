using OilRevenueSim.Reporting.Layout;

namespace OilRevenueSim.Reporting.Geography;

/// <summary>A round number of kilometres as a bar, in the corner where it covers least.</summary>
internal static class ScaleBar
{
    private const double Longest = 0.22;
    private const double Inset = 10;

    /// <summary>Draws it; returns the room it takes, or null where the map has none for it.</summary>
    public static Box? Draw(Sheet sheet, MapView view, IReadOnlyCollection<Box> marks, IReadOnlyCollection<Box> letters)
    {
        var km = Round(view.Frame.Width * Longest / view.PixelsPerKm);
        var length = km * view.PixelsPerKm;
        var style = sheet.Theme.Tick with { Size = 10 };
        var text = sheet.Words.Say($"{sheet.Words.Count((long)km)} km");
        var width = Math.Max(length, Wording.Width(text, style));
        var height = style.LineHeight + 6;
        var frame = view.Frame.Inset(Inset, Inset, Inset, Inset);
        if (width > frame.Width || height > frame.Height)
        {
            return null;
        }

        Box[] corners =
        [
            new(frame.Left, frame.Bottom - height, frame.Left + width, frame.Bottom),
            new(frame.Right - width, frame.Bottom - height, frame.Right, frame.Bottom),
            new(frame.Left, frame.Top, frame.Left + width, frame.Top + height),
            new(frame.Right - width, frame.Top, frame.Right, frame.Top + height),
        ];
        var box = corners.MinBy(c => marks.Count(m => m.Overlaps(c.Grow(6))));
        if (letters.Any(box.Overlaps))
        {
            return null;
        }

        var left = box.CentreX - (length / 2);
        sheet.Line(left, box.Bottom - 2, left + length, box.Bottom - 2, sheet.Theme.Ink, 1.5);
        foreach (var end in (double[])[left, left + length])
        {
            sheet.Line(end, box.Bottom - 5, end, box.Bottom, sheet.Theme.Ink, 1.2);
        }

        var baseline = box.Top + (Face.Ascent * style.Size);
        sheet.Text(Role.Tick, text, style, Anchor.Middle, box.CentreX, baseline, hasHalo: true);
        return box.Grow(3);
    }

    // 1, 2 or 5 times a power of ten, at most the length given and at least one kilometre.
    private static double Round(double km)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(Math.Max(1, km))));
        return power
            * (
                km >= 5 * power ? 5
                : km >= 2 * power ? 2
                : 1
            );
    }
}
