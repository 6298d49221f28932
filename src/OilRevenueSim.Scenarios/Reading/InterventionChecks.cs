using OilRevenueSim.Core.Interventions;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Time;
using OilRevenueSim.Core.Uncertainty;
using OilRevenueSim.Scenarios.Quantities;
using OilRevenueSim.Scenarios.Text;

namespace OilRevenueSim.Scenarios.Reading;

/// <summary>Checks interventions and courses: dates, triggers, effects that can do nothing or contradict one another.</summary>
internal sealed class InterventionChecks(
    Scenario scenario,
    PossibleStates states,
    ConditionChecks conditions,
    ReadingContext context
)
{
    private readonly BlockadeChecks blockades = new(scenario, states, context);

    public void Run()
    {
        foreach (var intervention in scenario.Interventions)
        {
            var address = $"interventions.{intervention.Name}";
            Dates(intervention, address);
            if (conditions.Never(intervention.When) is { } why)
            {
                context.Add(
                    DiagnosticTable.TriggerNeverFires,
                    context.PlaceOf(address + ".when", context.Places[address]),
                    $"the trigger of '{intervention.Name}' can never fire: {why}",
                    "check the names and numbers, or give from: a date in place of when:"
                );
            }

            foreach (var effect in intervention.Effects)
            {
                Effect(effect, $"{address}.effects.{effect.Identity}");
            }

            Contradictions(intervention, address);
        }

        new CourseChecks(scenario, context).Run();
    }

    private void Dates(Intervention intervention, string address)
    {
        var place = context.Places[address];
        if (intervention.To < intervention.From && intervention.From <= scenario.End)
        {
            context.Add(
                DiagnosticTable.PeriodReversed,
                context.PlaceOf(address + ".to", place),
                $"'{intervention.Name}' ends on {intervention.To:yyyy-MM-dd}, before it begins on {intervention.From:yyyy-MM-dd}",
                "write the earlier day under from:"
            );
        }
        else if (intervention.From > scenario.End || intervention.To < scenario.Start)
        {
            context.Add(
                DiagnosticTable.InterventionOutsideHorizon,
                context.PlaceOf(address + (intervention.From > scenario.End ? ".from" : ".to"), place),
                $"'{intervention.Name}' lies outside the horizon and does nothing",
                $"the horizon is {scenario.Start:yyyy-MM-dd} to {scenario.End:yyyy-MM-dd}"
            );
        }
        else if (intervention.Delay is { } delay && Shortest(delay) is { } shortest)
        {
            var last = intervention.To < scenario.End ? intervention.To : scenario.End;
            var years = (last.DayNumber - intervention.From.DayNumber + 1) / TimeGrid.DaysPerYear;
            if (shortest >= years)
            {
                context.Add(
                    DiagnosticTable.DelayPassesEnd,
                    context.PlaceOf(delay.Address, place),
                    $"the delay of '{intervention.Name}' always passes {last:yyyy-MM-dd}, so nothing acts",
                    "shorten delay:, or move to:"
                );
            }
        }
    }

    private static double? Shortest(EventLaw delay) =>
        (delay.Law ?? (delay.Parts is [var only] ? only.Law : null)) is { } law
            ? new TruncatedLaw(law, delay.Range).Quantile(0.001)
            : null;

    private void Effect(Effect effect, string address)
    {
        var place = context.Places[address];
        switch (effect)
        {
            case FinanceEffect e when !conditions.HasFinance(e.Actor):
                context.Add(
                    DiagnosticTable.FinanceMissing,
                    place,
                    $"'{e.Actor}' has no finance:, so there is nothing to scale",
                    "give it finance: { fighters: 3000, wage: 300 USD per month }"
                );
                break;
            case LiftBlockadeEffect e:
                Lift(e, place);
                break;
            case StrikeEffect e:
                Strike(e, address, place);
                break;
            case TransferEffect { From.Length: > 0 } e when e.From == e.To:
                context.Add(
                    DiagnosticTable.TransferToItself,
                    place,
                    $"'{e.From}' pays itself",
                    "from: and to: must differ"
                );
                break;
            case PriceEffect { Factor: null, Shift: null, Cap: null, Floor: null }:
                context.Add(
                    DiagnosticTable.KeyOfGroupMissing,
                    place,
                    "an effect on a price needs one of factor:, shift:, cap:, floor:",
                    "add for example factor: 0.8"
                );
                break;
            case PassageEffect { Policy: Core.Markets.PassagePolicy.Toll, TollPerBarrel: null, TollShare: null }:
                context.Add(
                    DiagnosticTable.KeyOfGroupMissing,
                    place,
                    "policy: toll needs a toll",
                    "add toll: 3 USD/bbl, or share: 10%"
                );
                break;
            case PriceEffect { Cap.Law: CertainLaw cap, Floor.Law: CertainLaw floor } when cap.Value < floor.Value:
                context.Add(
                    DiagnosticTable.EffectsContradict,
                    place,
                    "the cap lies below the floor",
                    "write a cap above the floor"
                );
                break;
            default:
                break;
        }
    }

    private void Lift(LiftBlockadeEffect effect, SourceSpan place)
    {
        var imposed =
            effect.Object.Length == 0
            || scenario.Blockades.Any(b =>
                (b.Identity == effect.Object || b.At.Contains(effect.Object, StringComparer.Ordinal))
                && blockades.CanRun(b)
            )
            || scenario
                .Interventions.SelectMany(i => i.Effects)
                .Any(e => e is ImposeBlockadeEffect imposing && imposing.Place == effect.Object);
        if (imposed)
        {
            return;
        }

        var places = scenario
            .Blockades.Where(blockades.CanRun)
            .SelectMany(b => b.At)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .ToList();
        context.Add(
            DiagnosticTable.BlockadeNobodyImposes,
            place,
            $"nobody can block '{effect.Object}', so there is nothing to lift",
            places.Count == 0 ? "add the blockade under blockades:" : $"blockades can be at {NearestName.Join(places)}"
        );
    }

    private void Strike(StrikeEffect effect, string address, SourceSpan place)
    {
        ConflictChecks.TankTargets(
            effect.Targets.Where(_ => context.Places.ContainsKey(address + ".targets")),
            address + ".targets",
            scenario,
            context
        );
        var assets =
            effect.Targets.IsEmpty && !context.Places.ContainsKey(address + ".kinds")
                ? scenario.Fields.Select(f => f.Name).Concat(scenario.Nodes.Select(n => n.Name))
                : effect.Targets;
        if (effect.On.Length > 0 && !assets.Any(a => states.CanHold(states.AreaOf(a), effect.On)))
        {
            context.Add(
                DiagnosticTable.StrikeHitsNothing,
                place,
                $"'{effect.On}' can never hold anything that these strikes may hit",
                "strike an actor that holds or can take an area with such assets, or widen targets: or kinds:"
            );
        }

        if (ConflictChecks.DoesNothing(effect.Damage, effect.Shuts))
        {
            context.Add(
                DiagnosticTable.HitWithoutEffect,
                place,
                "these strikes neither damage nor shut",
                "add damage: 10% to 40%, or shuts: 2 to 10 days"
            );
        }
    }

    private void Contradictions(Intervention intervention, string address)
    {
        for (var i = 0; i < intervention.Effects.Length; i++)
        {
            for (var j = i + 1; j < intervention.Effects.Length; j++)
            {
                var (a, b) = (intervention.Effects[i], intervention.Effects[j]);
                if ((Contradict(a, b) ?? Contradict(b, a)) is not { } text)
                {
                    continue;
                }

                var (first, second) = (
                    context.Places[$"{address}.effects.{a.Identity}"],
                    context.Places[$"{address}.effects.{b.Identity}"]
                );
                context.Add(
                    DiagnosticTable.EffectsContradict,
                    (first.Line, first.Column).CompareTo((second.Line, second.Column)) <= 0 ? second : first,
                    $"'{a.Identity}' and '{b.Identity}' contradict one another: {text}",
                    "keep one of them, or put them into interventions of different dates"
                );
            }
        }
    }

    private static string? Contradict(Effect a, Effect b) =>
        (a, b) switch
        {
            (CapacityEffect { Open: false } x, CapacityEffect { Open: true } y) when x.Object == y.Object =>
                $"'{x.Object}' cannot be closed and open",
            (PhaseEffect x, PhaseEffect y) when x.Theatre == y.Theatre && x.Phase != y.Phase =>
                $"one phase rules in '{x.Theatre}'",
            (HolderEffect x, HolderEffect y) when x.Area == y.Area && x.Actor != y.Actor =>
                $"one actor holds '{x.Area}'",
            (ImposeBlockadeEffect x, LiftBlockadeEffect y) when x.Place == y.Object =>
                $"'{x.Place}' cannot be blocked and unblocked",
            (PassageEffect x, PassageEffect y) when (x.Through, x.Of) == (y.Through, y.Of) =>
                $"'{x.Through}' treats the oil of '{x.Of}' in one way",
            _ => null,
        };
}
