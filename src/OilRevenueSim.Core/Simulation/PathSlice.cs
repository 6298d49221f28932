namespace OilRevenueSim.Core.Simulation;

/// <summary>One of several slices of the paths of a run: consecutive whole units, but for the last of the run.</summary>
/// <remarks>
/// A unit is a granule of 256 paths or, where paths share worlds or are sampled evenly, as many as <see cref="RunOptions.SlicePaths"/>
/// says. Slice k of n has the units ⌊(k − 1)U/n⌋ up to, not with, ⌊kU/n⌋ of all U: the sizes differ by one unit at most, and nothing but
/// the numbers decides.
/// </remarks>
public sealed record PathSlice
{
    private PathSlice(int index, int count, long paths, long unitPaths)
    {
        (Index, Count, Paths) = (index, count, paths);
        var units = UnitsOf(paths, unitPaths);
        FirstGranule = units * (index - 1) / count * (unitPaths / GranulePaths);
        EndGranule = Math.Min(GranulesOf(paths), units * index / count * (unitPaths / GranulePaths));
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
    public static long GranulesOf(long paths) => UnitsOf(paths, GranulePaths);

    /// <summary>Units that a number of paths fills, the last one perhaps in part: as many slices there can be.</summary>
    /// <param name="paths">Number of paths.</param>
    /// <param name="unitPaths">Paths of a unit.</param>
    public static long UnitsOf(long paths, long unitPaths) => (paths + unitPaths - 1) / unitPaths;

    /// <summary>A slice.</summary>
    /// <param name="index">Which, 1 to <paramref name="count"/>.</param>
    /// <param name="count">How many there are, at most one a unit.</param>
    /// <param name="paths">Paths of the whole run, 1 to 2^32.</param>
    /// <param name="unitPaths">Paths of a unit: <see cref="RunOptions.SlicePaths"/>. Default one granule.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static PathSlice Of(int index, int count, long paths, long unitPaths = GranulePaths)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(paths, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(paths, 1L << 32);
        ArgumentOutOfRangeException.ThrowIfLessThan(unitPaths, GranulePaths);
        ArgumentOutOfRangeException.ThrowIfNotEqual(unitPaths % GranulePaths, 0);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, UnitsOf(paths, unitPaths));
        ArgumentOutOfRangeException.ThrowIfLessThan(index, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(index, count);
        return new PathSlice(index, count, paths, unitPaths);
    }
}
