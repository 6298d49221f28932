using OilRevenueSim.Analysis.Statistics;
using OilRevenueSim.Analysis.Tests.Synthetic;

namespace OilRevenueSim.Analysis.Tests.Statistics;

public sealed class MeanEstimateFacts
{
    [Fact]
    public void Mean_of_four_by_hand()
    {
        // mean 3, squared deviations 9 + 1 + 1 + 9 = 20, se = √(20/3/4) = 1.2909944, t(3) = 3.182446305
        var estimate = MeanEstimate.Of(SyntheticResult.Of([0.0, 2.0, 4.0, 6.0]));
        Assert.Equal(3.0, estimate.Value);
        Assert.Equal(3.0 - (3.182446305 * 1.2909944487358056), estimate.Low!.Value, 9);
        Assert.Equal(3.0 + (3.182446305 * 1.2909944487358056), estimate.High!.Value, 9);
    }

    [Fact]
    public void Mean_if_any_leaves_the_zeros_and_losses_out()
    {
        // 2 and 6: mean 4, M2 8, se = √(8/1/2) = 2, t(1) = 12.706204736
        var statistics = SyntheticResult.Of([0.0, 0.0, -5.0, 2.0, 6.0]);
        var estimate = MeanEstimate.IfAny(statistics)!.Value;
        Assert.Equal(4.0, estimate.Value);
        Assert.Equal(4.0 - (2.0 * 12.706204736), estimate.Low!.Value, 9);
        Assert.Equal(2.0, MeanEstimate.StandardErrorIfAny(statistics)!.Value, 12);
    }

    [Fact]
    public void Mean_if_any_of_one_path_has_no_interval() =>
        Assert.Equal(Estimate.Bare(6.0), MeanEstimate.IfAny(SyntheticResult.Of([0.0, 6.0])));

    [Fact]
    public void Mean_if_any_does_not_exist_where_all_is_zero()
    {
        Assert.Null(MeanEstimate.IfAny(SyntheticResult.Of([0.0, 0.0])));
        Assert.Null(MeanEstimate.StandardErrorIfAny(SyntheticResult.Of([0.0, 6.0])));
    }

    [Fact]
    public void One_path_has_no_interval() =>
        Assert.Equal(Estimate.Bare(5.0), MeanEstimate.Of(SyntheticResult.Of([5.0])));
}
