using System.Collections.Immutable;
using Deedle;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Uncertainty;
using OilRevenueSim.Scenarios;

namespace OilRevenueSim;

/// <summary>Joint draws in place of laws: a posterior sample, or what another model gave.</summary>
public static class ScenarioDraws
{
    /// <summary>Puts columns of joint draws in place of the laws of quantities.</summary>
    /// <remarks>
    /// Each world takes one row, with the same probability for all rows, and all its columns together: the dependence between them is kept. See
    /// docs/model.md §3.
    /// </remarks>
    /// <param name="scenario">Scenario.</param>
    /// <param name="name">Name of the table; one of the same name is replaced.</param>
    /// <param name="columns">
    /// Columns by header, <c>ADDRESS [UNIT]</c>, e.g. <c>benchmarks.brent.spot [USD/bbl]</c>, each with a number a row; at least two rows.
    /// </param>
    /// <param name="source">Where the draws come from, or null.</param>
    /// <param name="grade">How they were obtained.</param>
    /// <param name="note">Remark, or null.</param>
    /// <exception cref="ScenarioException">
    /// A header names no quantity, a unit does not fit, or a number is missing or outside what its key can hold; names row and column.
    /// </exception>
    public static Scenario WithDraws(
        this Scenario scenario,
        string name,
        IEnumerable<KeyValuePair<string, double[]>> columns,
        string? source = null,
        SourceGrade grade = SourceGrade.Unstated,
        string? note = null
    )
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(columns);
        var draws = new JointDraws
        {
            Name = name,
            Columns = [.. columns.Select(c => Column(c.Key, [.. c.Value]))],
            Provenance = new Provenance(source, grade, null, note),
        };
        return (
            scenario with
            {
                Draws =
                [
                    .. scenario
                        .Draws.Where(d => d.Name != name)
                        .Append(draws)
                        .OrderBy(d => d.Name, StringComparer.Ordinal),
                ],
            }
        ).Checked();
    }

    /// <summary>Puts a frame of joint draws in place of the laws of quantities: a row is a draw.</summary>
    /// <param name="scenario">Scenario.</param>
    /// <param name="name">Name of the table; one of the same name is replaced.</param>
    /// <param name="frame">Frame whose columns are named <c>ADDRESS [UNIT]</c>.</param>
    /// <param name="source">Where the draws come from, or null.</param>
    /// <param name="grade">How they were obtained.</param>
    /// <param name="note">Remark, or null.</param>
    /// <exception cref="ScenarioException">
    /// A column names no quantity or holds no numbers, a unit does not fit, or a cell is missing or outside what its key can hold; names row
    /// and column.
    /// </exception>
    public static Scenario WithDraws<TRow>(
        this Scenario scenario,
        string name,
        Frame<TRow, string> frame,
        string? source = null,
        SourceGrade grade = SourceGrade.Unstated,
        string? note = null
    )
        where TRow : notnull
    {
        ArgumentNullException.ThrowIfNull(frame);
        var rows = frame.RowKeys.ToList();
        var columns = frame.ColumnKeys.Select(key => KeyValuePair.Create(key, Values(frame, key, rows, name))).ToList();
        return scenario.WithDraws(name, columns, source, grade, note);
    }

    private static double[] Values<TRow>(Frame<TRow, string> frame, string key, List<TRow> rows, string name)
        where TRow : notnull
    {
        Series<TRow, double> column;
        try
        {
            column = frame.GetColumn<double>(key);
        }
        catch (Exception unfit) when (unfit is InvalidCastException or FormatException or InvalidOperationException)
        {
            throw new ScenarioException($"The column '{key}' of the draws '{name}' does not hold numbers.", unfit);
        }

        return
        [
            .. rows.Select(row =>
                column.TryGet(row) is { HasValue: true } cell && double.IsFinite(cell.Value)
                    ? cell.Value
                    : throw new ScenarioException(
                        $"Row {row} has no number in the column '{key}' of the draws '{name}'; leave out the whole row where a number is missing."
                    )
            ),
        ];
    }

    private static DrawColumn Column(string header, ImmutableArray<double> values)
    {
        try
        {
            return DrawHeader.Column(header, values);
        }
        catch (FormatException unfit)
        {
            throw new ScenarioException(unfit.Message, unfit);
        }
    }
}
