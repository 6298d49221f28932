using System.Collections.Immutable;
using System.Text;
using Deedle;
using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Analysis.Frames;
using OilRevenueSim.Analysis.Sweeps;
using OilRevenueSim.Analysis.Words;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Simulation;
using OilRevenueSim.Reporting;

namespace OilRevenueSim;

/// <summary>What a sweep gave: a number, with its error, for every cell, series and statistic. Immutable.</summary>
public sealed class SweepResult
{
    internal SweepResult(SweepPlan plan, Design design, ImmutableArray<SweepCell> cells, ImmutableArray<string> notices)
    {
        Scenario = plan.Scenario;
        Design = design;
        Options = plan.Options;
        Axes = [.. plan.Axes.Select(a => a.Description)];
        Cells = cells;
        Notices = notices;
        Courses = plan.Courses;
    }

    /// <summary>The scenario as it stands.</summary>
    public Scenario Scenario { get; }

    /// <summary>What was varied.</summary>
    public Design Design { get; }

    /// <summary>How it was run.</summary>
    public SweepOptions Options { get; }

    /// <summary>Axes with their units.</summary>
    public ImmutableArray<SweepAxis> Axes { get; }

    /// <summary>Courses that were run.</summary>
    public ImmutableArray<string> Courses { get; }

    /// <summary>Cells; those of the file as it stands come first, one a course.</summary>
    public ImmutableArray<SweepCell> Cells { get; }

    /// <summary>Cells that have no numbers; each says why.</summary>
    public ImmutableArray<SweepCell> Failed => [.. Cells.Where(c => c.Reason is not null)];

    /// <summary>What the cache could not use, in words.</summary>
    public ImmutableArray<string> Notices { get; }

    /// <summary>The tidy table: a row a cell, series and statistic.</summary>
    public ImmutableArray<SweepRow> Table => [.. Cells.SelectMany(c => c.Rows)];

    /// <summary>What determines the numbers of the file as it stands; cells differ in their content hash.</summary>
    public RunManifest Manifest =>
        new()
        {
            Scenario = Scenario.Name,
            Course = string.Join(',', Courses),
            ContentHash = Scenario.ContentHash,
            Files = Scenario.Files,
            Seed = Options.Seed,
            Paths = Options.Paths,
            EngineVersion = Ensemble.EngineVersion,
            ExactQuantiles = true,
            Warnings = Scenario.Warnings,
        };

    /// <summary>Rows of one number in every cell.</summary>
    /// <param name="statistic">Statistic as it was asked for; default the first.</param>
    /// <param name="actor">Actor; default the first.</param>
    /// <param name="quantity">Quantity; default the first.</param>
    /// <param name="course">Course; default the first.</param>
    /// <exception cref="ArgumentException">The sweep does not report it; says what it reports.</exception>
    public ImmutableArray<SweepRow> Rows(
        string? statistic = null,
        string? actor = null,
        string? quantity = null,
        string? course = null
    )
    {
        var rows = Table;
        Chosen(ref rows, nameof(course), course, r => r.Course);
        Chosen(ref rows, nameof(actor), actor, r => r.Actor ?? "");
        Chosen(ref rows, nameof(quantity), quantity, r => r.Quantity);
        Chosen(
            ref rows,
            nameof(statistic),
            statistic is null ? null : SweepStatistic.Parse(statistic).Name,
            r => r.Statistic
        );
        return rows;
    }

    /// <summary>One number along the one axis of the sweep, with its Monte Carlo band.</summary>
    /// <inheritdoc cref="Rows"/>
    /// <exception cref="InvalidOperationException">The sweep has another number of axes, or its axis has one level.</exception>
    public Figure Line(
        string? statistic = null,
        string? actor = null,
        string? quantity = null,
        string? course = null,
        Language? language = null
    ) => Figure.From(SweepCharts.Line(Scenario, Manifest, Axes, Rows(statistic, actor, quantity, course), language));

    /// <summary>One number over two axes of a factorial sweep, as a heat map.</summary>
    /// <param name="x">Address of the axis that runs to the right.</param>
    /// <param name="y">Address of the axis that runs up.</param>
    /// <param name="statistic">Statistic as it was asked for; default the first.</param>
    /// <param name="actor">Actor; default the first.</param>
    /// <param name="quantity">Quantity; default the first.</param>
    /// <param name="course">Course; default the first.</param>
    /// <param name="language">Language of the figure; English unless told.</param>
    /// <exception cref="ArgumentException">There is no such axis, or the sweep does not report the number.</exception>
    /// <exception cref="InvalidOperationException">The sweep is no full factorial of two axes.</exception>
    public Figure Surface(
        string x,
        string y,
        string? statistic = null,
        string? actor = null,
        string? quantity = null,
        string? course = null,
        Language? language = null
    )
    {
        CheckAxis(nameof(x), x);
        CheckAxis(nameof(y), y);
        if (Design.Kind != DesignKind.Factorial || Axes.Length != 2 || x == y)
        {
            throw new InvalidOperationException(
                "A surface shows a full factorial over two different axes; Table, Frame and WriteCsv give any sweep."
            );
        }

        var rows = Rows(statistic, actor, quantity, course);
        return Figure.From(SweepCharts.Surface(Scenario, Manifest, Axes, x, y, rows, language));
    }

    /// <summary>The tidy table as a Deedle frame, columns as in <c>sweep.csv</c>; what does not apply is missing.</summary>
    public Frame<int, string> Frame() => SweepFrames.Tidy(Axes, Table);

    /// <summary>One number by the levels of two axes: rows and columns are levels as written.</summary>
    /// <param name="rows">Address of the axis down the side.</param>
    /// <param name="columns">Address of the axis along the top.</param>
    /// <param name="statistic">Statistic as it was asked for; default the first.</param>
    /// <param name="actor">Actor; default the first.</param>
    /// <param name="quantity">Quantity; default the first.</param>
    /// <param name="course">Course; default the first.</param>
    /// <param name="language">Language of the figure; English unless told.</param>
    /// <exception cref="ArgumentException">There is no such axis, or a pair of levels stands in several cells.</exception>
    public Frame<string, string> Pivot(
        string rows,
        string columns,
        string? statistic = null,
        string? actor = null,
        string? quantity = null,
        string? course = null,
        Language? language = null
    )
    {
        CheckAxis(nameof(rows), rows);
        CheckAxis(nameof(columns), columns);
        return SweepFrames.Pivot(Rows(statistic, actor, quantity, course), rows, columns);
    }

    /// <summary>Writes the tidy table; an existing file is replaced.</summary>
    /// <param name="path">File to write, e.g. <c>sweep.csv</c>.</param>
    public void WriteCsv(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        using var writer = new StreamWriter(path, append: false, new UTF8Encoding(false));
        SweepCsv.Write(Axes, Table, writer);
    }

    private void CheckAxis(string argument, string address)
    {
        string[] known = [.. Axes.Select(a => a.Address)];
        if (!known.Contains(address))
        {
            throw new ArgumentException(Unknown.Word("axis", address, known, "The sweep"), argument);
        }
    }

    private static void Chosen(ref ImmutableArray<SweepRow> rows, string kind, string? word, Func<SweepRow, string> of)
    {
        string[] known = [.. rows.Select(of).Distinct()];
        var wanted = word ?? known[0];
        if (!known.Contains(wanted))
        {
            throw new ArgumentException(Unknown.Word(kind, wanted, known, "The sweep"), kind);
        }

        rows = [.. rows.Where(r => of(r) == wanted)];
    }
}
