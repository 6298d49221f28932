using System.Collections.Immutable;
using OilRevenueSim.Analysis.Headlines;
using OilRevenueSim.Analysis.Money;
using OilRevenueSim.Analysis.Words;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Analysis.Charts;

/// <summary>Who got what and what was lost, in one look.</summary>
public static class MoneyCharts
{
    /// <summary>Makes the chart, or null where there is no money at all.</summary>
    /// <remarks>All bars have one scale, so that a lever of billions does not look like a sale of millions.</remarks>
    /// <param name="result">Result.</param>
    /// <param name="language">Language of the chart; English unless told.</param>
    public static TableChart? Of(EnsembleResult result, Language? language = null)
    {
        var words = language ?? Language.English;
        var table = MoneyTable.From(result, words);
        if (table.Rows.IsEmpty)
        {
            return null;
        }

        var largest = table.Rows.SelectMany(r => r.Cells).Max(c => Math.Abs(c?.MeanUsd ?? 0.0));
        // A column with negative numbers has its zero in the middle: half the length for the same sum.
        bool IsSigned(int column) => table.Rows.Any(r => r.Cells[column]?.MeanUsd < 0.0);
        var half = Enumerable.Range(0, table.Columns.Length).Any(IsSigned) ? 2.0 : 1.0;
        // Bars have one scale, and so have the numbers above them.
        var unit = ColumnUnit.Of(words, table.Rows.SelectMany(r => r.Cells).Select(c => c?.MeanUsd ?? 0.0));
        var told = Told(table);
        // An actor that is asked about and gets nothing is said to.
        var poor = result
            .Scenario.Focus.Select(actor => ChartActor.Of(result.Scenario, actor, words))
            .Where(actor => !table.Rows.Any(row => row.Actor == actor))
            .Select(actor => new TableRow(
                actor.Label,
                [
                    new TableCell(words.Word("nothing"), 0.0, TableTone.Neutral),
                    .. table.Columns.Skip(1).Select(_ => TableCell.Empty),
                ],
                actor
            ))
            .ToList();
        return new TableChart(
            new ChartText(
                Title(told, words),
                words.Say(
                    $"Means over all futures, {new ChartSeries(result, words).Span}, ± half of their 95 % Monte Carlo interval. The columns are different things: what one actor forgoes no other receives, so nothing here may be added up. All bars have one scale."
                ),
                ChartFoot.Of(result, words, "money"),
                Alt(table, words)
            )
            {
                Language = words,
            },
            [
                .. table.Columns.Select(
                    (column, c) =>
                        new TableColumn(
                            words.Word(Group(column.Kind)),
                            words.Word(column.Title),
                            IsSigned(c) ? largest : half * largest
                        )
                        {
                            Unit = unit.Name,
                        }
                ),
            ],
            [
                .. poor,
                .. table.Rows.Select(row => new TableRow(
                    row.Actor.Label,
                    [.. row.Cells.Select(cell => Cell(cell, unit))],
                    row.Actor
                )),
            ],
            words.Word("actors")
        )
        {
            Told =
            [
                .. told.Select(x => poor.Count + table.Rows.IndexOf(x.Row))
                    .Concat(Enumerable.Range(0, poor.Count))
                    .Distinct(),
            ],
        };
    }

    private static TableCell Cell(MeanWithError? cell, ColumnUnit unit) =>
        cell is { } money ? unit.WithError(money.MeanUsd, money.HalfWidthUsd) : TableCell.Empty;

    private static string Group(MoneyKind kind) =>
        kind switch
        {
            MoneyKind.Receipts or MoneyKind.Transfers => "Receipts: who gets",
            MoneyKind.NobodysIncome => "Nobody's income: whose loss",
            _ => "Not oil",
        };

    // What a focus actor receives most of, and the largest loss that nobody receives.
    private static List<(MoneyRow Row, MoneyColumn Column, MeanWithError Cell)> Told(MoneyTable table)
    {
        var all = table
            .Rows.SelectMany(row =>
                row.Cells.Select((cell, c) => (Row: row, Column: table.Columns[c], Cell: cell ?? default))
            )
            .Where(x => x.Cell.MeanUsd > 0.0)
            .ToList();
        var receipt = all.Where(x => x.Column.Kind == MoneyKind.Receipts)
            .OrderByDescending(x => x.Row.IsFocus)
            .ThenByDescending(x => x.Cell.MeanUsd)
            .Take(1);
        // Whose the diverted oil was is not recorded.
        var loss = all.Where(x => x.Column.Kind == MoneyKind.NobodysIncome)
            .Where(x => x.Column.Quantity != ReportQuantity.Diverted)
            .OrderByDescending(x => x.Cell.MeanUsd)
            .Take(1);
        return [.. receipt, .. loss];
    }

    private static string Title(List<(MoneyRow Row, MoneyColumn Column, MeanWithError Cell)> told, Language words)
    {
        var clauses = told.Select(x => (Actor: x.Row.Actor.Label, Clause: Clause(x.Column.Quantity, x.Cell, words)))
            .GroupBy(x => x.Actor, x => x.Clause)
            .Select(of => words.Say($"{of.Key}: {words.List([.. of])}"))
            .ToList();
        return clauses.Count == 0 ? words.Word("No actor receives oil money") : string.Join(words.Word("; "), clauses);
    }

    // As exact as its error allows.
    private static string Clause(ReportQuantity quantity, MeanWithError cell, Language words)
    {
        var usd = words.MoneyKnown(cell.MeanUsd, cell.HalfWidthUsd);
        return quantity == ReportQuantity.Sales ? words.Say($"oil sold for {usd}")
            : quantity == ReportQuantity.Levies ? words.Say($"{usd} of levies")
            : quantity == ReportQuantity.Forgone ? words.Say($"{usd} of revenue forgone")
            : words.Say($"{usd} of damage");
    }

    private static string Alt(MoneyTable table, Language words)
    {
        var sentences = table.Rows.SelectMany(row =>
            row.Cells.Select(
                    (cell, c) =>
                        cell is { } money
                            ? words.Say(
                                $"{row.Actor.Label}, {words.Word(table.Columns[c].Title)}: {words.MoneyWithError(money.MeanUsd, money.HalfWidthUsd)}."
                            )
                            : ""
                )
                .Where(sentence => sentence.Length > 0)
        );
        return words.Word("Table of mean receipts, and of what is nobody's income, by actor.")
            + " "
            + string.Join(' ', sentences);
    }
}
