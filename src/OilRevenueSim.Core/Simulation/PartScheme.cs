using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim.Core.Simulation;

/// <summary>How the paths of a run fall into parts of one size that are independent of one another.</summary>
/// <remarks>
/// Random sampling: every world of R paths is a part. A design: every randomisation is one, and worlds take turns. Where every path
/// is independent there is no scheme.
/// </remarks>
/// <param name="Replicates">Paths per world R.</param>
/// <param name="Groups">Randomisations, or 0 where every world is a part.</param>
internal sealed record PartScheme(int Replicates, int Groups)
{
    /// <summary>Paths whose parts are summed up by themselves before they join the rest, so that the result does not depend on blocks.</summary>
    public const int UnitPaths = 4 * MomentKernel.Granule;

    /// <summary>Scheme of a run, or null where every path is independent.</summary>
    public static PartScheme? Of(RunOptions options) =>
        options.Sampling != Sampling.Random ? new PartScheme(options.Replicates, WorldUniforms.Randomisations)
        : options.Replicates > 1 ? new PartScheme(options.Replicates, 0)
        : null;

    /// <summary>Parts in a number of paths.</summary>
    public long CountOf(long paths) => Groups > 0 ? Groups : paths / Replicates;
}

/// <summary>Sums of the parts in the units of one chunk.</summary>
/// <remarks>
/// A unit is 1,024 paths. Where worlds are parts, it has the end of a world that began before it (head), whole worlds (node), and the
/// beginning of one that goes on (tail).
/// </remarks>
internal sealed class PartChunk
{
    private readonly PartScheme scheme;
    private readonly int units;
    private readonly PartSpan[][] spans; // [unit][cell]
    private readonly PartSum[][] groups; // [unit][cell · groups + group]
    private readonly double[] totals; // [series][path of the chunk]

    /// <summary>Makes room.</summary>
    /// <param name="scheme">How paths fall into parts.</param>
    /// <param name="cells">Cells.</param>
    /// <param name="units">Units of a chunk.</param>
    /// <param name="series">Series whose totals are kept path by path, to tell the levels apart; 0 for none.</param>
    public PartChunk(PartScheme scheme, int cells, int units, int series)
    {
        (this.scheme, this.units) = (scheme, units);
        totals = new double[series * units * PartScheme.UnitPaths];
        var isWorlds = scheme.Groups == 0;
        spans = [.. Enumerable.Range(0, units).Select(_ => new PartSpan[isWorlds ? cells : 0])];
        groups = [.. Enumerable.Range(0, units).Select(_ => new PartSum[cells * scheme.Groups])];
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        Array.ForEach(spans, Array.Clear);
        Array.ForEach(groups, Array.Clear);
    }

    /// <summary>Adds consecutive paths of one unit; paths of a unit come in order.</summary>
    /// <param name="cell">Cell.</param>
    /// <param name="path">First path.</param>
    /// <param name="values">Values.</param>
    public void Add(int cell, long path, ReadOnlySpan<double> values)
    {
        var unit = path / PartScheme.UnitPaths;
        var place = (int)(unit % units);
        for (var i = 0; i < values.Length; )
        {
            var world = (path + i) / scheme.Replicates;
            var left = (int)Math.Min(values.Length - i, ((world + 1) * scheme.Replicates) - (path + i));
            var part = values.Slice(i, left);
            i += left;
            if (scheme.Groups > 0)
            {
                groups[place][(cell * scheme.Groups) + (int)(world % scheme.Groups)].Add(part);
                continue;
            }

            ref var span = ref spans[place][cell];
            span.Tail.Add(part);
            if ((path + i) % scheme.Replicates == 0)
            {
                if (world * scheme.Replicates < unit * PartScheme.UnitPaths)
                {
                    span.Head = span.Tail;
                }
                else
                {
                    span.Node.Add(span.Tail, scheme.Replicates);
                }

                span.Tail = default;
            }
        }
    }

    /// <summary>Keeps the totals of consecutive paths where they are wanted.</summary>
    /// <param name="series">Series.</param>
    /// <param name="path">First path.</param>
    /// <param name="values">Values.</param>
    public void KeepTotals(int series, long path, ReadOnlySpan<double> values)
    {
        if (totals.Length > 0)
        {
            var chunkPaths = units * PartScheme.UnitPaths;
            values.CopyTo(totals.AsSpan((series * chunkPaths) + (int)(path % chunkPaths)));
        }
    }

