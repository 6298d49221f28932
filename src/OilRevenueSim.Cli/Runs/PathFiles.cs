using System.Collections.Immutable;
using OilRevenueSim.Analysis.Exports;
using OilRevenueSim.Analysis.Manifests;
using OilRevenueSim.Analysis.Results;
using OilRevenueSim.Cli.Terminals;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Cli.Runs;

/// <summary>The files of path values of one run, one a course, written while it simulates.</summary>
internal sealed class PathFiles : IDisposable
{
    private readonly PathTable[] files;
    private readonly ResultManifest?[] manifests;
    private readonly int replicates;

    /// <param name="plans">Plans of the courses.</param>
    /// <param name="folders">Their results.</param>
    /// <param name="choice">What to keep, in words; empty for the totals.</param>
    /// <param name="replicates">Paths a world.</param>
    /// <exception cref="InputException">The words mean nothing that is recorded.</exception>
    public PathFiles(SimulationPlan[] plans, ResultFolder[] folders, string choice, int replicates)
    {
        this.replicates = replicates;
        manifests = new ResultManifest?[plans.Length];
        try
        {
            var columns = plans
                .Select(plan => choice.Length == 0 ? PathColumns.Totals(plan) : PathColumns.Choose(plan, choice))
                .ToList();
            files = [.. folders.Select((folder, k) => Begin(folder, columns[k], k))];
        }
        catch (PathChoiceException e)
        {
            throw new InputException(
                $"--keep-paths: {e.Message}\n  hint: e.g. --keep-paths 'gross_revenue_usd, price_usd_per_bbl by month'"
            );
        }
    }

    /// <summary>What takes the values, one a course.</summary>
    public ImmutableArray<IPathSink?> Sinks => [.. files];

    /// <summary>Ends the files.</summary>
    public void Complete(IReadOnlyList<EnsembleResult> results)
    {
        for (var k = 0; k < files.Length; k++)
        {
            manifests[k] = ResultManifest.From(results[k]);
            files[k].Complete();
        }
    }

    /// <inheritdoc />
    public void Dispose() => Array.ForEach(files, file => file.Dispose());

    private PathTable Begin(ResultFolder folder, ImmutableArray<PathColumn> columns, int k) =>
        new(folder.PathOf(ResultExport.PathsFile), TableFormat.Parquet, columns, () => manifests[k]!, replicates);
}
