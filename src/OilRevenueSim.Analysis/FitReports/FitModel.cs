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
    ];

    /// <summary>The fit to build a scenario on: of the converged ones, that with the smallest BIC; null where none has converged.</summary>
    public static PriceModelFit? Choose(IEnumerable<PriceModelFit> fits) =>
        fits.Where(f => f.Converged && f.Parameters.All(p => double.IsFinite(p.Estimate))).MinBy(f => f.Bic);
}
