using OilRevenueSim.Core.Control;

namespace OilRevenueSim.Core.Simulation;

/// <summary>Theatres, areas, their changes, and which of them are resolved together.</summary>
internal sealed partial class PlanCompiler
{
    private readonly List<StabiliserPlan> stabilisers = [];

    private void CompileChains()
    {
        var chains = new List<ChainPlan>();
        foreach (var theatre in scenario.Theatres.OrderBy(t => t.Name, StringComparer.Ordinal))
        {
            theatreIndex.Add(theatre.Name, chains.Count);
            var start = theatre.StartPhase is null ? 0 : theatre.Phases.IndexOf(theatre.StartPhase);
            chains.Add(new ChainPlan(theatre.Name, start, -1, [], [.. theatre.Phases]));
        }

        plan.TheatreCount = chains.Count;
        var areas = scenario.Areas.OrderBy(a => a.Name, StringComparer.Ordinal).ToArray();
        for (var i = 0; i < areas.Length; i++)
        {
            areaChain.Add(areas[i].Name, plan.TheatreCount + i);
        }

        foreach (var area in areas)
        {
            var neighbours = area.Neighbours.Select(n => Index(areaChain, n, "area")).Order().ToArray();
            var theatre = theatreIndex.TryGetValue(area.Theatre, out var t) ? t : -1;
            chains.Add(new ChainPlan(area.Name, Index(actorIndex, area.Holder, "actor"), theatre, neighbours, []));
        }

        plan.Chains = [.. chains];
    }

    private void CompileChanges()
    {
        foreach (var theatre in scenario.Theatres.OrderBy(t => t.Name, StringComparer.Ordinal))
        {
            var chain = theatreIndex[theatre.Name];
            plan.Chains[chain].Changes =
            [
                .. theatre
                    .Changes.OrderBy(c => c.Identity, StringComparer.Ordinal)
                    .Select(c => CompilePhaseChange(chain, theatre.Name, c)),
            ];
        }

        foreach (var area in scenario.Areas.OrderBy(a => a.Name, StringComparer.Ordinal))
        {
            var chain = areaChain[area.Name];
            plan.Chains[chain].Changes =
            [
                .. area
                    .Changes.OrderBy(c => c.Identity, StringComparer.Ordinal)
                    .Select(c => CompileChange(chain, area.Name, c)),
            ];
        }

        plan.Stabilisers = [.. stabilisers];
        CompileComponents();
        foreach (var stabiliser in Enumerable.Range(0, stabilisers.Count))
        {
            foreach (var change in plan.Chains[stabilisers[stabiliser].Chain].Changes)
            {
                hazards[change.Clock].Stabilisers = [.. hazards[change.Clock].Stabilisers, stabiliser];
            }
        }
    }

    private ChangePlan CompilePhaseChange(int chain, string theatre, PhaseChange change)
    {
        var identity = $"{theatre}/{change.Identity}";
        var drivers = HazardDrivers.None with { Depends = change.Depends };
        var clock = AddHazard(new HazardSpec(HazardKind.Change, identity, change.Stream, change.Rate, 0, -1, drivers));
        return new ChangePlan(
            clock,
            identity,
            PhaseOf(chain, change.From),
            PhaseOf(chain, change.To),
            hazards[clock].Stream
        );
    }

    private ChangePlan CompileChange(int chain, string area, ControlChange change)
    {
        var identity = $"{area}/{change.Identity}";
        var from = Index(actorIndex, change.From, "actor");
        var to = Index(actorIndex, change.To, "actor");
        var drivers = change.Drivers with
        {
            PhaseRatios = change.PhaseRatios.Length > 0 ? change.PhaseRatios : change.Drivers.PhaseRatios,
            PerNeighbour = change.PerNeighbour ?? change.Drivers.PerNeighbour,
            PriceElasticity = change.PriceElasticity ?? change.Drivers.PriceElasticity,
            Follows = change.Follows ?? change.Drivers.Follows,
        };
        var clock = AddHazard(
            new HazardSpec(HazardKind.Change, identity, change.Stream, change.BaseRate, to, chain, drivers)
            {
                Opponent = from,
            }
        );
        int[] taken =
        [
            .. change
                .TakesWith.Select(name => Index(areaChain, name, "area"))
                .Where(other => other != chain)
                .Distinct()
                .Order(),
        ];
        foreach (var other in taken)
        {
            plan.Chains[other].Imposed.Add((from, to));
        }

        var stabiliser = -1;
        if (change.StabilisedRatio is not null && change.StabilisedFor is not null)
        {
            stabiliser = stabilisers.Count;
            stabilisers.Add(
                new StabiliserPlan(chain, parameters.Add(change.StabilisedRatio), parameters.Add(change.StabilisedFor))
            );
        }

        return new ChangePlan(clock, identity, from, to, hazards[clock].Stream)
        {
            Taken = taken,
            Stabiliser = stabiliser,
        };
    }

    /// <summary>Connected components of areas under takes-with; a theatre, and any other area, is one of its own.</summary>
    private void CompileComponents()
    {
        var root = Enumerable.Range(0, plan.Chains.Length).ToArray();
        int Find(int chain)
        {
            while (root[chain] != chain)
            {
                chain = root[chain];
            }

            return chain;
        }

        for (var chain = 0; chain < plan.Chains.Length; chain++)
        {
            foreach (var other in plan.Chains[chain].Changes.SelectMany(c => c.Taken))
            {
                var (a, b) = (Find(chain), Find(other));
                root[Math.Max(a, b)] = Math.Min(a, b);
            }
        }

        plan.Components =
        [
            .. Enumerable
                .Range(0, plan.Chains.Length)
                .GroupBy(Find)
                .OrderBy(g => g.Key)
                .Select(g => new ComponentPlan(
                    plan.Chains[g.Key].Name,
                    [.. g],
                    [
                        .. g.SelectMany(c => plan.Chains[c].Changes.Select(x => (Chain: c, Change: x)))
                            .OrderBy(x => x.Change.Identity, StringComparer.Ordinal),
                    ]
                )),
        ];
    }
}
