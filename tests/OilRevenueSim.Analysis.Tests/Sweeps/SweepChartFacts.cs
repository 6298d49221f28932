using System.Collections.Immutable;
using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Analysis.Statistics;
using OilRevenueSim.Analysis.Sweeps;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Simulation;
using Xunit;

namespace OilRevenueSim.Analysis.Tests.Sweeps;

public sealed class SweepChartFacts
{
    private static readonly SweepAxis Price = new("benchmarks.brent.spot", "USD/bbl", false);
    private static readonly SweepAxis Chance = new("chance", "%", false);

    private static readonly Scenario Scenario = new()
    {
        Name = "small",
        Title = "A small world",
        Start = new DateOnly(2020, 1, 1),
        End = new DateOnly(2020, 12, 31),
        Actors = [new Actor { Name = "rebels", Label = "The rebels" }],
    };

    private static readonly RunManifest Run = new()
    {
        Scenario = "small",
        Course = "base",
        ContentHash = "",
        Files = [],
        Seed = 7,
        Paths = 1_000,
        EngineVersion = "0.1.0",
        ExactQuantiles = true,
        Warnings = [],
    };

    [Fact]
    public void A_line_has_its_numbers_in_one_unit_and_names_the_levels_without_one()
    {
        var chart = SweepCharts.Line(
            Scenario,
            Run,
            [Price],
            [Row(0, 1.5e6, 60), Row(1, 1e6, 40), Row(2, null, 50), Row(3, 2e6, 80)]
        );

        Assert.Equal(
            "The rebels: mean gross revenue rises from 1.0 to 2.0 million USD with Brent, spot price",
            chart.Text.Title
        );
        Assert.Equal(("million USD", "Brent, spot price [USD/bbl]"), (chart.Unit, chart.Axis));
        Assert.Equal([(40.0, "40", 1.0, 0.9, 1.1), (80.0, "80", 2.0, 1.8, 2.2)], chart.Points.Select(Parts));
        Assert.Equal(1.5, chart.File);
        Assert.Equal(["50"], chart.Failed);
        Assert.Contains("40: 1.0; 80: 2.0", chart.Text.AltText, StringComparison.Ordinal);
        Assert.Contains("1,000 paths · seed 7", chart.Text.Foot.Lines[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("falls from 2.0 to 1.0 million USD with Brent, spot price", 2e6, 1.5e6, 1e6)]
    [InlineData("ranges from 1.0 to 2.0 million USD over Brent, spot price", 1e6, 2e6, 1.5e6)]
    [InlineData("is not shown to change with Brent, spot price", 1.02e6, 1e6, 1.05e6)]
    public void The_title_of_a_line_says_what_the_number_does(string said, params double[] numbers)
    {
        SweepRow[] rows = [.. numbers.Select((n, i) => Row(i, n, 40 + (20 * i)) with { IsFile = false })];

        Assert.Equal(
            $"The rebels: mean gross revenue {said}",
            SweepCharts.Line(Scenario, Run, [Price], rows).Text.Title
        );
    }

    [Theory]
    [InlineData("p_over:1 MUSD", "chance of gross revenue above 1 million USD")]
    [InlineData("p_over:250000", "chance of gross revenue above 250 thousand USD")]
    [InlineData("p95", "95 % quantile of gross revenue")]
    public void What_is_swept_is_said_in_words(string statistic, string said) =>
        Assert.Equal($"The rebels: {said}", SweepCharts.What(Scenario, Row(0, 1.0, 60) with { Statistic = statistic }));

    [Fact]
    public void A_surface_has_a_shade_from_the_smallest_to_the_largest_number()
    {
        var chart = SweepCharts.Surface(
            Scenario,
            Run,
            [Price, Chance],
            Price.Address,
            Chance.Address,
            [Row(0, 1e9, 60, 10), Row(1, 1e6, 40, 10), Row(2, 2e6, 40, 20), Row(3, 3e6, 80, 10), Row(4, null, 80, 20)]
        );

        Assert.Equal(["40", "80"], chart.XLabels);
        Assert.Equal(["10", "20"], chart.YLabels);
        Assert.Equal(["1.0", "3.0"], chart.Cells[0].Select(c => c.Label));
        Assert.Equal(["2.0", "–"], chart.Cells[1].Select(c => c.Label));
        Assert.Equal([0.0, 1.0, 0.5, 0.0], chart.Cells.SelectMany(row => row.Select(c => c.Shade)));
        Assert.Null(chart.Cells[1][1].Value);
        Assert.Equal(
            "The rebels: mean gross revenue ranges from 1.0 to 3.0 million USD over two assumptions",
            chart.Text.Title
        );
        Assert.Contains("One cell has no number", chart.Text.Subtitle, StringComparison.Ordinal);
        Assert.Contains("darker is more, from 1.0 to 3.0.", chart.Text.Subtitle, StringComparison.Ordinal);
    }

    [Fact]
    public void Cells_that_are_told_alike_are_tinted_alike_and_all_end_in_the_digit_of_the_least_known()
    {
        SweepRow Cell(int cell, double usd, double half, double price, double chance) =>
            Row(cell, usd, price, chance) with
            {
                Value = new Estimate(usd, usd - half, usd + half),
            };

        var cells = SweepCharts
            .Surface(
                Scenario,
                Run,
                [Price, Chance],
                Price.Address,
                Chance.Address,
                [
                    Cell(1, 14.02e6, 0.3e6, 40, 10),
                    Cell(2, 13.97e6, 0.3e6, 80, 10),
                    Cell(3, 4.412e6, 0.1e6, 40, 20),
                    Cell(4, 0.0312e6, 0.002e6, 80, 20),
                ]
            )
            .Cells;

        Assert.Equal(["14.0", "14.0", "4.4", "0.031"], cells.SelectMany(row => row.Select(c => c.Label)));
        Assert.Equal(cells[0][0].Shade, cells[0][1].Shade);
        Assert.Equal((1.0, 0.0), (cells[0][0].Shade, cells[1][1].Shade));
    }

    [Fact]
    public void Nothing_at_all_has_neither_band_nor_tint()
    {
        SweepRow Zero(int cell, double price, double? chance = null) =>
            Row(cell, 0, price, chance) with
            {
                Value = new Estimate(0, 0, 0),
            };

        Assert.DoesNotContain(
            "band",
            SweepCharts.Line(Scenario, Run, [Price], [Zero(1, 40), Zero(2, 80)]).Text.Subtitle,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "darker",
            SweepCharts
                .Surface(
                    Scenario,
                    Run,
                    [Price, Chance],
                    Price.Address,
                    Chance.Address,
                    [Zero(1, 40, 10), Zero(2, 80, 10), Zero(3, 40, 20), Zero(4, 80, 20)]
                )
                .Text.Subtitle,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_surface_within_its_errors_claims_nothing()
    {
        var chart = SweepCharts.Surface(
            Scenario,
            Run,
            [Price, Chance],
            Price.Address,
            Chance.Address,
            [Row(1, 1e6, 40, 10), Row(2, 1.1e6, 80, 10), Row(3, 1.05e6, 40, 20), Row(4, 0.95e6, 80, 20)]
        );

        Assert.Equal(
            "The rebels: mean gross revenue is not shown to change with Brent, spot price and chance",
            chart.Text.Title
        );
    }

    [Fact]
    public void A_statistic_without_an_error_neither_rises_nor_has_a_band()
    {
        SweepRow Bare(int cell, double usd, double price) =>
            Row(cell, usd, price) with
            {
                Statistic = "sd",
                Value = Estimate.Bare(usd),
            };

        var text = SweepCharts.Line(Scenario, Run, [Price], [Bare(1, 1e6, 40), Bare(2, 2e6, 80)]).Text;

        Assert.EndsWith(
            ": spread (sd) of gross revenue ranges from 1.00 to 2.00 million USD over Brent, spot price",
            text.Title
        );
        Assert.Contains("its error is not known", text.Subtitle, StringComparison.Ordinal);
        Assert.DoesNotContain("band", text.Subtitle, StringComparison.Ordinal);
    }

    [Fact]
    public void A_probability_is_shown_in_per_cent()
    {
        SweepRow[] rows =
        [
            .. new[] { Row(1, 0.034, 40), Row(2, 0.5, 80) }.Select(r =>
                r with
                {
                    Unit = "",
                    Statistic = "p_over:100 MUSD",
                }
            ),
        ];

        var chart = SweepCharts.Line(Scenario, Run, [Price], rows);

        Assert.Equal("%", chart.Unit);
        Assert.Equal([3.4, 50.0], chart.Points.Select(p => Math.Round(p.Value, 9)));
        Assert.StartsWith(
            "The rebels: chance of gross revenue above 100 million USD",
            chart.Text.Title,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_line_needs_one_axis_and_two_numbers()
    {
        Assert.Throws<InvalidOperationException>(() =>
            SweepCharts.Line(Scenario, Run, [Price], [Row(1, 1.0, 40), Row(2, null, 50)])
        );
        Assert.Throws<InvalidOperationException>(() =>
            SweepCharts.Line(Scenario, Run, [Price, Chance], [Row(1, 1.0, 40, 1), Row(2, 2.0, 50, 1)])
        );
    }

    [Fact]
    public void A_reason_with_a_comma_is_one_cell_of_the_csv()
    {
        using var writer = new StringWriter();

        SweepCsv.Write([Price], [Row(0, 2.5, 60), Row(1, null, 40) with { Reason = "no, not this" }], writer);

        Assert.Equal(
            "cell,is_file,benchmarks.brent.spot [USD/bbl],course,actor,quantity,unit,statistic,value,low,high,difference,"
                + "difference_low,difference_high,reason\n"
                + "0,true,60,base,rebels,gross_revenue_usd,USD,mean,2.5,2.25,2.75,,,,\n"
                + "1,false,40,base,rebels,gross_revenue_usd,USD,mean,,,,,,,\"no, not this\"\n",
            writer.ToString()
        );
    }

    private static (double, string, double, double, double) Parts(SweepLinePoint p) =>
        (p.Position, p.Label, p.Value, Math.Round(p.Low, 9), Math.Round(p.High, 9));

    private static SweepRow Row(int cell, double? value, double price, double? chance = null) =>
        new(
            cell,
            cell == 0,
            [
                new AxisValue(Price.Address, $"{price} USD/bbl", price, "USD/bbl"),
                .. chance is { } percent
                    ? (ImmutableArray<AxisValue>)[new AxisValue(Chance.Address, $"{percent}%", percent, "%")]
                    : [],
            ],
            "base",
            "rebels",
            "gross_revenue_usd",
            "USD",
            "mean",
            value is { } number ? new Estimate(number, 0.9 * number, 1.1 * number) : null,
            null,
            value is null ? "cannot be" : null
        );
}
