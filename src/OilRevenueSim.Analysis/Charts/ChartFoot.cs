using System.Collections.Immutable;
using OilRevenueSim.Analysis.Headlines;
using OilRevenueSim.Analysis.Words;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Simulation;
using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim.Analysis.Charts;

/// <summary>Foot of every chart: what was run, then where its numbers come from.</summary>
internal static class ChartFoot
{
    private const int LineLength = 130;

    /// <summary>Title, course, what was set, paths, seed, version; then at most two lines of sources.</summary>
    internal static ImmutableArray<string> Of(EnsembleResult result, Language? language = null) =>
        Of(result, Course(result.Manifest.Course, language ?? Language.English), language);

    /// <summary>A course by its name, e.g. <c>course base</c>.</summary>
    internal static string Course(string course, Language words) => words.Say($"course {course}");

    /// <summary>As <see cref="Of(EnsembleResult, Language)"/>, with other words for what was run.</summary>
    /// <param name="result">A result of the run.</param>
    /// <param name="ran">What was run, e.g. <c>course base</c>.</param>
    /// <param name="language">Language of the chart; English unless told.</param>
    internal static ImmutableArray<string> Of(EnsembleResult result, string ran, Language? language = null) =>
        Of(result.Scenario, result.Manifest, ran, language);

    /// <summary>As <see cref="Of(EnsembleResult, string, Language)"/>, of what several runs have in common.</summary>
    /// <param name="scenario">Scenario.</param>
    /// <param name="run">Paths, seed, version.</param>
    /// <param name="ran">What was run.</param>
    /// <param name="language">Language of the chart; English unless told.</param>
    internal static ImmutableArray<string> Of(Scenario scenario, RunManifest run, string ran, Language? language = null)
    {
        var words = language ?? Language.English;
        var what = $"{scenario.Title} · {ran}";
        var how = words.Say($"{RunSize.Of(run).In(words)} · seed {run.Seed} · OilRevenueSim {run.EngineVersion}");
        var sources = Sources(scenario, words);
        if (scenario.Overrides.IsEmpty)
        {
            return [$"{what} · {how}", .. sources];
        }

        what += words.Say($" · with {Settings(scenario.Overrides, words)}");
        return what.Length + 3 + how.Length <= LineLength ? [$"{what} · {how}", .. sources] : [what, how, .. sources];
    }

    // As many as two lines hold; the manifest lists them all.
    private static string Settings(ImmutableArray<string> overrides, Language words)
    {
        var shown = Readable.Setting(overrides[0]);
        for (var i = 1; i < overrides.Length; i++)
        {
            var longer = shown + words.Word(", ") + Readable.Setting(overrides[i]);
            if (longer.Length > LineLength)
            {
                return words.Say($"{shown} and {overrides.Length - i} more");
            }

            shown = longer;
        }

        return shown;
    }

    /// <summary>Distinct sources, those of most quantities first, and how many quantities are assumptions.</summary>
    internal static ImmutableArray<string> Sources(Scenario scenario, Language? language = null)
    {
        var words = language ?? Language.English;
        var written = scenario.WrittenNumbers.ToList();
        var sources = written
            .Where(q => q.Provenance is { Source: not null, Grade: not SourceGrade.Assumption } && !q.Provenance.IsSet)
            .GroupBy(q => q.Provenance.Source!, StringComparer.Ordinal)
            .OrderByDescending(g => g.Count())
            .ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => g.Key)
            .ToList();
        var assumptions = written.Count(q => q.Provenance.Grade == SourceGrade.Assumption);
        if (sources.Count == 0)
        {
            return assumptions == 0
                ? []
                : [words.Say($"No source is named; {assumptions} of {written.Count} numbers are assumptions.")];
        }

        var shown = sources.Count;
        List<string> lines;
        do
        {
            // What is not shown takes room itself, so the fit is tried with ever fewer sources.
            var rest = Rest(sources.Count - shown, assumptions, written.Count, words);
            lines = Wrap([.. sources.Take(shown)], rest, words);
            shown--;
        } while (lines.Count > 2 && shown > 0);

        return [.. lines];
    }

    // Lines of whole sources; the last line carries the rest.
    private static List<string> Wrap(List<string> sources, string rest, Language words)
    {
        var lines = new List<string> { words.Say($"Sources: {sources[0]}") };
        for (var i = 1; i < sources.Count; i++)
        {
            var tail = i == sources.Count - 1 ? rest.Length : 1;
            if (lines[^1].Length + 2 + sources[i].Length + tail <= LineLength)
            {
                lines[^1] += words.Word("; ") + sources[i];
            }
            else
            {
                lines[^1] += words.Word("; ").TrimEnd();
                lines.Add(sources[i]);
            }
        }

        lines[^1] += rest;
        return lines;
    }

    private static string Rest(int notShown, int assumptions, int quantities, Language words)
    {
        var more = notShown == 0 ? "" : words.Say($" and {notShown} more");
        return assumptions == 0
            ? more + "."
            : words.Say($"{more}; {assumptions} of {quantities} numbers are assumptions.");
    }
}
