using OilRevenueSim.Analysis.Headlines;
using OilRevenueSim.Analysis.Words;
using OilRevenueSim.Core.Model;

namespace OilRevenueSim.Analysis.Charts;

/// <summary>Addresses of a scenario as readers say them: <c>benchmarks.brent.spot</c> → <c>Brent, spot price</c>.</summary>
public static class AddressWords
{
    /// <summary>An address in words; names that the scenario labels have their labels.</summary>
    /// <param name="scenario">Scenario.</param>
    /// <param name="address">Address, e.g. <c>areas.oil-crescent.changes.guards>islamic-state.chance</c>.</param>
    /// <param name="language">Language of the keys; null is English. Names stay as they are.</param>
    public static string Of(Scenario scenario, string address, Language? language = null)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(address);
        var words = language ?? Language.English;
        var parts = address.Split('.');
        // The first part says of what kind the second is, and a reader sees that; but phases have no name of their own.
        var isNamed = parts.Length > 1 && parts[1] != "changes";
        var head = isNamed ? Named(scenario, words, parts[1]) : Key(words, parts[0]);
        var rest = parts
            .Skip(isNamed ? 2 : 1)
            .Where(p => p is not ("changes" or "effects"))
            .Select(p => p.Contains('>', StringComparison.Ordinal) ? Named(scenario, words, p) : Key(words, p));
        return string.Join(words.Word(", "), rest.Prepend(head));
    }

    // From one to another, or one name.
    private static string Named(Scenario scenario, Language words, string part)
    {
        var names = part.Split('>', 2);
        return names.Length == 1
            ? Name(scenario, part)
            : words.Say($"{Name(scenario, names[0])} to {Name(scenario, names[1])}");
    }

    private static string Name(Scenario scenario, string name)
    {
        var label =
            scenario.Actors.FirstOrDefault(a => a.Name == name)?.Label
            ?? scenario.Interventions.FirstOrDefault(i => i.Name == name)?.Label;
        return string.IsNullOrEmpty(label) ? Readable.Name(name) : label;
    }

    private static string Key(Language words, string key) =>
        words.Word(key == "spot" ? "spot price" : key.Replace('-', ' ').Replace('_', ' '));
}
