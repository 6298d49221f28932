using OilRevenueSim.Analysis.Headlines;
using OilRevenueSim.Analysis.Words;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Analysis.Replays;

/// <summary>Names of a story's actors and places as readers know them.</summary>
internal sealed class PathNames(PathStory story, Language words)
{
    public string Actor(string name) =>
        name == Core.Model.Actor.Nobody
            ? words.Word("nobody")
            : story.Plan.Scenario.Actors.FirstOrDefault(a => a.Name == name)?.Label ?? Readable.Name(name);

    public string Actors(IEnumerable<string> names) =>
        words.List([.. names.Distinct(StringComparer.Ordinal).Select(Actor)]);

    public string Place(string name) =>
        name.EndsWith(".tanks", StringComparison.Ordinal)
            ? words.Say($"the tank farm of {Readable.Name(name[..^".tanks".Length])}")
            : Readable.Name(name);
}
