using System.Collections.Immutable;

namespace OilRevenueSim.Analysis.Exports;

/// <summary>What the cells of a column are.</summary>
public enum ColumnType
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>Double-precision number.</summary>
    Number,

    /// <summary>Whole number of 64 bits.</summary>
    WholeNumber,
}

/// <summary>A column of a table, as every format describes it.</summary>
/// <param name="Name">Name, unique in its table.</param>
/// <param name="Type">What its cells are.</param>
/// <param name="Unit">Unit of its numbers, e.g. <c>USD</c>; empty where it has none.</param>
/// <param name="Description">What it holds, a phrase.</param>
public sealed record TableColumn(string Name, ColumnType Type, string Unit, string Description)
{
    /// <summary>True where a cell may be missing.</summary>
    public bool MayMiss { get; init; }

    /// <summary>What the column is about beyond its name, e.g. <c>actor</c> and <c>period</c>, in the words of the scenario.</summary>
    public ImmutableArray<KeyValuePair<string, string>> About { get; init; } = [];
}

/// <summary>What a table is: name and columns.</summary>
/// <param name="Name">Name, e.g. <c>summary</c>.</param>
/// <param name="Columns">Columns.</param>
public sealed record TableShape(string Name, ImmutableArray<TableColumn> Columns);

/// <summary>Some consecutive rows of a table.</summary>
/// <param name="Rows">Number of rows that count; arrays may be longer.</param>
/// <param name="Cells">
/// [column] an array of <see cref="string"/> (null where missing), <see cref="double"/> (not a number where missing) or
/// <see cref="long"/>.
/// </param>
public sealed record TableBlock(int Rows, ImmutableArray<Array> Cells);

/// <summary>A table that is small enough to be held whole.</summary>
/// <param name="Shape">Name and columns.</param>
/// <param name="Rows">All rows.</param>
public sealed record Table(TableShape Shape, TableBlock Rows)
{
    /// <summary>Makes a table of rows, a cell a column.</summary>
    /// <typeparam name="TRow">Row.</typeparam>
    /// <param name="name">Name of the table.</param>
    /// <param name="rows">Rows.</param>
    /// <param name="columns">Columns, each with what gives its cell: a text, a number, a whole number or null.</param>
    internal static Table Of<TRow>(
        string name,
        IReadOnlyCollection<TRow> rows,
        params (TableColumn Column, Func<TRow, object?> Cell)[] columns
    ) =>
        new(
            new TableShape(name, [.. columns.Select(c => c.Column)]),
            new TableBlock(
                rows.Count,
                [
                    .. columns.Select(c =>
                        c.Column.Type switch
                        {
                            ColumnType.Text => (Array)rows.Select(row => (string?)c.Cell(row)).ToArray(),
                            ColumnType.Number => rows.Select(row => (double?)c.Cell(row) ?? double.NaN).ToArray(),
                            _ => rows.Select(row => (long)c.Cell(row)!).ToArray(),
                        }
                    ),
                ]
            )
        );
}
