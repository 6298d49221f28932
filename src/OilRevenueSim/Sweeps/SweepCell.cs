using System.Collections.Immutable;
using OilRevenueSim.Analysis.Sweeps;

namespace OilRevenueSim;

/// <summary>One cell of a sweep: values of the axes under one course, and its numbers or the reason why there are none. Immutable.</summary>
public sealed record SweepCell
{
    /// <summary>Number of the cell; cells of the file as it stands come first, one a course.</summary>
    public required int Index { get; init; }

    /// <summary>True for the file as it stands, with which the others are compared.</summary>
    public required bool IsFile { get; init; }

    /// <summary>Values of the axes, in their order; where the design leaves one alone, what the file has.</summary>
    public required ImmutableArray<AxisValue> Values { get; init; }

    /// <summary>Course.</summary>
    public required string Course { get; init; }

    /// <summary>Content hash of the cell's scenario; empty where it is none.</summary>
    public string ContentHash { get; init; } = "";

    /// <summary>Why the cell has no numbers, or null.</summary>
    public string? Reason { get; init; }

    /// <summary>True where the numbers had been computed before.</summary>
    public bool IsFromCache { get; init; }

    /// <summary>Numbers, a row a series and statistic.</summary>
    public ImmutableArray<SweepRow> Rows { get; init; } = [];
}
