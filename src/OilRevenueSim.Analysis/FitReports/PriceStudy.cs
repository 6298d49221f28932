using System.Collections.Immutable;
using OilRevenueSim.Analysis.Fitting;

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

    /// <summary>The fit with the smallest BIC among those that converged; null where none did.</summary>
    public PriceModelFit? Chosen => FitModel.Choose(Fits);

    /// <summary>Lines under every chart.</summary>
    public ImmutableArray<string> Foot =>
        [
            $"{Source.Citation} · model {(Chosen is { } fit ? FitNumbers.Name(fit) : "none")}, maximum likelihood · OilRevenueSim {Source.EngineVersion}",
        ];

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
    /// <param name="options">Bootstrap and seed.</param>
    /// <param name="fitted">Told after each model how many are done.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <exception cref="PriceFitException">The prices cannot be fitted.</exception>
    public static PriceStudy Of(
        FitSource source,
        IReadOnlyList<string> treatments,
        IReadOnlyList<FitModel> models,
        PriceFitOptions options,
        Action<int>? fitted = null,
        CancellationToken cancellation = default
    )
    {
        var fits = ImmutableArray.CreateBuilder<PriceModelFit>();
        foreach (var model in models)
        {
            cancellation.ThrowIfCancellationRequested();
            fits.Add(model.Fit(source.History, options));
            fitted?.Invoke(fits.Count);
        }

        return new PriceStudy
        {
            Source = source,
            Treatments = [.. treatments],
            Fits = fits.ToImmutable(),
        };
    }
}
