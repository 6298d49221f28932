using System.Text.Json.Nodes;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Core.Tests.Reference;

/// <summary>What the engine says of one path, in the shape of the reference results: steps and months by name.</summary>
internal sealed class EngineRun : IPeriodRecorder
{
    private readonly SimulationPlan plan;
    private readonly BlockSimulator simulator;
    private readonly int paths;
    private readonly List<double[]> steps = [];
    private readonly Dictionary<(int Series, int Period), double[]> months = [];
    private readonly List<string> stepNames = [];

    public EngineRun(Scenario scenario, ulong seed, int paths)
    {
        plan = SimulationPlan.Compile(scenario with { Record = [.. ReportQuantity.OfRoutes.Select(q => q.Name)] });
        this.paths = paths;
        simulator = BlockSimulator.Create(plan, seed, 256);
        simulator.AfterStep = Keep;
        simulator.Run(0, this);
    }

    private PathBlock Block => simulator.Block;

    /// <summary>Value of a state in a step on a path.</summary>
    public IEnumerable<(string Name, int Step, double Value)> States(int path) =>
        steps.SelectMany((values, step) => stepNames.Select((name, n) => (name, step, values[(n * paths) + path])));

    /// <summary>Value of a series in a month on a path.</summary>
    public IEnumerable<(string Name, int Month, double Value)> Months(int path) =>
        months.Select(m => (NameOf(plan.Series[m.Key.Series]), m.Key.Period, m.Value[path]));

    public void Record(int series, int period, ReadOnlySpan<double> values)
    {
        if (plan.Periods[period].Kind == PeriodKind.Month)
        {
            months.Add((series, period), values[..paths].ToArray());
        }
    }

    private static string NameOf(SeriesKey key) => $"{key.Actor}|{key.Place}|{key.Channel}|{key.Quantity.Name}";

    private void Keep(int step)
    {
        var values = new List<double>();
        void Add(string kind, string name, double[] lanes, int entity)
        {
            if (step == 0)
            {
                stepNames.Add($"{kind}|{name}");
            }

            values.AddRange(Block.Of(lanes, entity)[..paths]);
        }

        for (var c = 0; c < plan.Chains.Length; c++)
        {
            Add(c < plan.TheatreCount ? "phase" : "holder", plan.Chains[c].Name, Block.States, c);
        }

        for (var a = 0; a < plan.Assets.Length; a++)
        {
            Add("condition", plan.Assets[a].Name, Block.Conditions, a);
            Add("open", plan.Assets[a].Name, Block.Open, a);
        }

        for (var f = 0; f < plan.Fields.Length; f++)
        {
            Add("workforce", plan.Fields[f].Name, Block.Workforce, f);
            Add("remaining", plan.Fields[f].Name, Block.Remaining, f);
            Add("reach", plan.Fields[f].Name, Block.Reach, f);
            Add("available", plan.Fields[f].Name, Block.Available, f);
        }

        for (var b = 0; b < plan.Prices.Benchmarks.Length; b++)
        {
            Add("price", plan.Prices.Benchmarks[b].Name, Block.Prices, b);
        }

        for (var t = 0; t < plan.Tanks.Length; t++)
        {
            Add("stock", plan.Nodes[plan.Tanks[t].Node].Name, Block.Stock, t);
        }

        for (var f = 0; f < plan.Finances.Length; f++)
        {
            Add("treasury", plan.Actors[plan.Finances[f].Actor], Block.Treasury, f);
            Add("fighters", plan.Actors[plan.Finances[f].Actor], Block.Fighters, f);
            Add("pay", plan.Actors[plan.Finances[f].Actor], Block.StepPay, f);
        }

        steps.Add([.. values]);
    }

    /// <summary>The state as the reference writes it: names for holders and phases.</summary>
    public JsonNode Word(string name, double value)
    {
        if (name.StartsWith("holder|", StringComparison.Ordinal))
        {
            return plan.Actors[(int)value];
        }

        if (name.StartsWith("phase|", StringComparison.Ordinal))
        {
            var theatre = plan.Scenario.Theatres.FirstOrDefault(t => "phase|" + t.Name == name);
            return theatre is null || theatre.Phases.Length == 0 ? "" : theatre.Phases[(int)value];
        }

        return value;
    }
}
