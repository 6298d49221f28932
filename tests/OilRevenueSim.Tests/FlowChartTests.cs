using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Tests;

/// <summary>Charts of flows of the shipped scenarios against the accounts of the same runs: nothing is made or lost on the way.</summary>
public sealed class FlowChartTests
{
    private const double Relative = 1e-9;

    public static TheoryData<string> Shipped =>
        [
            .. Directory
                .GetFiles(ScenarioFolder, "*.yaml")
                .Select(f => Path.GetFileName(f))
                .Order(StringComparer.Ordinal),
        ];

    private static string ScenarioFolder
    {
        get
        {
            var folder = AppContext.BaseDirectory;
            while (!File.Exists(Path.Combine(folder, "OilRevenueSim.sln")))
            {
                folder =
                    Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("There is no checkout here.");
            }

            return Path.Combine(folder, "scenarios");
        }
    }

    [Theory]
    [MemberData(nameof(Shipped))]
    public void What_comes_into_a_box_goes_out_of_it(string file)
    {
        var run = Recorded(file);
        foreach (var measure in Enum.GetValues<FlowMeasure>())
        {
            foreach (var period in (string?[])[null, run.Ensemble.Periods.First(p => p.Kind == PeriodKind.Year).Label])
            {
                var chart = FlowCharts.Of(run.Ensemble, measure, period);
                Assert.NotEmpty(chart.Links);
                var last = chart.Headings.Length - 1;
                for (var b = 0; b < chart.Boxes.Length; b++)
                {
                    var box = chart.Boxes[b];
                    var into = chart.Links.Where(l => l.To == b).Sum(l => l.Amount);
                    var from = chart.Links.Where(l => l.From == b).Sum(l => l.Amount);
                    var what = $"{file} {measure} {period}: {box.Label} in layer {box.Layer}";
                    Close(Math.Max(into, from), box.Amount, what);
                    if (box.Layer > 0 && box.Layer < last && box.Kind != FlowBoxKind.End)
                    {
                        Close(into, from, what);
                    }
                }

                Assert.All(chart.Links, l => Assert.Equal(chart.Boxes[l.From].Layer + 1, chart.Boxes[l.To].Layer));
                Assert.All(chart.Links, l => Assert.True(l.Amount > 0));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Shipped))]
    public void Fields_send_what_they_produce_and_actors_have_what_their_accounts_say(string file)
    {
        var run = Recorded(file);
        var total = run.Ensemble.Periods[^1];
        double Sum(ReportQuantity quantity, Func<SeriesKey, bool> which) =>
            run.Recorded.Where(k => k.Quantity == quantity && which(k)).Sum(k => run.Ensemble.Find(k, total)!.Mean);
        var oil = FlowCharts.Of(run.Ensemble);
        var fields = oil.Boxes.Where(b => b is { Layer: 0, Kind: FlowBoxKind.Place }).Sum(b => b.Amount);
        Close(Sum(ReportQuantity.Output, _ => true), fields, $"{file}: output");
        var money = FlowCharts.Of(run.Ensemble, FlowMeasure.Money);
        var scale = money.Unit switch
        {
            "billion USD" => 1e9,
            "million USD" => 1e6,
            _ => 1e3,
        };
        foreach (var actor in run.Scenario.Actors)
        {
            double Amount(FlowChart chart) =>
                chart.Boxes.Where(b => b.Kind == FlowBoxKind.Actor && b.Label == actor.Label).Sum(b => b.Amount);
            bool Whole(SeriesKey k) => k is { Place: null, Channel: null } && k.Actor == actor.Name;
            var sold = Sum(ReportQuantity.BarrelsSold, Whole) / total.Days / 1e3;
            Close(sold, Amount(oil), $"{file}: oil of {actor.Name}");

            // No shipped scenario has tolls in kind: what an actor gets is its gross and what others pass on to it, less what it pays.
            var passedOn = Sum(
                ReportQuantity.Proceeds,
                k => k.Channel!.StartsWith(actor.Name + ">", StringComparison.Ordinal)
            );
            var got =
                Sum(ReportQuantity.Gross, Whole) + Sum(ReportQuantity.Proceeds, k => k.Actor == actor.Name) - passedOn;
            var tolls = got - (scale * Amount(money));
            var rounding = Relative * Math.Abs(got);
            Assert.True(
                tolls >= -rounding && tolls <= Sum(ReportQuantity.Levied, _ => true) + rounding,
                $"{file}: {actor.Name} gets {got:R} before tolls, the chart says {scale * Amount(money):R}, seed 1"
            );
        }

        var paid =
            Sum(ReportQuantity.DeliveredValue, _ => true)
            + Sum(ReportQuantity.Sales, k => run.Scenario.Taps.Any(t => t.Identity == k.Channel));
        var gotten = money.Boxes.Where(b => b.Kind == FlowBoxKind.Actor).Sum(b => b.Amount) * scale;
        Close(paid, gotten, $"{file}: what buyers pay");
    }

    [Fact]
    public void A_run_that_did_not_record_routes_says_what_to_record()
    {
        var plain = SmallWorld.Load().Run(paths: 16);
        var wrong = Assert.Throws<ArgumentException>(() => plain.Flows());
        Assert.Contains(
            "record: [sent_kbd, delivered_kbd, stored_kbd, taken_kbd]",
            wrong.Message,
            StringComparison.Ordinal
        );
        var oil = (SmallWorld.Load() with { Record = FlowCharts.Needs(FlowMeasure.Barrels) }).Run(paths: 16);
        Assert.NotEmpty(oil.Flows().AltText);
        var money = Assert.Throws<ArgumentException>(() => oil.Flows(FlowMeasure.Money));
        Assert.Contains("needs delivered_usd, levied_usd, proceeds_usd", money.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_period_that_is_not_there_is_told_with_those_that_are()
    {
        var run = (SmallWorld.Load() with { Record = FlowCharts.Needs(FlowMeasure.Money) }).Run(paths: 16);
        Assert.Contains(
            "February 2020",
            FlowCharts.Of(run.Ensemble, period: "2020-02").Text.Subtitle,
            StringComparison.Ordinal
        );
        var wrong = Assert.Throws<ArgumentException>(() => run.Flows(period: "2021"));
        Assert.Contains("no period '2021'", wrong.Message, StringComparison.Ordinal);
        Assert.Contains("2020-01", wrong.Message, StringComparison.Ordinal);
    }

    private static RunResult Recorded(string file) =>
        (
            ScenarioFile.Load(Path.Combine(ScenarioFolder, file)) with
            {
                Record = FlowCharts.Needs(FlowMeasure.Money),
            }
        ).Run(paths: 256);

    private static void Close(double expected, double calculated, string what)
    {
        var tolerance = Relative * Math.Max(1e-3, Math.Abs(expected));
        Assert.True(
            Math.Abs(calculated - expected) <= tolerance,
            $"{what}: calculated {calculated:R}, expected {expected:R}, tolerance {tolerance:R}, seed 1"
        );
    }
}
