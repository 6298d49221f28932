using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Cli.Runs;

/// <summary>What <c>--shard K/N</c> asks for.</summary>
/// <param name="Index">K, from 1.</param>
/// <param name="Count">N.</param>
internal sealed record ShardChoice(int Index, int Count)
{
    /// <summary>The slice of a run.</summary>
    /// <param name="paths">Paths of the whole run.</param>
    /// <exception cref="InputException">The run has fewer granules than shards.</exception>
    public PathSlice Of(long paths)
    {
        var granules = PathSlice.GranulesOf(paths);
        return Count <= granules
            ? PathSlice.Of(Index, Count, paths)
            : throw new InputException(
                $"--shard {Index}/{Count}: {paths:N0} paths are {granules:N0} granules of {PathSlice.GranulePaths}, "
                    + $"and every shard needs one\n  hint: use at most {granules:N0} shards, or more --paths"
            );
    }
}
