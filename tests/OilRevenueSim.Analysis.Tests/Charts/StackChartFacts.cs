using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Analysis.Tests.Synthetic;
using OilRevenueSim.Core.Control;
using OilRevenueSim.Core.Markets;
using OilRevenueSim.Core.Production;
using OilRevenueSim.Core.Simulation;
using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim.Analysis.Tests.Charts;

public sealed class StackChartFacts
{
    private const string Group = "islamic-state";

    private static Market MarketOf(string name) =>
        new()
        {
            Name = name,
            Price = new LocalPrice { Level = Quantity.Certain("level", 50.0) },
        };

    private static Tap TapOf(string by, string identity) =>
        new()
        {
            By = by,
            At = "port",
            Identity = identity,
            Share = Quantity.Certain("share", 0.1),
        };

    private static SeriesKey Sales(string actor, string? place = null, string? channel = null) =>
        new(actor, place, channel, ReportQuantity.Sales);

    [Fact]
    public void By_channel_markets_theft_and_levies_are_apart()
    {
        double[] levies = [.. Enumerable.Repeat(4e6, 10)];
        var scenario = SyntheticResult.Libya() with
        {
            Markets = [MarketOf("export"), MarketOf("trucks")],
            Taps = [TapOf(Group, "by-night"), TapOf(Group, "by-day")],
        };
        var result = new SyntheticResult(10, scenario)
            .Record(SyntheticResult.Money(Group, ReportQuantity.Levies), levies, levies, levies)
            .RecordMean(Sales(Group, "mabruk"), 11e6, 22e6, 33e6)
            .RecordMean(Sales(Group, channel: "trucks"), 10e6, 20e6, 30e6)
            .RecordMean(Sales(Group, channel: "export"), 1e6, 2e6, 3e6)
            .RecordMean(Sales(Group, channel: "by-night"), 2e6, 2e6, 2e6)
            .RecordMean(Sales(Group, channel: "by-day"), 1e6, 1e6, 1e6)
            .Build();
        var chart = StackCharts.Of(result, StackBy.Channel, Group);
        Assert.Equal(["Trucks", "Levies", "Theft", "Export"], chart.Sources.Select(s => s.Label));
        Assert.Equal([3.0, 3.0, 3.0], chart.Sources[2].Mean);
        Assert.Equal(["69 %", "14 %", "10 %", "7 %"], chart.Sources.Select(s => s.Note));
        Assert.Equal("Islamic State in Libya: 69 % of mean oil revenue comes from the market Trucks", chart.Text.Title);
        Assert.Contains("Theft 9.0 million USD (10 %).", chart.Text.AltText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10, 17.04e6, 16.96e6, 66e6, "34 % of mean oil revenue comes from Mabruk and Waha Group")]
    [InlineData(10, 60e6, 20e6, 20e6, "60 % of mean oil revenue comes from Mabruk")]
    public void A_source_that_is_not_shown_to_be_the_largest_shares_the_title(
        int parts,
        double first,
        double second,
        double rest,
        string title
    )
    {
        var synthetic = new SyntheticResult(10)
            .RecordMean(Sales(Group, "mabruk"), first, first, first)
            .RecordMean(Sales(Group, "waha-group"), second, second, second);
        for (var i = 0; i < parts; i++)
        {
            synthetic.RecordMean(Sales(Group, $"small-{i}"), rest / parts, rest / parts, rest / parts);
        }

        var chart = StackCharts.Of(synthetic.Build(), StackBy.Source, Group);
        Assert.Equal($"Islamic State in Libya: {title}", chart.Text.Title);
    }

    [Fact]
    public void Many_sources_of_one_size_are_counted()
    {
        var synthetic = new SyntheticResult(10);
        for (var i = 0; i < 5; i++)
        {
            synthetic.RecordMean(Sales(Group, $"field-{i}"), 1e6, 1e6, 1e6);
        }

        Assert.Equal(
            "Islamic State in Libya: 100 % of mean oil revenue comes from 5 sources of about the same size",
            StackCharts.Of(synthetic.Build(), StackBy.Source, Group).Text.Title
        );
    }

    [Fact]
    public void A_part_has_one_colour_in_the_stack_of_all_and_in_those_of_single_actors()
    {
        var result = new SyntheticResult(
            10,
            SyntheticResult.Libya() with
            {
                Markets = [MarketOf("export"), MarketOf("trucks"), MarketOf("barges")],
            }
        )
            .Record(SyntheticResult.Money(Group, ReportQuantity.Levies), new double[10], new double[10], new double[10])
            .RecordMean(Sales("noc", channel: "export"), 90e6, 90e6, 90e6)
            .RecordMean(Sales(Group, channel: "barges"), 1e5, 1e5, 1e5)
            .RecordMean(Sales("guards", channel: "barges"), 1e4, 1e4, 1e4)
            .RecordMean(Sales(Group, channel: "trucks"), 20e6, 20e6, 20e6)
            .RecordMean(Sales(Group, channel: "export"), 10e6, 10e6, 10e6)
            .Build();
        var all = StackCharts.Of(result, StackBy.Channel).Sources;
        var one = StackCharts.Of(result, StackBy.Channel, Group).Sources;

        Assert.Equal(["Export", "Trucks", "Barges"], all.Select(s => s.Label));
        Assert.Equal(["Trucks", "Export", "Barges"], one.Select(s => s.Label));
        Assert.All(one, band => Assert.Equal(all.Single(s => s.Label == band.Label).Category, band.Category));
        Assert.Equal(3, one.Select(s => s.Category).Distinct().Count());
    }

