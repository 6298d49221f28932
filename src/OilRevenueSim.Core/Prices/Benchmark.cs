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

    /// <summary>Lowest price that a policy allows, USD per barrel; the process goes on below it. Null for none.</summary>
    public Quantity? Floor { get; init; }

    /// <summary>Highest price that a policy allows, USD per barrel; it stands above a floor that passes it. Null for none.</summary>
    public Quantity? Cap { get; init; }

    /// <summary>Every random stream of its path.</summary>
    public virtual IEnumerable<string> Streams => [Stream];
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

    /// <summary>Drift μ per year: E[S] = S₀·e^(μt), with jumps too.</summary>
    public Quantity Drift { get; init; } = Quantity.Default;

    /// <summary>Volatility σ per √year, of the path between jumps.</summary>
    public required Quantity Volatility { get; init; }

    /// <summary>Jumps, compensated in the mean; null for none.</summary>
    public PriceJumps? Jumps { get; init; }

    /// <inheritdoc />
    public override IEnumerable<string> Streams => PriceJumps.StreamsOf(this, Jumps);
}

/// <summary>Schwartz (1997) one-factor mean reversion: dx = κ(θ − x)dt + σdW, x = ln S.</summary>
public sealed record SchwartzBenchmark : Benchmark
{
    /// <summary>Price at step 0, USD per barrel.</summary>
    public required Quantity Spot { get; init; }

    /// <summary>Long-run median e^θ without jumps, USD per barrel.</summary>
    public required Quantity LongRun { get; init; }

    /// <summary>Half-life ln2/κ, years.</summary>
    public required Quantity HalfLife { get; init; }

    /// <summary>Volatility σ per √year, of the path between jumps.</summary>
    public required Quantity Volatility { get; init; }

    /// <summary>Jumps, which decay like any other deviation; null for none.</summary>
    public PriceJumps? Jumps { get; init; }

    /// <inheritdoc />
    public override IEnumerable<string> Streams => PriceJumps.StreamsOf(this, Jumps);
}

/// <summary>
/// Schwartz and Smith (2000): x = ln S = χ + ξ, dχ = −κχdt + σ_χdW_χ, dξ = μdt + σ_ξdW_ξ, dW_χdW_ξ = ρdt.
/// </summary>
public sealed record SchwartzSmithBenchmark : Benchmark
{
    /// <summary>Price at step 0, USD per barrel; ξ₀ = ln spot − χ₀.</summary>
    public required Quantity Spot { get; init; }

    /// <summary>Short-term deviation χ₀ at step 0, in logarithms.</summary>
    public Quantity ShortDeviation { get; init; } = Quantity.Default;

    /// <summary>Half-life ln2/κ of the short-term deviation, years.</summary>
    public required Quantity HalfLife { get; init; }

    /// <summary>Volatility σ_χ of the short-term deviation, per √year.</summary>
    public required Quantity ShortVolatility { get; init; }

    /// <summary>Volatility σ_ξ of the equilibrium level, per √year.</summary>
    public required Quantity LongVolatility { get; init; }

    /// <summary>Drift μ of the logarithm of the equilibrium level, per year.</summary>
    public Quantity Drift { get; init; } = Quantity.Default;

    /// <summary>Correlation ρ of the two Brownian motions, −1 to 1.</summary>
    public Quantity FactorCorrelation { get; init; } = Quantity.Default;
}

/// <summary>Jumps of a log price: compound Poisson with normal sizes (Merton 1976).</summary>
public sealed record PriceJumps
{
    /// <summary>Jumps a year, zero or more.</summary>
    public required Quantity Rate { get; init; }

    /// <summary>Mean of a jump of ln S.</summary>
    public Quantity Mean { get; init; } = Quantity.Default;

    /// <summary>Standard deviation of a jump of ln S, zero or more.</summary>
    public required Quantity StandardDeviation { get; init; }

    /// <summary>Stream of the jumps of a benchmark.</summary>
    public static string StreamOf(Benchmark benchmark) => $"{benchmark.Stream}/jumps";

    internal static IEnumerable<string> StreamsOf(Benchmark benchmark, PriceJumps? jumps) =>
        jumps is null ? [benchmark.Stream] : [benchmark.Stream, StreamOf(benchmark)];
}

/// <summary>Correlation between the Brownian motions of two benchmarks.</summary>
/// <param name="First">Name of a benchmark, or <c>NAME.short</c> or <c>NAME.long</c> of one with two factors.</param>
/// <param name="Second">Name of another, likewise.</param>
/// <param name="Value">Correlation, −1 to 1.</param>
public sealed record PriceCorrelation(string First, string Second, Quantity Value);
