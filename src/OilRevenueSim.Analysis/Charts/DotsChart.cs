using System.Collections.Immutable;

namespace OilRevenueSim.Analysis.Charts;

/// <summary>Quantile dot plot: 20 or 50 dots, each one future in as many.</summary>
/// <param name="Text">Title, subtitle, foot, alt text.</param>
/// <param name="Subject">Whose total it is.</param>
/// <param name="Unit">Unit of the amounts, e.g. <c>million USD</c>; values are already in it.</param>
/// <param name="IsLogarithmic">True where the axis is logarithmic; the unit then has no multiple.</param>
/// <param name="Dots">Amounts of the dots that are not at zero, ascending.</param>
/// <param name="Zeros">Dots at exactly zero.</param>
/// <param name="Threshold">Amount above which dots are told apart; zero where any amount counts.</param>
/// <param name="ThresholdLabel">What lies above it, e.g. <c>more than 100 million USD</c>.</param>
/// <param name="Above">Dots above the threshold.</param>
public sealed record DotsChart(
    ChartText Text,
    string Subject,
    string Unit,
    bool IsLogarithmic,
    ImmutableArray<double> Dots,
    int Zeros,
    double Threshold,
    string ThresholdLabel,
    int Above
)
{
    /// <summary>All dots.</summary>
    public int Count => Dots.Length + Zeros;
}
