using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace OilRevenueSim.Core.RandomStreams;

// Blocks of any paths, draws and streams: those of events, which happen in a few lanes at a time.
public static partial class Philox4x32
{
    /// <summary>Both uniforms of many blocks, each with a path, a draw and a stream of its own.</summary>
    /// <param name="seed">Seed of the run.</param>
    /// <param name="paths">Path of each block.</param>
    /// <param name="draws">Number of each block within its stream; as long as <paramref name="paths"/>, like all that follow.</param>
    /// <param name="streams">Address of the stream of each block.</param>
    /// <param name="u0">Receives the first uniforms.</param>
    /// <param name="u1">Receives the second uniforms.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void FillEvents(
        ulong seed,
        ReadOnlySpan<uint> paths,
        ReadOnlySpan<uint> draws,
        ReadOnlySpan<ulong> streams,
        Span<double> u0,
        Span<double> u1
    )
    {
        var i = 0;
        if (Avx512F.IsSupported && Vector512.IsHardwareAccelerated)
        {
            for (; i <= paths.Length - Vector512<double>.Count; i += Vector512<double>.Count)
            {
                var x0 = Avx512F.ConvertToVector512UInt64(Vector256.LoadUnsafe(ref First(paths), (nuint)i));
                var x1 = Avx512F.ConvertToVector512UInt64(Vector256.LoadUnsafe(ref First(draws), (nuint)i));
                var x2 = Vector512.LoadUnsafe(ref First(streams), (nuint)i);
                var x3 = x2 >>> 32;
                Rounds512(seed, ref x0, ref x1, ref x2, ref x3);
                var low = Vector512.Create(0xFFFF_FFFFUL);
                Uniforms(x0 & low, x1).StoreUnsafe(ref MemoryMarshal.GetReference(u0), (nuint)i);
                Uniforms(x2 & low, x3).StoreUnsafe(ref MemoryMarshal.GetReference(u1), (nuint)i);
            }
        }
        else if (Avx2.IsSupported)
        {
            for (; i <= paths.Length - Vector256<double>.Count; i += Vector256<double>.Count)
            {
                var x0 = Avx2.ConvertToVector256Int64(Vector128.LoadUnsafe(ref First(paths), (nuint)i)).AsUInt64();
                var x1 = Avx2.ConvertToVector256Int64(Vector128.LoadUnsafe(ref First(draws), (nuint)i)).AsUInt64();
                var x2 = Vector256.LoadUnsafe(ref First(streams), (nuint)i);
                var x3 = x2 >>> 32;
                Rounds256(seed, ref x0, ref x1, ref x2, ref x3);
                Uniforms(x0, x1).StoreUnsafe(ref MemoryMarshal.GetReference(u0), (nuint)i);
                Uniforms(x2, x3).StoreUnsafe(ref MemoryMarshal.GetReference(u1), (nuint)i);
            }
        }

        for (; i < paths.Length; i++)
        {
            Draw(seed, paths[i], draws[i], streams[i], out u0[i], out u1[i]);
        }
    }

    private static ref T First<T>(ReadOnlySpan<T> span) => ref MemoryMarshal.GetReference(span);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Rounds512(
        ulong seed,
        ref Vector512<ulong> x0,
        ref Vector512<ulong> x1,
        ref Vector512<ulong> x2,
        ref Vector512<ulong> x3
    )
    {
        var multiplier0 = Vector512.Create(MultiplierOfWord0);
        var multiplier2 = Vector512.Create(MultiplierOfWord2);
        for (var round = 0u; round < Rounds; round++)
        {
            var lowKey = Vector512.Create((ulong)unchecked((uint)seed + (round * WeylLow)));
            var highKey = Vector512.Create((ulong)unchecked((uint)(seed >> 32) + (round * WeylHigh)));
            Round(ref x0, ref x1, ref x2, ref x3, multiplier0, multiplier2, lowKey, highKey);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Rounds256(
        ulong seed,
        ref Vector256<ulong> x0,
        ref Vector256<ulong> x1,
        ref Vector256<ulong> x2,
        ref Vector256<ulong> x3
    )
    {
        var multiplier0 = Vector256.Create(MultiplierOfWord0);
        var multiplier2 = Vector256.Create(MultiplierOfWord2);
        for (var round = 0u; round < Rounds; round++)
        {
            var lowKey = Vector256.Create((ulong)unchecked((uint)seed + (round * WeylLow)));
            var highKey = Vector256.Create((ulong)unchecked((uint)(seed >> 32) + (round * WeylHigh)));
            Round(ref x0, ref x1, ref x2, ref x3, multiplier0, multiplier2, lowKey, highKey);
        }
    }
}
