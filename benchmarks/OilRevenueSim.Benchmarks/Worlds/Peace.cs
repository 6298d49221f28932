using OilRevenueSim.Core.Control;
using OilRevenueSim.Core.Model;

namespace OilRevenueSim.Benchmarks.Worlds;

/// <summary>The same scenario with war switched off: prices, phases, control, passage, routing and money are left.</summary>
internal static class Peace
{
    /// <summary>
    /// A scenario without attacks, blockades, interventions, taps, transfers, finance, tanks, repair, decline, areas that fall together, stabilised
    /// areas and drivers beyond phase, neighbour and price. Its entities are the same.
    /// </summary>
    public static Scenario Of(Scenario scenario) =>
        scenario with
        {
            Attacks = [],
            Blockades = [],
            Interventions = [],
            Courses = [],
            Taps = [],
            Transfers = [],
            Actors = [.. scenario.Actors.Select(a => a with { Finance = null, Upkeep = null, Capability = null })],
            Areas = [.. scenario.Areas.Select(a => a with { Changes = [.. a.Changes.Select(Plain)] })],
            Fields =
            [
                .. scenario.Fields.Select(f =>
                    f with
                    {
                        RepairTime = null,
                        RepairCost = null,
                        Decline = null,
                        Neglect = null,
                        ShutInLoss = null,
                    }
                ),
            ],
            Nodes = [.. scenario.Nodes.Select(n => n with { RepairTime = null, RepairCost = null, Storage = null })],
        };

    private static ControlChange Plain(ControlChange change) =>
        change with
        {
            TakesWith = [],
            StabilisedRatio = null,
            StabilisedFor = null,
            Drivers = HazardDrivers.None,
        };
}
