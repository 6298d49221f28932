using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Analysis.Tests.Synthetic;
using OilRevenueSim.Analysis.Words;
using OilRevenueSim.Core.Markets;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Production;
using OilRevenueSim.Core.Simulation;
using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim.Analysis.Tests.Charts;

public sealed class FlowChartFacts
{
    private const string Out = "out";

    private static readonly Scenario Small = SyntheticResult.Libya() with
    {
        Record = FlowCharts.Needs(FlowMeasure.Money),
        Nodes = [NodeOf("line"), NodeOf("port")],
        Markets = [MarketOf("export")],
        Routes =
        [
            new Route
            {
                Identity = Out,
                Fields = ["mabruk", "waha-group"],
                Via = ["line", "port"],
                To = "export",
            },
        ],
        Taps =
        [
            new Tap
            {
                Identity = "guards@line",
                By = "guards",
                At = "line",
                Share = Quantity.Certain("share", 0.1),
            },
        ],
    };

    [Fact]
    public void Oil_goes_from_fields_to_sellers_and_what_is_stolen_on_the_way_to_the_thief()
    {
        var chart = FlowCharts.Of(Recorded());

        Assert.Equal(["Fields", "On the way", "", "Markets", "Who sells the oil"], chart.Headings);
        Assert.Equal("thousand barrels per day", chart.Unit);
        Assert.Equal(30.0, Amount(chart, "Waha Group"), 1e-12);
        Assert.Equal(10.0, Amount(chart, "Mabruk"), 1e-12);
        Assert.Equal(40.0, Amount(chart, "Line"), 1e-12);
        Assert.Equal(36.0, Amount(chart, "Port"), 1e-12);
        Assert.Equal(35.0, Amount(chart, "Export"), 1e-12); // 34 of the fields and 1 out of the tanks
        Assert.Equal(4.0, Amount(chart, "Petroleum Facilities Guard"), 1e-12);
        Assert.Equal(4.0, Amount(chart, "Theft"), 1e-12);
        Assert.Equal(1.0, Amount(chart, "Left in tanks or burnt"), 1e-12);
        Assert.Equal(26.6, Amount(chart, "National Oil Corporation"), 1e-12);
        Assert.Equal(8.4, Amount(chart, "Islamic State in Libya"), 1e-12);
        Assert.Equal(
            "68 % of the oil is sold by National Oil Corporation, 22 % by Islamic State in Libya",
            chart.Text.Title
        );
        Assert.True(chart.EndsAtSellers);
    }

    [Fact]
    public void Money_goes_to_who_is_paid_levies_and_is_passed_on()
    {
        var chart = FlowCharts.Of(Recorded(), FlowMeasure.Money);

        Assert.Equal("million USD", chart.Unit);
        Assert.Equal("Who gets the money", chart.Headings[^1]);

        // Of 300 million of the company 20 are levied and 200 passed on to the guards; of 60 of the group 10 are levied.
        Assert.Equal(80.0, Amount(chart, "National Oil Corporation"), 1e-9);
        Assert.Equal(50.0, Amount(chart, "Islamic State in Libya"), 1e-9);
        Assert.Equal(230.0 + 12.0, Amount(chart, "Petroleum Facilities Guard"), 1e-9);
        Assert.Equal(360.0, Amount(chart, "Export"), 1e-9);
        Assert.False(chart.EndsAtSellers);

        // 12 million of stolen oil, from the fields as they lose it (3 barrels of Waha, 1 of Mabruk); 10 million out of tanks that they filled (1.4 and 0.6).
        Assert.Equal(290.0 + (12.0 * 0.75) + (10.0 * 0.7), Amount(chart, "Waha Group"), 1e-9);
    }

