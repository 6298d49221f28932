using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Reporting.Layout;
using OilRevenueSim.Reporting.Output;

namespace OilRevenueSim.Reporting;

/// <summary>
/// A chart ready to be drawn, to PNG and SVG alike. The same chart gives the same bytes on the same system; the machine
/// needs no fonts.
/// </summary>
public sealed partial class Figure
{
    /// <summary>Width of a PNG unless told, in pixels.</summary>
    public const int DefaultWidthPx = 1600;

    /// <summary>Height of a PNG unless told, in pixels.</summary>
    public const int DefaultHeightPx = 900;

    /// <summary>Least width of a PNG, in pixels.</summary>
    public const int LeastWidthPx = 320;

    /// <summary>Least height of a PNG, in pixels.</summary>
    public const int LeastHeightPx = 240;

    /// <summary>Most width and height of a PNG, in pixels.</summary>
    public const int MostPx = 10_000;

    // The sheet is laid out about this large and then scaled up, so that type keeps its share of the picture.
    private const double LayoutWidth = 960;
    private const double LayoutHeight = 540;
    private const double NarrowestLayout = 640;

    private readonly ChartText chart;
    private readonly ChartText text;
    private readonly Action<Sheet> compose;
    private readonly FigureOptions options;

    private Figure(ChartText text, Action<Sheet> compose, FigureOptions? options = null)
    {
        this.options = options ?? new FigureOptions();
        chart = text;
        // Alt text is made from the numbers, so that it stays true under another title.
        this.text = this.options.Over(text);
        this.compose = compose;
    }

    /// <summary>The title above the chart.</summary>
    public string Title => text.Title;

    /// <summary>The chart in sentences, for readers who cannot see it, its marking first; PNG and SVG carry it too.</summary>
    public string AltText => text.AltText;

    /// <summary>The same chart with other words above it, a marking, or another look.</summary>
    /// <param name="options">What to change; replaces what was changed before.</param>
    public Figure With(FigureOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new Figure(chart, compose, options);
    }

    /// <summary>The figure as a PNG file's bytes.</summary>
    /// <param name="widthPx">Width in pixels, 320 to 10,000.</param>
    /// <param name="heightPx">Height in pixels, 240 to 10,000.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is out of range.</exception>
    public byte[] ToPng(int widthPx = DefaultWidthPx, int heightPx = DefaultHeightPx)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(widthPx, LeastWidthPx);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(widthPx, MostPx);
        ArgumentOutOfRangeException.ThrowIfLessThan(heightPx, LeastHeightPx);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(heightPx, MostPx);
        var scale = Scale(widthPx, heightPx, options.Theme.TypeScale);
        return PngPicture.Draw(Lay(widthPx / scale, heightPx / scale), scale, widthPx, heightPx, text);
    }

    /// <summary>The figure as an SVG document with real text and the fonts inside; it scales without loss.</summary>
    public string ToSvg() => SvgPicture.Draw(Lay(), text);

    /// <summary>Writes the PNG; an existing file is replaced.</summary>
    /// <param name="path">File to write.</param>
    /// <param name="widthPx">Width in pixels, 320 to 10,000.</param>
    /// <param name="heightPx">Height in pixels, 240 to 10,000.</param>
    public void SavePng(string path, int widthPx = DefaultWidthPx, int heightPx = DefaultHeightPx) =>
        File.WriteAllBytes(path, ToPng(widthPx, heightPx));

    /// <summary>Writes the SVG; an existing file is replaced.</summary>
    /// <param name="path">File to write.</param>
    public void SaveSvg(string path) => File.WriteAllText(path, ToSvg());

    /// <summary>Writes the figure as PNG or SVG, by the ending of the name; an existing file is replaced, folders are made.</summary>
    /// <param name="path">File to write, ending in <c>.png</c> or <c>.svg</c>.</param>
    /// <param name="widthPx">Width of a PNG in pixels, 320 to 10,000; an SVG scales without loss.</param>
    /// <param name="heightPx">Height of a PNG in pixels, 240 to 10,000.</param>
    /// <exception cref="ArgumentException">The name ends in neither.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A size is out of range.</exception>
    public void Save(string path, int widthPx = DefaultWidthPx, int heightPx = DefaultHeightPx)
    {
        var ending = Path.GetExtension(path);
        var isPng = string.Equals(ending, ".png", StringComparison.OrdinalIgnoreCase);
        if (!isPng && !string.Equals(ending, ".svg", StringComparison.OrdinalIgnoreCase))
        {
            throw new ArgumentException(
                $"'{path}' ends in '{ending}'; a figure is saved as .png or .svg.",
                nameof(path)
            );
        }

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        if (isPng)
        {
            SavePng(path, widthPx, heightPx);
        }
        else
        {
            SaveSvg(path);
        }
    }

    /// <summary>Layout pixels to picture pixels: small pictures keep their type legible by laying out tighter.</summary>
    internal static double Scale(int widthPx, int heightPx, double typeScale = 1)
    {
        var narrowest = widthPx / NarrowestLayout;
        var wished = Math.Min(widthPx / LayoutWidth, heightPx / LayoutHeight) * typeScale;
        return Math.Max(Math.Min(wished, narrowest), Math.Min(1, narrowest));
    }

    /// <summary>The layout of a picture of some size, for tests that measure it.</summary>
    internal Sheet LayFor(int widthPx, int heightPx)
    {
        var scale = Scale(widthPx, heightPx, options.Theme.TypeScale);
        return Lay(widthPx / scale, heightPx / scale);
    }

    /// <summary>The layout itself, for tests that measure it; as of an SVG unless told.</summary>
    internal Sheet Lay(double? width = null, double? height = null)
    {
        var typeScale = options.Theme.TypeScale;
        var sheet = new Sheet(
            width ?? (LayoutWidth / typeScale),
            height ?? (LayoutHeight / typeScale),
            Theme.Of(options.Theme),
            text.Language
        )
        {
            Options = options,
        };
        compose(sheet);
        return sheet;
    }
}
