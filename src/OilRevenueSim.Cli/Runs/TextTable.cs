using OilRevenueSim.Cli.Terminals;

namespace OilRevenueSim.Cli.Runs;

/// <summary>Columns of text, each as wide as its widest cell; on a narrow terminal long cells go on in the next line.</summary>
internal static class TextTable
{
    private const string Indent = "  ";
    private const string Gap = "  ";

    /// <summary>Lines of a table, indented by two.</summary>
    /// <param name="rows">Rows of equally many cells.</param>
    /// <param name="mostColumns">Columns of the terminal, or null where lines may be of any length.</param>
    public static IEnumerable<string> Lines(IReadOnlyList<string[]> rows, int? mostColumns = null)
    {
        var widths = Widths(rows, mostColumns);
        foreach (var row in rows)
        {
            var cells = row.Select((cell, c) => WordWrap.Lines(cell, widths[c])).ToArray();
            for (var i = 0; i < cells.Max(c => c.Count); i++)
            {
                var line = cells.Select((cell, c) => (i < cell.Count ? cell[i] : "").PadRight(widths[c]));
                yield return (Indent + string.Join(Gap, line)).TrimEnd();
            }
        }
    }

    // The widest column that can still give way is made narrower, until all fit or no word would be whole.
    private static int[] Widths(IReadOnlyList<string[]> rows, int? mostColumns)
    {
        var columns = Enumerable.Range(0, rows[0].Length).ToArray();
        int[] widths = [.. columns.Select(c => rows.Max(r => r[c].Length))];
        int[] least = [.. columns.Select(c => rows.Max(r => WordWrap.Words(r[c]).Max(word => word.Length)))];
        var room = mostColumns - Indent.Length - (Gap.Length * (columns.Length - 1));
        while (widths.Sum() > room)
        {
            var widest = columns.Where(c => widths[c] > least[c]).DefaultIfEmpty(-1).MaxBy(c => c < 0 ? 0 : widths[c]);
            if (widest < 0)
            {
                break;
            }

            widths[widest]--;
        }

        return widths;
    }
}
