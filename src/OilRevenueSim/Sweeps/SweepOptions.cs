using System.Collections.Immutable;

namespace OilRevenueSim;

/// <summary>How a sweep runs and what it reports. Only paths and seed change its numbers.</summary>
public sealed record SweepOptions
{
    /// <summary>Most cells unless told.</summary>
    public const int DefaultMostCells = 10_000;

    /// <summary>Most values that a cell keeps, paths times series: 2^24, 128 MiB.</summary>
    public const long MostValues = 1L << 24;

    /// <summary>Name of the folder, among the results, in which <c>oilsim sweep</c> keeps finished cells unless told.</summary>
    public const string UsualCache = ".sweep-cache";

    /// <summary>Futures of every cell, the same random numbers in all. Default 10,000.</summary>
    public long Paths { get; init; } = Runs.DefaultPaths;

    /// <summary>Seed of the runs, and of a Latin hypercube or Sobol' scrambling. Default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Courses, each run at every point; empty, the default, is the first of the file.</summary>
    public ImmutableArray<string> Courses { get; init; } = [];

    /// <summary>Quantities reported, as in <c>summary.csv</c>, over the whole horizon. Default gross revenue.</summary>
    public ImmutableArray<string> Quantities { get; init; } = ["gross_revenue_usd"];

    /// <summary>Actors whose they are; empty, the default, is the scenario's focus.</summary>
    public ImmutableArray<string> Actors { get; init; } = [];

    /// <summary>Statistics reported: <c>mean sd p_any mean_if_any p95 p_over:100 MUSD</c>. Default the mean.</summary>
    public ImmutableArray<string> Statistics { get; init; } = ["mean"];

    /// <summary>Folder that keeps finished cells, or null, the default, to keep none: a sweep with one resumes and grows.</summary>
    public string? Cache { get; init; }

    /// <summary>Most cells; a larger design is refused. Default 10,000.</summary>
    public int MostCells { get; init; } = DefaultMostCells;

    /// <summary>Worker threads; 0, the default, is one a processor. Does not change the result.</summary>
    public int Threads { get; init; }
}

/// <summary>How far a sweep has come.</summary>
/// <param name="CellsDone">Cells finished.</param>
/// <param name="CellsTotal">Cells in all.</param>
/// <param name="CellsFromCache">Cells of those done that had been computed before.</param>
public readonly record struct SweepProgress(int CellsDone, int CellsTotal, int CellsFromCache);
