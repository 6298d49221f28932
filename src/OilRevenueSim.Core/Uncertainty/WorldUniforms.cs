using System.Collections.Immutable;
using OilRevenueSim.Core.RandomStreams;

namespace OilRevenueSim.Core.Uncertainty;

/// <summary>Where the uniforms of the epistemic draws come from: the one place that decides it (model.md §4).</summary>
/// <remarks>
/// Path p belongs to world w = p / R. Random: u0 of block 0 of the draw's own stream, w in the path word. A design: world w is point
/// w / M of randomisation w mod M, M = <see cref="Randomisations"/>, and the draw takes the coordinate of its dimension. The
/// randomisations are independent of one another, so that the spread between them tells the error of what is averaged over all.
/// </remarks>
public readonly struct WorldUniforms
{
    /// <summary>Independent randomisations M that the worlds of a design fall into, one world each in turn.</summary>
    public const int Randomisations = 16;

    private readonly ulong _seed;
    private readonly uint _replicates;
    private readonly ImmutableArray<IPoints> _designs; // [randomisation]; default where random

    /// <summary>Random sampling.</summary>
    /// <param name="seed">Seed of the run.</param>
    /// <param name="replicates">Paths per world R, at least 1.</param>
    public WorldUniforms(ulong seed, uint replicates)
    {
        ArgumentOutOfRangeException.ThrowIfZero(replicates);
        (_seed, _replicates, _designs) = (seed, replicates, default);
    }

    /// <summary>Any sampling.</summary>
    /// <param name="sampling">Kind of sampling.</param>
    /// <param name="seed">Seed of the run.</param>
    /// <param name="replicates">Paths per world R, at least 1.</param>
    /// <param name="worlds">Worlds of the run, a multiple of <see cref="Randomisations"/>; only a Latin hypercube needs it.</param>
    /// <param name="dimensions">Coordinates of a point.</param>
    /// <exception cref="ArgumentOutOfRangeException">No replicate, too few worlds, or more dimensions than Sobol' points have.</exception>
    public WorldUniforms(Sampling sampling, ulong seed, uint replicates, long worlds, int dimensions)
        : this(seed, replicates)
    {
        if (sampling == Sampling.Random || dimensions == 0)
        {
            return;
        }

        _designs =
        [
            .. Enumerable
                .Range(0, Randomisations)
                .Select(r =>
                    (IPoints)(
                        sampling == Sampling.Sobol
                            ? new SobolPoints(dimensions, seed, (uint)r)
                            : new LatinHypercube((uint)(worlds / Randomisations), dimensions, seed, (uint)r)
                    )
                ),
        ];
    }

    /// <summary>Fills one uniform per path.</summary>
    /// <param name="stream">Stream of the draw, <c>quantity/ADDRESS</c>.</param>
    /// <param name="dimension">Coordinate of the draw in a design.</param>
    /// <param name="firstPath">Path of the first element.</param>
    /// <param name="uniforms">Receives the uniforms, <c>[path]</c>.</param>
    internal void Fill(ulong stream, int dimension, uint firstPath, Span<double> uniforms)
    {
        if (_designs.IsDefault)
        {
            Philox4x32.FillUniformStrided(_seed, firstPath, _replicates, 0, stream, uniforms);
            return;
        }

        for (var i = 0; i < uniforms.Length; )
        {
            var path = (ulong)firstPath + (ulong)i;
            var world = path / _replicates;
            var last = (int)Math.Min((ulong)uniforms.Length, (ulong)i + (((world + 1) * _replicates) - path));
            uniforms[i..last].Fill(Coordinate((uint)world, dimension));
            i = last;
        }
    }

    // Lanes that only fill the last granule may lie behind the last point of a hypercube.
    private double Coordinate(uint world, int dimension)
    {
        var design = _designs[(int)(world % Randomisations)];
        var point = world / Randomisations;
        return design is LatinHypercube lhs && point >= lhs.Points ? 0.5 : design.Coordinate(point, dimension);
    }
}
