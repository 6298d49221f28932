using OilRevenueSim.Core.Uncertainty;
using OilRevenueSim.Scenarios.Reading;

namespace OilRevenueSim.Scenarios.Explaining;

/// <summary>Laws of events in words.</summary>
internal static class EventLawText
{
    /// <summary>The value, the central 90 % range of the events, or the parts of their law.</summary>
    public static string Of(EventLaw law)
    {
        string Part(int i) => QuantityText.Of(law.Parts[i]);
        return law.Shape switch
        {
            EventLawShape.Certain => Part(0),
            EventLawShape.LogNormalMedianP95 => $"a median of {Part(0)} and, one time in twenty, more than {Part(1)}",
            EventLawShape.NormalMeanSd => $"a mean of {Part(0)} and a standard deviation of {Part(1)}",
            EventLawShape.Interval => $"nine times in ten between {Part(0)} and {Part(1)}",
            _ => QuantityText.Of(AsQuantity(law)),
        };
    }

    /// <summary>True where events always have the value 0.</summary>
    public static bool IsNothing(EventLaw law) => ConflictChecks.DoesNothing(law, null);

    private static Quantity AsQuantity(EventLaw law) =>
        new()
        {
            Address = law.Address,
            Law = law.Law!,
            Dimension = law.Dimension,
            Range = law.Range,
        };
}
