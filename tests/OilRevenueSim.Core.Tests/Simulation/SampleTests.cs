using CsCheck;
using OilRevenueSim.Core.RandomStreams;
using OilRevenueSim.Core.Simulation;
using OilRevenueSim.Tests;
using Xunit;

namespace OilRevenueSim.Core.Tests.Simulation;

public sealed class SampleTests
{
    private static readonly Gen<double> Money = Gen.Frequency(
        (2, Gen.Const(0.0)),
        (5, Gen.Double[1, 1e12]),
        (2, Gen.Double[-1e9, -1]),
        (1, Gen.Double[-1e-7, 1e-7])
    );

    [Fact]
    public void A_sketch_returns_every_order_statistic_to_within_its_stated_error() =>
        Money
            .Array[1, 400]
            .SampleFixed(
                values =>
                {
                    var sketch = new QuantileSketch();
                    Array.ForEach(values, sketch.Add);
                    var sorted = values.Order().ToArray();
                    var sample = new SketchedSample(sketch, sorted[0], sorted[^1]);
                    Assert.Equal(values.Length, sample.Count);
                    for (var rank = 1; rank <= sorted.Length; rank++)
                    {
                        var exact = sorted[rank - 1];
                        var tolerance = (Math.Abs(exact) * sample.RelativeError) + 1e-6;
                        Assert.True(
                            Math.Abs(sample.Value(rank) - exact) <= tolerance,
                            $"calculated {sample.Value(rank):R}, expected {exact:R}, tolerance {tolerance:R}, rank {rank}"
                        );
                    }
                },
                iter: 200,
                seed: "0N0XIzNsQ0O2"
            );

    [Fact]
    public void Sketches_merged_in_any_order_are_the_sketch_of_all() =>
        Money
            .Array[2, 300]
            .SampleFixed(
                values =>
                {
                    var all = new QuantileSketch();
                    Array.ForEach(values, all.Add);
                    var left = new QuantileSketch();
                    var right = new QuantileSketch();
                    Array.ForEach(values[..(values.Length / 3)], left.Add);
                    Array.ForEach(values[(values.Length / 3)..], right.Add);
                    right.Merge(left);
                    Assert.Equal(all.Intervals(), right.Intervals());
                    Assert.Equal(all.Count, right.Count);
                },
                iter: 100,
                seed: "0N0XIzNsQ0O2"
            );

    [Fact]
    public void Values_counted_together_are_counted_as_one_by_one() =>
        Gen.Frequency((9, Money), (1, Gen.Double[-1e30, 1e30]))
            .Array[1, 700]
            .SampleFixed(
                values =>
                {
                    var together = new QuantileSketch();
                    together.Add(values.AsSpan());
                    together.Add(values.AsSpan(0, values.Length / 2)); // where windows already stand
                    var single = new QuantileSketch();
                    Array.ForEach(values, single.Add);
                    Array.ForEach(values[..(values.Length / 2)], single.Add);
                    Assert.Equal(single.Intervals(), together.Intervals());
                    Assert.Equal(values.Length + (values.Length / 2), together.Intervals().Sum(bucket => bucket.Count));
                    Assert.Equal(together.Count, together.Intervals().Sum(bucket => bucket.Count));
                },
                iter: 100,
                seed: "0N0XIzNsQ0O2"
            );

    [Fact]
    public void Beyond_the_last_bucket_and_below_the_first_values_are_held_at_the_ends()
    {
        var sketch = new QuantileSketch();
        sketch.Add([1e300, 1e200, Math.Pow(2, 64), -1e300, Math.Pow(2, -21), -Math.Pow(2, -21), double.Epsilon, -0.0]);
        var buckets = sketch.Intervals().ToArray();
        Assert.Equal([1L, 4, 3], buckets.Select(bucket => bucket.Count));
        Assert.Equal([-Math.Pow(2, 64), 0.0, Math.Pow(2, 64)], buckets.Select(b => b.Middle > 0 ? b.High : b.Low));
    }

