using OilRevenueSim.Core.RandomStreams;
using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim.Core.Simulation;

/// <summary>Law of every event with its parts as slots; drawn in the few lanes in which an event happens.</summary>
internal sealed class EventLawPlan
{
    private readonly EventLawShape shape;
    private readonly TruncatedLaw? fixedLaw;
    private readonly int[] parts;
    private readonly HardRange range;

    /// <summary>Compiles a law.</summary>
    public EventLawPlan(EventLaw law, ParameterTable parameters)
    {
        shape = law.Shape;
        range = law.Range;
        fixedLaw = law.Law is null ? null : new TruncatedLaw(law.Law, law.Range);
        parts = [.. law.Parts.Select(parameters.Add)];
    }

    private bool IsLogarithmic => shape == EventLawShape.LogNormalMedianP95 || range.High > 1.0;

    /// <summary>The law where its parts are certain, else null.</summary>
    public TruncatedLaw? Fixed => fixedLaw;

    /// <summary>Value of an event.</summary>
    /// <param name="block">Block that holds the parts.</param>
    /// <param name="lane">Lane.</param>
    /// <param name="u">Uniform of the event, in (0, 1).</param>
    public double Value(PathBlock block, int lane, double u)
    {
        if (fixedLaw is not null)
        {
            Span<double> one = [u];
            fixedLaw.Quantile(one, one);
            return one[0];
        }

        if (shape == EventLawShape.Certain)
        {
            return block.Parameter(parts[0], lane);
        }

        var (mean, deviation) = Normal(block, lane);
        var (low, high) = Kept(mean, deviation);
        var x = mean + (deviation * LaneMath.InverseNormal(low + (u * (high - low))));
        return shape == EventLawShape.NormalMeanSd ? x
            : IsLogarithmic ? LaneMath.Exp(x)
            : x >= 0.0 ? 1.0 / (1.0 + LaneMath.Exp(-x))
            : LaneMath.Exp(x) / (1.0 + LaneMath.Exp(x));
    }

    /// <summary>F(x) of an event, for the residual of one that began before step 0.</summary>
    public double Cdf(PathBlock block, int lane, double x)
    {
        if (fixedLaw is not null)
        {
            return fixedLaw.Cdf(x);
        }

        if (shape == EventLawShape.Certain)
        {
            return x < block.Parameter(parts[0], lane) ? 0.0 : 1.0;
        }

        var (mean, deviation) = Normal(block, lane);
        var (low, high) = Kept(mean, deviation);
        return (LaneMath.NormalCdf((Scaled(x) - mean) / deviation) - low) / (high - low);
    }

    /// <summary>Mean and standard deviation on the scale on which the law is normal.</summary>
    private (double Mean, double Deviation) Normal(PathBlock block, int lane)
    {
        var first = block.Parameter(parts[0], lane);
        var second = block.Parameter(parts[1], lane);
        return shape switch
        {
            EventLawShape.NormalMeanSd => (first, second),
            EventLawShape.LogNormalMedianP95 => (
                LaneMath.Log(first),
                (LaneMath.Log(second) - LaneMath.Log(first)) / Intervals.Z95
            ),
            _ when range.High <= 1.0 => Middle(Logit(first), Logit(second)),
            _ => Middle(LaneMath.Log(first), LaneMath.Log(second)),
        };
    }

    /// <summary>The part of the normal law whose values are possible: what lies outside is cut (model.md §3).</summary>
    private (double Low, double High) Kept(double mean, double deviation) =>
        (
            Scaled(range.Low) is var low && double.IsNegativeInfinity(low)
                ? 0.0
                : LaneMath.NormalCdf((low - mean) / deviation),
            Scaled(range.High) is var high && double.IsPositiveInfinity(high)
                ? 1.0
                : LaneMath.NormalCdf((high - mean) / deviation)
        );

    /// <summary>A value on the scale on which the law is normal.</summary>
    private double Scaled(double x) =>
        shape == EventLawShape.NormalMeanSd || double.IsInfinity(x) ? x
        : x <= 0.0 ? double.NegativeInfinity
        : IsLogarithmic ? LaneMath.Log(x)
        : x >= 1.0 ? double.PositiveInfinity
        : Logit(x);

    private static (double Mean, double Deviation) Middle(double low, double high) =>
        (0.5 * (low + high), (high - low) / (2.0 * Intervals.Z95));

    private static double Logit(double p) => LaneMath.Log(p / (1.0 - p));
}
