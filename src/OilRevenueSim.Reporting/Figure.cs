using System.Globalization;
using System.Text;
using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Reporting.Layout;
using OilRevenueSim.Reporting.Output;

namespace OilRevenueSim.Reporting;

/// <summary>
/// A chart ready to be drawn, to PNG, SVG and PDF alike. The same chart gives the same bytes on the same system; the machine
/// needs no fonts.
/// </summary>
public sealed partial class Figure
{
    /// <summary>Width of a PNG unless told, in pixels.</summary>
    public const int DefaultWidthPx = 1600;

    /// <summary>Height of a PNG unless told, in pixels.</summary>
    public const int DefaultHeightPx = 900;

    /// <summary>Least width of a picture, in pixels.</summary>
    public const int LeastWidthPx = 320;

    /// <summary>Least height of a picture, in pixels.</summary>
    public const int LeastHeightPx = 240;

    /// <summary>Pixels per inch of a PNG unless told: 1,600 pixels are as wide as the text of a page.</summary>
    public const double DefaultDpi = 240;

    /// <summary>Width at which an SVG or PDF is laid out unless told, in pixels of 1/96 inch.</summary>
    public const int DefaultVectorWidthPx = 960;

    /// <summary>Height at which an SVG or PDF is laid out unless told, in pixels of 1/96 inch.</summary>
    public const int DefaultVectorHeightPx = 540;

    /// <summary>Most width and height of a picture, in pixels.</summary>
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

    /// <summary>The chart in sentences, for readers who cannot see it, its marking first; every file carries it too.</summary>
    public string AltText => text.AltText;

    /// <summary>The same chart with other words above it, a marking, or another look.</summary>
    /// <param name="options">What to change; replaces what was changed before.</param>
    public Figure With(FigureOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new Figure(chart, compose, options) { Numbers = Numbers };
    }

    /// <summary>The numbers that it is drawn from, where no table of the result has them: those of fans; null for other charts.</summary>
    public ChartNumbers? Numbers { get; private init; }

    /// <summary>Run and command that its files carry; null for a chart of numbers from elsewhere.</summary>
    public ChartOrigin? Origin => text.Foot.Origin;

    /// <summary>The same figure, named as <c>oilsim chart</c> makes it: its files carry that command.</summary>
    /// <param name="kind">Kind, as <c>--kind</c> takes it.</param>
    /// <param name="arguments">What the command is given beside result and kind, e.g. <c>--actor</c>, <c>islamic-state</c>.</param>
    public Figure As(string kind, IEnumerable<string> arguments)
    {
        var foot = chart.Foot with { Origin = chart.Foot.Origin?.As(kind, arguments) };
        return new Figure(chart with { Foot = foot }, compose, options) { Numbers = Numbers };
    }

    /// <summary>The figure as a PNG file's bytes.</summary>
    /// <param name="widthPx">Width in pixels, 320 to 10,000.</param>
    /// <param name="heightPx">Height in pixels, 240 to 10,000.</param>
    /// <param name="dpi">Pixels per inch, 1 to 10,000: how large other programs show it at first, nothing else.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public byte[] ToPng(int widthPx = DefaultWidthPx, int heightPx = DefaultHeightPx, double dpi = DefaultDpi)
    {
        if (!(dpi is >= 1 and <= MostPx))
        {
            throw new ArgumentOutOfRangeException(
                nameof(dpi),
                dpi,
                "A resolution lies from 1 to 10,000 pixels per inch."
            );
        }

        var (sheet, scale) = Scaled(widthPx, heightPx);
        string[] words =
        [
            .. Sized(widthPx, heightPx, DefaultWidthPx, DefaultHeightPx),
            .. dpi == DefaultDpi ? (string[])[] : ["--dpi", dpi.ToString(CultureInfo.InvariantCulture)],
        ];
        return PngPicture.Draw(sheet, scale, widthPx, heightPx, dpi, Written(words));
    }

