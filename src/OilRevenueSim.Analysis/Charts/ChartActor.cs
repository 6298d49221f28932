using System.Collections.Immutable;
using OilRevenueSim.Analysis.Headlines;
using OilRevenueSim.Analysis.Words;
using OilRevenueSim.Core.Model;

namespace OilRevenueSim.Analysis.Charts;

/// <summary>An actor in a chart.</summary>
/// <param name="Label">Actor as readers know it.</param>
/// <param name="Colour">
/// Number of its colour, from 0; the same in every chart of a scenario, whatever the course and the path. −1 for nobody.
/// </param>
public sealed record ChartActor(string Label, int Colour)
{
    /// <summary>An actor of a scenario.</summary>
    /// <remarks>
    /// Colours are dealt in a fixed order: focus, then whoever holds an area or may take one, then the others as in the scenario; so
    /// that the actors of a map have the colours that are easiest to tell apart.
    /// </remarks>
    internal static ChartActor Of(Scenario scenario, string actor, Language? language = null) =>
        new(
            NameOf(scenario, actor, language ?? Language.English),
            actor == Actor.Nobody ? -1 : Order(scenario).IndexOf(actor)
        );

    /// <summary>An actor as readers know it.</summary>
    internal static string NameOf(Scenario scenario, string actor, Language words) =>
        scenario.Actors.FirstOrDefault(a => a.Name == actor)?.Label
        ?? (actor == Actor.Nobody ? words.Word("Nobody") : Readable.Name(actor));

    /// <summary>Actors in the order of their colours, nobody last.</summary>
    internal static ImmutableArray<string> Order(Scenario scenario)
    {
        var holders = scenario.Areas.SelectMany(a => a.Changes.Select(c => c.To).Append(a.Holder)).ToHashSet();
        return
        [
            .. scenario
                .Focus.Concat(scenario.Actors.Select(a => a.Name).Where(holders.Contains))
                .Concat(scenario.Actors.Select(a => a.Name))
                .Where(a => a != Actor.Nobody)
                .Distinct(StringComparer.Ordinal),
            Actor.Nobody,
        ];
    }
}
