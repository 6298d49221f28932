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
            .GroupBy(ScenarioTree.HistoryFileOf, StringComparer.Ordinal)
            .ToImmutableSortedDictionary(b => b.Key, b => HistoryText.Of(b.First().History), StringComparer.Ordinal);
        return new WrittenScenario(YamlText.Of(ScenarioTree.Of(scenario).Top), histories);
    }
}

/// <summary>A scenario as text, with the files that it names.</summary>
/// <param name="Yaml">Text of the scenario's file.</param>
/// <param name="Files">Texts of the files beside it, by the name that the scenario gives them; empty for most.</param>
public sealed record WrittenScenario(string Yaml, ImmutableSortedDictionary<string, string> Files);
