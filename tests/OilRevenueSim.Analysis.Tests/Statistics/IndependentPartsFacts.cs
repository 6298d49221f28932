using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Analysis.Statistics;
using OilRevenueSim.Analysis.Tests.Comparisons;
using OilRevenueSim.Analysis.Tests.Levels;
using OilRevenueSim.Core.Control;
using OilRevenueSim.Core.Simulation;
using OilRevenueSim.Core.Uncertainty;
using Xunit;
using static OilRevenueSim.Core.Tests.Simulation.World;

namespace OilRevenueSim.Analysis.Tests.Statistics;

/// <summary>Intervals of runs whose paths are not independent.</summary>
public sealed class IndependentPartsFacts
{
    [Fact]
    public void The_mean_is_within_students_t_of_as_many_parts()
    {
        var sobol = Total(UnsureDesert.Run(1, Sampling.Sobol, 1_600));
        var mean = MeanEstimate.Of(sobol);
        Assert.Equal(sobol.Parts!.MeanError * Confidence.StudentQuantile(15), mean.HalfWidth!.Value, 1e-9 * mean.Value);
        var ifAny = MeanEstimate.IfAny(sobol)!.Value;
        Assert.Equal(
            sobol.Parts.PositiveMeanError!.Value * Confidence.StudentQuantile(15),
            ifAny.HalfWidth!.Value,
            1e-9 * ifAny.Value
        );
        Assert.Equal(sobol.Parts.PositiveMeanError, MeanEstimate.StandardErrorIfAny(sobol));
    }

    [Fact]
    public void A_probability_has_wilsons_interval_of_as_many_paths_as_give_its_error()
    {
        // 1,000 worlds: t is z but for 0.2 %. The same share from n independent paths has the error √(p(1 − p)/n).
        var total = Total(UnsureDesert.Run(4, Sampling.Random, 4_000));
        var estimate = ProbabilityEstimate.AboveZero(total);
        var p = estimate.Value;
        var n = (long)Math.Round(p * (1 - p) / Math.Pow(total.Parts!.PositiveShareError, 2));
        var wilson = ProbabilityEstimate.Wilson((long)Math.Round(p * n), n);
        Assert.Equal(wilson.Low!.Value, estimate.Low!.Value, 0.002);
        Assert.Equal(wilson.High!.Value, estimate.High!.Value, 0.002);
        Assert.InRange(p, estimate.Low.Value, estimate.High.Value);
    }

    [Fact]
    public void What_no_path_shows_is_bounded_by_the_number_of_worlds()
    {
        var total = Total(UnsureDesert.Run(20, Sampling.Random, 4_000));
        Assert.Equal(0, total.AboveThreshold[^1]);
        Assert.Equal(ProbabilityEstimate.BoundWhenNeverSeen(200), ProbabilityEstimate.Above(total, 1).High);
    }

    [Fact]
    public void A_quantile_has_woodruffs_interval()
    {
        var total = Total(UnsureDesert.Run(4, Sampling.Random, 4_000));
        const double Share = 0.75;
        var estimate = new QuantileEstimate(total.Count, Share).Of(total, 0);
        var margin =
            Confidence.StudentQuantile(999)
            * Math.Max(
                total.Parts!.BelowError(estimate.Value)!.Value,
                total.Parts.BelowError(Math.BitDecrement(estimate.Value))!.Value
            );
        Assert.Equal(QuantileEstimate.Type7(total.Sample!, Share - margin), estimate.Low);
        Assert.Equal(QuantileEstimate.Type7(total.Sample!, Share + margin), estimate.High);
        Assert.True(estimate.Low < estimate.Value && estimate.Value < estimate.High);
        // One path in a thousand cannot be told from none with so few worlds.
        Assert.Null(new QuantileEstimate(total.Count, 0.9999).Of(total, 0).High);
    }

    [Fact]
    public void The_mass_at_zero_of_losses_has_the_interval_of_independent_parts()
    {
        // The group pays while it holds the desert: below zero where it ever does, zero elsewhere. Two futures a world.
        var world = ContestedDesert.With(0.8) with
        {
            Transfers = [Transfer("group", "company", 1e6, new HoldsCondition("desert", "group"))],
        };
        var options = new RunOptions { Replicates = 2, Sampling = Sampling.Sobol };
        var result = Ensemble.Run(SimulationPlan.Compile(world), options, 1_600);
        var paid = new TotalDistribution(result, new SeriesKey("group", null, null, ReportQuantity.Transfers));
        Assert.True(paid.Negative > 0 && paid.Zero > 0 && paid.Positive == 0);
        var gained = new TotalDistribution(result, new SeriesKey("company", null, null, ReportQuantity.Transfers));
        // What one pays the other receives in the same futures: one probability of zero, and one interval.
        Assert.Equal(gained.ProbabilityOfZero, paid.ProbabilityOfZero);
        Assert.NotEqual(ProbabilityEstimate.Of(paid.Zero, paid.Count), paid.ProbabilityOfZero);
    }

    private static SeriesStatistics Total(EnsembleResult result) =>
        result.Find(ContestedDesert.GroupGross, result.Periods[^1])!;
}
