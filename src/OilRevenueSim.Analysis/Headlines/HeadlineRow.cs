using System.Collections.Immutable;
using System.Globalization;

namespace OilRevenueSim.Analysis.Headlines;

/// <summary>A line of a headline, ready to print.</summary>
/// <param name="Subject">Whose number it is, e.g. <c>Islamic State in Libya</c>.</param>
/// <param name="Key">Stable key that finds the same line in another headline.</param>
/// <param name="Label">What it says, e.g. <c>chance of any oil revenue</c>.</param>
/// <param name="Text">Number as read aloud.</param>
public sealed record HeadlineRow(string Subject, string Key, string Label, string Text)
{
    /// <summary>Lines of a headline: each focus actor's, then the state's forgone revenue.</summary>
    public static ImmutableArray<HeadlineRow> Of(Headline headline) =>
        [
            .. headline.Actors.SelectMany(OfActor),
            .. headline.Forgone is { } forgone ? [OfForgone(forgone)] : Array.Empty<HeadlineRow>(),
        ];

    private static IEnumerable<HeadlineRow> OfActor(ActorHeadline actor)
    {
        HeadlineRow Row(string key, string label, string text) => new(actor.Label, $"{actor.Actor}/{key}", label, text);

        yield return Row("p_any", "chance of any oil revenue", Readable.ProbabilityWithInterval(actor.ProbabilityAny));
        yield return Row(
            "mean_if_any",
            "mean where there is any",
            actor.MeanIfAny is { } meanIfAny ? Readable.MoneyWithInterval(meanIfAny) : "none in any path"
        );
        yield return Row(
            "mean",
            "mean over all paths",
            Readable.MoneyWithError(actor.Mean.Value, Headline.HalfWidth(actor.Mean))
        );
        yield return Row("p50", "median", Readable.Money(actor.P50.Value));
        yield return Row("p05-p95", "90 % of paths lie within", Readable.MoneyRange(actor.P05.Value, actor.P95.Value));
        foreach (var threshold in actor.Thresholds)
        {
            yield return Row(
                "p_over/" + threshold.ThresholdUsd.ToString("R", CultureInfo.InvariantCulture),
                $"chance of more than {Readable.ExactMoney(threshold.ThresholdUsd)}",
                Readable.ProbabilityWithInterval(threshold.Probability)
            );
        }

        if (actor.Levels is { } levels)
        {
            yield return Row(
                "between_share",
                "of its variance, what we do not know",
                $"{Readable.ProbabilityWithInterval(levels.BetweenShare)}; the rest is chance"
            );
            yield return Row(
                "world_mean",
                "mean in 90 % of worlds (what we do not know)",
                Readable.MoneyRange(levels.WorldMeanLowUsd, levels.WorldMeanHighUsd)
            );
            yield return Row(
                "within",
                "90 % of paths in a middling world (chance)",
                Readable.MoneyRange(levels.WithinLowUsd, levels.WithinHighUsd)
            );
        }

        if (actor.OtherIncome is { } other)
        {
            yield return Row(
                "other_income",
                "mean income beside oil, not counted above",
                Readable.MoneyWithError(other.MeanUsd, other.HalfWidthUsd)
            );
        }
    }

    private static HeadlineRow OfForgone(ForgoneHeadline forgone) =>
        new(
            string.Join(", ", forgone.Owners.Select(o => o.Label)),
            "forgone",
            "mean revenue forgone by the state (nobody's income)",
            Readable.MoneyWithInterval(forgone.MeanUsd)
        );
}
