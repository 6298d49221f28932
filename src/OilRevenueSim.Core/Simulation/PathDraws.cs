namespace OilRevenueSim.Core.Simulation;

/// <summary>The values that an exact run kept, by path: a view of the store's granules, which no extension rewrites.</summary>
/// <param name="layout">Where series and periods lie.</param>
/// <param name="granules">[granule][sample · 256 + path in the granule].</param>
/// <param name="paths">Number of paths.</param>
internal sealed class PathDraws(RecordLayout layout, double[][] granules, long paths)
{
    /// <summary>True where the values of a series are kept.</summary>
    public bool Has(int series) => layout.SampleOfSeries[series] >= 0;

    /// <summary>[path] values of a series in a period.</summary>
    public double[] Of(int series, int period) => Of((layout.SampleOfSeries[series] * layout.PeriodCount) + period);

    /// <summary>[path] values of a sample.</summary>
    public double[] Of(int sample)
    {
        var values = new double[paths];
        for (var g = 0; g < granules.Length; g++)
        {
            var first = g * MomentKernel.Granule;
            var count = (int)Math.Min(MomentKernel.Granule, paths - first);
            granules[g].AsSpan(sample * MomentKernel.Granule, count).CopyTo(values.AsSpan(first));
        }

        return values;
    }
}
