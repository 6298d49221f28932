namespace OilRevenueSim.Reporting.Layout;

/// <summary>Moves labels of one column apart so that none overlaps, as little as possible.</summary>
internal static class LabelStack
{
    /// <summary>
    /// Centres nearest (least squares) to the wished ones, in the same order, at least a height apart, within
    /// [<paramref name="top"/>, <paramref name="bottom"/>] where they fit at all; else evenly squeezed.
    /// </summary>
    /// <param name="wished">Wished centres, ascending (top to bottom).</param>
    /// <param name="height">Height that each label takes.</param>
    /// <param name="top">Upper end of the column.</param>
    /// <param name="bottom">Lower end of the column.</param>
    public static double[] Spread(IReadOnlyList<double> wished, double height, double top, double bottom)
    {
        var count = wished.Count;
        var step = count * height > bottom - top ? (bottom - top) / Math.Max(count, 1) : height;

        // Isotonic regression by pooling neighbours that would collide (pool adjacent violators).
        var pools = new List<(double Sum, int Count)>();
        for (var i = 0; i < count; i++)
        {
            var pool = (Sum: wished[i] - (i * step), Count: 1);
            while (pools.Count > 0 && pools[^1].Sum / pools[^1].Count >= pool.Sum / pool.Count)
            {
                pool = (pool.Sum + pools[^1].Sum, pool.Count + pools[^1].Count);
                pools.RemoveAt(pools.Count - 1);
            }

            pools.Add(pool);
        }

        var centres = new double[count];
        var index = 0;
        var (lowest, highest) = (top + (step / 2), bottom - (step / 2) - ((count - 1) * step));
        foreach (var pool in pools)
        {
            var offset = Math.Clamp(pool.Sum / pool.Count, lowest, Math.Max(lowest, highest));
            for (var i = 0; i < pool.Count; i++, index++)
            {
                centres[index] = offset + (index * step);
            }
        }

        return centres;
    }
}
