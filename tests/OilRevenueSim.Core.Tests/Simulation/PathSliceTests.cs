using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Simulation;
using OilRevenueSim.Core.Uncertainty;
using Xunit;

namespace OilRevenueSim.Core.Tests.Simulation;

/// <summary>A run in slices, joined, has the bits of the run.</summary>
public sealed class PathSliceTests
{
    private static readonly Scenario Contested = SameBitsTests.Contest();

    [Theory]
    [InlineData(5_000, 1, 1)]
    [InlineData(5_000, 2, 2)]
    [InlineData(5_000, 3, 1)]
    [InlineData(5_000, 7, 2)]
    [InlineData(5_000, 20, 1)]
    [InlineData(8_192, 5, 2)]
    [InlineData(100, 1, 2)]
    public void Joined_slices_have_the_bits_of_the_run(long paths, int count, int threads)
    {
        var plan = SimulationPlan.Compile(Contested);
        var expected = Ran.For(Contested, paths, block: 1024);

        var joined = Join(plan, paths, count, threads);

        Assert.Equal(expected.Bits(), joined.Bits());
        Assert.Equal(expected.Draws(0, 0), joined.Draws(0, 0));
        Assert.Equal(expected.Manifest.ContentHash, joined.Manifest.ContentHash);
        Assert.True(joined.Manifest.ExactQuantiles);
    }

    [Fact]
    public void Joined_slices_have_the_bits_of_the_run_where_values_are_counted()
    {
        var plan = SimulationPlan.Compile(Contested);
        var paths = (Ensemble.MostExactValues / new RecordLayout(plan).SampleCount) + 700;
        var expected = Ran.For(Contested, paths, threads: 2, block: 512);

        var joined = Join(plan, paths, 3, threads: 2);

        Assert.False(joined.Manifest.ExactQuantiles);
        Assert.Equal(expected.Bits(), joined.Bits());
    }

    [Fact]
    public void Every_granule_is_in_one_slice_and_sizes_differ_by_one_at_most()
    {
        foreach (var paths in (long[])[1, 256, 257, 10_000, 65_537, 1L << 32])
        {
            var granules = PathSlice.GranulesOf(paths);
            foreach (var count in (int[])[1, 2, 3, 7, 39, 64, 257])
            {
                if (count > granules)
                {
                    Assert.Throws<ArgumentOutOfRangeException>(() => PathSlice.Of(1, count, paths));
                    continue;
                }

                PathSlice[] slices = [.. Enumerable.Range(1, count).Select(k => PathSlice.Of(k, count, paths))];
                Assert.Equal(0, slices[0].FirstGranule);
                Assert.Equal(granules, slices[^1].EndGranule);
                Assert.Equal(paths, slices.Sum(s => s.OwnPaths));
                Assert.All(slices.Zip(slices.Skip(1)), p => Assert.Equal(p.First.EndGranule, p.Second.FirstGranule));
                Assert.All(
                    slices,
                    s => Assert.InRange(s.EndGranule - s.FirstGranule, granules / count, (granules / count) + 1)
                );
            }
        }
    }

    [Theory]
    [InlineData(0, 3)]
    [InlineData(4, 3)]
    [InlineData(1, 0)]
    public void A_slice_that_is_none_is_refused(int index, int count) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => PathSlice.Of(index, count, 10_000));

    [Fact]
    public void A_slice_in_the_wrong_place_or_cut_short_is_refused_and_a_missing_one_named()
    {
        var plan = SimulationPlan.Compile(Contested);
        var second = Bytes(plan, PathSlice.Of(2, 2, 1_000), 1);
        using var join = new SliceJoin(plan, new RunOptions(), 1_000, 2);

        Assert.Contains("granules", Assert.Throws<FormatException>(() => join.Add(new MemoryStream(second))).Message);
        using var other = new SliceJoin(plan, new RunOptions(), 1_000, 2);
        var cut = Bytes(plan, PathSlice.Of(1, 2, 1_000), 1)[..^9];
        Assert.Contains(
            "Slice 1 of 2 ends too early",
            Assert.Throws<FormatException>(() => other.Add(new MemoryStream(cut))).Message
        );
        Assert.Throws<InvalidOperationException>(() => other.Look());
    }

    [Fact]
    public void Runs_with_replicates_or_even_sampling_have_no_slices()
    {
        var plan = SimulationPlan.Compile(Contested);
        RunOptions[] refused = [new() { Replicates = 4 }, new() { Sampling = Sampling.Sobol }];
        Assert.All(
            refused,
            options =>
                Assert.Throws<ArgumentException>(() => new SliceEnsemble(plan, options, PathSlice.Of(1, 2, 1024)))
        );
    }

    private static EnsembleResult Join(SimulationPlan plan, long paths, int count, int threads)
    {
        using var join = new SliceJoin(plan, new RunOptions(), paths, count);
        for (var k = 1; k <= count; k++)
        {
            join.Add(new MemoryStream(Bytes(plan, PathSlice.Of(k, count, paths), threads)));
        }

        return join.Look();
    }

    private static byte[] Bytes(SimulationPlan plan, PathSlice slice, int threads)
    {
        using var part = new SliceEnsemble(plan, new RunOptions { Threads = threads }, slice);
        part.Run();
        using var stream = new MemoryStream();
        part.Write(stream);
        return stream.ToArray();
    }
}
