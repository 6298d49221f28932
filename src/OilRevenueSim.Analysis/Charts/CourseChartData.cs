using System.Collections.Immutable;
using OilRevenueSim.Analysis.Words;

namespace OilRevenueSim.Analysis.Charts;

/// <summary>Equal quantiles of an actor's total revenue in the first course and in others, linked by arrows.</summary>
/// <remarks>An arrow links the quantiles of two distributions, not two fates of one path.</remarks>
/// <param name="Text">Title, subtitle, foot, alt text.</param>
/// <param name="Actor">Label of the actor.</param>
/// <param name="Unit">Unit of the values, e.g. <c>million USD</c>; values are already in it.</param>
/// <param name="First">Label of the course that arrows start from.</param>
/// <param name="LessIsBetter">True where a course is better the smaller the revenue.</param>
/// <param name="Panels">One panel a course.</param>
/// <param name="IsAllZero">True when every value is zero.</param>
public sealed record LinkedQuantilesChart(
    ChartText Text,
    string Actor,
    ChartUnit Unit,
    string First,
    bool LessIsBetter,
    ImmutableArray<LinkedQuantilesPanel> Panels,
    bool IsAllZero
)
{
    /// <summary>Index of the panel that the title is about, or null.</summary>
    public int? Told { get; init; }
}

/// <summary>Arrows of one course.</summary>
/// <param name="Course">Label of the course that arrows end at.</param>
/// <param name="Links">Quantiles from low to high, then the mean.</param>
public sealed record LinkedQuantilesPanel(string Course, ImmutableArray<QuantileLink> Links);

/// <summary>One quantile, or the mean, in both courses.</summary>
/// <param name="Label">Name, e.g. <c>median</c>.</param>
/// <param name="First">Value in the first course.</param>
/// <param name="Course">Value in the course.</param>
public readonly record struct QuantileLink(string Label, double First, double Course)
{
    /// <summary>False where the run does not show that the two differ: neither is better then.</summary>
    public bool IsShown { get; init; } = true;
}

/// <summary>Fan of the paired difference by month: a course less the first course, path by path.</summary>
/// <param name="Text">Title, subtitle, foot, alt text.</param>
/// <param name="Actor">Label of the actor.</param>
/// <param name="Unit">Unit of the values as printed, e.g. <c>million USD per month</c>; values are already in it.</param>
/// <param name="Months">First day of each month, [month].</param>
/// <param name="Bands">Bands from widest to narrowest; values may be negative.</param>
/// <param name="Median">Median, [month].</param>
/// <param name="Mean">Mean, [month].</param>
/// <param name="MeanLow">Lower end of the 95 % interval of the mean, [month].</param>
/// <param name="MeanHigh">Upper end of the 95 % interval of the mean, [month].</param>
/// <param name="IsAllZero">True when the course changes nothing on any path.</param>
public sealed record DifferenceFanChart(
    ChartText Text,
    string Actor,
    ChartUnit Unit,
    ImmutableArray<DateOnly> Months,
    ImmutableArray<FanBand> Bands,
    ImmutableArray<double> Median,
    ImmutableArray<double> Mean,
    ImmutableArray<double> MeanLow,
    ImmutableArray<double> MeanHigh,
    bool IsAllZero
);
