using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using SkiaSharp;
using SkiaSharp.HarfBuzz;

namespace OilRevenueSim.Reporting.Layout;

/// <summary>One cut of a font, that of the program or a theme's; measures and draws without any font of the machine.</summary>
[SuppressMessage("Design", "CA1001", Justification = "Faces live as long as the process or the theme they belong to.")]
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
        : this(Shipped(resource), weight, isItalic) { }

    private Face((SKTypeface Typeface, byte[] File) font, int weight, bool isItalic)
    {
        Weight = weight;
        IsItalic = isItalic;
        File = [.. font.File];
        typeface = font.Typeface;
        shaper = new SKShaper(typeface);
        Fit = 1;
    }

    /// <summary>A theme's font, or null where the bytes are none.</summary>
    /// <param name="file">The whole font file.</param>
    /// <param name="weight">Weight that it stands for.</param>
    public static Face? From(ReadOnlySpan<byte> file, int weight)
    {
        using var data = SKData.CreateCopy(file);
        if (SKTypeface.FromData(data) is not { } read)
        {
            return null;
        }

        var face = new Face((read, file.ToArray()), weight, isItalic: false);
        face.Fit = face.FitOf();
        return face;
    }

    public int Weight { get; }

    /// <summary>Size at which it is set for a size of 1, so that its letters keep within the heights above.</summary>
    public double Fit { get; private set; }

    /// <summary>Name of the family.</summary>
    public string Family => typeface.FamilyName;

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

    public void Draw(
        SKCanvas canvas,
        string text,
        double x,
        double baseline,
        double size,
        SKPaint paint,
        bool isOutlined = false
    )
    {
        if (text.Length == 0)
        {
            return;
        }

        lock (gate)
        {
            using var font = Font(size);
            var shaped = shaper.Shape(text, 0, 0, font);
            if (isOutlined)
            {
                using var outline = Outline(font, shaped);
                outline.Offset((float)x, (float)baseline);
                canvas.DrawPath(outline, paint);
                return;
            }

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

    private static (SKTypeface, byte[]) Shipped(string resource)
    {
        using var stream =
            typeof(Face).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The font {resource} is missing from the program.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        using var data = SKData.CreateCopy(bytes);
        return (
            SKTypeface.FromData(data) ?? throw new InvalidOperationException($"The font {resource} cannot be read."),
            bytes
        );
    }

    // As large as ascenders, descenders and capitals allow, each against that of the shipped font.
    private double FitOf()
    {
        const int Em = 1000;
        using var font = Font(Em);
        (double Up, double Down) Reach(string letters)
        {
            font.MeasureText(letters, out var box);
            return (-box.Top / (double)Em, box.Bottom / (double)Em);
        }

        double[] shares = [Ascent / Reach("bdfhklt").Up, Descent / Reach("gjpqy").Down, CapHeight / Reach("HX0").Up];
        return shares.Where(s => s > 0 && double.IsFinite(s)).DefaultIfEmpty(1).Min();
    }

    private static SKPath Outline(SKFont font, SKShaper.Result shaped)
    {
        var outline = new SKPath();
        for (var i = 0; i < shaped.Codepoints.Length; i++)
        {
            // A space has none.
            using var letter = font.GetGlyphPath((ushort)shaped.Codepoints[i]);
            if (letter is not null)
            {
                outline.AddPath(letter, shaped.Points[i].X, shaped.Points[i].Y);
            }
        }

        return outline;
    }

    // No hinting and linear metrics: a text is as wide in a large picture as in a small one, scaled.
    private SKFont Font(double size) =>
        new(typeface, (float)(size * Fit))
        {
            Subpixel = true,
            LinearMetrics = true,
            Hinting = SKFontHinting.None,
            Edging = SKFontEdging.Antialias,
        };
}
