using System.Text;
using System.Text.Json;
using Apache.Arrow;
using Apache.Arrow.Ipc;
using OilRevenueSim.Analysis.Exports;
using OilRevenueSim.Analysis.Manifests;
using OilRevenueSim.Analysis.Summary;
using OilRevenueSim.Analysis.Tests.Results;
using OilRevenueSim.Analysis.Tests.Summary;
using OilRevenueSim.Analysis.Tests.Synthetic;
using OilRevenueSim.Core.Simulation;
using Table = OilRevenueSim.Analysis.Exports.Table;

namespace OilRevenueSim.Analysis.Tests.Exports;

/// <summary>Tables as files that other programs read.</summary>
public sealed class TableFileFacts
{
    private static readonly EnsembleResult Result = new SyntheticResult(10)
        .Record(
            SyntheticResult.Money("islamic-state", ReportQuantity.Gross),
            SummaryTableFacts.November,
            SummaryTableFacts.Nothing,
            SummaryTableFacts.November
        )
        .RecordMean(new SeriesKey("guards", "sirte", null, ReportQuantity.ProbabilityHolds), 0.2, 0.4, 0.6)
        .Build();

    private static readonly IReadOnlyList<SummaryRow> Rows = SummaryTable.From(Result);
    private static readonly Table Summary = ResultTables.Summary([.. Rows]);
    private static readonly ResultManifest Manifest = ResultManifest.From(Result);

    private static readonly Func<SummaryRow, object?>[] Cells =
    [
        r => r.Course,
        r => r.Actor,
        r => r.Place,
        r => r.Channel,
        r => r.Quantity,
        r => r.Unit,
        r => r.Period,
        r => r.Statistic,
        r => r.Threshold,
        r => r.Value,
        r => r.Low,
        r => r.High,
    ];

