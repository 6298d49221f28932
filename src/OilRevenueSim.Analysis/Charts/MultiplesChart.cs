using System.Collections.Immutable;

namespace OilRevenueSim.Analysis.Charts;

/// <summary>Small multiples: one small fan an actor, course or area, on shared axes.</summary>
/// <param name="Text">Title, subtitle, foot, alt text.</param>
/// <param name="Unit">Unit of the values as printed, e.g. <c>million USD per month</c>; values are already in it.</param>
/// <param name="Months">First day of each month, [month].</param>
/// <param name="Panels">Panels, the largest first; empty where nothing is above zero.</param>
/// <param name="IsShared">True where all panels have one vertical scale.</param>
/// <param name="More">What is left out, in words; empty where nothing is.</param>
public sealed record MultiplesChart(
    ChartText Text,
    string Unit,
    ImmutableArray<DateOnly> Months,
    ImmutableArray<MultiplesPanel> Panels,
    bool IsShared,
    string More
);

/// <summary>One of many small fans.</summary>
/// <param name="Label">Whose it is.</param>
/// <param name="Bands">Bands from widest to narrowest; empty where only the mean is recorded.</param>
/// <param name="Median">Median, [month]; empty where only the mean is recorded.</param>
/// <param name="Mean">Mean, [month].</param>
public sealed record MultiplesPanel(
    string Label,
    ImmutableArray<FanBand> Bands,
    ImmutableArray<double> Median,
    ImmutableArray<double> Mean
)
{
    /// <summary>Largest value of any part.</summary>
    public double Max => Bands.SelectMany(b => b.High).Concat(Median).Concat(Mean).DefaultIfEmpty(0.0).Max();

    /// <summary>Smallest value of any part.</summary>
    public double Min => Bands.SelectMany(b => b.Low).Concat(Median).Concat(Mean).DefaultIfEmpty(0.0).Min();
}
