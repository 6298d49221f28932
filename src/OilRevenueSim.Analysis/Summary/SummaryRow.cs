namespace OilRevenueSim.Analysis.Summary;

/// <summary>One number of a result: a line of <c>summary.csv</c>.</summary>
/// <param name="Course">Course of action.</param>
/// <param name="Actor">Actor, or null for all together.</param>
/// <param name="Place">Area or field, or null for all together.</param>
/// <param name="Channel">Market, or null for all together.</param>
/// <param name="Quantity">Quantity, e.g. <c>gross_revenue_usd</c>.</param>
/// <param name="Unit">Unit of the quantity, e.g. <c>USD</c>; probabilities (<c>p_any</c>, <c>p_over</c>) have none.</param>
/// <param name="Period">Month <c>2016-02</c>, year <c>2016</c> or <c>total</c>.</param>
/// <param name="Statistic">Name of the statistic, one of <see cref="SummaryStatistic"/>.</param>
/// <param name="Threshold">Threshold of <c>p_over</c> in the unit of the quantity, else null.</param>
/// <param name="Value">Value.</param>
/// <param name="Low">Lower end of its 95 % Monte Carlo interval, or null where there is none.</param>
/// <param name="High">Upper end of its 95 % Monte Carlo interval, or null where there is none.</param>
public sealed record SummaryRow(
    string Course,
    string? Actor,
    string? Place,
    string? Channel,
    string Quantity,
    string Unit,
    string Period,
    string Statistic,
    double? Threshold,
    double Value,
    double? Low,
    double? High
);
