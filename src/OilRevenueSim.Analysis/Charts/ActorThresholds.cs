using System.Collections.Immutable;
using OilRevenueSim.Analysis.Statistics;
using OilRevenueSim.Analysis.Words;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Analysis.Charts;

/// <summary>Amounts whose passing a chart of an actor tells: those of the file where they say something of this actor, else round ones near its own quantiles.</summary>
/// <param name="Usd">Amounts, rising.</param>
/// <param name="Above">Probability of more than each.</param>
/// <param name="AreOwn">True where the file gives none that says anything of this actor.</param>
internal sealed record ActorThresholds(ImmutableArray<double> Usd, ImmutableArray<Estimate> Above, bool AreOwn)
{
    // Where most futures lie: a threshold beyond tells nothing of an actor whom nobody asked about.
    private const double Tail = 0.05;

    private static readonly double[] Quantiles = [0.25, 0.5, 0.9];
    private static readonly double[] Digits = [5.0, 2.0, 1.0];

    /// <summary>The thresholds of an actor.</summary>
    /// <param name="result">Result.</param>
    /// <param name="actor">Actor.</param>
    /// <param name="total">Its gross revenue over the whole horizon, with the sample.</param>
    public static ActorThresholds Of(EnsembleResult result, string actor, SeriesStatistics total)
    {
        ImmutableArray<double> given = [.. result.Scenario.Thresholds.Select(t => t.Value).Order()];
        ImmutableArray<Estimate> above = [.. given.Select(t => SeriesEstimates.ProbabilityAbove(total, t))];
        var focus = result.Scenario.Focus;
        var isAsked = focus.Contains(actor);
        var saysSomething = isAsked
            ? given.Length > 0 && (focus.Length == 1 || above.Any(p => p.Value is > 0.0 and < 1.0))
            : above.Any(p => p.Value is >= Tail and <= 1.0 - Tail);
        var own = saysSomething ? [] : Near(total);
        return own.IsEmpty
            ? new ActorThresholds(given, above, AreOwn: false)
            : new ActorThresholds(own, [.. own.Select(t => SeriesEstimates.ProbabilityAbove(total, t))], AreOwn: true);
    }

    /// <summary>The amount of the title and its probability; zero, for any at all, where that says more than own thresholds, or there is none.</summary>
    /// <param name="any">Probability of any at all.</param>
    public (double Usd, Estimate Above) Told(Estimate any)
    {
        if (Usd.IsEmpty)
        {
            return (0.0, any);
        }

        if (!AreOwn)
        {
            var told = ToldThreshold.Index(Above);
            return (Usd[told], Above[told]);
        }

        var index = ToldThreshold.Index([any, .. Above]);
        return index == 0 ? (0.0, any) : (Usd[index - 1], Above[index - 1]);
    }

    /// <summary>Where they come from; empty where they are those of the file.</summary>
    public string Note(Language words) =>
        AreOwn
            ? " "
                + words.Word(
                    "The amounts are round numbers near quantiles of this actor’s own futures: the file names none for it."
                )
            : "";

    // Quantiles of the futures that bring something, each to a round number that still tells them apart.
    private static ImmutableArray<double> Near(SeriesStatistics total)
    {
        var sample = SeriesEstimates.SampleOf(total);
        var zeros = total.Count - total.PositiveCount;
        if (total.PositiveCount == 0 || total.Min < 0.0)
        {
            return [];
        }

        double Quantile(double p) =>
            sample.Value(zeros + Math.Clamp((long)Math.Ceiling(p * total.PositiveCount), 1, total.PositiveCount));
        var spread = Quantile(Quantiles[^1]) - Quantile(1.0 - Quantiles[^1]);
        return spread > 0.0
            ? [.. Quantiles.Select(p => Rounded(Quantile(p), spread)).Where(usd => usd > 0.0).Distinct()]
            : [];
    }

    // To 1, 2 or 5 of a power of ten, at most half of the amount and an eighth of the spread.
    private static double Rounded(double usd, double spread)
    {
        var most = Math.Min(usd / 2.0, spread / 8.0);
        var power = Math.Pow(10.0, Math.Floor(Math.Log10(most)));
        var step = Digits.First(digit => digit * power <= most * (1.0 + 1e-9)) * power;
        return SignificantDigits.Round(Math.Round(usd / step, MidpointRounding.AwayFromZero) * step, 12);
    }
}
