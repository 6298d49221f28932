using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Analysis.Headlines;
using OilRevenueSim.Analysis.Money;
using OilRevenueSim.Analysis.Tests.Synthetic;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Analysis.Tests.Charts;

public sealed class MoneyChartFacts
{
    private static readonly double[] None = new double[4];

    private static double[] Each(double usd) => [usd, usd, usd, usd];

    private static SyntheticResult Libya() =>
        new SyntheticResult(4)
            .Record(SyntheticResult.Money("noc", ReportQuantity.Sales), Each(20e9), Each(5e9), Each(2e9))
            .Record(SyntheticResult.Money("noc", ReportQuantity.Transfers), Each(-1e9), None, None)
            .Record(SyntheticResult.Money("noc", ReportQuantity.Forgone), Each(50e9), Each(1e9), Each(1e9))
            .Record(SyntheticResult.Money("noc", ReportQuantity.Damage), None, None, None)
            .Record(SyntheticResult.Money("islamic-state", ReportQuantity.Levies), [0, 0, 0, 12e6], None, None)
            .Record(SyntheticResult.Money("islamic-state", ReportQuantity.OtherIncome), Each(3e6), None, None)
            .Record(SyntheticResult.Money("guards", ReportQuantity.OtherIncome), Each(9e6), None, None)
            .Record(SyntheticResult.Money(Actor.Nobody, ReportQuantity.Diverted), None, Each(7e6), None);

    [Fact]
    public void The_five_quantities_stand_in_columns_of_their_own_receipts_first()
    {
        var table = MoneyTable.From(Libya().Build());
        Assert.Equal(
            [
                "sales",
                "levies",
                "transfers, in less out",
                "diverted value, by who took it",
                "revenue forgone",
                "other income",
            ],
            table.Columns.Select(c => c.Title)
        );
        // Sales, levies, diverted value, forgone revenue; no damage anywhere.
        Assert.Equal(4, table.Quantities);
    }

    [Fact]
    public void Rows_are_the_actors_that_have_any_focus_first_and_nobody_last() =>
        Assert.Equal(
            ["Islamic State in Libya", "National Oil Corporation", "Nobody"],
            MoneyTable.From(Libya().Build()).Rows.Select(r => r.Actor.Label)
        );

    [Fact]
    public void Cells_are_means_over_the_whole_horizon_with_their_error()
    {
        var table = MoneyTable.From(Libya().Build());
        MeanWithError?[] state = [.. table.Rows[0].Cells];
        // One path of four has 12 million: mean 3, standard deviation 6, error 3.
        Assert.Equal([false, true, false, false, false, true], state.Select(cell => cell is not null));
        Assert.Equal((3e6, 3e6), (state[1]!.Value.MeanUsd, state[1]!.Value.StandardErrorUsd));
        // Student's t of three degrees of freedom.
        Assert.Equal(3.182446305284 * 3e6, state[1]!.Value.HalfWidthUsd, 1e-3);
        Assert.Equal(new MeanWithError(3e6, 0, 0), state[5]);
        Assert.Equal(27e9, table.Rows[1].Cells[0]!.Value.MeanUsd);
        Assert.Equal(-1e9, table.Rows[1].Cells[2]!.Value.MeanUsd);
        Assert.Equal(52e9, table.Rows[1].Cells[4]!.Value.MeanUsd);
    }

    [Fact]
    public void Without_income_that_is_not_oil_its_column_is_gone_and_so_are_rows_of_nothing_else()
    {
        var scenario = SyntheticResult.Libya() with { Focus = ["guards", "islamic-state"] };
        var result = new SyntheticResult(4, scenario)
            .Record(SyntheticResult.Money("guards", ReportQuantity.OtherIncome), Each(9e6), None, None)
            .Record(SyntheticResult.Money("islamic-state", ReportQuantity.Sales), Each(1e6), None, None)
            .Build();
        var table = MoneyTable.From(result);
        Assert.Equal(2, table.Rows.Length);
        var oil = table.Without(MoneyKind.NotOil);
        Assert.Equal(["sales"], oil.Columns.Select(c => c.Title));
        Assert.Equal("Islamic State in Libya", Assert.Single(oil.Rows).Actor.Label);
    }

