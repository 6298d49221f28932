namespace OilRevenueSim.Core.Simulation;

/// <summary>Merges arrays of moments in a fixed binary tree over their order, holding one array a level.</summary>
/// <remarks>
/// Like a binary counter: two subtrees of one size merge as soon as both are complete. What is left at the end folds
/// from right to left. The same tree comes out whether leaves are granules or chunks of a power of two of granules. A stack that starts
/// further on merges only what the whole tree merges, so the subtrees of consecutive ranges, pushed in order, give the tree of all.
/// </remarks>
internal sealed class MomentStack(int cells)
{
    private readonly List<MomentNode[]> nodes = [];
    private readonly List<int> levels = [];
    private readonly List<long> starts = [];
    private readonly Stack<MomentNode[]> spare = [];
    private long position;

    /// <summary>Complete subtrees: their first leaf, the power of two of leaves, and their moments.</summary>
    public IEnumerable<(long Start, int Level, MomentNode[] Cells)> Subtrees =>
        Enumerable.Range(0, nodes.Count).Select(i => (starts[i], levels[i], nodes[i]));

    /// <summary>Says which leaf of the whole comes next.</summary>
    public void StartAt(long leaf) => position = leaf;

    /// <summary>Pushes a complete subtree of 2^<paramref name="levelsUp"/> leaves; takes the array and gives another in its place.</summary>
    public void Push(ref MomentNode[] subtree, int levelsUp)
    {
        var node = subtree;
        var (start, level) = (position, levelsUp);
        position += 1L << levelsUp;
        while (levels.Count > 0 && levels[^1] == level && ((starts[^1] >> level) & 1) == 0)
        {
            var left = nodes[^1];
            nodes.RemoveAt(nodes.Count - 1);
            start = starts[^1];
            levels.RemoveAt(levels.Count - 1);
            starts.RemoveAt(starts.Count - 1);
            Append(left, node);
            spare.Push(node);
            node = left;
            level++;
        }

        nodes.Add(node);
        levels.Add(level);
        starts.Add(start);
        subtree = spare.TryPop(out var free) ? free : new MomentNode[cells];
    }

    /// <summary>Folds what is there from right to left into <paramref name="into"/> and empties the stack.</summary>
    public void Fold(MomentNode[] into)
    {
        Peek(into);
        foreach (var node in nodes)
        {
            spare.Push(node);
        }

        nodes.Clear();
        levels.Clear();
        starts.Clear();
        position = 0;
    }

    /// <summary>Folds what is there from right to left into <paramref name="into"/> and keeps the stack.</summary>
    public void Peek(MomentNode[] into)
    {
        Array.Clear(into);
        for (var i = nodes.Count - 1; i >= 0; i--)
        {
            for (var c = 0; c < cells; c++)
            {
                var left = nodes[i][c];
                left.Append(into[c]);
                into[c] = left;
            }
        }
    }

    private static void Append(MomentNode[] left, MomentNode[] right)
    {
        for (var c = 0; c < left.Length; c++)
        {
            left[c].Append(right[c]);
        }
    }
}
