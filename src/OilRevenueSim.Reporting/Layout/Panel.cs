using ScottPlot;
using SkiaSharp;
using Color = ScottPlot.Color;

namespace OilRevenueSim.Reporting.Layout;

/// <summary>A data area: a frameless ScottPlot plot at a fixed place, with the map from values to layout pixels.</summary>
internal sealed class Panel
{
    private const double Bleed = 2;

    private readonly List<Action<Plot, Theme>> layers = [];

    public Panel(Box data, double xMin, double xMax, double yMin, double yMax)
    {
        Data = data;
        (XMin, XMax, YMin, YMax) = (xMin, xMax, yMin, yMax);
    }

    public Box Data { get; }
    public double XMin { get; }
    public double XMax { get; }
    public double YMin { get; }
    public double YMax { get; }

    public double X(double value) => Data.Left + ((value - XMin) / (XMax - XMin) * Data.Width);

    public double Y(double value) => Data.Bottom - ((value - YMin) / (YMax - YMin) * Data.Height);

    public void Gridline(double y, SKColor colour) => Line([XMin, XMax], [y, y], colour, 1);

    public void Area(double[] xs, double[] lows, double[] highs, Fill fill) =>
        layers.Add((plot, theme) => plot.Add.Plottable(new AreaPlottable(xs, lows, highs, fill, theme)));

    public void Line(double[] xs, double[] ys, SKColor colour, double width, bool isDashed = false) =>
        layers.Add(
            (plot, theme) =>
            {
                var line = plot.Add.ScatterLine(xs, ys, Convert(colour));
                line.LineWidth = (float)theme.Stroke(width);
                line.MarkerSize = 0;
                if (isDashed)
                {
                    line.LinePattern = new LinePattern(Theme.Dash, 0, "theme");
                }
            }
        );

    public void Bar(double centre, double width, double low, double high, Fill fill) =>
        Area([centre - (width / 2), centre + (width / 2)], [low, low], [high, high], fill);

    public void Draw(SKCanvas canvas, Theme theme)
    {
        using var plot = new Plot();
        plot.Layout.Frameless();
        plot.HideAxesAndGrid();
        plot.FigureBackground.Color = Colors.Transparent;
        plot.DataBackground.Color = Colors.Transparent;
        // ScottPlot clips at its edge; a bleed keeps the lines at the limits whole, and the canvas is not its own.
        plot.RenderManager.ClearCanvasBeforeEachRender = false;
        var (xBleed, yBleed) = (Bleed * (XMax - XMin) / Data.Width, Bleed * (YMax - YMin) / Data.Height);
        plot.Axes.SetLimits(XMin - xBleed, XMax + xBleed, YMin - yBleed, YMax + yBleed);
        foreach (var layer in layers)
        {
            layer(plot, theme);
        }

        var box = Data.Grow(Bleed);
        plot.Render(canvas, new PixelRect((float)box.Left, (float)box.Right, (float)box.Bottom, (float)box.Top));
    }

    private static Color Convert(SKColor colour) => new(colour.Red, colour.Green, colour.Blue, colour.Alpha);
}
