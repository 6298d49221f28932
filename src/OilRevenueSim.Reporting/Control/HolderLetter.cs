using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Reporting.Layout;

namespace OilRevenueSim.Reporting.Control;

/// <summary>
/// The letter that tells a holder from others of the same grey, in the key and on what it holds: of its colour, so that it is the same
/// in every figure of a scenario.
/// </summary>
internal static class HolderLetter
{
    private const double Size = 10;

    private const int Letters = 26;

    /// <summary>The letter of a holder, with a number beyond the 26th; nobody has none.</summary>
    public static string Of(ChartActor actor) =>
        actor.Colour < 0 ? "–"
        : actor.Colour < Letters ? Letter(actor.Colour).ToString()
        : $"{Letter(actor.Colour % Letters)}{actor.Colour / Letters + 1}";

    /// <summary>The letter in the middle of its ground.</summary>
    public static Label On(Sheet sheet, ChartActor actor, double x, double y, Fill ground)
    {
        var style = sheet.Theme.Inside with { Size = Size, Colour = sheet.Theme.InkOn(ground.Colour) };
        var baseline = y + (Face.CapHeight * style.Size / 2);
        return Sheet.Measure(Role.Direct, Of(actor), style, Anchor.Middle, x, baseline);
    }

    private static char Letter(int index) => (char)('A' + index);
}
