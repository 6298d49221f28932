using System.Collections.Immutable;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Prices;
using OilRevenueSim.Core.Uncertainty;
using OilRevenueSim.Scenarios.Catalogue;
using OilRevenueSim.Scenarios.Yaml;

namespace OilRevenueSim.Scenarios.Writing;

/// <summary>A scenario as the tree of its file, in the order of the catalogue.</summary>
internal sealed class ScenarioTree
{
    private readonly Scenario scenario;
    private readonly QuantityWriting quantities;
    private readonly DriverWriting drivers;
    private readonly SectionDraft top;

    private ScenarioTree(Scenario scenario)
    {
        this.scenario = scenario;
        quantities = new QuantityWriting(scenario.Parameters);
        drivers = new DriverWriting(scenario);
        top = new SectionDraft(ParameterCatalogue.Top, quantities);
        Head();
        Prices();
        World();
        Trade();
        Conflict();
    }

    /// <summary>The tree, and every quantity in it in order of address.</summary>
    public static (MappingNode Top, ImmutableArray<Quantity> Quantities) Of(Scenario scenario)
    {
        var tree = new ScenarioTree(scenario);
        return (tree.top.Node, [.. tree.quantities.Quantities.Values]);
    }

    /// <summary>File in which a history stands beside the scenario.</summary>
    public static string HistoryFileOf(BootstrapBenchmark benchmark) =>
        benchmark.File.Length > 0 ? benchmark.File : $"{benchmark.Name}-prices.csv";

    private void Head()
    {
        top.Text("schema", "1")
            .Text("title", scenario.Title.Length > 0 ? scenario.Title : scenario.Name)
            .Text("question", scenario.Question)
            .Date("start", scenario.Start)
            .Date("end", scenario.End)
            .Text("step", scenario.Step.ToString().ToLowerInvariant(), "month");
        if (!scenario.Thresholds.IsDefaultOrEmpty)
        {
            top.Put("thresholds", SectionDraft.List(scenario.Thresholds.Select(t => MoneyText(t.Value))));
        }

        var owners = scenario
            .Fields.Select(f => f.Owner)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
        top.Names("focus", scenario.Focus)
            .Names("state", scenario.State.SequenceEqual(owners, StringComparer.Ordinal) ? [] : scenario.State)
            .Names("record", scenario.Record);
        if (!scenario.Parameters.IsDefaultOrEmpty)
        {
            var entries = scenario.Parameters.Select(p => new MappingEntry(
                Scalar(p.Address["parameters.".Length..]),
                quantities.Parameter(p)
            ));
            top.Put("parameters", new MappingNode(default, [.. entries], isFlow: false));
        }
    }

    private void Prices()
    {
        top.Named(
            "benchmarks",
            scenario.Benchmarks.Select(b =>
                (
                    b.Name,
                    TradeWriting.Benchmark(
                        top.Item("benchmarks"),
                        b,
                        b is BootstrapBenchmark drawn ? HistoryFileOf(drawn) : ""
                    )
                )
            )
        );
        if (!scenario.PriceCorrelations.IsDefaultOrEmpty)
        {
            var pairs = scenario.PriceCorrelations.Select(c => new ListNode(
                default,
                [Scalar(c.First), Scalar(c.Second), quantities.Node(c.Value, new QuantityKey(Rules.Correlation))!]
            ));
            top.Put("price-correlations", new ListNode(default, [.. pairs]));
        }
    }

    private void World()
    {
        top.Named("actors", scenario.Actors.Select(a => (a.Name, WorldWriting.Actor(top.Item("actors"), a))));
        if (scenario.Theatres.FirstOrDefault(t => t.Name == "main") is { StartPhase: not null } main)
        {
            top.Put("phases", WorldWriting.Phases(top.Inner("phases"), main).Node);
        }

        top.Named(
                "theatres",
                scenario.Theatres.Where(t => t.Name != "main").Select(t => (t.Name, Theatre(top.Item("theatres"), t)))
            )
            .Named("areas", scenario.Areas.Select(a => (a.Name, WorldWriting.Area(top.Item("areas"), a, drivers))))
            .Named("fields", scenario.Fields.Select(f => (f.Name, WorldWriting.Field(top.Item("fields"), f))))
            .Named("nodes", scenario.Nodes.Select(n => (n.Name, WorldWriting.Node(top.Item("nodes"), n))));
    }

    private static SectionDraft Theatre(SectionDraft draft, Core.Control.Theatre theatre) =>
        draft.Put("phases", WorldWriting.Phases(draft.Inner("phases"), theatre).Node);

    private void Trade() =>
        top.Named("markets", scenario.Markets.Select(m => (m.Name, TradeWriting.Market(top.Item("markets"), m))))
            .Items("routes", scenario.Routes.Select(r => TradeWriting.Route(top.Item("routes"), r)))
            .Items("passage", scenario.Passage.Select(p => TradeWriting.Passage(top.Item("passage"), p)));

    private void Conflict()
    {
        var conflict = new ConflictWriting(scenario, drivers);
        top.Items("taps", scenario.Taps.Select(t => conflict.Tap(top.Item("taps"), t)))
            .Items("transfers", scenario.Transfers.Select(t => conflict.Transfer(top.Item("transfers"), t)))
            .Items("blockades", scenario.Blockades.Select(b => conflict.Blockade(top.Item("blockades"), b)))
            .Items("attacks", scenario.Attacks.Select(a => conflict.Attack(top.Item("attacks"), a)))
            .Named(
                "interventions",
                scenario.Interventions.Select(i => (i.Name, conflict.Intervention(top.Item("interventions"), i)))
            );
        if (!scenario.Courses.IsDefaultOrEmpty)
        {
            var courses = scenario.Courses.Select(c => new MappingEntry(
                Scalar(c.Name),
                SectionDraft.List(c.Interventions)
            ));
            top.Put("courses", new MappingNode(default, [.. courses], isFlow: false));
        }

        if (!scenario.Correlations.IsDefaultOrEmpty)
        {
            var pairs = scenario.Correlations.Select(c =>
                SectionDraft.List([c.First, c.Second, DecimalText.Of(c.Spearman)])
            );
            top.Put("correlations", new ListNode(default, [.. pairs]));
        }
    }

    private static string MoneyText(double usd) =>
        usd switch
        {
            >= 1e9 => $"{DecimalText.Of(usd, -9)} bnUSD",
            >= 1e6 => $"{DecimalText.Of(usd, -6)} MUSD",
            _ => $"{DecimalText.Of(usd)} USD",
        };

    private static ScalarNode Scalar(string text) => new(default, text, 0);
}
