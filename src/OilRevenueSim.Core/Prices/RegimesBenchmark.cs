using System.Collections.Immutable;
using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim.Core.Prices;

/// <summary>A price whose parameters switch between sets at random times (Hamilton 1989, in continuous time).</summary>
public sealed record RegimesBenchmark : Benchmark
{
    /// <summary>Price at step 0, USD per barrel.</summary>
    public required Quantity Spot { get; init; }

    /// <summary>Name of the set that holds at step 0.</summary>
    public required string Start { get; init; }

    /// <summary>Sets of parameters, ordinal order of name.</summary>
    public required ImmutableArray<PriceRegime> Sets { get; init; }

    /// <summary>Switches between them, ordinal order of identity.</summary>
    public required ImmutableArray<RegimeChange> Changes { get; init; }

    /// <inheritdoc />
    public override IEnumerable<string> Streams => [Stream, .. Changes.Select(c => c.Stream)];
}

/// <summary>
/// A set of parameters: schwartz-like, dx = κ(θ − x)dt + σdW, where it has a long run, else gbm-like,
/// dx = (μ − σ²/2)dt + σdW.
/// </summary>
public sealed record PriceRegime
{
    /// <summary>Name in the benchmark.</summary>
    public required string Name { get; init; }

    /// <summary>Volatility σ per √year.</summary>
    public required Quantity Volatility { get; init; }

    /// <summary>Drift μ per year; null for 0 and where there is a long run.</summary>
    public Quantity? Drift { get; init; }

    /// <summary>Long-run median e^θ, USD per barrel; null in a gbm-like set.</summary>
    public Quantity? LongRun { get; init; }

    /// <summary>Half-life ln2/κ, years; given with <see cref="LongRun"/>, and only then.</summary>
    public Quantity? HalfLife { get; init; }
}

/// <summary>A switch from one set of parameters to another.</summary>
public sealed record RegimeChange
{
    /// <summary>Identity, by default <c>FROM&gt;TO</c>.</summary>
    public string Identity { get; init; } = "";

    /// <summary>Stream, by default <c>price/BENCHMARK/regime/FROM&gt;TO</c>.</summary>
    public string Stream { get; init; } = "";

    /// <summary>Set that is left.</summary>
    public required string From { get; init; }

    /// <summary>Set that follows.</summary>
    public required string To { get; init; }

    /// <summary>Rate per year while the first holds.</summary>
    public required Quantity Rate { get; init; }
}
