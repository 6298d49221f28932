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

    /// <summary>Title, course, paths, seed, version; then at most two lines of sources.</summary>
    internal static ImmutableArray<string> Of(EnsembleResult result)
    {
        var run = result.Manifest;
        var first =
            $"{result.Scenario.Title} · course {run.Course} · {Readable.Count(run.Paths)} paths · seed {run.Seed} · "
            + $"OilRevenueSim {run.EngineVersion}";
        return [first, .. Sources(result.Scenario)];
    }

    /// <summary>Distinct sources, those of most quantities first, and how many quantities are assumptions.</summary>
    internal static ImmutableArray<string> Sources(Scenario scenario)
    {
        var sources = scenario
            .Quantities.Where(q => q.Provenance is { Source: not null, Grade: not SourceGrade.Assumption })
            .GroupBy(q => q.Provenance.Source!, StringComparer.Ordinal)
            .OrderByDescending(g => g.Count())
            .ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => g.Key)
            .ToList();
        var assumptions = scenario.Quantities.Count(q => q.Provenance.Grade == SourceGrade.Assumption);
        if (sources.Count == 0)
        {
            return assumptions == 0
                ? []
                : [$"No source is named; {assumptions} of {scenario.Quantities.Length} numbers are assumptions."];
        }

        var lines = new List<string>();
        var shown = 0;
        var line = "Sources: ";
        while (shown < sources.Count && lines.Count < 2)
        {
            var next = sources[shown];
            if (
                line.Length + next.Length + 2 > LineLength
                && !line.EndsWith(": ", StringComparison.Ordinal)
                && line.Length > 0
            )
            {
                lines.Add(line);
                line = "";
                continue;
            }

            line += (line.Length == 0 || line.EndsWith(": ", StringComparison.Ordinal) ? "" : "; ") + next;
            shown++;
        }

        if (lines.Count < 2)
        {
            lines.Add(line);
        }

        lines[^1] += Rest(sources.Count - shown, assumptions, scenario.Quantities.Length);
        return [.. lines];
    }

    private static string Rest(int notShown, int assumptions, int quantities)
    {
        var more = notShown == 0 ? "" : $" and {notShown} more";
        return assumptions == 0 ? more + "." : $"{more}; {assumptions} of {quantities} numbers are assumptions.";
    }
}
