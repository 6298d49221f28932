using System.Collections.Immutable;
using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Analysis.Headlines;
using OilRevenueSim.Analysis.Words;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Analysis.Money;

/// <summary>
/// Who got what and what was lost over the whole horizon, as means over all paths: the five quantities of model.md §9 side by
/// side and never added up, with transfers and income that is not oil.
/// </summary>
/// <param name="Columns">Quantities that anybody has, receipts first.</param>
/// <param name="Rows">Actors that have any of them: focus first, then as in the scenario, nobody last.</param>
public sealed record MoneyTable(ImmutableArray<MoneyColumn> Columns, ImmutableArray<MoneyRow> Rows)
{
    private static readonly ImmutableArray<MoneyColumn> All =
    [
        new(MoneyKind.Receipts, ReportQuantity.Sales, "sales"),
        new(MoneyKind.Receipts, ReportQuantity.Levies, "levies"),
        new(MoneyKind.Transfers, ReportQuantity.Transfers, "transfers, in less out"),
        new(MoneyKind.NobodysIncome, ReportQuantity.Diverted, "diverted value, by who took it"),
        new(MoneyKind.NobodysIncome, ReportQuantity.Forgone, "revenue forgone"),
        new(MoneyKind.NobodysIncome, ReportQuantity.Damage, "damage"),
        new(MoneyKind.NotOil, ReportQuantity.OtherIncome, "other income"),
    ];

    /// <summary>How many of the five quantities anybody has.</summary>
    public int Quantities => Columns.Count(c => c.Kind is MoneyKind.Receipts or MoneyKind.NobodysIncome);

    /// <summary>Money of a result.</summary>
    /// <remarks>A number that is zero on every path is left out. Income that is not oil is that of the focus actors.</remarks>
    /// <param name="result">Result.</param>
    /// <param name="language">Language of the names of nobody and the like; English unless told.</param>
    public static MoneyTable From(EnsembleResult result, Language? language = null)
    {
        var series = new ChartSeries(result, language);
        var errors = ChartPrecision.ErrorsInHalf(result);
        MeanWithError? Cell(string actor, MoneyColumn column) =>
            column.Kind == MoneyKind.NotOil && !result.Scenario.Focus.Contains(actor) ? null
            : series.Total(new SeriesKey(actor, null, null, column.Quantity))
                is { } total
                    and not { Min: 0.0, Max: 0.0 }
                ? new MeanWithError(total.Mean, total.StandardError, errors * total.StandardError)
            : null;
        var actors = ChartActor.Order(result.Scenario);
        var columns = All.Where(column => actors.Any(actor => Cell(actor, column) is not null)).ToList();
        return new MoneyTable(
            [.. columns],
            [
                .. actors
                    .Select(actor => new MoneyRow(
                        ChartActor.Of(result.Scenario, actor, language),
                        result.Scenario.Focus.Contains(actor),
                        [.. columns.Select(column => Cell(actor, column))]
                    ))
                    .Where(row => row.Cells.Any(cell => cell is not null)),
            ]
        );
    }

    /// <summary>The table without the columns of a kind, and without the rows that are then empty.</summary>
    public MoneyTable Without(MoneyKind kind)
    {
        int[] kept = [.. Enumerable.Range(0, Columns.Length).Where(c => Columns[c].Kind != kind)];
        return new MoneyTable(
            [.. kept.Select(c => Columns[c])],
            [
                .. Rows.Select(row => row with { Cells = [.. kept.Select(c => row.Cells[c])] })
                    .Where(row => row.Cells.Any(cell => cell is not null)),
            ]
        );
    }
}

/// <summary>What kind of number a column of a money table holds.</summary>
public enum MoneyKind
{
    /// <summary>Oil money that an actor receives.</summary>
    Receipts,

    /// <summary>Oil money passed on, in less out.</summary>
    Transfers,

    /// <summary>What is lost to its owner and received by nobody: diverted value, forgone revenue, damage.</summary>
    NobodysIncome,

    /// <summary>Income that is not oil.</summary>
    NotOil,
}

/// <summary>A column of a money table.</summary>
/// <param name="Kind">Kind of its numbers.</param>
/// <param name="Quantity">Quantity.</param>
/// <param name="Title">Quantity in words, e.g. <c>revenue forgone</c>.</param>
public sealed record MoneyColumn(MoneyKind Kind, ReportQuantity Quantity, string Title);

/// <summary>A row of a money table.</summary>
/// <param name="Actor">Actor.</param>
/// <param name="IsFocus">True for a focus actor.</param>
/// <param name="Cells">One cell a column; null where the actor has none of it.</param>
public sealed record MoneyRow(ChartActor Actor, bool IsFocus, ImmutableArray<MeanWithError?> Cells);
