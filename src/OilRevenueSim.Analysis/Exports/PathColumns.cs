using System.Collections.Immutable;
using OilRevenueSim.Analysis.Precision;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Analysis.Exports;

/// <summary>Which numbers of every path are kept, and how their columns are called.</summary>
/// <remarks>
/// A row is a path, a column a series in a period: what belongs together on one path stands in one row, so that correlations,
/// joint probabilities and ratios need no join (docs/adr/0021).
/// </remarks>
public static class PathColumns
{
    /// <summary>Name of the column that numbers the paths.</summary>
    public const string PathName = "path";

    private const string ByMonth = "by month";
    private const string ByYear = "by year";

    /// <summary>The totals of every series that a plan reports with quantiles.</summary>
    public static ImmutableArray<PathColumn> Totals(SimulationPlan plan) =>
        [.. plan.SampledSeries.Select(key => new PathColumn(key, plan.Periods[^1]))];

    /// <summary>The totals of every series whose values by path an exact run kept.</summary>
    public static ImmutableArray<PathColumn> Totals(EnsembleResult result) =>
        [
            .. from series in Enumerable.Range(0, result.Series.Length)
            where result.HasDraws(series)
            select new PathColumn(result.Series[series], result.Periods[^1]),
        ];

    /// <summary>Reads a choice: parts separated by commas, each <c>[NAME …] QUANTITY [by month|by year]</c>.</summary>
    /// <remarks>
    /// Names are of actors, areas, fields and markets, in any order. A part means every series of the quantity that is about all
    /// the names; without names every series of the quantity. Without <c>by …</c> it means the whole horizon.
    /// </remarks>
    /// <param name="plan">Plan whose series they are.</param>
    /// <param name="text">The words.</param>
    /// <exception cref="PathChoiceException">A part means nothing that the plan records.</exception>
    public static ImmutableArray<PathColumn> Choose(SimulationPlan plan, string text)
    {
        var chosen = new List<PathColumn>();
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            var (words, kind) =
                part.EndsWith(ByMonth, StringComparison.Ordinal) ? (part[..^ByMonth.Length], PeriodKind.Month)
                : part.EndsWith(ByYear, StringComparison.Ordinal) ? (part[..^ByYear.Length], PeriodKind.Year)
                : (part, PeriodKind.Total);
            chosen.AddRange(
                from key in SeriesOf(plan, words.Split(' ', StringSplitOptions.RemoveEmptyEntries), part)
                from period in plan.Periods
                where period.Kind == kind
                select new PathColumn(key, period)
            );
        }

        return [.. chosen.Distinct()];
    }

    /// <summary>Shape of the table: <c>path</c>, with replicates <c>world</c> and <c>replicate</c>, then a column a number.</summary>
    /// <param name="columns">Numbers.</param>
    /// <param name="replicates">Paths a world.</param>
    public static TableShape ShapeOf(ImmutableArray<PathColumn> columns, int replicates = 1) =>
        new("paths", [.. Numbering(replicates), .. columns.Select(ColumnOf)]);

    /// <summary>Name of a column: what applies of actor, place, channel, then quantity and period, joined by two underscores.</summary>
    /// <remarks>Hyphens become underscores, so that names need no quotes in R, SQL and pandas; the metadata has the originals.</remarks>
    public static string NameOf(PathColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        var key = column.Series;
        return NameOf(key.Actor, key.Place, key.Channel, key.Quantity.Name, column.Period.Label);
    }

    /// <summary>Name made of parts, those that are null left out.</summary>
    internal static string NameOf(params string?[] parts) =>
        string.Join("__", parts.OfType<string>()).Replace('-', '_');

    /// <summary>The columns that number paths; their cells are made by <see cref="Number"/>.</summary>
    internal static IEnumerable<TableColumn> Numbering(int replicates)
    {
        yield return new TableColumn(
            PathName,
            ColumnType.WholeNumber,
            "",
            "number of the path, as oilsim replay takes it"
        );
        if (replicates > 1)
        {
            yield return new TableColumn(
                "world",
                ColumnType.WholeNumber,
                "",
                "paths of one world share what is uncertain"
            );
            yield return new TableColumn("replicate", ColumnType.WholeNumber, "", "number of the path in its world");
        }
    }

    /// <summary>Cell of a numbering column: path, world or replicate.</summary>
    internal static long Number(int column, long path, int replicates) =>
        column switch
        {
            0 => path,
            1 => path / replicates,
            _ => path % replicates,
        };

    private static TableColumn ColumnOf(PathColumn column)
    {
        var (key, period) = column;
        (string Key, string? Value)[] about =
        [
            ("actor", key.Actor),
            ("place", key.Place),
            ("channel", key.Channel),
            ("quantity", key.Quantity.Name),
            ("period", period.Label),
        ];
        return new TableColumn(
            NameOf(column),
            ColumnType.Number,
            key.Quantity.Unit,
            $"{key.Quantity.Name} of {string.Join(", ", about.Take(3).Select(a => a.Value).OfType<string>().DefaultIfEmpty("all"))}, "
                + period.Label
        )
        {
            About = [.. about.Where(a => a.Value is not null).Select(a => KeyValuePair.Create(a.Key, a.Value!))],
        };
    }

    private static List<SeriesKey> SeriesOf(SimulationPlan plan, string[] words, string part)
    {
        string[] quantities = [.. plan.Series.Select(s => s.Quantity.Name).Distinct(StringComparer.Ordinal)];
        var quantity =
            words.Length > 0 && quantities.Contains(words[^1], StringComparer.Ordinal)
                ? words[^1]
                : throw new PathChoiceException(
                    $"'{part}' does not end with a quantity that course {plan.Course} records"
                        + (
                            words.Length > 0 && NearestWord.To(words[^1], quantities) is { } meant
                                ? $"; did you mean '{meant}'?"
                                : $"; it records {string.Join(", ", quantities)}"
                        )
                );
        List<SeriesKey> found =
        [
            .. plan.Series.Where(s =>
                s.Quantity.Name == quantity
                && words[..^1].All(name => name == s.Actor || name == s.Place || name == s.Channel)
            ),
        ];
        if (found.Count > 0)
        {
            return found;
        }

        string[] names =
        [
            .. plan
                .Series.Where(s => s.Quantity.Name == quantity)
                .SelectMany(s => (string?[])[s.Actor, s.Place, s.Channel])
                .OfType<string>()
                .Distinct(StringComparer.Ordinal),
        ];
        throw new PathChoiceException(
            $"'{part}': no {quantity} of that is recorded; there is one of {string.Join(", ", names)}"
        );
    }
}

/// <summary>A choice of path values that means nothing in a run; the message says what would.</summary>
public sealed class PathChoiceException : Exception
{
    /// <summary>Creates an exception with a message.</summary>
    public PathChoiceException(string message)
        : base(message) { }

    /// <summary>Creates an exception without details.</summary>
    public PathChoiceException()
        : this("The choice of path values means nothing.") { }

    /// <summary>Creates an exception with a message and a cause.</summary>
    public PathChoiceException(string message, Exception innerException)
        : base(message, innerException) { }
}
