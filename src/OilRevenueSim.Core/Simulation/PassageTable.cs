using OilRevenueSim.Core.Markets;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim.Core.Simulation;

/// <summary>Decides, once and for all, which rule holds for a seller at a node held by someone in a phase (model.md §8).</summary>
/// <remarks>Precedence: phase rule, passage rule, aligned; within one rank the seller's name beats any, then the node's name.</remarks>
internal sealed class PassageTable
{
    /// <summary>Passes free of charge.</summary>
    public const int Passes = -1;

    /// <summary>Is stopped.</summary>
    public const int Blocked = -2;

    private readonly int[] decisions; // [node][phase][holder][seller]
    private readonly int phaseCount;
    private readonly int actorCount;

    private PassageTable(int nodeCount, int phaseCount, int actorCount)
    {
        this.phaseCount = Math.Max(1, phaseCount);
        this.actorCount = actorCount;
        decisions = new int[nodeCount * this.phaseCount * actorCount * actorCount];
    }

    /// <summary>Toll rules, by the index that <see cref="Decide"/> returns.</summary>
    public TollPlan[] Tolls { get; set; } = [];

    /// <summary>[node] true when the decision depends on the phase.</summary>
    public bool[] DependsOnPhase { get; private set; } = [];

    /// <summary><see cref="Passes"/>, <see cref="Blocked"/>, or the index of a toll.</summary>
    public int Decide(int node, int phase, int holder, int seller) =>
        decisions[(((((node * phaseCount) + phase) * actorCount) + holder) * actorCount) + seller];

    /// <summary>Builds the table.</summary>
    /// <param name="scenario">Scenario whose nodes are in the order of the plan.</param>
    /// <param name="actors">Names by index.</param>
    /// <param name="phases">[place] phases of the theatre in which it lies.</param>
    /// <param name="parameters">Takes the tolls.</param>
    /// <exception cref="ArgumentException">Two rules of one rank disagree.</exception>
    public static PassageTable Build(Scenario scenario, string[] actors, string[][] phases, ParameterTable parameters)
    {
        // Places are nodes, then fields: at a field the rules decide who may come to repair it.
        string[] places =
        [
            .. scenario.Nodes.Select(n => n.Name),
            .. scenario.Fields.Select(f => f.Name).Order(StringComparer.Ordinal),
        ];
        var mostPhases = phases.Length == 0 ? 0 : phases.Max(p => p.Length);
        var table = new PassageTable(places.Length, mostPhases, actors.Length);
        var tolls = new List<TollPlan>();
        var tollOf = new Dictionary<PassageRule, int>(ReferenceEqualityComparer.Instance);
        foreach (var rule in scenario.Passage.Where(r => r.Policy == PassagePolicy.Toll))
        {
            tollOf.Add(rule, tolls.Count);
            tolls.Add(
                new TollPlan(
                    parameters.AddOptional(rule.TollPerBarrel),
                    parameters.AddOptional(rule.TollShare),
                    parameters.AddOptional(rule.TollInKind),
                    rule.At.Length > 0
                )
            );
        }

        table.Tolls = [.. tolls];
        table.DependsOnPhase = new bool[places.Length];
        for (var place = 0; place < places.Length; place++)
        {
            table.Fill(scenario, place, places[place], actors, phases[place], tollOf);
        }

        return table;
    }

    private void Fill(
        Scenario scenario,
        int node,
        string nodeName,
        string[] actors,
        string[] phases,
        Dictionary<PassageRule, int> tollOf
    )
    {
        for (var phase = 0; phase < Math.Max(1, phases.Length); phase++)
        {
            var phaseName = phases.Length == 0 ? null : phases[phase];
            for (var holder = 0; holder < actorCount; holder++)
            {
                for (var seller = 0; seller < actorCount; seller++)
                {
                    var rule = Strongest(scenario, nodeName, phaseName, actors[holder], actors[seller], tollOf);
                    var decision =
                        holder == 0 || holder == seller ? Passes
                        : rule is not null ? DecisionOf(rule, tollOf)
                        : AreAligned(scenario, actors[holder], actors[seller]) ? Passes
                        : Blocked;
                    decisions[(((((node * phaseCount) + phase) * actorCount) + holder) * actorCount) + seller] =
                        decision;
                    DependsOnPhase[node] |= decision != Decide(node, 0, holder, seller);
                }
            }
        }
    }

    private static int DecisionOf(PassageRule rule, Dictionary<PassageRule, int> tollOf) =>
        rule.Policy switch
        {
            PassagePolicy.Pass => Passes,
            PassagePolicy.Block => Blocked,
            _ => tollOf[rule],
        };

    /// <summary>The rule of the highest rank that applies; only rules of that rank can disagree.</summary>
    private PassageRule? Strongest(
        Scenario scenario,
        string node,
        string? phase,
        string holder,
        string seller,
        Dictionary<PassageRule, int> tollOf
    )
    {
        PassageRule? best = null;
        var bestRank = -1;
        foreach (var rule in scenario.Passage)
        {
            if (Applies(rule, node, phase, holder, seller) && Rank(rule) > bestRank)
            {
                best = rule;
                bestRank = Rank(rule);
            }
        }

        foreach (var rule in scenario.Passage)
        {
            if (Applies(rule, node, phase, holder, seller) && Rank(rule) == bestRank && !Agree(rule, best!, tollOf))
            {
                throw new ArgumentException(
                    $"Passage rules '{best!.Identity}' and '{rule.Identity}' disagree about oil of {seller} at {node} held by {holder}.",
                    nameof(scenario)
                );
            }
        }

        return best;
    }

    private static bool Applies(PassageRule rule, string node, string? phase, string holder, string seller) =>
        rule.Through == holder
        && (rule.Of.Length == 0 || rule.Of.Contains(seller))
        && (rule.At.Length == 0 || rule.At.Contains(node))
        && (rule.Phase is null || rule.Phase == phase);

    private static int Rank(PassageRule rule) =>
        (rule.Phase is null ? 0 : 4) + (rule.Of.Length == 0 ? 0 : 2) + (rule.At.Length == 0 ? 0 : 1);

    /// <summary>The same policy, and the same toll: equal numbers, or one draw.</summary>
    private bool Agree(PassageRule a, PassageRule b, Dictionary<PassageRule, int> tollOf) =>
        a.Policy == b.Policy
        && (
            a.Policy != PassagePolicy.Toll
            || (
                IsSame(a.TollPerBarrel, b.TollPerBarrel)
                && IsSame(a.TollShare, b.TollShare)
                && IsSame(a.TollInKind, b.TollInKind)
                && Tolls[tollOf[a]].AtEachNode == Tolls[tollOf[b]].AtEachNode
            )
        );

    private static bool IsSame(Quantity? a, Quantity? b) =>
        a is null || b is null
            ? a is null && b is null
            : a.Law == b.Law && (a.Law.IsCertain || a.DrawAddress == b.DrawAddress);

    private static bool AreAligned(Scenario scenario, string a, string b) =>
        scenario.Actors.Any(x => x.Name == a && x.Aligned.Contains(b))
        || scenario.Actors.Any(x => x.Name == b && x.Aligned.Contains(a));
}

/// <summary>A toll, by slots, −1 where absent.</summary>
/// <param name="PerBarrel">USD per barrel.</param>
/// <param name="Share">Share of delivered value.</param>
/// <param name="InKind">Share of the barrels.</param>
/// <param name="AtEachNode">Due at each node named, rather than once per holder and route.</param>
internal sealed record TollPlan(int PerBarrel, int Share, int InKind, bool AtEachNode);
