using OilRevenueSim.Analysis.Words;
using SkiaSharp;

namespace OilRevenueSim.Reporting.Layout;

/// <summary>A figure laid out for one size: data areas, small ink and measured text; drawn to PNG and SVG alike.</summary>
internal sealed class Sheet(double width, double height, Theme theme, Language words)
{
    private readonly List<Panel> panels = [];
    private readonly List<Mark> marks = [];
    private readonly List<Label> labels = [];

    /// <summary>Colours and type of everything on the sheet.</summary>
    public Theme Theme { get; } = theme;

    /// <summary>What the author decided: words above, marking.</summary>
    public FigureOptions Options { get; init; } = new();

    /// <summary>Language of everything that is written here.</summary>
    public Language Words { get; } = words;

    public Box Canvas { get; } = new(0, 0, width, height);

    public IReadOnlyList<Panel> Panels => panels;

    public IReadOnlyList<Label> Labels => labels;

    public IReadOnlyList<Mark> Marks => marks;

    public Panel Add(Panel panel)
    {
        panels.Add(panel);
        return panel;
    }

    public void Add(Mark mark) => marks.Add(mark);

    public void Add(Label label) => labels.Add(label);

    public void Line(double x1, double y1, double x2, double y2, SKColor colour, double width, bool isDashed = false) =>
        marks.Add(new LineMark(x1, y1, x2, y2, colour, width, isDashed));

    /// <summary>Places one line of text.</summary>
    public Label Text(
        Role role,
        string text,
        Style style,
        Anchor anchor,
        double x,
        double baseline,
        bool hasHalo = false
    )
    {
        var label = Measure(role, text, style, anchor, x, baseline, hasHalo);
        labels.Add(label);
        return label;
    }

    /// <summary>Measures one line of text without placing it.</summary>
    public static Label Measure(
        Role role,
        string text,
        Style style,
        Anchor anchor,
        double x,
        double baseline,
        bool hasHalo = false
    )
    {
        var clean = Wording.Clean(text, style.Face);
        return new Label(role, clean, style, anchor, x, baseline, Wording.Width(clean, style), hasHalo);
    }

    /// <summary>Places a wrapped text from <paramref name="top"/> down; returns where it ends.</summary>
    public double Paragraph(Role role, string text, Style style, double x, double top, double width, int maxLines)
    {
        foreach (var line in Wording.WrapEvenly(text, style, width, maxLines))
        {
            Text(role, line, style, Anchor.Start, x, top + (Face.Ascent * style.Size));
            top += style.LineHeight;
        }

        return top;
    }

    /// <summary>Draws all but the text: the SVG writer sets text itself.</summary>
    public void DrawInk(SKCanvas canvas)
    {
        using (var paper = new SKPaint { Color = Theme.Paper })
        {
            canvas.DrawRect(0, 0, (float)Canvas.Width, (float)Canvas.Height, paper);
        }

        foreach (var panel in panels)
        {
            panel.Draw(canvas, Theme);
        }

        foreach (var mark in marks)
        {
            mark.Draw(canvas, Theme);
        }
    }

    /// <summary>Draws the text.</summary>
    /// <param name="canvas">Canvas.</param>
    /// <param name="isOutlined">True to draw letters as shapes.</param>
    public void DrawText(SKCanvas canvas, bool isOutlined = false)
    {
        foreach (var label in labels)
        {
            var style = label.Style;
            if (label.HasHalo)
            {
                using var halo = new SKPaint
                {
                    IsAntialias = true,
                    IsStroke = true,
                    StrokeWidth = (float)Theme.Halo,
                    StrokeJoin = SKStrokeJoin.Round,
                    Color = Theme.Paper,
                };
                style.Face.Draw(canvas, label.Text, label.Left, label.Baseline, style.Size, halo, isOutlined);
            }

            using var paint = new SKPaint { IsAntialias = true, Color = style.Colour };
            style.Face.Draw(canvas, label.Text, label.Left, label.Baseline, style.Size, paint, isOutlined);
        }
    }
}
