using System.Globalization;
using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Analysis.Headlines;
using OilRevenueSim.Analysis.Results;
using OilRevenueSim.Analysis.Statistics;
using OilRevenueSim.Analysis.Sweeps;
using OilRevenueSim.Cli.Terminals;

namespace OilRevenueSim.Cli.Runs;

/// <summary>Says what a sweep gave: a small one in full, of a large one the lowest and highest cells.</summary>
internal static class SweepReport
{
    private const int MostRows = 40;
    private const int RowsOfAnEnd = 5;

    /// <summary>Prints.</summary>
    public static void Print(
        Terminal terminal,
        SweepResult sweep,
        CommittedResult committed,
        IReadOnlyList<string> charts,
        FigureStyle style
    )
    {
        terminal.Write($"{sweep.Scenario.Title}: {Varied(sweep)}", isStrong: true);
        foreach (var axis in sweep.Axes.Where(a => a.IsUnitOfFile))
        {
            terminal.Write($"{axis.Address} is in {axis.Unit}, the unit of the file.");
        }

        foreach (var numbers in sweep.Table.GroupBy(r => (r.Actor, r.Quantity, r.Statistic)))
        {
            terminal.Out.WriteLine();
            terminal.Write(SweepCharts.What(sweep.Scenario, numbers.First()));
            PrintTable(terminal, sweep, [.. numbers]);
        }

        PrintFailed(terminal, sweep);
        var fromCache = sweep.Cells.Count(c => c.IsFromCache);
        terminal.Out.WriteLine();
        terminal.Write(
            $"{Wording.Count(sweep.Cells.Length, "cell")} of {Readable.Count(sweep.Options.Paths)} paths, seed {sweep.Options.Seed}, the same "
                + $"random numbers in all; {(fromCache == 0 ? "none" : Readable.Count(fromCache))} from the cache."
        );
        var place = Wording.Place(committed.Folder);
        terminal.Out.WriteLine();
        if (charts.Count > 0)
        {
            terminal.Out.WriteLine($"Charts  {Path.Combine(place, ChartFiles.Folder)}{Path.DirectorySeparatorChar}");
            ChartFiles.PrintNames(terminal, charts, style);
        }

        terminal.Out.WriteLine($"Table   {Path.Combine(place, ScenarioSweep.TableName)}");
    }

    private static string Varied(SweepResult sweep)
    {
        var points = (sweep.Cells.Length / sweep.Courses.Length) - 1;
        var courses = sweep.Courses.Length == 1 ? "" : $" under {sweep.Courses.Length} courses";
        return $"{Wording.Count(points, "point")}{courses}, and the file as it stands";
    }

    private static void PrintTable(Terminal terminal, SweepResult sweep, List<SweepRow> rows)
    {
        var hasCourses = sweep.Courses.Length > 1;
        var hasDifference = rows.Any(r => r.Difference is not null);
        List<string[]> lines =
        [
            [
                "cell",
                .. sweep.Axes.Select(a => a.Title),
                .. hasCourses ? ["course"] : Array.Empty<string>(),
                "value (95 % interval)",
                .. hasDifference ? ["against the file"] : Array.Empty<string>(),
            ],
            .. Shown(rows)
                .Select(row =>
                    (string[])
                        [
                            row.Cell.ToString(CultureInfo.InvariantCulture),
                            .. row.Values.Select((v, a) => ValueOf(v, row.IsFile, sweep.Axes[a])),
                            .. hasCourses ? [row.Course] : Array.Empty<string>(),
                            row.Value is { } value ? Say(row, value) : "no number",
                            .. hasDifference ? [Difference(row)] : Array.Empty<string>(),
                        ]
                ),
        ];
        foreach (var line in TextTable.Lines(lines, terminal.Columns))
        {
            terminal.Out.WriteLine(line);
        }

        if (rows.Count > MostRows)
        {
            terminal.Write(
                $"The file, the {RowsOfAnEnd} lowest and the {RowsOfAnEnd} highest of {Readable.Count(rows.Count)} cells; the table file has all."
            );
        }
    }

    private static List<SweepRow> Shown(List<SweepRow> rows)
    {
        if (rows.Count <= MostRows)
        {
            return rows;
        }

        List<SweepRow> ordered =
        [
            .. rows.Where(r => !r.IsFile && r.Value is not null).OrderBy(r => r.Value!.Value.Value).ThenBy(r => r.Cell),
        ];
        return
        [
            .. rows.Where(r => r.IsFile),
            .. ordered.Count <= 2 * RowsOfAnEnd
                ? ordered
                : [.. ordered.Take(RowsOfAnEnd), .. ordered.TakeLast(RowsOfAnEnd)],
        ];
    }

    private static string ValueOf(AxisValue value, bool isFile, SweepAxis axis)
    {
        var text =
            value.Number is { } number && axis.Unit == value.Unit
                ? number.ToString("0.##########", CultureInfo.InvariantCulture)
                : value.Text;
        return isFile ? $"{text} (file)" : text;
    }

    private static string Say(SweepRow row, Estimate value) =>
        row.Unit.Length == 0 ? Readable.ProbabilityWithInterval(value)
        : row.Unit == "USD" ? Readable.MoneyWithInterval(value)
        : $"{Plain(value.Value)}{(value is { Low: { } low, High: { } high } ? $" ({Plain(low)} to {Plain(high)})" : "")} {row.Unit}";

    private static string Difference(SweepRow row)
    {
        if (row.Difference is not { } difference)
        {
            return "";
        }

        if (difference is { Low: 0.0, High: 0.0 })
        {
            return "the same";
        }

        var sign = difference.Value > 0.0 ? "+" : "";
        return row.Unit.Length == 0
                ? $"{sign}{Plain(100.0 * difference.Value)} ({Plain(100.0 * difference.Low)} to {Plain(100.0 * difference.High)}) points"
            : row.Unit == "USD" ? sign + Readable.MoneyWithInterval(difference)
            : $"{sign}{Plain(difference.Value)} ({Plain(difference.Low)} to {Plain(difference.High)}) {row.Unit}";
    }

    private static string Plain(double? number) =>
        number is { } value
            ? SignificantDigits
                .Round(value, 3)
                .ToString("#,0.######", CultureInfo.InvariantCulture)
                .Replace("-", "−", StringComparison.Ordinal)
            : "–";

    private static void PrintFailed(Terminal terminal, SweepResult sweep)
    {
        const int most = 5;
        if (sweep.Failed.IsEmpty)
        {
            return;
        }

        terminal.Out.WriteLine();
        terminal.Write($"{Wording.Count(sweep.Failed.Length, "cell")} without a number:");
        foreach (var cell in sweep.Failed.Take(most))
        {
            terminal.Write($"cell {cell.Index}: {cell.Reason}", "  ");
        }

        if (sweep.Failed.Length > most)
        {
            terminal.Write($"and {sweep.Failed.Length - most} more in the table file", "  ");
        }
    }
}
