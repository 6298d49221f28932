using System.Collections.Immutable;
using OilRevenueSim.Analysis.Headlines;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Simulation;
using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim.Analysis.Charts;

/// <summary>Foot of every chart: what was run, then where its numbers come from.</summary>
internal static class ChartFoot
{
    private const int LineLength = 130;

    /// <summary>Title, course, what was set, paths, seed, version; then at most two lines of sources.</summary>
    internal static ImmutableArray<string> Of(EnsembleResult result) => Of(result, $"course {result.Manifest.Course}");

    /// <summary>As <see cref="Of(EnsembleResult)"/>, with other words for what was run.</summary>
    /// <param name="result">A result of the run.</param>
    /// <param name="ran">What was run, e.g. <c>course base</c>.</param>
    internal static ImmutableArray<string> Of(EnsembleResult result, string ran)
    {
        var run = result.Manifest;
        var what = $"{result.Scenario.Title} · {ran}";
        var how = $"{RunSize.Of(run)} · seed {run.Seed} · " + $"OilRevenueSim {run.EngineVersion}";
        var sources = Sources(result.Scenario);
        if (result.Scenario.Overrides.IsEmpty)
        {
            return [$"{what} · {how}", .. sources];
        }

        what += $" · with {Settings(result.Scenario.Overrides)}";
        return what.Length + 3 + how.Length <= LineLength ? [$"{what} · {how}", .. sources] : [what, how, .. sources];
    }

    // As many as two lines hold; the manifest lists them all.
    private static string Settings(ImmutableArray<string> overrides)
    {
        var shown = Readable.Setting(overrides[0]);
        for (var i = 1; i < overrides.Length; i++)
        {
            var longer = $"{shown}, {Readable.Setting(overrides[i])}";
            if (longer.Length > LineLength)
            {
                return $"{shown} and {overrides.Length - i} more";
            }

            shown = longer;
        }

        return shown;
    }

    /// <summary>Distinct sources, those of most quantities first, and how many quantities are assumptions.</summary>
    internal static ImmutableArray<string> Sources(Scenario scenario)
    {
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
                : [$"No source is named; {assumptions} of {written.Count} numbers are assumptions."];
        }

        var shown = sources.Count;
        List<string> lines;
        do
        {
            // What is not shown takes room itself, so the fit is tried with ever fewer sources.
            var rest = Rest(sources.Count - shown, assumptions, written.Count);
            lines = Wrap([.. sources.Take(shown)], rest);
            shown--;
        } while (lines.Count > 2 && shown > 0);

        return [.. lines];
    }

    // Lines of whole sources; the last line carries the rest.
    private static List<string> Wrap(List<string> sources, string rest)
    {
        var lines = new List<string> { "Sources: " + sources[0] };
        for (var i = 1; i < sources.Count; i++)
        {
            var tail = i == sources.Count - 1 ? rest.Length : 1;
            if (lines[^1].Length + 2 + sources[i].Length + tail <= LineLength)
            {
                lines[^1] += "; " + sources[i];
            }
            else
            {
                lines[^1] += ";";
                lines.Add(sources[i]);
            }
        }

        lines[^1] += rest;
        return lines;
    }

    private static string Rest(int notShown, int assumptions, int quantities)
    {
        var more = notShown == 0 ? "" : $" and {notShown} more";
        return assumptions == 0 ? more + "." : $"{more}; {assumptions} of {quantities} numbers are assumptions.";
    }
}
