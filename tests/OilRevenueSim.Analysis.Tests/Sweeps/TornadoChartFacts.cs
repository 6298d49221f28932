using System.Collections.Immutable;
using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Analysis.Statistics;
using OilRevenueSim.Analysis.Sweeps;
using OilRevenueSim.Analysis.Words;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Simulation;
using Xunit;

namespace OilRevenueSim.Analysis.Tests.Sweeps;

public sealed class TornadoChartFacts
{
    private static readonly SweepAxis[] Axes =
    [
        new("benchmarks.brent.spot", "USD/bbl", false),
        new("areas.coast.changes.army>rebels.chance", "% within 12 months", false),
        new("fields.oilfield.capacity", "kb/d", false),
    ];

    private static readonly Scenario Scenario = new()
    {
        Name = "small",
        Title = "A small world",
        Start = new DateOnly(2020, 1, 1),
        End = new DateOnly(2020, 12, 31),
        Actors = [new Actor { Name = "army", Label = "The army" }, new Actor { Name = "rebels", Label = "The rebels" }],
    };

    private static readonly RunManifest Run = new()
    {
        Scenario = "small",
        Course = "base",
        ContentHash = "",
        Files = [],
        Seed = 7,
        Paths = 1_000,
        EngineVersion = "0.1.0",
        ExactQuantiles = true,
        Warnings = [],
    };

    private static readonly double[] File = [50, 10, 30];