    /// <summary>The figure as an SVG document; it scales without loss.</summary>
    /// <param name="isTextOutlined">
    /// False for real text with the fonts inside, which can be searched and edited; true for the outlines of its letters, for programs that
    /// ignore fonts inside, such as Office and Inkscape.
    /// </param>
    /// <param name="widthPx">Width at which it is laid out, 320 to 10,000; 96 to the inch.</param>
    /// <param name="heightPx">Height at which it is laid out, 240 to 10,000.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is out of range.</exception>
    public string ToSvg(
        bool isTextOutlined = false,
        int widthPx = DefaultVectorWidthPx,
        int heightPx = DefaultVectorHeightPx
    )
    {
        var (sheet, scale) = Scaled(widthPx, heightPx);
        string[] words =
        [
            "--format",
            "svg",
            .. Sized(widthPx, heightPx, DefaultVectorWidthPx, DefaultVectorHeightPx),
            .. isTextOutlined ? (string[])["--outline-text"] : [],
        ];
        return SvgPicture.Draw(sheet, scale, isTextOutlined, Written(words));
    }

    /// <summary>The figure as a PDF of one page: vectors, text as text, its letters inside; it scales without loss.</summary>
    /// <param name="widthPx">Width at which it is laid out, 320 to 10,000; 96 to the inch.</param>
    /// <param name="heightPx">Height at which it is laid out, 240 to 10,000.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is out of range.</exception>
    public byte[] ToPdf(int widthPx = DefaultVectorWidthPx, int heightPx = DefaultVectorHeightPx)
    {
        var (sheet, scale) = Scaled(widthPx, heightPx);
        string[] words = ["--format", "pdf", .. Sized(widthPx, heightPx, DefaultVectorWidthPx, DefaultVectorHeightPx)];
        return PdfPicture.Draw(sheet, scale, Written(words));
    }

    /// <summary>The numbers of a fan as comma-separated text, a row a month.</summary>
    /// <exception cref="InvalidOperationException">The chart is no fan: its numbers are in the tables of the result.</exception>
    public string ToCsv()
    {
        if (Numbers is not { } numbers)
        {
            throw new InvalidOperationException(
                "Only a fan has a table of its own; the numbers of other charts are in the tables of the result."
            );
        }

        using var writer = new StringWriter();
        numbers.Write(writer);
        return writer.ToString();
    }

    /// <summary>Title and alt text, as they stand beside its files in <c>NAME.alt.txt</c>.</summary>
    public string ToText() => $"{text.Title}\n\n{text.AltText}\n";

    /// <summary>File that says in words what a file of a figure shows: <c>fan.alt.txt</c> of <c>fan.png</c>.</summary>
    /// <param name="path">File of the figure.</param>
    public static string WordsPathOf(string path) => Path.ChangeExtension(path, ".alt.txt");

    /// <summary>Writes the PNG, and its alt text beside it; see <see cref="Save"/>.</summary>
    /// <inheritdoc cref="ToPng"/>
    /// <param name="path">File to write.</param>
    /// <param name="widthPx">Width in pixels, 320 to 10,000.</param>
    /// <param name="heightPx">Height in pixels, 240 to 10,000.</param>
    /// <param name="dpi">Pixels per inch, 1 to 10,000.</param>
    /// <exception cref="IOException">It could not be written.</exception>
    public void SavePng(
        string path,
        int widthPx = DefaultWidthPx,
        int heightPx = DefaultHeightPx,
        double dpi = DefaultDpi
    ) => Write(path, ToPng(widthPx, heightPx, dpi));

    /// <summary>Writes the SVG, and its alt text beside it; see <see cref="Save"/>.</summary>
    /// <inheritdoc cref="ToSvg"/>
    /// <param name="path">File to write.</param>
    /// <param name="isTextOutlined">True for outlines of letters, for Office and Inkscape.</param>
    /// <param name="widthPx">Width at which it is laid out, 320 to 10,000.</param>
    /// <param name="heightPx">Height at which it is laid out, 240 to 10,000.</param>
    /// <exception cref="IOException">It could not be written.</exception>
    public void SaveSvg(
        string path,
        bool isTextOutlined = false,
        int widthPx = DefaultVectorWidthPx,
        int heightPx = DefaultVectorHeightPx
    ) => Write(path, Encoding.UTF8.GetBytes(ToSvg(isTextOutlined, widthPx, heightPx)));

