using OilRevenueSim.Reporting.Layout;
using Xunit;

namespace OilRevenueSim.Reporting.Tests;

public sealed class TableHeadTests
{
    [Fact]
    public void Width_that_narrow_columns_do_not_need_makes_the_head_lower()
    {
        var chart = CourseFigureTests.Eleven();
        const string Payers =
            "Who pays: National Oil Corporation, North Oil Company, Syrian Petroleum Company and its partners";
        chart = chart with
        {
            Columns = [.. chart.Columns.Select((c, i) => i < 5 ? c : c with { Group = Payers })],
            Rows = [.. chart.Rows.Take(4)],
        };
        var labels = Figure.From(chart).Lay(640, 480).Labels;
        var payers = labels.Where(l => l.Role == Role.PanelTitle && l.Text != "Islamic State").ToList();

        Assert.Equal(Payers, string.Join(" ", payers.Select(l => l.Text)));
        Assert.InRange(payers.Count, 1, 4);
    }
}
