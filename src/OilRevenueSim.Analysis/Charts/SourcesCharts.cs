using System.Collections.Immutable;
using OilRevenueSim.Analysis.Headlines;
using OilRevenueSim.Analysis.Words;
using OilRevenueSim.Core.Markets;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Analysis.Charts;

/// <summary>
/// Mean monthly revenue of an actor by source: its sales by field, what it taps by node, and its levies on others' oil.
/// </summary>
public static class SourcesCharts
{
    // More bands than this, or thinner ones, cannot be told apart.
    private const int MostNamed = 6;
    private const double SmallestShare = 0.03;

    /// <summary>Makes the chart.</summary>
    /// <param name="result">Result.</param>
    /// <param name="actor">Actor.</param>
    /// <param name="language">Language of the chart; English unless told.</param>
    public static SourcesChart Of(EnsembleResult result, string actor, Language? language = null)
    {
        var words = language ?? Language.English;
        var series = new ChartSeries(result, words);
        var label = series.Label(actor);
        var sources = Join(Sources(result, series, actor), words);
        var total = sources.Sum(s => s.TotalUsd);
        var largest = Enumerable
            .Range(0, series.MonthCount)
            .Select(m => sources.Sum(s => s.MeanUsd[m]))
            .DefaultIfEmpty(0.0)
            .Max();
        var scale = words.Scale(sources.Count == 0 ? 1e6 : largest);
        var unit = MoneyUnit.UsdPerMonth(scale.Usd);
        return new SourcesChart(
            new ChartText(
                Title(label, sources, total, words),
                words.Say($"Mean gross oil revenue by source of the barrels, {words.Unit(unit)}, {series.Span}.")
                    + " "
                    + words.Word("A mean over all futures: most of it may come from few of them."),
                ChartFoot.Of(result, words, "sources", actor),
                AltText(label, series, sources, total)
            )
            {
                Language = words,
            },
            label,
            unit,
            series.Months,
            [
                .. sources.Select(s => new SourceBand(
                    s.Label(words),
                    [.. s.MeanUsd.Select(v => v / scale.Usd)],
                    s.TotalUsd / scale.Usd
                )
                {
                    IsOther = s.Kind == SourceKind.Other,
                }),
            ],
            sources.Count == 0
        );
    }

    // Largest first; those never above zero are left out.
    private static List<Source> Sources(EnsembleResult result, ChartSeries series, string actor)
    {
        Source? Of(SeriesKey key, SourceKind kind, string name) =>
            series.ByMonth(key) is { } months
                ? new Source(kind, name, [.. months.Select(m => m.Mean)], series.Total(key)!.Mean)
                : null;

        var byField = result
            .Series.Where(k =>
                k is { Place: not null, Channel: null } && k.Actor == actor && k.Quantity == ReportQuantity.Sales
            )
            .Select(k => Of(k, SourceKind.Field, Readable.Name(k.Place!)));
        var byTap = result
            .Scenario.Taps.Where(t => t.By == actor)
            .GroupBy(t => t.At, StringComparer.Ordinal)
            .Select(g => g.Select(t => Of(Tapped(t), SourceKind.Theft, Readable.Name(t.At))).OfType<Source>().ToList())
            .Where(taps => taps.Count > 0)
            .Select(taps => Sum(taps[0], taps));
        var levies = Of(
            new SeriesKey(actor, null, null, ReportQuantity.Levies),
            SourceKind.Levies,
            series.Words.Word("Levies")
        );
        return
        [
            .. byField
                .Concat(byTap)
                .Append(levies)
                .OfType<Source>()
                .Where(s => s.TotalUsd > 0.0)
                .OrderByDescending(s => s.TotalUsd),
        ];

        SeriesKey Tapped(Tap tap) => new(actor, null, tap.Identity, ReportQuantity.Sales);
    }

    private static Source Sum(Source named, List<Source> parts) =>
        named with
        {
            MeanUsd = [.. Enumerable.Range(0, parts[0].MeanUsd.Length).Select(m => parts.Sum(s => s.MeanUsd[m]))],
            TotalUsd = parts.Sum(s => s.TotalUsd),
        };

    private static List<Source> Join(List<Source> sources, Language words)
    {
        var total = sources.Sum(s => s.TotalUsd);
        var named = sources.TakeWhile((s, i) => i < MostNamed && s.TotalUsd >= SmallestShare * total).ToList();
        var small = sources.Skip(named.Count).ToList();
        return small.Count <= 1
            ? sources
            : [.. named, Sum(new Source(SourceKind.Other, words.Word("Other"), [], 0.0), small)];
    }

    private static string Title(string label, List<Source> sources, double total, Language words)
    {
        if (sources.Count == 0)
        {
            return words.Say($"{label}: no source brings any oil revenue");
        }

        var first = sources.Find(s => s.Kind != SourceKind.Other) ?? sources[0];
        var share = words.Probability(first.TotalUsd / total);
        return first.Kind switch
        {
            SourceKind.Levies => words.Say($"{label}: {share} of mean oil revenue comes from levies on others' oil"),
            SourceKind.Theft => words.Say($"{label}: {share} of mean oil revenue comes from theft at {first.Name}"),
            _ => words.Say($"{label}: {share} of mean oil revenue comes from {first.Label(words)}"),
        };
    }

    private static string AltText(string label, ChartSeries series, List<Source> sources, double total)
    {
        var words = series.Words;
        if (sources.Count == 0)
        {
            return words.Say($"{label} has no oil revenue in any simulated future, {series.Span}.");
        }

        var what = words.Say(
            $"Mean gross oil revenue of {label} by month and source of the barrels, {series.Span}; {words.Money(total)} in all:"
        );
        var parts = sources.Select(s =>
            words.Say($"{s.Label(words)} {words.Money(s.TotalUsd)} ({words.Probability(s.TotalUsd / total)}).")
        );
        return $"{what} {string.Join(' ', parts)}";
    }

    private enum SourceKind
    {
        Field,
        Theft,
        Levies,
        Other,
    }

    private sealed record Source(SourceKind Kind, string Name, ImmutableArray<double> MeanUsd, double TotalUsd)
    {
        public string Label(Language words) => Kind == SourceKind.Theft ? words.Say($"Theft at {Name}") : Name;
    }
}
