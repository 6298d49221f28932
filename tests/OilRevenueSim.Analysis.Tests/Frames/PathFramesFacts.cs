using Deedle;
using OilRevenueSim.Analysis.Comparisons;
using OilRevenueSim.Analysis.Exports;
using OilRevenueSim.Analysis.Frames;
using OilRevenueSim.Analysis.Money;
using OilRevenueSim.Analysis.Summary;
using OilRevenueSim.Analysis.Tests.Comparisons;
using OilRevenueSim.Analysis.Tests.Exports;
using OilRevenueSim.Analysis.Tests.Results;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Analysis.Tests.Frames;

/// <summary>Frames of paths, money and comparisons; grouping, pivoting and joining them.</summary>
public sealed class PathFramesFacts
{
    private static readonly SimulationPlan Plan = SimulationPlan.Compile(ContestedDesert.With(1));
    private static readonly EnsembleResult Result = Ensemble.Run(Plan, new RunOptions(), 300);
    private static readonly int Gross = Result.Series.IndexOf(ContestedDesert.GroupGross);
    private static readonly double[] Draws = Result.Draws(Gross, Result.Periods.Length - 1);
    private const string GrossTotal = "group__gross_revenue_usd__total";

    [Fact]
    public void The_frame_of_paths_holds_the_draws_by_path()
    {
        var frame = ResultFrames.Paths(Result);
        Assert.Equal(Enumerable.Range(0, 300).Select(i => (long)i), frame.RowKeys);
        Assert.Equal(PathColumns.Totals(Plan).Select(PathColumns.NameOf), frame.ColumnKeys);
        Assert.Equal(Draws, frame.GetColumn<double>(GrossTotal).Values);
    }

    [Fact]
    public void The_tidy_frame_of_paths_pivots_into_the_wide_one()
    {
        var columns = PathColumns.Choose(Plan, "group gross_revenue_usd by month");
        var pivot = ResultFrames
            .PathsTidy(Result, columns)
            .PivotTable<int, string, long, string, double>(
                "path",
                "period",
                rows => rows.GetColumn<double>("value").Sum()
            );
        var wide = ResultFrames.Paths(Result, columns);
        var month = columns[0].Period.Label;
        Assert.Equal(columns.Length, pivot.ColumnCount);
        Assert.Equal(
            wide.GetColumn<double>(PathColumns.NameOf(columns[0])).Values,
            pivot.GetColumn<double>(month).Values
        );
    }

    [Fact]
    public void Grouping_paths_by_whether_there_is_any_money_gives_the_statistics_of_the_summary()
    {
        var any = ResultFrames.Paths(Result).GetColumn<double>(GrossTotal).GroupBy(kv => kv.Value > 0.0);
        var total = Result.At(Gross, Result.Periods.Length - 1);
        Assert.Equal(total.PositiveCount, any.Get(true).KeyCount);
        Assert.Equal(total.PositiveMean, any.Get(true).Mean(), 1e-6 * total.PositiveMean);
    }

    [Fact]
    public void A_user_s_own_monthly_series_joins_the_months_of_a_result()
    {
        var months = ResultFrames.ByPeriod(Result);
        var labels = months.RowKeys.ToList();
        var own = new Series<string, double>(labels.Skip(1), labels.Skip(1).Select((_, i) => 50.0 + i));
        var joined = months.Join("brent", own, JoinKind.Inner);
        Assert.Equal(labels.Count - 1, joined.RowCount);
        Assert.Equal(Result.At(Gross, 1).Mean, joined.GetColumn<double>("group__gross_revenue_usd")[labels[1]]);
        Assert.Equal(50.0, joined.GetColumn<double>("brent")[labels[1]]);
    }

