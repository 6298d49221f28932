using System.Collections.Immutable;
using OilRevenueSim.Analysis.Headlines;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Analysis.Charts;

/// <summary>
/// Mean monthly revenue of an actor by source: its sales by field, what it taps by node, and its levies on others' oil.
/// </summary>
public static class SourcesCharts
{
    /// <summary>Label of levies.</summary>
    public const string Levies = "Levies";

    /// <summary>Label of small sources taken together.</summary>
    public const string Other = "Other";

    private const string TheftAt = "Theft at ";

    // More bands than this, or thinner ones, cannot be told apart.
    private const int MostNamed = 6;
    private const double SmallestShare = 0.03;

    /// <summary>Makes the chart.</summary>
    /// <param name="result">Result.</param>
    /// <param name="actor">Actor.</param>
    public static SourcesChart Of(EnsembleResult result, string actor)
    {
        var series = new ChartSeries(result);
        var label = series.Label(actor);
        var sources = Join(Sources(result, series, actor));
        var total = sources.Sum(s => s.TotalUsd);
        var largest = Enumerable
            .Range(0, series.MonthCount)
            .Select(m => sources.Sum(s => s.MeanUsd[m]))
            .DefaultIfEmpty(0.0)
            .Max();
        var scale = sources.Count == 0 ? new MoneyScale(1e6, "million USD") : Readable.Scale(largest);
        var unit = scale.Name + " per month";
        return new SourcesChart(
            new ChartText(
                Title(label, sources, total),
                $"Mean gross oil revenue by source of the barrels, {unit}, {series.Span}. "
                    + "A mean over all futures: most of it may come from few of them.",
                ChartFoot.Of(result, kind: "sources", actor: actor),
                AltText(label, series.Span, sources, total)
            ),
            label,
            unit,
            series.Months,
            [
                .. sources.Select(s => new SourceBand(
                    s.Label,
                    [.. s.MeanUsd.Select(v => v / scale.Usd)],
                    s.TotalUsd / scale.Usd
                )),
            ],
            sources.Count == 0
        );
    }

    // Largest first; those never above zero are left out.
    private static List<Source> Sources(EnsembleResult result, ChartSeries series, string actor)
    {
        Source? Of(SeriesKey key, string label) =>
            series.ByMonth(key) is { } months
                ? new Source(label, [.. months.Select(m => m.Mean)], series.Total(key)!.Mean)
                : null;

        var byField = result
            .Series.Where(k =>
                k is { Place: not null, Channel: null } && k.Actor == actor && k.Quantity == ReportQuantity.Sales
            )
            .Select(k => Of(k, Readable.Name(k.Place!)));
        var byTap = result
            .Scenario.Taps.Where(t => t.By == actor)
            .GroupBy(t => t.At, StringComparer.Ordinal)
            .Select(g =>
                g.Select(t => Of(new SeriesKey(actor, null, t.Identity, ReportQuantity.Sales), Theft(t.At)))
                    .OfType<Source>()
                    .ToList()
            )
            .Where(taps => taps.Count > 0)
            .Select(taps => Sum(taps[0].Label, taps));
        var levies = Of(new SeriesKey(actor, null, null, ReportQuantity.Levies), Levies);
        return
        [
            .. byField
                .Concat(byTap)
                .Append(levies)
                .OfType<Source>()
                .Where(s => s.TotalUsd > 0.0)
                .OrderByDescending(s => s.TotalUsd),
        ];
    }

    private static string Theft(string node) => TheftAt + Readable.Name(node);

    private static Source Sum(string label, List<Source> parts) =>
        new(
            label,
            [.. Enumerable.Range(0, parts[0].MeanUsd.Length).Select(m => parts.Sum(s => s.MeanUsd[m]))],
            parts.Sum(s => s.TotalUsd)
        );

    private static List<Source> Join(List<Source> sources)
    {
        var total = sources.Sum(s => s.TotalUsd);
        var named = sources.TakeWhile((s, i) => i < MostNamed && s.TotalUsd >= SmallestShare * total).ToList();
        var small = sources.Skip(named.Count).ToList();
        return small.Count <= 1 ? sources : [.. named, Sum(Other, small)];
    }

    private static string Title(string label, List<Source> sources, double total)
    {
        if (sources.Count == 0)
        {
            return $"{label}: no source brings any oil revenue";
        }

        var first = sources.Find(s => s.Label != Other) ?? sources[0];
        var from =
            first.Label == Levies ? "levies on others' oil"
            : first.Label.StartsWith(TheftAt, StringComparison.Ordinal) ? "t" + first.Label[1..]
            : first.Label;
        return $"{label}: {Readable.Probability(first.TotalUsd / total)} of mean oil revenue comes from {from}";
    }

    private static string AltText(string label, string span, List<Source> sources, double total) =>
        sources.Count == 0
            ? $"{label} has no oil revenue in any simulated future, {span}."
            : $"Mean gross oil revenue of {label} by month and source of the barrels, {span}; {Readable.Money(total)} in all:"
                + string.Concat(
                    sources.Select(s =>
                        $" {s.Label} {Readable.Money(s.TotalUsd)} ({Readable.Probability(s.TotalUsd / total)})."
                    )
                );

    private sealed record Source(string Label, ImmutableArray<double> MeanUsd, double TotalUsd);
}
