using SkiaSharp;

namespace OilRevenueSim.Reporting.Layout;

/// <summary>Which end of a text its x names.</summary>
internal enum Anchor
{
    Start,
    Middle,
    End,
}

/// <summary>What a text is for.</summary>
internal enum Role
{
    Title,
    Subtitle,
    Foot,
    Axis,
    Tick,
    Direct,
    Key,
    PanelTitle,
    Message,
    Marking,
}

/// <summary>How a text looks.</summary>
internal readonly record struct Style(Face Face, double Size, SKColor Colour)
{
    public double LineHeight => Size * 1.36;
}

/// <summary>One run of text, placed and measured.</summary>
internal sealed record Label(
    Role Role,
    string Text,
    Style Style,
    Anchor Anchor,
    double X,
    double Baseline,
    double Width,
    bool HasHalo
)
{
    public double Left =>
        Anchor switch
        {
            Anchor.Start => X,
            Anchor.Middle => X - (Width / 2),
            _ => X - Width,
        };

    /// <summary>As seen in a mirror that stands at half of <paramref name="axis"/>; the text itself stays readable.</summary>
    public Label Mirrored(double axis) =>
        this with
        {
            X = axis - X,
            Anchor = Anchor switch
            {
                Anchor.Start => Anchor.End,
                Anchor.End => Anchor.Start,
                _ => Anchor.Middle,
            },
        };

    /// <summary>The ink's box: ascenders to descenders, first to last letter.</summary>
    public Box Box =>
        new(Left, Baseline - (Face.Ascent * Style.Size), Left + Width, Baseline + (Face.Descent * Style.Size));
}
