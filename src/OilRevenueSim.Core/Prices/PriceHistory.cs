using System.Collections.Immutable;

namespace OilRevenueSim.Core.Prices;

/// <summary>Observed prices in order of date, as fitting and the block bootstrap use them (model.md §5).</summary>
/// <remarks>Dates ascend strictly, prices are finite and above zero: whoever reads a file checks that and says what it did.</remarks>
public sealed record PriceHistory
{
    /// <summary>Name for people, e.g. the file's name without folder.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// Day of each observation, <c>[observation]</c>, ascending. A period average carries its period's first day.
    /// </summary>
    public required ImmutableArray<DateOnly> Dates { get; init; }

    /// <summary>Spot price, USD per barrel, <c>[observation]</c>, above zero.</summary>
    public required ImmutableArray<double> PricesUsd { get; init; }

    /// <summary>Nominal spacing of the observations.</summary>
    public required PriceSpacing Spacing { get; init; }

    /// <summary>Whether an observation is the price of a day or the average of a period.</summary>
    public required PriceMeaning Meaning { get; init; }

    /// <summary>Futures prices on the same days, none by default.</summary>
    public ImmutableArray<FuturesSeries> Futures { get; init; } = [];
}

/// <summary>Futures prices of one constant maturity.</summary>
public sealed record FuturesSeries
{
    /// <summary>Name of the column.</summary>
    public required string Name { get; init; }

    /// <summary>Time to delivery, years, above zero.</summary>
    public required double MaturityYears { get; init; }

    /// <summary>Price, USD per barrel, <c>[observation]</c>; NaN where the file has none.</summary>
    public required ImmutableArray<double> PricesUsd { get; init; }
}

/// <summary>Nominal spacing of a price history.</summary>
public enum PriceSpacing
{
    /// <summary>Trading days.</summary>
    Day,

    /// <summary>Weeks.</summary>
    Week,

    /// <summary>Calendar months.</summary>
    Month,
}

/// <summary>What an observed price stands for.</summary>
public enum PriceMeaning
{
    /// <summary>The price of the day named.</summary>
    Point,

    /// <summary>
    /// The average over the period: for a random walk it has two thirds of the variance of changes, and successive changes correlate by 1/4
    /// (Working 1960).
    /// </summary>
    PeriodAverage,
}
