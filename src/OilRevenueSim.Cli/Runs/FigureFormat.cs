using System.Text;
using OilRevenueSim.Analysis.Precision;
using OilRevenueSim.Reporting;

namespace OilRevenueSim.Cli.Runs;

/// <summary>A format that figures are written in.</summary>
/// <param name="Name">Name, and ending of its files.</param>
/// <param name="Bytes">The figure in it.</param>
internal sealed record FigureFormat(string Name, Func<Figure, FigureStyle, byte[]> Bytes)
{
    private static readonly FigureFormat[] All =
    [
        new("png", (figure, style) => figure.ToPng(style.Size.WidthPx, style.Size.HeightPx, style.Dpi)),
        new(
            "svg",
            (figure, style) =>
                Encoding.UTF8.GetBytes(
                    figure.ToSvg(style.IsTextOutlined, style.VectorSize.WidthPx, style.VectorSize.HeightPx)
                )
        ),
        new("pdf", (figure, style) => figure.ToPdf(style.VectorSize.WidthPx, style.VectorSize.HeightPx)),
        new("csv", (figure, _) => Encoding.UTF8.GetBytes(figure.ToCsv())) { IsTable = true },
    ];

    /// <summary>Names of all formats, the usual one first.</summary>
    public static string[] Names { get; } = [.. All.Select(f => f.Name)];

    /// <summary>Formats of the charts that a command writes into its result: for slides, and for anything that scales.</summary>
    public static FigureFormat[] OfResults { get; } = [.. All.Where(f => f.Name is "png" or "svg")];

    /// <summary>True for the numbers in place of a picture, which only some figures have.</summary>
    public bool IsTable { get; private init; }

    /// <summary>Those of some formats that a figure has.</summary>
    public static FigureFormat[] Of(Figure figure, FigureFormat[] formats) =>
        [.. formats.Where(format => !format.IsTable || figure.Numbers is not null)];

    /// <summary>Ending of its files, with the dot.</summary>
    public string Ending => "." + Name;

    /// <summary>The usual one.</summary>
    public static FigureFormat Usual => All[0];

    /// <summary>Formats in words separated by commas.</summary>
    /// <exception cref="InputException">There is no such format.</exception>
    public static FigureFormat[] Parse(string words) =>
        [
            .. words
                .Split(',', StringSplitOptions.TrimEntries)
                .Select(word =>
                    Array.Find(All, f => f.Name == word)
                    ?? throw new InputException(
                        $"--format {word}: there is {string.Join(", ", Names)}"
                            + (NearestWord.To(word, Names) is { } near ? $"\n  hint: did you mean {near}?" : "")
                    )
                )
                .Distinct(),
        ];

    /// <summary>Format that the name of a file says, or null.</summary>
    public static FigureFormat? OfName(string file) =>
        Array.Find(All, f => file.EndsWith(f.Ending, StringComparison.OrdinalIgnoreCase));
}
