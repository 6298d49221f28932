using System.Collections.Immutable;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Prices;
using OilRevenueSim.Scenarios.Writing;

namespace OilRevenueSim.Scenarios;

/// <summary>Writes a scenario as the text of a file that means the same: read back, it has the same content hash.</summary>
/// <remarks>
/// Included files are joined, and what is left to its default is left out. A number keeps its text, source, grade, date and note;
/// where code changed its law, the law is written.
/// </remarks>
public static class ScenarioWriter
{
    /// <summary>The text of a scenario.</summary>
    /// <param name="scenario">Scenario, checked or not.</param>
    /// <exception cref="ArgumentException">A law was made in code that no text of the format says.</exception>
    public static WrittenScenario Write(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var histories = scenario
            .Benchmarks.OfType<BootstrapBenchmark>()
            .Select(b => (Name: ScenarioTree.HistoryFileOf(b), Text: HistoryText.Of(b.History)));
        var draws = scenario.Draws.Select(d => (Name: ScenarioTree.DrawsFileOf(d), Text: DrawsText.Of(d)));
        var files = histories
            .Concat(draws)
            .DistinctBy(f => f.Name, StringComparer.Ordinal)
            .ToImmutableSortedDictionary(f => f.Name, f => f.Text, StringComparer.Ordinal);
        return new WrittenScenario(YamlText.Of(ScenarioTree.Of(scenario).Top), files);
    }
}

/// <summary>A scenario as text, with the files that it names.</summary>
/// <param name="Yaml">Text of the scenario's file.</param>
/// <param name="Files">Texts of the files beside it, by the name that the scenario gives them; empty for most.</param>
public sealed record WrittenScenario(string Yaml, ImmutableSortedDictionary<string, string> Files);
