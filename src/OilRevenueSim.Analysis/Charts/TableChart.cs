using System.Collections.Immutable;

namespace OilRevenueSim.Analysis.Charts;

/// <summary>A table in one look: groups of columns, a bar below every number.</summary>
/// <param name="Text">Title, subtitle, foot, alt text.</param>
/// <param name="Columns">Columns from left to right.</param>
/// <param name="Rows">Rows from top to bottom.</param>
/// <param name="RowsName">What the rows are, e.g. <c>courses</c>.</param>
public sealed record TableChart(
    ChartText Text,
    ImmutableArray<TableColumn> Columns,
    ImmutableArray<TableRow> Rows,
    string RowsName
)
{
    /// <summary>Rows that are shown whatever is left out, from 0: those of which the title speaks, most important first.</summary>
    public ImmutableArray<int> Told { get; init; } = [];
}

/// <summary>A column of a table.</summary>
/// <param name="Group">What it belongs to; columns of one group stand side by side.</param>
/// <param name="Title">What its numbers say.</param>
/// <param name="Largest">Magnitude of a full bar, in the unit of the cells.</param>
public sealed record TableColumn(string Group, string Title, double Largest)
{
    /// <summary>Unit of all numbers that name none themselves, e.g. <c>million USD</c>; empty for none.</summary>
    public string Unit { get; init; } = "";

    /// <summary>How early it is left out where there is no room for all: 0 for never, the largest first.</summary>
    public int Spare { get; init; }
}

/// <summary>A row of a table.</summary>
/// <param name="Label">What it is about.</param>
/// <param name="Cells">One cell a column.</param>
/// <param name="Actor">Actor in whose colour the bars are, or null for grey ones.</param>
public sealed record TableRow(string Label, ImmutableArray<TableCell> Cells, ChartActor? Actor = null);

/// <summary>A cell of a table.</summary>
/// <param name="Text">Number as printed; empty where the column says nothing of the row.</param>
/// <param name="Value">Number, or null where there is none.</param>
/// <param name="Tone">Whether it is good, bad or neither from the analyst's side.</param>
public sealed record TableCell(string Text, double? Value, TableTone Tone)
{
    /// <summary>The number without interval or error, for a table that has no room for them; null where it has neither.</summary>
    public string? Brief { get; init; }

    /// <summary>A cell that says nothing.</summary>
    public static TableCell Empty { get; } = new("", null, TableTone.Neutral);
}

/// <summary>What a number means to the side that chooses a course.</summary>
public enum TableTone
{
    /// <summary>Neither, or not shown by the paths.</summary>
    Neutral,

    /// <summary>Better than the first course.</summary>
    Better,

    /// <summary>Worse than the first course.</summary>
    Worse,
}
