using OilRevenueSim.Analysis.Words;
using OilRevenueSim.Cli.Commands;
using OilRevenueSim.Reporting;

namespace OilRevenueSim.Cli.Runs;

/// <summary>How figures are written.</summary>
/// <param name="Formats">Formats asked for, or null where the name of the file says it.</param>
/// <param name="Size">Size of a PNG.</param>
/// <param name="VectorSize">Size at which SVG and PDF are laid out.</param>
/// <param name="Dpi">Pixels per inch of a PNG.</param>
/// <param name="IsTextOutlined">True for outlines of letters in an SVG.</param>
/// <param name="Language">Language of what we write.</param>
internal sealed record FigureStyle(
    FigureFormat[]? Formats,
    PictureSize Size,
    PictureSize VectorSize,
    double Dpi,
    bool IsTextOutlined,
    Language Language
)
{
    /// <summary>As figures are written unless told.</summary>
    public static FigureStyle Usual { get; } =
        new(
            null,
            PictureSize.Default,
            new PictureSize(Figure.DefaultVectorWidthPx, Figure.DefaultVectorHeightPx),
            Figure.DefaultDpi,
            IsTextOutlined: false,
            Language.English
        );
}
