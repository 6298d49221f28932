using System.Collections.Immutable;
using OilRevenueSim.Analysis.Words;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Analysis.Charts;

/// <summary>What the charts read from a result.</summary>
internal sealed class ChartSeries
{
    private readonly EnsembleResult result;
    private readonly int firstMonth;

    internal ChartSeries(EnsembleResult result, Language? language = null)
    {
        Words = language ?? Language.English;
        this.result = result;
        MonthCount = result.Periods.Count(p => p.Kind == PeriodKind.Month);
        firstMonth = result.Periods.IndexOf(result.Periods.First(p => p.Kind == PeriodKind.Month));
        Months = [.. result.Periods.Where(p => p.Kind == PeriodKind.Month).Select(p => p.First)];
        Span = Words.Period(Months[0], Months[^1]);
    }

    /// <summary>Language of the chart.</summary>
    internal Language Words { get; }

    internal int MonthCount { get; }

    /// <summary>First day of each month, [month].</summary>
    internal ImmutableArray<DateOnly> Months { get; }

    /// <summary>First and last month in words.</summary>
    internal string Span { get; }

    /// <summary>Statistics by month, [month], or null where the series is not recorded.</summary>
    internal ImmutableArray<SeriesStatistics>? ByMonth(SeriesKey key)
    {
        var series = result.Series.IndexOf(key);
        return series < 0 ? null : [.. Enumerable.Range(0, MonthCount).Select(m => result.At(series, firstMonth + m))];
    }

    /// <summary>True where a recorded series has in every month the same value in all futures: the file sets it, no chance is in it.</summary>
    internal bool IsSame(SeriesKey key) => ByMonth(key) is { } months && months.All(m => m.Min == m.Max);

    /// <summary>Statistics over the whole horizon, or null where the series is not recorded.</summary>
    internal SeriesStatistics? Total(SeriesKey key)
    {
        var series = result.Series.IndexOf(key);
        return series < 0
            ? null
            : result.At(series, result.Periods.IndexOf(result.Periods.First(p => p.Kind == PeriodKind.Total)));
    }

    /// <summary>Gross revenue of an actor over the whole horizon.</summary>
    /// <exception cref="ArgumentException">It is not recorded with its sample.</exception>
    internal SeriesStatistics GrossTotal(string actor) =>
        Total(Gross(actor)) is { Sample: not null } total
            ? total
            : throw new ArgumentException(
                $"The gross revenue of '{actor}' is not recorded with its sample.",
                nameof(actor)
            );

    internal static SeriesKey Gross(string actor) => new(actor, null, null, ReportQuantity.Gross);

    /// <summary>Actor as readers know it.</summary>
    internal string Label(string actor) => ChartActor.NameOf(result.Scenario, actor, Words);
}
