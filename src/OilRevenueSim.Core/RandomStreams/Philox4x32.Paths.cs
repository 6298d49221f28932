using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace OilRevenueSim.Core.RandomStreams;

// Many paths at a time.
public static partial class Philox4x32
{
    private interface IWords
    {
        static abstract bool Second { get; }
    }

    private readonly struct FirstOnly : IWords
    {
        public static bool Second => false;
    }

    private readonly struct Both : IWords
    {
        public static bool Second => true;
    }

    /// <summary>What the first two rounds have in common for all paths of a block.</summary>
    private readonly struct FirstRounds
    {
        private readonly ulong _seed;

        public FirstRounds(ulong seed, uint draw, ulong stream)
        {
            var (key0, key1) = ((uint)seed, (uint)(seed >> 32));
            var product2 = (ulong)MultiplierOfWord2 * (uint)stream;
            var word0 = (uint)(product2 >> 32) ^ draw ^ key0;
            Word2Of0 = (uint)(stream >> 32) ^ key1;
            key0 = unchecked(key0 + WeylLow);
            key1 = unchecked(key1 + WeylHigh);
            var product0 = (ulong)MultiplierOfWord0 * word0;
            Word0Of1 = (uint)product2 ^ key0;
            Word2Of1 = (uint)(product0 >> 32) ^ key1;
            Word3Of1 = (uint)product0;
            _seed = seed;
        }

        /// <summary>Word 2 after the first round but for the path's part.</summary>
        public ulong Word2Of0 { get; }

        /// <summary>Word 0 after the second round but for the path's part.</summary>
        public ulong Word0Of1 { get; }

        /// <summary>Word 2 after the second round but for the path's part.</summary>
        public ulong Word2Of1 { get; }

        /// <summary>Word 3 after the second round.</summary>
        public ulong Word3Of1 { get; }

        /// <summary>Low word of the key of a round, from 0.</summary>
        public ulong LowKey(uint round) => unchecked((uint)_seed + (round * WeylLow));

        /// <summary>High word of the key of a round.</summary>
        public ulong HighKey(uint round) => unchecked((uint)(_seed >> 32) + (round * WeylHigh));
    }