    [Fact]
    public void Bars_stand_widest_first_and_those_within_noise_last()
    {
        var chart = TornadoCharts.Of(
            Scenario,
            Run,
            Axes,
            [
                Base(),
                At(0, 40, 8e6),
                At(0, 60, 15e6),
                At(1, 5, 9.9e6),
                At(1, 20, 10.1e6),
                At(2, 20, 9e6),
                At(2, 45, 12e6),
            ]
        );

        Assert.Equal(
            ["Brent, spot price", "Oilfield, capacity", "Coast, The army to The rebels, chance"],
            chart.Bars.Select(b => b.Label)
        );
        Assert.Equal([7.0, 3.0, 0.2], chart.Bars.Select(b => Math.Round(b.Width, 9)));
        Assert.Equal([false, false, true], chart.Bars.Select(b => b.IsWithinNoise));
        Assert.Equal(("40 USD/bbl", "60 USD/bbl"), (chart.Bars[0].Low.Level, chart.Bars[0].High.Level));
        Assert.Equal((10.0, "10.0", "million USD"), (chart.Base, chart.BaseLabel, chart.Unit));
        // The paired difference of −2 ± 0.25 million from the file's 10.
        Assert.Equal((7.75, 8.25), (chart.Bars[0].Low.ErrorLow, chart.Bars[0].Low.ErrorHigh));
        Assert.Equal("The rebels: mean gross revenue hangs most on Brent, spot price", chart.Text.Title);
        Assert.Contains("Hatched", chart.Text.Subtitle, StringComparison.Ordinal);
        Assert.Contains(
            "Brent, spot price: 8.0 at 40 USD/bbl, 15.0 at 60 USD/bbl.",
            chart.Text.AltText,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_bar_whose_levels_lie_on_one_side_of_the_file_begins_at_the_file()
    {
        SweepRow[] rows =
        [
            Base(),
            At(0, 60, 30e6),
            At(0, 70, 30e6),
            At(1, 5, 4e6),
            At(1, 20, 7e6),
            At(2, 20, 9e6),
            At(2, 45, 12e6),
        ];

        var bars = TornadoCharts.Of(Scenario, Run, Axes, rows).Bars;

        Assert.Equal([(10.0, 30.0), (4.0, 10.0), (9.0, 12.0)], bars.Select(b => (b.Low.Value, b.High.Value)));
        Assert.Equal("as in the file", bars[0].Low.Level);
        Assert.Equal("as in the file", bars[1].High.Level);
    }

    [Fact]
    public void Cells_that_are_all_as_in_the_file_make_no_tornado() =>
        Assert.Throws<InvalidOperationException>(() =>
            TornadoCharts.Of(Scenario, Run, Axes, [Base(), At(0, 50, 10e6)])
        );

    [Fact]
    public void A_price_that_lowers_the_number_has_its_high_level_at_the_low_end()
    {
        var chart = TornadoCharts.Of(Scenario, Run, Axes, [Base(), At(0, 40, 15e6), At(0, 60, 8e6)]);

        Assert.Equal(("60 USD/bbl", "40 USD/bbl"), (chart.Bars[0].Low.Level, chart.Bars[0].High.Level));
    }

    [Fact]
    public void A_level_and_what_is_told_are_in_words_of_the_language()
    {
        SweepRow InWeeks(double level, double value)
        {
            var row = At(0, level, value);
            return row with
            {
                Values = row.Values.SetItem(0, new AxisValue("parameters.grip", $"{level} weeks", level, "weeks")),
            };
        }

        TornadoChart In(Language language) =>
            TornadoCharts.Of(Scenario, Run, Axes, [Base(), InWeeks(1, 8e6), InWeeks(80, 15e6)], language);

        var english = In(Language.English);
        Assert.Equal(("1 week", "80 weeks"), (english.Bars[0].Low.Level, english.Bars[0].High.Level));
        Assert.Contains("interval of the difference from the file", english.Text.Subtitle, StringComparison.Ordinal);
        var french = In(Language.French);
        Assert.Equal(("1 semaine", "80 semaines"), (french.Bars[0].Low.Level, french.Bars[0].High.Level));
        Assert.DoesNotContain("mean gross revenue", french.Text.Title, StringComparison.Ordinal);
        Assert.Equal("% خلال 12 شهرًا", AxisUnits.Of(Language.Arabic, "% within 12 months"));
    }

    [Fact]
    public void One_level_spans_from_the_file_and_no_number_is_named()
    {
        var chart = TornadoCharts.Of(Scenario, Run, Axes, [Base(), At(0, 60, 15e6), At(2, 20, null), At(2, 45, null)]);

        var bar = Assert.Single(chart.Bars);
        Assert.Equal(
            ("as in the file", 10.0, "60 USD/bbl", 15.0),
            (bar.Low.Level, bar.Low.Value, bar.High.Level, bar.High.Value)
        );
        Assert.Equal(["Oilfield, capacity"], chart.Failed);
        Assert.EndsWith("No number for Oilfield, capacity.", chart.Text.AltText, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_a_statistic_has_no_paired_difference_its_own_interval_is_the_error()
    {
        var chart = TornadoCharts.Of(
            Scenario,
            Run,
            Axes,
            [Base(), At(0, 40, 9.7e6) with { Difference = null }, At(0, 60, 11e6) with { Difference = null }]
        );

        Assert.Equal(
            (9.45, 9.95),
            (Math.Round(chart.Bars[0].Low.ErrorLow, 9), Math.Round(chart.Bars[0].Low.ErrorHigh, 9))
        );
        Assert.False(chart.Bars[0].IsWithinNoise);
    }

    [Fact]
    public void Nothing_that_moves_beyond_the_error_is_said_in_the_title()
    {
        var chart = TornadoCharts.Of(Scenario, Run, Axes, [Base(), At(0, 40, 9.9e6), At(0, 60, 10.1e6)]);

        Assert.EndsWith(
            "mean gross revenue is not shown to hang on any assumption",
            chart.Text.Title,
            StringComparison.Ordinal
        );
    }

    [Theory]
    // Ends are known to ± 0.25 million each: bars of 7 and 6 million may be as wide as each other, of 7 and 5.9 million they are not.
    [InlineData(13e6, "hangs on Brent, spot price; it is not shown to hang less on Oilfield, capacity")]
    [InlineData(12.9e6, "hangs most on Brent, spot price")]
    public void The_widest_bar_is_called_so_only_where_it_is_shown_to_be(double other, string said)
    {
        var chart = TornadoCharts.Of(
            Scenario,
            Run,
            Axes,
            [Base(), At(0, 40, 8e6), At(0, 60, 15e6), At(2, 20, 7e6), At(2, 45, other)]
        );

        Assert.EndsWith($"mean gross revenue {said}", chart.Text.Title, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_values_moved_at_once_or_no_number_of_the_file_are_refused()
    {
        var both = At(0, 40, 1e6) with { Values = Values(40, 20, 30) };
        Assert.Throws<InvalidOperationException>(() => TornadoCharts.Of(Scenario, Run, Axes, [Base(), both]));
        Assert.Throws<InvalidOperationException>(() =>
            TornadoCharts.Of(Scenario, Run, Axes, [Base() with { Value = null }, At(0, 40, 1e6)])
        );
        Assert.Throws<InvalidOperationException>(() =>
            TornadoCharts.Of(Scenario, Run, Axes, [Base(), At(0, 40, null)])
        );
    }

    [Theory]
    [InlineData("benchmarks.brent.spot", "Brent, spot price")]
    [InlineData("areas.oil-crescent.changes.army>rebels.chance", "Oil Crescent, The army to The rebels, chance")]
    [InlineData("phases.changes.war>truce.waiting-time", "phases, War to Truce, waiting time")]
    [InlineData("actors.rebels.skill", "The rebels, skill")]
    [InlineData("parameters.discount", "Discount")]
    [InlineData("end", "end")]
    public void Addresses_are_read_aloud(string address, string words) =>
        Assert.Equal(words, AddressWords.Of(Scenario, address));

    private static SweepRow Base() =>
        Row(Values(File[0], File[1], File[2]), 10e6) with
        {
            IsFile = true,
            Difference = null,
        };

    private static SweepRow At(int axis, double level, double? value)
    {
        double[] levels = [.. File];
        levels[axis] = level;
        return Row(Values(levels[0], levels[1], levels[2]), value);
    }

    private static ImmutableArray<AxisValue> Values(params double[] levels) =>
        [.. Axes.Zip(levels, (a, level) => new AxisValue(a.Address, $"{level} {a.Unit}", level, a.Unit))];

    private static SweepRow Row(ImmutableArray<AxisValue> values, double? value) =>
        new(
            0,
            false,
            values,
            "base",
            "rebels",
            "gross_revenue_usd",
            "USD",
            "mean",
            value is { } number ? new Estimate(number, number - 0.25e6, number + 0.25e6) : null,
            value is { } shown ? new Estimate(shown - 10e6, shown - 10.25e6, shown - 9.75e6) : null,
            value is null ? "cannot be" : null
        );
}
