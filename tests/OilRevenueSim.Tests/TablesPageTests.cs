using Deedle;
using OilRevenueSim.Analysis.Exports;
using OilRevenueSim.Analysis.Frames;
using OilRevenueSim.Analysis.Tests.Exports;

namespace OilRevenueSim.Tests;

/// <summary>What docs/tables.md shows: its C# is the text below, its SQL runs as it is printed.</summary>
public sealed class TablesPageTests : IDisposable
{
    private static readonly string Page = File.ReadAllText(Checkout.PathOf("docs/tables.md")).ReplaceLineEndings("\n");

    private static readonly RunResult Run = ScenarioFile
        .Load(Checkout.PathOf("scenarios/minimal.yaml"))
        .Run(paths: 1_001);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("oilsim-tables-");

    // quoted: tables
    private static void Tables(RunResult run, string folder, Series<string, double> ownMonthlySeries)
    {
        run.WriteParquet($"{folder}/summary.parquet");
        run.WriteParquet($"{folder}/paths.parquet", ResultTable.Paths);
        run.WriteCsv($"{folder}/summary.csv", forExcel: true);

        Frame<int, string> summary = run.Frame();
        Frame<long, string> paths = ResultFrames.Paths(run.Ensemble); // a row a future
        Frame<string, string> months = ResultFrames.ByPeriod(run.Ensemble); // a row a month, a column a series, means
        Console.WriteLine($"{summary.RowCount} numbers, {paths.RowCount} futures, {months.RowCount} months");

        double[] gross = paths.Numbers("rebels__gross_revenue_usd__total");
        Console.WriteLine($"any revenue in {gross.Count(usd => usd > 0)} futures");
        var joined = months.Join("brent", ownMonthlySeries, JoinKind.Inner); // keys are months: 2016-02
        TableFile.Write($"{folder}/mine.parquet", TableFormat.Parquet, joined.ToTable("mine", "month"), manifest: null);
    }

    // end

    [Fact]
    public void The_page_shows_the_CSharp_that_is_compiled_here()
    {
        var here = File.ReadAllText(Checkout.PathOf("tests/OilRevenueSim.Tests/TablesPageTests.cs"))
            .ReplaceLineEndings("\n");
        var start = here.IndexOf("// quoted: tables\n", StringComparison.Ordinal);
        var lines = here[start..here.IndexOf("// end\n", start, StringComparison.Ordinal)]
            .Split('\n')
            .Skip(1)
            .Select(l => l.StartsWith("    ", StringComparison.Ordinal) ? l[4..] : l);

        Assert.Equal(Block("csharp", "## C#"), string.Join('\n', lines).Trim());
    }

    [Fact]
    public void The_CSharp_of_the_page_writes_the_months_that_both_have()
    {
        var own = new[] { KeyValue.Create("2020-03", 40.0), KeyValue.Create("2020-04", 30.0) }.ToSeries();
        Tables(Run, $"{folder.FullName}/new/folder", own);

        var rows = Duck.Rows($"select month, brent from '{folder.FullName}/new/folder/mine.parquet' order by month");
        Assert.Equal(
            [
                ["2020-03", 40.0],
                ["2020-04", 30.0],
            ],
            rows
        );
    }

    [Fact]
    public void The_SQL_of_the_page_runs_as_printed()
    {
        Run.WriteParquet(Path.Combine(folder.FullName, "results/minimal/base/paths.parquet"), ResultTable.Paths);
        var answers = Block("sql", "## SQL")
            .Split('\n')
            .Select(statement => Duck.Rows($"set file_search_path = '{folder.FullName}'; {statement}")[0][0])
            .ToList();

        var median = Run.Series("gross_revenue_usd", actor: "rebels").Median.Value;
        Assert.Equal(2, answers.Count);
        Assert.Equal(median, (double)answers[0]!, 1e-12 * Math.Abs(median));
        Assert.Contains("\"rebels__gross_revenue_usd__total\":\"USD\"", (string)answers[1]!, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static string Block(string language, string heading)
    {
        var section = Page[Page.IndexOf(heading + "\n", StringComparison.Ordinal)..];
        var fence = $"```{language}\n";
        var text = section[(section.IndexOf(fence, StringComparison.Ordinal) + fence.Length)..];
        return text[..text.IndexOf("```", StringComparison.Ordinal)].TrimEnd();
    }
}
