using System.Collections.Immutable;
using OilRevenueSim.Core.Control;
using OilRevenueSim.Core.Interventions;
using OilRevenueSim.Core.Markets;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Prices;
using OilRevenueSim.Core.Uncertainty;
using OilRevenueSim.Scenarios.Text;

namespace OilRevenueSim.Scenarios.Reading;

/// <summary>Checks conditions and dependencies: whether they can ever hold, and whether what they look at is followed at all.</summary>
internal sealed class ConditionChecks(Scenario scenario, PossibleStates states, ReadingContext context)
{
    private readonly ImmutableHashSet<string> financed = scenario
        .Actors.Where(a => a.Finance is not null)
        .Select(a => a.Name)
        .ToImmutableHashSet(StringComparer.Ordinal);

    public void Run()
    {
        foreach (var area in scenario.Areas)
        {
            foreach (var change in area.Changes)
            {
                var address = $"areas.{area.Name}.changes.{change.Identity}";
                Drivers(change.Drivers, address, [change.From, change.To]);
            }
        }

        foreach (var theatre in scenario.Theatres)
        {
            foreach (var change in theatre.Changes)
            {
                Depends(change.Depends, $"{ControlChecks.PhasesAddress(theatre.Name)}.changes.{change.Identity}");
            }
        }

        foreach (var attack in scenario.Attacks)
        {
            Drivers(attack.Drivers, $"attacks.{attack.Identity}", [attack.By, .. HoldersOf(attack.Targets)]);
        }

        foreach (var blockade in scenario.Blockades)
        {
            Drivers(blockade.Drivers, $"blockades.{blockade.Identity}", [blockade.By, .. HoldersOf(blockade.At)]);
        }

        foreach (var tap in scenario.Taps)
        {
            While(tap.While, $"taps.{tap.Identity}");
        }

        foreach (var transfer in scenario.Transfers)
        {
            While(transfer.While, $"transfers.{transfer.Identity}");
        }
    }

    /// <summary>True when an actor's treasury and fighters are followed.</summary>
    public bool HasFinance(string actor) => actor.Length == 0 || financed.Contains(actor);

    /// <summary>Why conditions can never all hold, or null.</summary>
    public string? Never(ImmutableArray<StateCondition> conditions)
    {
        foreach (var condition in conditions)
        {
            if (Never(condition) is { } why)
            {
                return why;
            }
        }

        for (var i = 0; i < conditions.Length; i++)
        {
            for (var j = i + 1; j < conditions.Length; j++)
            {
                if (Exclude(conditions[i], conditions[j]) is { } why)
                {
                    return why;
                }
            }
        }

        return null;
    }

    private IEnumerable<string> HoldersOf(IEnumerable<string> places) =>
        places.SelectMany(p => states.Holders(states.AreaOf(p)));

    private void Drivers(HazardDrivers drivers, string address, IReadOnlyList<string> sides)
    {
        While(drivers.While, address);
        Depends(drivers.Depends, address);
        if (drivers.StrengthElasticity is { } elasticity && !sides.Any(HasFinance))
        {
            context.Add(
                DiagnosticTable.StrengthIdle,
                context.PlaceOf(elasticity.Address, context.Places[address]),
                "strength-elasticity: changes nothing, as neither side has finance:",
                $"give finance: to {NearestName.Join([.. sides.Distinct(StringComparer.Ordinal)])}, or remove the key"
            );
        }
    }

    private void While(ImmutableArray<StateCondition> conditions, string address)
    {
        if (Never(conditions) is { } why)
        {
            context.Add(
                DiagnosticTable.ConditionNeverHolds,
                context.PlaceOf(address + ".while", context.Places[address]),
                $"the condition can never hold: {why}",
                "check the names, or remove the item"
            );
        }
    }

