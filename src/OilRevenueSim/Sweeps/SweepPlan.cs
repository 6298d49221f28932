using System.Collections.Immutable;
using OilRevenueSim.Analysis.Sweeps;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim;

/// <summary>A sweep made out and checked before anything runs: axes, courses, series, statistics, cells.</summary>
internal sealed class SweepPlan
{
    private SweepPlan(Scenario scenario, Design design, SweepOptions options)
    {
        Runs.CheckedPaths(options.Paths);
        ArgumentOutOfRangeException.ThrowIfNegative(options.Threads);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MostCells, 1);
        Scenario = scenario;
        Options = options;
        Courses = CoursesOf(scenario, options);
        Statistics = [.. Given(options.Statistics, "statistic").Select(SweepStatistic.Parse)];
        Axes = [.. design.Axes.Select(axis => ResolvedAxis.Of(axis, scenario))];
        Series = SeriesOf(scenario, options, Courses);
        if (options.Paths * Series.Length > SweepOptions.MostValues)
        {
            throw new ArgumentOutOfRangeException(
                nameof(options),
                options.Paths,
                $"A sweep keeps the value of every path: {options.Paths:N0} paths of {Series.Length} series are more than the "
                    + $"{SweepOptions.MostValues:N0} values that a cell can hold."
            );
        }

        var points = DesignPoints.Count(design, Axes);
        if ((points + 1) * Courses.Length > options.MostCells)
        {
            throw new ArgumentOutOfRangeException(
                nameof(options),
                options.MostCells,
                $"{points:N0} points and the file as it stands, under {Courses.Length} {(Courses.Length == 1 ? "course" : "courses")}, make "
                    + $"{(points + 1) * Courses.Length:N0} cells, more than the {options.MostCells:N0} allowed. Take fewer levels, or allow "
                    + "more (--most-cells, MostCells)."
            );
        }

        foreach (var axis in Axes)
        {
            Probe(axis);
        }

        Cells = [.. MakeCells(DesignPoints.Of(design, Axes, options.Seed))];
    }

    /// <summary>The scenario as it stands.</summary>
    public Scenario Scenario { get; }

    /// <summary>How the sweep runs.</summary>
    public SweepOptions Options { get; }

    /// <summary>Axes that know the scenario.</summary>
    public ImmutableArray<ResolvedAxis> Axes { get; }

    /// <summary>Courses.</summary>
    public ImmutableArray<string> Courses { get; }

    /// <summary>Series that are kept.</summary>
    public ImmutableArray<SeriesKey> Series { get; }

    /// <summary>Statistics that are reported.</summary>
    public ImmutableArray<SweepStatistic> Statistics { get; }

    /// <summary>Cells without numbers yet, and what each changes.</summary>
    public ImmutableArray<(SweepCell Cell, ImmutableArray<(string Address, string Text)> Changes)> Cells { get; }

    /// <summary>Checks a sweep.</summary>
    /// <exception cref="ScenarioException">An axis cannot be set at any of its levels.</exception>
    /// <exception cref="ArgumentException">A course, actor, quantity, number of paths or of cells is wrong.</exception>
    /// <exception cref="FormatException">A statistic or an axis cannot be read.</exception>
    public static SweepPlan Of(Scenario scenario, Design design, SweepOptions options) =>
        new(scenario, design, options);

    // An address or a unit that is wrong would fail every cell: it is said at once.
    private void Probe(ResolvedAxis axis)
    {
        ScenarioException? first = null;
        foreach (var value in axis.Probes())
        {
            try
            {
                Scenario.With(value.Address, value.Text);
                return;
            }
            catch (ScenarioException e)
            {
                first ??= e;
            }
        }

        throw first!;
    }

    private IEnumerable<(SweepCell, ImmutableArray<(string, string)>)> MakeCells(
        IEnumerable<ImmutableArray<AxisValue?>> points
    )
    {
        var index = 0;
        ImmutableArray<AxisValue?> file = [.. Axes.Select(_ => (AxisValue?)null)];
        foreach (var (point, isFile) in points.Select(p => (p, false)).Prepend((file, true)))
        {
            foreach (var course in Courses)
            {
                var cell = new SweepCell
                {
                    Index = index++,
                    IsFile = isFile,
                    Values = [.. point.Select((value, a) => value ?? Axes[a].File)],
                    Course = course,
                };
                yield return (cell, [.. point.OfType<AxisValue>().Select(v => (v.Address, v.Text))]);
            }
        }
    }

    private static ImmutableArray<string> CoursesOf(Scenario scenario, SweepOptions options)
    {
        var known = Runs.CoursesOf(scenario);
        if (options.Courses.IsDefaultOrEmpty)
        {
            return [known[0]];
        }

        foreach (var course in options.Courses)
        {
            if (!known.Contains(course))
            {
                throw new ArgumentException(Unknown.Word("course", course, known, scenario.Name), nameof(options));
            }
        }

        return [.. Given(options.Courses, "course")];
    }

    private static ImmutableArray<SeriesKey> SeriesOf(
        Scenario scenario,
        SweepOptions options,
        ImmutableArray<string> courses
    )
    {
        var recorded = courses
            .SelectMany(course => SimulationPlan.Compile(scenario, course).Series)
            .Distinct()
            .ToList();
        var own = recorded.Where(s => s is { Actor: not null, Place: null, Channel: null }).ToList();
        var actors =
            !options.Actors.IsDefaultOrEmpty ? options.Actors
            : !scenario.Focus.IsEmpty ? scenario.Focus
            : [.. own.Where(s => s.Quantity == ReportQuantity.Gross).Select(s => s.Actor!)];
        var series = ImmutableArray.CreateBuilder<SeriesKey>();
        foreach (var actor in Given(actors, "actor"))
        {
            string[] known = [.. scenario.Actors.Select(a => a.Name)];
            if (!known.Contains(actor))
            {
                throw new ArgumentException(Unknown.Word("actor", actor, known, scenario.Name), nameof(options));
            }

            foreach (var quantity in Given(options.Quantities, "quantity"))
            {
                var found = own.Find(s => s.Actor == actor && s.Quantity.Name == quantity);
                series.Add(
                    found
                        ?? throw new ArgumentException(
                            Unknown.Word(
                                $"quantity of {actor}",
                                quantity,
                                [.. own.Where(s => s.Actor == actor).Select(s => s.Quantity.Name)],
                                scenario.Name
                            ),
                            nameof(options)
                        )
                );
            }
        }

        return series.ToImmutable();
    }

    private static ImmutableArray<string> Given(ImmutableArray<string> words, string kind)
    {
        if (words.IsDefaultOrEmpty)
        {
            throw new ArgumentException($"A sweep reports at least one {kind}.", nameof(words));
        }

        return words.Distinct(StringComparer.Ordinal).Count() == words.Length
            ? words
            : throw new ArgumentException($"A {kind} is named twice: {string.Join(", ", words)}.", nameof(words));
    }
}
