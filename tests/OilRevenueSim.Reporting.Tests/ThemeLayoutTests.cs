using OilRevenueSim.Reporting.Layout;
using Xunit;

namespace OilRevenueSim.Reporting.Tests;

/// <summary>Every kind of figure, for paper and for slides, from a half-page column to a slide, with all that an author may add.</summary>
public sealed class ThemeLayoutTests
{
    internal static readonly (int Width, int Height)[] Sizes =
    [
        (640, 480),
        (800, 600),
        (960, 540),
        (1000, 500),
        (1600, 900),
        (1920, 1080),
    ];

    [Theory]
    [MemberData(nameof(Gallery.Names), MemberType = typeof(Gallery))]
    public void Every_text_is_inside_and_clear_of_the_others_and_of_the_logo(string name)
    {
        var faults = new List<string>();
        foreach (var (variant, options) in SampleThemes.Options)
        {
            foreach (var scale in (FigureTheme[])[FigureTheme.Print, FigureTheme.Screen])
            {
                var theme = options.Theme with { TypeScale = scale.TypeScale, LineScale = scale.LineScale };
                var figure = Gallery.Figures[name]().With(options with { Theme = theme });
                foreach (var (width, height) in Sizes)
                {
                    faults.AddRange(
                        Faults(figure.LayFor(width, height))
                            .Select(f => $"{name}, {variant}, {scale.Name}, {width} × {height}: {f}")
                    );
                }
            }
        }

        Assert.True(faults.Count == 0, $"{faults.Count} faults\n" + string.Join("\n", faults.Take(20)));
    }

    internal static IEnumerable<string> Faults(Sheet sheet)
    {
        var canvas = sheet.Canvas.Inset(4, 4, 4, 4);
        var logo = sheet.Marks.OfType<PictureMark>().Select(m => (Box?)m.Box).SingleOrDefault();
        for (var i = 0; i < sheet.Labels.Count; i++)
        {
            var label = sheet.Labels[i];
            if (!(label.Text.Length > 0 && label.Width > 0))
            {
                yield return "an empty text";
            }

            if (!canvas.Contains(label.Box))
            {
                yield return $"'{label.Text}' leaves the canvas: {label.Box} of {canvas}";
            }

            if (logo is { } box && label.Box.Overlaps(box))
            {
                yield return $"'{label.Text}' lies on the logo";
            }

            for (var j = 0; j < i; j++)
            {
                if (label.Box.Overlaps(sheet.Labels[j].Box))
                {
                    yield return $"'{label.Text}' {label.Box} lies on '{sheet.Labels[j].Text}' {sheet.Labels[j].Box}";
                }
            }
        }

        foreach (var panel in sheet.Panels)
        {
            if (logo is { } box && panel.Data.Overlaps(box))
            {
                yield return "data lie on the logo";
            }

            if (panel.Data.Height < 20 || panel.Data.Width < 20)
            {
                yield return $"data have no room: {panel.Data}";
            }
        }
    }
}
