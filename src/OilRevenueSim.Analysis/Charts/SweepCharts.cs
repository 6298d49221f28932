using System.Collections.Immutable;
using OilRevenueSim.Analysis.Headlines;
using OilRevenueSim.Analysis.Manifests;
using OilRevenueSim.Analysis.Statistics;
using OilRevenueSim.Analysis.Summary;
using OilRevenueSim.Analysis.Sweeps;
using OilRevenueSim.Analysis.Words;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Analysis.Charts;

/// <summary>Charts of a sweep: a line over one axis, a surface over two.</summary>
public static class SweepCharts
{
    /// <summary>One number along one axis.</summary>
    /// <param name="scenario">Scenario as it stands.</param>
    /// <param name="run">Paths, seed, version.</param>
    /// <param name="axes">The one axis.</param>
    /// <param name="rows">The number in every cell.</param>
    /// <param name="language">Language of the chart; English unless told.</param>
    /// <exception cref="InvalidOperationException">There are other axes, or fewer than two levels with a number.</exception>
    public static SweepLineChart Line(
        Scenario scenario,
        RunManifest run,
        IReadOnlyList<SweepAxis> axes,
        IReadOnlyList<SweepRow> rows,
        Language? language = null
    )
    {
        var words = language ?? Language.English;
        var cells = rows.Where(r => !r.IsFile).ToList();
        var whole = cells.Where(r => r.Value is not null).ToList();
        if (axes.Count != 1 || whole.Count < 2)
        {
            throw new InvalidOperationException(
                $"A line needs one axis with at least two levels that have a number; here are {axes.Count} axes, {whole.Count} numbers."
            );
        }

        var scale = SweepNumbers.Of(rows, words);
        var isNumeric = cells.All(r => r.Values[0].Number is not null);
        var points = whole.Select(r =>
        {
            var value = scale.Shown(r.Value!.Value.Value);
            return new SweepLinePoint(
                r.Values[0].Number is { } number && isNumeric ? number : cells.IndexOf(r),
                SweepNumbers.LabelOf(r.Values[0], words),
                value,
                r.Value.Value.Low is { } low ? scale.Shown(low) : value,
                r.Value.Value.High is { } high ? scale.Shown(high) : value
            );
        });
        var file = rows.FirstOrDefault(r => r.IsFile)?.Value;
        ImmutableArray<SweepLinePoint> ordered = [.. isNumeric ? points.OrderBy(p => p.Position) : points];
        var title = Title(scenario, axes[0], words);
        var what = What(scenario, rows[0], words);
        var list = string.Join(
            words.Word("; "),
            ordered.Select(p => $"{p.Label}: {scale.Say(p.Value, (p.High - p.Low) / 2.0)}")
        );
        return new SweepLineChart(
            new ChartText(
                LineTitle(what, AddressWords.Of(scenario, axes[0].Address, words), ordered, whole, isNumeric, scale),
                (
                    whole.TrueForAll(r => r.Value!.Value is { Value: 0.0, High: null or 0.0 })
                        ? words.Say(
                            $"{Language.Sentence(scale.Unit)}, over the whole period. Every point has the same random numbers."
                        )
                    : whole.Exists(r => r.Value!.Value.HalfWidth is not null)
                        ? words.Say(
                            $"{Language.Sentence(scale.Unit)}, over the whole period. The band is the 95 % Monte Carlo interval; every point has the same random numbers."
                        )
                    : words.Say(
                        $"{Language.Sentence(scale.Unit)}, over the whole period; its error is not known. Every point has the same random numbers."
                    )
                ) + (file is null ? "" : " " + words.Word("Dashed: the file as it stands.")),
                Foot("line", scenario, run, axes, rows, scale),
                words.Say($"{what} in {scale.Unit} by {title}: {list}.")
            )
            {
                Language = words,
            },
            title,
            scale.Unit,
            ordered,
            file is { } own ? scale.Shown(own.Value) : null,
            [.. cells.Where(r => r.Value is null).Select(r => SweepNumbers.LabelOf(r.Values[0], words))]
        );
    }

