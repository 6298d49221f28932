using System.Collections.Immutable;
using OilRevenueSim.Core.Markets;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Prices;
using OilRevenueSim.Core.Time;
using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim.Core.Simulation;

/// <summary>A scenario and a course compiled to flat arrays; nothing left to look up. Immutable.</summary>
public sealed partial class SimulationPlan
{
    internal SimulationPlan(Scenario scenario, string course, bool halveSteps)
    {
        Scenario = scenario;
        Course = course;
        Grid = new TimeGrid(scenario.Start, scenario.End, scenario.Step, halveSteps);
    }

    /// <summary>Scenario compiled.</summary>
    public Scenario Scenario { get; }

    /// <summary>Course compiled.</summary>
    public string Course { get; }

    /// <summary>Steps of the run.</summary>
    public TimeGrid Grid { get; }

    /// <summary>Series that a run records, in the order of the summary.</summary>
    public ImmutableArray<SeriesKey> Series { get; internal set; } = [];

    /// <summary>Those of <see cref="Series"/> that are reported with quantiles, in the same order.</summary>
    public IEnumerable<SeriesKey> SampledSeries => SeriesPlans.Where(s => s.KeepsSample).Select(s => s.Key);

    /// <summary>Reporting periods: months in order, years in order, then the total.</summary>
    public ImmutableArray<Period> Periods { get; internal set; } = [];

    /// <summary>Names of actors; index 0 is <c>nobody</c>, the others in ordinal order.</summary>
    internal string[] Actors { get; set; } = [];

    /// <summary>[actor] true when it sells on its own account.</summary>
    internal bool[] SellsOnOwnAccount { get; set; } = [];

    /// <summary>[actor] slots of skill, retention and retrain time; 0 of <c>nobody</c> is unused.</summary>
    internal (int Skill, int Retention, int RetrainTime)[] Crafts { get; set; } = [];

    internal ParameterTable Parameters { get; set; } = new();

    internal DrawTable Draws { get; set; } = null!;

    /// <summary>Price processes, ordinal order of benchmark.</summary>
    internal PriceSystem Prices { get; set; } = null!;

    /// <summary>Wandering parts of market prices.</summary>
    internal WanderProcess[] Wanders { get; set; } = [];

    /// <summary>Theatres, then areas.</summary>
    internal ChainPlan[] Chains { get; set; } = [];

    internal int TheatreCount { get; set; }

    internal int ClockCount { get; set; }

    internal SellerGroupPlan[] Groups { get; set; } = [];

    internal FieldPlan[] Fields { get; set; } = [];

    internal NodePlan[] Nodes { get; set; } = [];

    internal MarketPlan[] Markets { get; set; } = [];

    internal RoutePlan[] Routes { get; set; } = [];

    internal CarriagePlan[] Carriages { get; set; } = [];

    /// <summary>Toll lanes over all carriages.</summary>
    internal int TollLaneCount { get; set; }

    /// <summary>Who lets whom through which node.</summary>
    internal PassageTable Passage { get; set; } = null!;

    internal SalesAccountPlan[] SalesAccounts { get; set; } = [];

    internal FieldSalesAccountPlan[] FieldSalesAccounts { get; set; } = [];

    internal AccountLayout Accounts { get; set; } = null!;

    /// <summary>Accounts that count the days on which an actor holds an area.</summary>
    internal (int Chain, int Actor, int Account)[] HeldAccounts { get; set; } = [];

    internal SeriesPlan[] SeriesPlans { get; set; } = [];

    /// <summary>Compiles a scenario for a course.</summary>
    /// <param name="scenario">Scenario.</param>
    /// <param name="course">
    /// Course; null for the first of the scenario, and for <c>base</c>, every intervention, where it names none.
    /// </param>
    /// <param name="halveSteps">True to cut every step into two, which tells what its length does to the result.</param>
    /// <exception cref="ArgumentException">
    /// The scenario has no such course, or contradicts itself; the reader reports the latter with its place.
    /// </exception>
    public static SimulationPlan Compile(Scenario scenario, string? course = null, bool halveSteps = false)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return new PlanCompiler(scenario, course, halveSteps).Compile();
    }
}
