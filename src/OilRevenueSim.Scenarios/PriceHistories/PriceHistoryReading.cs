using System.Collections.Immutable;
using OilRevenueSim.Core.Prices;

namespace OilRevenueSim.Scenarios.PriceHistories;

/// <summary>What to take from a file of prices, and what it cannot say itself.</summary>
public sealed record PriceHistoryOptions
{
    /// <summary>First day taken; the first in the file by default.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day taken; the last in the file by default.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Whether prices are of a day or averages; guessed from the dates by default, and the guess is stated.</summary>
    public PriceMeaning? Meaning { get; init; }

    /// <summary>Header of the column of spot prices; needed only where a file has several.</summary>
    public string? Column { get; init; }
}

/// <summary>What came of reading a file of prices: the history, or every reason why there is none.</summary>
public sealed record PriceHistoryReading
{
    /// <summary>The history; null if and only if there is at least one error.</summary>
    public required PriceHistory? History { get; init; }

    /// <summary>All findings, in order of line and column.</summary>
    public required ImmutableArray<Diagnostic> Diagnostics { get; init; }

    /// <summary>What was read and how it was treated, a sentence each, in the order it was done.</summary>
    public required ImmutableArray<string> Treatments { get; init; }

    /// <summary>Header of the column of spot prices, as the file has it.</summary>
    public required string PriceColumn { get; init; }
}
