using System.Collections.Immutable;
using System.Globalization;
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
    /// <exception cref="InvalidOperationException">There are other axes, or fewer than two levels with a number.</exception>
    public static SweepLineChart Line(
        Scenario scenario,
        RunManifest run,
        IReadOnlyList<SweepAxis> axes,
        IReadOnlyList<SweepRow> rows
    )
    {
        var cells = rows.Where(r => !r.IsFile).ToList();
        var whole = cells.Where(r => r.Value is not null).ToList();
        if (axes.Count != 1 || whole.Count < 2)
        {
            throw new InvalidOperationException(
                $"A line needs one axis with at least two levels that have a number; here are {axes.Count} axes, {whole.Count} numbers."
            );
        }

        var scale = Scale.Of(rows);
        var isNumeric = cells.All(r => r.Values[0].Number is not null);
        var points = whole.Select(r =>
        {
            var value = scale.Shown(r.Value!.Value.Value);
            return new SweepLinePoint(
                r.Values[0].Number is { } number && isNumeric ? number : cells.IndexOf(r),
                LabelOf(r.Values[0]),
                value,
                r.Value.Value.Low is { } low ? scale.Shown(low) : value,
                r.Value.Value.High is { } high ? scale.Shown(high) : value
            );
        });
        var file = rows.FirstOrDefault(r => r.IsFile)?.Value;
        ImmutableArray<SweepLinePoint> ordered = [.. isNumeric ? points.OrderBy(p => p.Position) : points];
        var what = What(scenario, rows[0]);
        var list = string.Join("; ", ordered.Select(p => $"{p.Label}: {scale.Say(p.Value)}"));
        return new SweepLineChart(
            new ChartText(
                $"{what} by {axes[0].Address}",
                $"{Capital(scale.Unit)}, over the whole period. The band is the 95 % Monte Carlo interval; every point has the same random "
                    + $"numbers.{(file is null ? "" : " Dashed: the file as it stands.")}",
                Foot(scenario, run, axes, rows, scale, Language.English),
                $"{what} in {scale.Unit} by {axes[0].Title}: {list}."
            ),
            axes[0].Title,
            scale.Unit,
            ordered,
            file is { } own ? scale.Shown(own.Value) : null,
            [.. cells.Where(r => r.Value is null).Select(r => LabelOf(r.Values[0]))]
        );
    }

    /// <summary>One number over two axes.</summary>
    /// <param name="scenario">Scenario as it stands.</param>
    /// <param name="run">Paths, seed, version.</param>
    /// <param name="axes">Axes of the sweep.</param>
    /// <param name="x">Address of the axis that runs to the right.</param>
    /// <param name="y">Address of the axis that runs up.</param>
    /// <param name="rows">The number in every cell of a full factorial.</param>
    public static SurfaceChart Surface(
        Scenario scenario,
        RunManifest run,
        IReadOnlyList<SweepAxis> axes,
        string x,
        string y,
        IReadOnlyList<SweepRow> rows
    )
    {
        var (xAxis, yAxis) = (IndexOf(axes, x), IndexOf(axes, y));
        var cells = rows.Where(r => !r.IsFile).ToList();
        string[] xTexts = [.. cells.Select(r => r.Values[xAxis].Text).Distinct()];
        string[] yTexts = [.. cells.Select(r => r.Values[yAxis].Text).Distinct()];
        var scale = Scale.Of(cells);
        var numbers = cells.Where(r => r.Value is not null).Select(r => scale.Shown(r.Value!.Value.Value)).ToList();
        var (low, high) = numbers.Count == 0 ? (0.0, 0.0) : (numbers.Min(), numbers.Max());
        var byPlace = cells.ToDictionary(r => (r.Values[xAxis].Text, r.Values[yAxis].Text));
        SurfaceCell Cell(string right, string up) =>
            byPlace.TryGetValue((right, up), out var row) && row.Value is { } value
                ? new SurfaceCell(
                    scale.Shown(value.Value),
                    scale.Say(scale.Shown(value.Value)),
                    high > low ? (scale.Shown(value.Value) - low) / (high - low) : 0.0
                )
                : new SurfaceCell(null, "–", 0.0);

        var what = What(scenario, rows[0]);
        // Where cells are too small for their numbers, these two are all that say what a tint is worth.
        var ends = high > low ? $", from {scale.Say(low)} to {scale.Say(high)}" : "";
        var failed = cells.Count(r => r.Value is null);
        var missing =
            failed == 0 ? ""
            : failed == 1 ? " One cell has no number; the table says why."
            : $" {failed} cells have no number; the table says why.";
        return new SurfaceChart(
            new ChartText(
                $"{what} by two assumptions",
                $"{Capital(scale.Unit)}, over the whole period; darker is more{ends}. Every cell has the same random numbers.{missing}",
                Foot(scenario, run, axes, rows, scale, Language.English),
                $"{what} in {scale.Unit}, from {scale.Say(low)} to {scale.Say(high)}, by {axes[xAxis].Title} "
                    + $"({Ends(cells, xAxis)}) and {axes[yAxis].Title} ({Ends(cells, yAxis)}).{missing}"
            ),
            axes[xAxis].Title,
            axes[yAxis].Title,
            [.. xTexts.Select(t => LabelOf(cells.First(r => r.Values[xAxis].Text == t).Values[xAxis]))],
            [.. yTexts.Select(t => LabelOf(cells.First(r => r.Values[yAxis].Text == t).Values[yAxis]))],
            scale.Unit,
            [.. yTexts.Select(up => (ImmutableArray<SurfaceCell>)[.. xTexts.Select(right => Cell(right, up))])]
        );
    }

    /// <summary>What a row's number is, for readers: <c>Islamic State: mean gross revenue</c>.</summary>
    /// <param name="scenario">Scenario, for the names of actors.</param>
    /// <param name="row">Row.</param>
    public static string What(Scenario scenario, SweepRow row)
    {
        var words = row.Quantity.Replace("_usd", "", StringComparison.Ordinal).Replace('_', ' ');
        var of = row.Statistic switch
        {
            SummaryStatistic.Mean => $"mean {words}",
            SummaryStatistic.StandardDeviation => $"spread (sd) of {words}",
            SummaryStatistic.ProbabilityAny => $"chance of any {words}",
            SummaryStatistic.MeanIfAny => $"mean {words} where there is any",
            _ when row.Statistic.StartsWith(SummaryStatistic.ProbabilityOver + ":", StringComparison.Ordinal) =>
                $"chance of {words} above {row.Statistic[(SummaryStatistic.ProbabilityOver.Length + 1)..]}",
            _ => $"{row.Statistic[1..].TrimStart('0')} % quantile of {words}",
        };
        var label = scenario.Actors.FirstOrDefault(a => a.Name == row.Actor)?.Label;
        return $"{label ?? Readable.Name(row.Actor ?? scenario.Name)}: {of}";
    }

    private static ChartFoot Foot(
        Scenario scenario,
        RunManifest run,
        IReadOnlyList<SweepAxis> axes,
        IReadOnlyList<SweepRow> rows,
        Scale scale,
        Language words
    )
    {
        var manifest = ResultManifest.From(scenario, run) with { Varied = SweepAxis.Varied(axes, rows) };
        var widest = rows.Select(r => r.Value)
            .Max(v => v is { Low: { } low, High: { } high } ? 0.5 * (high - low) : 0.0);
        var half = $"{scale.Say(scale.Shown(widest))} {scale.Unit}";
        return ChartFoot.Of(
            scenario,
            new ChartOrigin(axes.Count == 1 ? "line" : "surface", manifest, [RemakeCommand.OfSweep(manifest, rows)]),
            words.Say($"course {rows[0].Course}"),
            widest > 0.0 ? words.Say($"Numbers ± {half} at most (95 % interval)") : null,
            words
        );
    }

    private static string LabelOf(AxisValue value) =>
        value.Number is { } number ? number.ToString("#,0.######", CultureInfo.InvariantCulture) : value.Text;

    private static string Ends(List<SweepRow> cells, int axis) =>
        $"{cells[0].Values[axis].Text} to {cells[^1].Values[axis].Text}";

    private static int IndexOf(IReadOnlyList<SweepAxis> axes, string address) =>
        Enumerable.Range(0, axes.Count).First(i => axes[i].Address == address);

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    // The unit in which all numbers of a chart read well.
    private sealed record Scale(double Size, string Unit)
    {
        public static Scale Of(IReadOnlyList<SweepRow> rows)
        {
            var largest = rows.Max(r => Math.Abs(r.Value?.Value ?? 0.0));
            if (rows[0].Unit.Length == 0)
            {
                return new Scale(0.01, "%");
            }

            var money = Readable.Scale(largest);
            return rows[0].Unit == "USD" ? new Scale(money.Usd, money.Name) : new Scale(1.0, rows[0].Unit);
        }

        public double Shown(double value) => value / Size;

        // Three digits that matter.
        public string Say(double shown)
        {
            var size = Math.Abs(shown);
            var decimals = size >= 99.95 || size == 0.0 ? 0 : Math.Clamp(2 - (int)Math.Floor(Math.Log10(size)), 0, 6);
            return SignificantDigits
                .Round(shown == 0.0 ? 0.0 : shown, size >= 1000.0 ? 4 : 3)
                .ToString("#,0." + new string('#', decimals), CultureInfo.InvariantCulture)
                .Replace("-", "−", StringComparison.Ordinal);
        }
    }
}
