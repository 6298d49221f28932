using OilRevenueSim.Analysis.Headlines;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Analysis.Replays;

/// <summary>Names of a story's actors and places as readers know them.</summary>
internal sealed class PathNames(PathStory story)
{
    public string Actor(string name) =>
        name == Core.Model.Actor.Nobody
            ? "nobody"
            : story.Plan.Scenario.Actors.FirstOrDefault(a => a.Name == name)?.Label ?? Readable.Name(name);

    public static string Place(string name) =>
        name.EndsWith(".tanks", StringComparison.Ordinal)
            ? $"the tank farm of {Readable.Name(name[..^".tanks".Length])}"
            : Readable.Name(name);

    public static string List(IReadOnlyList<string> names) =>
        names.Count switch
        {
            0 => "",
            1 => names[0],
            _ => string.Join(", ", names.Take(names.Count - 1)) + " and " + names[^1],
        };

    /// <summary>A sentence begins with a capital letter.</summary>
    public static string Sentence(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
