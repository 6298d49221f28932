using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim.Scenarios.Quantities;

/// <summary>Which law an interval means: the key's domain decides (model.md §3).</summary>
internal static class IntervalLaw
{
    /// <summary>The law whose central 90 % interval is [low, high].</summary>
    public static Law Of(Domain domain, double low, double high) =>
        domain switch
        {
            Domain.Share => Intervals.LogitNormal(low, high),
            Domain.Real or Domain.Correlation => Intervals.Normal(low, high),
            _ => Intervals.LogNormal(low, high),
        };
}