    [Fact]
    public void An_exact_sample_counts_strictly_above_a_threshold()
    {
        var sample = new ExactSample([0, 0, 1, 2, 2, 5]);
        Assert.Equal([4L, 3, 1, 0, 6], new[] { 0.0, 1, 2, 5, -1 }.Select(sample.CountAbove));
        Assert.Throws<ArgumentOutOfRangeException>(() => sample.Value(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => sample.Value(7));
        Assert.Equal(5, sample.Value(6));
    }

    [Fact]
    public void A_sketch_counts_strictly_above_at_zero_and_at_its_largest_value()
    {
        var sketch = new QuantileSketch();
        for (var i = 0; i < 100; i++)
        {
            sketch.Add(i < 90 ? 0.0 : 1 << 20);
        }

        var sample = new SketchedSample(sketch, 0, 1 << 20);
        Assert.Equal([10L, 0, 100, 10], new[] { 0.0, 1 << 20, -1, 5 }.Select(sample.CountAbove));
    }

    [Fact]
    public void A_number_that_is_not_a_number_is_never_averaged_away()
    {
        var values = new double[256];
        values[77] = double.NaN;
        Assert.False(double.IsFinite(MomentKernel.Reduce<Lanes1>(values, 256, new double[256]).Mean));
        Assert.False(double.IsFinite(MomentKernel.Reduce<Lanes8>(values, 256, new double[256]).Mean));
    }

    [Fact]
    public void Granule_moments_agree_with_plain_sums_and_are_the_same_bits_at_every_width() =>
        Money
            .Array[256]
            .Select(Gen.Int[1, 256])
            .SampleFixed(
                (values, active) =>
                {
                    var scratch = new double[256];
                    var node = MomentKernel.Reduce<Lanes1>(values, active, scratch);
                    Assert.Equal(node, MomentKernel.Reduce<Lanes2>(values, active, scratch));
                    Assert.Equal(node, MomentKernel.Reduce<Lanes4>(values, active, scratch));
                    Assert.Equal(node, MomentKernel.Reduce<Lanes8>(values, active, scratch));
                    var counted = values[..active];
                    var mean = counted.Average();
                    Close(mean, node.Mean, counted.Sum(Math.Abs) / active);
                    Close(counted.Sum(x => (x - mean) * (x - mean)), node.M2, counted.Sum(x => x * x));
                    Assert.Equal(counted.Count(x => x > 0), node.PositiveCount);
                    Close(
                        counted.Where(x => x > 0).DefaultIfEmpty(0).Average(),
                        node.PositiveMean,
                        counted.Sum(Math.Abs) / active
                    );
                    Assert.Equal((counted.Min(), counted.Max()), (node.Min, node.Max));
                },
                iter: 200,
                seed: "0N0XIzNsQ0O2"
            );

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(37)]
    [InlineData(64)]
    public void The_tree_over_chunks_is_the_tree_over_granules(int granules)
    {
        MomentNode Leaf(int i) =>
            new()
            {
                Count = 256,
                Mean = Math.Sqrt(i + 1),
                M2 = i * 0.1,
                Min = i,
                Max = i,
            };

        var flat = new TreeStack<MomentNode>(1, MomentNode.Join);
        var chunked = new TreeStack<MomentNode>(1, MomentNode.Join);
        var inner = new TreeStack<MomentNode>(1, MomentNode.Join);
        var node = new MomentNode[1];
        var fold = new MomentNode[1];
        for (var i = 0; i < granules; i++)
        {
            node[0] = Leaf(i);
            flat.Push(ref node, 0);
            node[0] = Leaf(i);
            inner.Push(ref node, 0);
            if (i % 4 == 3 || i == granules - 1)
            {
                inner.Fold(fold);
                chunked.Push(ref fold, 2);
            }
        }

        var expected = new MomentNode[1];
        var calculated = new MomentNode[1];
        flat.Peek(expected);
        chunked.Peek(calculated);
        Assert.Equal(expected[0], calculated[0]);
        Assert.Equal(256L * granules, calculated[0].Count);
    }

    private static void Close(double expected, double calculated, double scale)
    {
        var tolerance = 1e-12 * Math.Max(1e-300, scale);
        Assert.True(
            Math.Abs(calculated - expected) <= tolerance,
            $"calculated {calculated:R}, expected {expected:R}, tolerance {tolerance:R}"
        );
    }
}
