using OilRevenueSim.Analysis.Results;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim;

/// <summary>
/// What the paths of a large run say, <c>statistics.bin</c> in its result: where values are counted and no longer kept, the counts take
/// little room and spare simulating again.
/// </summary>
public static class SavedStatistics
{
    /// <summary>Name of the file.</summary>
    public const string Name = "statistics.bin";

    /// <summary>Writes the counts of a course into its result, where values are counted.</summary>
    /// <param name="folder">Result.</param>
    /// <param name="ensemble">Run.</param>
    /// <param name="course">Index of the course.</param>
    /// <exception cref="ResultFolderException">They could not be written.</exception>
    public static void Write(ResultFolder folder, PairedEnsemble ensemble, int course)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(ensemble);
        if (ensemble.IsCounted(course))
        {
            folder.Write(Name, stream => ensemble.Write(course, stream));
        }
    }

    /// <summary>Writes the counts of a run that was joined from slices, where values are counted.</summary>
    /// <param name="folder">Result.</param>
    /// <param name="join">Joined run.</param>
    /// <exception cref="ResultFolderException">They could not be written.</exception>
    public static void Write(ResultFolder folder, SliceJoin join)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(join);
        if (join.IsCounted)
        {
            folder.Write(Name, join.Write);
        }
    }

    /// <summary>Reads them.</summary>
    /// <param name="path">File.</param>
    /// <param name="plan">Plan that was run.</param>
    /// <param name="options">Options of the run.</param>
    /// <param name="paths">Paths of the run.</param>
    /// <exception cref="FormatException">The bytes are not of this run.</exception>
    internal static EnsembleResult Read(string path, SimulationPlan plan, RunOptions options, long paths)
    {
        using var join = new SliceJoin([plan], options, paths, 1);
        using var stream = File.OpenRead(path);
        join.Add(stream);
        return join.Look().Courses[0];
    }
}
