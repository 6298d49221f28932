using ScottPlot;
using SkiaSharp;

namespace OilRevenueSim.Reporting.Layout;

/// <summary>The area between two lines, plain or hatched with lines that stay lines in SVG.</summary>
internal sealed class AreaPlottable(double[] xs, double[] lows, double[] highs, Fill fill, Theme theme) : IPlottable
{
    public bool IsVisible { get; set; } = true;

    public IAxes Axes { get; set; } = new ScottPlot.Axes();

    public IEnumerable<LegendItem> LegendItems => LegendItem.None;

    public AxisLimits GetAxisLimits() => AxisLimits.NoLimits;

    public void Render(RenderPack rp)
    {
        using var path = new SKPath();
        for (var i = 0; i < xs.Length; i++)
        {
            var pixel = Axes.GetPixel(new Coordinates(xs[i], highs[i]));
            if (i == 0)
            {
                path.MoveTo(pixel.X, pixel.Y);
            }
            else
            {
                path.LineTo(pixel.X, pixel.Y);
            }
        }

        for (var i = xs.Length - 1; i >= 0; i--)
        {
            var pixel = Axes.GetPixel(new Coordinates(xs[i], lows[i]));
            path.LineTo(pixel.X, pixel.Y);
        }

        path.Close();
        fill.Paint(rp.Canvas, path, theme);
    }
}
