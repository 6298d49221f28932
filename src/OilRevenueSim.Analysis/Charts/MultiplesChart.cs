using System.Collections.Immutable;

namespace OilRevenueSim.Analysis.Charts;

/// <summary>Small multiples: one small fan an actor, course or area, on shared axes.</summary>
/// <param name="Text">Title, subtitle, foot, alt text.</param>
/// <param name="Unit">Unit of the values as printed, e.g. <c>million USD per month</c>; values are already in it. Empty where panels have their own.</param>
/// <param name="Months">First day of each month, [month].</param>
/// <param name="Panels">Panels, the largest first; empty where nothing is above zero.</param>
/// <param name="IsShared">True where all panels have one vertical scale.</param>
/// <param name="Smaller">Names of panels left out, the largest first.</param>
/// <param name="Nothing">Names of what has nothing in any future, and no panel.</param>
public sealed record MultiplesChart(
    ChartText Text,
    string Unit,
    ImmutableArray<DateOnly> Months,
    ImmutableArray<MultiplesPanel> Panels,
    bool IsShared,
    ImmutableArray<string> Smaller,
    ImmutableArray<string> Nothing
);

/// <summary>One of many small fans.</summary>
/// <param name="Label">Whose it is.</param>
/// <param name="Bands">Bands from widest to narrowest; empty where only the mean is recorded.</param>
/// <param name="Median">Median, [month]; empty where only the mean is recorded.</param>
/// <param name="Mean">Mean, [month].</param>
/// <param name="Unit">Unit of its values where it has its own scale, else empty.</param>
public sealed record MultiplesPanel(
    string Label,
    ImmutableArray<FanBand> Bands,
    ImmutableArray<double> Median,
    ImmutableArray<double> Mean,
    string Unit = ""
)
{
    /// <summary>Largest value of any part.</summary>
    public double Max => Bands.SelectMany(b => b.High).Concat(Median).Concat(Mean).DefaultIfEmpty(0.0).Max();

    /// <summary>Smallest value of any part.</summary>
    public double Min => Bands.SelectMany(b => b.Low).Concat(Median).Concat(Mean).DefaultIfEmpty(0.0).Min();
}
