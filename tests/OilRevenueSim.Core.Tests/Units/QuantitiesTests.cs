using OilRevenueSim.Core.Units;
using Xunit;

namespace OilRevenueSim.Core.Tests.Units;

/// <summary>Unit types do the arithmetic their names promise.</summary>
public sealed class QuantitiesTests
{
    [Fact]
    public void A_flow_over_days_at_a_price_is_money()
    {
        var volume = new BarrelsPerDay(35_000).Over(30);
        Assert.Equal(new Barrels(1_050_000), volume);
        Assert.Equal(new Usd(52_500_000), new UsdPerBarrel(50) * volume);
    }

    [Fact]
    public void Money_adds_scales_and_compares()
    {
        var (less, more) = (new Usd(10), new Usd(25));
        Assert.Equal(new Usd(35), less + more);
        Assert.Equal(new Usd(-15), less - more);
        Assert.Equal(new Usd(5), 0.5 * less);
        Assert.True(less < more && more > less && less <= more && more >= less);
        Assert.Equal(-1, less.CompareTo(more));
    }

    [Fact]
    public void Volumes_add_and_subtract()
    {
        Assert.Equal(new Barrels(7), new Barrels(5) + new Barrels(2));
        Assert.Equal(new Barrels(3), new Barrels(5) - new Barrels(2));
    }

    [Fact]
    public void A_rate_is_the_inverse_of_its_mean_waiting_time() =>
        Assert.Equal(2.0, HazardRate.FromMeanYears(0.5).PerYear);

    [Fact]
    public void Defaults_are_nothing()
    {
        Assert.Equal(0.0, default(Usd).Value);
        Assert.Equal(0.0, default(BarrelsPerDay).Value);
        Assert.Equal(0.0, default(Fraction).Value);
    }
}
