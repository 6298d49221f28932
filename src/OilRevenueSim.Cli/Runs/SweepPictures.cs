using OilRevenueSim.Analysis.Summary;
using OilRevenueSim.Analysis.Words;
using OilRevenueSim.Reporting;

namespace OilRevenueSim.Cli.Runs;

/// <summary>
/// The charts of a sweep: a tornado of values taken one at a time, a line over one axis, a surface over two; none over more, or of points
/// that make no grid.
/// </summary>
internal static class SweepPictures
{
    /// <summary>Charts with their names, one a course, actor, quantity and statistic.</summary>
    /// <param name="sweep">Sweep.</param>
    /// <param name="language">Language of the charts.</param>
    public static IEnumerable<(string Name, Figure Figure)> Of(SweepResult sweep, Language language)
    {
        if (KindOf(sweep) is not { } kind)
        {
            yield break;
        }

        foreach (var rows in sweep.Table.GroupBy(r => (r.Course, r.Actor, r.Quantity, r.Statistic)))
        {
            // A line needs two numbers, a tornado that of the file and another, a surface one.
            var cells = rows.Count(r => !r.IsFile && r.Value is not null);
            var hasFile = rows.Any(r => r.IsFile && r.Value is not null);
            if (cells < (kind == "line" ? 2 : 1) || (kind == "tornado" && !hasFile))
            {
                continue;
            }

            var (course, actor, quantity, statistic) = rows.Key;
            var figure = kind switch
            {
                "tornado" => sweep.Tornado(statistic, actor, quantity, course, language),
                "line" => sweep.Line(statistic, actor, quantity, course, language),
                _ => sweep.Surface(
                    sweep.Axes[0].Address,
                    sweep.Axes[1].Address,
                    statistic,
                    actor,
                    quantity,
                    course,
                    language
                ),
            };
            yield return (Name(sweep, kind, rows.Key), figure);
        }
    }

    private static string? KindOf(SweepResult sweep) =>
        (sweep.Axes.Length, sweep.Design.Kind) switch
        {
            (1, _) => "line",
            (_, DesignKind.OneAtATime) => "tornado",
            (2, DesignKind.Factorial) => "surface",
            _ => null,
        };

    private static string Name(
        SweepResult sweep,
        string kind,
        (string Course, string? Actor, string Quantity, string Statistic) key
    )
    {
        var name = $"{kind}-{key.Actor}";
        name += sweep.Options.Quantities.Length > 1 ? $"-{key.Quantity}" : "";
        name += key.Statistic == SummaryStatistic.Mean ? "" : $"-{key.Statistic}";
        name += sweep.Courses.Length > 1 ? $"-{key.Course}" : "";
        return name.Replace(":", "-", StringComparison.Ordinal).Replace(' ', '-');
    }
}
