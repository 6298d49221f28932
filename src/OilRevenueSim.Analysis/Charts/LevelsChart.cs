using System.Collections.Immutable;
using OilRevenueSim.Analysis.Levels;
using OilRevenueSim.Analysis.Words;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Analysis.Charts;

/// <summary>Exceedance curves of the worlds of a run with replicates, as a band.</summary>
/// <param name="Text">Title, subtitle, foot, alt text.</param>
/// <param name="Actor">Label of the actor.</param>
/// <param name="Unit">Unit of the amounts, e.g. <c>USD</c>; the axis is logarithmic.</param>
/// <param name="Curve">Points, ascending in amount, all positive; empty where no path brings any.</param>
public sealed record LevelsChart(ChartText Text, string Actor, ChartUnit Unit, ImmutableArray<LevelsPoint> Curve)
{
    // A number and its interval stay on one line of the title.
    private const char NoBreakSpace = '\u00A0';

    /// <summary>Makes the chart.</summary>
    /// <param name="result">Result of a run with replicates.</param>
    /// <param name="actor">Actor in focus.</param>
    /// <param name="language">Language of the chart; English unless told.</param>
    /// <returns>The chart, or null for a run without replicates or of one world, or an actor whose curves are not kept.</returns>
    public static LevelsChart? Of(EnsembleResult result, string actor, Language? language = null)
    {
        var words = language ?? Language.English;
        var index = result.Series.IndexOf(ChartSeries.Gross(actor));
        if (
            result.Levels is not { } all
            || index < 0
            || all.At(index) is not { Worlds: > 1, Exceedance.Length: > 0 } levels
        )
        {
            return null;
        }

        var series = new ChartSeries(result, words);
        var label = series.Label(actor);
        var estimate = LevelEstimate.Of(levels);
        var any = levels.Exceedance[0];
        var share = estimate.BetweenShare is { } known ? words.ProbabilityWithInterval(known) : null;
        return new LevelsChart(
            new ChartText(
                share is null
                    ? words.Say($"{label}: oil revenue is the same on every path")
                    : words.Say(
                        $"{label}: {share.Replace(' ', NoBreakSpace)} of the spread (variance) of oil revenue is what we do not know"
                    ),
                words.Say($"Gross oil revenue (sales and levies) over the whole period, {series.Span}.")
                    + (
                        any.Probability <= 0.0
                            ? ""
                            : " "
                                + words.Word(
                                    "Height: chance of at least the amount below. The band is what we do not know; the fall of a curve is chance."
                                )
                    ),
                ChartFoot.Of(result, words, "levels", actor),
                AltText(label, series, any, share, estimate)
            )
            {
                Language = words,
            },
            label,
            ChartUnit.Usd(1.0),
            any.Probability <= 0.0 ? [] : Points(levels.Exceedance)
        );
    }

    // Bands fall with the amount as every curve in them does; shrinking each amount by itself might leave a step up.
    private static ImmutableArray<LevelsPoint> Points(ImmutableArray<ExceedanceLevel> levels)
    {
        var points = ImmutableArray.CreateBuilder<LevelsPoint>();
        var (low, median, high) = (1.0, 1.0, 1.0);
        foreach (var level in levels)
        {
            (low, median, high) = (
                Math.Min(low, level.Low),
                Math.Min(median, level.Median),
                Math.Min(high, level.High)
            );
            if (level.Amount > 0.0)
            {
                points.Add(new LevelsPoint(level.Amount, level.Probability, low, median, high));
            }
        }

        return points.ToImmutable();
    }

    private static string AltText(
        string label,
        ChartSeries series,
        ExceedanceLevel any,
        string? share,
        LevelEstimate estimate
    )
    {
        var words = series.Words;
        string[] variance = share is null
            ? []
            : [words.Say($"Of the spread (variance), {share} is what we do not know; the rest is chance.")];
        return string.Join(
            ' ',
            [
                words.Say(
                    $"Exceedance curves of the gross oil revenue of {label} over the whole period, {series.Span}."
                ),
                Any(any, words),
                .. variance,
                words.Say(
                    $"The mean is {words.MoneyRange(estimate.WorldMeans[0], estimate.WorldMeans[^1])} in nine worlds of ten; in a middling world nine paths of ten bring {words.MoneyRange(estimate.Within[0], estimate.Within[^1])}."
                ),
            ]
        );
    }

    private static string Any(ExceedanceLevel any, Language words)
    {
        var (all, range) = (words.Probability(any.Probability), words.ProbabilityRange(any.Low, any.High));
        return range == all
            ? words.Say($"Any revenue at all: {all} over all paths and in nine worlds of ten.")
            : words.Say($"Any revenue at all: {all} over all paths, {range} in nine worlds of ten.");
    }
}

/// <summary>A point of the curves of the worlds.</summary>
/// <param name="Amount">Amount, in the chart's unit.</param>
/// <param name="Probability">Share of all paths with at least the amount.</param>
/// <param name="Low">5 % quantile of that share over worlds.</param>
/// <param name="Median">Median over worlds.</param>
/// <param name="High">95 % quantile over worlds.</param>
public readonly record struct LevelsPoint(double Amount, double Probability, double Low, double Median, double High);
