using MathNet.Numerics.Distributions;

namespace OilRevenueSim.Analysis.Fitting;

/// <summary>Scale on which a parameter's estimate is taken as normal, and on which it is searched.</summary>
internal enum ParameterScale
{
    /// <summary>The number itself.</summary>
    Plain,

    /// <summary>Its logarithm.</summary>
    Logarithm,

    /// <summary>Its inverse hyperbolic tangent, for correlations.</summary>
    Correlation,
}

/// <summary>A parameter that a likelihood leaves free.</summary>
/// <param name="Key">Key in a scenario.</param>
/// <param name="Unit">Unit.</param>
/// <param name="Scale">Scale of search and interval.</param>
/// <param name="Low">Border below, natural.</param>
/// <param name="High">Border above, natural.</param>
internal sealed record FreeParameter(string Key, string Unit, ParameterScale Scale, double Low, double High)
{
    /// <summary>Two-sided 90 % of the normal law.</summary>
    public static readonly double Quantile95 = Normal.InvCDF(0.0, 1.0, 0.95);

    /// <summary>Natural to scaled.</summary>
    public double ToScale(double natural) =>
        Scale switch
        {
            ParameterScale.Logarithm => Math.Log(natural),
            ParameterScale.Correlation => Math.Atanh(natural),
            _ => natural,
        };

    /// <summary>Scaled to natural.</summary>
    public double FromScale(double scaled) =>
        Scale switch
        {
            ParameterScale.Logarithm => Math.Exp(scaled),
            ParameterScale.Correlation => Math.Tanh(scaled),
            _ => scaled,
        };

    /// <summary>d natural / d scaled.</summary>
    public double Slope(double natural) =>
        Scale switch
        {
            ParameterScale.Logarithm => natural,
            ParameterScale.Correlation => 1.0 - (natural * natural),
            _ => 1.0,
        };

    /// <summary>The parameter with its 90 % interval on the scale; open where there is no standard error.</summary>
    public FittedParameter Fitted(double estimate, double scaledError)
    {
        var centre = ToScale(estimate);
        var reach = Quantile95 * scaledError;
        return new()
        {
            Key = Key,
            Unit = Unit,
            Estimate = estimate,
            StandardError = Slope(estimate) * scaledError,
            Low = double.IsNaN(reach) ? FromScale(double.NegativeInfinity) : FromScale(centre - reach),
            High = double.IsNaN(reach) ? FromScale(double.PositiveInfinity) : FromScale(centre + reach),
        };
    }
}
