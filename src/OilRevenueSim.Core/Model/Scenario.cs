using System.Collections.Immutable;
using OilRevenueSim.Core.Control;
using OilRevenueSim.Core.Interventions;
using OilRevenueSim.Core.Markets;
using OilRevenueSim.Core.Prices;
using OilRevenueSim.Core.Production;
using OilRevenueSim.Core.Time;
using OilRevenueSim.Core.Uncertainty;
using OilRevenueSim.Core.Units;

namespace OilRevenueSim.Core.Model;

/// <summary>The world as the analyst wrote it, checked and in base units. Immutable; change it with <c>with</c>.</summary>
/// <remarks>All lists but <see cref="Routes"/> are in ordinal order of name, so that reordering a file changes no bit.</remarks>
public sealed record Scenario
{
    /// <summary>Name of the scenario: its file name without extension.</summary>
    public required string Name { get; init; }

    /// <summary>Title for readers.</summary>
    public required string Title { get; init; }

    /// <summary>The question it answers, or null.</summary>
    public string? Question { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly Start { get; init; }

    /// <summary>Last day, inclusive.</summary>
    public required DateOnly End { get; init; }

    /// <summary>Length of a step.</summary>
    public StepLength Step { get; init; } = StepLength.Month;

    /// <summary>Thresholds on each focus actor's gross revenue over the whole horizon, ascending.</summary>
    public ImmutableArray<Usd> Thresholds { get; init; } = [];

    /// <summary>Actors whose money the headline is about, as written.</summary>
    public ImmutableArray<string> Focus { get; init; } = [];

    /// <summary>
    /// Names of quantities that are reported with quantiles and probabilities beside the money of actors, ordinal order; none by default.
    /// Those of routes are recorded only where they are named, and as means.
    /// </summary>
    public ImmutableArray<string> Record { get; init; } = [];

    /// <summary>Owners whose forgone revenue the headline sums; every owner by default.</summary>
    public ImmutableArray<string> State { get; init; } = [];

    /// <summary>Benchmarks.</summary>
    public ImmutableArray<Benchmark> Benchmarks { get; init; } = [];

    /// <summary>Correlations between the Brownian motions of benchmarks.</summary>
    public ImmutableArray<PriceCorrelation> PriceCorrelations { get; init; } = [];

    /// <summary>Theatres with their phases.</summary>
    public ImmutableArray<Theatre> Theatres { get; init; } = [];

    /// <summary>Actors, at most 15; <c>nobody</c> is not listed.</summary>
    public ImmutableArray<Actor> Actors { get; init; } = [];

    /// <summary>Areas.</summary>
    public ImmutableArray<Area> Areas { get; init; } = [];

    /// <summary>Fields.</summary>
    public ImmutableArray<Field> Fields { get; init; } = [];

    /// <summary>Nodes.</summary>
    public ImmutableArray<Node> Nodes { get; init; } = [];

    /// <summary>Markets.</summary>
    public ImmutableArray<Market> Markets { get; init; } = [];

    /// <summary>Routes by (priority, file order).</summary>
    public ImmutableArray<Route> Routes { get; init; } = [];

    /// <summary>Passage rules.</summary>
    public ImmutableArray<PassageRule> Passage { get; init; } = [];

    /// <summary>Attacks, ordinal order of identity.</summary>
    public ImmutableArray<Attack> Attacks { get; init; } = [];

    /// <summary>Blockades, ordinal order of identity.</summary>
    public ImmutableArray<Blockade> Blockades { get; init; } = [];

    /// <summary>Taps, ordinal order of identity.</summary>
    public ImmutableArray<Tap> Taps { get; init; } = [];

    /// <summary>Transfers, ordinal order of identity.</summary>
    public ImmutableArray<Transfer> Transfers { get; init; } = [];

    /// <summary>Interventions, ordinal order of name.</summary>
    public ImmutableArray<Intervention> Interventions { get; init; } = [];

    /// <summary>Courses of action in the order of the file; the first is run by default. Empty means the one course <c>base</c> with every intervention.</summary>
    public ImmutableArray<Course> Courses { get; init; } = [];

    /// <summary>Entries of <c>parameters:</c>.</summary>
    public ImmutableArray<Quantity> Parameters { get; init; } = [];

    /// <summary>Tables of joint draws that replace laws, ordinal order of name; only columns that are used.</summary>
    public ImmutableArray<JointDraws> Draws { get; init; } = [];

    /// <summary>Rank correlations between quantities.</summary>
    public ImmutableArray<RankCorrelation> Correlations { get; init; } = [];

    /// <summary>Every quantity the scenario uses, ordinal order of address: for reports, sources and the hash.</summary>
    public ImmutableArray<Quantity> Quantities { get; init; } = [];

    /// <summary>Files read, with their SHA-256, main file first.</summary>
    public ImmutableArray<SourceFile> Files { get; init; } = [];

    /// <summary>SHA-256, lower-case hex, of the canonical resolved scenario; equal for files that mean the same.</summary>
    public string ContentHash { get; init; } = "";

    /// <summary>Values that were given beside the files, each as <c>ADDRESS=TEXT</c>, ordinal order.</summary>
    public ImmutableArray<string> Overrides { get; init; } = [];

    /// <summary>Numbers that were written, each once: neither defaults nor the places that name a parameter.</summary>
    public IEnumerable<Quantity> WrittenNumbers =>
        Quantities.Where(q => q.Provenance != Provenance.Default && q.Parameter is null);

    /// <summary>Warnings of the reader, for the manifest.</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];
}

/// <summary>A file that a scenario was read from.</summary>
/// <param name="Name">File name relative to the main file's folder.</param>
/// <param name="Sha256">SHA-256 of its bytes, lower-case hex.</param>
public sealed record SourceFile(string Name, string Sha256);
