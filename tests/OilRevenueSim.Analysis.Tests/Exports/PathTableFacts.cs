using System.Collections.Immutable;
using OilRevenueSim.Analysis.Exports;
using OilRevenueSim.Analysis.Manifests;
using OilRevenueSim.Analysis.Tests.Comparisons;
using OilRevenueSim.Analysis.Tests.Results;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Analysis.Tests.Exports;

/// <summary>The values of paths as a table, a row a path.</summary>
public sealed class PathTableFacts
{
    private static readonly SimulationPlan Plan = SimulationPlan.Compile(ContestedDesert.With(1));

    private static string Write(
        TemporaryFolder folder,
        ImmutableArray<PathColumn> columns,
        long paths,
        int threads = 1,
        int block = 256,
        TableFormat format = TableFormat.Parquet
    )
    {
        var path = Path.Combine(folder.Root, $"{threads}-{block}{TableFile.EndingOf(format)}");
        var exact = Ensemble.Run(Plan, new RunOptions(), paths);
        using var table = new PathTable(path, format, columns, () => ResultManifest.From(exact));
        using var ensemble = new Ensemble(Plan, new RunOptions { Threads = threads, BlockPaths = block }, table);
        ensemble.ExtendTo(paths);
        table.Complete();
        return path;
    }

    [Fact]
    public void DuckDB_reads_the_values_that_the_run_kept_to_the_last_bit_in_the_order_of_paths()
    {
        using var folder = new TemporaryFolder();
        var columns = PathColumns.Totals(Plan);
        var path = Write(folder, columns, paths: 3_000);
        var result = Ensemble.Run(Plan, new RunOptions(), 3_000);
        var rows = Duck.Rows($"select * from '{path}'");
        Assert.Equal(Enumerable.Range(0, 3_000).Select(i => (object)(long)i), rows.Select(r => r[0]));
        for (var c = 0; c < columns.Length; c++)
        {
            var draws = result.Draws(result.Series.IndexOf(columns[c].Series), result.Periods.Length - 1);
            Assert.Equal(draws, rows.Select(r => (double)r[c + 1]!));
        }
    }

    [Fact]
    public void A_quantile_that_DuckDB_takes_is_that_of_the_summary()
    {
        using var folder = new TemporaryFolder();
        var gross = PathColumns.Choose(Plan, "group gross_revenue_usd");
        var path = Write(folder, gross, paths: 1_001);
        var sample = Ensemble.Run(Plan, new RunOptions(), 1_001).Find(gross[0].Series, gross[0].Period)!.Sample!;
        var median = Duck.Rows($"select quantile_disc(group__gross_revenue_usd__total, 0.5) from '{path}'")[0][0];
        Assert.Equal(sample.Value(501), median);
    }

    [Theory]
    [InlineData(TableFormat.Parquet)]
    [InlineData(TableFormat.Arrow)]
    [InlineData(TableFormat.Csv)]
    public void Threads_and_blocks_leave_the_bytes_as_they_are(TableFormat format)
    {
        using var folder = new TemporaryFolder();
        var columns = PathColumns.Totals(Plan);
        var one = File.ReadAllBytes(Write(folder, columns, 5_000, format: format));
        var two = File.ReadAllBytes(Write(folder, columns, 5_000, threads: 2, block: 4_096, format: format));
        Assert.Equal(one, two);
    }

    [Theory]
    [InlineData(2, 1 << 17)]
    [InlineData(33, 65_536)]
    [InlineData(65, 32_768)]
    [InlineData(100_000, 1_024)]
    public void A_block_holds_at_most_four_million_cells_but_a_thousand_rows(int columns, int rows) =>
        Assert.Equal(rows, PathTable.RowsOf(columns));

