using System.Collections.Immutable;
using OilRevenueSim.Analysis.Comparisons;
using OilRevenueSim.Analysis.Exports;
using OilRevenueSim.Analysis.Manifests;
using OilRevenueSim.Analysis.Results;
using OilRevenueSim.Analysis.Summary;
using OilRevenueSim.Analysis.Tests.Comparisons;
using OilRevenueSim.Analysis.Tests.Results;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Analysis.Tests.Exports;

/// <summary>Results that were written, in other formats.</summary>
public sealed class ResultExportFacts
{
    private static readonly RunLog Log = new RunStopwatch(TimeProvider.System).ToLog(1);

    private static string Written(TemporaryFolder folder, bool withPaths = true)
    {
        var plan = SimulationPlan.Compile(ContestedDesert.With(1));
        using var place = ResultFolder.Begin(folder.Root, "desert", "base");
        var result = Ensemble.Run(plan, new RunOptions(), 500);
        place.WriteSummary(SummaryTable.From(result));
        if (withPaths)
        {
            PathTable.Write(result, PathColumns.Totals(plan), place.PathOf("paths.parquet"), TableFormat.Parquet);
        }

        return place.Commit(result, Log).Folder;
    }

    [Fact]
    public void The_summary_of_a_folder_comes_out_as_the_run_would_have_written_it()
    {
        using var folder = new TemporaryFolder();
        var result = Ensemble.Run(SimulationPlan.Compile(ContestedDesert.With(1)), new RunOptions(), 500);
        var straight = folder.At("straight.parquet");
        TableFile.Write(
            straight,
            TableFormat.Parquet,
            ResultTables.Summary([.. SummaryTable.From(result)]),
            ResultManifest.From(result)
        );
        var exported = folder.At("exported.parquet");
        ResultExport.Open(Written(folder)).Write("summary", exported, TableFormat.Parquet);
        Assert.Equal(File.ReadAllBytes(straight), File.ReadAllBytes(exported));
    }

    [Theory]
    [InlineData(TableFormat.Parquet)]
    [InlineData(TableFormat.Csv)]
    public void Kept_paths_come_out_with_every_value(TableFormat format)
    {
        using var folder = new TemporaryFolder();
        var written = Written(folder);
        var exported = folder.At("paths" + TableFile.EndingOf(format));
        ResultExport.Open(written).Write("paths", exported, format);
        var before = Duck.Rows($"select * from '{Path.Combine(written, "paths.parquet")}'");
        var after = Duck.Rows($"select * from '{exported}'");
        Assert.Equal(500, after.Count);
        Assert.Equal(
            before.SelectMany(row => row.Select(cell => Convert.ToDouble(cell, null))),
            after.SelectMany(row => row.Select(cell => Convert.ToDouble(cell, null)))
        );
    }

    [Fact]
    public void A_parquet_file_of_paths_that_is_exported_to_parquet_has_the_same_bytes()
    {
        using var folder = new TemporaryFolder();
        var written = Written(folder);
        ResultExport.Open(written).Write("paths", folder.At("p.parquet"), TableFormat.Parquet);
        Assert.Equal(
            File.ReadAllBytes(Path.Combine(written, "paths.parquet")),
            File.ReadAllBytes(folder.At("p.parquet"))
        );
    }

    [Fact]
    public void A_comparison_comes_out_with_every_number()
    {
        using var folder = new TemporaryFolder();
        ImmutableArray<SimulationPlan> plans =
        [
            SimulationPlan.Compile(ContestedDesert.With(1)),
            SimulationPlan.Compile(ContestedDesert.With(2, "worse")),
        ];
        var pair = PairedEnsemble.Run(plans, new RunOptions(), 400);
        var comparison = Comparison.From(pair);
        using var place = ResultFolder.Begin(folder.Root, "desert", "courses_compared");
        place.WriteSummary([.. pair.Courses.SelectMany(course => SummaryTable.From(course))]);
        place.Write(
            "comparison.csv",
            stream =>
            {
                using var writer = new StreamWriter(stream, leaveOpen: true);
                ComparisonCsv.Write(comparison, writer);
            }
        );
        var export = ResultExport.Open(place.Commit(pair.Courses[0], Log).Folder);
        Assert.Equal(["summary", "comparison"], export.Tables);
        export.Write("comparison", folder.At("c.parquet"), TableFormat.Parquet);
        var rows = ComparedRow.Of(comparison);
        Assert.Equal(
            rows.Select(r =>
                new object?[] { r.Course, r.Actor, r.Quantity, r.Unit, r.Statistic, r.Value, r.Low, r.High }
            ),
            Duck.Rows($"select * from '{folder.At("c.parquet")}'")
        );
    }

    [Fact]
    public void A_file_that_was_altered_is_not_exported()
    {
        using var folder = new TemporaryFolder();
        var written = Written(folder);
        File.AppendAllText(Path.Combine(written, "summary.csv"), "\n");
        Refuses(
            ExportProblem.Altered,
            "not as the run wrote it",
            () => ResultExport.Open(written).Write("summary", folder.At("x"), TableFormat.Csv)
        );
        Assert.False(File.Exists(folder.At("x")));
    }

    [Fact]
    public void A_file_that_is_missing_is_said()
    {
        using var folder = new TemporaryFolder();
        var written = Written(folder);
        File.Delete(Path.Combine(written, "paths.parquet"));
        Refuses(
            ExportProblem.Incomplete,
            "paths.parquet is missing",
            () => ResultExport.Open(written).Write("paths", folder.At("x"), TableFormat.Csv)
        );
    }

    [Fact]
    public void A_run_that_kept_no_paths_is_said()
    {
        using var folder = new TemporaryFolder();
        var export = ResultExport.Open(Written(folder, withPaths: false));
        Refuses(
            ExportProblem.NoSuchTable,
            "kept no values of paths",
            () => export.Write("paths", folder.At("x"), TableFormat.Csv)
        );
        Refuses(
            ExportProblem.NoSuchTable,
            "it has summary",
            () => export.Write("sumary", folder.At("x"), TableFormat.Csv)
        );
    }

    [Fact]
    public void A_folder_without_a_result_and_a_damaged_manifest_are_said()
    {
        using var folder = new TemporaryFolder();
        Refuses(ExportProblem.NotAResult, "manifest.json", () => ResultExport.Open(folder.Root));
        Refuses(ExportProblem.NotAResult, "does not exist", () => ResultExport.Open(folder.At("nowhere")));
        File.WriteAllText(folder.At("manifest.json"), "{");
        Refuses(ExportProblem.Altered, "damaged", () => ResultExport.Open(folder.Root));
    }

    private static void Refuses(ExportProblem problem, string said, Action act)
    {
        var e = Assert.Throws<ExportException>(act);
        Assert.Equal(problem, e.Problem);
        Assert.Contains(said, e.Message, StringComparison.Ordinal);
    }
}