    [Fact]
    public void Levies_on_oil_of_several_sellers_are_said_to_be_divided()
    {
        const string Said = "Levies on oil that several sell at one place are divided among them by what each sold.";
        Assert.DoesNotContain(Said, FlowCharts.Of(Recorded(), FlowMeasure.Money).Text.Subtitle);

        SeriesKey Key(string actor, ReportQuantity quantity) => new(actor, "waha-group", Out, quantity);
        var result = new SyntheticResult(10, Small)
            .RecordMean(Key("noc", ReportQuantity.DeliveredValue), 90e6, 0, 0)
            .RecordMean(Key("islamic-state", ReportQuantity.DeliveredValue), 30e6, 0, 0)
            .RecordMean(Key("guards", ReportQuantity.Levied), 12e6, 0, 0)
            .Build();
        var chart = FlowCharts.Of(result, FlowMeasure.Money);

        Assert.Contains(Said, chart.Text.Subtitle, StringComparison.Ordinal);
        // 12 million of 120: a tenth of what each sold.
        Assert.Equal(81.0, Amount(chart, "National Oil Corporation"), 1e-9);
        Assert.Equal(27.0, Amount(chart, "Islamic State in Libya"), 1e-9);
        Assert.Equal(12.0, Amount(chart, "Petroleum Facilities Guard"), 1e-9);
    }

    [Fact]
    public void Small_fields_are_joined_and_many_are_joined_by_area()
    {
        var names = Enumerable.Range(0, 30).Select(i => $"field-{i:D2}").ToArray();
        var scenario = Small with
        {
            Fields = [.. names.Select((n, i) => SyntheticResult.FieldOf(n, i < 20 ? "oil-crescent" : "sirte"))],
            Taps = [],
            Routes = [.. names.Select(n => Small.Routes[0] with { Identity = n, Fields = [n], Via = [] })],
        };
        var result = new SyntheticResult(10, scenario);
        foreach (var name in names)
        {
            var amount = name == "field-29" ? 500.0 : 10.0;
            foreach (var quantity in (ReportQuantity[])[ReportQuantity.Sent, ReportQuantity.Delivered])
            {
                result.RecordMean(new SeriesKey("noc", name, name, quantity), amount, amount, amount);
            }
        }

        var chart = FlowCharts.Of(result.Build());
        var fields = chart.Boxes.Where(b => b.Layer == 0).ToList();

        Assert.Contains(fields, f => f.Label == "Oil Crescent (20 places)" && Near(f.Amount, 600.0));
        Assert.True(fields.Count <= 12, $"{fields.Count} fields");
        Assert.Equal(3 * (500.0 + 290.0), fields.Sum(f => f.Amount), 1e-9);
    }

    [Fact]
    public void Boxes_are_ordered_so_that_little_crosses()
    {
        static FlowStop Stop(FlowStopKind kind, string name) => new(kind, name);
        var strands = Enumerable
            .Range(0, 6)
            .Select(i => new FlowStrand(
                [
                    Stop(FlowStopKind.Field, $"f{i}"),
                    Stop(FlowStopKind.Node, $"n{i * 5 % 6}"),
                    Stop(FlowStopKind.Market, $"m{i * i % 3}"),
                    Stop(FlowStopKind.Actor, $"a{i * i % 3}"),
                ],
                "noc",
                10.0 + i
            ))
            .ToList();

        Assert.Equal(0.0, new FlowGraph(strands).Crossing());
    }

    [Fact]
    public void Ways_in_a_circle_end_and_nothing_is_lost_between_the_outer_layers()
    {
        static FlowStop Node(string name) => new(FlowStopKind.Node, name);
        FlowStop field = new(FlowStopKind.Field, "f"),
            market = new(FlowStopKind.Market, "m");
        var graph = new FlowGraph([
            new FlowStrand([field, Node("a"), Node("b"), market], "noc", 2.0),
            new FlowStrand([field, Node("b"), Node("a"), market], "noc", 1.0),
        ]);

        Assert.Equal(3.0, graph.Amount(graph.Order[0].Single()), 1e-12);
        Assert.Equal(3.0, graph.Amount(graph.Order[^1].Single()), 1e-12);
    }

