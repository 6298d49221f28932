using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace OilRevenueSim.Core.RandomStreams;

/// <summary>Philox4x32-10, the counter-based generator behind every draw (model.md §4).</summary>
/// <remarks>
/// The key is the 64-bit seed, low word first; the counter words are (path, draw, stream low, stream high). One block
/// gives two uniforms, u0 from words 0 (low) and 1 (high), u1 from words 2 and 3, each ((w >> 12) + 0.5)·2^−52 of the
/// 64-bit word w, so that 0 &lt; u &lt; 1. Any width gives the same bits. Source: Salmon, Moraes, Dror, Shaw,
/// "Parallel random numbers: as easy as 1, 2, 3", SC'11.
/// </remarks>
public static partial class Philox4x32
{
    private const uint MultiplierOfWord0 = 0xD2511F53;
    private const uint MultiplierOfWord2 = 0xCD9E8D57;
    private const uint WeylLow = 0x9E3779B9;
    private const uint WeylHigh = 0xBB67AE85;
    private const int Rounds = 10;

    /// <summary>2^−52, the spacing of the uniforms.</summary>
    private const double UniformSpacing = 1.0 / (1L << 52);

    /// <summary>Bits of 1: an integer below 2^52 or-ed into them is 1 plus that integer times the spacing.</summary>
    private const ulong BitsOfOne = 0x3FF0_0000_0000_0000;

    /// <summary>The bijection itself: ten rounds over four counter words under a key of two words.</summary>
    /// <param name="key0">Low word of the key.</param>
    /// <param name="key1">High word of the key.</param>
    /// <param name="word0">Counter word 0; on return random word 0. Likewise the others.</param>
    /// <param name="word1">Counter word 1.</param>
    /// <param name="word2">Counter word 2.</param>
    /// <param name="word3">Counter word 3.</param>
    public static void Block(uint key0, uint key1, ref uint word0, ref uint word1, ref uint word2, ref uint word3)
    {
        var (x0, x1, x2, x3) = (word0, word1, word2, word3);
        for (var round = 0; round < Rounds; round++)
        {
            var product0 = (ulong)MultiplierOfWord0 * x0;
            var product2 = (ulong)MultiplierOfWord2 * x2;
            (x0, x2) = ((uint)(product2 >> 32) ^ x1 ^ key0, (uint)(product0 >> 32) ^ x3 ^ key1);
            (x1, x3) = ((uint)product2, (uint)product0);
            key0 = unchecked(key0 + WeylLow);
            key1 = unchecked(key1 + WeylHigh);
        }

        (word0, word1, word2, word3) = (x0, x1, x2, x3);
    }

    /// <summary>Both uniforms of one block.</summary>
    /// <param name="seed">Seed of the run.</param>
    /// <param name="path">Path index, or world index for epistemic draws.</param>
    /// <param name="draw">Number of the block within the stream.</param>
    /// <param name="stream">Address of the stream, <see cref="StreamName.Hash"/>.</param>
    /// <param name="u0">First uniform, in (0, 1).</param>
    /// <param name="u1">Second uniform, in (0, 1).</param>
    public static void Draw(ulong seed, uint path, uint draw, ulong stream, out double u0, out double u1)
    {
        var (word0, word1, word2, word3) = (path, draw, (uint)stream, (uint)(stream >> 32));
        Block((uint)seed, (uint)(seed >> 32), ref word0, ref word1, ref word2, ref word3);
        u0 = ToUniform(((ulong)word1 << 32) | word0);
        u1 = ToUniform(((ulong)word3 << 32) | word2);
    }

    /// <summary>((w >> 12) + 0.5)·2^−52, in (0, 1).</summary>
    public static double ToUniform(ulong word) =>
        BitConverter.UInt64BitsToDouble((word >> 12) | BitsOfOne) - (1.0 - (0.5 * UniformSpacing));

    /// <summary>u0 of one block for consecutive paths.</summary>
    /// <param name="seed">Seed of the run.</param>
    /// <param name="firstPath">Path of the first element; path indices wrap at 2^32.</param>
    /// <param name="draw">Number of the block within the stream.</param>
    /// <param name="stream">Address of the stream.</param>
    /// <param name="u0">Receives one uniform per path, <c>[path]</c>.</param>
    public static void FillUniform(ulong seed, uint firstPath, uint draw, ulong stream, Span<double> u0)
    {
        var done = 0;
        if (Avx512F.IsSupported && Vector512.IsHardwareAccelerated)
        {
            done = Fill512<FirstOnly>(seed, firstPath, draw, stream, u0, default);
        }
        else if (Avx2.IsSupported)
        {
            done = Fill256<FirstOnly>(seed, firstPath, draw, stream, u0, default);
        }

        for (var i = done; i < u0.Length; i++)
        {
            Draw(seed, unchecked(firstPath + (uint)i), draw, stream, out u0[i], out _);
        }
    }

    /// <summary>Both uniforms of one block for consecutive paths.</summary>
    /// <param name="seed">Seed of the run.</param>
    /// <param name="firstPath">Path of the first element; path indices wrap at 2^32.</param>
    /// <param name="draw">Number of the block within the stream.</param>
    /// <param name="stream">Address of the stream.</param>
    /// <param name="u0">Receives the first uniform of each path, <c>[path]</c>.</param>
    /// <param name="u1">Receives the second uniform of each path, <c>[path]</c>; as long as <paramref name="u0"/>.</param>
    public static void FillUniforms(
        ulong seed,
        uint firstPath,
        uint draw,
        ulong stream,
        Span<double> u0,
        Span<double> u1
    )
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(u1.Length, u0.Length, nameof(u1));
        var done = 0;
        if (Avx512F.IsSupported && Vector512.IsHardwareAccelerated)
        {
            done = Fill512<Both>(seed, firstPath, draw, stream, u0, u1);
        }
        else if (Avx2.IsSupported)
        {
            done = Fill256<Both>(seed, firstPath, draw, stream, u0, u1);
        }

        for (var i = done; i < u0.Length; i++)
        {
            Draw(seed, unchecked(firstPath + (uint)i), draw, stream, out u0[i], out u1[i]);
        }
    }

    /// <summary>u0 of one block for consecutive paths of which each run of <paramref name="replicates"/> shares a world.</summary>
    /// <param name="seed">Seed of the run.</param>
    /// <param name="firstPath">Path of the first element; the path word of the draw is path / replicates.</param>
    /// <param name="replicates">Paths per world, at least 1.</param>
    /// <param name="draw">Number of the block within the stream.</param>
    /// <param name="stream">Address of the stream.</param>
    /// <param name="u0">Receives one uniform per path, <c>[path]</c>.</param>
    public static void FillUniformStrided(
        ulong seed,
        uint firstPath,
        uint replicates,
        uint draw,
        ulong stream,
        Span<double> u0
    )
    {
        ArgumentOutOfRangeException.ThrowIfZero(replicates);
        if (replicates == 1)
        {
            FillUniform(seed, firstPath, draw, stream, u0);
            return;
        }

        for (var i = 0; i < u0.Length; )
        {
            var path = (ulong)firstPath + (ulong)i;
            var world = path / replicates;
            Draw(seed, (uint)world, draw, stream, out var uniform, out _);
            var last = (int)Math.Min((ulong)u0.Length, (ulong)i + (((world + 1) * replicates) - path));
            u0[i..last].Fill(uniform);
            i = last;
        }
    }
}
