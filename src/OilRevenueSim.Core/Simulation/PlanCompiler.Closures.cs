using OilRevenueSim.Core.Control;
using OilRevenueSim.Core.Interventions;
using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim.Core.Simulation;

/// <summary>Blockades, and which places can be closed at all.</summary>
internal sealed partial class PlanCompiler
{
    private void CompileClosures()
    {
        plan.Blockades =
        [
            .. scenario.Blockades.OrderBy(b => b.Identity, StringComparer.Ordinal).Select(CompileBlockade),
        ];
        plan.CanClose = new bool[plan.Assets.Length];
        foreach (var place in plan.Blockades.SelectMany(b => b.Places))
        {
            plan.CanClose[place] = true;
        }

        foreach (var target in plan.Attacks.Where(a => a.Shuts is not null).SelectMany(a => a.Targets))
        {
            plan.CanClose[target] |= plan.Assets[target].Kind != AssetKind.Tank;
        }

        foreach (var effect in ActiveInterventions().SelectMany(i => i.Effects).OfType<ImposeBlockadeEffect>())
        {
            plan.CanClose[Index(assetIndex, effect.Place, "place")] = true;
        }
    }

    private BlockadePlan CompileBlockade(Blockade blockade)
    {
        var by = Index(actorIndex, blockade.By, "actor");
        int[] places = [.. blockade.At.Order(StringComparer.Ordinal).Select(p => Index(assetIndex, p, "place"))];
        if (places.Length > 32)
        {
            throw new ArgumentException(
                $"Blockade '{blockade.Identity}' names {places.Length} places; at most 32 are possible.",
                nameof(blockade)
            );
        }

        var spec = new HazardSpec(
            HazardKind.Blockade,
            blockade.Identity,
            blockade.Stream,
            blockade.Rate,
            by,
            plan.Assets[places[0]].Area,
            blockade.Drivers
        );
        var clock = AddHazard(spec);
        double? age = blockade.ActiveSince is { } since
            ? Math.Max(0, scenario.Start.DayNumber - since.DayNumber) / Time.TimeGrid.DaysPerYear
            : null;
        var lasts = new EventLawPlan(blockade.Lasts, parameters);
        var biased = age is null && blockade.ActiveAtStart ? LengthBiased(blockade) : null;
        return new BlockadePlan(
            blockade.Identity,
            clock,
            hazards[^1].Stream,
            RegisterStream($"{blockade.Stream}/mark-2"),
            by,
            places,
            blockade.Requires,
            lasts,
            age,
            biased
        );
    }

    /// <summary>Law of the duration of a blockade that one finds running: density proportional to duration times density.</summary>
    private static Law LengthBiased(Blockade blockade) =>
        blockade.Lasts.Law switch
        {
            LogNormalLaw law => law with
            {
                LogMean = law.LogMean + (law.LogStandardDeviation * law.LogStandardDeviation),
            },
            CertainLaw law => law,
            UniformLaw law => law,
            DiscreteLaw law => law with
            {
                Probabilities =
                [
                    .. law.Probabilities.Select(
                        (p, i) => p * law.Values[i] / law.Values.Zip(law.Probabilities, (v, q) => v * q).Sum()
                    ),
                ],
            },
            _ => throw new ArgumentException(
                $"Blockade '{blockade.Identity}': the equilibrium residual is known for lognormal, uniform, discrete and certain durations only; give active-since.",
                nameof(blockade)
            ),
        };
}

/// <summary>A blockade, compiled.</summary>
/// <param name="Identity">Identity, for messages and lifting.</param>
/// <param name="Clock">Clock of its waiting time.</param>
/// <param name="Stream">Its stream.</param>
/// <param name="Mark2Stream">Stream of mark 2.</param>
/// <param name="By">Author.</param>
/// <param name="Places">Assets closed.</param>
/// <param name="Requires">What it needs to run.</param>
/// <param name="Lasts">Duration, years.</param>
/// <param name="AgeYears">Age at step 0 of the one that runs, or null.</param>
/// <param name="Biased">Length-biased duration of one that runs at step 0 since an unknown day, or null.</param>
internal sealed record BlockadePlan(
    string Identity,
    int Clock,
    ulong Stream,
    ulong Mark2Stream,
    int By,
    int[] Places,
    BlockadeRequirement Requires,
    EventLawPlan Lasts,
    double? AgeYears,
    Law? Biased
);