    [Fact]
    public void Months_and_years_stand_wide_with_one_statistic()
    {
        var years = ResultFrames.ByPeriod(Result, PeriodKind.Year, SummaryStatistic.ProbabilityAny);
        var expected = SummaryTable
            .From(Result)
            .Where(r => r is { Actor: "group", Quantity: "gross_revenue_usd", Statistic: "p_any", Period.Length: 4 })
            .Select(r => r.Value);
        Assert.Equal(expected, years.GetColumn<double>("group__gross_revenue_usd").Values);
        var e = Assert.Throws<ArgumentException>(() => ResultFrames.ByPeriod(Result, PeriodKind.Month, "p99"));
        Assert.Contains("'p99'; there are mean, se", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Money_stands_tidy_and_wide_with_the_numbers_of_the_table()
    {
        var money = MoneyTable.From(Result);
        var tidy = ResultFrames.Money(money);
        var wide = ResultFrames.MoneyWide(money);
        Assert.Equal(money.Rows.Sum(r => r.Cells.Count(c => c is not null)), tidy.RowCount);
        Assert.Equal(money.Columns.Select(c => c.Quantity.Name), wide.ColumnKeys);
        var sales = Result.Find(new SeriesKey("group", null, null, ReportQuantity.Sales), Result.Periods[^1])!.Mean;
        Assert.Equal(sales, wide.GetColumn<double>("sales_usd")["The Group"]);
    }

    [Fact]
    public void A_comparison_is_a_frame_of_its_rows()
    {
        var pair = PairedEnsemble.Run(
            [Plan, SimulationPlan.Compile(ContestedDesert.With(2, "worse"))],
            new RunOptions(),
            300
        );
        var comparison = Comparison.From(pair);
        var frame = ResultFrames.Comparison(comparison);
        Assert.Equal(ComparisonCsv.Header.Split(','), frame.ColumnKeys);
        Assert.Equal(ComparedRow.Of(comparison).Select(r => r.Value), frame.GetColumn<double>("value").Values);
    }

    [Fact]
    public void A_frame_of_a_user_goes_to_parquet_with_its_units_and_comes_back_by_DuckDB()
    {
        using var folder = new TemporaryFolder();
        var frame = ResultFrames.Paths(Result);
        frame.AddColumn("share", frame.GetColumn<double>(GrossTotal) / 1e9);
        var table = frame.ToTable("mine", "path", new Dictionary<string, string> { ["share"] = "bnUSD" });
        TableFile.Write(folder.At("mine.parquet"), TableFormat.Parquet, table, manifest: null);
        var read = Duck.Rows($"select path, share from '{folder.At("mine.parquet")}'");
        Assert.Equal(Draws.Select((d, i) => new object?[] { (long)i, d / 1e9 }), read);
        Assert.Equal("{\"share\":\"bnUSD\"}", Duck.Metadata(folder.At("mine.parquet"))["oilsim.units"]);
    }

    [Fact]
    public void Numbers_of_a_column_are_refused_where_a_cell_or_the_column_is_missing_or_holds_text()
    {
        var columns = new FrameBuilder.Columns<string, string>
        {
            { "x", new Series<string, double>(["a", "b"], [1.0, 2.0]) },
            { "y", new Series<string, double>(["a"], [1.0]) },
            { "z", new Series<string, string>(["a", "b"], ["p", "q"]) },
        };
        var frame = columns.Frame;
        Assert.Equal([1.0, 2.0], frame.Numbers("x"));
        var e = Assert.Throws<FrameException>(() => frame.Numbers("y"));
        Assert.Equal(("y", "b"), (e.Column, e.Row));
        Assert.Contains("Row b of column 'y' is missing", e.Message, StringComparison.Ordinal);
        e = Assert.Throws<FrameException>(() => frame.Numbers("z"));
        Assert.Contains("holds String; numbers are needed", e.Message, StringComparison.Ordinal);
        e = Assert.Throws<FrameException>(() => frame.Numbers("w"));
        Assert.Contains("no column 'w'; the frame has x, y, z", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_frame_that_cannot_be_a_file_says_which_column_is_wrong()
    {
        var columns = new FrameBuilder.Columns<string, string>
        {
            { "when", new Series<string, DateTime>(["a"], [new DateTime(2016, 2, 1, 0, 0, 0, DateTimeKind.Utc)]) },
        };
        var frame = columns.Frame;
        Assert.Equal("when", Assert.Throws<FrameException>(() => frame.ToTable("t")).Column);
        Assert.Throws<FrameException>(() => frame.ToTable("t", "when"));
        var e = Assert.Throws<FrameException>(() =>
            frame.ToTable("t", "row", new Dictionary<string, string> { ["x"] = "USD" })
        );
        Assert.Contains("no column 'x'", e.Message, StringComparison.Ordinal);
    }
}