    /// <summary>Adds the units of this chunk to what came before, in order.</summary>
    /// <param name="firstPath">First path of the chunk.</param>
    /// <param name="paths">Paths of the run.</param>
    /// <param name="into">Receives them.</param>
    /// <param name="levels">Receives the totals, or null.</param>
    public void AddTo(long firstPath, long paths, PartTotals into, LevelStore? levels)
    {
        var chunkPaths = units * PartScheme.UnitPaths;
        levels?.Add(totals, chunkPaths, (int)Math.Min(chunkPaths, paths - firstPath));
        for (var unit = 0; unit < units && firstPath + (unit * PartScheme.UnitPaths) < paths; unit++)
        {
            into.Add(ref spans[unit], ref groups[unit]);
        }
    }
}

/// <summary>The parts of all paths of a run so far, unit by unit in a fixed tree, so that a run can be cut between any two units.</summary>
internal sealed class PartTotals
{
    private readonly PartScheme scheme;
    private readonly TreeStack<PartSpan> worlds;
    private readonly TreeStack<PartSum> groups;
    private PartSpan[]? allWorlds;
    private PartSum[]? allGroups;

    public PartTotals(PartScheme scheme, int cells)
    {
        this.scheme = scheme;
        worlds = new TreeStack<PartSpan>(scheme.Groups > 0 ? 0 : cells, Join);
        groups = new TreeStack<PartSum>(cells * scheme.Groups, PartSum.Join);
    }

    /// <summary>Says which path of the whole comes next: the first of a unit.</summary>
    public void StartAt(long path)
    {
        worlds.StartAt(path / PartScheme.UnitPaths);
        groups.StartAt(path / PartScheme.UnitPaths);
    }

    /// <summary>Adds the unit that follows; takes the arrays and gives others in their place.</summary>
    public void Add(ref PartSpan[] ofWorlds, ref PartSum[] ofGroups)
    {
        (allWorlds, allGroups) = (null, null);
        worlds.Push(ref ofWorlds, 0);
        groups.Push(ref ofGroups, 0);
    }

    /// <summary>Means and spread over the complete parts of a cell.</summary>
    public PartNode Node(int cell, long paths)
    {
        if (scheme.Groups == 0)
        {
            allWorlds ??= worlds.Whole();
            return allWorlds[cell].Node;
        }

        allGroups ??= groups.Whole();
        var node = default(PartNode);
        for (var g = 0; g < scheme.Groups; g++)
        {
            node.Add(allGroups[(cell * scheme.Groups) + g], paths / (double)scheme.Groups);
        }

        return node;
    }

    /// <summary>Writes the subtrees, or their whole.</summary>
    /// <param name="writer">Receives them.</param>
    /// <param name="wholePaths">Paths of the run to write as one, or null for a slice.</param>
    public void Write(BinaryWriter writer, long? wholePaths)
    {
        worlds.Write(writer, UnitsOf(wholePaths), PartSpan.Write);
        groups.Write(writer, UnitsOf(wholePaths), PartSum.Write);
    }

    /// <summary>Adds the slice that follows.</summary>
    /// <exception cref="FormatException">It is not that slice.</exception>
    public void Read(BinaryReader reader, PathSlice slice)
    {
        (allWorlds, allGroups) = (null, null);
        var (first, end) = (slice.FirstPath / PartScheme.UnitPaths, UnitsOf(slice.FirstPath + slice.OwnPaths)!.Value);
        worlds.Read(reader, first, end, PartSpan.Read);
        groups.Read(reader, first, end, PartSum.Read);
    }

    private static long? UnitsOf(long? paths) => (paths + PartScheme.UnitPaths - 1) / PartScheme.UnitPaths;

    private void Join(PartSpan[] left, PartSpan[] right, long start, long middle, long end)
    {
        var meeting = middle * PartScheme.UnitPaths;
        var first = meeting / scheme.Replicates * scheme.Replicates;
        var world = (first, first < meeting ? first + scheme.Replicates : first);
        for (var c = 0; c < left.Length; c++)
        {
            left[c].Append(right[c], world, start * PartScheme.UnitPaths, end * PartScheme.UnitPaths);
        }
    }
}
