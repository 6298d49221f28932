using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using SkiaSharp;
using SkiaSharp.HarfBuzz;

namespace OilRevenueSim.Reporting.Layout;

/// <summary>One cut of the font that ships with the program; measures and draws without any font of the machine.</summary>
[SuppressMessage("Design", "CA1001", Justification = "The three faces live as long as the process.")]
internal sealed class Face
{
    public static readonly Face Regular = new("OpenSans-Regular.ttf", weight: 400, isItalic: false);
    public static readonly Face Semibold = new("OpenSans-Semibold.ttf", weight: 600, isItalic: false);
    public static readonly Face Italic = new("OpenSans-Italic.ttf", weight: 400, isItalic: true);

    /// <summary>Height of letters with ascenders above the baseline, as a share of the size.</summary>
    public const double Ascent = 0.77;

    /// <summary>Depth of letters with descenders below the baseline, as a share of the size.</summary>
    public const double Descent = 0.24;

    /// <summary>Height of capitals and figures above the baseline, as a share of the size.</summary>
    public const double CapHeight = 0.714;

    private readonly SKTypeface typeface;
    private readonly SKShaper shaper;
    private readonly Lock gate = new();

    private Face(string resource, int weight, bool isItalic)
    {
        Weight = weight;
        IsItalic = isItalic;
        using var stream =
            typeof(Face).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The font {resource} is missing from the program.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        File = ImmutableArray.Create(bytes);
        using var data = SKData.CreateCopy(bytes);
        typeface =
            SKTypeface.FromData(data) ?? throw new InvalidOperationException($"The font {resource} cannot be read.");
        shaper = new SKShaper(typeface);
    }

    public int Weight { get; }

    /// <summary>Name of the family.</summary>
    public string Family => typeface.FamilyName;

    /// <summary>The cut that sets Arabic beside this one.</summary>
    public Face ForArabic => Weight >= 600 ? Arabic.Bold : Arabic.Regular;

    public bool IsItalic { get; }

    /// <summary>The whole font file, for embedding.</summary>
    public ImmutableArray<byte> File { get; }

    /// <summary>True when the font has a picture for every letter of the text.</summary>
    public bool Covers(string text) => typeface.ContainsGlyphs(text);

    /// <summary>Width in pixels, kerned.</summary>
    public double Measure(string text, double size)
    {
        if (text.Length == 0)
        {
            return 0;
        }

        lock (gate)
        {
            using var font = Font(size);
            return shaper.Shape(text, 0, 0, font).Width;
        }
    }

    public void Draw(SKCanvas canvas, string text, double x, double baseline, double size, SKPaint paint)
    {
        if (text.Length == 0)
        {
            return;
        }

        lock (gate)
        {
            using var font = Font(size);
            var shaped = shaper.Shape(text, 0, 0, font);
            using var builder = new SKTextBlobBuilder();
            var run = builder.AllocatePositionedRun(font, shaped.Codepoints.Length);
            for (var i = 0; i < shaped.Codepoints.Length; i++)
            {
                run.Glyphs[i] = (ushort)shaped.Codepoints[i];
                run.Positions[i] = shaped.Points[i];
            }

            using var blob = builder.Build();
            canvas.DrawText(blob, (float)x, (float)baseline, paint);
        }
    }

    // Read when a figure first needs them.
    private static class Arabic
    {
        public static readonly Face Regular = new("NotoSansArabic-Regular.ttf", weight: 400, isItalic: false);
        public static readonly Face Bold = new("NotoSansArabic-Bold.ttf", weight: 700, isItalic: false);
    }

    // No hinting and linear metrics: a text is as wide in a large picture as in a small one, scaled.
    private SKFont Font(double size) =>
        new(typeface, (float)size)
        {
            Subpixel = true,
            LinearMetrics = true,
            Hinting = SKFontHinting.None,
            Edging = SKFontEdging.Antialias,
        };
}
