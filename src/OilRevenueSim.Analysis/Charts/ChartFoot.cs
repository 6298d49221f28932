using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using OilRevenueSim.Analysis.Headlines;
using OilRevenueSim.Analysis.Manifests;
using OilRevenueSim.Analysis.Words;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Analysis.Charts;

/// <summary>Foot of a chart: what was run, how well its number is known, where its numbers come from. Immutable.</summary>
/// <param name="Lines">
/// Title, course, what was set, paths, seed; then the Monte Carlo error of the chart's number, date of the data, version and short id of
/// the run; then a line of sources.
/// </param>
public sealed record ChartFoot(ImmutableArray<string> Lines)
{
    /// <summary>Letters that fit into a line of a half-page column.</summary>
    internal const int LineLength = 120;

    /// <summary>Run and command that the files of the figure carry; null for a chart of numbers from elsewhere.</summary>
    public ChartOrigin? Origin { get; init; }

    /// <summary>A foot of a chart of numbers from elsewhere.</summary>
    /// <param name="lines">Its lines.</param>
    [SuppressMessage("Usage", "CA2225", Justification = "The constructor does the same.")]
    public static implicit operator ChartFoot(ImmutableArray<string> lines) => new(lines);

    /// <summary>Foot of a chart of a result.</summary>
    /// <param name="result">Result.</param>
    /// <param name="language">Language; English by default.</param>
    /// <param name="kind">Kind of chart, as <c>oilsim chart --kind</c> names it.</param>
    /// <param name="actor">Actor that the chart is about, or null.</param>
    /// <param name="precision">How well the chart's number is known; by default the mean revenue of the actor, or of the first in focus; empty where nothing is said.</param>
    /// <param name="hasQuantiles">True where the chart shows quantiles: those of a sketch then state its error.</param>
    internal static ChartFoot Of(
        EnsembleResult result,
        Language? language = null,
        string kind = "",
        string? actor = null,
        string? precision = null,
        bool hasQuantiles = false
    )
    {
        var words = language ?? Language.English;
        var manifest = ResultManifest.From(result);
        var arguments = actor is null ? [] : (string[])["--actor", actor];
        return Of(
            result.Scenario,
            ChartOrigin.OfResult(manifest, kind, arguments),
            words.Say($"course {manifest.Course}"),
            precision ?? ChartPrecision.OfMean(result, actor, words),
            words,
            sketchError: hasQuantiles ? manifest.QuantileRelativeError : 0.0
        );
    }

    /// <summary>Foot of a chart of a comparison.</summary>
    /// <param name="result">Comparison.</param>
    /// <param name="kind">Kind of chart.</param>
    /// <param name="arguments">What <c>oilsim chart</c> is given beside it.</param>
    /// <param name="precision">How well the chart's number is known, or null.</param>
    /// <param name="language">Language; English by default.</param>
    /// <param name="hasQuantiles">True where the chart shows quantiles: those of a sketch then state its error.</param>
    internal static ChartFoot Of(
        PairedResult result,
        string kind,
        string[] arguments,
        string? precision,
        Language? language = null,
        bool hasQuantiles = false
    )
    {
        var words = language ?? Language.English;
        var manifest = ResultManifest.From(result);
        return Of(
            result.Courses[0].Scenario,
            ChartOrigin.OfResult(manifest, kind, arguments),
            words.Say($"{words.Count(result.Courses.Length)} courses, same random numbers"),
            precision,
            words,
            sketchError: hasQuantiles ? manifest.QuantileRelativeError : 0.0
        );
    }

    /// <summary>Foot of any chart of a scenario's runs.</summary>
    /// <param name="scenario">Scenario.</param>
    /// <param name="origin">Runs and command.</param>
    /// <param name="ran">What was run, e.g. <c>course base</c>.</param>
    /// <param name="precision">How well the chart's number is known, or null.</param>
    /// <param name="words">Language.</param>
    /// <param name="size">How many paths, in words; by default all of the manifest.</param>
    /// <param name="sketchError">Relative error of the quantiles shown, from counting paths in buckets; 0 where every value is kept.</param>
    internal static ChartFoot Of(
        Scenario scenario,
        ChartOrigin origin,
        string ran,
        string? precision,
        Language words,
        string? size = null,
        double sketchError = 0.0
    )
    {
        var run = origin.Manifest;
        var number = run.Seed.ToString(CultureInfo.InvariantCulture);
        var seed = words.Say($"seed {number}");
        var how = $"{size ?? RunSize.Of(run).In(words)} · {seed}";
        var what = $"{run.Title} · {ran}";
        ImmutableArray<string> first = [$"{what} · {how}"];
        if (!run.Overrides.IsEmpty)
        {
            what += " · " + words.Say($"with {Settings(run.Overrides, words)}");
            first = what.Length + 3 + how.Length <= LineLength ? [$"{what} · {how}"] : [what, how];
        }

        string?[] proof =
        [
            precision,
            sketchError > 0.0
                ? words.Say($"quantiles within {words.Probability(Math.Ceiling(1_000.0 * sketchError) / 1_000.0)}")
                : null,
            DataDate.Latest(run) is { } date ? words.Say($"dated sources to {date.In(words)}") : null,
            $"OilRevenueSim {run.EngineVersion}",
            words.Say($"id {origin.ShortId}"),
        ];
        return new([
            .. first,
            string.Join(" · ", proof.Where(p => !string.IsNullOrEmpty(p))),
            .. ChartSources.Of(scenario, words),
        ])
        {
            Origin = origin,
        };
    }

    // As many as a line holds; the manifest lists them all.
    private static string Settings(ImmutableArray<string> overrides, Language words)
    {
        var shown = Readable.Setting(overrides[0]);
        for (var i = 1; i < overrides.Length; i++)
        {
            var longer = $"{shown}, {Readable.Setting(overrides[i])}";
            if (longer.Length > LineLength)
            {
                return words.Say($"{shown} and {overrides.Length - i} more");
            }

            shown = longer;
        }

        return shown;
    }
}
