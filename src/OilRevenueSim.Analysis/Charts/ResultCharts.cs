using System.Collections.Immutable;
using OilRevenueSim.Analysis.Manifests;
using OilRevenueSim.Analysis.Words;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Analysis.Charts;

/// <summary>All charts of a result, each with the name of its file.</summary>
/// <param name="Fans">Monthly gross revenue, one chart a focus actor: <c>fan-ACTOR</c>.</param>
/// <param name="Exceedances">Total gross revenue, one chart a focus actor: <c>exceedance-ACTOR</c>.</param>
/// <param name="Sources">Mean revenue by source, one chart a focus actor: <c>sources-ACTOR</c>.</param>
/// <param name="Holders">Who holds each area: <c>holders</c>; null where no holding is recorded.</param>
/// <param name="Money">Who got what and what was lost: <c>money</c>; null where there is no money at all.</param>
public sealed record ResultCharts(
    ImmutableArray<NamedChart<FanChart>> Fans,
    ImmutableArray<NamedChart<ExceedanceChart>> Exceedances,
    ImmutableArray<NamedChart<SourcesChart>> Sources,
    NamedChart<HolderChart>? Holders,
    NamedChart<TableChart>? Money
)
{
    /// <summary>What is not known and what is chance, of a run with replicates, one chart a focus actor: <c>levels-ACTOR</c>.</summary>
    public ImmutableArray<NamedChart<LevelsChart>> Levels { get; init; } = [];

    /// <summary>Makes the charts of the focus actors; without <c>focus:</c>, of every actor whose gross revenue is recorded.</summary>
    /// <param name="result">Result.</param>
    /// <param name="language">Language of the charts; English unless told.</param>
    public static ResultCharts From(EnsembleResult result, Language? language = null)
    {
        var actors = ResultManifest
            .From(result)
            .Focus.Select(a => a.Name)
            .Where(a => result.Series.Contains(ChartSeries.Gross(a)))
            .ToList();
        return new ResultCharts(
            [.. actors.Select(a => new NamedChart<FanChart>($"fan-{a}", FanCharts.Of(result, a, language)))],
            [
                .. actors.Select(a => new NamedChart<ExceedanceChart>(
                    $"exceedance-{a}",
                    ExceedanceCharts.Of(result, a, language)
                )),
            ],
            [
                .. actors.Select(a => new NamedChart<SourcesChart>(
                    $"sources-{a}",
                    SourcesCharts.Of(result, a, language)
                )),
            ],
            HolderCharts.Of(result, language) is { } holders ? new NamedChart<HolderChart>("holders", holders) : null,
            MoneyCharts.Of(result, language) is { } money ? new NamedChart<TableChart>("money", money) : null
        )
        {
            Levels =
            [
                .. actors
                    .Select(a => (Name: $"levels-{a}", Chart: LevelsChart.Of(result, a, language)))
                    .Where(x => x.Chart is not null)
                    .Select(x => new NamedChart<LevelsChart>(x.Name, x.Chart!)),
            ],
        };
    }
}

/// <summary>A chart and the name of its file.</summary>
/// <param name="Name">File name without extension, e.g. <c>fan-islamic-state</c>.</param>
/// <param name="Chart">Chart.</param>
public sealed record NamedChart<TChart>(string Name, TChart Chart);
