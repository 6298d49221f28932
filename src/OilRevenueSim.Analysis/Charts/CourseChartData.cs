using System.Collections.Immutable;

namespace OilRevenueSim.Analysis.Charts;

/// <summary>Equal quantiles of an actor's total revenue in the first course and in others, linked by arrows.</summary>
/// <remarks>An arrow links the quantiles of two distributions, not two fates of one path.</remarks>
/// <param name="Text">Title, subtitle, foot, alt text.</param>
/// <param name="Actor">Label of the actor.</param>
/// <param name="Unit">Unit of the values, e.g. <c>million USD</c>; values are already in it.</param>
/// <param name="First">Label of the course that arrows start from.</param>
/// <param name="Panels">One panel a course.</param>
/// <param name="IsAllZero">True when every value is zero.</param>
public sealed record LinkedQuantilesChart(
    ChartText Text,
    string Actor,
    string Unit,
    string First,
    ImmutableArray<LinkedQuantilesPanel> Panels,
    bool IsAllZero
);

/// <summary>Arrows of one course.</summary>
/// <param name="Course">Label of the course that arrows end at.</param>
/// <param name="Links">Quantiles from low to high, then the mean.</param>
public sealed record LinkedQuantilesPanel(string Course, ImmutableArray<QuantileLink> Links);

/// <summary>One quantile, or the mean, in both courses.</summary>
/// <param name="Label">Name, e.g. <c>median</c>.</param>
/// <param name="First">Value in the first course.</param>
/// <param name="Course">Value in the course.</param>
public readonly record struct QuantileLink(string Label, double First, double Course);

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
    string Unit,
    ImmutableArray<DateOnly> Months,
    ImmutableArray<FanBand> Bands,
    ImmutableArray<double> Median,
    ImmutableArray<double> Mean,
    ImmutableArray<double> MeanLow,
    ImmutableArray<double> MeanHigh,
    bool IsAllZero
);

/// <summary>All courses in one look: a row a course, groups of columns, a bar behind every number.</summary>
/// <param name="Text">Title, subtitle, foot, alt text.</param>
/// <param name="Columns">Columns from left to right.</param>
/// <param name="Rows">One row a course, the first course first.</param>
public sealed record CourseTableChart(
    ChartText Text,
    ImmutableArray<CourseTableColumn> Columns,
    ImmutableArray<CourseTableRow> Rows
);

/// <summary>A column of a course table.</summary>
/// <param name="Group">Whose numbers they are; columns of one group stand side by side.</param>
/// <param name="Title">What they say.</param>
/// <param name="Largest">Largest magnitude of the column, in the unit of the cells: the length of a full bar.</param>
public sealed record CourseTableColumn(string Group, string Title, double Largest);

/// <summary>A row of a course table.</summary>
/// <param name="Course">Label of the course.</param>
/// <param name="Cells">One cell a column.</param>
public sealed record CourseTableRow(string Course, ImmutableArray<CourseTableCell> Cells);

/// <summary>A cell of a course table.</summary>
/// <param name="Text">Number as printed; empty where the column says nothing of the course.</param>
/// <param name="Value">Number, or null where there is none.</param>
/// <param name="Tone">Whether it is good, bad or neither from the analyst's side.</param>
public sealed record CourseTableCell(string Text, double? Value, CourseTone Tone);

/// <summary>What a number means to the side that chooses a course.</summary>
public enum CourseTone
{
    /// <summary>Neither, or not shown by the paths.</summary>
    Neutral,

    /// <summary>Better than the first course.</summary>
    Better,

    /// <summary>Worse than the first course.</summary>
    Worse,
}
