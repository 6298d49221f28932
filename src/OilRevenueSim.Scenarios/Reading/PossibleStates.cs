using OilRevenueSim.Core.Control;
using OilRevenueSim.Core.Interventions;
using OilRevenueSim.Core.Model;

namespace OilRevenueSim.Scenarios.Reading;

/// <summary>Who can ever hold an area and which phases can ever rule: by changes, by what falls with them, by interventions.</summary>
internal sealed class PossibleStates
{
    private readonly Dictionary<string, HashSet<string>> holders;
    private readonly Dictionary<string, HashSet<string>> phases;
    private readonly Dictionary<string, string> areaOfPlace;

    private PossibleStates(Scenario scenario)
    {
        holders = scenario.Areas.ToDictionary(
            a => a.Name,
            a => new HashSet<string>(StringComparer.Ordinal) { a.Holder },
            StringComparer.Ordinal
        );
        phases = scenario.Theatres.ToDictionary(
            t => t.Name,
            t => new HashSet<string>(StringComparer.Ordinal) { t.StartPhase ?? "" },
            StringComparer.Ordinal
        );
        areaOfPlace = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (
            var (name, area) in scenario
                .Fields.Select(f => (f.Name, f.Area))
                .Concat(scenario.Nodes.Select(n => (n.Name, n.Area)))
        )
        {
            areaOfPlace.TryAdd(name, area);
        }
    }

    public static PossibleStates Of(Scenario scenario)
    {
        var states = new PossibleStates(scenario);
        foreach (var effect in scenario.Interventions.SelectMany(i => i.Effects))
        {
            _ = effect switch
            {
                HolderEffect e => Add(states.holders, e.Area, e.Actor),
                PhaseEffect e => Add(states.phases, e.Theatre, e.Phase),
                _ => false,
            };
        }

        while (scenario.Areas.Any(states.Spread) | scenario.Theatres.Any(states.Spread))
        {
            // Each pass adds at least one of finitely many pairs.
        }

        return states;
    }

    /// <summary>Everyone who can ever hold an area, ordinal order.</summary>
    public IReadOnlyList<string> Holders(string area) =>
        holders.TryGetValue(area, out var found) ? [.. found.Order(StringComparer.Ordinal)] : [];

    public bool CanHold(string area, string actor) => holders.TryGetValue(area, out var found) && found.Contains(actor);

    /// <summary>Phases that can ever rule, ordinal order.</summary>
    public IReadOnlyList<string> Phases(string theatre) =>
        phases.TryGetValue(theatre, out var found) ? [.. found.Order(StringComparer.Ordinal)] : [];

    public bool CanRule(string theatre, string phase) =>
        phases.TryGetValue(theatre, out var found) && found.Contains(phase);

    /// <summary>Area of a field, a node or its tanks, or "".</summary>
    public string AreaOf(string place) => areaOfPlace.GetValueOrDefault(TheatreIndex.Untanked(place), "");

    private static bool Add(Dictionary<string, HashSet<string>> sets, string key, string value) =>
        value.Length > 0 && sets.TryGetValue(key, out var found) && found.Add(value);

    private bool Spread(Area area)
    {
        var added = false;
        foreach (var change in area.Changes.Where(c => CanHold(area.Name, c.From)))
        {
            added |= Add(holders, area.Name, change.To);
            foreach (var other in change.TakesWith.Where(o => CanHold(o, change.From)))
            {
                added |= Add(holders, other, change.To);
            }
        }

        return added;
    }

    private bool Spread(Theatre theatre)
    {
        var added = false;
        foreach (var change in theatre.Changes.Where(c => CanRule(theatre.Name, c.From)))
        {
            added |= Add(phases, theatre.Name, change.To);
        }

        return added;
    }
}
