using System.Collections.Immutable;
using OilRevenueSim.Analysis.Statistics;
using OilRevenueSim.Analysis.Summary;
using OilRevenueSim.Analysis.Tests.Synthetic;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Analysis.Tests.Summary;

public sealed class SummaryTableFacts
{
    private static readonly SeriesKey Gross = SyntheticResult.Money("islamic-state", ReportQuantity.Gross);

    // Ten paths; totals 0 ×7, 5, 20 and 120 million USD, all earned in November 2016.
    internal static readonly double[] November = [0, 0, 0, 0, 0, 0, 0, 5e6, 20e6, 120e6];
    internal static readonly double[] Nothing = new double[10];

    private static ImmutableArray<SummaryRow> Rows() =>
        SummaryTable.From(new SyntheticResult(10).Record(Gross, November, Nothing, Nothing).Build());

    [Fact]
    public void A_series_gives_every_statistic_of_the_format_in_order()
    {
        var statistics = Rows().Where(r => r.Period == "total").Select(r => r.Statistic);
        Assert.Equal(
            ["mean", "se", "sd", "p05", "p25", "p50", "p75", "p95", "p_any", "mean_if_any", "p_over", "p_over"],
            statistics
        );
    }

    [Fact]
    public void Periods_are_months_then_years_then_the_total() =>
        Assert.Equal(
            ["2016-11", "2016-12", "2017-01", "2016", "2017", "total"],
            Rows().Select(r => r.Period).Distinct()
        );

    [Fact]
    public void Values_are_those_by_hand()
    {
        // mean 14.5; Σ(x−m)² = 7·14.5² + 9.5² + 5.5² + 105.5² = 12722.5; sd = √(12722.5/9); type 7: p75 at h = 7.75, p95 at 9.55
        var rows = Rows().Where(r => r.Period == "total").ToDictionary(r => (r.Statistic, r.Threshold));
        Assert.Equal(14.5e6, rows[("mean", null)].Value, 1e-6);
        Assert.Equal(Math.Sqrt(12722.5 / 9.0) * 1e6, rows[("sd", null)].Value, 1e-6);
        Assert.Equal(Math.Sqrt(12722.5 / 90.0) * 1e6, rows[("se", null)].Value, 1e-6);
        Assert.Equal(0.0, rows[("p50", null)].Value);
        Assert.Equal(3.75e6, rows[("p75", null)].Value, 1e-6);
        Assert.Equal(75e6, rows[("p95", null)].Value, 1e-6);
        Assert.Equal(0.3, rows[("p_any", null)].Value, 1e-15);
        Assert.Equal(145e6 / 3.0, rows[("mean_if_any", null)].Value, 1e-6);
        Assert.Equal(0.2, rows[("p_over", 10e6)].Value, 1e-15);
        Assert.Equal(0.1, rows[("p_over", 100e6)].Value, 1e-15);
    }

    [Fact]
    public void Intervals_stand_where_they_exist_and_nowhere_else()
    {
        var rows = Rows().Where(r => r.Period == "total").ToDictionary(r => (r.Statistic, r.Threshold));
        Assert.Equal((0.0, 20e6), (rows[("p50", null)].Low, rows[("p50", null)].High)); // ranks 2 and 9 of ten
        Assert.Null(rows[("p95", null)].Low); // no rank above
        Assert.Null(rows[("p95", null)].High);
        Assert.Null(rows[("se", null)].Low);
        Assert.Null(rows[("sd", null)].High);
        var wilson = ProbabilityEstimate.Wilson(3, 10);
        Assert.Equal((wilson.Low, wilson.High), (rows[("p_any", null)].Low, rows[("p_any", null)].High));
    }

    [Fact]
    public void A_mean_of_what_cannot_be_negative_has_no_negative_interval()
    {
        // 14.5 ± 2.26·11.9 and, where there is any, 48.3 ± 4.3·36.1 million USD reach below zero.
        var rows = Rows().Where(r => r.Period == "total").ToDictionary(r => r.Statistic + r.Threshold);
        Assert.Equal(0.0, rows["mean"].Low);
        Assert.Equal(0.0, rows["mean_if_any"].Low);
        double[] losses = [-1e6, .. November[1..]];
        var net = SyntheticResult.Money("islamic-state", ReportQuantity.Net);
        var result = new SyntheticResult(10).Record(net, losses, Nothing, Nothing).Build();
        var low = SummaryTable.From(result).Single(r => r is { Period: "total", Statistic: "mean" }).Low;
        Assert.True(low < -1e6, $"lower end {low}, expected about −12.5 million");
    }

    [Fact]
    public void A_month_in_which_no_path_earns_has_no_mean_if_any_and_a_bound_on_p_any()
    {
        var december = Rows().Where(r => r.Period == "2016-12").ToList();
        Assert.DoesNotContain(december, r => r.Statistic == "mean_if_any");
        var any = december.Single(r => r.Statistic == "p_any");
        Assert.Equal(0.0, any.Value);
        Assert.Equal(1.0 - Math.Pow(0.05, 0.1), any.High!.Value, 1e-11);
    }

    [Fact]
    public void Thresholds_come_only_where_they_were_counted() =>
        Assert.All(Rows().Where(r => r.Statistic == "p_over"), r => Assert.Equal("total", r.Period));

    [Fact]
    public void A_series_kept_as_mean_gives_mean_and_standard_error_only()
    {
        var key = new SeriesKey("guards", "sirte", null, ReportQuantity.ProbabilityHolds);
        var rows = SummaryTable.From(new SyntheticResult(10).RecordMean(key, 0.2, 0.4, 0.6).Build());
        Assert.Equal(["mean", "se"], rows.Where(r => r.Period == "2016").Select(r => r.Statistic));
        var mean = rows.First(r => r is { Period: "2016", Statistic: "mean" });
        Assert.Equal(
            ("guards", "sirte", (string?)null, "probability_holds", "1"),
            (mean.Actor, mean.Place, mean.Channel, mean.Quantity, mean.Unit)
        );
        Assert.Equal(0.3, mean.Value, 1e-15);
    }
}
