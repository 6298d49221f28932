using OilRevenueSim.Core.RandomStreams;
using Xunit;

namespace OilRevenueSim.Core.Tests.RandomStreams;

/// <summary>The addresses of streams.</summary>
public sealed class StreamNameTests
{
    // coreutils 9.1: printf 'price/brent' | sha256sum, first 8 bytes read little-endian.
    [Fact]
    public void A_name_is_the_first_8_bytes_little_endian_of_its_sha256() =>
        Assert.Equal(0x82633f1470304c3fUL, StreamName.Hash("price/brent"));

    [Fact]
    public void A_name_outside_ascii_is_refused_because_it_could_be_spelt_in_two_ways() =>
        Assert.Throws<ArgumentException>(() => StreamName.Hash("area/T\u00e9"));
}
