using System.Collections.Immutable;
using OilRevenueSim.Reporting.Layout;
using SkiaSharp;

namespace OilRevenueSim.Reporting.Geography;

/// <summary>Land, water, coasts and borders, quiet, cut off at the frame.</summary>
internal sealed record GroundMark(MapView View) : Mark
{
    private const double SeaTint = 0.09;
    private const double LandTint = 0.18;
    private const float CoastWidth = 0.9f;
    private const float BorderWidth = 1.1f;

    public override void Draw(SKCanvas canvas, Theme theme)
    {
        var frame = View.Frame;
        var box = new SKRect((float)frame.Left, (float)frame.Top, (float)frame.Right, (float)frame.Bottom);
        using var ground = new SKPaint { Color = Theme.Mix(theme.Paper, theme.Accent, SeaTint) };
        canvas.DrawRect(box, ground);
        using var land = new SKPath { FillType = SKPathFillType.EvenOdd };
        foreach (var ring in WorldAtlas.World.Land.SelectMany(ring => View.Rings(ring)))
        {
            Append(land, ring);
            land.Close();
        }

        ground.IsAntialias = true;
        ground.Color = Theme.Mix(theme.Paper, theme.Grid, LandTint);
        canvas.DrawPath(land, ground);
        DrawLines(canvas, WorldAtlas.World.Coasts, Theme.Mix(theme.Paper, theme.Accent, 0.45), CoastWidth);
        DrawLines(canvas, WorldAtlas.World.Borders, theme.Leader, BorderWidth);
        using var rim = new SKPaint
        {
            IsStroke = true,
            Color = theme.Leader,
            StrokeWidth = 1,
        };
        canvas.DrawRect(box, rim);
    }

    private void DrawLines(SKCanvas canvas, IEnumerable<ImmutableArray<MapPoint>> lines, SKColor colour, float width)
    {
        using var path = new SKPath();
        foreach (var part in lines.SelectMany(line => View.Lines(line)))
        {
            Append(path, part);
        }

        using var paint = new SKPaint
        {
            IsAntialias = true,
            IsStroke = true,
            Color = colour,
            StrokeWidth = width,
            StrokeJoin = SKStrokeJoin.Round,
        };
        canvas.DrawPath(path, paint);
    }

    private static void Append(SKPath path, List<MapPoint> points)
    {
        path.MoveTo((float)points[0].X, (float)points[0].Y);
        foreach (var point in points.Skip(1))
        {
            path.LineTo((float)point.X, (float)point.Y);
        }
    }
}
