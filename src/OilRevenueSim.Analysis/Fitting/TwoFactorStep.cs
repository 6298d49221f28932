namespace OilRevenueSim.Analysis.Fitting;

/// <summary>One step of the two factors of Schwartz and Smith and of the observed mean of their sum at m equally spaced times (m = 1: the price itself).</summary>
/// <remarks>
/// Given the factors before the step, χ = φχ + w₁, ξ = ξ + μΔ + w₂ and y = cχ + ξ + μΔ(m + 1)/(2m) + v. Sums over the m parts as in
/// <see cref="ObservedStep"/>, with the covariance ρσ₁σ₂(1 − e^(−κΔ/m))/κ of the factors within a part.
/// </remarks>
internal readonly record struct TwoFactorStep
{
    /// <summary>The step.</summary>
    public TwoFactorStep(in TwoFactorParameters p, double stepYears, int points)
    {
        var part = stepYears / points;
        var f = Math.Exp(-p.SpeedPerYear * part);
        var q1 = p.ShortVolatility * p.ShortVolatility * ObservedStep.Variance(p.SpeedPerYear, part);
        var q2 = p.LongVolatility * p.LongVolatility * part;
        var q12 =
            p.Correlation * p.ShortVolatility * p.LongVolatility * ObservedStep.Variance(0.5 * p.SpeedPerYear, part);
        var (power, g1, g2) = (1.0, 0.0, 0.0);
        for (var i = 0; i < points; i++)
        {
            g1 += power / points;
            g2 += 1.0 / points;
            ShortVariance += q1 * power * power;
            CrossVariance += q12 * power;
            ObservedVariance += (q1 * g1 * g1) + (q2 * g2 * g2) + (2.0 * q12 * g1 * g2);
            ShortObserved += (q1 * power * g1) + (q12 * power * g2);
            LongObserved += (q2 * g2) + (q12 * g1);
            power *= f;
            Load += power / points;
        }

        Carry = power;
        LongVariance = q2 * points;
        Drift = p.DriftPerYear * stepYears;
        ObservedDrift = Drift * (points + 1) / (2.0 * points);
        Stationary = p.ShortVolatility * p.ShortVolatility / (2.0 * p.SpeedPerYear);
    }

    /// <summary>φ.</summary>
    public double Carry { get; }

    /// <summary>c.</summary>
    public double Load { get; }

    /// <summary>μΔ.</summary>
    public double Drift { get; }

    /// <summary>μΔ(m + 1)/(2m).</summary>
    public double ObservedDrift { get; }

    /// <summary>Var w₁.</summary>
    public double ShortVariance { get; }

    /// <summary>Cov(w₁, w₂).</summary>
    public double CrossVariance { get; }

    /// <summary>Var w₂.</summary>
    public double LongVariance { get; }

    /// <summary>Var v.</summary>
    public double ObservedVariance { get; }

    /// <summary>Cov(w₁, v).</summary>
    public double ShortObserved { get; }

    /// <summary>Cov(w₂, v).</summary>
    public double LongObserved { get; }

    /// <summary>Variance of χ in the long run.</summary>
    public double Stationary { get; }
}

/// <summary>Parameters of the two factors.</summary>
/// <param name="DriftPerYear">μ of ξ.</param>
/// <param name="SpeedPerYear">κ.</param>
/// <param name="ShortVolatility">σ_χ per √year.</param>
/// <param name="LongVolatility">σ_ξ per √year.</param>
/// <param name="Correlation">ρ.</param>
internal readonly record struct TwoFactorParameters(
    double DriftPerYear,
    double SpeedPerYear,
    double ShortVolatility,
    double LongVolatility,
    double Correlation
);

/// <summary>How a futures price hangs on the factors: ln F = e^(−κT)χ + ξ + A(T) + error (Schwartz &amp; Smith 2000, equation 9).</summary>
/// <param name="Load">e^(−κT).</param>
/// <param name="Constant">A(T).</param>
/// <param name="ErrorVariance">Variance of the error.</param>
internal readonly record struct FuturesLink(double Load, double Constant, double ErrorVariance)
{
    /// <summary>A(T) = μ*T − (1 − e^(−κT))λ/κ + ½[(1 − e^(−2κT))σ₁²/(2κ) + σ₂²T + 2(1 − e^(−κT))ρσ₁σ₂/κ].</summary>
    /// <param name="p">Factors.</param>
    /// <param name="riskNeutralDrift">μ* per year.</param>
    /// <param name="shortRiskPremium">λ per year.</param>
    /// <param name="years">T.</param>
    /// <param name="error">Standard deviation of the error of ln F.</param>
    public static FuturesLink Of(
        in TwoFactorParameters p,
        double riskNeutralDrift,
        double shortRiskPremium,
        double years,
        double error
    )
    {
        var once = ObservedStep.Variance(0.5 * p.SpeedPerYear, years);
        var twice = ObservedStep.Variance(p.SpeedPerYear, years);
        var (s1, s2) = (p.ShortVolatility, p.LongVolatility);
        var variance = (s1 * s1 * twice) + (s2 * s2 * years) + (2.0 * p.Correlation * s1 * s2 * once);
        return new(
            Math.Exp(-p.SpeedPerYear * years),
            (riskNeutralDrift * years) - (shortRiskPremium * once) + (0.5 * variance),
            error * error
        );
    }
}
