using System.Globalization;
using OilRevenueSim.Analysis.Exports;

namespace OilRevenueSim.Analysis.Sweeps;

/// <summary>The tidy text form of a sweep, <c>sweep.csv</c>: one number a line, RFC 4180 with line feeds.</summary>
/// <remarks>
/// Columns: <c>cell</c>, <c>is_file</c>, one an axis named <c>ADDRESS [UNIT]</c> with its numbers (or texts, where a value is no single
/// number), <c>course actor quantity unit statistic value low high difference difference_low difference_high reason</c>.
/// </remarks>
public static class SweepCsv
{
    private const string Rest =
        "course,actor,quantity,unit,statistic,value,low,high,difference,difference_low,difference_high,reason";

    /// <summary>Writes a sweep.</summary>
    /// <param name="axes">Axes.</param>
    /// <param name="rows">Rows.</param>
    /// <param name="writer">Receives the text.</param>
    public static void Write(IReadOnlyCollection<SweepAxis> axes, IEnumerable<SweepRow> rows, TextWriter writer)
    {
        writer.Write($"cell,is_file,{string.Join(',', axes.Select(a => Quoted(a.Title)).Append(Rest))}\n");
        foreach (var row in rows)
        {
            string[] cells =
            [
                row.Cell.ToString(CultureInfo.InvariantCulture),
                row.IsFile ? "true" : "false",
                .. row.Values.Select(v => v.Number is { } number ? Text(number) : Quoted(v.Text)),
                Quoted(row.Course),
                Quoted(row.Actor ?? ""),
                row.Quantity,
                row.Unit,
                Quoted(row.Statistic),
                Text(row.Value?.Value),
                Text(row.Value?.Low),
                Text(row.Value?.High),
                Text(row.Difference?.Value),
                Text(row.Difference?.Low),
                Text(row.Difference?.High),
                Quoted(row.Reason ?? ""),
            ];
            writer.Write(string.Join(',', cells) + "\n");
        }
    }

    private static string Text(double? number) => number is { } value ? CsvLine.Text(value) : "";

    private static string Quoted(string text) =>
        text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
