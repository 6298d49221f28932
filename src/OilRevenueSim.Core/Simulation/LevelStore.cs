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

    /// <summary>Merges nodes of consecutive worlds, one a series.</summary>
    public static void Join(LevelNode[] left, LevelNode[] right, long start, long middle, long end)
    {
        for (var s = 0; s < left.Length; s++)
        {
            left[s].Append(right[s]);
        }
    }

    /// <summary>Writes the four numbers, little-endian.</summary>
    public static void Write(BinaryWriter writer, LevelNode node)
    {
        writer.Write(node.Worlds);
        writer.Write(node.Mean);
        writer.Write(node.M2);
        writer.Write(node.Within);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static LevelNode Read(BinaryReader reader) =>
        new()
        {
            Worlds = reader.ReadInt64(),
            Mean = reader.ReadDouble(),
            M2 = reader.ReadDouble(),
            Within = reader.ReadDouble(),
        };

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
    private readonly TreeStack<LevelNode>[] groups; // [group][series], a leaf every sixteenth world
    private readonly WorldSample[] samples; // [series · 4 + (mean, three quantiles)]
    private readonly WorldCurve?[] curves;
    private LevelNode[] nodes; // [series]
    private int filled;
    private long worlds;

    public LevelStore(SeriesPlan[] plans, int replicates)
    {
        this.replicates = replicates;
        series = plans.Length;
        world = new double[series * replicates];
        nodes = new LevelNode[series];
        groups =
        [
            .. Enumerable
                .Range(0, SeriesLevels.GroupCount)
                .Select(_ => new TreeStack<LevelNode>(series, LevelNode.Join)),
        ];
        samples = [.. Enumerable.Range(0, series * 4).Select(_ => new WorldSample())];
        curves = [.. plans.Select(plan => plan.HasThresholds ? new WorldCurve(replicates) : null)];
    }

    /// <summary>Says which world of the whole comes next.</summary>
    public void StartAt(long world)
    {
        worlds = world;
        for (var g = 0; g < groups.Length; g++)
        {
            groups[g].StartAt(LeavesBefore(world, g));
        }
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
    public TwoLevels Look()
    {
        LevelNode[][] whole = [.. groups.Select(group => group.Whole())];
        return new([.. Enumerable.Range(0, series).Select(s => Look(s, [.. whole.Select(group => group[s])]))]);
    }

    /// <summary>Writes what the worlds of a slice say, or of all.</summary>
    /// <param name="writer">Receives it.</param>
    /// <param name="isWhole">True to write all worlds as one, false for a slice.</param>
    public void Write(BinaryWriter writer, bool isWhole)
    {
        for (var g = 0; g < groups.Length; g++)
        {
            groups[g].Write(writer, isWhole ? Math.Max(1, LeavesBefore(worlds, g)) : null, LevelNode.Write);
        }

        Array.ForEach(samples, sample => sample.Write(writer));
        Array.ForEach(curves, curve => curve?.Write(writer));
    }

    /// <summary>Adds the worlds of the slice that follows.</summary>
    /// <param name="reader">Gives what <see cref="Write"/> wrote.</param>
    /// <param name="slice">Slice, of whole worlds.</param>
    /// <exception cref="FormatException">It is not that slice.</exception>
    public void Read(BinaryReader reader, PathSlice slice)
    {
        var end = (slice.FirstPath + slice.OwnPaths) / replicates;
        for (var g = 0; g < groups.Length; g++)
        {
            var (first, behind) = (LeavesBefore(slice.FirstPath / replicates, g), LeavesBefore(end, g));
            groups[g].Read(reader, first, behind, LevelNode.Read);
        }

        Array.ForEach(samples, sample => sample.MergeFrom(reader));
        Array.ForEach(curves, curve => curve?.MergeFrom(reader));
        worlds = end;
    }

    /// <summary>Worlds of a group before a world.</summary>
    private static long LeavesBefore(long world, int group) =>
        (world - group + SeriesLevels.GroupCount - 1) / SeriesLevels.GroupCount;

    private SeriesLevels Look(int s, LevelNode[] own)
    {
        var ordered = samples.AsSpan(s * 4, 4);
        return new SeriesLevels(replicates, own)
        {
            WorldMeans = ordered[0].Look(),
            WithinP05 = ordered[1].Look(),
            WithinP50 = ordered[2].Look(),
            WithinP95 = ordered[3].Look(),
            Exceedance = curves[s]?.Look() ?? [],
        };
    }

    private void Close()
    {
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

            nodes[s] = new LevelNode
            {
                Worlds = 1,
                Mean = mean,
                Within = m2 / (replicates - 1),
            };
            samples[s * 4].Add(mean);
            values.Sort();
            for (var q = 0; q < Shares.Length; q++)
            {
                samples[(s * 4) + 1 + q].Add(Type7(values, Shares[q]));
            }

            curves[s]?.Add(values);
        }

        groups[(int)(worlds % SeriesLevels.GroupCount)].Push(ref nodes, 0);
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
