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
    private readonly int cells;
    private readonly int units;
    private readonly PartSum[] heads; // [unit · cells + cell]
    private readonly PartNode[] nodes; // likewise
    private readonly PartSum[] tails; // likewise
    private readonly PartSum[] groups; // [(unit · cells + cell) · groups + group]
    private readonly double[] totals; // [series][path of the chunk]

    /// <summary>Makes room.</summary>
    /// <param name="scheme">How paths fall into parts.</param>
    /// <param name="cells">Cells.</param>
    /// <param name="units">Units of a chunk.</param>
    /// <param name="series">Series whose totals are kept path by path, to tell the levels apart; 0 for none.</param>
    public PartChunk(PartScheme scheme, int cells, int units, int series)
    {
        (this.scheme, this.cells, this.units) = (scheme, cells, units);
        totals = new double[series * units * PartScheme.UnitPaths];
        var places = scheme.Groups > 0 ? 0 : units * cells;
        heads = new PartSum[places];
        nodes = new PartNode[places];
        tails = new PartSum[places];
        groups = new PartSum[units * cells * scheme.Groups];
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        Array.Clear(heads);
        Array.Clear(nodes);
        Array.Clear(tails);
        Array.Clear(groups);
    }

    /// <summary>Adds consecutive paths of one unit; paths of a unit come in order.</summary>
    /// <param name="cell">Cell.</param>
    /// <param name="path">First path.</param>
    /// <param name="values">Values.</param>
    public void Add(int cell, long path, ReadOnlySpan<double> values)
    {
        var unit = path / PartScheme.UnitPaths;
        var place = ((int)(unit % units) * cells) + cell;
        for (var i = 0; i < values.Length; )
        {
            var world = (path + i) / scheme.Replicates;
            var left = (int)Math.Min(values.Length - i, ((world + 1) * scheme.Replicates) - (path + i));
            var part = values.Slice(i, left);
            i += left;
            if (scheme.Groups > 0)
            {
                groups[(place * scheme.Groups) + (int)(world % scheme.Groups)].Add(part);
                continue;
            }

            ref var tail = ref tails[place];
            tail.Add(part);
            if ((path + i) % scheme.Replicates == 0)
            {
                if (world * scheme.Replicates < unit * PartScheme.UnitPaths)
                {
                    heads[place] = tail;
                }
                else
                {
                    nodes[place].Add(tail, scheme.Replicates);
                }

                tail = default;
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
            var start = firstPath + (unit * PartScheme.UnitPaths);
            var end = Math.Min(paths, start + PartScheme.UnitPaths);
            for (var cell = 0; cell < cells; cell++)
            {
                var place = (unit * cells) + cell;
                if (scheme.Groups > 0)
                {
                    into.AddGroups(cell, groups.AsSpan(place * scheme.Groups, scheme.Groups));
                }
                else
                {
                    into.AddUnit(cell, start, end, heads[place], nodes[place], tails[place]);
                }
            }
        }
    }
}

/// <summary>The parts of all paths of a run so far.</summary>
internal sealed class PartTotals(PartScheme scheme, int cells)
{
    private readonly PartNode[] nodes = new PartNode[cells];
    private readonly PartSum[] pending = new PartSum[cells];
    private readonly PartSum[] groups = new PartSum[cells * scheme.Groups];

    /// <summary>Adds a unit where worlds are parts.</summary>
    public void AddUnit(int cell, long start, long end, in PartSum head, in PartNode node, in PartSum tail)
    {
        if (start % scheme.Replicates != 0)
        {
            var endOfWorld = ((start / scheme.Replicates) + 1) * scheme.Replicates;
            pending[cell].Append(endOfWorld <= end ? head : tail);
            if (endOfWorld > end)
            {
                return;
            }

            nodes[cell].Add(pending[cell], scheme.Replicates);
        }

        nodes[cell].Append(node);
        pending[cell] = tail;
    }

    /// <summary>Adds a unit where randomisations are parts.</summary>
    public void AddGroups(int cell, ReadOnlySpan<PartSum> sums)
    {
        for (var g = 0; g < sums.Length; g++)
        {
            groups[(cell * sums.Length) + g].Append(sums[g]);
        }
    }

    /// <summary>Means and spread over the complete parts of a cell.</summary>
    public PartNode Node(int cell, long paths)
    {
        var node = nodes[cell];
        for (var g = 0; g < scheme.Groups; g++)
        {
            node.Add(groups[(cell * scheme.Groups) + g], paths / (double)scheme.Groups);
        }

        return node;
    }
}
