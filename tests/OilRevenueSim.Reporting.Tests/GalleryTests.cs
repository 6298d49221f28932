using Xunit;

namespace OilRevenueSim.Reporting.Tests;

public sealed class GalleryTests
{
    /// <summary>Where to put the pictures for a look; nowhere when unset.</summary>
    private static readonly string? Folder = Environment.GetEnvironmentVariable("OILSIM_GALLERY");

    [Theory]
    [MemberData(nameof(Gallery.Names), MemberType = typeof(Gallery))]
    public void Every_figure_is_drawn_in_both_forms_and_sizes(string name)
    {
        var figure = Gallery.Figures[name]();
        var large = figure.ToPng();
        var small = figure.ToPng(800, 500);
        var svg = figure.ToSvg();
        Assert.NotEmpty(large);
        Assert.NotEmpty(small);
        Assert.NotEmpty(svg);
        if (Folder is not null)
        {
            Directory.CreateDirectory(Folder);
            File.WriteAllBytes(Path.Combine(Folder, name + ".png"), large);
            File.WriteAllBytes(Path.Combine(Folder, name + "-small.png"), small);
            File.WriteAllText(Path.Combine(Folder, name + ".svg"), svg);
            File.WriteAllBytes(Path.Combine(Folder, name + "-column.png"), figure.ToPng(640, 480));
            var slide = figure.With(
                new FigureOptions
                {
                    Marking = SampleThemes.Marking,
                    Theme = FigureTheme.Screen.WithLogo(LogoPlace.Head),
                }
            );
            File.WriteAllBytes(Path.Combine(Folder, name + "-slide.png"), slide.ToPng());
            File.WriteAllText(Path.Combine(Folder, name + "-slide.svg"), slide.ToSvg());
            var crowded = figure.With(SampleThemes.Options["all at the head"]);
            File.WriteAllBytes(Path.Combine(Folder, name + "-crowded.png"), crowded.ToPng(640, 480));
        }
    }
}