    [Fact]
    public void A_table_of_many_blocks_is_that_of_one_read_on()
    {
        using var folder = new TemporaryFolder();
        var columns = PathColumns.Choose(Plan, "gross_revenue_usd");
        var paths = PathTable.RowsOf(columns.Length + 1) + 1_000;
        var path = Write(folder, columns, paths, threads: 2, block: 1_024);
        var groups = Duck.Rows($"select count(distinct row_group_id) from parquet_metadata('{path}')");
        Assert.Equal(2L, groups[0][0]);
        var order = Duck.Rows($"select count(*), min(path), max(path), count(distinct path) from '{path}'")[0];
        Assert.Equal([(long)paths, 0L, paths - 1L, (long)paths], order);
    }

    [Fact]
    public void Names_of_columns_carry_unit_and_period_and_need_no_quotes()
    {
        var column = new PathColumn(
            new SeriesKey("islamic-state", "oil-crescent", null, ReportQuantity.Sales),
            new Period(PeriodKind.Month, "2016-02", new DateOnly(2016, 2, 1), new DateOnly(2016, 2, 29))
        );
        Assert.Equal("islamic_state__oil_crescent__sales_usd__2016_02", PathColumns.NameOf(column));
        var described = PathColumns.ShapeOf([column]).Columns[1];
        Assert.Equal("USD", described.Unit);
        Assert.Contains(KeyValuePair.Create("actor", "islamic-state"), described.About);
        Assert.Contains(KeyValuePair.Create("period", "2016-02"), described.About);
    }

    [Fact]
    public void Units_of_path_values_are_in_the_metadata_by_column()
    {
        using var folder = new TemporaryFolder();
        var path = Write(folder, PathColumns.Choose(Plan, "group gross_revenue_usd"), 300);
        Assert.Equal("{\"group__gross_revenue_usd__total\":\"USD\"}", Duck.Metadata(path)["oilsim.units"]);
    }

    [Fact]
    public void With_replicates_a_path_says_its_world()
    {
        var result = Ensemble.Run(Plan, new RunOptions { Replicates = 4 }, 1_024);
        var table = PathTable.Of(result, PathColumns.Choose(Plan, "group gross_revenue_usd"));
        Assert.Equal(["path", "world", "replicate"], table.Shape.Columns.Take(3).Select(c => c.Name));
        Assert.Equal(2L, ((long[])table.Rows.Cells[1])[11]);
        Assert.Equal(3L, ((long[])table.Rows.Cells[2])[11]);
        using var folder = new TemporaryFolder();
        var kept = folder.At("kept.parquet");
        PathTable.Write(result, PathColumns.Totals(Plan), kept, TableFormat.Parquet);
        var tapped = folder.At("tapped.parquet");
        using (
            var sink = new PathTable(
                tapped,
                TableFormat.Parquet,
                PathColumns.Totals(Plan),
                () => ResultManifest.From(result),
                replicates: 4
            )
        )
        {
            using var ensemble = new Ensemble(Plan, new RunOptions { Replicates = 4 }, sink);
            ensemble.ExtendTo(1_024);
            sink.Complete();
        }

        Assert.Equal(File.ReadAllBytes(kept), File.ReadAllBytes(tapped));
    }

    [Fact]
    public void A_choice_names_series_and_periods()
    {
        var months = PathColumns.Choose(Plan, "group gross_revenue_usd by month, group gross_revenue_usd");
        Assert.Equal(Plan.Periods.Count(p => p.Kind == PeriodKind.Month) + 1, months.Length);
        Assert.All(months, c => Assert.Equal("group", c.Series.Actor));
        Assert.Equal(
            Plan.Series.Count(s => s.Quantity == ReportQuantity.ProbabilityHolds)
                * Plan.Periods.Count(p => p.Kind == PeriodKind.Year),
            PathColumns.Choose(Plan, "probability_holds by year").Length
        );
    }

    [Theory]
    [InlineData("gross_revenue", "did you mean 'gross_revenue_usd'?")]
    [InlineData("groop gross_revenue_usd", "there is one of")]
    [InlineData("", "it records")]
    [InlineData("by month", "it records")]
    public void A_choice_of_nothing_says_what_there_is(string words, string said)
    {
        var e = Assert.Throws<PathChoiceException>(() => PathColumns.Choose(Plan, words));
        Assert.Contains(said, e.Message, StringComparison.Ordinal);
    }
}
