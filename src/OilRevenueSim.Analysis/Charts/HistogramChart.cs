using System.Collections.Immutable;

namespace OilRevenueSim.Analysis.Charts;

/// <summary>How a total is spread over futures: bins of equal width, the mass at zero apart, quantiles and mean marked.</summary>
/// <param name="Text">Title, subtitle, foot, alt text.</param>
/// <param name="Subject">Whose total it is.</param>
/// <param name="Unit">Unit of the amounts, e.g. <c>million USD</c>; values are already in it.</param>
/// <param name="IsLogarithmic">True where bins are equal in the logarithm of the amount; the unit then has no multiple.</param>
/// <param name="Bins">Bins in order, each above its lower and at most at its upper edge; empty where every future is zero.</param>
/// <param name="ProbabilityOfZero">Share of futures at exactly zero.</param>
/// <param name="ZeroLabel">That share as printed.</param>
/// <param name="Marks">5 % quantile, median, 95 % quantile and mean of all futures.</param>
/// <param name="Outside">What lies outside the bins, in words; empty where nothing does.</param>
public sealed record HistogramChart(
    ChartText Text,
    string Subject,
    string Unit,
    bool IsLogarithmic,
    ImmutableArray<HistogramBin> Bins,
    double ProbabilityOfZero,
    string ZeroLabel,
    ImmutableArray<HistogramMark> Marks,
    string Outside
);

/// <summary>A bin: probability of more than <paramref name="Low"/> and at most <paramref name="High"/>, exactly zero left out.</summary>
/// <param name="Low">Lower edge.</param>
/// <param name="High">Upper edge.</param>
/// <param name="Probability">Share of all futures inside.</param>
public readonly record struct HistogramBin(double Low, double High, double Probability);

/// <summary>A marked amount.</summary>
/// <param name="Name">Name, e.g. <c>median</c>.</param>
/// <param name="Amount">Amount, in the unit of the chart.</param>
/// <param name="Label">Amount as read aloud, e.g. <c>12 million USD</c>.</param>
/// <param name="IsMean">True for the mean, which is no quantile.</param>
public sealed record HistogramMark(string Name, double Amount, string Label, bool IsMean);
