using System.Collections.Immutable;
using OilRevenueSim.Core.Model;

namespace OilRevenueSim.Scenarios;

/// <summary>What came of reading a scenario: the scenario, or every reason why there is none.</summary>
public sealed record ScenarioReading
{
    /// <summary>The scenario; null if and only if there is at least one error.</summary>
    public required Scenario? Scenario { get; init; }

    /// <summary>All findings, in order of file, line and column.</summary>
    public required ImmutableArray<Diagnostic> Diagnostics { get; init; }
}
