using System.Numerics;

namespace OilRevenueSim.Core.RandomStreams;

/// <summary>A Latin hypercube of n points: in every coordinate each of the n intervals of width 1/n holds exactly one point.</summary>
/// <remarks>
/// Coordinate d of point i is (π_d(i) + u)/n with a random permutation π_d and a uniform u (McKay, Beckman and Conover 1979); what is
/// additive in the coordinates is averaged almost without error (Stein 1987). The permutation is computed for one point at a time by a
/// keyed Feistel network over the next power of two, 256 at least, walked until it falls below n (Black and Rogaway 2002), so that memory does not
/// grow with n. Keys and u come from stream <c>sampling/lhs/DIMENSION</c>.
/// </remarks>
public sealed class LatinHypercube : IPoints
{
    private const int Rounds = 8;

    /// <summary>Least bits of the network: over fewer, eight rounds do not reach all pairs alike (χ² of 8 points at 3 bits: 1,874 for 55).</summary>
    private const int LeastBits = 8;

    /// <summary>Blocks of a randomisation: one a round, then that of u.</summary>
    private const uint Blocks = 16;

    private readonly ulong[] streams; // [dimension]
    private readonly ulong[] keys; // [dimension · rounds + round]
    private readonly ulong seed;
    private readonly uint firstBlock;
    private readonly int leftBits;
    private readonly int rightBits;

    /// <summary>Prepares the points.</summary>
    /// <param name="points">Number of points n, at least 1.</param>
    /// <param name="dimensions">Coordinates of a point, at least 1.</param>
    /// <param name="seed">Seed of the run.</param>
    /// <param name="randomisation">Which of the independent hypercubes of the seed, below 2^28.</param>
    /// <exception cref="ArgumentOutOfRangeException">No point, no coordinate, or no such randomisation.</exception>
    public LatinHypercube(uint points, int dimensions, ulong seed, uint randomisation = 0)
    {
        ArgumentOutOfRangeException.ThrowIfZero(points);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(dimensions);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(randomisation, 1u << 28);
        (Points, Dimensions, this.seed) = (points, dimensions, seed);
        firstBlock = randomisation * Blocks;
        var bits = Math.Max(LeastBits, 32 - BitOperations.LeadingZeroCount(points - 1));
        (leftBits, rightBits) = (bits - (bits / 2), bits / 2);
        streams = new ulong[dimensions];
        keys = new ulong[dimensions * Rounds];
        for (var d = 0; d < dimensions; d++)
        {
            streams[d] = StreamName.Hash($"sampling/lhs/{d}");
            for (var round = 0; round < Rounds; round++)
            {
                var (word0, word1, word2, word3) = (
                    0u,
                    firstBlock + (uint)round,
                    (uint)streams[d],
                    (uint)(streams[d] >> 32)
                );
                Philox4x32.Block((uint)seed, (uint)(seed >> 32), ref word0, ref word1, ref word2, ref word3);
                keys[(d * Rounds) + round] = ((ulong)word1 << 32) | word0;
            }
        }
    }

    /// <summary>Number of points n.</summary>
    public uint Points { get; }

    /// <inheritdoc />
    public int Dimensions { get; }

    /// <inheritdoc />
    public double Coordinate(uint point, int dimension)
    {
        var stratum = Stratum(point, dimension);
        Philox4x32.Draw(seed, point, firstBlock + Rounds, streams[dimension], out var u, out _);
        return Math.Min((stratum + u) / Points, Math.BitDecrement(1.0));
    }

    /// <summary>The interval of a coordinate in which a point lies, 0 to n − 1: a permutation of the points.</summary>
    /// <param name="point">Index of the point, 0 to n − 1.</param>
    /// <param name="dimension">Index of the coordinate.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such point or coordinate.</exception>
    public uint Stratum(uint point, int dimension)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(point, Points);
        ArgumentOutOfRangeException.ThrowIfNegative(dimension);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(dimension, Dimensions);
        var roundKeys = keys.AsSpan(dimension * Rounds, Rounds);
        do
        {
            point = Permute(point, roundKeys);
        } while (point >= Points);

        return point;
    }

    // Each round adds, bit by bit, a mixed image of one half to the other: a bijection whatever the mixing.
    private uint Permute(uint x, ReadOnlySpan<ulong> roundKeys)
    {
        var left = (uint)((ulong)x >> rightBits);
        var right = x & ((1u << rightBits) - 1);
        for (var round = 0; round < Rounds; round += 2)
        {
            right ^= Mix(left, roundKeys[round]) & ((1u << rightBits) - 1);
            left ^= Mix(right, roundKeys[round + 1]) & ((1u << leftBits) - 1);
        }

        return (uint)((ulong)left << rightBits) | right;
    }

    // The finaliser of MurmurHash3 (Appleby, public domain), 64 bits.
    private static uint Mix(uint half, ulong key)
    {
        var h = unchecked(key + ((half + 1ul) * 0x9E37_79B9_7F4A_7C15));
        h = unchecked((h ^ (h >> 33)) * 0xFF51_AFD7_ED55_8CCD);
        h = unchecked((h ^ (h >> 33)) * 0xC4CE_B9FE_1A85_EC53);
        return (uint)(h >> 32);
    }
}
