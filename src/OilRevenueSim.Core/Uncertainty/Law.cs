using System.Collections.Immutable;

namespace OilRevenueSim.Core.Uncertainty;

/// <summary>A probability law over one number in base units; the closed set of model.md §3.</summary>
/// <remarks>Immutable. How a uniform becomes a value is in LawQuantile.</remarks>
public abstract record Law
{
    private protected Law() { }

    /// <summary>True when the law is a single certain value.</summary>
    public bool IsCertain => this is CertainLaw;
}

/// <summary>One certain value.</summary>
public sealed record CertainLaw(double Value) : Law;

/// <summary>Uniform on [Low, High].</summary>
public sealed record UniformLaw(double Low, double High) : Law;

/// <summary>Triangular on [Low, High] with its peak at Mode.</summary>
public sealed record TriangularLaw(double Low, double Mode, double High) : Law;

/// <summary>PERT: a beta law on [Low, High] with peak Mode and λ = 4.</summary>
public sealed record PertLaw(double Low, double Mode, double High) : Law;

/// <summary>Normal with mean and standard deviation.</summary>
public sealed record NormalLaw(double Mean, double StandardDeviation) : Law;

/// <summary>Lognormal: ln x ~ N(LogMean, LogStandardDeviation²).</summary>
public sealed record LogNormalLaw(double LogMean, double LogStandardDeviation) : Law;

/// <summary>Logit-normal on (0, 1): ln(x/(1−x)) ~ N(LogitMean, LogitStandardDeviation²).</summary>
public sealed record LogitNormalLaw(double LogitMean, double LogitStandardDeviation) : Law;

/// <summary>Beta(Alpha, Beta) on (0, 1).</summary>
public sealed record BetaLaw(double Alpha, double Beta) : Law;

/// <summary>Finitely many values; takes the first, as written, whose cumulated probability is at least u.</summary>
public sealed record DiscreteLaw(ImmutableArray<double> Values, ImmutableArray<double> Probabilities) : Law;

/// <summary>A law that is so far only the text of its quantity: reading the scenario again gives it its meaning.</summary>
/// <remarks>The key's domain decides what <c>25 to 45 kb/d</c> means, so a text alone is no law yet.</remarks>
public sealed record UnreadLaw : Law;