    [Fact]
    public void DuckDB_reads_every_cell_of_the_summary_from_parquet_to_the_last_bit()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Root, "summary.parquet");
        TableFile.Write(path, TableFormat.Parquet, Summary, Manifest);
        var read = Duck.Rows($"select * from '{path}'");
        Assert.Equal(Rows.Count, read.Count);
        for (var i = 0; i < read.Count; i++)
        {
            Assert.Equal(Cells.Select(cell => cell(Rows[i])), read[i]);
        }
    }

    [Fact]
    public void DuckDB_finds_units_columns_and_the_manifest_in_the_metadata()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Root, "summary.parquet");
        TableFile.Write(path, TableFormat.Parquet, Summary, Manifest);
        var metadata = Duck.Metadata(path);
        Assert.Equal("summary", metadata["oilsim.table"]);
        using var units = JsonDocument.Parse(metadata["oilsim.units"]);
        Assert.Equal("see unit", units.RootElement.GetProperty("value").GetString());
        using var columns = JsonDocument.Parse(metadata["oilsim.columns"]);
        Assert.Equal(
            SummaryCsv.Header.Split(','),
            columns.RootElement.EnumerateArray().Select(c => c.GetProperty("name").GetString())
        );
        using var manifest = JsonDocument.Parse(metadata["oilsim.manifest"]);
        Assert.Equal(Manifest.ContentHash, manifest.RootElement.GetProperty("contentHash").GetString());
        Assert.Equal(Manifest.Seed, manifest.RootElement.GetProperty("seed").GetUInt64());
        Assert.Equal(
            "NOC annual report 2012",
            manifest
                .RootElement.GetProperty("sources")
                .EnumerateArray()
                .Select(s => s.GetProperty("source").GetString())
                .First(source => source!.StartsWith("NOC", StringComparison.Ordinal))
        );
    }

    [Theory]
    [InlineData(TableFormat.Arrow)]
    [InlineData(TableFormat.ArrowStream)]
    public void Arrow_holds_every_cell_and_the_unit_of_each_column(TableFormat format)
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Root, "summary.arrow");
        TableFile.Write(path, format, Summary, Manifest);
        using var stream = File.OpenRead(path);
        using ArrowStreamReader reader =
            format == TableFormat.Arrow ? new ArrowFileReader(stream) : new ArrowStreamReader(stream);
        using var batch = reader.ReadNextRecordBatch();
        Assert.Equal(Rows.Count, batch.Length);
        var values = (DoubleArray)batch.Column("value");
        var low = (DoubleArray)batch.Column("low");
        var actors = (StringArray)batch.Column("actor");
        for (var i = 0; i < Rows.Count; i++)
        {
            Assert.Equal(Rows[i].Value, values.GetValue(i));
            Assert.Equal(Rows[i].Low, low.GetValue(i));
            Assert.Equal(Rows[i].Actor, actors.GetString(i));
        }

        Assert.Equal("see unit", reader.Schema.GetFieldByName("value").Metadata["unit"]);
        Assert.Equal("95 % Monte Carlo interval", reader.Schema.GetFieldByName("low").Metadata["description"][^25..]);
        Assert.Contains(Manifest.ContentHash, reader.Schema.Metadata["oilsim.manifest"], StringComparison.Ordinal);
    }

    [Fact]
    public void DuckDB_reads_every_cell_of_the_summary_from_csv_and_the_file_is_summary_csv()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Root, "summary.csv");
        TableFile.Write(path, TableFormat.Csv, Summary, Manifest);
        using var expected = new StringWriter();
        SummaryCsv.Write(Rows, expected);
        Assert.Equal(expected.ToString(), File.ReadAllText(path));
        var read = Duck.Rows($"select value, low from '{path}'");
        Assert.Equal(Rows.Select(r => (object?)r.Value), read.Select(r => r[0]));
        Assert.Equal(Rows.Select(r => (object?)r.Low), read.Select(r => r[1]));
    }

    [Fact]
    public void A_csv_for_Excel_begins_with_a_byte_order_mark_and_has_points_and_quoted_commas()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Root, "e.csv");
        var table = Table.Of<(string Text, double Number)>(
            "e",
            [("Brega, Libya", 0.5), ("Zuwaytīnah", 1e-7)],
            (new TableColumn("text", ColumnType.Text, "", "a text"), r => r.Text),
            (new TableColumn("number", ColumnType.Number, "USD", "a number"), r => r.Number)
        );
        TableFile.Write(path, TableFormat.ExcelCsv, table, Manifest);
        Assert.Equal(
            [
                0xEF,
                0xBB,
                0xBF,
                .. Encoding.UTF8.GetBytes("text,number\r\n\"Brega, Libya\",0.5\r\nZuwaytīnah,1E-07\r\n"),
            ],
            File.ReadAllBytes(path)
        );
    }

    [Fact]
    public void Beside_a_csv_stand_its_units_and_the_manifest()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Root, "summary.csv");
        TableFile.Write(path, TableFormat.Csv, Summary, Manifest);
        using var said = JsonDocument.Parse(File.ReadAllText(path + "-metadata.json"));
        Assert.Equal("summary.csv", said.RootElement.GetProperty("url").GetString());
        var columns = said.RootElement.GetProperty("tableSchema").GetProperty("columns").EnumerateArray().ToList();
        Assert.Equal("see unit", columns[9].GetProperty("oilsim.unit").GetString());
        Assert.Equal("double", columns[9].GetProperty("datatype").GetString());
        Assert.Equal(
            Manifest.ContentHash,
            said.RootElement.GetProperty("oilsim.manifest").GetProperty("contentHash").GetString()
        );
    }

    [Theory]
    [InlineData(TableFormat.Parquet)]
    [InlineData(TableFormat.Arrow)]
    [InlineData(TableFormat.ArrowStream)]
    [InlineData(TableFormat.Csv)]
    public void The_same_table_gives_the_same_bytes(TableFormat format)
    {
        using var folder = new TemporaryFolder();
        byte[][] files =
        [
            .. new[] { "a", "b" }.Select(name =>
            {
                var path = Path.Combine(folder.Root, name);
                TableFile.Write(path, format, Summary, Manifest);
                return File.ReadAllBytes(path);
            }),
        ];
        Assert.NotEmpty(files[0]);
        Assert.Equal(files[0], files[1]);
    }

    [Fact]
    public void A_file_that_is_not_completed_leaves_an_earlier_one_and_nothing_else()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Root, "x.parquet");
        File.WriteAllText(path, "before");
        using (var file = TableFile.Begin(path, TableFormat.Parquet, Summary.Shape, () => Manifest))
        {
            file.Write(Summary.Rows);
        }

        Assert.Equal("before", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFileSystemEntries(folder.Root));
    }
}
