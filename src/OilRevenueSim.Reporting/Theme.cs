using System.Collections.Immutable;
using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Reporting.Colours;
using OilRevenueSim.Reporting.Layout;
using SkiaSharp;

namespace OilRevenueSim.Reporting;

/// <summary>A <see cref="FigureTheme"/> as the layout uses it. Sizes are layout pixels of a sheet about 900 wide. Immutable.</summary>
internal sealed class Theme
{
    public const double MarginX = 30;
    public const double MarginTop = 24;
    public const double MarginBottom = 18;

    /// <summary>Width of the rim of text over lines.</summary>
    public const double Halo = 3.5;

    /// <summary>Dash of secondary lines: stroke and gap.</summary>
    public static readonly float[] Dash = [6, 4];

    // Half a point where the sheet is printed as wide as a page: thinner lines break up on a copier.
    private const double Hairline = 1;

    private readonly FigureTheme given;

    private Theme(FigureTheme given)
    {
        this.given = given;
        Palette = [.. given.Categories.Select(Sk)];
        Leader = Legible(Mix(Paper, Ink, 0.3), Paper, ThemeChecks.Mark);
        Baseline = Legible(Quiet, Paper, ThemeChecks.Mark);
    }

    /// <summary>The look unless told.</summary>
    public static Theme Default { get; } = Of(FigureTheme.Print);

    public SKColor Paper => Sk(given.Paper);
    public SKColor Ink => Sk(given.Ink);
    public SKColor Quiet => Sk(given.Quiet);
    public SKColor Accent => Sk(given.Accent);
    public SKColor Second => Sk(given.Second);
    public SKColor Nothing => Sk(given.Nothing);

    /// <summary>Lines between a name and what it names.</summary>
    public SKColor Leader { get; }

    /// <summary>Axes.</summary>
    public SKColor Baseline { get; }

    /// <summary>Gridlines: the numbers beside them carry the meaning.</summary>
    public SKColor Grid => Mix(Paper, Ink, 0.14);

    /// <summary>Grounds of categories; beyond the last they come back hatched.</summary>
    public ImmutableArray<SKColor> Palette { get; }

    public Face Regular => given.Regular?.Face ?? Face.Regular;
    public Face Semibold => given.Semibold?.Face ?? Face.Semibold;

    /// <summary>Size of type and spacing in a large picture.</summary>
    public double TypeScale => given.TypeScale;

    public FigureLogo? Logo => given.Logo;
    public LogoPlace LogoPlace => given.LogoPlace;

    public Style Title => new(Semibold, 20, Ink);
    public Style Subtitle => new(Regular, 12.5, Quiet);
    public Style Foot => new(Regular, 9.5, Quiet);
    public Style Marking => new(Semibold, 11, Ink);
    public Style Axis => new(Regular, 11.5, Quiet);
    public Style Tick => new(Regular, 11.5, Quiet);
    public Style Direct => new(Regular, 12, Ink);
    public Style Strong => new(Semibold, 13, Ink);
    public Style PanelTitle => new(Semibold, 12, Ink);
    public Style Key => new(Regular, 11.5, Ink);
    public Style Inside => new(Semibold, 11, Ink);
    public Style Message => new(Semibold, 15, Ink);
    public Style MessageNote => new(Regular, 12.5, Quiet);

    public static Theme Of(FigureTheme theme) => new(theme);

    /// <summary>Width of a line that would be so wide: none is a hairline.</summary>
    public double Stroke(double width) => Math.Max(width, Hairline) * given.LineScale;

    /// <summary>Fill of the n-th thing of a fixed order.</summary>
    public Fill Category(int index)
    {
        var colour = Palette[index % Palette.Length];
        return (index / Palette.Length % 3) switch
        {
            0 => new Fill(colour),
            1 => new Fill(colour, 45),
            _ => new Fill(colour, -45),
        };
    }

    /// <summary>Fill of an actor, the same in every chart; nobody is grey.</summary>
    public Fill Of(ChartActor actor) => actor.Colour < 0 ? new Fill(Nothing) : Category(actor.Colour);

    /// <summary>Tint of a fan's band, palest first; the darkest leaves median and mean legible over it.</summary>
    public SKColor FanTint(int index, int count)
    {
        var share = count == 1 ? 0.28 : 0.16 + (0.22 * index / (count - 1));
        return Mix(Paper, Accent, share);
    }

    /// <summary>Paper or ink on a ground, or black or white where neither has enough contrast.</summary>
    public SKColor InkOn(SKColor ground)
    {
        SKColor Better(SKColor one, SKColor other) => Contrast(ground, one) > Contrast(ground, other) ? one : other;

        var own = Better(Paper, Ink);
        return Contrast(ground, own) >= ThemeChecks.Text ? own : Better(SKColors.White, SKColors.Black);
    }

    /// <summary>Colour of the rim that a ground needs to be seen on the paper; null where it needs none.</summary>
    public SKColor? Rim(SKColor ground) =>
        Contrast(ground, Paper) >= ThemeChecks.Mark ? null : Legible(ground, Paper, ThemeChecks.Mark);

    /// <summary>Contrast ratio of WCAG 2.1, 1 to 21.</summary>
    public static double Contrast(SKColor a, SKColor b) => ColourVision.Contrast(a, b);

    /// <summary>The colour, or the nearest towards black that has some contrast with a light ground.</summary>
    public static SKColor Legible(SKColor colour, SKColor ground, double contrast)
    {
        var found = colour;
        for (var share = 0.0; Contrast(found, ground) < contrast && share < 1; share += 0.02)
        {
            found = Mix(colour, SKColors.Black, share);
        }

        return found;
    }

    public static SKColor Mix(SKColor from, SKColor to, double share) =>
        new(
            (byte)Math.Round(from.Red + ((to.Red - from.Red) * share)),
            (byte)Math.Round(from.Green + ((to.Green - from.Green) * share)),
            (byte)Math.Round(from.Blue + ((to.Blue - from.Blue) * share))
        );

    public static SKColor Sk(Rgb colour) => new(colour.Red, colour.Green, colour.Blue);

    public static Rgb Plain(SKColor colour) => new(colour.Red, colour.Green, colour.Blue);
}
