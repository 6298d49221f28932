using Deedle;
using OilRevenueSim.Analysis.Exports;
using OilRevenueSim.Analysis.Frames;
using OilRevenueSim.Analysis.Headlines;
using OilRevenueSim.Analysis.Manifests;
using OilRevenueSim.Analysis.Money;
using OilRevenueSim.Analysis.Summary;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim;

/// <summary>A table of a result.</summary>
public enum ResultTable
{
    /// <summary>The tidy summary: every number of <c>summary.csv</c>.</summary>
    Summary,

    /// <summary>The values of an exact run, a row a path: the totals of every series with quantiles.</summary>
    Paths,

    /// <summary>Who got what and what was lost: a row an actor and quantity.</summary>
    Money,

    /// <summary>The headline as it is printed.</summary>
    Headline,
}

/// <summary>The tables of a result as frames and files.</summary>
public static class ResultExports
{
    /// <summary>A table as a Deedle frame; what does not apply is missing.</summary>
    /// <param name="run">What a run returned.</param>
    /// <param name="table">Table.</param>
    /// <exception cref="InvalidOperationException">The table is <see cref="ResultTable.Paths"/> and the run kept no values.</exception>
    public static Frame<int, string> Frame(this RunResult run, ResultTable table = ResultTable.Summary) =>
        ResultFrames.Of(TableOf(ResultOf(run), table));

    /// <summary>Writes a table as Parquet, with units and provenance in its metadata.</summary>
    /// <param name="run">What a run returned.</param>
    /// <param name="path">File; an earlier one is replaced, folders that lack are made.</param>
    /// <param name="table">Table.</param>
    /// <exception cref="InvalidOperationException">The table is <see cref="ResultTable.Paths"/> and the run kept no values.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void WriteParquet(this RunResult run, string path, ResultTable table = ResultTable.Summary) =>
        Write(ResultOf(run), path, table, TableFormat.Parquet);

    /// <summary>Writes a table as Arrow IPC (Feather version 2), with units and provenance in its metadata.</summary>
    /// <inheritdoc cref="WriteParquet"/>
    public static void WriteArrow(this RunResult run, string path, ResultTable table = ResultTable.Summary) =>
        Write(ResultOf(run), path, table, TableFormat.Arrow);

    /// <summary>Writes a table as CSV, with units and provenance in a <c>-metadata.json</c> beside it.</summary>
    /// <inheritdoc cref="WriteParquet"/>
    /// <param name="run">What a run returned.</param>
    /// <param name="path">File; an earlier one is replaced, folders that lack are made.</param>
    /// <param name="table">Table.</param>
    /// <param name="forExcel">True for a byte order mark and Windows line ends.</param>
    public static void WriteCsv(
        this RunResult run,
        string path,
        ResultTable table = ResultTable.Summary,
        bool forExcel = false
    ) => Write(ResultOf(run), path, table, forExcel ? TableFormat.ExcelCsv : TableFormat.Csv);

    private static EnsembleResult ResultOf(RunResult run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return run.Ensemble;
    }

    private static void Write(EnsembleResult result, string path, ResultTable table, TableFormat format)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        if (table == ResultTable.Paths)
        {
            PathTable.Write(result, PathColumns.Totals(result), path, format);
            return;
        }

        TableFile.Write(path, format, TableOf(result, table), ResultManifest.From(result));
    }

    private static Table TableOf(EnsembleResult result, ResultTable table) =>
        table switch
        {
            ResultTable.Summary => ResultTables.Summary(SummaryTable.From(result)),
            ResultTable.Paths => PathTable.Of(result, PathColumns.Totals(result)),
            ResultTable.Money => ResultTables.Money(MoneyTable.From(result)),
            ResultTable.Headline => ResultTables.Headline(Headline.From(result)),
            _ => throw new ArgumentOutOfRangeException(nameof(table), table, "There is no such table."),
        };
}
