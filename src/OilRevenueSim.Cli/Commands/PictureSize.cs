using System.CommandLine;
using System.Globalization;
using OilRevenueSim.Reporting;

namespace OilRevenueSim.Cli.Commands;

/// <summary>Size of a PNG in pixels.</summary>
/// <param name="WidthPx">Width.</param>
/// <param name="HeightPx">Height.</param>
internal readonly record struct PictureSize(int WidthPx, int HeightPx)
{
    /// <summary>The size where none is given.</summary>
    public static PictureSize Default { get; } = new(Figure.DefaultWidthPx, Figure.DefaultHeightPx);

    /// <summary>The option <c>--size</c>.</summary>
    /// <param name="description">What has this size.</param>
    public static Option<PictureSize> Option(string description) =>
        new("--size")
        {
            HelpName = "WxH",
            Description = description,
            DefaultValueFactory = _ => Default,
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                if (Parse(text) is { } size)
                {
                    return size;
                }

                result.AddError(
                    $"--size takes a width of {Figure.LeastWidthPx} to {Figure.MostPx:N0} and a height of {Figure.LeastHeightPx} "
                        + $"to {Figure.MostPx:N0} pixels, e.g. 1000x560, not '{text}'"
                );
                return Default;
            },
        };

    /// <inheritdoc />
    public override string ToString() => $"{WidthPx}x{HeightPx}";

    private static PictureSize? Parse(string text)
    {
        static int? Pixels(string part, int least) =>
            int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var pixels)
            && pixels >= least
            && pixels <= Figure.MostPx
                ? pixels
                : null;
        return
            text.Split('x') is [var wide, var high]
            && Pixels(wide, Figure.LeastWidthPx) is { } width
            && Pixels(high, Figure.LeastHeightPx) is { } height
            ? new PictureSize(width, height)
            : null;
    }
}
