using OilRevenueSim.Reporting.Layout;
using Xunit;

namespace OilRevenueSim.Reporting.Tests;

/// <summary>What small sheets have room for.</summary>
public sealed class RoomTests
{
    [Fact]
    public void A_slide_has_quantiles_of_six_courses()
    {
        var chart = SampleCourseCharts.Linked(10);
        var options = new FigureOptions { Theme = FigureTheme.Screen };
        Assert.InRange(Figure.From(chart).With(options).LayFor(960, 540).Panels.Count, 6, 9);
    }

    [Fact]
    public void A_bar_of_a_table_stands_under_its_number_however_many_lines_the_name_takes()
    {
        const string Name = "Syrian Petroleum Company and all of its many partners";
        var chart = SampleMoney.Table(3, columns: 3);
        chart = chart with { Rows = [.. chart.Rows.Select(r => r with { Label = Name })] };
        var sheet = Figure.From(chart).Lay(700, 525);
        var numbers = sheet.Labels.Where(l => l.Role == Role.Direct).ToList();
        var bars = sheet.Marks.OfType<RectMark>().ToList();

        Assert.NotEmpty(bars);
        Assert.Contains(sheet.Labels, l => l.Role == Role.Key && l.Text != Name);
        Assert.All(
            bars,
            bar => Assert.Contains(numbers, n => bar.Box.Top >= n.Box.Bottom && bar.Box.Top - n.Box.Bottom < 5)
        );
    }
}
