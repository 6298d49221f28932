using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Simulation;
using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim.Analysis.Manifests;

/// <summary>What determines a result and what it consists of: the content of <c>manifest.json</c>.</summary>
/// <remarks>Byte-identical for identical input: no date, no machine, no folder.</remarks>
public sealed record ResultManifest
{
    /// <summary>Form that this version writes and reads.</summary>
    public const int CurrentFormat = 1;

    /// <summary>Version of this file's form.</summary>
    public int Format { get; init; } = CurrentFormat;

    /// <summary>Name of the scenario.</summary>
    public required string Scenario { get; init; }

    /// <summary>Title of the scenario.</summary>
    public required string Title { get; init; }

    /// <summary>Course of action.</summary>
    public required string Course { get; init; }

    /// <summary>SHA-256 of the canonical resolved scenario.</summary>
    public required string ContentHash { get; init; }

    /// <summary>Files read, with the SHA-256 of their text, main file first.</summary>
    public required ImmutableArray<SourceFile> Files { get; init; }

    /// <summary>Values given beside the files with <c>--set</c>, each as <c>ADDRESS=TEXT</c>, ordinal order.</summary>
    public ImmutableArray<string> Overrides { get; init; } = [];

    /// <summary>Of a sweep, what was varied over which levels, each as <c>ADDRESS=LEVEL|LEVEL</c>; otherwise null.</summary>
    public ImmutableArray<string>? Varied { get; init; }

    /// <summary>Of a sweep, its design where that is not factorial, as <c>--design</c> takes it; otherwise null.</summary>
    public string? Design { get; init; }

    /// <summary>Seed.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Number of paths.</summary>
    public required long Paths { get; init; }

    /// <summary>Paths that share a world's epistemic draws.</summary>
    public int Replicates { get; init; } = 1;

    /// <summary>How the worlds were sampled, one of <see cref="SamplingName.All"/>.</summary>
    public string? Sampling { get; init; } = SamplingName.All[0];

    /// <summary>Version of the engine, without commit.</summary>
    public required string EngineVersion { get; init; }

    /// <summary>True when quantiles come from all values, false when from a sketch.</summary>
    public required bool ExactQuantiles { get; init; }

    /// <summary>Largest relative error of a quantile; 0 when exact.</summary>
    public required double QuantileRelativeError { get; init; }

    /// <summary>Actors the headline is about.</summary>
    public required ImmutableArray<NamedActor> Focus { get; init; }

    /// <summary>Owners whose forgone revenue the headline sums.</summary>
    public required ImmutableArray<NamedActor> State { get; init; }

    /// <summary>Warnings of reader and compiler.</summary>
    public required ImmutableArray<string> Warnings { get; init; }

    /// <summary>Where the scenario's numbers come from, in order of first use by address.</summary>
    public required ImmutableArray<SourceUse> Sources { get; init; }

    /// <summary>What the scenario assumes, ordinal order of address; empty in manifests of earlier versions.</summary>
    public ImmutableArray<Assumption> Assumptions { get; init; } = [];

    /// <summary>Files of the result with their SHA-256, ordinal order of path.</summary>
    public ImmutableArray<OutputFile> Outputs { get; init; } = [];

    /// <summary>Name of the run in ten hexadecimal digits, as in the foot of its charts; the same for the same numbers anywhere.</summary>
    [JsonIgnore]
    public string ShortId => Manifests.ShortId.Of(this);

    /// <summary>Manifest of a result, without its outputs.</summary>
    /// <remarks>
    /// Without <c>focus:</c> the headline is about every actor whose gross revenue is recorded; without <c>state:</c> about every
    /// owner whose forgone revenue is.
    /// </remarks>
    public static ResultManifest From(EnsembleResult result)
    {
        var scenario = result.Scenario;
        return From(scenario, result.Manifest) with
        {
            QuantileRelativeError = LargestRelativeError(result),
            Focus = Named(scenario, scenario.Focus.IsEmpty ? Recorded(result, ReportQuantity.Gross) : scenario.Focus),
            State = Named(scenario, scenario.State.IsEmpty ? Recorded(result, ReportQuantity.Forgone) : scenario.State),
        };
    }

