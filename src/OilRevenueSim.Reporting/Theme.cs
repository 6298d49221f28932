using System.Collections.Immutable;
using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Reporting.Layout;
using SkiaSharp;

namespace OilRevenueSim.Reporting;

/// <summary>The look of figures: colours, type, spacing. Sizes are layout pixels of a sheet about 900 wide. Immutable.</summary>
internal sealed class Theme
{
    public const double MarginX = 30;
    public const double MarginTop = 24;
    public const double MarginBottom = 18;

    /// <summary>Width of the rim of text over lines.</summary>
    public const double Halo = 3.5;

    /// <summary>Dash of secondary lines: stroke and gap.</summary>
    public static readonly float[] Dash = [6, 4];

    /// <summary>The look unless told.</summary>
    public static Theme Default { get; } = new();

    public SKColor Paper { get; init; } = new(0xFF, 0xFF, 0xFF);
    public SKColor Ink { get; init; } = new(0x1B, 0x25, 0x30);
    public SKColor Quiet { get; init; } = new(0x54, 0x60, 0x6C);
    public SKColor Leader { get; init; } = new(0xA3, 0xAC, 0xB5);
    public SKColor Grid { get; init; } = new(0xE4, 0xE8, 0xEC);
    public SKColor Baseline { get; init; } = new(0x5B, 0x67, 0x73);
    public SKColor Accent { get; init; } = new(0x0B, 0x4A, 0x7F);
    public SKColor Second { get; init; } = new(0xB5, 0x4A, 0x0C);
    public SKColor Nothing { get; init; } = new(0xC9, 0xCF, 0xD6);

    // Okabe and Ito's eight colours (jfly.uni-koeln.de/color), a little muted, ordered so that neighbours differ
    // in lightness too; from the ninth on the same grounds come back hatched.
    public ImmutableArray<SKColor> Palette { get; init; } =
    [
        new(0x1D, 0x64, 0x9B),
        new(0xE2, 0xA2, 0x3B),
        new(0x45, 0xA3, 0x86),
        new(0x8F, 0xC4, 0xE4),
        new(0xB8, 0x52, 0x28),
        new(0xD6, 0xA3, 0xC2),
        new(0x6E, 0x5A, 0x8E),
        new(0xE9, 0xDC, 0x7A),
    ];

    public Style Title => new(Face.Semibold, 20, Ink);
    public Style Subtitle => new(Face.Regular, 12.5, Quiet);
    public Style Foot => new(Face.Regular, 9.5, Quiet);
    public Style Axis => new(Face.Regular, 11.5, Quiet);
    public Style Tick => new(Face.Regular, 11.5, Quiet);
    public Style Direct => new(Face.Regular, 12, Ink);
    public Style Strong => new(Face.Semibold, 13, Ink);
    public Style PanelTitle => new(Face.Semibold, 12, Ink);
    public Style Key => new(Face.Regular, 11.5, Ink);
    public Style Inside => new(Face.Semibold, 11, Ink);
    public Style Message => new(Face.Semibold, 15, Ink);
    public Style MessageNote => new(Face.Regular, 12.5, Quiet);

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

    /// <summary>Tint of a fan's band, palest first.</summary>
    public SKColor FanTint(int index, int count)
    {
        var share = count == 1 ? 0.35 : 0.18 + (0.36 * index / (count - 1));
        return Mix(Paper, Accent, share);
    }

    /// <summary>Paper or ink, whichever reads better on a ground.</summary>
    public SKColor InkOn(SKColor ground) => Contrast(ground, Paper) > Contrast(ground, Ink) ? Paper : Ink;

    /// <summary>Contrast ratio of WCAG 2.1, 1 to 21.</summary>
    public static double Contrast(SKColor a, SKColor b)
    {
        var (x, y) = (Luminance(a), Luminance(b));
        return (Math.Max(x, y) + 0.05) / (Math.Min(x, y) + 0.05);
    }

    public static SKColor Mix(SKColor from, SKColor to, double share) =>
        new(
            (byte)Math.Round(from.Red + ((to.Red - from.Red) * share)),
            (byte)Math.Round(from.Green + ((to.Green - from.Green) * share)),
            (byte)Math.Round(from.Blue + ((to.Blue - from.Blue) * share))
        );

    private static double Luminance(SKColor colour)
    {
        static double Linear(byte channel)
        {
            var c = channel / 255.0;
            return c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);
        }

        return (0.2126 * Linear(colour.Red)) + (0.7152 * Linear(colour.Green)) + (0.0722 * Linear(colour.Blue));
    }
}
