using System.Collections.Immutable;
using OilRevenueSim.Scenarios;

namespace OilRevenueSim;

/// <summary>A scenario that cannot be used, with every reason.</summary>
public sealed class ScenarioException : Exception
{
    /// <summary>Creates the exception from the findings of a reader.</summary>
    /// <param name="heading">What cannot be done, on a line of its own.</param>
    /// <param name="diagnostics">Findings, in order of file, line and column.</param>
    public ScenarioException(string heading, ImmutableArray<Diagnostic> diagnostics)
        : base(string.Join(Environment.NewLine, diagnostics.Select(d => d.Render()).Prepend(heading))) =>
        Diagnostics = diagnostics;

    /// <summary>Creates an exception without a finding.</summary>
    public ScenarioException()
        : this("The scenario cannot be used.") { }

    /// <summary>Creates an exception with a message.</summary>
    public ScenarioException(string message)
        : base(message) { }

    /// <summary>Creates an exception with a message and a cause.</summary>
    public ScenarioException(string message, Exception innerException)
        : base(message, innerException) { }

    /// <summary>Findings, in order of file, line and column.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; } = [];
}