    /// <summary>Writes the PDF, and its alt text beside it; see <see cref="Save"/>.</summary>
    /// <inheritdoc cref="ToPdf"/>
    /// <param name="path">File to write.</param>
    /// <param name="widthPx">Width at which it is laid out, 320 to 10,000.</param>
    /// <param name="heightPx">Height at which it is laid out, 240 to 10,000.</param>
    /// <exception cref="IOException">It could not be written.</exception>
    public void SavePdf(string path, int widthPx = DefaultVectorWidthPx, int heightPx = DefaultVectorHeightPx) =>
        Write(path, ToPdf(widthPx, heightPx));

    /// <summary>
    /// Writes the figure as PNG, SVG or PDF, by the ending of the name, and its alt text beside it: <c>fan.png</c> and
    /// <c>fan.alt.txt</c>. Existing files are replaced, folders are made; each file is there whole or not at all.
    /// </summary>
    /// <param name="path">File to write, ending in <c>.png</c>, <c>.svg</c> or <c>.pdf</c>.</param>
    /// <param name="widthPx">Width in pixels, 320 to 10,000; SVG and PDF scale without loss and are laid out 960 wide.</param>
    /// <param name="heightPx">Height in pixels, 240 to 10,000; SVG and PDF are laid out 540 high.</param>
    /// <exception cref="ArgumentException">The name ends in none of them.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A size is out of range.</exception>
    /// <exception cref="IOException">It could not be written; the message says why, and what was there is as it was.</exception>
    public void Save(string path, int widthPx = DefaultWidthPx, int heightPx = DefaultHeightPx)
    {
        var ending = Path.GetExtension(path);
        switch (ending.ToLowerInvariant())
        {
            case ".png":
                SavePng(path, widthPx, heightPx);
                break;
            case ".svg":
                SaveSvg(path);
                break;
            case ".pdf":
                SavePdf(path);
                break;
            default:
                throw new ArgumentException(
                    $"'{path}' ends in '{ending}'; a figure is saved as .png, .svg or .pdf.",
                    nameof(path)
                );
        }
    }

    /// <summary>What a file of a figure says about itself.</summary>
    /// <param name="path">PNG, SVG or PDF.</param>
    /// <exception cref="FigureProofException">It says nothing; the exception says why.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static FigureProof ReadProof(string path) => ProofReader.Read(File.ReadAllBytes(path));

    /// <summary>Layout pixels to picture pixels: small pictures keep their type legible by laying out tighter.</summary>
    internal static double Scale(int widthPx, int heightPx, double typeScale = 1)
    {
        var narrowest = widthPx / NarrowestLayout;
        var wished = Math.Min(widthPx / LayoutWidth, heightPx / LayoutHeight) * typeScale;
        return Math.Max(Math.Min(wished, narrowest), Math.Min(1, narrowest));
    }

    /// <summary>The layout of a picture of some size, for tests that measure it.</summary>
    internal Sheet LayFor(int widthPx, int heightPx) => Scaled(widthPx, heightPx).Sheet;

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

    // The command in a file makes that file, not only that chart.
    private ChartText Written(string[] words) =>
        text with
        {
            Foot = text.Foot with { Origin = Origin?.Written(words) },
        };

    private static string[] Sized(int widthPx, int heightPx, int usualWidthPx, int usualHeightPx) =>
        (widthPx, heightPx) == (usualWidthPx, usualHeightPx) ? [] : ["--size", $"{widthPx}x{heightPx}"];

    // The layout of a picture of some size, and layout pixels to picture pixels.
    private (Sheet Sheet, double Scale) Scaled(int widthPx, int heightPx)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(widthPx, LeastWidthPx);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(widthPx, MostPx);
        ArgumentOutOfRangeException.ThrowIfLessThan(heightPx, LeastHeightPx);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(heightPx, MostPx);
        var scale = Scale(widthPx, heightPx, options.Theme.TypeScale);
        return (Lay(widthPx / scale, heightPx / scale), scale);
    }

    private void Write(string path, byte[] bytes)
    {
        WholeFile.Write(path, bytes);
        WholeFile.Write(WordsPathOf(path), Encoding.UTF8.GetBytes(ToText()));
    }
}
