using OilRevenueSim.Analysis.Headlines;
using OilRevenueSim.Analysis.Money;
using OilRevenueSim.Cli.Terminals;

namespace OilRevenueSim.Cli.Runs;

/// <summary>Who got what and what was lost, in a few lines: the quantities that are all called oil revenue, kept apart.</summary>
internal static class MoneyReport
{
    private const string Absent = "–";

    /// <summary>Prints the table where more than one of the five quantities is there at all.</summary>
    public static void Print(Terminal terminal, MoneyTable money)
    {
        // Income that is not oil stands in the headline.
        var table = money.Without(MoneyKind.NotOil);
        if (table.Quantities < 2)
        {
            return;
        }

        var scale = ScaleOf(table);
        terminal.Out.WriteLine();
        var errors = table.Rows.Any(r => r.Cells.Any(c => c?.HalfWidthUsd > 0.0))
            ? " ± half of their 95 % interval"
            : "";
        terminal.Write(
            $"Who gets, and what nobody gets: means in {scale.Name}{errors}, never to be added up",
            isStrong: true
        );
        string[][] rows =
        [
            ["", .. table.Columns.Select((_, c) => Group(table, c))],
            ["", .. table.Columns.Select(c => c.Title)],
            .. table.Rows.Select(row =>
                (string[])
                    [
                        row.Actor.Label,
                        .. row.Cells.Select(cell =>
                            cell is { } x ? Readable.AmountWithError(x.MeanUsd, x.HalfWidthUsd, scale) : Absent
                        ),
                    ]
            ),
        ];
        foreach (var line in TextTable.Lines(rows, terminal.Columns))
        {
            terminal.Out.WriteLine(line);
        }
    }

    // Named over the first of its columns.
    private static string Group(MoneyTable table, int column)
    {
        var name = NameOf(table.Columns[column].Kind);
        return column > 0 && NameOf(table.Columns[column - 1].Kind) == name ? "" : name;
    }

    private static string NameOf(MoneyKind kind) => kind == MoneyKind.NobodysIncome ? "nobody's income" : "receipts";

    // One for all, so that numbers can be compared at a glance; smaller by a thousand where the smallest would vanish.
    private static MoneyScale ScaleOf(MoneyTable table)
    {
        var amounts = table
            .Rows.SelectMany(r => r.Cells)
            .Select(c => Math.Abs(c?.MeanUsd ?? 0.0))
            .Where(usd => usd > 0.0)
            .DefaultIfEmpty(0.0)
            .ToList();
        var scale = Readable.Scale(amounts.Max());
        return amounts.Min() < 0.01 * scale.Usd ? Readable.Scale(scale.Usd / 1e3) : scale;
    }
}