    [Fact]
    public void Where_nothing_flows_the_chart_says_so()
    {
        var chart = FlowCharts.Of(new SyntheticResult(10, Small).Build());

        Assert.Empty(chart.Boxes);
        Assert.Equal("Libya, small: no oil flows", chart.Text.Title);
        Assert.Contains("No oil flows", chart.Text.AltText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("ar")]
    public void Every_sentence_of_it_is_translated(string code)
    {
        var language = Language.All.Single(l => l.Code == code);
        foreach (var measure in Enum.GetValues<FlowMeasure>())
        {
            var chart = FlowCharts.Of(Recorded(), measure, null, language);
            var english = FlowCharts.Of(Recorded(), measure);

            Assert.Same(language, chart.Text.Language);
            Assert.NotEqual(english.Text.Title, chart.Text.Title);
            Assert.NotEqual(english.Text.Subtitle, chart.Text.Subtitle);
            Assert.NotEqual(english.Text.AltText, chart.Text.AltText);
            Assert.All(
                chart.Headings.Zip(english.Headings),
                h => Assert.True(h.First != h.Second || h.First.Length == 0)
            );
        }
    }

    [Fact]
    public void Alt_text_has_the_numbers()
    {
        var text = FlowCharts.Of(Recorded()).Text.AltText;

        Assert.Contains("From the fields: Waha Group 30.0, Mabruk 10.0.", text, StringComparison.Ordinal);
        Assert.Contains("Through: Line 40.0, Port 36.0.", text, StringComparison.Ordinal);
        Assert.Contains("Sold by nobody: Left in tanks or burnt 1.0.", text, StringComparison.Ordinal);
    }

    // Thirds by month, so that years and the total, which synthetic results add up, are round.
    private static EnsembleResult Recorded()
    {
        var result = new SyntheticResult(10, Small);
        void Add(string? actor, string? place, string? channel, ReportQuantity quantity, double total) =>
            result.RecordMean(new SeriesKey(actor, place, channel, quantity), total / 3, total / 3, total / 3);
        Add("noc", "waha-group", Out, ReportQuantity.Sent, 30);
        Add("noc", "waha-group", Out, ReportQuantity.Delivered, 25.6);
        Add("noc", "waha-group", Out, ReportQuantity.Stored, 1.4);
        Add("islamic-state", "mabruk", Out, ReportQuantity.Sent, 10);
        Add("islamic-state", "mabruk", Out, ReportQuantity.Delivered, 8.4);
        Add("islamic-state", "mabruk", Out, ReportQuantity.Stored, 0.6);
        Add("guards", "line", Out, ReportQuantity.Taken, 4);
        Add("noc", "port", Out, ReportQuantity.Sent, 1);
        Add("noc", "port", Out, ReportQuantity.Delivered, 1);
        Add("noc", "waha-group", Out, ReportQuantity.DeliveredValue, 290e6);
        Add("islamic-state", "mabruk", Out, ReportQuantity.DeliveredValue, 60e6);
        Add("noc", "port", Out, ReportQuantity.DeliveredValue, 10e6);
        Add("guards", "waha-group", Out, ReportQuantity.Levied, 20e6);
        Add("guards", "mabruk", Out, ReportQuantity.Levied, 10e6);
        Add("guards", null, "noc>export", ReportQuantity.Proceeds, 200e6);
        Add("guards", null, "guards@line", ReportQuantity.Sales, 12e6);
        return result.Build();
    }

    private static double Amount(FlowChart chart, string label) =>
        chart.Boxes.Where(b => b.Label == label).Sum(b => b.Amount);

    private static bool Near(double a, double b) => Math.Abs(a - b) < 1e-9;

    private static Node NodeOf(string name) =>
        new()
        {
            Name = name,
            Area = "oil-crescent",
            Kind = NodeKind.Pipeline,
            Condition = Quantity.Certain("condition", 1.0),
        };

    private static Market MarketOf(string name) =>
        new()
        {
            Name = name,
            Price = new LocalPrice { Level = Quantity.Certain("level", 50.0) },
        };
}
