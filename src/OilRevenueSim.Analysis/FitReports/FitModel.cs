using System.Collections.Immutable;
using OilRevenueSim.Analysis.Fitting;
using OilRevenueSim.Core.Prices;

namespace OilRevenueSim.Analysis.FitReports;

/// <summary>A model that can be fitted, by the word that asks for it.</summary>
/// <param name="Word">Word, e.g. <c>gbm-jumps</c>.</param>
/// <param name="Fit">Fits it.</param>
public sealed record FitModel(string Word, Func<PriceHistory, PriceFitOptions, PriceModelFit> Fit)
{
    /// <summary>All models, the simplest first.</summary>
    public static ImmutableArray<FitModel> All { get; } =
    [
        new("gbm", GbmFit.Of),
        new("gbm-jumps", JumpFit.OfGbm),
        new("schwartz", SchwartzFit.Of),
        new("schwartz-jumps", JumpFit.OfSchwartz),
        new("schwartz-smith", SchwartzSmithFit.Of),
        new("regimes", RegimesFit.Of),
    ];

    /// <summary>
    /// The fit to build a scenario on: of the converged ones, that with the smallest BIC; null where none has converged. A fit to futures
    /// explains other observations than a fit to spot prices; it is chosen only where there is no other.
    /// </summary>
    public static PriceModelFit? Choose(IEnumerable<PriceModelFit> fits) =>
        fits.Where(f => f.Converged && f.Parameters.All(p => double.IsFinite(p.Estimate)))
            .OrderBy(IsOfFutures)
            .ThenBy(f => f.Bic)
            .FirstOrDefault();

    /// <summary>Whether the likelihood of a fit is of futures too, so that its criteria compare with none of the others.</summary>
    public static bool IsOfFutures(PriceModelFit fit) => fit.Parameters.Any(p => p.ObservationsOnly);
}
