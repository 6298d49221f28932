namespace OilRevenueSim.Analysis.Precision;

/// <summary>A precision target that was read, or why it could not be.</summary>
/// <param name="Target">The target, or null.</param>
/// <param name="Problem">The problem, or null.</param>
public sealed record PrecisionTargetReading(PrecisionTarget? Target, PrecisionTargetProblem? Problem);

/// <summary>What is wrong with the text of a precision target.</summary>
/// <param name="Column">Column of the word, from 1.</param>
/// <param name="Found">What was found.</param>
/// <param name="Expected">What was expected.</param>
/// <param name="Hint">The nearest thing that would have worked, or null.</param>
public sealed record PrecisionTargetProblem(int Column, string Found, string Expected, string? Hint)
{
    /// <summary>The problem in one sentence.</summary>
    public string Message => $"Found {Found}, expected {Expected}." + (Hint is null ? "" : $" Did you mean {Hint}?");
}
