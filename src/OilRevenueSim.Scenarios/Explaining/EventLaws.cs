using OilRevenueSim.Core.Interventions;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim.Scenarios.Explaining;

/// <summary>Every law of events in a scenario.</summary>
internal static class EventLaws
{
    /// <summary>The laws in ordinal order of address.</summary>
    public static IEnumerable<EventLaw> Of(Scenario scenario)
    {
        EventLaw?[] laws =
        [
            .. scenario.Attacks.SelectMany(a => new[] { a.Damage, a.Shuts }),
            .. scenario.Blockades.Select(b => b.Lasts),
            .. scenario.Interventions.Select(i => i.Delay),
            .. scenario
                .Interventions.SelectMany(i => i.Effects)
                .OfType<StrikeEffect>()
                .SelectMany(s => new[] { s.Damage, s.Shuts }),
        ];
        return laws.OfType<EventLaw>().OrderBy(l => l.Address, StringComparer.Ordinal);
    }
}
