using System.Collections.Immutable;
using OilRevenueSim.Analysis.Words;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim.Analysis.Charts;

/// <summary>The line of a chart's foot that says where the numbers of the scenario come from.</summary>
internal static class ChartSources
{
    /// <summary>Distinct sources, those of most numbers first, as many as fit, and how many numbers are assumptions; one line or none.</summary>
    /// <param name="scenario">Scenario.</param>
    /// <param name="words">Language.</param>
    internal static ImmutableArray<string> Of(Scenario scenario, Language words)
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
        var assumed =
            assumptions == 0
                ? null
                : words.Say($"{words.Count(assumptions)} of {words.Count(written.Count)} numbers are assumptions.");
        if (sources.Count == 0)
        {
            return assumed is null ? [] : [words.Say($"No source is named; {assumed}")];
        }

        // What is not shown takes room itself, so the fit is tried with ever fewer sources.
        var shown = sources.Count;
        while (shown > 1 && Line(sources, shown, assumed, words).Length > ChartFoot.LineLength)
        {
            shown--;
        }

        return [Line(sources, shown, assumed, words)];
    }

    private static string Line(List<string> sources, int shown, string? assumed, Language words)
    {
        var named = string.Join("; ", sources.Take(shown));
        var all = shown == sources.Count ? named : words.Say($"{named} and {words.Count(sources.Count - shown)} more");
        return assumed is null ? words.Say($"Sources: {all}.") : words.Say($"Sources: {all}; {assumed}");
    }
}
