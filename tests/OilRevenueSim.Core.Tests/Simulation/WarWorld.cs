using OilRevenueSim.Core.Control;
using OilRevenueSim.Core.Production;
using OilRevenueSim.Core.Uncertainty;
using static OilRevenueSim.Core.Tests.Simulation.World;

namespace OilRevenueSim.Core.Tests.Simulation;

/// <summary>Attacks and blockades built in code.</summary>
internal static class WarWorld
{
    public static EventLaw Always(string address, double value) =>
        new()
        {
            Address = address,
            Shape = EventLawShape.Fixed,
            Law = new CertainLaw(value),
        };

    public static EventLaw Each(string address, Law law, HardRange? range = null) =>
        new()
        {
            Address = address,
            Shape = EventLawShape.Fixed,
            Law = law,
            Range = range ?? HardRange.NonNegative,
        };

    public static Attack Attack(
        string by,
        string[] targets,
        double ratePerYear,
        EventLaw damage,
        bool each = false,
        bool own = false
    ) =>
        new()
        {
            Identity = $"{by}@{string.Join('+', targets.Order(StringComparer.Ordinal))}",
            Stream = $"attack/{by}@{string.Join('+', targets.Order(StringComparer.Ordinal))}",
            By = by,
            Targets = [.. targets.Order(StringComparer.Ordinal)],
            Rate = Rate($"attacks.{by}.rate", ratePerYear),
            Damage = damage,
            Each = each,
            Own = own,
        };

    public static Blockade Blockade(
        string by,
        string[] at,
        double ratePerYear,
        EventLaw lasts,
        BlockadeRequirement requires = BlockadeRequirement.None,
        DateOnly? activeSince = null
    ) =>
        new()
        {
            Identity = $"{by}@{string.Join('+', at.Order(StringComparer.Ordinal))}",
            Stream = $"blockade/{by}@{string.Join('+', at.Order(StringComparer.Ordinal))}",
            By = by,
            At = [.. at.Order(StringComparer.Ordinal)],
            Rate = Rate($"blockades.{by}.rate", ratePerYear),
            Lasts = lasts,
            Requires = requires,
            ActiveSince = activeSince,
        };

    /// <summary>Asserts a mean over the 256 lanes of many blocks within 5 standard errors, false alarm 6e-7.</summary>
    public static void Statistical(double expected, IReadOnlyCollection<double> sample, double bias = 0)
    {
        var mean = sample.Average();
        var error = Math.Sqrt(sample.Sum(x => (x - mean) * (x - mean)) / (sample.Count - 1.0) / sample.Count);
        var tolerance = (5 * error) + bias + 1e-12;
        Xunit.Assert.True(
            Math.Abs(mean - expected) <= tolerance,
            $"calculated {mean:R}, expected {expected:R}, tolerance {tolerance:R} (5 standard errors, false alarm 6e-7), seed 1"
        );
    }
}
