using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Cli.Runs;

/// <summary>What <c>--shard K/N</c> asks for.</summary>
/// <param name="Index">K, from 1.</param>
/// <param name="Count">N.</param>
internal sealed record ShardChoice(int Index, int Count)
{
    /// <summary>The slice of a run.</summary>
    /// <param name="paths">Paths of the whole run.</param>
    /// <param name="options">Options of the run.</param>
    /// <exception cref="InputException">The run has fewer units of paths than shards.</exception>
    public PathSlice Of(long paths, RunOptions options)
    {
        var most = PathSlice.UnitsOf(paths, options.SlicePaths);
        if (Count <= most)
        {
            return PathSlice.Of(Index, Count, paths, options.SlicePaths);
        }

        var worlds =
            options.Replicates > 1 ? $" (whole worlds of {options.Replicates:N0} and whole blocks of 1,024)" : "";
        throw new InputException(
            $"--shard {Index}/{Count}: {paths:N0} paths are {most:N0} {(most == 1 ? "unit" : "units")} of {options.SlicePaths:N0}{worlds}, "
                + $"and every shard needs one\n  hint: use at most {most:N0} shards, or more --paths"
                + (worlds.Length > 0 ? "; replicates that are a power of two make the smallest units" : "")
        );
    }
}
