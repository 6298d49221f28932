using System.Globalization;
using System.Security;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Reporting.Layout;
using SkiaSharp;

namespace OilRevenueSim.Reporting.Output;

/// <summary>A sheet as SVG: shapes from Skia, text as text with the fonts used embedded whole, or as outlines.</summary>
internal static partial class SvgPicture
{
    private const string Shipped = "Open Sans";
    private const string Arabic = "Noto Sans Arabic";

    /// <summary>Draws.</summary>
    /// <param name="sheet">Sheet.</param>
    /// <param name="scale">Layout pixels to pixels of the document.</param>
    /// <param name="isTextOutlined">True to draw letters as shapes.</param>
    /// <param name="text">Title, alt text, origin.</param>
    public static string Draw(Sheet sheet, double scale, bool isTextOutlined, ChartText text)
    {
        var (shapes, prefix) = NameClips(Shapes(sheet, isTextOutlined));
        var (width, height) = (Number(sheet.Canvas.Width), Number(sheet.Canvas.Height));
        var svg = new StringBuilder();
        svg.Append("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
        svg.Append("<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"");
        var (wide, high) = (Number(scale * sheet.Canvas.Width), Number(scale * sheet.Canvas.Height));
        svg.Append(CultureInfo.InvariantCulture, $" width=\"{wide}\" height=\"{high}\"");
        svg.Append(CultureInfo.InvariantCulture, $" viewBox=\"0 0 {width} {height}\"");
        svg.Append(CultureInfo.InvariantCulture, $" role=\"img\" aria-labelledby=\"{prefix}-title {prefix}-desc\">\n");
        svg.Append(CultureInfo.InvariantCulture, $"<title id=\"{prefix}-title\">{Escape(text.Title)}</title>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<desc id=\"{prefix}-desc\">{Escape(text.AltText)}</desc>\n");
        svg.Append("<metadata>").Append(Xmp.Rdfs(text)).Append("</metadata>\n");
        if (isTextOutlined)
        {
            return svg.Append("<g>").Append(shapes).Append("</g>\n</svg>\n").ToString();
        }

        AppendFonts(svg, sheet);
        svg.Append("<g>").Append(shapes).Append("</g>\n");
        svg.Append("<g font-family=\"'Open Sans', sans-serif\" stroke-linejoin=\"round\">\n");
        foreach (var label in sheet.Runs)
        {
            AppendLabel(svg, sheet, label);
        }

        return svg.Append("</g>\n</svg>\n").ToString();
    }

    private static void AppendFonts(StringBuilder svg, Sheet sheet)
    {
        svg.Append("<style>\n");
        var faces = sheet.Runs.Select(l => l.Style.Face).Distinct();
        var ordered = faces.OrderBy(f => (FamilyOf(f) != Shipped, f.IsItalic, f.Weight)).ToList();
        if (ordered.Exists(f => FamilyOf(f) == Shipped))
        {
            svg.Append("/* Open Sans, (c) 2010-2011 Google Corporation, Apache License 2.0 */\n");
        }

        if (ordered.Exists(f => FamilyOf(f) == Arabic))
        {
            svg.Append("/* Noto Sans Arabic, (c) 2015-2020 Google LLC, SIL Open Font License 1.1 */\n");
        }

        foreach (var face in ordered)
        {
            var slant = face.IsItalic ? "italic" : "normal";
            svg.Append(
                CultureInfo.InvariantCulture,
                $"@font-face{{font-family:'{FamilyOf(face)}';font-weight:{face.Weight};font-style:{slant};"
            );
            svg.Append("src:url(data:font/ttf;base64,");
            svg.Append(Convert.ToBase64String(face.File.AsSpan()));
            svg.Append(") format('truetype');}\n");
        }

        svg.Append("</style>\n");
    }

    private static string Shapes(Sheet sheet, bool withLetters)
    {
        using var stream = new MemoryStream();
        var bounds = new SKRect(0, 0, (float)sheet.Canvas.Width, (float)sheet.Canvas.Height);
        using (var canvas = SKSvgCanvas.Create(bounds, stream))
        {
            sheet.DrawInk(canvas);
            if (withLetters)
            {
                sheet.DrawText(canvas, isOutlined: true);
            }
        }

        var svg = Encoding.UTF8.GetString(stream.ToArray());
        var start = svg.IndexOf('>', svg.IndexOf("<svg", StringComparison.Ordinal)) + 1;
        return LongNumber().Replace(svg[start..svg.LastIndexOf("</svg>", StringComparison.Ordinal)].Trim(), "");
    }

    // Skia counts its clips and pictures over the life of the process: the same figure would differ from one drawing to the next.
    // Numbered anew, behind a prefix from the drawing itself, so that two figures fit into one page.
    private static (string Shapes, string Prefix) NameClips(string shapes)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var plain = ClipName().Replace(shapes, match => Name(match.Value));
        var prefix = "f" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(plain)).AsSpan(0, 4));
        names.Clear();
        return (ClipName().Replace(shapes, match => prefix + "-" + Name(match.Value)), prefix);

