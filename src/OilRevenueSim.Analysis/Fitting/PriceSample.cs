using System.Collections.Immutable;
using OilRevenueSim.Core.Prices;

namespace OilRevenueSim.Analysis.Fitting;

/// <summary>A price history as the likelihoods read it: log prices at equal steps.</summary>
/// <remarks>
/// Time is the sample's own: every step is the mean spacing of the dates in years of 365.25 days, so that weekends and holidays
/// are not time (trading time). A gap counts as one step; <see cref="Remarks"/> says where.
/// </remarks>
internal sealed record PriceSample
{
    /// <summary>Fewest observations any fit accepts: fewer leave no degrees of freedom worth a standard error.</summary>
    public const int FewestObservations = 20;

    /// <summary>Days in a year.</summary>
    public const double DaysPerYear = 365.25;

    /// <summary>ln of the price in USD per barrel, <c>[observation]</c>.</summary>
    public required double[] LogPrices { get; init; }

    /// <summary>Step between observations, years.</summary>
    public required double StepYears { get; init; }

    /// <summary>Prices that one observation averages, at equal spacing to the end of its step; 1 where it is a price of a day.</summary>
    public required int AveragedPoints { get; init; }

    /// <summary>Futures prices on the same days.</summary>
    public ImmutableArray<FuturesSeries> Futures { get; init; } = [];

    /// <summary>What the reader must know about the spacing.</summary>
    public ImmutableArray<string> Remarks { get; init; } = [];

    /// <summary>Terms of a likelihood that conditions on the first observation.</summary>
    public int Steps => LogPrices.Length - 1;

    /// <summary>Length of the sample, years.</summary>
    public double SpanYears => Steps * StepYears;

    /// <summary>The history as a sample.</summary>
    /// <exception cref="PriceFitException">Too few observations, a constant series, lists of different lengths.</exception>
    public static PriceSample Of(PriceHistory history)
    {
        Check(history);
        var count = history.Dates.Length;
        var days = history.Dates[^1].DayNumber - history.Dates[0].DayNumber;
        return new()
        {
            LogPrices = [.. history.PricesUsd.Select(Math.Log)],
            StepYears = days / (DaysPerYear * (count - 1)),
            AveragedPoints = history.Meaning == PriceMeaning.Point ? 1 : PointsOf(history.Spacing),
            Futures = history.Futures,
            Remarks = Gaps(history),
        };
    }

    /// <summary>The first <paramref name="count"/> observations.</summary>
    public PriceSample First(int count) =>
        this with
        {
            LogPrices = LogPrices[..count],
            Futures = [.. Futures.Select(f => f with { PricesUsd = f.PricesUsd[..count] })],
        };

    /// <summary>Trading days of a week and a month; a day's average is taken as one of its hours.</summary>
    private static int PointsOf(PriceSpacing spacing) =>
        spacing switch
        {
            PriceSpacing.Week => 5,
            PriceSpacing.Month => 21,
            _ => 24,
        };

    private static void Check(PriceHistory history)
    {
        var count = history.Dates.Length;
        if (history.PricesUsd.Length != count)
        {
            throw new PriceFitException(
                "history.PricesUsd",
                $"{history.PricesUsd.Length} prices for {count} dates",
                "one price per date"
            );
        }

        if (count < FewestObservations)
        {
            throw new PriceFitException(
                "history.PricesUsd",
                $"{count} prices in {history.Name}",
                $"{FewestObservations} or more"
            );
        }

        for (var i = 0; i < count; i++)
        {
            if (!(history.PricesUsd[i] > 0.0 && double.IsFinite(history.PricesUsd[i])))
            {
                throw new PriceFitException(
                    "history.PricesUsd",
                    $"{history.PricesUsd[i]} on {history.Dates[i]:yyyy-MM-dd}",
                    "a finite price above zero"
                );
            }

            if (i > 0 && history.Dates[i] <= history.Dates[i - 1])
            {
                throw new PriceFitException(
                    "history.Dates",
                    $"{history.Dates[i]:yyyy-MM-dd} after {history.Dates[i - 1]:yyyy-MM-dd}",
                    "dates that ascend"
                );
            }
        }

        if (history.PricesUsd.Distinct().Take(3).Count() < 3)
        {
            throw new PriceFitException(
                "history.PricesUsd",
                $"fewer than three different prices, the first {history.PricesUsd[0]} USD/bbl",
                "prices that move"
            );
        }

        CheckFutures(history);
    }

    private static void CheckFutures(PriceHistory history)
    {
        foreach (var series in history.Futures)
        {
            if (series.PricesUsd.Length != history.Dates.Length || !(series.MaturityYears > 0.0))
            {
                throw new PriceFitException(
                    "history.Futures",
                    $"{series.Name} with {series.PricesUsd.Length} prices, maturity {series.MaturityYears} years",
                    $"{history.Dates.Length} prices (NaN where none) and a maturity above zero"
                );
            }

            if (series.PricesUsd.Any(p => p <= 0.0 || double.IsInfinity(p)))
            {
                throw new PriceFitException(
                    "history.Futures",
                    $"{series.Name} holds a price of zero or less",
                    "above zero"
                );
            }
        }
    }

    private static ImmutableArray<string> Gaps(PriceHistory history)
    {
        var longest = history.Spacing switch
        {
            PriceSpacing.Day => 7,
            PriceSpacing.Week => 10,
            _ => 45,
        };
        var gaps = Enumerable
            .Range(1, history.Dates.Length - 1)
            .Select(i => (From: history.Dates[i - 1], To: history.Dates[i]))
            .Where(g => g.To.DayNumber - g.From.DayNumber > longest)
            .OrderByDescending(g => g.To.DayNumber - g.From.DayNumber)
            .ToList();
        return gaps is []
            ? []
            :
            [
                gaps is [var only]
                    ? $"One step spans more than {longest} days, from {only.From:yyyy-MM-dd} to {only.To:yyyy-MM-dd}; it is treated as one step like any other."
                    : $"{gaps.Count} steps span more than {longest} days, the longest from {gaps[0].From:yyyy-MM-dd} to {gaps[0].To:yyyy-MM-dd}; each is treated as one step.",
            ];
    }
}
