using System.Collections.Immutable;

namespace OilRevenueSim.Analysis.Charts;

/// <summary>Bins of a histogram: equal widths that one can say, near the width of Freedman and Diaconis.</summary>
/// <remarks>
/// The width 2·IQR·n^(−1/3) of Freedman and Diaconis, "On the histogram as a density estimator: L2 theory" (Zeitschrift für
/// Wahrscheinlichkeitstheorie 57, 1981), of the futures that are not zero, in amounts or in their logarithms; bounded to 8 to 60 bins,
/// then the nearest of 1, 2, 2.5 and 5 times a power of ten, or a whole number of bins a decade.
/// </remarks>
internal static class HistogramBins
{
    private const double Fewest = 8;
    private const double Most = 60;
    private static readonly double[] Steps = [1, 2, 2.5, 5, 10];
    private static readonly double[] PerDecade = [1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40, 50];

    /// <summary>Edges of the bins, ascending, in the unit of the series; multiples of the width.</summary>
    /// <param name="distribution">What is shown.</param>
    /// <param name="low">Smallest amount shown.</param>
    /// <param name="high">Largest amount shown.</param>
    public static ImmutableArray<double> Edges(TotalDistribution distribution, double low, double high)
    {
        if (distribution.IsLogarithmic)
        {
            var (first, last) = (Math.Log10(low), Math.Log10(high));
            var width = Width(
                Math.Log10(distribution.NonZero(0.75)) - Math.Log10(distribution.NonZero(0.25)),
                distribution.Spread,
                last - first
            );
            var decade = PerDecade.MinBy(k => Math.Abs(Math.Log(k * width)));
            return [.. Multiples(first, last, 1.0 / decade, double.NegativeInfinity).Select(e => Math.Pow(10.0, e))];
        }

        var span = high - low;
        var plain = Width(
            distribution.NonZero(0.75) - distribution.NonZero(0.25),
            distribution.Spread,
            span > 0.0 ? span : Math.Abs(high)
        );
        var power = Math.Pow(10.0, Math.Floor(Math.Log10(plain)));
        var step = power * Steps.MinBy(s => Math.Abs(Math.Log(s * power / plain)));
        return [.. Multiples(low, high, step, low >= 0.0 ? 0.0 : double.NegativeInfinity)];
    }

    /// <summary>The rule's width within its bounds.</summary>
    /// <param name="quartiles">Distance between the quartiles.</param>
    /// <param name="count">Number of values.</param>
    /// <param name="span">Distance between the ends of what is shown, above zero.</param>
    public static double Width(double quartiles, long count, double span) =>
        Math.Clamp(2.0 * quartiles / Math.Cbrt(count), span / Most, span / Fewest);

    // Whole multiples from below the first value to the last; a value on an edge belongs to the bin below it.
    private static IEnumerable<double> Multiples(double first, double last, double step, double floor)
    {
        var from = Math.Ceiling((first / step) - 1e-9) - 1;
        if (from * step < floor)
        {
            from = 0;
        }

        var to = Math.Max(Math.Ceiling(last / step), from + 1);
        for (var i = from; i <= to; i++)
        {
            yield return i * step;
        }
    }
}
