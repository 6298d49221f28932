namespace OilRevenueSim.Analysis.Fitting;

/// <summary>One step of a Gaussian factor and of what is observed of it, for a volatility of 1.</summary>
/// <remarks>
/// dx = −κx dt + dW, seen through y, the mean of x at m equally spaced times that end with the step; m = 1 makes y = x. Given x
/// before the step, x = φx + w and y = cx + v. With f = e^(−κΔ/m), q the variance of x over Δ/m and gᵢ = (1 + f + … + fⁱ)/m:
/// Var w = qΣf²ⁱ, Var v = qΣgᵢ², Cov = qΣfⁱgᵢ, i = 0…m−1. κ = 0, m → ∞ gives Working (1960): 2/3 of the variance of changes, correlation 1/4.
/// </remarks>
/// <param name="Carry">φ.</param>
/// <param name="Load">c.</param>
/// <param name="StateVariance">Var w per squared volatility, years.</param>
/// <param name="ObservedVariance">Var v, years.</param>
/// <param name="Covariance">Cov(w, v), years.</param>
internal readonly record struct ObservedStep(
    double Carry,
    double Load,
    double StateVariance,
    double ObservedVariance,
    double Covariance
)
{
    /// <summary>The step.</summary>
    /// <param name="speedPerYear">κ ≥ 0.</param>
    /// <param name="stepYears">Δ.</param>
    /// <param name="points">m ≥ 1.</param>
    public static ObservedStep Of(double speedPerYear, double stepYears, int points)
    {
        var part = stepYears / points;
        var f = Math.Exp(-speedPerYear * part);
        var q = Variance(speedPerYear, part);
        var (power, g, load) = (1.0, 0.0, 0.0);
        var (state, observed, covariance) = (0.0, 0.0, 0.0);
        for (var i = 0; i < points; i++)
        {
            g += power / points;
            state += power * power;
            observed += g * g;
            covariance += power * g;
            power *= f;
            load += power / points;
        }

        return new(power, load, q * state, q * observed, q * covariance);
    }

    /// <summary>(1 − e^(−2κt))/(2κ), t where κ = 0.</summary>
    public static double Variance(double speedPerYear, double years)
    {
        var x = 2.0 * speedPerYear * years;
        return x < 1e-8 ? years * (1.0 - (0.5 * x)) : years * (1.0 - Math.Exp(-x)) / x;
    }
}
