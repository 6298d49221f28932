using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Reporting.Layout;

namespace OilRevenueSim.Reporting.Flows;

/// <summary>The name of a box in lines, its amount behind the last of them or in a line of its own: never the one without the other.</summary>
internal sealed class FlowName
{
    private const double Gap = 7;

    private readonly IReadOnlyList<string> lines;
    private readonly string amount;
    private readonly Style style;
    private readonly Style quiet;

    private FlowName(IReadOnlyList<string> lines, string amount, Theme theme)
    {
        (this.lines, this.amount, style, quiet) = (lines, amount, theme.Direct, theme.Axis);
        Width = lines.Select((line, i) => WidthOf(i)).Max();
    }

    public double Width { get; }

    public double Height => lines.Count * style.LineHeight;

    /// <summary>True where no letter of the name is left out and no word parted.</summary>
    public bool IsWhole { get; private init; } = true;

    /// <summary>Width of a name and its amount in one line.</summary>
    public static double WidthInOneLine(FlowBox box, Theme theme) =>
        Wording.Width(Wording.Clean(box.Label, theme.Direct.Face), theme.Direct)
        + Gap
        + Wording.Width(box.AmountText, theme.Axis);

    /// <summary>In as few lines as hold it, at most <paramref name="most"/>; what is longer is shortened.</summary>
    public static FlowName Of(FlowBox box, double width, Theme theme, int most = 2)
    {
        var name = In(most, box, width, theme);
        var end = box.Kind == FlowBoxKind.Actor ? box.Label.IndexOf(" (", StringComparison.Ordinal) : -1;
        // Who belongs to an actor is said elsewhere.
        return name.IsWhole || end <= 0 ? name : In(most, box with { Label = box.Label[..end] }, width, theme);
    }

    /// <summary>The name's lines from <paramref name="top"/> down, each at <paramref name="x"/> by its start, middle or end.</summary>
    public List<Label> At(Anchor anchor, double x, double top, bool hasHalo = false)
    {
        var labels = new List<Label>();
        for (var i = 0; i < lines.Count; i++)
        {
            var width = WidthOf(i);
            var left = anchor switch
            {
                Anchor.Start => x,
                Anchor.Middle => x - (width / 2),
                _ => x - width,
            };
            var baseline = top + (i * style.LineHeight) + (Face.Ascent * style.Size);
            if (lines[i].Length > 0)
            {
                labels.Add(Sheet.Measure(Role.Direct, lines[i], style, Anchor.Start, left, baseline, hasHalo));
            }

            if (i == lines.Count - 1)
            {
                labels.Add(Sheet.Measure(Role.Direct, amount, quiet, Anchor.End, left + width, baseline, hasHalo));
            }
        }

        return labels;
    }

    private double WidthOf(int line) =>
        Wording.Width(lines[line], style)
        + (line < lines.Count - 1 ? 0 : (lines[line].Length > 0 ? Gap : 0) + Wording.Width(amount, quiet));

    private static FlowName In(int lines, FlowBox box, double width, Theme theme)
    {
        var (style, most) = (theme.Direct, width - Gap - Wording.Width(box.AmountText, theme.Axis));
        var names = Wording.Wrap(box.Label, style, width, int.MaxValue);
        var isWhole = box.Label.Split(' ').All(word => Wording.Width(word, style) <= width);
        if (isWhole && names.Count <= lines && Wording.Width(names[^1], style) <= most)
        {
            return new FlowName(names, box.AmountText, theme);
        }

        if (isWhole && names.Count < lines)
        {
            return new FlowName([.. names, ""], box.AmountText, theme);
        }

        names = Wording.Wrap(box.Label, style, width, lines);
        return new FlowName([.. names.SkipLast(1), Wording.Shorten(names[^1], style, most)], box.AmountText, theme)
        {
            IsWhole = false,
        };
    }
}
