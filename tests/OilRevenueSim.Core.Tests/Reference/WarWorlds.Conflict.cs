using System.Collections.Immutable;
using OilRevenueSim.Core.Control;
using OilRevenueSim.Core.Finance;
using OilRevenueSim.Core.Interventions;
using OilRevenueSim.Core.Markets;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Prices;
using OilRevenueSim.Core.Production;
using OilRevenueSim.Core.Tests.Simulation;
using OilRevenueSim.Core.Time;
using OilRevenueSim.Core.Uncertainty;
using OilRevenueSim.Core.Units;
using static OilRevenueSim.Core.Tests.Simulation.World;

namespace OilRevenueSim.Core.Tests.Reference;

/// <summary>Laws of events, blockades and attacks.</summary>
internal sealed partial class WarWorlds
{
    private EventLaw Law(double median, HardRange range, bool biased = false)
    {
        if (!biased && dice.Chance(0.3))
        {
            return ByParts(median, range);
        }

        Law law = dice.Below(biased ? 4 : 5) switch
        {
            0 => new CertainLaw(median),
            1 => new UniformLaw(0.5 * median, 1.5 * median),
            2 => new LogNormalLaw(Math.Log(median), range.High == 1 ? 0.2 : 0.8),
            3 => new DiscreteLaw([0.5 * median, 2 * median], [0.6, 0.4]),
            _ => new TriangularLaw(0.2 * median, median, 1.7 * median),
        };
        return WarWorld.Each($"law-{number++}", law, range);
    }

    /// <summary>A law whose parts are quantities.</summary>
    private EventLaw ByParts(double median, HardRange range)
    {
        var (shape, parts) = dice.Below(4) switch
        {
            0 => (EventLawShape.Certain, new[] { median }),
            1 => (EventLawShape.LogNormalMedianP95, new[] { median, 2 * median }),
            2 => (EventLawShape.NormalMeanSd, new[] { median, 0.3 * median }),
            _ => (EventLawShape.Interval, new[] { 0.5 * median, 1.6 * median }),
        };
        return new EventLaw
        {
            Address = $"law-{number++}",
            Shape = shape,
            Parts = [.. parts.Select(p => Number($"q-{number++}", p))],
            Range = range,
        };
    }

    private Blockade MakeBlockade(Scenario scenario)
    {
        var places = dice.Some([.. fields, .. nodes], 0.3)
            .DefaultIfEmpty(nodes[0])
            .Order(StringComparer.Ordinal)
            .ToArray();
        var running = dice.Below(4);
        return WarWorld.Blockade(
            dice.Pick("guards", "militia", "group"),
            places,
            dice.Real(0.5, 8),
            Law(0.1, HardRange.NonNegative, running == 1),
            dice.Pick(BlockadeRequirement.Holds, BlockadeRequirement.Presence, BlockadeRequirement.None),
            running == 0 ? start.AddDays(-5 - dice.Below(10)) : null
        ) with
        {
            ActiveAtStart = running == 1,
            Drivers = Drivers(TheatreAt(scenario, places)),
        };
    }

    private string[] Assets(Scenario scenario) =>
        [.. fields, .. nodes, .. scenario.Nodes.Where(n => n.Storage is not null).Select(n => n.Name + ".tanks")];

    private Attack MakeAttack(Scenario scenario)
    {
        var targets = dice.Some(Assets(scenario), 0.5).DefaultIfEmpty(fields[0]).ToArray();
        var made = WarWorld.Attack(
            dice.Pick("militia", "group", "guards"),
            targets,
            dice.Real(1, 15),
            Law(0.2, HardRange.Share),
            each: dice.Chance(0.4),
            own: dice.Chance(0.4)
        );
        return made with
        {
            Shuts = dice.Chance(0.5) ? Law(0.03, HardRange.NonNegative) : null,
            Clustering = dice.Chance(0.4) ? new AttackClustering(Real(0, 0.9), Real(0.02, 0.2)) : null,
            Drivers = Drivers(TheatreAt(scenario, targets)),
        };
    }
}
