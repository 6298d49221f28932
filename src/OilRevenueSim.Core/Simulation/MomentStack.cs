namespace OilRevenueSim.Core.Simulation;

/// <summary>Merges arrays of moments in a fixed binary tree over their order, holding one array a level.</summary>
/// <remarks>
/// Like a binary counter: two subtrees of one size merge as soon as both are complete. What is left at the end folds
/// from right to left. The same tree comes out whether leaves are granules or chunks of a power of two of granules.
/// </remarks>
internal sealed class MomentStack(int cells)
{
    private readonly List<MomentNode[]> nodes = [];
    private readonly List<int> levels = [];
    private readonly Stack<MomentNode[]> spare = [];

    /// <summary>Pushes a complete subtree of 2^<paramref name="levelsUp"/> leaves; takes the array and gives another in its place.</summary>
    public void Push(ref MomentNode[] subtree, int levelsUp)
    {
        var node = subtree;
        var level = levelsUp;
        while (levels.Count > 0 && levels[^1] == level)
        {
            var left = nodes[^1];
            nodes.RemoveAt(nodes.Count - 1);
            levels.RemoveAt(levels.Count - 1);
            Append(left, node);
            spare.Push(node);
            node = left;
            level++;
        }

        nodes.Add(node);
        levels.Add(level);
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
