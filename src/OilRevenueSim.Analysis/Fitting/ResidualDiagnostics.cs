using System.Collections.Immutable;
using MathNet.Numerics.Statistics;

namespace OilRevenueSim.Analysis.Fitting;

/// <summary>What the one-step residuals of a fit say about it: independent standard normal numbers where the model holds (Rosenblatt 1952).</summary>
public sealed record ResidualDiagnostics
{
    /// <summary>Number of residuals.</summary>
    public required int Observations { get; init; }

    /// <summary>Mean.</summary>
    public required double Mean { get; init; }

    /// <summary>Standard deviation.</summary>
    public required double StandardDeviation { get; init; }

    /// <summary>Skewness m₃/m₂^1.5.</summary>
    public required double Skewness { get; init; }

    /// <summary>Excess kurtosis m₄/m₂² − 3; for normal residuals within ±2√(24/n).</summary>
    public required double ExcessKurtosis { get; init; }

    /// <summary>Jarque and Bera's test of normality.</summary>
    public required TestStatistic JarqueBera { get; init; }

    /// <summary>Ljung and Box's test of autocorrelation of the residuals: is the mean of the next step missed?</summary>
    public required TestStatistic LjungBox { get; init; }

    /// <summary>The same of their squares: does volatility come in clusters that the model misses?</summary>
    public required TestStatistic LjungBoxOfSquares { get; init; }

    /// <summary>Autocorrelations of the residuals, <c>[lag − 1]</c>.</summary>
    public required ImmutableArray<double> Autocorrelations { get; init; }

    /// <summary>Autocorrelations of their squares, <c>[lag − 1]</c>.</summary>
    public required ImmutableArray<double> AutocorrelationsOfSquares { get; init; }

    /// <summary>Half width of the band that holds 95 % of autocorrelations of independent residuals, 1.96/√n.</summary>
    public double Band => 1.959963984540054 / Math.Sqrt(Observations);

    /// <summary>Diagnoses residuals.</summary>
    /// <param name="residuals">Residuals, <c>[observation]</c>.</param>
    /// <param name="lags">Lags of the tests, below the number of residuals. Default 12.</param>
    /// <exception cref="PriceFitException">Lags outside 1 to n − 1.</exception>
    public static ResidualDiagnostics Of(ImmutableArray<double> residuals, int lags = 12)
    {
        var n = residuals.Length;
        if (lags < 1 || lags >= n)
        {
            throw new PriceFitException("lags", $"{lags} for {n} residuals", $"1 to {n - 1}");
        }

        var mean = residuals.Mean();
        var centred = residuals.Select(r => r - mean).ToArray();
        var m2 = centred.Average(c => c * c);
        var skewness = centred.Average(c => c * c * c) / Math.Pow(m2, 1.5);
        var kurtosis = (centred.Average(c => c * c * c * c) / (m2 * m2)) - 3.0;
        var normality = n / 6.0 * ((skewness * skewness) + (kurtosis * kurtosis / 4.0));
        var plain = AutocorrelationsOf([.. residuals], lags);
        var squares = AutocorrelationsOf([.. residuals.Select(r => r * r)], lags);
        return new()
        {
            Observations = n,
            Mean = mean,
            StandardDeviation = residuals.StandardDeviation(),
            Skewness = skewness,
            ExcessKurtosis = kurtosis,
            JarqueBera = new(normality, 2, Tail(normality, 2)),
            LjungBox = LjungBoxOf(plain, n),
            LjungBoxOfSquares = LjungBoxOf(squares, n),
            Autocorrelations = plain,
            AutocorrelationsOfSquares = squares,
        };
    }

    /// <summary>r_k = Σ(yₜ − ȳ)(yₜ₋ₖ − ȳ)/Σ(yₜ − ȳ)², k = 1 … lags.</summary>
    public static ImmutableArray<double> AutocorrelationsOf(ReadOnlySpan<double> values, int lags)
    {
        var y = values.ToArray();
        var mean = y.Mean();
        var square = y.Sum(v => (v - mean) * (v - mean));
        return
        [
            .. Enumerable
                .Range(1, lags)
                .Select(k => Enumerable.Range(k, y.Length - k).Sum(t => (y[t] - mean) * (y[t - k] - mean)) / square),
        ];
    }

    /// <summary>Q = n(n + 2)Σ r_k²/(n − k), χ² with as many degrees as lags.</summary>
    private static TestStatistic LjungBoxOf(ImmutableArray<double> autocorrelations, int n)
    {
        var q = n * (n + 2.0) * autocorrelations.Select((r, i) => r * r / (n - i - 1.0)).Sum();
        return new(q, autocorrelations.Length, Tail(q, autocorrelations.Length));
    }

    private static double Tail(double value, int degrees) =>
        MathNet.Numerics.SpecialFunctions.GammaUpperRegularized(0.5 * degrees, 0.5 * value);
}

/// <summary>A test statistic whose law is χ² where the model holds.</summary>
/// <param name="Value">Statistic.</param>
/// <param name="Degrees">Degrees of freedom.</param>
/// <param name="PValue">Probability of a larger one.</param>
public readonly record struct TestStatistic(double Value, int Degrees, double PValue);
