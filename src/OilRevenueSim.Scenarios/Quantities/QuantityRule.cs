using OilRevenueSim.Core.Uncertainty;
using OilRevenueSim.Core.Units;

namespace OilRevenueSim.Scenarios.Quantities;

/// <summary>Which numbers a key can hold; it decides the law of an interval (model.md §3).</summary>
internal enum Domain
{
    /// <summary>0 to 1; an interval is logit-normal.</summary>
    Share,

    /// <summary>Above zero; an interval is lognormal.</summary>
    Positive,

    /// <summary>Zero or more; an interval is lognormal and must lie above zero.</summary>
    NonNegative,

    /// <summary>Any number; an interval is normal.</summary>
    Real,

    /// <summary>−1 to 1; an interval is normal.</summary>
    Correlation,
}

/// <summary>How a key's text turns into the number the model uses.</summary>
internal enum QuantityForm
{
    /// <summary>As drawn.</summary>
    Plain,

    /// <summary>A mean waiting time (<c>every:</c>); the model uses its inverse.</summary>
    MeanInterval,

    /// <summary>A rate (<c>rate:</c>): <c>0.05 per month</c>, or effective, <c>6% per year</c>.</summary>
    HazardRate,

    /// <summary>A chance (<c>chance:</c>): <c>20% within 12 months</c>.</summary>
    Chance,

    /// <summary>A rate of loss or growth: <c>0.05 per year</c>, or effective, <c>6% per year</c>; the model uses the log rate.</summary>
    LossRate,

    /// <summary>A drift: <c>3% per year</c> is 0.03.</summary>
    Drift,
}

/// <summary>What a key expects of a quantity.</summary>
internal sealed record QuantityRule(Dimension Dimension, Domain Domain, QuantityForm Form = QuantityForm.Plain)
{
    /// <summary>Code in place of the general one for a value outside the range.</summary>
    public DiagnosticRule? RangeCode { get; init; }

    /// <summary>True for a share that cannot be the whole.</summary>
    public bool BelowOne { get; init; }

    public HardRange Range => RangeOf(Domain);

    public static HardRange RangeOf(Domain domain) =>
        domain switch
        {
            Domain.Share => HardRange.Share,
            Domain.Real => HardRange.Real,
            Domain.Correlation => HardRange.Correlation,
            _ => HardRange.NonNegative,
        };

    /// <summary>A text that would do, for hints and the reference page.</summary>
    public string Example =>
        Form switch
        {
            QuantityForm.MeanInterval => "12 to 36 months",
            QuantityForm.HazardRate => "0.05 per month",
            QuantityForm.Chance => "20% within 12 months",
            QuantityForm.Drift => "2% per year",
            QuantityForm.LossRate => "6% per year",
            _ => Dimension switch
            {
                Dimension.Flow => "25 to 45 kb/d",
                Dimension.Volume => "6 mb",
                Dimension.Money => "10 MUSD",
                Dimension.Price => "40 to 70 USD/bbl",
                Dimension.Share => "60% to 90%",
                Dimension.Volatility => "30% to 42%",
                Dimension.Duration => "8 to 20 months",
                Dimension.Rate => "0.05 per month",
                Dimension.MoneyRate => "200 to 500 USD per month",
                _ => Domain == Domain.Correlation ? "0.8" : "1.6",
            },
        };
}

/// <summary>A quantity measured against its key: everything but its address and origin.</summary>
internal sealed record MeasuredQuantity
{
    public required Law Law { get; init; }

    public required Dimension Dimension { get; init; }

    public required HardRange Range { get; init; }

    public Conversion Conversion { get; init; } = Conversion.None;

    public double WindowYears { get; init; }
}
