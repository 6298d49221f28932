namespace OilRevenueSim.Core.Simulation;

/// <summary>One of several slices of the paths of a run: consecutive whole granules of 256 paths, but for the last of the run.</summary>
/// <remarks>
/// Slice k of n has the granules ⌊(k − 1)G/n⌋ up to, not with, ⌊kG/n⌋ of all G: the sizes differ by one granule at most, and nothing but the
/// three numbers decides.
/// </remarks>
public sealed record PathSlice
{
    private PathSlice(int index, int count, long paths)
    {
        (Index, Count, Paths) = (index, count, paths);
        var granules = GranulesOf(paths);
        FirstGranule = granules * (index - 1) / count;
        EndGranule = granules * index / count;
    }

    /// <summary>Paths of a granule.</summary>
    public const int GranulePaths = MomentKernel.Granule;

    /// <summary>Which slice, from 1.</summary>
    public int Index { get; }

    /// <summary>How many slices the run has.</summary>
    public int Count { get; }

    /// <summary>Paths of the whole run.</summary>
    public long Paths { get; }

    /// <summary>First granule, from 0.</summary>
    public long FirstGranule { get; }

    /// <summary>Granule behind the last.</summary>
    public long EndGranule { get; }

    /// <summary>First path, from 0.</summary>
    public long FirstPath => FirstGranule * GranulePaths;

    /// <summary>Paths of the slice.</summary>
    public long OwnPaths => Math.Min(Paths, EndGranule * GranulePaths) - FirstPath;

    /// <summary>Granules that a number of paths fills, the last one perhaps in part.</summary>
    /// <param name="paths">Number of paths.</param>
    public static long GranulesOf(long paths) => (paths + GranulePaths - 1) / GranulePaths;

    /// <summary>A slice.</summary>
    /// <param name="index">Which, 1 to <paramref name="count"/>.</param>
    /// <param name="count">How many there are, at most one a granule.</param>
    /// <param name="paths">Paths of the whole run, 1 to 2^32.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static PathSlice Of(int index, int count, long paths)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(paths, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(paths, 1L << 32);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, GranulesOf(paths));
        ArgumentOutOfRangeException.ThrowIfLessThan(index, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(index, count);
        return new PathSlice(index, count, paths);
    }
}