    /// <summary>One number over two axes.</summary>
    /// <param name="scenario">Scenario as it stands.</param>
    /// <param name="run">Paths, seed, version.</param>
    /// <param name="axes">Axes of the sweep.</param>
    /// <param name="x">Address of the axis that runs to the right.</param>
    /// <param name="y">Address of the axis that runs up.</param>
    /// <param name="rows">The number in every cell of a full factorial.</param>
    /// <param name="language">Language of the chart; English unless told.</param>
    public static SurfaceChart Surface(
        Scenario scenario,
        RunManifest run,
        IReadOnlyList<SweepAxis> axes,
        string x,
        string y,
        IReadOnlyList<SweepRow> rows,
        Language? language = null
    )
    {
        var words = language ?? Language.English;
        var (xAxis, yAxis) = (IndexOf(axes, x), IndexOf(axes, y));
        var cells = rows.Where(r => !r.IsFile).ToList();
        string[] xTexts = [.. cells.Select(r => r.Values[xAxis].Text).Distinct()];
        string[] yTexts = [.. cells.Select(r => r.Values[yAxis].Text).Distinct()];
        var scale = SweepNumbers.Of(cells, words);
        var whole = cells.Where(r => r.Value is not null).ToList();
        // Two numbers that are told alike are tinted alike.
        double Told(SweepRow row) => scale.Told(scale.Shown(row.Value!.Value.Value), Half(row));
        double Half(SweepRow row) => scale.Shown(row.Value!.Value.HalfWidth ?? 0.0);
        var (low, high) = whole.Count == 0 ? (0.0, 0.0) : (whole.Min(Told), whole.Max(Told));
        var byPlace = cells.ToDictionary(r => (r.Values[xAxis].Text, r.Values[yAxis].Text));
        SurfaceCell Cell(string right, string up) =>
            byPlace.TryGetValue((right, up), out var row) && row.Value is { } value
                ? new SurfaceCell(
                    scale.Shown(value.Value),
                    scale.Say(scale.Shown(value.Value), Half(row)),
                    high > low ? (Told(row) - low) / (high - low) : 0.0
                )
                : new SurfaceCell(null, "–", 0.0);

        var what = What(scenario, rows[0], words);
        var missing = Missing(cells.Count(r => r.Value is null), words);
        return new SurfaceChart(
            new ChartText(
                SurfaceTitle(
                    scenario,
                    what,
                    whole,
                    (axes[xAxis], axes[yAxis]),
                    (scale.Say(low), scale.Say(high)),
                    scale
                ),
                (
                    // Where cells are too small for their numbers, these two are all that say what a tint is worth.
                    high > low
                        ? words.Say(
                            $"{Language.Sentence(scale.Unit)}, over the whole period; darker is more, from {scale.Say(low)} to {scale.Say(high)}. Every cell has the same random numbers."
                        )
                        : words.Say(
                            $"{Language.Sentence(scale.Unit)}, over the whole period. Every cell has the same random numbers."
                        )
                ) + missing,
                Foot("surface", scenario, run, axes, rows, scale),
                words.Say(
                    $"{what} in {scale.Unit}, from {scale.Say(low)} to {scale.Say(high)}, by {Title(scenario, axes[xAxis], words)} ({Ends(cells, xAxis, words)}) and {Title(scenario, axes[yAxis], words)} ({Ends(cells, yAxis, words)})."
                ) + missing
            )
            {
                Language = words,
            },
            Title(scenario, axes[xAxis], words),
            Title(scenario, axes[yAxis], words),
            [
                .. xTexts.Select(t =>
                    SweepNumbers.LabelOf(cells.First(r => r.Values[xAxis].Text == t).Values[xAxis], words)
                ),
            ],
            [
                .. yTexts.Select(t =>
                    SweepNumbers.LabelOf(cells.First(r => r.Values[yAxis].Text == t).Values[yAxis], words)
                ),
            ],
            scale.Unit,
            [.. yTexts.Select(up => (ImmutableArray<SurfaceCell>)[.. xTexts.Select(right => Cell(right, up))])]
        );
    }

    // True where a cell is shown to differ from the file or, without that, the smallest from the largest; null where no error is known.
    private static bool? IsMoved(List<SweepRow> rows)
    {
        if (rows.Exists(r => r.Difference is { Low: not null }))
        {
            return rows.Exists(r => r.Difference is { Low: > 0.0 } or { High: < 0.0 });
        }

        var known = rows.Select(r => r.Value).OfType<Estimate>().Where(v => v.HalfWidth is not null).ToList();
        return known.Count == 0 ? null : known.MaxBy(v => v.Value).IsAbove(known.MinBy(v => v.Value));
    }

    private static string SurfaceTitle(
        Scenario scenario,
        string what,
        List<SweepRow> rows,
        (SweepAxis X, SweepAxis Y) axes,
        (string Low, string High) range,
        SweepNumbers scale
    )
    {
        var words = scale.Words;
        return IsMoved(rows) is false
            ? words.Say(
                $"{what} is not shown to change with {words.List([AddressWords.Of(scenario, axes.X.Address, words), AddressWords.Of(scenario, axes.Y.Address, words)])}"
            )
            : words.Say($"{what} ranges from {range.Low} to {range.High} {scale.Unit} over two assumptions");
    }

