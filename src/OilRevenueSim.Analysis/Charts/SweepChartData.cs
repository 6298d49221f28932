using System.Collections.Immutable;

namespace OilRevenueSim.Analysis.Charts;

/// <summary>One number along one varied value, with its Monte Carlo band.</summary>
/// <param name="Text">Title, subtitle, foot, alt text.</param>
/// <param name="Axis">What is varied, with its unit.</param>
/// <param name="Unit">Unit of the values, e.g. <c>million USD</c> or <c>%</c>; values are already in it.</param>
/// <param name="Points">Points in order; failed cells are left out.</param>
/// <param name="File">The number of the file as it stands, or null where it has none.</param>
/// <param name="Failed">Labels of levels that have no number.</param>
public sealed record SweepLineChart(
    ChartText Text,
    string Axis,
    string Unit,
    ImmutableArray<SweepLinePoint> Points,
    double? File,
    ImmutableArray<string> Failed
);

/// <summary>A point of a sweep along one axis.</summary>
/// <param name="Position">Place on the axis: the level's number, or its rank from 0 where levels are no numbers.</param>
/// <param name="Label">Level as read, without unit.</param>
/// <param name="Value">The number.</param>
/// <param name="Low">Lower end of its 95 % interval; the number itself where there is none.</param>
/// <param name="High">Upper end of its 95 % interval; the number itself where there is none.</param>
public sealed record SweepLinePoint(double Position, string Label, double Value, double Low, double High);

/// <summary>One number over two varied values: a rectangle a cell.</summary>
/// <param name="Text">Title, subtitle, foot, alt text.</param>
/// <param name="XAxis">What runs to the right, with its unit.</param>
/// <param name="YAxis">What runs up, with its unit.</param>
/// <param name="XLabels">Levels to the right, [x].</param>
/// <param name="YLabels">Levels from below, [y].</param>
/// <param name="Unit">Unit of the values, e.g. <c>million USD</c> or <c>%</c>; values are already in it.</param>
/// <param name="Cells">Cells, [y][x].</param>
public sealed record SurfaceChart(
    ChartText Text,
    string XAxis,
    string YAxis,
    ImmutableArray<string> XLabels,
    ImmutableArray<string> YLabels,
    string Unit,
    ImmutableArray<ImmutableArray<SurfaceCell>> Cells
);

/// <summary>A cell of a surface.</summary>
/// <param name="Value">Number, or null where the cell has none.</param>
/// <param name="Label">Number as printed; a dash where there is none.</param>
/// <param name="Shade">0 for the smallest number of the chart to 1 for the largest; 0 where all are equal.</param>
public sealed record SurfaceCell(double? Value, string Label, double Shade);
