using System.Collections.Immutable;
using OilRevenueSim.Analysis.Words;

namespace OilRevenueSim.Analysis.Charts;

/// <summary>What every chart says about itself: plain words and numbers, no pixels.</summary>
/// <param name="Title">What is shown, one line a reader can say aloud.</param>
/// <param name="Subtitle">Unit, period and how to read it; one line.</param>
/// <param name="Foot">What was run and how well its number is known, then the first sources; and where all of it comes from.</param>
/// <param name="AltText">The chart in sentences with its numbers, for readers who cannot see it.</param>
public sealed record ChartText(string Title, string Subtitle, ChartFoot Foot, string AltText)
{
    /// <summary>Language that it is written in; axes and keys are written in it too.</summary>
    public Language Language { get; init; } = Language.English;
}

/// <summary>Fan of a series by month, money or other: bands named by their probability, median and mean told apart.</summary>
/// <param name="Text">Title, subtitle, foot, alt text.</param>
/// <param name="Actor">Label of the actor.</param>
/// <param name="Unit">Unit of the values, e.g. a million USD per month; values are already in it.</param>
/// <param name="Months">First day of each month, [month].</param>
/// <param name="Bands">Bands from widest to narrowest.</param>
/// <param name="Median">Median, [month].</param>
/// <param name="Mean">Mean, [month].</param>
/// <param name="IsAllZero">True when every value is zero: the chart then says so plainly.</param>
public sealed record FanChart(
    ChartText Text,
    string Actor,
    ChartUnit Unit,
    ImmutableArray<DateOnly> Months,
    ImmutableArray<FanBand> Bands,
    ImmutableArray<double> Median,
    ImmutableArray<double> Mean,
    bool IsAllZero
)
{
    /// <summary>Least upper end of the axis, in the chart's unit: 100 for shares; null where the values say.</summary>
    public double? Top { get; init; }
}

/// <summary>One band of a fan.</summary>
/// <param name="Probability">Share of paths inside, e.g. 0.9.</param>
/// <param name="Label">Name, e.g. <c>90 % of futures</c>.</param>
/// <param name="Low">Lower edge, [month].</param>
/// <param name="High">Upper edge, [month].</param>
public sealed record FanBand(double Probability, string Label, ImmutableArray<double> Low, ImmutableArray<double> High);

/// <summary>Probability that total gross revenue exceeds an amount, with the thresholds marked.</summary>
/// <param name="Text">Title, subtitle, foot, alt text.</param>
/// <param name="Actor">Label of the actor.</param>
/// <param name="Unit">Unit of the amounts, e.g. <c>USD</c>; the axis is logarithmic.</param>
/// <param name="Curve">Points of the curve, ascending in amount; probabilities 0 to 1, falling.</param>
/// <param name="Thresholds">Thresholds with their probabilities.</param>
/// <param name="ProbabilityOfZero">Probability that the amount is exactly zero.</param>
public sealed record ExceedanceChart(
    ChartText Text,
    string Actor,
    ChartUnit Unit,
    ImmutableArray<ExceedancePoint> Curve,
    ImmutableArray<ExceedanceThreshold> Thresholds,
    double ProbabilityOfZero
);

/// <summary>A point of an exceedance curve.</summary>
public readonly record struct ExceedancePoint(double Amount, double Probability);

/// <summary>A marked threshold.</summary>
/// <param name="Amount">Amount in the chart's unit.</param>
/// <param name="Label">Amount as read aloud, e.g. <c>100 million USD</c>.</param>
/// <param name="Probability">Probability of passing it.</param>
/// <param name="Low">Lower end of its 95 % Monte Carlo interval.</param>
/// <param name="High">Upper end of its 95 % Monte Carlo interval.</param>
/// <param name="ProbabilityLabel">Probability as printed, e.g. <c>3.1 %</c> or <c>below 0.04 %</c>.</param>
public sealed record ExceedanceThreshold(
    double Amount,
    string Label,
    double Probability,
    double Low,
    double High,
    string ProbabilityLabel
);