    [Fact]
    public void The_chart_has_receipts_and_nobodys_income_in_groups_and_no_total()
    {
        var chart = MoneyCharts.Of(Libya().Build())!;
        Assert.Equal(
            ["Receipts: who gets", "Nobody's income: whose loss", "Not oil"],
            chart.Columns.Select(c => c.Group).Distinct()
        );
        Assert.Equal(
            "Islamic State in Libya: 3 million USD of levies; National Oil Corporation: 52 billion USD of revenue forgone",
            chart.Text.Title
        );
        // Half of the 95 % interval: 3.18 standard errors of four futures.
        Assert.Equal("3 ± 10", chart.Rows[0].Cells[1].Text);
        Assert.Equal("3", chart.Rows[0].Cells[1].Brief);
        Assert.Equal("million USD", chart.Columns[1].Unit);
        Assert.All(chart.Rows, row => Assert.Equal(chart.Columns.Length, row.Cells.Length));
        Assert.DoesNotContain("total", string.Join(" ", chart.Columns.Select(c => c.Title)), StringComparison.Ordinal);
    }

    [Fact]
    public void An_actor_that_gets_most_and_loses_most_is_named_once()
    {
        var result = new SyntheticResult(4, SyntheticResult.Libya() with { Focus = ["noc"] })
            .Record(SyntheticResult.Money("noc", ReportQuantity.Sales), Each(27e9), None, None)
            .Record(SyntheticResult.Money("noc", ReportQuantity.Forgone), Each(52e9), None, None)
            .Build();

        Assert.Equal(
            "National Oil Corporation: oil sold for 27 billion USD and 52 billion USD of revenue forgone",
            MoneyCharts.Of(result)!.Text.Title
        );
    }

    [Fact]
    public void An_actor_that_is_asked_about_and_gets_nothing_has_a_row_that_says_so()
    {
        var chart = MoneyCharts.Of(
            new SyntheticResult(4)
                .Record(SyntheticResult.Money("noc", ReportQuantity.Sales), Each(20e9), Each(5e9), Each(2e9))
                .Build()
        )!;
        Assert.Equal(["Islamic State in Libya", "National Oil Corporation"], chart.Rows.Select(r => r.Label));
        Assert.Equal("nothing", chart.Rows[0].Cells[0].Text);
        Assert.Equal([1, 0], chart.Told);
    }

    [Fact]
    public void All_bars_have_one_scale()
    {
        var chart = MoneyCharts.Of(Libya().Build())!;
        // Transfers are negative for one actor, so that their zero lies in the middle: half the length for the same sum.
        Assert.Equal([104e9, 104e9, 52e9, 104e9, 104e9, 104e9], chart.Columns.Select(c => c.Largest));
    }

    [Fact]
    public void Actors_have_the_colours_of_the_chart_of_holders()
    {
        var holders = HolderCharts
            .Of(
                Libya()
                    .RecordMean(new SeriesKey("guards", "sirte", null, ReportQuantity.ProbabilityHolds), 0.4, 0.4, 0.4)
                    .RecordMean(
                        new SeriesKey("islamic-state", "sirte", null, ReportQuantity.ProbabilityHolds),
                        0.5,
                        0.5,
                        0.5
                    )
                    .Build()
            )!
            .Actors.ToDictionary(a => a.Label, a => a.Colour);
        var money = MoneyCharts.Of(Libya().Build())!.Rows.Select(r => r.Actor!).ToList();
        Assert.Equal(holders["Islamic State in Libya"], money[0].Colour);
        Assert.Equal(holders["Nobody"], money[^1].Colour);
        Assert.DoesNotContain(money[1].Colour, holders.Values);
    }

    [Fact]
    public void Without_any_money_there_is_no_chart() =>
        Assert.Null(
            MoneyCharts.Of(
                new SyntheticResult(4)
                    .Record(SyntheticResult.Money("noc", ReportQuantity.Sales), None, None, None)
                    .Build()
            )
        );
}
