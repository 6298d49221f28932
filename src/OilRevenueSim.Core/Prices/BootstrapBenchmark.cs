using OilRevenueSim.Core.Time;
using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim.Core.Prices;

/// <summary>
/// Stationary block bootstrap (Politis and Romano 1994) of the log changes of a history whose spacing is the step's.
/// </summary>
/// <remarks>
/// Every step takes the change that follows the one before in the history, which closes to a ring; with probability
/// step/block length it begins anew at a change drawn evenly. All such benchmarks of a scenario draw from one stream:
/// with histories of the same days and one block length they move through the same days together.
/// </remarks>
public sealed record BootstrapBenchmark : Benchmark
{
    /// <summary>Stream that every bootstrapped benchmark draws from.</summary>
    public const string SharedStream = "price-blocks";

    /// <summary>Price at step 0, USD per barrel.</summary>
    public required Quantity Spot { get; init; }

    /// <summary>Prices whose changes are drawn.</summary>
    public required PriceHistory History { get; init; }

    /// <summary>File of the history, from the scenario's folder; empty where it was made in code.</summary>
    public string File { get; init; } = "";

    /// <summary>SHA-256 of the file, lower-case hex.</summary>
    public string FileSha256 { get; init; } = "";

    /// <summary>Mean length of a block, years; at least one step.</summary>
    public required Quantity BlockLength { get; init; }

    /// <inheritdoc />
    public override IEnumerable<string> Streams => [SharedStream];

    /// <summary>True where changes of a history can be steps: weeks are cut at the ends of months, so none has their spacing.</summary>
    public static bool HasSpacingOf(PriceSpacing spacing, StepLength step) =>
        (spacing, step) is (PriceSpacing.Month, StepLength.Month) or (PriceSpacing.Day, StepLength.Day);

    /// <summary>Mean time between two changes, years: a month, or a working day, five of which make a week.</summary>
    public static double SpacingYears(StepLength step) =>
        step == StepLength.Day ? 7.0 / 5.0 / TimeGrid.DaysPerYear : 1.0 / 12.0;
}
