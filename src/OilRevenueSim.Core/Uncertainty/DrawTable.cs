using System.Collections.Immutable;
using OilRevenueSim.Core.RandomStreams;

namespace OilRevenueSim.Core.Uncertainty;

/// <summary>The epistemic draws of a plan: fills the values of all quantities for a block of paths (model.md §3, §4).</summary>
/// <remarks>
/// Each draw address has the stream <c>quantity/ADDRESS</c>, and a dimension: its place among all addresses in ordinal order. Where its
/// uniform comes from, <see cref="WorldUniforms"/> says. Quantities with one address share it, each with its own law, range and conversion. Immutable; filling allocates
/// nothing, and the value of one path does not depend on the others of the block.
/// </remarks>
public sealed class DrawTable
{
    private readonly ImmutableArray<QuantityLaw> _laws;
    private readonly ImmutableArray<ulong> _streams;
    private readonly ImmutableArray<int> _dimensions;
    private readonly ImmutableArray<int> _firstQuantityOfDraw;
    private readonly ImmutableArray<int> _drawOfQuantity;
    private readonly Copula _copula;

    private DrawTable(
        ImmutableArray<QuantityLaw> laws,
        ImmutableArray<ulong> streams,
        ImmutableArray<int> dimensions,
        ImmutableArray<int> firstQuantityOfDraw,
        ImmutableArray<int> drawOfQuantity,
        Copula copula
    )
    {
        _laws = laws;
        _streams = streams;
        _dimensions = dimensions;
        _firstQuantityOfDraw = firstQuantityOfDraw;
        _drawOfQuantity = drawOfQuantity;
        _copula = copula;
    }

    /// <summary>The quantities, in the order of compilation.</summary>
    public ImmutableArray<QuantityLaw> Quantities => _laws;

    /// <summary>Dimensions of a sampling design: as many as there are addresses.</summary>
    public int Dimensions { get; private init; }

    /// <summary>Compiles the draws of some quantities.</summary>
    /// <param name="uncertain">Quantities; certain ones are allowed and filled with their value.</param>
    /// <param name="correlations">Rank correlations between draw addresses of uncertain quantities.</param>
    /// <param name="others">
    /// Draw addresses that have a dimension of their own in a sampling design though they are not drawn here: those of other courses, so
    /// that courses meet the same worlds.
    /// </param>
    /// <exception cref="ArgumentException">
    /// The correlations are at fault, or more than <see cref="TruncatedLaw.LargestCutMass"/> of a law lies outside its range.
    /// </exception>
    public static DrawTable Compile(
        IReadOnlyList<Quantity> uncertain,
        IReadOnlyList<RankCorrelation> correlations,
        IEnumerable<string>? others = null
    )
    {
        var drawOfAddress = new Dictionary<string, int>(StringComparer.Ordinal);
        var first = ImmutableArray.CreateBuilder<int>();
        var drawOfQuantity = ImmutableArray.CreateBuilder<int>(uncertain.Count);
        for (var i = 0; i < uncertain.Count; i++)
        {
            if (uncertain[i].Law.IsCertain)
            {
                drawOfQuantity.Add(-1);
                continue;
            }

            if (!drawOfAddress.TryGetValue(uncertain[i].DrawAddress, out var draw))
            {
                draw = first.Count;
                drawOfAddress.Add(uncertain[i].DrawAddress, draw);
                first.Add(i);
            }

            drawOfQuantity.Add(draw);
        }

        string[] addresses = [.. first.Select(i => uncertain[i].DrawAddress)];
        if (!Copula.TryCompile(addresses, correlations, out var copula, out var error))
        {
            throw new ArgumentException(error.Message, nameof(correlations));
        }

        ImmutableArray<QuantityLaw> laws = [.. uncertain.Select(quantity => new QuantityLaw(quantity))];
        foreach (var law in laws)
        {
            if (law.Truncated.CutMass > TruncatedLaw.LargestCutMass)
            {
                throw new ArgumentException(
                    $"{law.Quantity.Address}: {100 * law.Truncated.CutMass:F1} % of {law.Quantity.Law} lies outside "
                        + $"{law.Quantity.Range.Low} to {law.Quantity.Range.High}; at most 1 % may.",
                    nameof(uncertain)
                );
            }
        }

        ImmutableArray<ulong> streams = [.. addresses.Select(address => StreamName.Hash($"quantity/{address}"))];
        string[] ordered =
        [
            .. addresses.Concat(others ?? []).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        ];
        return new DrawTable(
            laws,
            streams,
            [.. addresses.Select(address => Array.BinarySearch(ordered, address, StringComparer.Ordinal))],
            first.ToImmutable(),
            drawOfQuantity.ToImmutable(),
            copula
        )
        {
            Dimensions = ordered.Length,
        };
    }

    /// <summary>Fills the values of all quantities for consecutive paths, sampled at random.</summary>
    /// <param name="seed">Seed of the run.</param>
    /// <param name="firstPath">Path of lane 0.</param>
    /// <param name="replicates">Paths per world, at least 1; the world index is path / replicates.</param>
    /// <param name="lanes">Paths to fill.</param>
    /// <param name="values">Receives the numbers the model uses, <c>[quantity][lane]</c>, in base units.</param>
    /// <exception cref="ArgumentException"><paramref name="values"/> is too short.</exception>
    public void Fill(ulong seed, uint firstPath, uint replicates, int lanes, Span<double> values) =>
        Fill(new WorldUniforms(seed, replicates), firstPath, lanes, values);

    /// <summary>Fills the values of all quantities for consecutive paths.</summary>
    /// <param name="worlds">Where uniforms come from.</param>
    /// <param name="firstPath">Path of lane 0.</param>
    /// <param name="lanes">Paths to fill.</param>
    /// <param name="values">Receives the numbers the model uses, <c>[quantity][lane]</c>, in base units.</param>
    /// <exception cref="ArgumentException"><paramref name="values"/> is too short.</exception>
    public void Fill(WorldUniforms worlds, uint firstPath, int lanes, Span<double> values)
    {
        if (values.Length < _laws.Length * lanes)
        {
            throw new ArgumentException($"{_laws.Length} × {lanes} places are needed.", nameof(values));
        }

        // The row of a draw's first quantity holds its uniform until every quantity of the draw has taken it.
        for (var draw = 0; draw < _streams.Length; draw++)
        {
            var row = values.Slice(_firstQuantityOfDraw[draw] * lanes, lanes);
            worlds.Fill(_streams[draw], _dimensions[draw], firstPath, row);
        }

        _copula.Apply(values, lanes, _firstQuantityOfDraw.AsSpan());
        for (var i = _laws.Length - 1; i >= 0; i--)
        {
            var row = values.Slice(i * lanes, lanes);
            var draw = _drawOfQuantity[i];
            var uniforms = draw < 0 ? row : values.Slice(_firstQuantityOfDraw[draw] * lanes, lanes);
            _laws[i].Values(uniforms, row);
        }
    }
}
