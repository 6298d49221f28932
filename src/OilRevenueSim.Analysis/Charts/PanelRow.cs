using System.Collections.Immutable;
using OilRevenueSim.Analysis.Statistics;
using OilRevenueSim.Analysis.Words;

namespace OilRevenueSim.Analysis.Charts;

/// <summary>A month of a panel, in the unit of the quantity.</summary>
/// <param name="Mean">Mean over all futures.</param>
/// <param name="Bands">Quantiles of the bands, rising, or null where only the mean is known.</param>
internal sealed record PanelMonth(double Mean, double[]? Bands);

/// <summary>What becomes a panel of small multiples.</summary>
/// <param name="Label">Actor, course or area.</param>
/// <param name="Months">Its months.</param>
/// <param name="HalfWidth">Half of the 95 % interval of the mean, at most: months and fields may all err together.</param>
internal sealed record PanelRow(string Label, List<PanelMonth> Months, double HalfWidth)
{
    public Estimate Mean => new(Size, Size - HalfWidth, Size + HalfWidth);

    /// <summary>Mean of the months' means.</summary>
    public double Size => Months.Average(m => m.Mean);

    public double Largest => Months.Max(m => Math.Max(Math.Abs(m.Mean), (m.Bands ?? [0.0]).Max(Math.Abs)));

    public double Smallest => Months.Min(m => Math.Min(m.Mean, (m.Bands ?? [m.Mean]).Min()));

    public bool HasBands => Months.TrueForAll(m => m.Bands is not null);

    public bool HasBandsToSee => Months.Exists(m => m.Bands is { } bands && (bands[0] != 0.0 || bands[^1] != 0.0));

    public MultiplesPanel Panel(Language words, double size, string unit)
    {
        ImmutableArray<double> At(int quantile) => [.. Months.Select(m => m.Bands![quantile] / size)];
        return new MultiplesPanel(
            Label,
            HasBands
                ?
                [
                    new FanBand(0.9, words.Word("90 % of futures"), At(0), At(4)),
                    new FanBand(0.5, words.Word("50 % of futures"), At(1), At(3)),
                ]
                : [],
            HasBands ? At(2) : [],
            [.. Months.Select(m => m.Mean / size)],
            unit
        );
    }
}
