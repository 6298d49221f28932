using SkiaSharp;

namespace OilRevenueSim.Reporting;

/// <summary>Where a logo stands.</summary>
public enum LogoPlace
{
    /// <summary>Beside the title.</summary>
    Head,

    /// <summary>Beside the foot lines.</summary>
    Foot,
}

/// <summary>A logo, from a PNG file. Immutable.</summary>
public sealed class FigureLogo
{
    /// <summary>Most pixels a side.</summary>
    public const int MostPx = 2000;

    /// <summary>Largest file, bytes: every SVG and PDF carries it.</summary>
    public const int MostBytes = 1_000_000;

    private FigureLogo(SKImage picture) => Picture = picture;

    /// <summary>Width in pixels.</summary>
    public int WidthPx => Picture.Width;

    /// <summary>Height in pixels.</summary>
    public int HeightPx => Picture.Height;

    internal SKImage Picture { get; }

    /// <summary>Reads a logo.</summary>
    /// <param name="file">The whole PNG file, at most a million bytes and 2,000 pixels a side.</param>
    /// <exception cref="FormatException">The bytes are no PNG, or the picture is too large.</exception>
    public static FigureLogo From(ReadOnlySpan<byte> file)
    {
        if (file.Length > MostBytes)
        {
            throw new FormatException(
                $"The file has {file.Length:N0} bytes; a logo has at most {MostBytes:N0}, since every figure carries it."
            );
        }

        using var data = SKData.CreateCopy(file);
        using var codec = SKCodec.Create(data);
        if (codec is not { EncodedFormat: SKEncodedImageFormat.Png })
        {
            throw new FormatException("This is no PNG picture.");
        }

        if (Math.Max(codec.Info.Width, codec.Info.Height) > MostPx)
        {
            throw new FormatException(
                $"The picture has {codec.Info.Width} × {codec.Info.Height} pixels; a logo has at most {MostPx:N0} a side."
            );
        }

        using var pixels = SKBitmap.Decode(codec);
        return pixels is null
            ? throw new FormatException("The PNG picture breaks off or is damaged.")
            : new FigureLogo(SKImage.FromBitmap(pixels));
    }
}
