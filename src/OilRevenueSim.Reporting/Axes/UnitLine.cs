using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Analysis.Words;
using OilRevenueSim.Reporting.Layout;

namespace OilRevenueSim.Reporting.Axes;

/// <summary>The unit of a vertical axis, written level above it rather than turned beside it.</summary>
internal static class UnitLine
{
    /// <summary>Draws it; returns the top of the data area below.</summary>
    public static double Draw(Sheet sheet, Box body, string text)
    {
        sheet.Text(
            Role.Axis,
            Wording.Shorten(text, sheet.Theme.Axis, body.Width),
            sheet.Theme.Axis,
            Anchor.Start,
            body.Left,
            body.Top + (Face.Ascent * sheet.Theme.Axis.Size)
        );
        return body.Top + sheet.Theme.Axis.LineHeight + 8;
    }

    /// <summary>Names the unit that is drawn wherever the text named the one that was given.</summary>
    public static ChartText Restate(ChartText text, ChartUnit given, ChartUnit drawn)
    {
        var (said, instead) = (text.Language.Unit(given), text.Language.Unit(drawn));
        return drawn == given
            ? text
            : text with
            {
                Subtitle = text.Subtitle.Replace(said, instead, StringComparison.OrdinalIgnoreCase),
            };
    }
}
