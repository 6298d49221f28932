using System.Collections.Immutable;
using OilRevenueSim.Analysis.Manifests;
using OilRevenueSim.Analysis.Statistics;
using OilRevenueSim.Analysis.Summary;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Analysis.Headlines;

/// <summary>What a run says first: the money of the focus actors over the whole horizon.</summary>
/// <param name="Scenario">Name of the scenario.</param>
/// <param name="Title">Title of the scenario.</param>
/// <param name="Course">Course of action.</param>
/// <param name="Size">Paths and worlds.</param>
/// <param name="Seed">Seed.</param>
/// <param name="Actors">One entry a focus actor, in the order of <c>focus:</c>.</param>
/// <param name="Forgone">Forgone revenue of the state, or null where none is recorded.</param>
public sealed record Headline(
    string Scenario,
    string Title,
    string Course,
    RunSize Size,
    ulong Seed,
    ImmutableArray<ActorHeadline> Actors,
    ForgoneHeadline? Forgone
)
{
    private const string Total = "total";

    /// <summary>Number of paths.</summary>
    public long Paths => Size.Paths;

    /// <summary>SHA-256 of the canonical resolved scenario.</summary>
    public string ContentHash { get; init; } = "";

    /// <summary>Files read, main file first.</summary>
    public ImmutableArray<SourceFile> Files { get; init; } = [];

    /// <summary>Values given beside the files, each as <c>ADDRESS=TEXT</c>.</summary>
    public ImmutableArray<string> Overrides { get; init; } = [];

    /// <summary>Headline of a result.</summary>
    public static Headline From(EnsembleResult result) => From(ResultManifest.From(result), SummaryTable.From(result));

    /// <summary>Headline of a result that was written: its manifest and the rows of its summary.</summary>
    public static Headline From(ResultManifest manifest, IEnumerable<SummaryRow> rows)
    {
        var totals = rows.Where(r => r.Period == Total && r is { Actor: not null, Place: null, Channel: null })
            .ToList();
        var actors = manifest
            .Focus.Select(actor => (actor, rows: Of(totals, actor.Name, ReportQuantity.Gross)))
            .Where(x => x.rows.Count > 0)
            .Select(x =>
                ActorHeadline.From(x.actor, x.rows) with
                {
                    OtherIncome = OtherIncomeOf(Of(totals, x.actor.Name, ReportQuantity.OtherIncome)),
                }
            );
        return new Headline(
            manifest.Scenario,
            manifest.Title,
            manifest.Course,
            RunSize.Of(manifest),
            manifest.Seed,
            [.. actors],
            ForgoneHeadline.From(manifest.State, name => Of(totals, name, ReportQuantity.Forgone))
        )
        {
            ContentHash = manifest.ContentHash,
            Files = manifest.Files,
            Overrides = manifest.Overrides.IsDefault ? [] : manifest.Overrides, // none in older manifests
        };
    }

    private static MeanWithError? OtherIncomeOf(List<SummaryRow> rows)
    {
        SummaryRow? Find(string statistic) => rows.Find(r => r.Statistic == statistic);
        return Find(SummaryStatistic.Mean) is { Value: not 0.0 } mean
            ? new MeanWithError(
                mean.Value,
                Find(SummaryStatistic.StandardError)?.Value ?? 0.0,
                HalfWidth(ActorHeadline.ToEstimate(mean))
            )
            : null;
    }

    // Above the mean, as below it the interval may have been cut off at zero.
    internal static double HalfWidth(Estimate mean) => mean.High - mean.Value ?? 0.0;

    private static List<SummaryRow> Of(List<SummaryRow> totals, string actor, ReportQuantity quantity) =>
        totals.FindAll(r => r.Actor == actor && r.Quantity == quantity.Name);
}

