using System.Collections.Immutable;
using OilRevenueSim.Analysis.FitReports;
using OilRevenueSim.Analysis.Fitting;
using OilRevenueSim.Core.Prices;

namespace OilRevenueSim.Analysis.Tests.FitReports;

/// <summary>A short monthly history and a fit made by hand, so that every number of a report is known.</summary>
internal static class InventedPrices
{
    /// <summary>Month-end prices that rise and fall by known amounts.</summary>
    public static PriceHistory History(int count = 60) =>
        new()
        {
            Name = "Brent monthly.csv",
            Dates = [.. Enumerable.Range(0, count).Select(i => new DateOnly(2015, 1, 30).AddMonths(i))],
            PricesUsd = [.. Enumerable.Range(0, count).Select(i => 60.0 * Math.Exp(0.1 * Math.Sin(1.7 * i)))],
            Spacing = PriceSpacing.Month,
            Meaning = PriceMeaning.Point,
        };

    public static FitSource Source => new(History(), "Europe Brent \"spot\"", "0.1.0");

    /// <summary>A fit with the residuals given, or with five that are easy to order.</summary>
    public static PriceModelFit Fit(
        string model,
        double logLikelihood,
        bool converged = true,
        ImmutableArray<double> residuals = default,
        params FittedParameter[] parameters
    ) =>
        new()
        {
            Model = model,
            Parameters = [.. parameters],
            LogLikelihood = logLikelihood,
            Observations = 59,
            Converged = converged,
            Residuals = residuals.IsDefault ? [0.5, -1.0, 2.0, 0.0, -0.25] : residuals,
        };

    public static FittedParameter Parameter(string key, string unit, double estimate, double low, double high) =>
        new()
        {
            Key = key,
            Unit = unit,
            Estimate = estimate,
            StandardError = 0.1 * Math.Abs(estimate),
            Low = low,
            High = high,
        };
}
