using System.Collections.Immutable;
using OilRevenueSim.Analysis.Statistics;

namespace OilRevenueSim.Analysis.Sweeps;

/// <summary>One number of a sweep: a line of <c>sweep.csv</c>.</summary>
/// <param name="Cell">Number of the cell; cells of the file as it stands come first.</param>
/// <param name="IsFile">True for a cell of the file as it stands, with which others are compared.</param>
/// <param name="Values">Values of the axes, in their order.</param>
/// <param name="Course">Course of action.</param>
/// <param name="Actor">Actor, or null for a quantity of nobody.</param>
/// <param name="Quantity">Quantity, e.g. <c>gross_revenue_usd</c>; over the whole horizon.</param>
/// <param name="Unit">Unit of value and difference; empty for a probability.</param>
/// <param name="Statistic">Statistic as it was asked for, e.g. <c>mean</c> or <c>p_over:100 MUSD</c>.</param>
/// <param name="Value">Number with its 95 % Monte Carlo interval, or null where the cell has none.</param>
/// <param name="Difference">
/// Paired difference from the file as it stands under the same course, or null where there is none: means, probabilities and quantiles have it.
/// </param>
/// <param name="Reason">Why there is no number, or null.</param>
public sealed record SweepRow(
    int Cell,
    bool IsFile,
    ImmutableArray<AxisValue> Values,
    string Course,
    string? Actor,
    string Quantity,
    string Unit,
    string Statistic,
    Estimate? Value,
    Estimate? Difference,
    string? Reason
);
