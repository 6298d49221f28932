using System.Collections.Immutable;

namespace OilRevenueSim.Core.Time;

/// <summary>Length of a simulation step.</summary>
public enum StepLength
{
    /// <summary>One calendar day.</summary>
    Day,

    /// <summary>Seven days from the first of the month, cut at the month's end.</summary>
    Week,

    /// <summary>One calendar month.</summary>
    Month,
}

/// <summary>A calendar month.</summary>
/// <param name="Year">Calendar year.</param>
/// <param name="Month">Month 1 to 12.</param>
public readonly record struct YearMonth(int Year, int Month) : IComparable<YearMonth>
{
    /// <summary>First day of the month.</summary>
    public DateOnly FirstDay => new(Year, Month, 1);

    /// <summary>Last day of the month.</summary>
    public DateOnly LastDay => new(Year, Month, DateTime.DaysInMonth(Year, Month));

    /// <summary>The month that holds a date.</summary>
    public static YearMonth Of(DateOnly date) => new(date.Year, date.Month);

    /// <inheritdoc />
    public int CompareTo(YearMonth other) => ((Year * 12) + Month).CompareTo((other.Year * 12) + other.Month);

    /// <summary>True when the left month is the earlier.</summary>
    public static bool operator <(YearMonth left, YearMonth right) => left.CompareTo(right) < 0;

    /// <summary>True when the left month is the later.</summary>
    public static bool operator >(YearMonth left, YearMonth right) => left.CompareTo(right) > 0;

    /// <summary>True when the left month is not the later.</summary>
    public static bool operator <=(YearMonth left, YearMonth right) => left.CompareTo(right) <= 0;

    /// <summary>True when the left month is not the earlier.</summary>
    public static bool operator >=(YearMonth left, YearMonth right) => left.CompareTo(right) >= 0;

    /// <summary>ISO form, <c>2016-02</c>.</summary>
    public override string ToString() => $"{Year:D4}-{Month:D2}";
}

/// <summary>The steps of a run: calendar days, never crossing a month's end.</summary>
/// <remarks>
/// <c>days[t]</c> calendar days, <c>dt[t] = days[t] / 365.25</c> years (model.md §1). Weeks are seven days from
/// <c>start</c> and from the first of each month, cut at the month's end.
/// </remarks>
public sealed class TimeGrid
{
    /// <summary>Days in a year as the model counts durations.</summary>
    public const double DaysPerYear = 365.25;

    /// <summary>Builds the grid.</summary>
    /// <param name="start">First day simulated.</param>
    /// <param name="end">Last day simulated, inclusive; not before <paramref name="start"/>.</param>
    /// <param name="step">Length of a step.</param>
    /// <param name="isHalved">True to cut every step of two days or more into two, the earlier at least as long as the later.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="end"/> lies before <paramref name="start"/>.</exception>
    public TimeGrid(DateOnly start, DateOnly end, StepLength step, bool isHalved = false)
    {
        if (end < start)
        {
            throw new ArgumentOutOfRangeException(
                nameof(end),
                end,
                $"The end must not lie before the start, {start:yyyy-MM-dd}."
            );
        }

        Start = start;
        End = end;
        Step = step;
        IsHalved = isHalved;
        var firstDays = ImmutableArray.CreateBuilder<DateOnly>();
        var days = ImmutableArray.CreateBuilder<int>();
        var months = ImmutableArray.CreateBuilder<YearMonth>();
        var monthOfStep = ImmutableArray.CreateBuilder<int>();
        for (var day = start; day <= end; )
        {
            var month = YearMonth.Of(day);
            var last = month.LastDay < end ? month.LastDay : end;
            if (months.Count == 0 || months[^1] != month)
            {
                months.Add(month);
            }

            var length = step switch
            {
                StepLength.Day => 1,
                StepLength.Week => 7,
                _ => 31,
            };
            length = Math.Min(length, last.DayNumber - day.DayNumber + 1);
            var later = isHalved ? length / 2 : 0;
            foreach (var (first, part) in new[] { (day, length - later), (day.AddDays(length - later), later) })
            {
                if (part > 0)
                {
                    firstDays.Add(first);
                    days.Add(part);
                    monthOfStep.Add(months.Count - 1);
                }
            }

            day = day.AddDays(length);
        }

        FirstDays = firstDays.ToImmutable();
        Days = days.ToImmutable();
        Months = months.ToImmutable();
        MonthOfStep = monthOfStep.ToImmutable();
        Years = [.. Months.Select(m => m.Year).Distinct()];
    }

    /// <summary>First day simulated.</summary>
    public DateOnly Start { get; }

    /// <summary>Last day simulated, inclusive.</summary>
    public DateOnly End { get; }

    /// <summary>Length of a step.</summary>
    public StepLength Step { get; }

    /// <summary>True where every step was cut into two.</summary>
    public bool IsHalved { get; }

    /// <summary>Number of steps.</summary>
    public int StepCount => Days.Length;

    /// <summary>First day of each step, [step].</summary>
    public ImmutableArray<DateOnly> FirstDays { get; }

    /// <summary>Calendar days of each step, [step].</summary>
    public ImmutableArray<int> Days { get; }

    /// <summary>Calendar months touched, in order.</summary>
    public ImmutableArray<YearMonth> Months { get; }

    /// <summary>Index into <see cref="Months"/> of each step, [step].</summary>
    public ImmutableArray<int> MonthOfStep { get; }

    /// <summary>Calendar years touched, in order.</summary>
    public ImmutableArray<int> Years { get; }

    /// <summary>Length of a step in years of 365.25 days.</summary>
    public double DtYears(int step) => Days[step] / DaysPerYear;
}
