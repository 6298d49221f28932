using OilRevenueSim.Analysis.Summary;
using OilRevenueSim.Reporting;

namespace OilRevenueSim.Cli.Runs;

/// <summary>The charts of a sweep: a line over one axis, a surface over two; none over more, or of points that make no grid.</summary>
internal static class SweepPictures
{
    /// <summary>Charts with their names, one a course, actor, quantity and statistic.</summary>
    public static IEnumerable<(string Name, Figure Figure)> Of(SweepResult sweep)
    {
        var isSurface = sweep.Axes.Length == 2 && sweep.Design.Kind == DesignKind.Factorial;
        if (!isSurface && sweep.Axes.Length != 1)
        {
            yield break;
        }

        foreach (var rows in sweep.Table.GroupBy(r => (r.Course, r.Actor, r.Quantity, r.Statistic)))
        {
            // A line needs two numbers, a surface one.
            if (rows.Count(r => !r.IsFile && r.Value is not null) < (isSurface ? 1 : 2))
            {
                continue;
            }

            var (course, actor, quantity, statistic) = rows.Key;
            var figure = isSurface
                ? sweep.Surface(sweep.Axes[0].Address, sweep.Axes[1].Address, statistic, actor, quantity, course)
                : sweep.Line(statistic, actor, quantity, course);
            yield return (Name(sweep, isSurface ? "surface" : "line", rows.Key), figure);
        }
    }

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
