using System.Numerics;

namespace OilRevenueSim.Core.Simulation;

/// <summary>Joins what a range of leaves says with what the range that follows says; the result stands in the left array.</summary>
/// <param name="left">Elements of the left range; receives those of both.</param>
/// <param name="right">Elements of the range that follows.</param>
/// <param name="start">First leaf of the left range.</param>
/// <param name="middle">First leaf of the right range.</param>
/// <param name="end">Leaf behind the right range.</param>
internal delegate void TreeJoin<in T>(T[] left, T[] right, long start, long middle, long end);

/// <summary>Merges arrays in a fixed binary tree over their order, holding one array a level.</summary>
/// <remarks>
/// Like a binary counter: two subtrees of one size merge as soon as both are complete. What is left at the end folds
/// from right to left. The same tree comes out whether leaves are granules or chunks of a power of two of granules. A stack that starts
/// further on merges only what the whole tree merges, so the subtrees of consecutive ranges, pushed in order, give the tree of all.
/// </remarks>
/// <param name="cells">Elements of an array.</param>
/// <param name="join">How two ranges are joined.</param>
internal sealed class TreeStack<T>(int cells, TreeJoin<T> join)
    where T : struct
{
    private readonly List<T[]> nodes = [];
    private readonly List<int> levels = [];
    private readonly List<long> starts = [];
    private readonly Stack<T[]> spare = [];
    private long position;

    /// <summary>Says which leaf of the whole comes next.</summary>
    public void StartAt(long leaf) => position = leaf;

    /// <summary>Pushes a complete subtree of 2^<paramref name="levelsUp"/> leaves; takes the array and gives another in its place.</summary>
    public void Push(ref T[] subtree, int levelsUp)
    {
        var node = subtree;
        var (start, level) = (position, levelsUp);
        position += 1L << levelsUp;
        while (levels.Count > 0 && levels[^1] == level && ((starts[^1] >> level) & 1) == 0)
        {
            var left = nodes[^1];
            nodes.RemoveAt(nodes.Count - 1);
            join(left, node, starts[^1], start, position);
            start = starts[^1];
            levels.RemoveAt(levels.Count - 1);
            starts.RemoveAt(starts.Count - 1);
            spare.Push(node);
            node = left;
            level++;
        }

        nodes.Add(node);
        levels.Add(level);
        starts.Add(start);
        subtree = Free();
    }

    /// <summary>Folds what is there from right to left into <paramref name="into"/> and empties the stack.</summary>
    public void Fold(T[] into)
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
    public void Peek(T[] into)
    {
        if (nodes.Count == 0)
        {
            Array.Clear(into);
            return;
        }

        nodes[^1].CopyTo(into, 0);
        for (var i = nodes.Count - 2; i >= 0; i--)
        {
            var left = Free();
            nodes[i].CopyTo(left, 0);
            join(left, into, starts[i], starts[i + 1], position);
            left.CopyTo(into, 0);
            spare.Push(left);
        }
    }

    /// <summary>What all ranges say together, in an array of its own.</summary>
    public T[] Whole()
    {
        var whole = new T[cells];
        Peek(whole);
        return whole;
    }

    /// <summary>Writes the complete subtrees, or all of them folded into one that is large enough for all leaves.</summary>
    /// <param name="writer">Receives their number (int32), then of each the first leaf (int64), the level (int32) and its elements.</param>
    /// <param name="wholeLeaves">Leaves of the whole, or null for the subtrees as they are.</param>
    /// <param name="write">Writes an element.</param>
    public void Write(BinaryWriter writer, long? wholeLeaves, Action<BinaryWriter, T> write)
    {
        if (wholeLeaves is { } leaves)
        {
            writer.Write(1);
            WriteSubtree(0, BitOperations.Log2((ulong)((2 * leaves) - 1)), Whole());
            return;
        }

        writer.Write(nodes.Count);
        for (var i = 0; i < nodes.Count; i++)
        {
            WriteSubtree(starts[i], levels[i], nodes[i]);
        }

        void WriteSubtree(long start, int level, T[] elements)
        {
            writer.Write(start);
            writer.Write(level);
            Array.ForEach(elements, element => write(writer, element));
        }
    }

    /// <summary>Pushes the subtrees of the range that follows.</summary>
    /// <param name="reader">Gives what <see cref="Write"/> wrote.</param>
    /// <param name="start">First leaf of the range.</param>
    /// <param name="end">Leaf behind the range; the last subtree may be larger than its leaves.</param>
    /// <param name="read">Reads an element.</param>
    /// <exception cref="FormatException">The subtrees are not those of the range.</exception>
    public void Read(BinaryReader reader, long start, long end, Func<BinaryReader, T> read)
    {
        var next = start;
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            SliceFormat.Expect(next, reader.ReadInt64(), "leaves before a subtree");
            var level = reader.ReadInt32();
            SliceFormat.Expect(level, level & 63, "levels of a subtree");
            var elements = Free();
            for (var c = 0; c < elements.Length; c++)
            {
                elements[c] = read(reader);
            }

            Push(ref elements, level);
            spare.Push(elements);
            next += 1L << level;
        }

        SliceFormat.Expect(end, Math.Min(next, end), "leaves");
    }

    private T[] Free() => spare.TryPop(out var free) ? free : new T[cells];
}