    [Fact]
    public void A_part_has_one_colour_whatever_the_course_that_makes_it_large_or_small()
    {
        var scenario = SyntheticResult.Libya() with
        {
            Markets = [MarketOf("export"), MarketOf("trucks"), MarketOf("barges")],
        };
        SourcesChart Under(double export, double trucks, double barges) =>
            StackCharts.Of(
                new SyntheticResult(10, scenario)
                    .RecordMean(Sales("noc", channel: "export"), export, export, export)
                    .RecordMean(Sales(Group, channel: "trucks"), trucks, trucks, trucks)
                    .RecordMean(Sales(Group, channel: "barges"), barges, barges, barges)
                    .Build(),
                StackBy.Channel
            );
        var (first, second) = (Under(90e6, 20e6, 0).Sources, Under(0, 20e6, 30e6).Sources);

        Assert.Equal(["Export", "Trucks"], first.Select(s => s.Label));
        Assert.Equal(["Barges", "Trucks"], second.Select(s => s.Label));
        Assert.Equal(first[1].Category, second[1].Category);
        Assert.NotEqual(first[0].Category, second[0].Category);
    }

    [Fact]
    public void No_part_of_a_stack_of_all_has_the_palest_colour()
    {
        const int Palest = 7;
        for (var large = 0; large < 10; large++)
        {
            var scenario = SyntheticResult.Libya() with
            {
                Markets = [.. Enumerable.Range(0, 10).Select(i => MarketOf($"market-{i}"))],
            };
            var synthetic = new SyntheticResult(10, scenario);
            for (var i = 0; i < 10; i++)
            {
                var usd = i == large ? 90e6 : 5e6 + (i * 1e5);
                synthetic.RecordMean(Sales("noc", channel: $"market-{i}"), usd, usd, usd);
            }

            var chart = StackCharts.Of(synthetic.Build(), StackBy.Channel);
            Assert.Equal(7, chart.Sources.Length);
            Assert.DoesNotContain(chart.Sources, s => !s.IsOther && s.Category == Palest);
        }
    }

