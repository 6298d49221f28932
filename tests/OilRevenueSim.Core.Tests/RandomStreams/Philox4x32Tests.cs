using OilRevenueSim.Core.RandomStreams;
using Xunit;

namespace OilRevenueSim.Core.Tests.RandomStreams;

/// <summary>The generator against Random123's known answers, and every fill against the scalar draw.</summary>
public sealed class Philox4x32Tests
{
    // Random123 1.14, kat_vectors, philox4x32 10 rounds.
    [Theory]
    [InlineData(0u, 0u, 0u, 0u, 0u, 0u, 0x6627e8d5u, 0xe169c58du, 0xbc57ac4cu, 0x9b00dbd8u)]
    [InlineData(
        0xffffffffu,
        0xffffffffu,
        0xffffffffu,
        0xffffffffu,
        0xffffffffu,
        0xffffffffu,
        0x408f276du,
        0x41c83b0eu,
        0xa20bc7c6u,
        0x6d5451fdu
    )]
    [InlineData(
        0x243f6a88u,
        0x85a308d3u,
        0x13198a2eu,
        0x03707344u,
        0xa4093822u,
        0x299f31d0u,
        0xd16cfe09u,
        0x94fdccebu,
        0x5001e420u,
        0x24126ea1u
    )]
    public void The_block_gives_the_known_answers(
        uint c0,
        uint c1,
        uint c2,
        uint c3,
        uint k0,
        uint k1,
        uint w0,
        uint w1,
        uint w2,
        uint w3
    )
    {
        Philox4x32.Block(k0, k1, ref c0, ref c1, ref c2, ref c3);
        Assert.Equal((w0, w1, w2, w3), (c0, c1, c2, c3));
    }

    [Fact]
    public void A_draw_puts_seed_path_draw_and_stream_where_the_model_says()
    {
        const ulong Seed = 0x299f31d0_a4093822;
        const ulong Stream = 0x03707344_13198a2e;
        Philox4x32.Draw(Seed, 0x243f6a88u, 0x85a308d3u, Stream, out var u0, out var u1);
        Assert.Equal(((0x94fdcceb_d16cfe09UL >> 12) + 0.5) * Math.Pow(2, -52), u0);
        Assert.Equal(((0x24126ea1_5001e420UL >> 12) + 0.5) * Math.Pow(2, -52), u1);
    }

    [Fact]
    public void Uniforms_never_reach_0_or_1()
    {
        Assert.Equal(Math.Pow(2, -53), Philox4x32.ToUniform(0));
        Assert.Equal(1 - Math.Pow(2, -53), Philox4x32.ToUniform(ulong.MaxValue));
    }

    [Theory]
    [InlineData(0u, 64)]
    [InlineData(1000u, 77)]
    [InlineData(uint.MaxValue - 5, 33)]
    [InlineData(7u, 3)]
    public void A_fill_gives_each_path_its_own_draw(uint firstPath, int count)
    {
        const ulong Seed = 0x0123_4567_89ab_cdef;
        var stream = StreamName.Hash("price/brent");
        var only = new double[count];
        var first = new double[count];
        var second = new double[count];
        Philox4x32.FillUniform(Seed, firstPath, 11, stream, only);
        Philox4x32.FillUniforms(Seed, firstPath, 11, stream, first, second);
        for (var i = 0; i < count; i++)
        {
            Philox4x32.Draw(Seed, unchecked(firstPath + (uint)i), 11, stream, out var u0, out var u1);
            Assert.Equal(u0, only[i]);
            Assert.Equal(u0, first[i]);
            Assert.Equal(u1, second[i]);
        }
    }

    [Theory]
    [InlineData(0u, 1u)]
    [InlineData(5u, 4u)]
    [InlineData(1021u, 10u)]
    [InlineData(uint.MaxValue - 20, 16u)]
    public void A_strided_fill_gives_all_replicates_of_a_world_one_draw(uint firstPath, uint replicates)
    {
        var stream = StreamName.Hash("quantity/fields.a.capacity");
        var u = new double[21];
        Philox4x32.FillUniformStrided(9, firstPath, replicates, 0, stream, u);
        for (var i = 0; i < u.Length; i++)
        {
            Philox4x32.Draw(9, (firstPath + (uint)i) / replicates, 0, stream, out var expected, out _);
            Assert.Equal(expected, u[i]);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(29)]
    public void Draws_of_events_are_those_of_their_own_path_number_and_stream(int count)
    {
        const ulong Seed = 0x299f31d0_a4093822;
        uint[] paths = [.. Enumerable.Range(0, count).Select(i => unchecked(0xFFFF_FFF0u + ((uint)i * 3)))];
        uint[] numbers = [.. Enumerable.Range(0, count).Select(i => (uint)(i * i))];
        ulong[] streams = [.. Enumerable.Range(0, count).Select(i => StreamName.Hash($"stream {i % 5}"))];
        var (u0, u1) = (new double[count], new double[count]);
        Philox4x32.FillEvents(Seed, paths, numbers, streams, u0, u1);
        for (var i = 0; i < count; i++)
        {
            Philox4x32.Draw(Seed, paths[i], numbers[i], streams[i], out var expected0, out var expected1);
            Assert.Equal((expected0, expected1), (u0[i], u1[i]));
        }
    }
}
