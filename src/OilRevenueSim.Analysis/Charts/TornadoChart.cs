using System.Collections.Immutable;

namespace OilRevenueSim.Analysis.Charts;

/// <summary>How far each assumption alone moves one number: a bar an assumption, the widest first.</summary>
/// <param name="Text">Title, subtitle, foot, alt text.</param>
/// <param name="Unit">Unit of the values, e.g. <c>million USD</c> or <c>%</c>; values are already in it.</param>
/// <param name="Base">The number of the file as it stands.</param>
/// <param name="BaseLabel">That number as printed.</param>
/// <param name="Bars">Bars, widest first.</param>
/// <param name="Failed">Assumptions that have no number at any level.</param>
public sealed record TornadoChart(
    ChartText Text,
    string Unit,
    double Base,
    string BaseLabel,
    ImmutableArray<TornadoBar> Bars,
    ImmutableArray<string> Failed
);

/// <summary>One assumption of a tornado.</summary>
/// <param name="Label">What is varied, in words.</param>
/// <param name="Low">The end with the smaller number.</param>
/// <param name="High">The end with the larger number.</param>
/// <param name="IsWithinNoise">True where the simulation cannot tell either end from the file as it stands.</param>
public sealed record TornadoBar(string Label, TornadoEnd Low, TornadoEnd High, bool IsWithinNoise)
{
    /// <summary>Distance between the ends, in the unit of the chart.</summary>
    public double Width => High.Value - Low.Value;
}

/// <summary>One end of a bar.</summary>
/// <param name="Level">Level of the assumption as read, e.g. <c>20 USD/bbl</c>.</param>
/// <param name="Value">The number there.</param>
/// <param name="Label">That number as printed.</param>
/// <param name="ErrorLow">Lower end of the 95 % Monte Carlo interval of its distance from the file, laid at the file's number.</param>
/// <param name="ErrorHigh">Upper end of that interval.</param>
public sealed record TornadoEnd(string Level, double Value, string Label, double ErrorLow, double ErrorHigh);
