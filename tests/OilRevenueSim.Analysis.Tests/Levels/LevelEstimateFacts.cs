using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Analysis.Headlines;
using OilRevenueSim.Analysis.Levels;
using OilRevenueSim.Analysis.Manifests;
using OilRevenueSim.Analysis.Summary;
using OilRevenueSim.Analysis.Tests.Comparisons;
using OilRevenueSim.Core.Simulation;
using OilRevenueSim.Core.Uncertainty;
using Xunit;

namespace OilRevenueSim.Analysis.Tests.Levels;

/// <summary>What a run with replicates reports of its two levels.</summary>
public sealed class LevelEstimateFacts
{
    private static readonly EnsembleResult Result = UnsureDesert.Run(20, Sampling.Random, 4_000);
    private static readonly SeriesLevels Levels = Result.Levels!.At(Result.Series.IndexOf(ContestedDesert.GroupGross));

    [Fact]
    public void The_share_has_an_interval_and_bands_are_world_means_without_noise_around_the_mean()
    {
        var estimate = LevelEstimate.Of(Levels);
        var variances = Levels.Variances;
        Assert.Equal(
            variances.Between / (variances.Between + variances.Within),
            estimate.BetweenShare!.Value.Value,
            1e-12
        );
        Assert.InRange(estimate.BetweenShare.Value.Low!.Value, 0.0, estimate.BetweenShare.Value.Value - 0.01);
        Assert.InRange(estimate.BetweenShare.Value.High!.Value, estimate.BetweenShare.Value.Value + 0.01, 1.0);
        Assert.Equal(variances.Between, estimate.BetweenSd * estimate.BetweenSd, 1e-6 * variances.Between);

        // Shrinking by √(between/s²) leaves the variance between worlds.
        var means = Enumerable.Range(1, 200).Select(rank => Levels.WorldMeans.Value(rank)).ToArray();
        var shrunk = means.Select(x => Levels.Mean + (variances.Shrinkage * (x - Levels.Mean))).ToArray();
        var variance = shrunk.Sum(x => (x - Levels.Mean) * (x - Levels.Mean)) / 199;
        Assert.Equal(variances.Between, variance, 1e-9 * variance);
        Assert.InRange(estimate.WorldMeans[0], means[0], Levels.Mean);
        Assert.InRange(estimate.WorldMeans[2], Levels.Mean, means[^1]);
    }

    [Fact]
    public void A_few_worlds_give_a_share_without_interval()
    {
        var few = UnsureDesert.Run(20, Sampling.Random, 31 * 20);
        var levels = few.Levels!.At(few.Series.IndexOf(ContestedDesert.GroupGross));
        Assert.Null(LevelEstimate.Of(levels).BetweenShare!.Value.Low);
        var more = UnsureDesert.Run(20, Sampling.Random, 32 * 20);
        levels = more.Levels!.At(more.Series.IndexOf(ContestedDesert.GroupGross));
        Assert.NotNull(LevelEstimate.Of(levels).BetweenShare!.Value.Low);
    }

    [Fact]
    public void One_world_says_nothing_of_what_is_not_known()
    {
        var one = UnsureDesert.Run(200, Sampling.Random, 200);
        Assert.DoesNotContain(
            SummaryTable.From(one),
            r => r.Statistic is SummaryStatistic.BetweenShare or "world_mean_p50"
        );
        Assert.Null(LevelsChart.Of(one, "group"));
        var headline = Headline.From(one);
        Assert.Equal("200 paths (1 world of 200)", headline.Size.ToString());
        Assert.DoesNotContain(
            HeadlineRow.Of(headline),
            r => r.Label.Contains("what we do not know", StringComparison.Ordinal)
        );

        var two = UnsureDesert.Run(100, Sampling.Random, 200);
        Assert.Contains(SummaryTable.From(two), r => r.Statistic == SummaryStatistic.BetweenShare);
        Assert.NotNull(LevelsChart.Of(two, "group"));
    }

    [Fact]
    public void The_summary_has_the_levels_of_the_whole_horizon_only()
    {
        var rows = SummaryTable.From(Result);
        var own = rows.Where(r => r.Actor == "group" && r.Quantity == "gross_revenue_usd" && r.Place is null).ToList();
        var share = own.Single(r => r.Statistic == SummaryStatistic.BetweenShare);
        Assert.Equal("total", share.Period);
        Assert.Equal(LevelEstimate.Of(Levels).BetweenShare!.Value.Value, share.Value);
        Assert.Single(own, r => r.Statistic == "world_mean_p95");
        Assert.Single(own, r => r.Statistic == "within_p05");
        var any = own.Single(r => r.Statistic == "p_reach" && r.Threshold == 0.0);
        Assert.Equal(own.Single(r => r is { Statistic: "p_any", Period: "total" }).Value, any.Value);
        Assert.DoesNotContain(rows, r => r.Statistic == SummaryStatistic.WithinSd && r.Period != "total");
        Assert.DoesNotContain(
            SummaryTable.From(UnsureDesert.Run(1, Sampling.Random, 256)),
            r => r.Statistic == SummaryStatistic.WithinSd
        );
    }

    [Fact]
    public void Headline_and_manifest_say_worlds_and_sampling()
    {
        Assert.Equal("4,000 paths (200 worlds of 20)", Headline.From(Result).Size.ToString());
        var sobol = UnsureDesert.Run(1, Sampling.Sobol, 1_600);
        Assert.Equal("1,600 paths, Sobol' sampling", Headline.From(sobol).Size.ToString());
        var manifest = ResultManifest.From(UnsureDesert.Run(2, Sampling.LatinHypercube, 64));
        Assert.Equal((2, "lhs"), (manifest.Replicates, manifest.Sampling));
        Assert.Equal("64 paths (32 worlds of 2), Latin hypercube sampling", RunSize.Of(manifest).ToString());
        Assert.Equal(new RunSize(5), RunSize.Of(manifest with { Paths = 5, Replicates = 0, Sampling = null }));
        Assert.Throws<FormatException>(() => SamplingName.Parse("halton"));
        var lines = HeadlineRow.Of(Headline.From(Result)).Select(row => row.Label).ToList();
        Assert.Contains("of its variance, what we do not know", lines);
        Assert.DoesNotContain(
            "of its variance, what we do not know",
            HeadlineRow.Of(Headline.From(sobol)).Select(row => row.Label)
        );
    }

    [Fact]
    public void Curves_of_the_chart_fall_and_the_band_encloses_a_middling_world()
    {
        var chart = LevelsChart.Of(Result, "group")!;
        Assert.True(chart.Curve.Length > 20);
        foreach (var point in chart.Curve)
        {
            Assert.True(point.Low <= point.Median && point.Median <= point.High);
        }

        foreach (var (left, right) in chart.Curve.Zip(chart.Curve.Skip(1)))
        {
            Assert.True(left.Amount < right.Amount);
            Assert.True(left.Probability >= right.Probability);
            Assert.True(left.Low >= right.Low && left.Median >= right.Median && left.High >= right.High);
        }

        Assert.EndsWith(
            " of the spread (variance) of oil revenue is what we do not know",
            chart.Text.Title,
            StringComparison.Ordinal
        );
        Assert.Equal("levels-group", ResultCharts.From(Result).Levels.Single().Name);
        Assert.Null(LevelsChart.Of(UnsureDesert.Run(1, Sampling.Sobol, 64), "group"));
    }
}
