using OilRevenueSim.Core.Control;
using OilRevenueSim.Core.Interventions;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Production;
using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim.Scenarios.Reading;

// Lines of what may be absent: a scenario without any of it keeps the hash it had before the format knew it.
internal static partial class CanonicalText
{
    private static IEnumerable<string> ConflictLines(Scenario s) =>
        [
            .. s
                .Areas.SelectMany(a => a.Changes.Select(c => (Owner: a.Name, Change: c)))
                .Where(c => !c.Change.TakesWith.IsEmpty || Drivers(c.Change.Drivers) != Drivers(HazardDrivers.None))
                .Select(c =>
                    $"change-drivers {c.Owner} {c.Change.Identity} takes={Names(c.Change.TakesWith)} {Drivers(c.Change.Drivers)}"
                ),
            .. s
                .Theatres.SelectMany(t => t.Changes.Select(c => (Owner: t.Name, Change: c)))
                .Where(c => !c.Change.Depends.IsEmpty)
                .Select(c => $"phase-depends {c.Owner} {c.Change.Identity} {Depends(c.Change.Depends)}"),
            .. s.Fields.Where(f => f.ShutSince is not null).Select(f => $"field-shut {f.Name} {Date(f.ShutSince)}"),
            .. s.Routes.Where(r => r.Seizure is not null).Select(r => $"seizure {r.Identity} by={r.SeizedBy}"),
            .. s.Attacks.Select(AttackLine),
            .. s.Blockades.Select(BlockadeLine),
            .. s.Taps.Select(t => $"tap {t.Identity} by={t.By} at={t.At} while={Conditions(t.While)}"),
            .. s.Transfers.Select(t =>
                $"transfer {t.Identity} {t.From} {t.To} from={Date(t.FromDate)} to={Date(t.ToDate)} while={Conditions(t.While)}"
            ),
            .. s.Interventions.SelectMany(InterventionLines),
            .. s
                .Courses.OrderBy(c => c.Name, StringComparer.Ordinal)
                .Select(c => $"course {c.Name} {Names(c.Interventions)}"),
        ];

    private static string AttackLine(Attack a) =>
        $"attack {a.Identity} {a.Stream} by={a.By} targets={Names(a.Targets)} {a.Rate.Address} each={a.Each} own={a.Own} "
        + $"damage={EventLaw(a.Damage)} shuts={EventLaw(a.Shuts)} {Drivers(a.Drivers)}";

    private static string BlockadeLine(Blockade b) =>
        $"blockade {b.Identity} {b.Stream} by={b.By} at={Names(b.At)} {b.Rate.Address} lasts={EventLaw(b.Lasts)} "
        + $"since={Date(b.ActiveSince)} at-start={b.ActiveAtStart} requires={b.Requires} {Drivers(b.Drivers)}";

    private static IEnumerable<string> InterventionLines(Intervention i) =>
        [
            $"intervention {i.Name} {i.Stream} {Date(i.From)} {Date(i.To)} end={i.HasEnd} when={Conditions(i.When)} "
                + $"repeat={i.Repeat} delay={EventLaw(i.Delay)} succeeds={i.Succeeds?.Address}",
            .. i.Effects.Select(e => $"effect {i.Name} {e.Identity} {EffectText(e)}"),
        ];

    private static string EffectText(Effect effect) =>
        effect switch
        {
            HazardEffect e => $"hazard {e.Scope} {e.Object} {e.Ratio.Address}",
            StrikeEffect e =>
                $"strike {e.On} {e.Stream} {e.Rate.Address} each={e.Each} targets={Names(e.Targets)} damage={EventLaw(e.Damage)} shuts={EventLaw(e.Shuts)}",
            PhaseEffect e => $"phase {e.Theatre} {e.Phase} hold={e.Hold}",
            HolderEffect e => $"holder {e.Area} {e.Actor}",
            LiftBlockadeEffect e => $"lift {e.Object}",
            ImposeBlockadeEffect e => $"impose {e.Place} {e.By}",
            CapacityEffect e => $"capacity {e.Object} open={e.Open} {e.Factor.Address}",
            PassageEffect e => $"passage {e.Through} {e.Of} {e.Policy} {(e.TollPerBarrel ?? e.TollShare)?.Address}",
            SeizeEffect e => $"seize {e.Object} {e.Share.Address} by={e.By}",
            PriceEffect e =>
                $"price {e.Object} {e.Factor?.Address} {e.Shift?.Address} {e.Cap?.Address} {e.Floor?.Address}",
            DiscountEffect e => $"discount {e.Market} {e.Shift.Address}",
            FinanceEffect e => $"finance {e.Scope} {e.Actor} {e.Factor.Address}",
            TransferEffect e => $"transfer {e.From} {e.To} {e.AmountPerYear.Address}",
            _ => throw new InvalidOperationException($"No text for {effect.GetType().Name}."),
        };

    private static string Drivers(HazardDrivers d) =>
        $"phases={Names(d.PhaseRatios.Select(p => p.Phase))} neighbour={d.PerNeighbour?.Address} price={d.PriceElasticity?.Address} "
        + $"follows={d.Follows} strength={d.StrengthElasticity?.Address} depends={Depends(d.Depends)} while={Conditions(d.While)}";

    private static string Depends(IEnumerable<HazardDependency> depends) =>
        string.Join(
            ';',
            depends.Select(dependency =>
                dependency switch
                {
                    HoldsDependency d => $"holds {d.Area} {d.By} {d.Ratio.Address}",
                    StrengthDependency d => $"strength {d.Actor} {d.Elasticity.Address}",
                    PayDependency d => $"pay {d.Actor} {d.Elasticity.Address}",
                    _ => throw new InvalidOperationException($"No text for {dependency.GetType().Name}."),
                }
            )
        );

    private static string Conditions(IEnumerable<StateCondition> conditions) =>
        string.Join(
            ';',
            conditions
                .Select(condition =>
                    condition switch
                    {
                        HoldsCondition c => $"holds {c.Area} {c.By}",
                        PhaseCondition c => $"phase {c.Theatre} {c.Phase}",
                        PriceCondition c => $"price {c.Benchmark} above={c.Above} {c.Price.Address}",
                        RevenueCondition c => $"revenue {c.Actor} {c.Above.Address}",
                        _ => throw new InvalidOperationException($"No text for {condition.GetType().Name}."),
                    }
                )
                .Order(StringComparer.Ordinal)
        );

    private static string EventLaw(EventLaw? law) =>
        law is null
            ? ""
            : $"({law.Shape} [{Number(law.Range.Low)} {Number(law.Range.High)}] {(law.Law is null ? "" : LawText(law.Law))} "
                + $"{string.Join(' ', law.Parts.Select(p => $"{p.Address}={p.DrawAddress}:{LawText(p.Law)}"))})";

    private static string Names(IEnumerable<string> names) => string.Join(' ', names);

    private static string Date(DateOnly? date) => date is { } day ? $"{day:yyyy-MM-dd}" : "";
}
