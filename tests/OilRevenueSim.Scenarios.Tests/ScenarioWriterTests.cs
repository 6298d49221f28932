using System.Collections.Immutable;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Uncertainty;
using OilRevenueSim.Scenarios.Reading;

namespace OilRevenueSim.Scenarios.Tests;

/// <summary>A scenario, its text, and the scenario that is read from it.</summary>
public sealed class ScenarioWriterTests
{
    public static TheoryData<string> Files => ShippedScenarioTests.Files;

    [Theory]
    [MemberData(nameof(Files))]
    public void A_shipped_scenario_reads_back_from_its_text_with_the_same_meaning(string file) =>
        ReadsBack(ScenarioReader.Read(Path.Combine(ShippedScenarioTests.Folder(), file)).Scenario!);

    [Fact]
    public void The_example_with_every_key_reads_back_from_its_text_with_the_same_meaning() =>
        ReadsBack(ScenarioReader.Read(ExampleFiles.PathOf("everything.yaml")).Scenario!);

    [Theory]
    [MemberData(nameof(Files))]
    public void A_scenario_as_it_was_read_is_known_again_without_reading(string file)
    {
        var scenario = ScenarioReader.Read(Path.Combine(ShippedScenarioTests.Folder(), file)).Scenario!;
        Assert.Same(scenario, ScenarioReader.ReadAgain(scenario).Scenario);
    }

    [Fact]
    public void Text_of_the_small_example_reads_as_recorded() =>
        Snapshot.Matches(
            "libya-small.written.yaml",
            ScenarioWriter.Write(ExampleFiles.Read(ExampleFiles.Small).Scenario!).Yaml
        );

    internal static void ReadsBack(Scenario scenario)
    {
        var written = ScenarioWriter.Write(scenario);
        var reading = ScenarioReader.ReadText(written.Yaml, $"{scenario.Name}.yaml", [], written.Files);
        Assert.Equal([], reading.Diagnostics.Where(d => d.Severity == Severity.Error).Select(d => d.Render()));
        var read = reading.Scenario!;
        Assert.Equal(CanonicalText.Of(scenario), CanonicalText.Of(read));
        Assert.Equal(scenario.ContentHash, read.ContentHash);
        Assert.Equal(scenario.Quantities, read.Quantities, Same);
        Assert.Equal(
            (scenario.Name, scenario.Title, scenario.Question, scenario.Warnings.Length),
            (read.Name, read.Title, read.Question, read.Warnings.Length)
        );
        Assert.Equal(scenario.Actors.Select(a => (a.Label, a.Kind)), read.Actors.Select(a => (a.Label, a.Kind)));
        Assert.Equal(scenario.Areas.Select(a => (a.Owner, a.At)), read.Areas.Select(a => (a.Owner, a.At)));
        Assert.Equal(
            scenario.Fields.Select(f => f.At).Concat(scenario.Nodes.Select(n => n.At)),
            read.Fields.Select(f => f.At).Concat(read.Nodes.Select(n => n.At))
        );
        Assert.Equal(scenario.Courses.Select(c => c.Name), read.Courses.Select(c => c.Name));
        Assert.Equal(scenario.Interventions.Select(i => i.Label), read.Interventions.Select(i => i.Label));
        Assert.Equal(scenario.Focus, read.Focus);
        Assert.Equal(Laws(scenario), Laws(read));
        // A text is a fixed point of writing and reading.
        Assert.Equal(written.Yaml, ScenarioWriter.Write(read).Yaml);
    }

    private static bool Same(Quantity one, Quantity other) =>
        (one with { Law = new UnreadLaw() }) == (other with { Law = new UnreadLaw() })
        && CanonicalText.LawText(one.Law) == CanonicalText.LawText(other.Law);

    /// <summary>Text and origin of the laws of events, which are no quantities.</summary>
    private static IEnumerable<(string, string, Provenance)> Laws(Scenario scenario) =>
        scenario
            .Attacks.SelectMany(a => new[] { a.Damage, a.Shuts })
            .Concat(scenario.Blockades.Select(b => (EventLaw?)b.Lasts))
            .Concat(scenario.Interventions.Select(i => i.Delay))
            .OfType<EventLaw>()
            .Select(law => (law.Address, law.Text, law.Provenance));
}
