namespace OilRevenueSim.Analysis.Statistics;

/// <summary>An estimate with its 95 % Monte Carlo interval.</summary>
/// <param name="Value">The estimate, in the unit of the quantity.</param>
/// <param name="Low">Lower end of the interval, or null where there is none.</param>
/// <param name="High">Upper end of the interval, or null where there is none.</param>
public readonly record struct Estimate(double Value, double? Low, double? High)
{
    /// <summary>An estimate without an interval.</summary>
    public static Estimate Bare(double value) => new(value, null, null);

    /// <summary>The estimate of something that cannot be negative: its interval begins at zero at the lowest.</summary>
    public Estimate NotNegative() => Low < 0.0 ? this with { Low = 0.0 } : this;

    /// <summary>Half the width of the interval, or null where there is none.</summary>
    public double? HalfWidth => High - Low is { } width ? width / 2.0 : null;

    /// <summary>True where it is above another by more than half of both intervals together: shown at 95 %, however the two hang together.</summary>
    /// <remarks>The standard error of a difference is at most the sum of those of its two numbers.</remarks>
    internal bool IsAbove(Estimate other) => Value - other.Value > (HalfWidth ?? 0.0) + (other.HalfWidth ?? 0.0);
}
