using System.Collections.Immutable;
using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim.Core.Prices;

/// <summary>A stochastic reference price, e.g. Brent; the law of its path is the subclass (model.md §5).</summary>
public abstract record Benchmark
{
    private protected Benchmark() { }

    /// <summary>Name in the scenario.</summary>
    public required string Name { get; init; }

    /// <summary>Stream of its path, by default <c>price/NAME</c>.</summary>
    public string Stream => $"price/{Name}";
}

/// <summary>A price that stays at its spot.</summary>
public sealed record ConstantBenchmark : Benchmark
{
    /// <summary>Price, USD per barrel.</summary>
    public required Quantity Spot { get; init; }
}

/// <summary>A given price curve, log-linear in days between its points and flat beyond them.</summary>
public sealed record CurveBenchmark : Benchmark
{
    /// <summary>Points in order of date; prices in USD per barrel.</summary>
    public required ImmutableArray<CurvePoint> Points { get; init; }
}

/// <summary>A dated point of a price curve.</summary>
/// <param name="Date">Day on which the price holds.</param>
/// <param name="Price">Price, USD per barrel.</param>
public sealed record CurvePoint(DateOnly Date, Quantity Price);

/// <summary>Geometric Brownian motion: dx = (μ − σ²/2)dt + σdW, x = ln S.</summary>
public sealed record GbmBenchmark : Benchmark
{
    /// <summary>Price at step 0, USD per barrel.</summary>
    public required Quantity Spot { get; init; }

    /// <summary>Drift μ per year.</summary>
    public required Quantity Drift { get; init; }

    /// <summary>Volatility σ per √year.</summary>
    public required Quantity Volatility { get; init; }
}

/// <summary>Schwartz (1997) one-factor mean reversion: dx = κ(θ − x)dt + σdW, x = ln S.</summary>
public sealed record SchwartzBenchmark : Benchmark
{
    /// <summary>Price at step 0, USD per barrel.</summary>
    public required Quantity Spot { get; init; }

    /// <summary>Long-run median e^θ, USD per barrel.</summary>
    public required Quantity LongRun { get; init; }

    /// <summary>Half-life ln2/κ, years.</summary>
    public required Quantity HalfLife { get; init; }

    /// <summary>Volatility σ per √year.</summary>
    public required Quantity Volatility { get; init; }
}
