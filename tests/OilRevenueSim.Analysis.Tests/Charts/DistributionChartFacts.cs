using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Analysis.Tests.Synthetic;
using OilRevenueSim.Core.Simulation;
using OilRevenueSim.Core.Units;

namespace OilRevenueSim.Analysis.Tests.Charts;

public sealed class DistributionChartFacts
{
    private const string Group = "islamic-state";

    private static readonly SeriesKey Gross = SyntheticResult.Money(Group, ReportQuantity.Gross);

    /// <summary>4,000 values of a lognormal with median 10 million, taken at even quantiles, after as many zeros as told.</summary>
    private static double[] Lognormal(double sigma, int zeros = 0) =>
        [
            .. Enumerable.Repeat(0.0, zeros),
            .. Enumerable
                .Range(0, 4000)
                .Select(i =>
                    1e7 * Math.Exp(sigma * MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, (i + 0.5) / 4000))
                ),
        ];

    private static EnsembleResult Of(double[] total) =>
        new SyntheticResult(total.Length)
            .Record(Gross, total, new double[total.Length], new double[total.Length])
            .Build();

    [Theory]
    [InlineData(0.3, 0)]
    [InlineData(0.3, 6000)]
    [InlineData(2.0, 0)]
    [InlineData(2.0, 1000)]
    public void Bars_the_mass_at_zero_and_what_lies_outside_are_all_futures(double sigma, int zeros)
    {
        var values = Lognormal(sigma, zeros);
        var chart = HistogramCharts.Of(Of(values), Group);
        var outside = values.Count(v =>
            v > 0 && (v <= Usd(chart, chart.Bins[0].Low) || v > Usd(chart, chart.Bins[^1].High))
        );

        Near(zeros / (double)values.Length, chart.ProbabilityOfZero);
        Near(1.0, chart.ProbabilityOfZero + chart.Bins.Sum(b => b.Probability) + (outside / (double)values.Length));
        Assert.InRange(outside, 0, 8); // 0.1 % of 4,000 at either end
        Assert.Equal(outside > 0, chart.Outside.Length > 0);
        foreach (var bin in chart.Bins)
        {
            var counted = values.Count(v => v > Usd(chart, bin.Low) && v <= Usd(chart, bin.High));
            Near(counted / (double)values.Length, bin.Probability);
        }
    }

    [Fact]
    public void Amounts_are_plain_unless_half_of_the_futures_would_crowd_into_a_tenth_of_the_axis()
    {
        var plain = HistogramCharts.Of(Of(Lognormal(0.3)), Group);
        Assert.False(plain.IsLogarithmic);
        Assert.Equal("million USD", plain.Unit);
        Assert.All(plain.Bins, b => Assert.Equal(plain.Bins[0].High - plain.Bins[0].Low, b.High - b.Low, 9));

        var wide = HistogramCharts.Of(Of(Lognormal(2.0)), Group);
        Assert.True(wide.IsLogarithmic);
        Assert.Equal("USD", wide.Unit);
        Assert.All(wide.Bins, b => Assert.Equal(wide.Bins[0].High / wide.Bins[0].Low, b.High / b.Low, 9));
        Assert.Contains("Every bar ends at ", wide.Text.Subtitle, StringComparison.Ordinal);
    }

    [Fact]
    public void The_width_is_that_of_Freedman_and_Diaconis_within_its_bounds()
    {
        // 2 · 3 / ∛1000 = 0.6; a span of 6 has between 8 and 60 bins.
        Assert.Equal(0.6, HistogramBins.Width(3.0, 1000, 6.0), 12);
        Assert.Equal(0.1, HistogramBins.Width(0.0, 1000, 6.0), 12);
        Assert.Equal(0.75, HistogramBins.Width(3.0, 8, 6.0), 12);
        // IQR 4.07 million of 4,000 values: 0.51 million, said as 500 thousand.
        var chart = HistogramCharts.Of(Of(Lognormal(0.3)), Group);
        Assert.Contains("Every bar spans 500 thousand USD;", chart.Text.Subtitle, StringComparison.Ordinal);
    }

    [Fact]
    public void Quantiles_and_mean_of_all_futures_are_marked_and_those_at_zero_are_said()
    {
        var chart = HistogramCharts.Of(Of(Lognormal(0.3, zeros: 4800)), Group);

        Assert.Equal(["5 % quantile", "median", "95 % quantile", "mean"], chart.Marks.Select(m => m.Name));
        Assert.Equal([0.0, 0.0], chart.Marks.Take(2).Select(m => m.Amount));
        Assert.Equal(Lognormal(0.3, 4800).Average() / 1e6, chart.Marks[3].Amount, 9);
        Assert.True(chart.Marks[3].IsMean);
        Assert.EndsWith("At zero: 5 % quantile and median.", chart.Text.Subtitle, StringComparison.Ordinal);
        Assert.Equal("Islamic State in Libya: oil revenue is zero in 55 % of futures", chart.Text.Title);
        Assert.Contains("exactly zero in 55 % of them", chart.Text.AltText, StringComparison.Ordinal);
        Assert.Contains("95 % quantile: 14 million USD; mean: ", chart.Text.AltText, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sketch_gives_the_bars_of_the_values_that_it_counts()
    {
        var values = Lognormal(0.3, zeros: 500);
        var sketch = new QuantileSketchOf(values);
        var exact = HistogramCharts.Of(Of(values), Group);
        var total = SyntheticResult.Of(values) with { Sample = sketch };
        var counted = HistogramCharts.Of(new SyntheticResult(values.Length).RecordTotal(Gross, total).Build(), Group);

        Assert.Equal(exact.Bins.Select(b => b.Low).Take(40), counted.Bins.Select(b => b.Low).Take(40));
        Assert.InRange(counted.Bins.Length - exact.Bins.Length, -1, 1);
        Near(exact.ProbabilityOfZero, counted.ProbabilityOfZero);
        // 1/256 of a quantile, rounded up.
        Assert.Contains(" · quantiles within 0.4 % · ", counted.Text.Foot.Lines[1], StringComparison.Ordinal);
        Assert.DoesNotContain("quantiles within", exact.Text.Foot.Lines[1], StringComparison.Ordinal);
        // Values move within their buckets only, 1/256 of themselves: a bar of half a million near ten gains or loses few.
        var largest = exact.Bins.Zip(counted.Bins, (a, b) => Math.Abs(a.Probability - b.Probability)).Max();
        Assert.True(largest < 0.004, $"largest difference of a bar {largest}, tolerance 0.004");
    }

    [Fact]
    public void Losses_lie_left_of_zero_and_zeros_are_in_no_bar()
    {
        var net = SyntheticResult.Money(Group, ReportQuantity.Net);
        double[] values = [-3e6, -2e6, -1e6, 0, 0, 0, 0, 1e6, 2e6, 5e6];
        var result = new SyntheticResult(10).Record(net, values, new double[10], new double[10]).Build();
        var chart = HistogramCharts.OfSeries(result, net);

        Assert.False(chart.IsLogarithmic);
        Near(0.4, chart.ProbabilityOfZero);
        Near(0.6, chart.Bins.Sum(b => b.Probability));
        Near(0.3, chart.Bins.Where(b => b.High <= 0).Sum(b => b.Probability));
        Assert.Equal("Islamic State in Libya, net oil revenue: zero in 40 % of futures", chart.Text.Title);
    }

    [Fact]
    public void One_value_in_every_future_is_one_bar_and_none_at_all_is_said()
    {
        var same = HistogramCharts.Of(Of([.. Enumerable.Repeat(12e6, 50)]), Group);
        Near(1.0, Assert.Single(same.Bins, b => b.Probability > 0).Probability);
        Assert.Equal("Islamic State in Libya: 12 million USD of oil revenue", same.Text.Title);

        var never = HistogramCharts.Of(Of(new double[50]), Group);
        Assert.Empty(never.Bins);
        Assert.Contains("zero in all 50 simulated futures", never.Text.Title, StringComparison.Ordinal);
        Assert.EndsWith("It is zero in every one.", never.Text.AltText, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_recorded_with_its_sample_says_what_to_record()
    {
        var net = SyntheticResult.Money(Group, ReportQuantity.Net);
        var result = new SyntheticResult(10).RecordMean(net, 1, 2, 3).Build();

        var mean = Assert.Throws<ArgumentException>(() => HistogramCharts.OfSeries(result, net));
        Assert.Contains("write record: [net_revenue_usd]", mean.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => HistogramCharts.Of(result, Group));
        Assert.Throws<ArgumentException>(() => DotsCharts.Of(result, Group));
    }

    [Fact]
    public void Dots_stand_at_the_quantiles_between_and_count_what_passes_the_threshold()
    {
        // 100 futures: 30 zeros, then 1 to 70 million.
        double[] values = [.. Enumerable.Repeat(0.0, 30), .. Enumerable.Range(1, 70).Select(i => i * 1e6)];
        var chart = DotsCharts.Of(Of(values), Group, thresholdUsd: 50e6);

        Assert.Equal((20, 6), (chart.Count, chart.Zeros));
        // Type 7 at (i − 1/2)/20: rank 99p + 1.
        Assert.Equal(
            Enumerable.Range(6, 14).Select(i => Math.Round((99 * (i + 0.5) / 20) - 29, 9)),
            chart.Dots.Select(d => Math.Round(d, 9))
        );
        Assert.Equal(4, chart.Above);
        Assert.Equal("Islamic State in Libya: about 4 in 20 futures bring more than 50 million USD", chart.Text.Title);
        Assert.Contains(
            "the chance of more than 50 million USD is 20 %",
            chart.Text.Subtitle,
            StringComparison.Ordinal
        );
        Assert.Contains("Of 20 futures 6 end at zero, ", chart.Text.AltText, StringComparison.Ordinal);
        Assert.Equal(
            (50, 15),
            (DotsCharts.Of(Of(values), Group, 50).Count, DotsCharts.Of(Of(values), Group, 50).Zeros)
        );
    }

    [Fact]
    public void The_threshold_is_that_of_the_exceedance_chart()
    {
        double[] values = [.. Enumerable.Range(1, 100).Select(i => i * 1e6)];
        Assert.Equal(10.0, DotsCharts.Of(Of(values), Group).Threshold); // of 10 and 100 million
        double[] small = [.. values.Select(v => v / 1e3)];
        var none = DotsCharts.Of(Of(small), Group);
        Assert.Equal(0, none.Above);
        Assert.EndsWith(
            "fewer than 1 in 20 futures bring more than 10 million USD",
            none.Text.Title,
            StringComparison.Ordinal
        );

        double[] large = [.. values.Select(v => v * 2.0)];
        Assert.Equal(100.0, DotsCharts.Of(Of(large), Group).Threshold);
        Assert.Contains("100 million USD", ExceedanceCharts.Of(Of(large), Group).Text.Title, StringComparison.Ordinal);

        var scenario = SyntheticResult.Libya() with { Thresholds = [] };
        var free = new SyntheticResult(100, scenario).Record(Gross, values, new double[100], new double[100]).Build();
        // 1 to 100 million: half bring more than 50 million, which says more than that all bring something.
        var own = DotsCharts.Of(free, Group);
        Assert.EndsWith(
            "about 10 in 20 futures bring more than 50 million USD",
            own.Text.Title,
            StringComparison.Ordinal
        );
        Assert.EndsWith("the file names none for it.", own.Text.Subtitle, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_number_of_dots_or_a_threshold_below_zero_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => DotsCharts.Of(Of([1.0, 2.0]), Group, 30));
        Assert.Throws<ArgumentOutOfRangeException>(() => DotsCharts.Of(Of([1.0, 2.0]), Group, 20, -1.0));
    }

    private static double Usd(HistogramChart chart, double amount) => chart.IsLogarithmic ? amount : amount * 1e6;

    private static void Near(double expected, double calculated) =>
        Assert.True(
            Math.Abs(expected - calculated) < 1e-9,
            $"calculated {calculated}, expected {expected}, tolerance 1e-9, no seed"
        );

    /// <summary>A sample known by buckets of 1/128 of an octave, as the engine counts them.</summary>
    private sealed class QuantileSketchOf(IEnumerable<double> values) : IOrderStatistics
    {
        private readonly double[] sorted = [.. values.Order()];

        public long Count => sorted.Length;

        public double RelativeError => 1.0 / 256.0;

        public double Value(long rank) =>
            rank == 1 || rank == Count ? sorted[rank - 1] : Low(sorted[rank - 1]) + (Width(sorted[rank - 1]) / 2);

        public long CountAbove(double threshold) =>
            sorted.Count(v => v > 0 && (threshold <= 0 || Low(v) >= threshold) && v > threshold);

        private static double Width(double value) => value == 0 ? 0 : Math.Pow(2, Math.Floor(Math.Log2(value))) / 128;

        private static double Low(double value) => value == 0 ? 0 : Math.Floor(value / Width(value)) * Width(value);
    }
}
