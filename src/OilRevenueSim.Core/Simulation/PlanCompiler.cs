using OilRevenueSim.Core.Control;
using OilRevenueSim.Core.Markets;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Prices;
using OilRevenueSim.Core.RandomStreams;
using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim.Core.Simulation;

/// <summary>Turns names into indices, quantities into slots, dates into arrays.</summary>
internal sealed partial class PlanCompiler
{
    private readonly Scenario scenario;
    private readonly SimulationPlan plan;
    private readonly ParameterTable parameters = new();
    private readonly Dictionary<string, int> actorIndex = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> benchmarkIndex = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> theatreIndex = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> areaChain = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> nodeIndex = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> marketIndex = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> fieldIndex = new(StringComparer.Ordinal);
    private readonly Dictionary<ulong, (string Name, bool MayRepeat)> streamNames = [];
    private readonly List<Func<WanderProcess>> wanders = []; // compiled once every quantity has its lane

    public PlanCompiler(Scenario scenario, string? course, bool halveSteps)
    {
        (var name, var chosen) = Select(scenario, course);
        this.scenario = chosen with { Routes = [.. chosen.Routes.OrderBy(r => r.Priority)] }; // a stable sort
        plan = new SimulationPlan(scenario, name, halveSteps);
    }

    public SimulationPlan Compile()
    {
        CompileActors();
        CompileBenchmarks();
        CompileChains();
        CompileChanges();
        CompileInterventions();
        CompileNodesAndMarkets();
        CompileFields();
        CompileTaps();
        CompileAssets();
        CompileTanks();
        CompilePassage();
        CompileOverrides();
        CompileRoutes();
        LinkFlows();
        CompileScalings();
        CompileAttacks();
        CompileRamps();
        CompileClosures();
        CompileLimits();
        plan.HasDamage = plan.Attacks.Length > 0 || plan.Assets.Any(a => a.RepairTime >= 0);
        LinkEffects();
        LinkSeizures();
        CompileTransfers();
        CompileFinances();
        CompileHazards();
        CompileDependents();
        CompileSeries();
        foreach (var pair in scenario.Correlations)
        {
            AddCorrelated(pair.First);
            AddCorrelated(pair.Second);
        }

        foreach (var quantity in parameters.Uncertain)
        {
            RegisterStream($"quantity/{quantity.DrawAddress}", mayRepeat: true);
        }

        plan.Parameters = parameters;
        plan.Wanders = [.. wanders.Select(compile => compile())];
        plan.Prices = CompilePrices(q => parameters.LaneOf(parameters.Add(q)));
        plan.Draws = DrawTable.Compile(
            parameters.Uncertain,
            scenario.Correlations,
            scenario.Quantities.Where(quantity => !quantity.Law.IsCertain).Select(quantity => quantity.DrawAddress)
        );
        return plan;
    }

    /// <summary>
    /// A correlated quantity is drawn even where nothing uses it, and keeps its place in the copula where it is certain:
    /// so the draws of the others are the same in every course and under every override.
    /// </summary>
    private void AddCorrelated(string address)
    {
        var known = scenario
            .Quantities.Concat(scenario.Parameters)
            .FirstOrDefault(q => q.Address == address || q.DrawAddress == address);
        if (known is not null)
        {
            parameters.Add(
                known.Law.IsCertain
                    ? known with
                    {
                        Law = new UniformLaw(0.0, 1.0),
                        Range = HardRange.Real,
                        Conversion = Conversion.None,
                    }
                    : known
            );
        }
    }

    private void CompileActors()
    {
        var actors = scenario.Actors.OrderBy(a => a.Name, StringComparer.Ordinal).ToArray();
        if (actors.Length > 15)
        {
            throw new ArgumentException($"At most 15 actors; the scenario has {actors.Length}.", nameof(scenario));
        }

        plan.Actors = [Actor.Nobody, .. actors.Select(a => a.Name)];
        for (var i = 0; i < plan.Actors.Length; i++)
        {
            actorIndex.Add(plan.Actors[i], i);
        }

        plan.SellsOnOwnAccount = [false, .. actors.Select(a => a.SellsOnOwnAccount)];
        plan.Crafts =
        [
            (-1, -1, -1),
            .. actors.Select(a =>
                (parameters.Add(a.Skill), parameters.Add(a.Retention), parameters.Add(a.RetrainTime))
            ),
        ];
    }

    private void CompileBenchmarks()
    {
        var benchmarks = CompilePrices(parameters.Add).Benchmarks; // only to learn which quantities they ask for
        foreach (var stream in benchmarks.SelectMany(b => b.Streams))
        {
            RegisterStream(stream, mayRepeat: stream == BootstrapBenchmark.SharedStream);
        }

        for (var i = 0; i < benchmarks.Length; i++)
        {
            benchmarkIndex.Add(benchmarks[i].Name, i);
        }
    }

    private PriceSystem CompilePrices(Func<Quantity, int> rowOf) =>
        new(scenario.Benchmarks, scenario.PriceCorrelations, plan.Grid, rowOf);

    /// <summary>Address of a stream; only draws of one quantity may ask for the same stream twice.</summary>
    private ulong RegisterStream(string name, bool mayRepeat = false)
    {
        var hash = StreamName.Hash(name);
        if (!streamNames.TryGetValue(hash, out var other))
        {
            streamNames.Add(hash, (name, mayRepeat));
        }
        else if (!mayRepeat || !other.MayRepeat || other.Name != name)
        {
            throw new ArgumentException(
                $"Random streams '{other.Name}' and '{name}' have one address; rename one of them.",
                nameof(name)
            );
        }

        return hash;
    }

    private static int Index(Dictionary<string, int> indices, string name, string kind) =>
        indices.TryGetValue(name, out var index)
            ? index
            : throw new ArgumentException(
                $"The scenario names the {kind} '{name}' but does not define it.",
                nameof(name)
            );
}
