using System.Collections.Immutable;
using OilRevenueSim.Core.Prices;

namespace OilRevenueSim.Analysis.Fitting;

/// <summary>Every price model fitted to one history, with what the history says before any model.</summary>
public sealed record PriceModelFits
{
    /// <summary>The history.</summary>
    public required PriceHistory History { get; init; }

    /// <summary>Step between observations, years of 365.25 days: the mean spacing of the dates (trading time).</summary>
    public required double StepYears { get; init; }

    /// <summary>Fits: gbm, gbm with jumps, schwartz, schwartz with jumps, schwartz-smith, regimes; without those refused.</summary>
    public required ImmutableArray<PriceModelFit> Fits { get; init; }

    /// <summary>Whether the log price is a random walk.</summary>
    public required UnitRootTest UnitRoot { get; init; }

    /// <summary>Mean block length of the stationary bootstrap, steps (<see cref="BlockLength"/>).</summary>
    public required double BlockLengthSteps { get; init; }

    /// <summary>Gaps in the dates, models refused and why, and how little is known of the half-life.</summary>
    public required ImmutableArray<string> Remarks { get; init; }

    /// <summary>Fits every model.</summary>
    /// <param name="history">Prices.</param>
    /// <param name="options">Choices; defaults where null.</param>
    /// <param name="progress">Told the model about to be fitted.</param>
    /// <param name="cancellation">Stops between fits, and between samples of a bootstrap.</param>
    /// <exception cref="PriceFitException">The history, or an option, is out of range.</exception>
    public static PriceModelFits All(
        PriceHistory history,
        PriceFitOptions? options = null,
        IProgress<string>? progress = null,
        CancellationToken cancellation = default
    )
    {
        options ??= new();
        options.Check();
        var sample = PriceSample.Of(history);
        var fits = ImmutableArray.CreateBuilder<PriceModelFit>();
        foreach (var model in ModelsFor(history))
        {
            cancellation.ThrowIfCancellationRequested();
            progress?.Report(model.Name);
            fits.Add(Bootstrap.Of(model, sample, options with { Cancellation = cancellation }));
        }

        var unitRoot = UnitRootTest.Of(sample.LogPrices);
        return new()
        {
            History = history,
            StepYears = sample.StepYears,
            Fits = fits.ToImmutable(),
            UnitRoot = unitRoot,
            BlockLengthSteps = BlockLength.OfLogPrices(sample.LogPrices),
            Remarks = [.. sample.Remarks, .. Refusals(history), unitRoot.Verdict],
        };
    }

    /// <summary>Models that a history can be fitted with.</summary>
    internal static IEnumerable<FittedModel> ModelsFor(PriceHistory history) =>
        history.Meaning == PriceMeaning.Point
            ?
            [
                GbmFit.Model,
                JumpFit.OnGbm,
                SchwartzFit.Model,
                JumpFit.OnSchwartz,
                SchwartzSmithFit.Model,
                RegimesFit.Model,
            ]
            : [GbmFit.Model, SchwartzFit.Model, SchwartzSmithFit.Model];

    private static ImmutableArray<string> Refusals(PriceHistory history) =>
        history.Meaning == PriceMeaning.Point
            ? []
            :
            [
                "gbm with jumps, schwartz with jumps and regimes were not fitted: averages of periods spread a jump, or a switch, over two observations. Bring prices of days, e.g. the last of each month.",
            ];
}