    private void Depends(ImmutableArray<HazardDependency> depends, string address)
    {
        var place = context.PlaceOf(address + ".depends", context.PlaceOf(address + ".while", context.Places[address]));
        foreach (var dependency in depends)
        {
            var actor = dependency switch
            {
                StrengthDependency s => s.Actor,
                PayDependency p => p.Actor,
                _ => "",
            };
            if (!HasFinance(actor))
            {
                context.Add(
                    DiagnosticTable.FinanceMissing,
                    place,
                    $"'{actor}' has no finance:, so its strength and pay never change",
                    $"give it finance: {{ fighters: 3000, wage: 300 USD per month }}"
                );
            }

            if (dependency is HoldsDependency holds && Never(new HoldsCondition(holds.Area, holds.By)) is { } why)
            {
                context.Add(
                    DiagnosticTable.ConditionNeverHolds,
                    place,
                    $"the dependency never acts: {why}",
                    "check the names, or remove it"
                );
            }
        }
    }

    private string? Never(StateCondition condition) =>
        condition switch
        {
            HoldsCondition { Area.Length: > 0, By.Length: > 0 } c when !states.CanHold(c.Area, c.By) =>
                $"'{c.By}' can never hold '{c.Area}' (only {NearestName.Join(states.Holders(c.Area))} can)",
            PhaseCondition { Phase.Length: > 0 } c when !states.CanRule(c.Theatre, c.Phase) =>
                $"the phase '{c.Phase}' can never rule (only {NearestName.Join(states.Phases(c.Theatre))} can)",
            PriceCondition c => Never(c),
            RevenueCondition { Actor.Length: > 0 } c when !CanEarn(c.Actor) =>
                $"'{c.Actor}' neither sells oil nor levies anything",
            _ => null,
        };

    private string? Never(PriceCondition condition)
    {
        var changed = scenario
            .Interventions.SelectMany(i => i.Effects)
            .Any(e => e is PriceEffect p && p.Object == condition.Benchmark);
        if (changed || condition.Price.Law is not CertainLaw limit)
        {
            return null;
        }

        Law[] laws = scenario.Benchmarks.FirstOrDefault(b => b.Name == condition.Benchmark) switch
        {
            ConstantBenchmark b => [b.Spot.Law],
            CurveBenchmark b => [.. b.Points.Select(p => p.Price.Law)],
            _ => [],
        };
        var prices = laws.OfType<CertainLaw>().Select(l => l.Value).ToList();
        var never =
            prices.Count == laws.Length
            && prices.Count > 0
            && prices.All(p => condition.Above ? p <= limit.Value : p >= limit.Value);
        return never ? $"'{condition.Benchmark}' is given and never gets there" : null;
    }

    private bool CanEarn(string actor) =>
        scenario.Fields.Any(f => f.Owner == actor)
        || scenario.Taps.Any(t => t.By == actor)
        || scenario.Passage.Any(p => p.Through == actor && p.Policy == PassagePolicy.Toll)
        || scenario.Interventions.SelectMany(i => i.Effects).Any(e => e is PassageEffect p && p.Through == actor)
        || scenario.Nodes.Any(n => n.Fee is not null && states.CanHold(n.Area, actor))
        || (
            scenario.Actors.Any(a => a.Name == actor && a.SellsOnOwnAccount)
            && scenario
                .Fields.Select(f => f.Area)
                .Concat(scenario.Nodes.Select(n => n.Area))
                .Any(a => states.CanHold(a, actor))
        );

    private static string? Exclude(StateCondition a, StateCondition b) =>
        (a, b) switch
        {
            (HoldsCondition x, HoldsCondition y) when x.Area == y.Area && x.By != y.By =>
                $"'{x.Area}' cannot be held by '{x.By}' and '{y.By}' at once",
            (PhaseCondition x, PhaseCondition y) when x.Theatre == y.Theatre && x.Phase != y.Phase =>
                $"'{x.Phase}' and '{y.Phase}' cannot rule at once",
            (PriceCondition x, PriceCondition y)
                when x.Benchmark == y.Benchmark
                    && x.Above != y.Above
                    && (x.Above ? x : y).Price.Law is CertainLaw above
                    && (x.Above ? y : x).Price.Law is CertainLaw below
                    && above.Value >= below.Value =>
                $"'{x.Benchmark}' cannot be above the one and below the other price",
            _ => null,
        };
}
