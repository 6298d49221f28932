using System.Collections.Immutable;
using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Analysis.Fitting;
using OilRevenueSim.Analysis.Headlines;
using OilRevenueSim.Analysis.Words;

namespace OilRevenueSim.Analysis.FitReports;

/// <summary>A history of prices with the models fitted to it, the one chosen, and the blocks of scenarios they make.</summary>
public sealed record PriceStudy
{
    /// <summary>Where the prices come from.</summary>
    public required FitSource Source { get; init; }

    /// <summary>What was read and how it was treated, a sentence each.</summary>
    public required ImmutableArray<string> Treatments { get; init; }

    /// <summary>Fits in the order asked for.</summary>
    public required ImmutableArray<PriceModelFit> Fits { get; init; }

    /// <summary>Models that these prices do not allow, and why.</summary>
    public ImmutableArray<RefusedModel> Refused { get; init; } = [];

    /// <summary>Whether the log price is a random walk.</summary>
    public required UnitRootTest UnitRoot { get; init; }

    /// <summary>Scores of forecasts, where they were asked for.</summary>
    public ImmutableArray<ForecastScore> Scores { get; init; } = [];

    /// <summary>The fit with the smallest BIC among those that converged; null where none did.</summary>
    public PriceModelFit? Chosen => FitModel.Choose(Fits);

    /// <summary>Foot of every chart.</summary>
    /// <param name="origin">Manifest of the fit and the command that makes it again.</param>
    /// <param name="language">Language of the charts; English unless told.</param>
    /// <exception cref="InvalidOperationException">No model is chosen, so that there is nothing to draw.</exception>
    public ChartFoot Foot(ChartOrigin origin, Language? language = null)
    {
        var words = language ?? Language.English;
        var fit = Chosen ?? throw new InvalidOperationException("No model fits these prices.");
        var model = fit.Jumps ? words.Say($"{fit.Model} with jumps") : fit.Model;
        var data = words.Say($"data to {words.Month(Source.Last)}");
        return new([
            words.Say($"{Source.CitationIn(words)} · model {model}, maximum likelihood"),
            $"{data} · OilRevenueSim {Source.EngineVersion} · {words.Say($"id {origin.ShortId}")}",
        ])
        {
            Origin = origin,
        };
    }

    /// <summary>Why the chosen model is chosen.</summary>
    public string Reason =>
        Fits.Length == 1 ? "It was the only one asked for."
        : Fits.Count(f => f.Converged) == 1 ? "It is the only one that converged."
        : $"It has the smallest BIC of the {Fits.Count(f => f.Converged)} models that converged.";

    /// <summary>The block of a scenario that a fit makes.</summary>
    public string Block(PriceModelFit fit) => BenchmarkBlock.Write(Source, fit, fit == Chosen ? Reason : "");

    /// <summary>Fits models.</summary>
    /// <param name="source">Prices.</param>
    /// <param name="treatments">How they were read.</param>
    /// <param name="models">Models.</param>
    /// <param name="options">Bootstrap, seed and cancellation.</param>
    /// <param name="modelDone">Told once for each model that is done.</param>
    /// <exception cref="PriceFitException">The prices allow none of the models.</exception>
    public static PriceStudy Of(
        FitSource source,
        IReadOnlyList<string> treatments,
        IReadOnlyList<FitModel> models,
        PriceFitOptions options,
        Action? modelDone = null
    )
    {
        var fits = ImmutableArray.CreateBuilder<PriceModelFit>();
        var refused = ImmutableArray.CreateBuilder<RefusedModel>();
        foreach (var model in models)
        {
            options.Cancellation.ThrowIfCancellationRequested();
            try
            {
                fits.Add(model.Fit(source.History, options));
            }
            catch (PriceFitException e) when (fits.Count + refused.Count + 1 < models.Count || fits.Count > 0)
            {
                refused.Add(new RefusedModel(model.Word, e.Reason));
            }

            modelDone?.Invoke();
        }

        return new PriceStudy
        {
            Source = source,
            Treatments = [.. treatments],
            Fits = fits.ToImmutable(),
            Refused = refused.ToImmutable(),
            UnitRoot = UnitRootTest.Of([.. source.History.PricesUsd.Select(Math.Log)]),
        };
    }
}

/// <summary>A model that a history does not allow.</summary>
/// <param name="Word">Model, e.g. <c>gbm-jumps</c>.</param>
/// <param name="Reason">Why.</param>
public sealed record RefusedModel(string Word, string Reason);
