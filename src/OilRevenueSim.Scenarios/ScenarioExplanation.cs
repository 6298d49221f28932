using System.Text;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Scenarios.Explaining;

namespace OilRevenueSim.Scenarios;

/// <summary>Reads a scenario back in prose, so that its author sees what the program understood.</summary>
public static class ScenarioExplanation
{
    /// <summary>The scenario in words: who holds what, how that may change with which chance, routes, gates, ranges and sources.</summary>
    /// <remarks>Chances in one year are 1 − e^(−rate) with every hazard ratio 1; ranges are central 90 % ranges.</remarks>
    public static string Describe(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var world = new WorldProse(scenario);
        var trade = new TradeProse(scenario, world);
        var conflict = new ConflictProse(scenario, world, world.Drivers);
        var interventions = new InterventionProse(scenario, world, world.Drivers, conflict);
        var origin = new OriginProse(scenario);
        var text = new StringBuilder();
        foreach (var line in world.Heading())
        {
            text.Append(line).Append('\n');
        }

        Section(text, "Prices", world.Prices());
        Section(text, "Actors", world.Actors());
        Section(text, "Politics", world.Phases());
        Section(text, "Who holds what", world.Areas());
        Section(text, "Fields", world.Fields());
        Section(text, "Pipelines, ports and other nodes", world.Nodes());
        Section(text, "Markets", trade.Markets());
        Section(text, "Routes, in order of priority", trade.Routes());
        Section(
            text,
            "Passage",
            scenario.Passage.IsEmpty
                ? ["At the gates of another, oil passes if the two are aligned, else it is stopped."]
                : trade.Passage()
        );
        Section(text, "Theft", conflict.Taps());
        Section(text, "Payments", conflict.Transfers());
        Section(text, "Blockades", conflict.Blockades());
        Section(text, "Attacks", conflict.Attacks());
        Section(text, "Interventions", interventions.Interventions());
        Section(text, "Courses", interventions.Courses());
        Section(text, "Uncertain numbers", origin.Uncertain());
        Section(text, "Where the numbers come from", origin.Sources());
        return text.ToString();
    }

    private static void Section(StringBuilder text, string title, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        if (all.Count == 0)
        {
            return;
        }

        text.Append('\n').Append(title).Append('\n').Append('-', title.Length).Append('\n');
        foreach (var line in all)
        {
            text.Append(line).Append('\n');
        }
    }
}