    /// <summary>Eight paths a turn, each word in the low half of a 64-bit lane.</summary>
    /// <remarks>
    /// The high halves stay dirty: the multiplication reads low halves only, and the dirt is cut off at the end. Three words of
    /// the counter are the same for all paths, so that half of the first two rounds is computed once.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Fill512<TWords>(
        ulong seed,
        uint firstPath,
        uint draw,
        ulong stream,
        Span<double> u0,
        Span<double> u1
    )
        where TWords : struct, IWords
    {
        const int Width = 8;
        var start = new FirstRounds(seed, draw, stream);
        var multiplier0 = Vector512.Create(MultiplierOfWord0);
        var multiplier2 = Vector512.Create(MultiplierOfWord2);
        var (low2, high2) = (Vector512.Create(start.LowKey(2)), Vector512.Create(start.HighKey(2)));
        var (low3, high3) = (Vector512.Create(start.LowKey(3)), Vector512.Create(start.HighKey(3)));
        var (low4, high4) = (Vector512.Create(start.LowKey(4)), Vector512.Create(start.HighKey(4)));
        var (low5, high5) = (Vector512.Create(start.LowKey(5)), Vector512.Create(start.HighKey(5)));
        var (low6, high6) = (Vector512.Create(start.LowKey(6)), Vector512.Create(start.HighKey(6)));
        var (low7, high7) = (Vector512.Create(start.LowKey(7)), Vector512.Create(start.HighKey(7)));
        var (low8, high8) = (Vector512.Create(start.LowKey(8)), Vector512.Create(start.HighKey(8)));
        var (low9, high9) = (Vector512.Create(start.LowKey(9)), Vector512.Create(start.HighKey(9)));
        var low = Vector512.Create(0xFFFF_FFFFUL);
        var ramp = Vector512.Create(0UL, 1, 2, 3, 4, 5, 6, 7);
        ref var out0 = ref MemoryMarshal.GetReference(u0);
        ref var out1 = ref MemoryMarshal.GetReference(u1);
        var i = 0;
        for (; i <= u0.Length - (2 * Width); i += 2 * Width)
        {
            var a1 = Avx512F.Multiply(
                (Vector512.Create((ulong)unchecked(firstPath + (uint)i)) + ramp).AsUInt32(),
                multiplier0
            );
            var b1 = Avx512F.Multiply(
                (Vector512.Create((ulong)unchecked(firstPath + (uint)i + Width)) + ramp).AsUInt32(),
                multiplier0
            );
            var (a2, b2) = (
                (a1 >>> 32) ^ Vector512.Create(start.Word2Of0),
                (b1 >>> 32) ^ Vector512.Create(start.Word2Of0)
            );
            var (a3, b3) = (a1, b1);
            (a1, b1) = (Avx512F.Multiply(a2.AsUInt32(), multiplier2), Avx512F.Multiply(b2.AsUInt32(), multiplier2));
            var (a0, b0) = (
                (a1 >>> 32) ^ Vector512.Create(start.Word0Of1),
                (b1 >>> 32) ^ Vector512.Create(start.Word0Of1)
            );
            (a2, b2) = (a3 ^ Vector512.Create(start.Word2Of1), b3 ^ Vector512.Create(start.Word2Of1));
            (a3, b3) = (Vector512.Create(start.Word3Of1), Vector512.Create(start.Word3Of1));
            Round(ref a0, ref a1, ref a2, ref a3, multiplier0, multiplier2, low2, high2);
            Round(ref b0, ref b1, ref b2, ref b3, multiplier0, multiplier2, low2, high2);
            Round(ref a0, ref a1, ref a2, ref a3, multiplier0, multiplier2, low3, high3);
            Round(ref b0, ref b1, ref b2, ref b3, multiplier0, multiplier2, low3, high3);
            Round(ref a0, ref a1, ref a2, ref a3, multiplier0, multiplier2, low4, high4);
            Round(ref b0, ref b1, ref b2, ref b3, multiplier0, multiplier2, low4, high4);
            Round(ref a0, ref a1, ref a2, ref a3, multiplier0, multiplier2, low5, high5);
            Round(ref b0, ref b1, ref b2, ref b3, multiplier0, multiplier2, low5, high5);
            Round(ref a0, ref a1, ref a2, ref a3, multiplier0, multiplier2, low6, high6);
            Round(ref b0, ref b1, ref b2, ref b3, multiplier0, multiplier2, low6, high6);
            Round(ref a0, ref a1, ref a2, ref a3, multiplier0, multiplier2, low7, high7);
            Round(ref b0, ref b1, ref b2, ref b3, multiplier0, multiplier2, low7, high7);
            Round(ref a0, ref a1, ref a2, ref a3, multiplier0, multiplier2, low8, high8);
            Round(ref b0, ref b1, ref b2, ref b3, multiplier0, multiplier2, low8, high8);

            (a2, b2) = (Avx512F.Multiply(a2.AsUInt32(), multiplier2), Avx512F.Multiply(b2.AsUInt32(), multiplier2));
            Uniforms(((a2 >>> 32) ^ a1 ^ low9) & low, a2).StoreUnsafe(ref out0, (nuint)i);
            Uniforms(((b2 >>> 32) ^ b1 ^ low9) & low, b2).StoreUnsafe(ref out0, (nuint)i + Width);
            if (TWords.Second)
            {
                (a0, b0) = (Avx512F.Multiply(a0.AsUInt32(), multiplier0), Avx512F.Multiply(b0.AsUInt32(), multiplier0));
                Uniforms(((a0 >>> 32) ^ a3 ^ high9) & low, a0).StoreUnsafe(ref out1, (nuint)i);
                Uniforms(((b0 >>> 32) ^ b3 ^ high9) & low, b0).StoreUnsafe(ref out1, (nuint)i + Width);
            }
        }

        return i;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Round(
        ref Vector512<ulong> x0,
        ref Vector512<ulong> x1,
        ref Vector512<ulong> x2,
        ref Vector512<ulong> x3,
        Vector512<uint> multiplier0,
        Vector512<uint> multiplier2,
        Vector512<ulong> lowKey,
        Vector512<ulong> highKey
    )
    {
        var product0 = Avx512F.Multiply(x0.AsUInt32(), multiplier0);
        var product2 = Avx512F.Multiply(x2.AsUInt32(), multiplier2);
        x0 = (product2 >>> 32) ^ x1 ^ lowKey;
        x2 = (product0 >>> 32) ^ x3 ^ highKey;
        (x1, x3) = (product2, product0);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Uniforms(Vector512<ulong> lowWord, Vector512<ulong> highWord)
    {
        var fromOne = ((((highWord << 32) | lowWord) >>> 12) | Vector512.Create(BitsOfOne)).AsDouble();
        return fromOne - Vector512.Create(1.0 - (0.5 * UniformSpacing));
    }

    /// <summary>Four paths a turn, as <see cref="Fill512{TWords}"/> with registers of half the width.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Fill256<TWords>(
        ulong seed,
        uint firstPath,
        uint draw,
        ulong stream,
        Span<double> u0,
        Span<double> u1
    )
        where TWords : struct, IWords
    {
        const int Width = 4;
        var start = new FirstRounds(seed, draw, stream);
        var multiplier0 = Vector256.Create(MultiplierOfWord0);
        var multiplier2 = Vector256.Create(MultiplierOfWord2);
        var (low2, high2) = (Vector256.Create(start.LowKey(2)), Vector256.Create(start.HighKey(2)));
        var (low3, high3) = (Vector256.Create(start.LowKey(3)), Vector256.Create(start.HighKey(3)));
        var (low4, high4) = (Vector256.Create(start.LowKey(4)), Vector256.Create(start.HighKey(4)));
        var (low5, high5) = (Vector256.Create(start.LowKey(5)), Vector256.Create(start.HighKey(5)));
        var (low6, high6) = (Vector256.Create(start.LowKey(6)), Vector256.Create(start.HighKey(6)));
        var (low7, high7) = (Vector256.Create(start.LowKey(7)), Vector256.Create(start.HighKey(7)));
        var (low8, high8) = (Vector256.Create(start.LowKey(8)), Vector256.Create(start.HighKey(8)));
        var (low9, high9) = (Vector256.Create(start.LowKey(9)), Vector256.Create(start.HighKey(9)));
        var ramp = Vector256.Create(0UL, 1, 2, 3);
        ref var out0 = ref MemoryMarshal.GetReference(u0);
        ref var out1 = ref MemoryMarshal.GetReference(u1);
        var i = 0;
        for (; i <= u0.Length - (2 * Width); i += 2 * Width)
        {
            var a1 = Avx2.Multiply(
                (Vector256.Create((ulong)unchecked(firstPath + (uint)i)) + ramp).AsUInt32(),
                multiplier0
            );
            var b1 = Avx2.Multiply(
                (Vector256.Create((ulong)unchecked(firstPath + (uint)i + Width)) + ramp).AsUInt32(),
                multiplier0
            );
            var (a2, b2) = (
                (a1 >>> 32) ^ Vector256.Create(start.Word2Of0),
                (b1 >>> 32) ^ Vector256.Create(start.Word2Of0)
            );
            var (a3, b3) = (a1, b1);
            (a1, b1) = (Avx2.Multiply(a2.AsUInt32(), multiplier2), Avx2.Multiply(b2.AsUInt32(), multiplier2));
            var (a0, b0) = (
                (a1 >>> 32) ^ Vector256.Create(start.Word0Of1),
                (b1 >>> 32) ^ Vector256.Create(start.Word0Of1)
            );
            (a2, b2) = (a3 ^ Vector256.Create(start.Word2Of1), b3 ^ Vector256.Create(start.Word2Of1));
            (a3, b3) = (Vector256.Create(start.Word3Of1), Vector256.Create(start.Word3Of1));
            Round(ref a0, ref a1, ref a2, ref a3, multiplier0, multiplier2, low2, high2);
            Round(ref b0, ref b1, ref b2, ref b3, multiplier0, multiplier2, low2, high2);
            Round(ref a0, ref a1, ref a2, ref a3, multiplier0, multiplier2, low3, high3);
            Round(ref b0, ref b1, ref b2, ref b3, multiplier0, multiplier2, low3, high3);
            Round(ref a0, ref a1, ref a2, ref a3, multiplier0, multiplier2, low4, high4);
            Round(ref b0, ref b1, ref b2, ref b3, multiplier0, multiplier2, low4, high4);
            Round(ref a0, ref a1, ref a2, ref a3, multiplier0, multiplier2, low5, high5);
            Round(ref b0, ref b1, ref b2, ref b3, multiplier0, multiplier2, low5, high5);
            Round(ref a0, ref a1, ref a2, ref a3, multiplier0, multiplier2, low6, high6);
            Round(ref b0, ref b1, ref b2, ref b3, multiplier0, multiplier2, low6, high6);
            Round(ref a0, ref a1, ref a2, ref a3, multiplier0, multiplier2, low7, high7);
            Round(ref b0, ref b1, ref b2, ref b3, multiplier0, multiplier2, low7, high7);
            Round(ref a0, ref a1, ref a2, ref a3, multiplier0, multiplier2, low8, high8);
            Round(ref b0, ref b1, ref b2, ref b3, multiplier0, multiplier2, low8, high8);

            (a2, b2) = (Avx2.Multiply(a2.AsUInt32(), multiplier2), Avx2.Multiply(b2.AsUInt32(), multiplier2));
            Uniforms((a2 >>> 32) ^ (a1 ^ low9), a2).StoreUnsafe(ref out0, (nuint)i);
            Uniforms((b2 >>> 32) ^ (b1 ^ low9), b2).StoreUnsafe(ref out0, (nuint)i + Width);
            if (TWords.Second)
            {
                (a0, b0) = (Avx2.Multiply(a0.AsUInt32(), multiplier0), Avx2.Multiply(b0.AsUInt32(), multiplier0));
                Uniforms((a0 >>> 32) ^ (a3 ^ high9), a0).StoreUnsafe(ref out1, (nuint)i);
                Uniforms((b0 >>> 32) ^ (b3 ^ high9), b0).StoreUnsafe(ref out1, (nuint)i + Width);
            }
        }

        return i;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Round(
        ref Vector256<ulong> x0,
        ref Vector256<ulong> x1,
        ref Vector256<ulong> x2,
        ref Vector256<ulong> x3,
        Vector256<uint> multiplier0,
        Vector256<uint> multiplier2,
        Vector256<ulong> lowKey,
        Vector256<ulong> highKey
    )
    {
        var product0 = Avx2.Multiply(x0.AsUInt32(), multiplier0);
        var product2 = Avx2.Multiply(x2.AsUInt32(), multiplier2);
        x0 = (product2 >>> 32) ^ (x1 ^ lowKey);
        x2 = (product0 >>> 32) ^ (x3 ^ highKey);
        (x1, x3) = (product2, product0);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Uniforms(Vector256<ulong> lowWord, Vector256<ulong> highWord)
    {
        // The low halves of the one and of the other: the dirt of the first is not taken.
        var word = Avx2.Blend(lowWord.AsUInt32(), (highWord << 32).AsUInt32(), 0b1010_1010).AsUInt64();
        var fromOne = ((word >>> 12) | Vector256.Create(BitsOfOne)).AsDouble();
        return fromOne - Vector256.Create(1.0 - (0.5 * UniformSpacing));
    }
}
