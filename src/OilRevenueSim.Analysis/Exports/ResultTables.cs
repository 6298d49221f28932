using OilRevenueSim.Analysis.Comparisons;
using OilRevenueSim.Analysis.Headlines;
using OilRevenueSim.Analysis.Money;
using OilRevenueSim.Analysis.Summary;

namespace OilRevenueSim.Analysis.Exports;

/// <summary>The tables of a result, one definition of each for every format and for frames.</summary>
public static class ResultTables
{
    private const string OfRow = "see unit";

    /// <summary>The tidy summary: a row a number, columns as in <c>summary.csv</c>.</summary>
    public static Table Summary(IReadOnlyCollection<SummaryRow> rows) =>
        Table.Of(
            "summary",
            rows,
            (Text("course", "course of action"), r => r.Course),
            (Optional("actor", "whose number it is; missing: all together"), r => r.Actor),
            (Optional("place", "area or field; missing: all together"), r => r.Place),
            (Optional("channel", "market; missing: all together"), r => r.Channel),
            (Text("quantity", "what the number is"), r => r.Quantity),
            (Text("unit", "unit of the quantity; probabilities have none"), r => r.Unit),
            (Text("period", "month (2016-02), year (2016) or total"), r => r.Period),
            (Text("statistic", "mean, se, sd, p05 to p95, p_any, mean_if_any or p_over"), r => r.Statistic),
            (Number("threshold", OfRow, "threshold of p_over"), r => r.Threshold),
            (Number("value", OfRow, "the number") with { MayMiss = false }, r => r.Value),
            (Number("low", OfRow, "lower end of the 95 % Monte Carlo interval"), r => r.Low),
            (Number("high", OfRow, "upper end of the 95 % Monte Carlo interval"), r => r.High)
        );

    /// <summary>A comparison: a row a number, columns as in <c>comparison.csv</c>.</summary>
    public static Table Comparison(IReadOnlyCollection<ComparedRow> rows) =>
        Table.Of(
            "comparison",
            rows,
            (Text("course", "course of action"), r => r.Course),
            (Optional("actor", "whose number it is; missing: the owners of state:"), r => r.Actor),
            (Text("quantity", "what is compared"), r => r.Quantity),
            (Optional("unit", "unit of the number; probabilities have none"), r => r.Unit),
            (Text("statistic", "mean, difference, p_better and so on"), r => r.Statistic),
            (Number("value", OfRow, "the number") with { MayMiss = false }, r => r.Value),
            (Number("low", OfRow, "lower end of the 95 % Monte Carlo interval"), r => r.Low),
            (Number("high", OfRow, "upper end of the 95 % Monte Carlo interval"), r => r.High)
        );

    /// <summary>The headline as it is printed: a row a line.</summary>
    public static Table Headline(Headline headline) =>
        Table.Of(
            "headline",
            HeadlineRow.Of(headline),
            (Optional("subject", "whom the line is about"), r => r.Subject),
            (Text("label", "what the line says"), r => r.Label),
            (Text("text", "the number in words"), r => r.Text)
        );

    /// <summary>Who got what and what was lost: a row an actor and quantity, means over all paths and the whole horizon.</summary>
    public static Table Money(MoneyTable money) =>
        Table.Of(
            "money",
            [
                .. from row in money.Rows
                from cell in row.Cells.Zip(money.Columns)
                where cell.First is not null
                select (row.Actor, Column: cell.Second, Mean: cell.First!.Value),
            ],
            (Text("actor", "whose number it is, as readers know it"), r => r.Actor.Label),
            (Text("quantity", "what the number is"), r => r.Column.Quantity.Name),
            (Text("kind", "receipts, transfers, nobodys-income or not-oil"), r => KindOf(r.Column.Kind)),
            (Text("unit", "unit of the quantity"), r => r.Column.Quantity.Unit),
            (Number("mean", OfRow, "mean over paths") with { MayMiss = false }, r => r.Mean.MeanUsd),
            (Number("se", OfRow, "standard error of the mean") with { MayMiss = false }, r => r.Mean.StandardErrorUsd)
        );

    private static string KindOf(MoneyKind kind) =>
        kind switch
        {
            MoneyKind.Receipts => "receipts",
            MoneyKind.Transfers => "transfers",
            MoneyKind.NobodysIncome => "nobodys-income",
            _ => "not-oil",
        };

    private static TableColumn Text(string name, string description) => new(name, ColumnType.Text, "", description);

    private static TableColumn Optional(string name, string description) =>
        Text(name, description) with
        {
            MayMiss = true,
        };

    private static TableColumn Number(string name, string unit, string description) =>
        new(name, ColumnType.Number, unit, description) { MayMiss = true };
}
