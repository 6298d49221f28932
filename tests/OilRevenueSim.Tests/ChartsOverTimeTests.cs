using System.Globalization;
using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Analysis.Words;
using OilRevenueSim.Core.Markets;
using OilRevenueSim.Core.Prices;
using OilRevenueSim.Core.Simulation;
using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim.Tests;

/// <summary>Charts over time of shipped scenarios: their parts add up to what is recorded.</summary>
public sealed class ChartsOverTimeTests
{
    private const int Paths = 64;

    public static TheoryData<string> Scenarios =>
        ["sirte-2016", "isil-syria-iraq-2014", "libya-closures", "niger-delta", "two-theatres", "south-sudan-transit"];

    private static RunResult Run(string scenario) =>
        ScenarioFile.Load(Checkout.PathOf($"scenarios/{scenario}.yaml")).Run(paths: Paths);

    private static double MonthMean(RunResult run, int month, Func<SeriesKey, bool> which) =>
        Enumerable
            .Range(0, run.Recorded.Length)
            .Where(s => which(run.Recorded[s]))
            .Sum(s => run.Ensemble.At(s, month).Mean);

    private static bool IsOfActor(SeriesKey key) => key is { Actor: not null, Place: null, Channel: null };

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Stacks_add_up_to_what_is_recorded_in_every_month(string scenario)
    {
        var run = Run(scenario);
        StackBy[] ways = [StackBy.Source, StackBy.Channel, StackBy.Theatre];
        foreach (var by in ways)
        {
            foreach (var actor in run.Scenario.Actors.Select(a => a.Name))
            {
                AssertSum(
                    StackCharts.Of(run.Ensemble, by, actor),
                    m => MonthMean(run, m, k => IsOfActor(k) && k.Actor == actor && k.Quantity == ReportQuantity.Gross),
                    $"{scenario}, {actor} by {by}"
                );
            }

            AssertSum(
                StackCharts.Of(run.Ensemble, by),
                m => MonthMean(run, m, k => IsOfActor(k) && k.Quantity == ReportQuantity.Sales),
                $"{scenario}, all by {by}"
            );
        }

        AssertSum(
            StackCharts.Of(run.Ensemble, StackBy.Actor),
            m => MonthMean(run, m, k => IsOfActor(k) && k.Quantity == ReportQuantity.Net),
            $"{scenario} by actor"
        );
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Output_shut_in_and_lost_fill_the_capacity_of_the_first_day(string scenario)
    {
        var run = Run(scenario);
        var total = ProductionCharts.Of(run.Ensemble);
        foreach (var by in Enum.GetValues<ProductionBy>())
        {
            var chart = ProductionCharts.Of(run.Ensemble, by);
            for (var m = 0; m < chart.Months.Length; m++)
            {
                Assert.Equal(total.Output[0].Mean[m], chart.Output.Sum(b => b.Mean[m]), 1e-9 * total.Capacity);
                var filled = chart.Output.Sum(b => b.Mean[m]) + chart.ShutIn.Mean[m] + chart.Lost.Mean[m];
                // 64 draws of the capacities miss their mean: above it nothing is lost, never is less than it told of.
                Assert.True(
                    filled >= chart.Capacity * (1.0 - 1e-12),
                    $"{scenario}, month {m}: {filled} of {chart.Capacity}"
                );
                Assert.True(filled <= chart.Capacity * 1.25, $"{scenario}, month {m}: {filled} of {chart.Capacity}");
            }
        }
    }

    [Fact]
    public void A_benchmark_is_recorded_with_the_bits_of_a_market_that_sells_at_its_price()
    {
        // The world's market sells at the benchmark, without discount.
        var scenario = SmallWorld.Load() with
        {
            Record = [ReportQuantity.Price.Name],
            Benchmarks =
            [
                new GbmBenchmark
                {
                    Name = "brent",
                    Spot = Quantity.Of("50 USD/bbl"),
                    Volatility = Quantity.Of("20% to 40%"),
                },
            ],
        };
        var run = scenario.Run(paths: Paths);
        var market = run.Scenario.Markets.First(m => m.Price is LinkedPrice);
        var name = ((LinkedPrice)market.Price).Benchmark;
        var (result, key) = RecordedAgain.WithBenchmark(run, name);

        var ownKey = new SeriesKey(null, null, market.Name, ReportQuantity.Price);
        for (var period = 0; period < result.Periods.Length; period++)
        {
            var own = run.Ensemble.At(run.Ensemble.Series.IndexOf(ownKey), period);
            var again = result.At(result.Series.IndexOf(key), period);
            Assert.Equal(own.Mean, again.Mean);
            Assert.Equal(own.Sample!.Value(7), again.Sample!.Value(7));
            // The first month begins at the spot of every future.
            Assert.True(period == 0 || own.Max > own.Min);
        }

        var gross = new SeriesKey("company", null, null, ReportQuantity.Gross);
        Assert.Equal(
            run.Ensemble.Find(gross, run.Ensemble.Periods[^1])!.M2,
            result.Find(gross, result.Periods[^1])!.M2
        );
    }

    [Fact]
    public void What_a_run_did_not_keep_is_recorded_again_with_the_same_bits()
    {
        var run = Run("sirte-2016");
        var field = run.Scenario.Fields[0].Name;
        var key = new SeriesKey(null, field, null, ReportQuantity.Output);
        Assert.Null(run.Ensemble.Find(key, run.Ensemble.Periods[0])!.Sample);

        var again = RecordedAgain.With(run, key);

        Assert.NotNull(again.Find(key, again.Periods[0])!.Sample);
        Assert.All(
            run.Recorded,
            k =>
                Assert.Equal(
                    run.Ensemble.Find(k, run.Ensemble.Periods[^1])!.Mean,
                    again.Find(k, again.Periods[^1])!.Mean
                )
        );
        Assert.Same(again, RecordedAgain.With(new RunResult(again, null), key));
    }

    [Fact]
    public void Total_output_has_the_range_of_its_futures_where_they_are_kept()
    {
        var scenario = ScenarioFile.Load(Checkout.PathOf("scenarios/sirte-2016.yaml")) with
        {
            Record = [ReportQuantity.Output.Name],
        };
        var run = scenario.Run(paths: Paths);
        var chart = ProductionCharts.Of(run.Ensemble);
        var fields = run
            .Scenario.Fields.Select(f => run.Series("output_kbd", place: f.Name).In("2016-08").Draws)
            .ToList();
        double[] sums = [.. Enumerable.Range(0, Paths).Select(p => fields.Sum(f => f[p])).Order()];
        var month = chart.Months.IndexOf(new DateOnly(2016, 8, 1));
        var inThousands = chart.Unit.Factor / 1e3;
        // Type 7: rank 0.95 · 63 = 59.85, counted from 0.
        Assert.Equal(sums[59] + (0.85 * (sums[60] - sums[59])), chart.High[month] * inThousands, 1e-9);
        Assert.Equal(sums[3] + (0.15 * (sums[4] - sums[3])), chart.Low[month] * inThousands, 1e-9);
    }

    [Fact]
    public void The_kinds_over_time_are_drawn_of_a_run_that_recorded_none_of_it()
    {
        var run = Run("two-theatres");
        var outline = ResultOutline.Of(run);
        string[] Drawn(string kind, params (string Choice, string Word)[] choices)
        {
            var request = choices.Aggregate(ChartRequest.Any, (r, c) => r.With(c.Choice, c.Word));
            return
            [
                .. ChartKinds
                    .Named(kind)
                    .Figures(outline, request)
                    .Select(f =>
                    {
                        Assert.NotEmpty(ChartKinds.Named(kind).Draw(run, f.Request, Language.French).AltText);
                        return f.Name;
                    }),
            ];
        }

        Assert.Equal(["stack-channel", "stack-theatre", "stack-source"], Drawn("stack"));
        Assert.Equal(["stack-theatre-branch"], Drawn("stack", ("by", "theatre"), ("actor", "branch")));
        Assert.Equal(["actors"], Drawn("actors"));
        Assert.Equal(["production-area"], Drawn("production", ("by", "area")));
        Assert.Equal(["prices-brent"], Drawn("prices"));
        Assert.Equal(["fan-branch-treasury_usd"], Drawn("fan", ("actor", "branch"), ("quantity", "treasury_usd")));
        Assert.Single(Drawn("place"));
        Assert.Equal(["market-prices-libyan-trucks"], Drawn("market-prices", ("market", "libyan-trucks")));
    }

    private static void AssertSum(SourcesChart chart, Func<int, double> recordedUsd, string what)
    {
        var scale = chart.Unit.Factor;
        for (var m = 0; m < chart.Months.Length; m++)
        {
            var (calculated, expected) = (scale * chart.Sources.Sum(s => s.Mean[m]), recordedUsd(m));
            // Parts are summed in another order, and rounding errors of what passes through are left out.
            var tolerance = 1e-8 * Math.Max(1.0, scale * chart.Sources.Sum(s => s.Mean.Sum(Math.Abs)));
            Assert.True(
                Math.Abs(calculated - expected) <= tolerance,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{what}, month {m}: calculated {calculated:R}, expected {expected:R}, tolerance {tolerance:R}, seed 1"
                )
            );
        }
    }
}