    // What the number does along the axis, where it is shown to do anything.
    private static string LineTitle(
        string what,
        string axis,
        ImmutableArray<SweepLinePoint> points,
        List<SweepRow> rows,
        bool isNumeric,
        SweepNumbers scale
    )
    {
        var words = scale.Words;
        var (least, most) = (points.MinBy(p => p.Value)!, points.MaxBy(p => p.Value)!);
        if (IsMoved(rows) is not { } isMoved)
        {
            isNumeric = false;
        }
        else if (!isMoved)
        {
            return words.Say($"{what} is not shown to change with {axis}");
        }

        var (first, last) = (points[0].Value, points[^1].Value);
        string Said(SweepLinePoint p) => scale.Say(p.Value, (p.High - p.Low) / 2.0);
        var (low, high) = (Said(least), Said(most));
        var steps = points.Zip(points.Skip(1), (a, b) => Math.Sign(b.Value - a.Value)).ToList();
        return isNumeric && steps.TrueForAll(s => s >= 0) && first < last
                ? words.Say($"{what} rises from {low} to {high} {scale.Unit} with {axis}")
            : isNumeric && steps.TrueForAll(s => s <= 0) && first > last
                ? words.Say($"{what} falls from {high} to {low} {scale.Unit} with {axis}")
            : words.Say($"{what} ranges from {low} to {high} {scale.Unit} over {axis}");
    }

    private static string Missing(int failed, Language words) =>
        failed switch
        {
            0 => "",
            1 => " " + words.Word("One cell has no number; the table says why."),
            _ => " " + words.Say($"{failed} cells have no number; the table says why."),
        };

    /// <summary>What a row's number is, for readers: <c>Islamic State: mean gross revenue</c>.</summary>
    /// <param name="scenario">Scenario, for the names of actors.</param>
    /// <param name="row">Row.</param>
    /// <param name="language">Language; English unless told.</param>
    public static string What(Scenario scenario, SweepRow row, Language? language = null)
    {
        var words = language ?? Language.English;
        var written = row.Quantity.Replace("_usd", "", StringComparison.Ordinal).Replace('_', ' ');
        var quantity = words.Word(written);
        var of = row.Statistic switch
        {
            SummaryStatistic.Mean => words.Say($"mean {quantity}"),
            SummaryStatistic.StandardDeviation => words.Say($"spread (sd) of {quantity}"),
            SummaryStatistic.ProbabilityAny => words.Say($"chance of any {quantity}"),
            SummaryStatistic.MeanIfAny => words.Say($"mean {quantity} where there is any"),
            _ when row.Statistic.StartsWith(SummaryStatistic.ProbabilityOver + ":", StringComparison.Ordinal) =>
                words.Say($"chance of {quantity} above {Amount(row, words)}"),
            _ => words.Say($"{row.Statistic[1..].TrimStart('0')} % quantile of {quantity}"),
        };
        var label = scenario.Actors.FirstOrDefault(a => a.Name == row.Actor)?.Label;
        return words.Say($"{label ?? Readable.Name(row.Actor ?? scenario.Name)}: {of}");
    }

    private static string Amount(SweepRow row, Language words) =>
        row.Quantity.EndsWith("_usd", StringComparison.Ordinal)
        && SweepStatistic.Parse(row.Statistic).Threshold is { } usd
            ? words.ExactMoney(usd)
            : row.Statistic[(SummaryStatistic.ProbabilityOver.Length + 1)..];

    // What is varied in words, with its unit.
    private static string Title(Scenario scenario, SweepAxis axis, Language language)
    {
        var words = AddressWords.Of(scenario, axis.Address, language);
        return axis.Unit.Length == 0 ? words : $"{words} [{AxisUnits.Of(language, axis.Unit)}]";
    }

    internal static ChartFoot Foot(
        string kind,
        Scenario scenario,
        RunManifest run,
        IReadOnlyList<SweepAxis> axes,
        IReadOnlyList<SweepRow> rows,
        SweepNumbers scale
    )
    {
        var words = scale.Words;
        var manifest = ResultManifest.From(scenario, run) with
        {
            Varied = SweepAxis.Varied(axes, rows),
            Design = SweepAxis.DesignOf(rows),
        };
        var widest = rows.Select(r => r.Value)
            .Max(v => v is { Low: { } low, High: { } high } ? 0.5 * (high - low) : 0.0);
        var half = $"{words.Known(scale.Shown(widest), scale.Shown(widest)).Text} {scale.Unit}";
        return ChartFoot.Of(
            scenario,
            new ChartOrigin(kind, manifest, [RemakeCommand.OfSweep(manifest, rows)]),
            words.Say($"course {rows[0].Course}"),
            widest > 0.0 ? words.Say($"Numbers ± {half} at most (95 % Monte Carlo interval)") : null,
            words
        );
    }

    private static string Ends(List<SweepRow> cells, int axis, Language words) =>
        words.Say($"{cells[0].Values[axis].Text} to {cells[^1].Values[axis].Text}");

    private static int IndexOf(IReadOnlyList<SweepAxis> axes, string address) =>
        Enumerable.Range(0, axes.Count).First(i => axes[i].Address == address);
}
