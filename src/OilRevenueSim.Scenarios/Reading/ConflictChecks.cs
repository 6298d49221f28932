using OilRevenueSim.Core.Control;
using OilRevenueSim.Core.Interventions;
using OilRevenueSim.Core.Markets;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Production;
using OilRevenueSim.Core.Time;
using OilRevenueSim.Core.Uncertainty;
using OilRevenueSim.Scenarios.Catalogue;
using OilRevenueSim.Scenarios.Quantities;
using OilRevenueSim.Scenarios.Text;

namespace OilRevenueSim.Scenarios.Reading;

/// <summary>Checks attacks, blockades, tanks and transfers.</summary>
internal sealed class ConflictChecks(
    Scenario scenario,
    SectionValues top,
    PossibleStates states,
    ReadingContext context
)
{
    /// <summary>Most events of one hazard in a step (model.md §4).</summary>
    private const double MostEventsPerStep = 1000.0;

    /// <summary>Kinds of things that one key can name, so that they share one space of names.</summary>
    private static readonly EntityKind[][] NameSpaces =
    [
        [EntityKind.Field, EntityKind.Node, EntityKind.Blockade],
        [EntityKind.Node, EntityKind.Market, EntityKind.Route],
        [EntityKind.Benchmark, EntityKind.Market],
    ];

    public void Run()
    {
        Names();
        foreach (var node in top.Sections("nodes"))
        {
            Tanks(node);
        }

        foreach (var attack in scenario.Attacks)
        {
            Attack(attack);
        }

        foreach (var blockade in scenario.Blockades)
        {
            new BlockadeChecks(scenario, states, context).Run(blockade);
        }

        foreach (var transfer in scenario.Transfers)
        {
            Transfer(transfer);
        }

        foreach (var field in scenario.Fields)
        {
            Since(field.ShutSince, $"fields.{field.Name}.shut-since", scenario, context);
        }

        Hazards();
    }

    /// <summary>Reports a day that lies after the start of the scenario.</summary>
    public static void Since(DateOnly? day, string address, Scenario scenario, ReadingContext context)
    {
        if (day > scenario.Start && scenario.Start > DateOnly.MinValue)
        {
            context.Add(
                DiagnosticTable.RunningSinceFuture,
                context.Places[address],
                $"{day:yyyy-MM-dd} lies after the start, {scenario.Start:yyyy-MM-dd}",
                "write the day before the start since which it has run, or an intervention for what comes later"
            );
        }
    }

    /// <summary>Reports tanks of a node that has none.</summary>
    public static void TankTargets(
        IEnumerable<string> targets,
        string address,
        Scenario scenario,
        ReadingContext context
    )
    {
        foreach (var target in targets.Where(t => t.EndsWith(".tanks", StringComparison.Ordinal)))
        {
            var node = scenario.Nodes.FirstOrDefault(n => n.Name == TheatreIndex.Untanked(target));
            if (node is { Storage: null })
            {
                context.Add(
                    DiagnosticTable.TanksWithoutStorage,
                    context.Places[address],
                    $"the node '{node.Name}' has no tanks",
                    node.Kind == NodeKind.Terminal
                        ? $"give it storage: {{ size: 6 mb }}, or write {node.Name}"
                        : $"write {node.Name}"
                );
            }
        }
    }

    /// <summary>True when each hit does nothing.</summary>
    public static bool DoesNothing(EventLaw damage, EventLaw? shuts) =>
        shuts is null && damage is { Shape: EventLawShape.Certain, Parts: [{ Law: CertainLaw { Value: 0.0 } }] };

    private void Names()
    {
        foreach (var space in NameSpaces)
        {
            var first = new Dictionary<string, EntityKind>(StringComparer.Ordinal);
            foreach (var kind in space)
            {
                foreach (var name in context.Names.All(kind).Where(n => !first.TryAdd(n, kind)))
                {
                    var address = $"{ParameterCatalogue.SectionOf(kind)}.{name}";
                    context.Add(
                        DiagnosticTable.NameTwice,
                        context.PlaceOf(address, top.Node.Span),
                        $"'{name}' is the name of a {ParameterCatalogue.NameOf(first[name])} and of a {ParameterCatalogue.NameOf(kind)}",
                        "names are unique: effects and targets name both in one place"
                    );
                }
            }
        }
    }

    private void Tanks(SectionValues node)
    {
        if (node.Section("storage") is not { } storage)
        {
            return;
        }

        if (node.Text("kind") is { } kind && kind != "terminal")
        {
            context.Add(
                DiagnosticTable.StorageNotAtTerminal,
                node.Span("storage"),
                $"'{node.Identity}' is a {kind}; only terminals have tanks",
                "remove storage:, or write kind: terminal"
            );
        }

        if (LawRange90.Of(storage.Quantity("stock")).Median > LawRange90.Of(storage.Quantity("size")).Median)
        {
            context.Add(
                DiagnosticTable.StockAboveSize,
                storage.Span("stock"),
                $"the stock, {storage.Quantity("stock").Text}, is more than the tanks hold, {storage.Quantity("size").Text}",
                "write a stock of at most size times condition"
            );
        }
    }

    private void Attack(Attack attack)
    {
        var address = $"attacks.{attack.Identity}";
        TankTargets(attack.Targets, address + ".targets", scenario, context);
        var ownOnly =
            !attack.Own
            && attack.Targets.Length > 0
            && attack.Targets.All(t => states.Holders(states.AreaOf(t)) is [var only] && only == attack.By);
        if (DoesNothing(attack.Damage, attack.Shuts) || ownOnly)
        {
            context.Add(
                DiagnosticTable.HitWithoutEffect,
                context.Places[address],
                ownOnly
                    ? $"only '{attack.By}' can hold the targets, and no one attacks what it holds"
                    : $"the attack '{attack.Identity}' neither damages nor shuts",
                ownOnly ? "add own: true, or name other targets" : "add damage: 5% to 30%, or shuts: 2 to 10 days"
            );
        }
    }

    private void Transfer(Transfer transfer)
    {
        var address = $"transfers.{transfer.Identity}";
        if (transfer.From.Length > 0 && transfer.From == transfer.To)
        {
            context.Add(
                DiagnosticTable.TransferToItself,
                context.PlaceOf(address + ".to", context.Places[address]),
                $"'{transfer.From}' pays itself",
                "from: and to: must differ"
            );
        }

        if (transfer.ToDate < transfer.FromDate)
        {
            context.Add(
                DiagnosticTable.PeriodReversed,
                context.Places[address + ".to-date"],
                $"the last day, {transfer.ToDate:yyyy-MM-dd}, lies before the first, {transfer.FromDate:yyyy-MM-dd}",
                "write the earlier day under from-date:"
            );
        }
    }

    private void Hazards()
    {
        var stepYears =
            scenario.Step switch
            {
                StepLength.Day => 1.0,
                StepLength.Week => 7.0,
                _ => 31.0,
            } / TimeGrid.DaysPerYear;
        var rates = scenario
            .Areas.SelectMany(a => a.Changes.Select(c => c.BaseRate))
            .Concat(scenario.Theatres.SelectMany(t => t.Changes.Select(c => c.Rate)))
            .Concat(scenario.Attacks.Select(a => a.Rate))
            .Concat(scenario.Blockades.Select(b => b.Rate))
            .Concat(PriceChecks.Rates(scenario))
            .Concat(scenario.Interventions.SelectMany(i => i.Effects).OfType<StrikeEffect>().Select(e => e.Rate));
        foreach (var rate in rates)
        {
            var events = LawSummary.Of(rate).P95 * stepYears;
            if (events > MostEventsPerStep && context.Places.TryGetValue(rate.Address, out var place))
            {
                context.Add(
                    DiagnosticTable.HazardTooFast,
                    place,
                    $"'{rate.Text}' means up to {events:0} events in a {scenario.Step.ToString().ToLowerInvariant()}; the most is {MostEventsPerStep:0}",
                    "check the unit, or take a shorter step:"
                );
            }
        }
    }
}