    [Theory]
    [InlineData(StackBy.Source)]
    [InlineData(StackBy.Channel)]
    public void A_stack_of_all_sales_tells_their_sum_as_exactly_as_it_is_known(StackBy by)
    {
        const long Paths = 100;
        const double Error = 0.5e9;
        var scenario = SyntheticResult.Libya() with { Markets = [MarketOf("export")] };
        var total = new SeriesStatistics
        {
            Count = Paths,
            Mean = 154.4e9,
            M2 = Error * Error * Paths * (Paths - 1),
            PositiveCount = Paths,
            PositiveMean = 154.4e9,
            PositiveM2 = Error * Error * Paths * (Paths - 1),
            Min = 140e9,
            Max = 170e9,
        };
        var synthetic = new SyntheticResult(Paths, scenario)
            .RecordTotal(Sales("noc"), total)
            .RecordMean(Sales("noc", channel: "export"), 51.2e9, 51.6e9, 51.6e9);
        for (var i = 0; i < 10; i++)
        {
            synthetic.RecordMean(Sales("noc", $"field-{i}"), 5.12e9, 5.16e9, 5.16e9);
        }

        var text = StackCharts.Of(synthetic.Build(), by).Text.AltText;
        Assert.Contains("; 154.4 billion USD in all:", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_all_actors_sales_add_up_and_levies_out_of_them_do_not_count_twice()
    {
        double[] levies = [.. Enumerable.Repeat(4e6, 10)];
        var scenario = SyntheticResult.Libya() with { Markets = [MarketOf("export")] };
        var result = new SyntheticResult(10, scenario)
            .Record(SyntheticResult.Money(Group, ReportQuantity.Levies), levies, levies, levies)
            .RecordMean(Sales("noc", channel: "export"), 10e6, 20e6, 30e6)
            .RecordMean(Sales("guards", channel: "export"), 1e6, 2e6, 3e6)
            .Build();
        var chart = StackCharts.Of(result, StackBy.Channel);
        Assert.Equal("Export", Assert.Single(chart.Sources).Label);
        Assert.Equal([11.0, 22.0, 33.0], chart.Sources[0].Mean);
        Assert.Equal("All actors", chart.Actor);
        Assert.Contains("Levies are paid out of sales", chart.Text.Subtitle, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_oil_was_stored_no_field_is_called_the_largest_source()
    {
        var scenario = SyntheticResult.Libya() with
        {
            Nodes =
            [
                new Node
                {
                    Name = "hariga",
                    Kind = NodeKind.Terminal,
                    Area = "oil-crescent",
                },
            ],
        };
        SourcesChart Of(double storedUsd) =>
            StackCharts.Of(
                new SyntheticResult(10, scenario)
                    .RecordMean(Sales(Group, "mabruk"), 10e6, 20e6, 30e6)
                    .RecordMean(Sales(Group, "hariga"), storedUsd, storedUsd, storedUsd)
                    .Build(),
                StackBy.Source,
                Group
            );

        var stored = Of(5e6);
        Assert.Equal(["Mabruk", "Hariga, tanks"], stored.Sources.Select(s => s.Label));
        Assert.Equal(
            "Islamic State in Libya: mean oil revenue of 75 million USD, by field and tank farm",
            stored.Text.Title
        );
        Assert.Contains("Oil that was stored counts under its tanks", stored.Text.Subtitle, StringComparison.Ordinal);
        var none = Of(0);
        Assert.Equal("Islamic State in Libya: 100 % of mean oil revenue comes from Mabruk", none.Text.Title);
        Assert.DoesNotContain("tanks", none.Text.Subtitle, StringComparison.Ordinal);
    }

    [Fact]
    public void By_theatre_barrels_count_where_they_are_produced()
    {
        var scenario = SyntheticResult.Libya();
        scenario = scenario with
        {
            Areas =
            [
                new Area
                {
                    Name = "oil-crescent",
                    Holder = "guards",
                    Theatre = "east",
                },
                new Area
                {
                    Name = "sirte",
                    Holder = Group,
                    Theatre = "middle",
                },
            ],
        };
        double[] levies = [.. Enumerable.Repeat(3e6, 10)];
        var result = new SyntheticResult(10, scenario)
            .Record(SyntheticResult.Money(Group, ReportQuantity.Levies), levies, levies, levies)
            .RecordMean(Sales(Group, "mabruk"), 1e6, 2e6, 3e6)
            .RecordMean(Sales(Group, "waha-group"), 10e6, 20e6, 30e6)
            .Build();
        var chart = StackCharts.Of(result, StackBy.Theatre, Group);
        Assert.Equal(["East", "Levies, theatre not recorded", "Middle"], chart.Sources.Select(s => s.Label));
        Assert.Equal([60.0, 9.0, 6.0], chart.Sources.Select(s => Math.Round(s.Total, 9)));
    }

    [Fact]
    public void By_actor_a_loss_stays_below_zero_and_amounts_stand_instead_of_shares()
    {
        double[] Each(double usd) => [.. Enumerable.Repeat(usd, 10)];
        SeriesKey Net(string actor) => new(actor, null, null, ReportQuantity.Net);
        var result = new SyntheticResult(10)
            .Record(Net("noc"), Each(30e6), Each(30e6), Each(40e6))
            .Record(Net(Group), Each(-5e6), Each(5e6), Each(-10e6))
            .Record(Net("guards"), Each(0), Each(0), Each(0))
            .Build();
        var chart = StackCharts.Of(result, StackBy.Actor);
        Assert.Equal(["National Oil Corporation", "Islamic State in Libya"], chart.Sources.Select(s => s.Label));
        Assert.Equal([-5.0, 5.0, -10.0], chart.Sources[1].Mean);
        Assert.Equal(["100 million USD", "−10 million USD"], chart.Sources.Select(s => s.Note));
        Assert.Equal(0, chart.Sources[1].Actor!.Colour);
        // Of gains alone it would be 100 %, of all that is kept 111 %: neither is a share.
        Assert.Equal(
            "100 million USD of the oil money that actors keep goes to National Oil Corporation, on average",
            chart.Text.Title
        );
        Assert.Contains("Below zero: more paid than received.", chart.Text.Subtitle, StringComparison.Ordinal);
    }

    [Fact]
    public void One_actor_alone_is_not_stacked_by_actor()
    {
        var result = new SyntheticResult(10).RecordMean(Sales(Group, "mabruk"), 1e6, 2e6, 3e6).Build();
        Assert.Throws<ArgumentException>(() => StackCharts.Of(result, StackBy.Actor, Group));
    }

    [Fact]
    public void Where_nobody_earns_anything_it_says_so()
    {
        var chart = StackCharts.Of(
            new SyntheticResult(10).RecordMean(Sales(Group, "mabruk"), 0.0, 0.0, 0.0).Build(),
            StackBy.Channel
        );
        Assert.True(chart.IsAllZero);
        Assert.Equal("All actors: no oil revenue", chart.Text.Title);
        Assert.Equal("million USD per month", chart.Unit.ToString());
    }

    [Fact]
    public void What_is_put_together_with_tanks_is_from_tanks_too()
    {
        var field = new StackPart("Sharara", "Sharara", [1.0, 2.0], 3.0);
        var tanks = new StackPart("Hariga, tanks", "the tanks at Hariga", [0.5, 0.5], 1.0) { IsFromTanks = true };
        Assert.True(StackPart.Sum("Other", [field, tanks]).IsFromTanks);
        Assert.False(StackPart.Sum("Other", [field, field]).IsFromTanks);
    }
}
