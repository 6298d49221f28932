using MathNet.Numerics.Statistics;

namespace OilRevenueSim.Analysis.Fitting;

/// <summary>Mean length of the blocks of a stationary bootstrap that estimates the variance of a mean best.</summary>
/// <remarks>
/// b = (2G²/D)^⅓ n^⅓ with G = Σλ(k/M)|k|R(k) and D = 2g(0)², g(0) = Σλ(k/M)R(k), R autocovariances, λ the trapezoidal window (1 up to ½, falling to 0 at 1), M
/// twice the smallest m after which K = max(5, ⌈√log₁₀ n⌉) autocorrelations in a row lie within 2√(log₁₀ n/n); at most min(3√n, n/3). Source: Politis &amp; White,
/// Econometric Reviews 23 (2004), 53–70, with D as corrected by Patton, Politis &amp; White, Econometric Reviews 28 (2009), 372–375.
/// </remarks>
public static class BlockLength
{
    /// <summary>Steps, 1 or more, for changes of log prices, or for their size where that asks for longer blocks.</summary>
    /// <remarks>
    /// Changes of prices hardly correlate, their sizes do; blocks that keep the changes' own correlation only would tear the clusters of volatility.
    /// </remarks>
    /// <param name="logPrices">ln of prices, <c>[observation]</c>.</param>
    /// <exception cref="PriceFitException">Fewer than 20 observations.</exception>
    public static double OfLogPrices(ReadOnlySpan<double> logPrices)
    {
        if (logPrices.Length < PriceSample.FewestObservations)
        {
            throw new PriceFitException(
                "logPrices",
                $"{logPrices.Length} observations",
                $"{PriceSample.FewestObservations} or more"
            );
        }

        var x = logPrices.ToArray();
        var changes = Enumerable.Range(1, x.Length - 1).Select(t => x[t] - x[t - 1]).ToArray();
        var mean = changes.Mean();
        var sizes = Array.ConvertAll(changes, c => Math.Abs(c - mean));
        return Math.Max(Of(changes), Of(sizes));
    }

    /// <summary>Steps, 1 or more, for the mean of a series.</summary>
    /// <param name="values">A stationary series, <c>[observation]</c>.</param>
    public static double Of(ReadOnlySpan<double> values)
    {
        var n = values.Length;
        var logN = Math.Log10(n);
        var run = Math.Max(5, (int)Math.Ceiling(Math.Sqrt(logN)));
        var most = Math.Min(n - 1, (int)Math.Ceiling(Math.Sqrt(n)) + run);
        var r = ResidualDiagnostics.AutocorrelationsOf(values, most);
        var band = 2.0 * Math.Sqrt(logN / n);
        bool Quiet(int k) => k > most || Math.Abs(r[k - 1]) < band;
        var first = Enumerable.Range(1, most - run + 1).FirstOrDefault(m => Enumerable.Range(m, run).All(Quiet));
        // The run starts after lag m; without any, the last lag outside the band rules.
        var lag = first > 0 ? first - 1 : Enumerable.Range(1, most).Where(k => !Quiet(k)).DefaultIfEmpty(1).Last();
        var window = Math.Min(2 * Math.Max(lag, 1), most);
        var (g, zero) = (0.0, 1.0);
        for (var k = 1; k <= window; k++)
        {
            var weight = Math.Min(1.0, 2.0 * (1.0 - ((double)k / window)));
            g += 2.0 * weight * k * r[k - 1];
            zero += 2.0 * weight * r[k - 1];
        }

        var length = Math.Pow(g * g / (zero * zero) * n, 1.0 / 3.0);
        var longest = Math.Ceiling(Math.Min(3.0 * Math.Sqrt(n), n / 3.0));
        return double.IsNaN(length) ? 1.0 : Math.Clamp(length, 1.0, longest);
    }
}
