using OilRevenueSim.Core.RandomStreams;
using Xunit;

namespace OilRevenueSim.Core.Tests.RandomStreams;

public sealed class LaneStoreTests
{
    [Fact]
    public void Nearly_all_arrays_of_lanes_begin_at_a_cache_line()
    {
        int[] counts = [1, 256, 512, 5120, 41_728];
        var arrays = Enumerable.Range(0, 100).Select(i => LaneStore.Allocate(counts[i % counts.Length])).ToArray();
        var placed = arrays.Count(array => LaneStore.BytesPastLine(array) == 0);
        Assert.True(placed >= 90, $"{placed} of 100 arrays begin at a line"); // by chance one in eight would
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(257)]
    public void An_array_of_lanes_is_as_long_as_asked_for_and_full_of_zeros(int count) =>
        Assert.Equal(new double[count], LaneStore.Allocate(count));
}
