using System.Globalization;
using Deedle;
using OilRevenueSim.Analysis.Exports;

namespace OilRevenueSim.Analysis.Frames;

/// <summary>Frames of users back into numbers, and into tables for files; nothing is filled in or guessed.</summary>
public static class FrameTables
{
    /// <summary>The numbers of a column, in the order of rows.</summary>
    /// <typeparam name="TRow">Type of the keys of rows.</typeparam>
    /// <param name="frame">Frame.</param>
    /// <param name="column">Column of numbers without a missing cell.</param>
    /// <exception cref="FrameException">There is no such column, it holds no numbers, or a cell is missing.</exception>
    public static double[] Numbers<TRow>(this Frame<TRow, string> frame, string column)
        where TRow : notnull
    {
        ArgumentNullException.ThrowIfNull(frame);
        var type = TypeOf(frame, column);
        if (!IsNumber(type))
        {
            throw new FrameException($"Column '{column}' holds {type.Name}; numbers are needed.", column);
        }

        var series = frame.GetColumn<double>(column);
        return
        [
            .. frame.RowKeys.Select(row =>
                series.TryGet(row) is { HasValue: true } cell && double.IsFinite(cell.Value)
                    ? cell.Value
                    : throw new FrameException(
                        $"Row {row} of column '{column}' is missing; fill it, or drop the row, before the frame is used.",
                        column,
                        Convert.ToString(row, CultureInfo.InvariantCulture)
                    )
            ),
        ];
    }

    /// <summary>A frame as a table for files: the keys of rows first, then its columns of text and numbers.</summary>
    /// <typeparam name="TRow">Type of the keys of rows.</typeparam>
    /// <param name="frame">Frame.</param>
    /// <param name="name">Name of the table.</param>
    /// <param name="keyName">Name of the column of the row keys.</param>
    /// <param name="units">Units by column; columns of results need none, their names end in it.</param>
    /// <exception cref="FrameException">A column holds neither text nor numbers, has the name of the keys, or units name no column.</exception>
    public static Table ToTable<TRow>(
        this Frame<TRow, string> frame,
        string name,
        string keyName = "row",
        IReadOnlyDictionary<string, string>? units = null
    )
        where TRow : notnull
    {
        ArgumentNullException.ThrowIfNull(frame);
        foreach (var column in (units?.Keys ?? []).Append(keyName))
        {
            if (frame.ColumnKeys.Contains(column, StringComparer.Ordinal) == (column == keyName))
            {
                throw column == keyName
                    ? new FrameException(
                        $"The frame has a column '{keyName}' already; give the keys another name.",
                        column
                    )
                    : NoColumn(frame, column);
            }
        }

        var rows = frame.RowKeys.ToList();
        return Table.Of(
            name,
            rows,
            [
                KeyColumn<TRow>(keyName),
                .. frame.ColumnKeys.Select(column => CellsOf(frame, column, units?.GetValueOrDefault(column) ?? "")),
            ]
        );
    }

    private static (TableColumn Column, Func<TRow, object?> Cell) KeyColumn<TRow>(string name)
        where TRow : notnull =>
        typeof(TRow) == typeof(int) || typeof(TRow) == typeof(long)
            ? (
                new TableColumn(name, ColumnType.WholeNumber, "", "key of the row"),
                row => Convert.ToInt64(row, CultureInfo.InvariantCulture)
            )
            : (
                new TableColumn(name, ColumnType.Text, "", "key of the row"),
                row => Convert.ToString(row, CultureInfo.InvariantCulture)
            );

    private static (TableColumn Column, Func<TRow, object?> Cell) CellsOf<TRow>(
        Frame<TRow, string> frame,
        string column,
        string unit
    )
        where TRow : notnull
    {
        var type = TypeOf(frame, column);
        if (type == typeof(string))
        {
            var texts = frame.GetColumn<string>(column);
            return (
                new TableColumn(column, ColumnType.Text, unit, column) { MayMiss = true },
                row => texts.TryGet(row) is { HasValue: true } cell ? cell.Value : null
            );
        }

        if (!IsNumber(type))
        {
            throw new FrameException($"Column '{column}' holds {type.Name}; a file takes text and numbers.", column);
        }

        var numbers = frame.GetColumn<double>(column);
        return (
            new TableColumn(column, ColumnType.Number, unit, column) { MayMiss = true },
            row => numbers.TryGet(row) is { HasValue: true } cell ? cell.Value : null
        );
    }

    private static bool IsNumber(Type type) =>
        type == typeof(double)
        || type == typeof(float)
        || type == typeof(decimal)
        || type == typeof(int)
        || type == typeof(long);

    private static Type TypeOf<TRow>(Frame<TRow, string> frame, string column)
        where TRow : notnull
    {
        var index = frame.ColumnKeys.ToList().IndexOf(column);
        return index >= 0 ? frame.ColumnTypes.ElementAt(index) : throw NoColumn(frame, column);
    }

    private static FrameException NoColumn<TRow>(Frame<TRow, string> frame, string column)
        where TRow : notnull =>
        new($"There is no column '{column}'; the frame has {string.Join(", ", frame.ColumnKeys)}.", column);
}
