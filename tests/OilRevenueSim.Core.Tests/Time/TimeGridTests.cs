using OilRevenueSim.Core.Time;
using Xunit;

namespace OilRevenueSim.Core.Tests.Time;

/// <summary>Calendar facts of the steps (model.md §1).</summary>
public sealed class TimeGridTests
{
    [Fact]
    public void Weeks_are_cut_at_the_months_end()
    {
        var grid = new TimeGrid(new DateOnly(2016, 1, 1), new DateOnly(2016, 2, 29), StepLength.Week);
        Assert.Equal([7, 7, 7, 7, 3, 7, 7, 7, 7, 1], grid.Days);
        Assert.Equal(new DateOnly(2016, 2, 1), grid.FirstDays[5]);
        Assert.Equal([0, 0, 0, 0, 0, 1, 1, 1, 1, 1], grid.MonthOfStep);
    }

    [Fact]
    public void Weeks_count_from_the_start_and_again_from_the_first_of_the_next_month()
    {
        var grid = new TimeGrid(new DateOnly(2016, 3, 20), new DateOnly(2016, 4, 10), StepLength.Week);
        Assert.Equal([7, 5, 7, 3], grid.Days);
        Assert.Equal(new DateOnly(2016, 4, 1), grid.FirstDays[2]);
    }

    [Fact]
    public void February_of_a_leap_year_has_29_days()
    {
        var grid = new TimeGrid(new DateOnly(2015, 2, 1), new DateOnly(2016, 2, 29), StepLength.Month);
        Assert.Equal(13, grid.StepCount);
        Assert.Equal(28, grid.Days[0]);
        Assert.Equal(29, grid.Days[12]);
        Assert.Equal(29 / 365.25, grid.DtYears(12));
        Assert.Equal([2015, 2016], grid.Years);
    }

    [Fact]
    public void A_month_that_starts_late_or_ends_early_is_short()
    {
        var grid = new TimeGrid(new DateOnly(2016, 1, 20), new DateOnly(2016, 3, 5), StepLength.Month);
        Assert.Equal([12, 29, 5], grid.Days);
        Assert.Equal([new YearMonth(2016, 1), new YearMonth(2016, 2), new YearMonth(2016, 3)], grid.Months);
    }

    [Theory]
    [InlineData(StepLength.Day)]
    [InlineData(StepLength.Week)]
    [InlineData(StepLength.Month)]
    public void A_horizon_of_one_day_is_one_step(StepLength step)
    {
        var day = new DateOnly(2016, 12, 31);
        var grid = new TimeGrid(day, day, step);
        Assert.Equal([1], grid.Days);
        Assert.Equal([day], grid.FirstDays);
        Assert.Equal(1, grid.StepCount);
    }

    [Theory]
    [InlineData(StepLength.Day)]
    [InlineData(StepLength.Week)]
    [InlineData(StepLength.Month)]
    public void Steps_cover_every_day_once_and_never_cross_a_month(StepLength step)
    {
        var (start, end) = (new DateOnly(2014, 6, 10), new DateOnly(2017, 3, 3));
        var grid = new TimeGrid(start, end, step);
        Assert.Equal(end.DayNumber - start.DayNumber + 1, grid.Days.Sum());
        var next = start;
        for (var t = 0; t < grid.StepCount; t++)
        {
            Assert.Equal(next, grid.FirstDays[t]);
            var last = next.AddDays(grid.Days[t] - 1);
            Assert.Equal(YearMonth.Of(next), YearMonth.Of(last));
            Assert.Equal(YearMonth.Of(next), grid.Months[grid.MonthOfStep[t]]);
            next = last.AddDays(1);
        }
    }

    [Fact]
    public void Halved_steps_cut_each_into_two_and_leave_days_and_months_as_they_are()
    {
        var (start, end) = (new DateOnly(2016, 1, 1), new DateOnly(2016, 3, 31));
        var months = new TimeGrid(start, end, StepLength.Month, isHalved: true);
        Assert.Equal([16, 15, 15, 14, 16, 15], months.Days);
        Assert.Equal([0, 0, 1, 1, 2, 2], months.MonthOfStep);
        Assert.Equal(new DateOnly(2016, 2, 16), months.FirstDays[3]);
        Assert.Equal(
            [4, 3, 4, 3, 4, 3, 4, 3, 2, 1],
            new TimeGrid(start, new DateOnly(2016, 1, 31), StepLength.Week, true).Days
        );
        Assert.Equal(91, new TimeGrid(start, end, StepLength.Day, isHalved: true).StepCount);
    }

    [Fact]
    public void An_end_before_the_start_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            new TimeGrid(new DateOnly(2016, 2, 1), new DateOnly(2016, 1, 31), StepLength.Day)
        );

    [Fact]
    public void Months_have_an_order_and_an_iso_name()
    {
        var (december, january) = (new YearMonth(2015, 12), new YearMonth(2016, 1));
        Assert.True(december < january && january > december && december <= january && january >= december);
        Assert.Equal("2016-01", january.ToString());
        Assert.Equal(new DateOnly(2015, 12, 31), december.LastDay);
        Assert.Equal(new DateOnly(2016, 1, 1), january.FirstDay);
    }
}
