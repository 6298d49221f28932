using System.Globalization;
using System.Text.RegularExpressions;
using OilRevenueSim.Analysis.Precision;
using OilRevenueSim.Analysis.Statistics;
using OilRevenueSim.Analysis.Summary;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Analysis.Sweeps;

/// <summary>A statistic that a sweep reports: <c>mean sd p_any mean_if_any p95 p_over:100 MUSD</c>.</summary>
public sealed partial record SweepStatistic
{
    private readonly double? probability;
    private readonly double? threshold;

    private SweepStatistic(string name, double? probability = null, double? threshold = null)
    {
        Name = name;
        this.probability = probability;
        this.threshold = threshold;
    }

    /// <summary>The mean over all paths.</summary>
    public static SweepStatistic Mean { get; } = new(SummaryStatistic.Mean);

    /// <summary>Name as written, with single spaces.</summary>
    public string Name { get; }

    /// <summary>The amount that a probability is above, in the quantity's own unit; null for other statistics.</summary>
    internal double? Threshold => threshold;

    /// <summary>True for a probability, which has no unit.</summary>
    public bool IsProbability => threshold is not null;

    /// <summary>Reads a statistic.</summary>
    /// <param name="text"><c>mean</c>, <c>sd</c>, <c>p_any</c>, <c>mean_if_any</c>, <c>pNN</c> with 0 &lt; NN &lt; 100, or <c>p_over:AMOUNT</c>.</param>
    /// <exception cref="FormatException">It is none; says what would have worked.</exception>
    public static SweepStatistic Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var name = text.Trim();
        switch (name)
        {
            case SummaryStatistic.Mean:
                return Mean;
            case SummaryStatistic.StandardDeviation or SummaryStatistic.MeanIfAny:
                return new SweepStatistic(name);
            case SummaryStatistic.ProbabilityAny:
                return new SweepStatistic(name, threshold: 0.0);
            default:
                break;
        }

        if (QuantileName().Match(name) is { Success: true } quantile)
        {
            var share = Number(quantile.Groups["share"].Value) / 100.0;
            return share is > 0.0 and < 1.0
                ? new SweepStatistic(name, probability: share)
                : throw new FormatException(
                    $"'{name}' is no quantile: it lies between p0 and p100, such as p95 or p99.5."
                );
        }

        return name.StartsWith(SummaryStatistic.ProbabilityOver + ":", StringComparison.Ordinal)
            ? Over(name)
            : throw Unknown(name);
    }

    /// <summary>The statistic of a sample; null where it has none (<c>mean_if_any</c> where nothing is above zero).</summary>
    /// <param name="statistics">Moments and sample.</param>
    public Estimate? Of(SeriesStatistics statistics) =>
        probability is { } share ? SeriesEstimates.Quantile(statistics, share)
        : threshold is { } amount ? SeriesEstimates.ProbabilityAbove(statistics, amount)
        : Name switch
        {
            SummaryStatistic.StandardDeviation => Estimate.Bare(Math.Sqrt(statistics.Variance)),
            SummaryStatistic.MeanIfAny => MeanEstimate.IfAny(statistics)?.NotNegative(),
            _ => SeriesEstimates.Mean(statistics),
        };

    /// <summary>Paired difference of a mean, a probability or a quantile over paths that share random numbers; null for other statistics.</summary>
    /// <param name="values">[path] values.</param>
    /// <param name="compared">[path] values of what it is compared with.</param>
    public Estimate? Difference(ReadOnlySpan<double> values, ReadOnlySpan<double> compared) =>
        threshold is { } amount ? PairedMean.Difference(values, compared, amount)
        : probability is { } share ? PairedQuantile.Difference(values, compared, share)
        : Name == SummaryStatistic.Mean ? PairedMean.Difference(values, compared)
        : null;

    private static SweepStatistic Over(string name)
    {
        var match = Amount().Match(name[(SummaryStatistic.ProbabilityOver.Length + 1)..].Trim());
        var unit = match.Groups["unit"].Value;
        if (!match.Success || (unit.Length == 0 ? 1.0 : UsdUnits.Of(unit)) is not { } factor)
        {
            var near = NearestWord.To(unit, [.. UsdUnits.Names]);
            throw new FormatException(
                $"'{name}' has no amount that can be read: write p_over:100 MUSD ({string.Join(", ", UsdUnits.Names)}), or a bare number in the "
                    + $"quantity's own unit.{(near is null || match.Groups["amount"].Length == 0 ? "" : $" Did you mean p_over:{match.Groups["amount"].Value} {near}?")}"
            );
        }

        var amount = Number(match.Groups["amount"].Value);
        var written = unit.Length == 0 ? match.Groups["amount"].Value : $"{match.Groups["amount"].Value} {unit}";
        return new SweepStatistic($"{SummaryStatistic.ProbabilityOver}:{written}", threshold: amount * factor);
    }

    private static FormatException Unknown(string name)
    {
        string[] known =
        [
            SummaryStatistic.Mean,
            SummaryStatistic.StandardDeviation,
            SummaryStatistic.ProbabilityAny,
            SummaryStatistic.MeanIfAny,
            "p95",
            "p_over:100 MUSD",
        ];
        var near = NearestWord.To(name, known) is { } meant ? $" Did you mean {meant}?" : "";
        return new FormatException($"'{name}' is no statistic of a sweep; there are {string.Join(", ", known)}.{near}");
    }

    private static double Number(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^p(?<share>\d{1,3}(\.\d+)?)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex QuantileName();

    [GeneratedRegex(
        @"^(?<amount>\d+(\.\d+)?)\s*(?<unit>[A-Za-z]*)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Amount();
}