/// <summary>Gross oil revenue (sales and levies) of one actor over the whole horizon, USD.</summary>
/// <param name="Actor">Name of the actor.</param>
/// <param name="Label">Actor as readers know it.</param>
/// <param name="ProbabilityAny">Probability of any such revenue.</param>
/// <param name="MeanIfAny">Mean over the paths with any, or null where there is none.</param>
/// <param name="Mean">Mean over all paths.</param>
/// <param name="MeanStandardError">Standard error of the mean.</param>
/// <param name="P05">5 % quantile.</param>
/// <param name="P50">Median.</param>
/// <param name="P95">95 % quantile.</param>
/// <param name="Thresholds">Thresholds with the probability of passing them.</param>
public sealed record ActorHeadline(
    string Actor,
    string Label,
    Estimate ProbabilityAny,
    Estimate? MeanIfAny,
    Estimate Mean,
    double MeanStandardError,
    Estimate P05,
    Estimate P50,
    Estimate P95,
    ImmutableArray<ThresholdProbability> Thresholds
)
{
    /// <summary>Income that is not oil and outside the gross revenue, USD; null where there is none.</summary>
    public MeanWithError? OtherIncome { get; init; }

    /// <summary>What we do not know told from what cannot be known; null for a run without replicates.</summary>
    public LevelHeadline? Levels { get; init; }

    internal static ActorHeadline From(NamedActor actor, List<SummaryRow> rows) =>
        new(
            actor.Name,
            actor.Label,
            Required(rows, SummaryStatistic.ProbabilityAny),
            Find(rows, SummaryStatistic.MeanIfAny),
            Required(rows, SummaryStatistic.Mean),
            Required(rows, SummaryStatistic.StandardError).Value,
            Required(rows, "p05"),
            Required(rows, "p50"),
            Required(rows, "p95"),
            [
                .. rows.Where(r => r.Statistic == SummaryStatistic.ProbabilityOver)
                    .Select(r => new ThresholdProbability(r.Threshold ?? 0.0, ToEstimate(r))),
            ]
        )
        {
            Levels = Find(rows, SummaryStatistic.BetweenShare) is { } share
                ? new LevelHeadline(
                    share,
                    Required(rows, SummaryStatistic.WorldMean + "p05").Value,
                    Required(rows, SummaryStatistic.WorldMean + "p95").Value,
                    Required(rows, SummaryStatistic.Within + "p05").Value,
                    Required(rows, SummaryStatistic.Within + "p95").Value
                )
                : null,
        };

    internal static Estimate ToEstimate(SummaryRow row) => new(row.Value, row.Low, row.High);

    private static Estimate? Find(List<SummaryRow> rows, string statistic) =>
        rows.Find(r => r.Statistic == statistic) is { } row ? ToEstimate(row) : null;

    private static Estimate Required(List<SummaryRow> rows, string statistic) =>
        Find(rows, statistic)
        ?? throw new FormatException($"The summary has no {statistic} of {rows[0].Quantity} for {rows[0].Actor}.");
}

/// <summary>Two levels of the revenue of one actor, USD.</summary>
/// <param name="BetweenShare">Share of the variance that knowing the world would remove.</param>
/// <param name="WorldMeanLowUsd">5 % quantile over worlds of the mean.</param>
/// <param name="WorldMeanHighUsd">95 % quantile over worlds of the mean.</param>
/// <param name="WithinLowUsd">5 % quantile of paths in a middling world.</param>
/// <param name="WithinHighUsd">95 % quantile of paths in a middling world.</param>
public sealed record LevelHeadline(
    Estimate BetweenShare,
    double WorldMeanLowUsd,
    double WorldMeanHighUsd,
    double WithinLowUsd,
    double WithinHighUsd
);

/// <summary>A mean over all paths.</summary>
/// <param name="MeanUsd">Mean, USD.</param>
/// <param name="StandardErrorUsd">Its Monte Carlo standard error, USD.</param>
/// <param name="HalfWidthUsd">Half of its 95 % interval, USD; 0 where a single path has none.</param>
public readonly record struct MeanWithError(double MeanUsd, double StandardErrorUsd, double HalfWidthUsd);

/// <summary>A threshold and the probability of strictly passing it.</summary>
/// <param name="ThresholdUsd">Threshold, USD.</param>
/// <param name="Probability">Probability.</param>
public sealed record ThresholdProbability(double ThresholdUsd, Estimate Probability);

/// <summary>Revenue forgone by the state over the whole horizon: leverage, nobody's income.</summary>
/// <param name="Owners">Owners summed.</param>
/// <param name="MeanUsd">Mean over all paths, USD; the interval is known for a single owner only.</param>
public sealed record ForgoneHeadline(ImmutableArray<NamedActor> Owners, Estimate MeanUsd)
{
    internal static ForgoneHeadline? From(ImmutableArray<NamedActor> state, Func<string, List<SummaryRow>> rowsOf)
    {
        var owners = state
            .Select(owner => (owner, mean: rowsOf(owner.Name).Find(r => r.Statistic == SummaryStatistic.Mean)))
            .Where(x => x.mean is not null)
            .ToList();
        return owners.Count switch
        {
            0 => null,
            1 => new ForgoneHeadline([owners[0].owner], ActorHeadline.ToEstimate(owners[0].mean!)),
            _ => new ForgoneHeadline([.. owners.Select(x => x.owner)], Estimate.Bare(owners.Sum(x => x.mean!.Value))),
        };
    }
}
