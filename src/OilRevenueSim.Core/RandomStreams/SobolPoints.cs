using System.Collections.Immutable;

namespace OilRevenueSim.Core.RandomStreams;

/// <summary>Sobol' points with Owen's scrambling: any 2^k of them from a multiple of 2^k on lie one to an interval of 2^−k in every coordinate.</summary>
/// <remarks>
/// Digit l of a coordinate is turned over by a random bit that belongs to the l digits before it, one bit for every such
/// beginning (nested uniform scrambling, Owen 1995): each point is then uniform, and for smooth functions the variance of a mean over
/// 2^k points falls as N^−3 but for logarithms (Owen 1997). A subtree of seven levels has 127 beginnings, which take their bits
/// from one Philox block of stream <c>sampling/sobol/DIMENSION</c>: exact, where the hashes of Laine &amp; Karras (2011) and Burley (2020)
/// are fast approximations. Digits after the 32nd belong to one point only and are random. Different randomisations of one seed
/// are independent. Direction numbers: Joe &amp; Kuo 2008, new-joe-kuo-6, in the order of the index, not of its Gray code.
/// </remarks>
public sealed class SobolPoints : IPoints
{
    /// <summary>Most coordinates: all that polynomials up to degree 13 give.</summary>
    public const int MostDimensions = 1111;

    private const int Digits = 32;

    /// <summary>Levels of the tree of digits whose bits lie in one block: 2^7 − 1 beginnings, 128 bits.</summary>
    private const int LevelsPerBlock = 7;

    private static readonly Lazy<uint[]> Directions = new(ReadDirections); // [dimension · 32 + digit]

    private readonly uint[] directions;
    private readonly ulong[] streams; // [dimension]
    private readonly ulong seed;
    private readonly uint firstBlock;

    /// <summary>Prepares the points.</summary>
    /// <param name="dimensions">Coordinates of a point, 1 to <see cref="MostDimensions"/>.</param>
    /// <param name="seed">Seed of the run.</param>
    /// <param name="randomisation">Which of the independent scramblings of the seed, below 2^29.</param>
    /// <exception cref="ArgumentOutOfRangeException">Too few or too many coordinates, or no such randomisation.</exception>
    public SobolPoints(int dimensions, ulong seed, uint randomisation = 0)
    {
        CheckDimensions(dimensions);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(randomisation, 1u << 29);
        Dimensions = dimensions;
        this.seed = seed;
        firstBlock = randomisation * 8;
        directions = Directions.Value;
        streams = new ulong[dimensions];
        for (var d = 0; d < dimensions; d++)
        {
            streams[d] = StreamName.Hash($"sampling/sobol/{d}");
        }
    }

    /// <inheritdoc />
    public int Dimensions { get; }

    /// <inheritdoc />
    public double Coordinate(uint point, int dimension)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(dimension);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(dimension, Dimensions);
        var digits = Unscrambled(directions, point, dimension);
        var turned = 0u;
        var (low, high) = (0ul, 0ul);
        for (var level = 0; level < Digits; level++)
        {
            var inBlock = level % LevelsPerBlock;
            if (inBlock == 0)
            {
                var beginning = level == 0 ? 0 : digits >> (Digits - level);
                (low, high) = Block(beginning, (uint)(level / LevelsPerBlock), streams[dimension]);
            }

            // The node's place in the heap of its subtree: a leading 1 and the digits since the subtree's root.
            var node = (1u << inBlock) | ((digits >> (Digits - level - 1) >> 1) & ((1u << inBlock) - 1));
            var bit = (uint)((node < 64 ? low >> (int)node : high >> (int)(node - 64)) & 1);
            turned |= bit << (Digits - 1 - level);
        }

        var (rest, _) = Block(digits, LevelsPerBlock, streams[dimension]);
        return Philox4x32.ToUniform(((ulong)(digits ^ turned) << Digits) | (uint)rest);
    }

    /// <summary>The first 32 binary digits of a coordinate without scrambling, as a whole number of 2^−32.</summary>
    /// <param name="point">Index of the point; index 0 is the origin.</param>
    /// <param name="dimension">Index of the coordinate, 0 to <see cref="MostDimensions"/> − 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such coordinate.</exception>
    public static uint Unscrambled(uint point, int dimension)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(dimension);
        CheckDimensions(dimension + 1);
        return Unscrambled(Directions.Value, point, dimension);
    }

    private static uint Unscrambled(uint[] directions, uint point, int dimension)
    {
        var digits = 0u;
        for (var bit = 0; point != 0; point >>= 1, bit++)
        {
            digits ^= (point & 1) == 0 ? 0 : directions[(dimension * Digits) + bit];
        }

        return digits;
    }

    private static void CheckDimensions(int dimensions)
    {
        if (dimensions is < 1 or > MostDimensions)
        {
            throw new ArgumentOutOfRangeException(
                nameof(dimensions),
                dimensions,
                $"Sobol' points have 1 to {MostDimensions} coordinates."
            );
        }
    }

    private (ulong Low, ulong High) Block(uint beginning, uint block, ulong stream)
    {
        var (word0, word1, word2, word3) = (beginning, firstBlock + block, (uint)stream, (uint)(stream >> 32));
        Philox4x32.Block((uint)seed, (uint)(seed >> 32), ref word0, ref word1, ref word2, ref word3);
        return (((ulong)word1 << 32) | word0, ((ulong)word3 << 32) | word2);
    }

    /// <summary>
    /// Direction numbers v_k = m_k·2^(32−k), with m_k = 2a_1·m_(k−1) ⊕ 2²a_2·m_(k−2) ⊕ … ⊕ 2^s·m_(k−s) ⊕ m_(k−s) after the s given ones.
    /// </summary>
    private static uint[] ReadDirections()
    {
        var table = new uint[MostDimensions * Digits];
        for (var k = 0; k < Digits; k++)
        {
            table[k] = 1u << (Digits - 1 - k);
        }

        using var stream = typeof(SobolPoints).Assembly.GetManifestResourceStream("joe-kuo-6.txt")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
            {
                continue;
            }

            ImmutableArray<uint> numbers =
            [
                .. line.Split(' ').Select(text => uint.Parse(text, System.Globalization.CultureInfo.InvariantCulture)),
            ];
            var (degree, polynomial) = ((int)numbers[1], numbers[2]);
            var v = table.AsSpan((int)(numbers[0] - 1) * Digits, Digits);
            for (var k = 0; k < Digits; k++)
            {
                if (k < degree)
                {
                    v[k] = numbers[3 + k] << (Digits - 1 - k);
                    continue;
                }

                v[k] = v[k - degree] ^ (v[k - degree] >> degree);
                for (var j = 1; j < degree; j++)
                {
                    v[k] ^= ((polynomial >> (degree - 1 - j)) & 1) == 0 ? 0 : v[k - j];
                }
            }
        }

        return table;
    }
}
