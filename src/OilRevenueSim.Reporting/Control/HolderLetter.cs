using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Reporting.Layout;

namespace OilRevenueSim.Reporting.Control;

/// <summary>The letter that tells a holder from others of the same grey, in the key and on what it holds.</summary>
internal static class HolderLetter
{
    private const double Size = 10;

    /// <summary>The letter of the holder of an index in the key; nobody has none.</summary>
    public static string Of(int holder, ChartActor actor) => actor.Colour < 0 ? "–" : ((char)('A' + holder)).ToString();

    /// <summary>The letter in the middle of its ground.</summary>
    public static Label On(Sheet sheet, int holder, ChartActor actor, double x, double y, Fill ground)
    {
        var style = sheet.Theme.Inside with { Size = Size, Colour = sheet.Theme.InkOn(ground.Colour) };
        var baseline = y + (Face.CapHeight * style.Size / 2);
        return Sheet.Measure(Role.Direct, Of(holder, actor), style, Anchor.Middle, x, baseline);
    }
}
