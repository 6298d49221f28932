using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;

namespace OilRevenueSim.Analysis.Fitting;

/// <summary>Augmented Dickey-Fuller test with a constant: are log prices a random walk, or do they return to a level?</summary>
/// <remarks>
/// Least squares of Δxₜ = a + γxₜ₋₁ + Σδᵢ Δxₜ₋ᵢ + e; the statistic is γ̂ over its standard error. Lags are those of the least AIC up to ⌈12(n/100)^¼⌉
/// (Schwert 1989) on one common sample. Critical values: MacKinnon (2010), "Critical values for cointegration tests", Queen's
/// Economics Department working paper 1227, table 1. The p-value: MacKinnon, Journal of Business &amp; Economic Statistics 12 (1994), 167–176.
/// </remarks>
public sealed record UnitRootTest
{
    /// <summary>t of γ: the smaller, the more it speaks against a random walk.</summary>
    public required double Statistic { get; init; }

    /// <summary>Probability of a statistic as small where prices are a random walk.</summary>
    public required double PValue { get; init; }

    /// <summary>Lagged changes taken in.</summary>
    public required int Lags { get; init; }

    /// <summary>Observations in the regression.</summary>
    public required int Observations { get; init; }

    /// <summary>γ̂ per step.</summary>
    public required double Slope { get; init; }

    /// <summary>Critical value at 1 %.</summary>
    public double Critical1 => Critical(-3.43035, -6.5393, -16.786, -79.433);

    /// <summary>Critical value at 5 %.</summary>
    public double Critical5 => Critical(-2.86154, -2.8903, -4.234, -40.040);

    /// <summary>Critical value at 10 %.</summary>
    public double Critical10 => Critical(-2.56677, -1.5384, -2.809, 0.0);

    /// <summary>Whether a random walk is rejected at 5 %.</summary>
    public bool Rejects => Statistic < Critical5;

    /// <summary>Tests log prices, with lags chosen by AIC, or given.</summary>
    /// <param name="logPrices">ln of prices, <c>[observation]</c>.</param>
    /// <param name="lags">Lagged changes, or null for the choice of AIC.</param>
    /// <exception cref="PriceFitException">Fewer observations than the regression needs.</exception>
    public static UnitRootTest Of(ReadOnlySpan<double> logPrices, int? lags = null)
    {
        var x = logPrices.ToArray();
        if (x.Length < PriceSample.FewestObservations || lags < 0 || lags > (x.Length / 2) - 3)
        {
            throw new PriceFitException(
                "logPrices",
                $"{x.Length} observations with {(lags is { } l ? $"{l} lags" : "lags by AIC")}",
                $"{PriceSample.FewestObservations} or more observations, and 0 to n/2 − 3 lags"
            );
        }

        var chosen = lags ?? LeastAic(x);
        var (slope, error, _) = Regress(x, chosen, chosen);
        return new()
        {
            Statistic = slope / error,
            PValue = PValueOf(slope / error),
            Lags = chosen,
            Observations = x.Length - 1 - chosen,
            Slope = slope,
        };
    }

    /// <summary>What the test says, in a sentence.</summary>
    public string Verdict =>
        double.IsNaN(Statistic)
            ? "The augmented Dickey-Fuller test has no answer: these prices repeat a pattern exactly."
        : Rejects ? $"A random walk is rejected at 5 % ({Numbers})."
        : $"A random walk is not rejected at 5 % ({Numbers}): this sample hardly says how fast prices return to a level, or whether they do.";

    private string Numbers =>
        $"augmented Dickey-Fuller t = {Statistic:F2}, critical {Critical5:F2}, p {(PValue < 0.0005 ? "< 0.001" : $"= {PValue:F3}")}";

    private static int LeastAic(double[] x)
    {
        var most = Math.Min((int)Math.Ceiling(12.0 * Math.Pow(x.Length / 100.0, 0.25)), (x.Length / 2) - 3);
        return Enumerable.Range(0, most + 1).MinBy(lags => Regress(x, lags, most).Aic);
    }

    /// <summary>The regression without the first <paramref name="skipped"/> changes.</summary>
    private static (double Slope, double Error, double Aic) Regress(double[] x, int lags, int skipped)
    {
        var n = x.Length - 1 - skipped;
        var k = lags + 2;
        // The level is taken from the first one, for the numbers' sake: it moves the constant only.
        var design = DenseMatrix.Create(
            n,
            k,
            (t, j) =>
                j == 0 ? 1.0
                : j == 1 ? x[t + skipped] - x[0]
                : x[t + skipped - j + 2] - x[t + skipped - j + 1]
        );
        var changes = Vector<double>.Build.Dense(n, t => x[t + skipped + 1] - x[t + skipped]);
        var inverse = design.TransposeThisAndMultiply(design).Inverse();
        var beta = inverse * design.TransposeThisAndMultiply(changes);
        var residuals = changes - (design * beta);
        var sum = residuals * residuals;
        var aic = (n * Math.Log(sum / n)) + (2.0 * k);
        return (beta[1], Math.Sqrt(inverse[1, 1] * sum / (n - k)), aic);
    }

    private double Critical(double infinity, double first, double second, double third)
    {
        var n = (double)Observations;
        return infinity + (first / n) + (second / (n * n)) + (third / (n * n * n));
    }

    /// <summary>Φ of a polynomial in t, one below t = −1.61 and one above; 1 above 2.74, 0 below −18.83.</summary>
    private static double PValueOf(double t) =>
        t > 2.74 ? 1.0
        : t < -18.83 ? 0.0
        : t <= -1.61 ? NormalMixture.Below(2.1659 + (1.4412 * t) + (0.038269 * t * t))
        : NormalMixture.Below(1.7339 + (0.93202 * t) - (0.12745 * t * t) - (0.010368 * t * t * t));
}