        string Name(string skia)
        {
            if (!names.TryGetValue(skia, out var name))
            {
                names[skia] = name = "clip" + (names.Count + 1).ToString(CultureInfo.InvariantCulture);
            }

            return name;
        }
    }

    [GeneratedRegex(
        "(?<=id=\"|url\\(#|href=\"#)(?:cl_[0-9a-f]+|img_[0-9]+)",
        RegexOptions.None,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex ClipName();

    // Digits beyond a thousandth of a pixel only make the file larger.
    [GeneratedRegex("(?<=[0-9]\\.[0-9]{3})[0-9]+", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex LongNumber();

    private static void AppendLabel(StringBuilder svg, Sheet sheet, Label label)
    {
        var style = label.Style;
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Number(label.X)}\" y=\"{Number(label.Baseline)}\"");
        svg.Append(CultureInfo.InvariantCulture, $" font-size=\"{Number(style.Size * style.Face.Fit)}\"");
        if (FamilyOf(style.Face) is var family and not Shipped)
        {
            svg.Append(CultureInfo.InvariantCulture, $" font-family=\"'{Escape(family)}', sans-serif\"");
        }

        if (style.Face.Weight != 400)
        {
            svg.Append(CultureInfo.InvariantCulture, $" font-weight=\"{style.Face.Weight}\"");
        }

        if (style.Face.IsItalic)
        {
            svg.Append(" font-style=\"italic\"");
        }

        if (TextRuns.HasArabic(label.Text))
        {
            // Else a comma behind a word would stand before it. The end of a text that is read from the right is its left.
            svg.Append(" direction=\"rtl\" text-anchor=\"end\"");
        }
        else if (label.Anchor != Anchor.Start)
        {
            svg.Append(label.Anchor == Anchor.Middle ? " text-anchor=\"middle\"" : " text-anchor=\"end\"");
        }

        // A program that passes over the fonts above sets another as wide: letters are stretched, not parted, so Arabic stays joined.
        svg.Append(CultureInfo.InvariantCulture, $" textLength=\"{Number(label.Width)}\"");
        svg.Append(" lengthAdjust=\"spacingAndGlyphs\"");
        svg.Append(CultureInfo.InvariantCulture, $" fill=\"{Hex(style.Colour)}\"");
        if (label.HasHalo)
        {
            svg.Append(CultureInfo.InvariantCulture, $" stroke=\"{Hex(sheet.Theme.Paper)}\"");
            svg.Append(CultureInfo.InvariantCulture, $" stroke-width=\"{Number(Theme.Halo)}\" paint-order=\"stroke\"");
        }

        svg.Append(CultureInfo.InvariantCulture, $">{Escape(label.Text)}</text>\n");
    }

    // The real name, so that a program that knows no embedded fonts takes the installed one; without what would end a name in CSS.
    private static string FamilyOf(Face face) =>
        string.Concat(face.Family.Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-'));

    private static string Hex(SKColor colour) => $"#{colour.Red:x2}{colour.Green:x2}{colour.Blue:x2}";

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Escape(string text) =>
        SecurityElement.Escape(string.Concat(text.Where(c => !char.IsControl(c) || c is '\n' or '\t')));
}
