using System.Collections.Immutable;
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

        var joined = Join([plan], new RunOptions { Threads = threads }, paths, count).Courses[0];

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

        var joined = Join([plan], new RunOptions { Threads = 2 }, paths, 3).Courses[0];

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
        var second = Bytes([plan], new RunOptions(), PathSlice.Of(2, 2, 1_000));
        using var join = new SliceJoin([plan], new RunOptions(), 1_000, 2);

        Assert.Contains("leaves", Assert.Throws<FormatException>(() => join.Add(new MemoryStream(second))).Message);
        using var other = new SliceJoin([plan], new RunOptions(), 1_000, 2);
        var cut = Bytes([plan], new RunOptions(), PathSlice.Of(1, 2, 1_000))[..^9];
        Assert.Contains(
            "Slice 1 of 2 ends too early",
            Assert.Throws<FormatException>(() => other.Add(new MemoryStream(cut))).Message
        );
        Assert.Throws<InvalidOperationException>(() => other.Look());
    }

    /// <summary>Worlds that fill units of 1,024 paths, straddle them, and are larger; designs, whose randomisations every slice has a share of.</summary>
    [Theory]
    [InlineData(4, Sampling.Random, 8_000, 7)]
    [InlineData(7, Sampling.Random, 21_000, 3)]
    [InlineData(1_000, Sampling.Random, 300_000, 2)]
    [InlineData(2_048, Sampling.Random, 81_920, 13)]
    [InlineData(2, Sampling.Random, 280_000, 3)]
    [InlineData(1, Sampling.Sobol, 8_000, 5)]
    [InlineData(16, Sampling.Sobol, 10_240, 9)]
    [InlineData(3, Sampling.LatinHypercube, 6_000, 2)]
    public void Joined_slices_of_worlds_have_the_bits_of_the_run(
        int replicates,
        Sampling sampling,
        long paths,
        int count
    )
    {
        var plan = SimulationPlan.Compile(TwoLevelTests.Contested());
        var options = new RunOptions { Replicates = replicates, Sampling = sampling };
        var expected = Ensemble.Run(plan, options with { Threads = 2, BlockPaths = 512 }, paths);

        var joined = Join([plan], options with { Threads = 1 }, paths, count).Courses[0];

        Assert.Equal(expected.LevelBits(), joined.LevelBits());
        Assert.Equal((replicates, sampling), (joined.Manifest.Replicates, joined.Manifest.Sampling));
    }

    [Theory]
    [InlineData(1, 5_000, 1, 1)]
    [InlineData(1, 5_000, 7, 2)]
    [InlineData(8, 8_000, 3, 1)]
    public void Joined_slices_of_a_comparison_have_its_bits(int replicates, long paths, int count, int threads)
    {
        ImmutableArray<SimulationPlan> plans =
        [
            SimulationPlan.Compile(Contested),
            SimulationPlan.Compile(PairedEnsembleTests.WithLossRate(2)),
            SimulationPlan.Compile(PairedEnsembleTests.WithLossRate(0)),
        ];
        var options = new RunOptions { Replicates = replicates };
        var expected = PairedEnsemble.Run(plans, options with { BlockPaths = 768 }, paths);

        var joined = Join(plans, options with { Threads = threads }, paths, count);

        Assert.Equal(PairedEnsembleTests.Bits(expected), PairedEnsembleTests.Bits(joined));
        Assert.Contains(PairedEnsembleTests.Bits(joined), bits => bits != 0);
        Assert.All(plans.Select((_, k) => k), k => Assert.Equal(expected.Courses[k].Bits(), joined.Courses[k].Bits()));
    }

    [Fact]
    public void Slices_do_not_cut_worlds_nor_units()
    {
        Assert.Equal(256, new RunOptions().SlicePaths);
        Assert.Equal(1_024, new RunOptions { Sampling = Sampling.Sobol }.SlicePaths);
        Assert.Equal(1_024, new RunOptions { Replicates = 64 }.SlicePaths);
        Assert.Equal(25_600, new RunOptions { Replicates = 50 }.SlicePaths);
        Assert.Equal(65_536, new RunOptions { Replicates = 65_536 }.SlicePaths);
        PathSlice[] slices = [.. Enumerable.Range(1, 3).Select(k => PathSlice.Of(k, 3, 100_000, 25_600))];
        Assert.Equal([0L, 25_600, 51_200], slices.Select(s => s.FirstPath));
        Assert.Equal([25_600L, 25_600, 48_800], slices.Select(s => s.OwnPaths));
        Assert.Throws<ArgumentOutOfRangeException>(() => PathSlice.Of(1, 5, 100_000, 25_600));
        Assert.Throws<ArgumentOutOfRangeException>(() => PathSlice.Of(1, 1, 100_000, 25_601));
    }

    internal static PairedResult Join(ImmutableArray<SimulationPlan> plans, RunOptions options, long paths, int count)
    {
        using var join = new SliceJoin(plans, options, paths, count);
        for (var k = 1; k <= count; k++)
        {
            join.Add(new MemoryStream(Bytes(plans, options, PathSlice.Of(k, count, paths, options.SlicePaths))));
        }

        return join.Look();
    }

    private static byte[] Bytes(ImmutableArray<SimulationPlan> plans, RunOptions options, PathSlice slice)
    {
        using var part = new SliceEnsemble(plans, options, slice);
        part.Run();
        using var stream = new MemoryStream();
        part.Write(stream);
        return stream.ToArray();
    }
}
