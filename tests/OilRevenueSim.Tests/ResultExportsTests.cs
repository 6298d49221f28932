using Deedle;
using OilRevenueSim.Analysis.Summary;
using OilRevenueSim.Core.Simulation;
using Xunit;

namespace OilRevenueSim.Tests;

/// <summary>The tables of a result from code: frames and files.</summary>
public sealed class ResultExportsTests : IDisposable
{
    private static readonly RunResult Run = ScenarioFile.Load(Scenario()).Run(paths: 300);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("oilsim-exports-");

    [Fact]
    public void A_result_is_a_frame_of_its_summary()
    {
        var frame = Run.Frame();
        Assert.Equal(SummaryCsv.Header.Split(','), frame.ColumnKeys);
        Assert.Equal(SummaryTable.From(Run.Ensemble).Select(r => r.Value), frame.GetColumn<double>("value").Values);
    }

    [Fact]
    public void A_result_is_a_frame_of_its_paths()
    {
        var frame = Run.Frame(ResultTable.Paths);
        Assert.Equal(300, frame.RowCount);
        var gross = Run.Ensemble.Series.IndexOf(new SeriesKey("rebels", null, null, ReportQuantity.Gross));
        Assert.Equal(
            Run.Ensemble.Draws(gross, Run.Ensemble.Periods.Length - 1),
            frame.GetColumn<double>("rebels__gross_revenue_usd__total").Values
        );
    }

    [Theory]
    [InlineData(ResultTable.Summary)]
    [InlineData(ResultTable.Paths)]
    [InlineData(ResultTable.Money)]
    [InlineData(ResultTable.Headline)]
    public void Every_table_goes_to_every_format(ResultTable table)
    {
        string At(string name) => Path.Combine(folder.FullName, name);
        Run.WriteParquet(At("t.parquet"), table);
        Run.WriteArrow(At("t.arrow"), table);
        Run.WriteCsv(At("t.csv"), table);
        Run.WriteCsv(At("e.csv"), table, forExcel: true);
        Assert.Equal("PAR1"u8.ToArray(), File.ReadAllBytes(At("t.parquet"))[..4]);
        Assert.Equal("ARROW1"u8.ToArray(), File.ReadAllBytes(At("t.arrow"))[..6]);
        Assert.Equal(Run.Frame(table).RowCount + 1, File.ReadAllLines(At("t.csv")).Length);
        Assert.Equal(File.ReadAllLines(At("t.csv")), File.ReadAllLines(At("e.csv")));
        Assert.Equal(0xEF, File.ReadAllBytes(At("e.csv"))[0]);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static string Scenario()
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "OilRevenueSim.sln")))
        {
            root = Path.GetDirectoryName(root)!;
        }

        return Path.Combine(root, "scenarios", "minimal.yaml");
    }
}
