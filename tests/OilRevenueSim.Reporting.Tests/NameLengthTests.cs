using OilRevenueSim.Reporting.Layout;
using Xunit;

namespace OilRevenueSim.Reporting.Tests;

/// <summary>Every kind of figure with the longest and the shortest names, for paper and for slides, from a half-page column to a slide.</summary>
public sealed class NameLengthTests
{
    [Theory]
    [MemberData(nameof(Gallery.Names), MemberType = typeof(Gallery))]
    public void Very_long_and_very_short_names_are_inside_and_clear_too(string name)
    {
        var faults = new List<string>();
        foreach (var theme in (FigureTheme[])[FigureTheme.Print, FigureTheme.Screen])
        {
            foreach (var isLong in (bool[])[true, false])
            {
                var figure = isLong
                    ? Relabelled.Long(Gallery.Figures[name]())
                    : Relabelled.Short(Gallery.Figures[name]());
                figure = figure.With(new FigureOptions { Theme = theme, Marking = SampleThemes.Marking });
                foreach (var (width, height) in ThemeLayoutTests.Sizes)
                {
                    faults.AddRange(
                        ThemeLayoutTests
                            .Faults(figure.LayFor(width, height))
                            .Select(f =>
                                $"{name}, {(isLong ? "long" : "short")}, {theme.Name}, {width} × {height}: {f}"
                            )
                    );
                }
            }
        }

        Assert.True(faults.Count == 0, $"{faults.Count} faults\n" + string.Join("\n", faults.Take(20)));
    }
}