/// <summary>Probability of holding each area over time: one small panel an area, holders stacked to 100 %.</summary>
/// <param name="Text">Title, subtitle, foot, alt text.</param>
/// <param name="Months">First day of each month, [month].</param>
/// <param name="Actors">Actors that appear, in the order of their colours.</param>
/// <param name="Areas">One panel an area.</param>
public sealed record HolderChart(
    ChartText Text,
    ImmutableArray<DateOnly> Months,
    ImmutableArray<ChartActor> Actors,
    ImmutableArray<HolderPanel> Areas
);

/// <summary>Who holds one area.</summary>
/// <param name="Area">Area's name for readers.</param>
/// <param name="Probability">Probability by [actor][month], in the order of <see cref="HolderChart.Actors"/>.</param>
public sealed record HolderPanel(string Area, ImmutableArray<ImmutableArray<double>> Probability);

/// <summary>Mean revenue by month, stacked by source of the barrels, channel, actor or theatre.</summary>
/// <param name="Text">Title, subtitle, foot, alt text.</param>
/// <param name="Actor">Label of the actor, or of all together.</param>
/// <param name="Unit">Unit of the values, e.g. <c>million USD per month</c>; values are already in it.</param>
/// <param name="Months">First day of each month, [month].</param>
/// <param name="Sources">What is stacked, largest first; small ones joined as <c>Other</c>.</param>
/// <param name="IsAllZero">True when every value is zero.</param>
public sealed record SourcesChart(
    ChartText Text,
    string Actor,
    ChartUnit Unit,
    ImmutableArray<DateOnly> Months,
    ImmutableArray<SourceBand> Sources,
    bool IsAllZero
);

/// <summary>One band of a stack of revenue.</summary>
/// <param name="Label">Field, market, actor, theatre, theft at a node, levies, or small sources taken together.</param>
/// <param name="Mean">Mean by month, [month]; below zero where more is paid than received.</param>
/// <param name="Total">Mean over the whole horizon, in the chart's unit times months.</param>
public sealed record SourceBand(string Label, ImmutableArray<double> Mean, double Total)
{
    /// <summary>What stands beside the label: its share of the whole, or, where some lose money, its amount.</summary>
    public string Note { get; init; } = "";

    /// <summary>Actor whose money it is, in that actor's colour; null where the band is no actor's.</summary>
    public ChartActor? Actor { get; init; }

    /// <summary>Number of its colour, the same in every stack of the run by the same parts; null where colours go by the order of the bands.</summary>
    public int? Category { get; init; }

    /// <summary>True for small sources taken together.</summary>
    public bool IsOther { get; init; }
}

/// <summary>Mean output by month under the capacity of the first day.</summary>
/// <param name="Text">Title, subtitle, foot, alt text.</param>
/// <param name="Unit">Unit of all values, e.g. a million barrels per day, after the capacity.</param>
/// <param name="Months">First day of each month, [month].</param>
/// <param name="Output">Mean output in parts, largest first; totals are averages over the horizon, notes the last month's.</param>
/// <param name="ShutIn">Mean that could be produced but is not: no open way, no room or no buyer.</param>
/// <param name="Lost">Mean that damage, decline and lack of workers take.</param>
/// <param name="Capacity">Capacity of the first day, undamaged and fully staffed.</param>
/// <param name="Low">5 % quantile of total output, [month]; empty where futures were not kept.</param>
/// <param name="High">95 % quantile of total output, [month]; empty where futures were not kept.</param>
/// <param name="IsAllZero">True when nothing is produced.</param>
public sealed record ProductionChart(
    ChartText Text,
    ChartUnit Unit,
    ImmutableArray<DateOnly> Months,
    ImmutableArray<SourceBand> Output,
    SourceBand ShutIn,
    SourceBand Lost,
    double Capacity,
    ImmutableArray<double> Low,
    ImmutableArray<double> High,
    bool IsAllZero
);
