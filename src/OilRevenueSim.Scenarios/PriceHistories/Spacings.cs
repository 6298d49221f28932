using System.Collections.Immutable;
using OilRevenueSim.Core.Prices;

namespace OilRevenueSim.Scenarios.PriceHistories;

/// <summary>What the distances between dates say: days, weeks or months, a change between them, and gaps.</summary>
internal sealed record Spacings
{
    /// <summary>Runs of another spacing as long as this are no accident of holidays.</summary>
    private const int LongestAccident = 4;

    /// <summary>Nominal spacing, null where it is none of the three.</summary>
    public required PriceSpacing? Spacing { get; init; }

    /// <summary>Middle distance between two dates, days.</summary>
    public required int MedianDays { get; init; }

    /// <summary>Index of the first date of another spacing, or −1.</summary>
    public required int ChangesAt { get; init; }

    /// <summary>The spacing from <see cref="ChangesAt"/> on.</summary>
    public required PriceSpacing ChangesTo { get; init; }

    /// <summary>Indices of dates before which dates are missing.</summary>
    public required ImmutableArray<int> Gaps { get; init; }

    /// <summary>Looks at ascending dates, at least two.</summary>
    public static Spacings Of(IReadOnlyList<DateOnly> dates)
    {
        int[] days = [.. Enumerable.Range(1, dates.Count - 1).Select(i => dates[i].DayNumber - dates[i - 1].DayNumber)];
        var median = days.Order().ElementAt(days.Length / 2);
        var spacing = ClassOf(median);
        var (changesAt, changesTo) = spacing is { } known ? Change(days, known) : (-1, default);
        return new Spacings
        {
            Spacing = spacing,
            MedianDays = median,
            ChangesAt = changesAt,
            ChangesTo = changesTo,
            Gaps = [.. Enumerable.Range(0, days.Length).Where(i => IsGap(days[i], spacing)).Select(i => i + 1)],
        };
    }

    private static PriceSpacing? ClassOf(int days) =>
        days switch
        {
            <= 5 => PriceSpacing.Day,
            >= 6 and <= 8 => PriceSpacing.Week,
            >= 26 and <= 36 => PriceSpacing.Month,
            _ => null,
        };

    /// <summary>Trading pauses last up to ten days (Christmas to New Year), a missing week makes 13 days or more, a missing month 55.</summary>
    private static bool IsGap(int days, PriceSpacing? spacing) =>
        spacing switch
        {
            PriceSpacing.Day => days > 10,
            PriceSpacing.Week => days > 12,
            PriceSpacing.Month => days > 45,
            _ => false,
        };

    private static (int At, PriceSpacing To) Change(int[] days, PriceSpacing spacing)
    {
        var run = 0;
        for (var i = 0; i < days.Length; i++)
        {
            var here = ClassOf(days[i]);
            run =
                here is null || here == spacing ? 0
                : run > 0 && here != ClassOf(days[i - 1]) ? 1
                : run + 1;
            if (run == LongestAccident)
            {
                return (i + 1 - LongestAccident + 1, here!.Value);
            }
        }

        return (-1, default);
    }
}
