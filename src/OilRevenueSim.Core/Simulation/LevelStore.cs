using System.Collections.Immutable;

namespace OilRevenueSim.Core.Simulation;

/// <summary>World means and variances within worlds, merged in order of worlds.</summary>
internal struct LevelNode
{
    public long Worlds;
    public double Mean;
    public double M2;
    public double Within; // mean over worlds of the variance within

    public void Append(in LevelNode right)
    {
        if (right.Worlds == 0 || Worlds == 0)
        {
            this = right.Worlds == 0 ? this : right;
            return;
        }

        double n = Worlds + right.Worlds;
        var share = right.Worlds / n;
        var delta = right.Mean - Mean;
        M2 += right.M2 + (delta * delta * (Worlds * share));
        Mean += delta * share;
        Within += (right.Within - Within) * share;
        Worlds += right.Worlds;
    }

    public readonly LevelVariances Variances(int replicates)
    {
        var worldMeans = Worlds > 1 ? M2 / (Worlds - 1) : 0.0;
        return new LevelVariances(worldMeans, worldMeans - (Within / replicates), Within);
    }
}

/// <summary>Tells the levels of a run with replicates apart, world by world in their order; memory grows with R, not with N.</summary>
internal sealed class LevelStore
{
    private static readonly double[] Shares = [0.05, 0.5, 0.95];

    private readonly int replicates;
    private readonly int series;
    private readonly double[] world; // [series][replicate]
    private readonly LevelNode[] groups; // [series · groups + group]
    private readonly WorldSample[] samples; // [series · 4 + (mean, three quantiles)]
    private readonly WorldCurve?[] curves;
    private int filled;
    private long worlds;

    public LevelStore(SeriesPlan[] plans, int replicates)
    {
        this.replicates = replicates;
        series = plans.Length;
        world = new double[series * replicates];
        groups = new LevelNode[series * SeriesLevels.GroupCount];
        samples = [.. Enumerable.Range(0, series * 4).Select(_ => new WorldSample())];
        curves = [.. plans.Select(plan => plan.HasThresholds ? new WorldCurve(replicates) : null)];
    }

    /// <summary>Adds consecutive paths.</summary>
    /// <param name="totals">[series][path].</param>
    /// <param name="stride">Places of a series.</param>
    /// <param name="paths">Paths that count.</param>
    public void Add(double[] totals, int stride, int paths)
    {
        for (var path = 0; path < paths; )
        {
            var count = Math.Min(paths - path, replicates - filled);
            for (var s = 0; s < series; s++)
            {
                totals.AsSpan((s * stride) + path, count).CopyTo(world.AsSpan((s * replicates) + filled));
            }

            path += count;
            filled += count;
            if (filled == replicates)
            {
                Close();
                filled = 0;
            }
        }
    }

    /// <summary>The levels of the worlds so far.</summary>
    public TwoLevels Look() => new([.. Enumerable.Range(0, series).Select(Look)]);

    private SeriesLevels Look(int s)
    {
        var own = samples.AsSpan(s * 4, 4);
        return new SeriesLevels(replicates, groups[(s * SeriesLevels.GroupCount)..((s + 1) * SeriesLevels.GroupCount)])
        {
            WorldMeans = own[0].Look(),
            WithinP05 = own[1].Look(),
            WithinP50 = own[2].Look(),
            WithinP95 = own[3].Look(),
            Exceedance = curves[s]?.Look() ?? [],
        };
    }

    private void Close()
    {
        var group = (int)(worlds % SeriesLevels.GroupCount);
        for (var s = 0; s < series; s++)
        {
            var values = world.AsSpan(s * replicates, replicates);
            var mean = 0.0;
            foreach (var value in values)
            {
                mean += value;
            }

            mean /= replicates;
            var m2 = 0.0;
            foreach (var value in values)
            {
                m2 += (value - mean) * (value - mean);
            }

            var node = new LevelNode
            {
                Worlds = 1,
                Mean = mean,
                Within = m2 / (replicates - 1),
            };
            groups[(s * SeriesLevels.GroupCount) + group].Append(node);
            samples[s * 4].Add(mean);
            values.Sort();
            for (var q = 0; q < Shares.Length; q++)
            {
                samples[(s * 4) + 1 + q].Add(Type7(values, Shares[q]));
            }

            curves[s]?.Add(values);
        }

        worlds++;
    }

    /// <summary>Quantile of type 7 of ascending values (Hyndman &amp; Fan 1996).</summary>
    internal static double Type7(ReadOnlySpan<double> ascending, double probability)
    {
        var h = (ascending.Length - 1) * probability;
        var rank = (int)h;
        var next = Math.Min(rank + 1, ascending.Length - 1);
        return ascending[rank] + ((h - rank) * (ascending[next] - ascending[rank]));
    }
}

/// <summary>One number a world: every value up to 65,536 worlds, counts in a sketch beyond.</summary>
internal sealed class WorldSample
{
    private const int MostExact = 1 << 16;