    /// <summary>Manifest of a comparison: its first course's, with the names of all courses, separated by commas.</summary>
    public static ResultManifest From(PairedResult result) =>
        From(result.Courses[0]) with
        {
            Course = string.Join(',', result.Courses.Select(course => course.Manifest.Course)),
        };

    /// <summary>Manifest of what several runs of a scenario have in common.</summary>
    /// <param name="scenario">Scenario.</param>
    /// <param name="run">What determines the runs.</param>
    public static ResultManifest From(Scenario scenario, RunManifest run) =>
        new()
        {
            Scenario = run.Scenario,
            Title = scenario.Title,
            Course = run.Course,
            ContentHash = run.ContentHash,
            Files = run.Files,
            Overrides = scenario.Overrides,
            Seed = run.Seed,
            Paths = run.Paths,
            Replicates = run.Replicates,
            Sampling = SamplingName.Of(run.Sampling),
            EngineVersion = run.EngineVersion,
            ExactQuantiles = run.ExactQuantiles,
            QuantileRelativeError = 0.0,
            Focus = Named(scenario, scenario.Focus),
            State = Named(scenario, scenario.State),
            Warnings = run.Warnings,
            Sources = SourceUse.Of(scenario),
            Assumptions = Assumption.Of(scenario),
        };

    private static ImmutableArray<string> Recorded(EnsembleResult result, ReportQuantity quantity) =>
        [
            .. result
                .Series.Where(s => s.Quantity == quantity && s is { Actor: not null, Place: null, Channel: null })
                .Select(s => s.Actor!),
        ];

    private static ImmutableArray<NamedActor> Named(Scenario scenario, ImmutableArray<string> names) =>
        [
            .. names.Select(name => new NamedActor(
                name,
                scenario.Actors.FirstOrDefault(a => a.Name == name)?.Label ?? name
            )),
        ];

    private static double LargestRelativeError(EnsembleResult result) =>
        Enumerable
            .Range(0, result.Series.Length)
            .SelectMany(s =>
                Enumerable.Range(0, result.Periods.Length).Select(p => result.At(s, p).Sample?.RelativeError ?? 0.0)
            )
            .DefaultIfEmpty(0.0)
            .Max();
}

/// <summary>An actor by name and as readers know it.</summary>
/// <param name="Name">Name in the scenario.</param>
/// <param name="Label">Name for readers.</param>
public sealed record NamedActor(string Name, string Label);

/// <summary>A file of a result.</summary>
/// <param name="Path">Path relative to the result's folder, with forward slashes.</param>
/// <param name="Sha256">SHA-256 of its bytes, lower-case hex.</param>
public sealed record OutputFile(string Path, string Sha256);

/// <summary>A source and the quantities taken from it.</summary>
/// <param name="Source">Citation, or null for an assumption.</param>
/// <param name="Grade">How the numbers were obtained.</param>
/// <param name="Date">Date of the figures as written, or null.</param>
/// <param name="Note">Remark, or null.</param>
/// <param name="Addresses">Addresses of the numbers, each written number once, ordinal order.</param>
public sealed record SourceUse(
    string? Source,
    SourceGrade Grade,
    string? Date,
    string? Note,
    ImmutableArray<string> Addresses
)
{
    /// <summary>Sources of a scenario, in order of the first address that uses them.</summary>
    public static ImmutableArray<SourceUse> Of(Scenario scenario) =>
        [
            .. scenario
                .WrittenNumbers.Where(q => q.Provenance != Provenance.None)
                .OrderBy(q => q.Address, StringComparer.Ordinal)
                .GroupBy(q => q.Provenance)
                .Select(g => new SourceUse(
                    g.Key.Source,
                    g.Key.Grade,
                    g.Key.Date,
                    g.Key.Note,
                    [.. g.Select(q => q.Address)]
                )),
        ];
}
