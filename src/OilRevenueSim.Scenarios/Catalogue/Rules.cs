using OilRevenueSim.Core.Units;
using OilRevenueSim.Scenarios.Quantities;

namespace OilRevenueSim.Scenarios.Catalogue;

/// <summary>The quantity rules that several keys share.</summary>
internal static class Rules
{
    public static readonly QuantityRule PositivePrice = new(Dimension.Price, Domain.Positive);
    public static readonly QuantityRule Cost = new(Dimension.Price, Domain.NonNegative);
    public static readonly QuantityRule PriceDifference = new(Dimension.Price, Domain.Real);
    public static readonly QuantityRule PositiveFlow = new(Dimension.Flow, Domain.Positive);
    public static readonly QuantityRule Flow = new(Dimension.Flow, Domain.NonNegative);
    public static readonly QuantityRule Share = new(Dimension.Share, Domain.Share);
    public static readonly QuantityRule Duration = new(Dimension.Duration, Domain.Positive);
    public static readonly QuantityRule Volatility = new(Dimension.Volatility, Domain.Positive);
    public static readonly QuantityRule Drift = new(Dimension.Rate, Domain.Real, QuantityForm.Drift);
    public static readonly QuantityRule Ratio = new(Dimension.Number, Domain.NonNegative);
    public static readonly QuantityRule Elasticity = new(Dimension.Number, Domain.Real);
    public static readonly QuantityRule Money = new(Dimension.Money, Domain.NonNegative);
    public static readonly QuantityRule Every = new(Dimension.Duration, Domain.Positive, QuantityForm.MeanInterval);
    public static readonly QuantityRule Rate = new(Dimension.Rate, Domain.NonNegative, QuantityForm.HazardRate);
    public static readonly QuantityRule Chance = new(Dimension.Share, Domain.Share, QuantityForm.Chance);

    public static readonly QuantityRule NonNegativeDuration = new(Dimension.Duration, Domain.NonNegative);
    public static readonly QuantityRule Volume = new(Dimension.Volume, Domain.Positive);
    public static readonly QuantityRule Stock = new(Dimension.Volume, Domain.NonNegative);
    public static readonly QuantityRule MoneyRate = new(Dimension.MoneyRate, Domain.NonNegative);
    public static readonly QuantityRule Number = new(Dimension.Number, Domain.Positive);
    public static readonly QuantityRule Yield = new(Dimension.Share, Domain.Positive);
    public static readonly QuantityRule ShareDifference = new(Dimension.Share, Domain.Real);
    public static readonly QuantityRule PersonRate = new(Dimension.Rate, Domain.NonNegative);
    public static readonly QuantityRule LogRate = new(Dimension.Rate, Domain.NonNegative, QuantityForm.LossRate);

    public static readonly QuantityRule Correlation = new(Dimension.Number, Domain.Correlation);
    public static readonly QuantityRule LogAmount = new(Dimension.Number, Domain.Real);
    public static readonly QuantityRule LogSpread = new(Dimension.Number, Domain.NonNegative);

    public static readonly QuantityRule Seizure = new(Dimension.Share, Domain.Share)
    {
        RangeCode = DiagnosticTable.SeizureAboveWhole,
    };

    public static readonly QuantityRule Adds = new(Dimension.Number, Domain.Share)
    {
        RangeCode = DiagnosticTable.ClusteringRunsAway,
        BelowOne = true,
    };

    /// <summary>The group of keys that give a hazard.</summary>
    public const string Hazard = "hazard";

    /// <summary>The group of keys that give a toll.</summary>
    public const string Toll = "toll";

    /// <summary><c>every</c>, <c>rate</c> and <c>chance</c>, one of which gives a hazard.</summary>
    public static IEnumerable<KeyDefinition> HazardKeys =>
        [
            new("every", new QuantityKey(Every), "Mean waiting time while the change may happen and all ratios are 1.")
            {
                Group = Hazard,
                Example = "12 to 36 months",
            },
            new(
                "rate",
                new QuantityKey(Rate),
                "Rate, in place of every: a percentage is effective, so 6% per year means a chance of 6% in a year."
            )
            {
                Group = Hazard,
                Example = "0.05 per month",
            },
            new(
                "chance",
                new QuantityKey(Chance),
                "Chance within a time, in place of every:; the rate is −ln(1−p)/time."
            )
            {
                Group = Hazard,
                Example = "20% within 12 months",
            },
        ];
}
