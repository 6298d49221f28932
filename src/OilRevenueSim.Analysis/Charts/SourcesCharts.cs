using OilRevenueSim.Analysis.Words;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Analysis.Charts;

/// <summary>
/// Mean monthly revenue of an actor by source: its sales by field, what it taps by node, and its levies on others' oil.
/// </summary>
public static class SourcesCharts
{
    /// <summary>Makes the chart.</summary>
    /// <param name="result">Result.</param>
    /// <param name="actor">Actor.</param>
    /// <param name="language">Language of the chart; English unless told.</param>
    public static SourcesChart Of(EnsembleResult result, string actor, Language? language = null) =>
        StackCharts.Of(result, StackBy.Source, actor, language);
}