    private readonly List<double> values = [];
    private QuantileSketch? sketch;
    private double min = double.PositiveInfinity;
    private double max = double.NegativeInfinity;

    public void Add(double value)
    {
        min = value < min ? value : min;
        max = value > max ? value : max;
        if (sketch is null && values.Count == MostExact)
        {
            sketch = new QuantileSketch();
            values.ForEach(sketch.Add);
            values.Clear();
        }

        if (sketch is null)
        {
            values.Add(value);
        }
        else
        {
            sketch.Add(value);
        }
    }

    public IOrderStatistics Look() =>
        sketch is null ? new ExactSample([.. values.Order()]) : new SketchedSample(Copy(sketch), min, max);

    private static QuantileSketch Copy(QuantileSketch sketch)
    {
        var copy = new QuantileSketch();
        copy.Merge(sketch);
        return copy;
    }
}

/// <summary>How many paths of each world reach fixed amounts, sixteen to a doubling from 1,024 to 2^44, and any amount at all.</summary>
/// <remarks>
/// Counts only, so that nothing depends on an order. The bands are those of the worlds' shares shrunk towards the mean share by
/// √(1 − noise/variance), with the binomial noise Σ p(1 − p)/(R − 1)/W of R paths: their variance is then that of the shares without it.
/// </remarks>
internal sealed class WorldCurve(int replicates)
{
    private const int LowestExponent = 10;
    private const int HighestExponent = 44;
    private const int PerDoubling = 16;
    private const int Amounts = ((HighestExponent - LowestExponent) * PerDoubling) + 1;

    /// <summary>Shares are counted in at most so many classes; below, exactly.</summary>
    private const int MostClasses = 1024;

    private readonly int classes = Math.Min(replicates, MostClasses);
    private readonly long[] histogram = new long[(Amounts + 1) * (Math.Min(replicates, MostClasses) + 1)];
    private readonly long[] counts = new long[Amounts + 1];
    private readonly UInt128[] squares = new UInt128[Amounts + 1];
    private long worlds;

    /// <summary>Adds a world.</summary>
    /// <param name="ascending">Its values, ascending.</param>
    public void Add(ReadOnlySpan<double> ascending)
    {
        worlds++;
        var below = 0;
        for (var i = 0; i <= Amounts; i++)
        {
            var amount = AmountOf(i);
            while (below < ascending.Length && (i == 0 ? ascending[below] <= 0.0 : ascending[below] < amount))
            {
                below++;
            }

            var count = replicates - below;
            counts[i] += count;
            squares[i] += (UInt128)((long)count * count);
            histogram[(i * (classes + 1)) + (int)((long)count * classes / replicates)]++;
        }
    }

    /// <summary>Bands at the amounts that some path reaches and not all do, and one amount to either side.</summary>
    public ImmutableArray<ExceedanceLevel> Look()
    {
        var levels = ImmutableArray.CreateBuilder<ExceedanceLevel>();
        levels.Add(At(0));
        for (var i = 1; i <= Amounts; i++)
        {
            var isFlat = i < Amounts && counts[i] == counts[0] && counts[i + 1] == counts[0];
            if (!isFlat)
            {
                levels.Add(At(i));
            }

            if (counts[i] == 0)
            {
                break;
            }
        }

        return levels.ToImmutable();
    }

    private static double AmountOf(int index) =>
        index == 0
            ? 0.0
            : BitConverter.Int64BitsToDouble(
                ((long)(LowestExponent + 1023) << 52) + ((long)(index - 1) << (52 - 4)) // 4 bits: sixteen to a doubling
            );

    private ExceedanceLevel At(int i)
    {
        var n = (double)worlds;
        var r = (double)replicates;
        var share = counts[i] / (n * r);
        var meanSquare = (double)squares[i] / (n * r * r);
        var variance = worlds > 1 ? Math.Max(0.0, meanSquare - (share * share)) * (n / (n - 1.0)) : 0.0;
        var noise = (share - meanSquare) / (r - 1.0);
        var shrinkage = variance > noise ? Math.Sqrt((variance - noise) / variance) : 0.0;
        double Band(double probability) =>
            Math.Clamp(share + (shrinkage * (ShareAt(i, probability) - share)), 0.0, 1.0);
        return new ExceedanceLevel(AmountOf(i), share, Band(0.05), Band(0.5), Band(0.95));
    }

    // The smallest class that at least a share of worlds does not exceed.
    private double ShareAt(int i, double probability)
    {
        var wanted = Math.Max(1L, (long)Math.Ceiling(probability * worlds));
        var seen = 0L;
        for (var c = 0; c <= classes; c++)
        {
            seen += histogram[(i * (classes + 1)) + c];
            if (seen >= wanted)
            {
                return c / (double)classes;
            }
        }

        return 1.0;
    }
}
