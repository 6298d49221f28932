using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim.Scenarios.Quantities;

/// <summary>The laws of intervals and of medians with quantiles (model.md §3).</summary>
internal static class IntervalLaw
{
    /// <summary>Φ⁻¹(0.95).</summary>
    public const double Z95 = 1.6448536269514722;

    /// <summary>The law whose central 90 % interval is [low, high].</summary>
    public static Law Of(Domain domain, double low, double high) =>
        domain switch
        {
            Domain.Share => LogitNormal(low, high),
            Domain.Real => new NormalLaw((low + high) / 2.0, (high - low) / (2.0 * Z95)),
            _ => LogNormal(low, high),
        };

    /// <summary>Lognormal from its median and its 95 % quantile.</summary>
    public static LogNormalLaw FromMedian(double median, double p95) => new(Ln(median), (Ln(p95) - Ln(median)) / Z95);

    private static LogNormalLaw LogNormal(double low, double high) =>
        new((Ln(low) + Ln(high)) / 2.0, (Ln(high) - Ln(low)) / (2.0 * Z95));

    private static LogitNormalLaw LogitNormal(double low, double high)
    {
        var from = Ln(low / (1.0 - low));
        var to = Ln(high / (1.0 - high));
        return new LogitNormalLaw((from + to) / 2.0, (to - from) / (2.0 * Z95));
    }

    private static double Ln(double x) => Math.Log(x);
}
