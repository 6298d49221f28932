using System.Collections.Immutable;
using OilRevenueSim.Analysis.Headlines;
using OilRevenueSim.Analysis.Statistics;
using OilRevenueSim.Analysis.Words;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Analysis.Charts;

/// <summary>What mean revenue is stacked by.</summary>
public enum StackBy
{
    /// <summary>Field or tank farm that the barrels come from, node that they are tapped from, levies.</summary>
    Source,

    /// <summary>Market, theft, levies.</summary>
    Channel,

    /// <summary>Who keeps the money: net revenue, so that tolls, shares and transfers count once.</summary>
    Actor,

    /// <summary>Theatre of the field, tank farm or node.</summary>
    Theatre,
}

/// <summary>Mean monthly revenue of one actor, or of all together, in parts that add up to what is recorded.</summary>
/// <remarks>
/// Of one actor the parts add up to its gross revenue, sales and levies. Of all actors they add up to their sales: levies are paid out of
/// these, and would count twice. By actor they are net revenue, which counts each dollar once.
/// </remarks>
public static class StackCharts
{
    // More bands than this, or thinner ones, cannot be told apart.
    private const int MostNamed = 6;
    private const double SmallestShare = 0.03;

    // Plain colours of our themes but the palest, which a large part must not have; further ones are hatched.
    private const int FewColours = 7;

    /// <summary>Makes the chart.</summary>
    /// <param name="result">Result.</param>
    /// <param name="by">What to stack by.</param>
    /// <param name="actor">Actor, or null for all together; null by actor.</param>
    /// <param name="language">Language of the chart; English unless told.</param>
    /// <exception cref="ArgumentException">One actor is named, and by actor asked for.</exception>
    public static SourcesChart Of(EnsembleResult result, StackBy by, string? actor = null, Language? language = null)
    {
        if (by == StackBy.Actor && actor is not null)
        {
            throw new ArgumentException("Revenue by actor is that of all actors; name none.", nameof(actor));
        }

        var errorsInHalf = ChartPrecision.ErrorsInHalf(result);
        var words = new StackWords(language ?? Language.English, by, actor is null, errorsInHalf);
        var series = new ChartSeries(result, words.Language);
        var subject = actor is null ? words.Language.Word("All actors") : series.Label(actor);
        var parts = Join(StackParts.Of(result, series, by, actor, words), result.Scenario.Focus, words);
        var categories = Categories(
            parts,
            actor is null ? parts : Join(StackParts.Of(result, series, by, null, words), [], words),
            StackParts.Order(result.Scenario, by, words)
        );
        var scale = Scale(parts, series.MonthCount, words.Language);
        var unit = ChartUnit.UsdPerMonth(scale.Usd);
        var hasLosses = parts.Exists(p => p.TotalUsd < 0.0);
        var whole = parts.Sum(p => Math.Max(p.TotalUsd, 0.0));
        // All to the same digit, that of the least known.
        var error = whole == 0.0 ? 0.0 : parts.Select(p => ErrorOfShare(p, parts, whole)).DefaultIfEmpty().Max();
        string Note(StackPart part) =>
            hasLosses || whole == 0.0 ? words.Amount(part) : words.Share(part.TotalUsd / whole, error);
        // Neither the shares as they are told nor their intervals tell them apart.
        bool AreAlike(StackPart one, StackPart other) =>
            Note(one) == Note(other)
            || Math.Abs(one.TotalUsd - other.TotalUsd)
                <= errorsInHalf * whole * (ErrorOfShare(one, parts, whole) + ErrorOfShare(other, parts, whole));
        var gross = actor is null ? null : series.Total(ChartSeries.Gross(actor));
        var half = gross is null ? errorsInHalf * ErrorOfSales(result, series, by) : MeanEstimate.Of(gross).HalfWidth;
        var sum = words.Sum(parts, half);
        return new SourcesChart(
            new ChartText(
                words.Title(subject, parts, sum, Note, AreAlike),
                words.Subtitle(words.Language.Unit(unit), series.Span, parts),
                ChartFoot.Of(result, words.Language, KindOf(by), actor, actor is null ? ChartPrecision.None : null),
                words.AltText(subject, series.Span, parts, sum, Note)
            )
            {
                Language = words.Language,
            },
            subject,
            unit,
            series.Months,
            [
                .. parts.Select(
                    (p, i) =>
                        new SourceBand(p.Label, [.. p.MeanUsd.Select(v => v / scale.Usd)], p.TotalUsd / scale.Usd)
                        {
                            Category = categories[i],
                            Note = Note(p),
                            Actor = p.Actor is null ? null : ChartActor.Of(result.Scenario, p.Actor),
                            IsOther = p.IsOther,
                        }
                ),
            ],
            parts.Count == 0
        );
    }

    // Standard error of what all actors sell, at most, so that every stack of it tells one sum; null where a seller's is not recorded.
    private static double? ErrorOfSales(EnsembleResult result, ChartSeries series, StackBy by)
    {
        SeriesStatistics?[] totals =
        [
            .. result
                .Series.Where(k => by != StackBy.Actor && k.Quantity == ReportQuantity.Sales && k.Actor is not null)
                .Select(k => k.Actor)
                .Distinct(StringComparer.Ordinal)
                .Select(a => series.Total(new SeriesKey(a, null, null, ReportQuantity.Sales))),
        ];
        return totals.Length == 0 || totals.Contains(null) ? null : totals.Sum(t => t!.StandardError);
    }

    // A part has the colour of its place in the scenario, whatever the course, or the next that is free; in the stack of one actor those
    // that the stack of all actors names keep theirs.
    private static int[] Categories(List<StackPart> parts, List<StackPart> ofAll, List<string> order)
    {
        var taken = new Dictionary<string, int>(StringComparer.Ordinal);
        Deal(taken, ofAll, order, taken);
        var own = parts
            .Where(p => taken.ContainsKey(p.Label))
            .ToDictionary(p => p.Label, p => taken[p.Label], StringComparer.Ordinal);
        Deal(own, parts, order, taken);
        return [.. parts.Select(p => own.GetValueOrDefault(p.Label))];
    }

    private static void Deal(
        Dictionary<string, int> own,
        List<StackPart> parts,
        List<string> order,
        Dictionary<string, int> taken
    )
    {
        int Rank(StackPart part) => order.IndexOf(part.Label) is >= 0 and var rank ? rank : order.Count;
        foreach (var part in parts.Where(p => !p.IsOther && !own.ContainsKey(p.Label)).OrderBy(Rank))
        {
            var few = Enumerable.Range(Rank(part), FewColours).Select(c => c % FewColours).ToList();
            own[part.Label] = few.Except(taken.Values)
                .Concat(few)
                .Concat(Enumerable.Range(FewColours, parts.Count))
                .Except(own.Values)
                .First();
        }
    }

    // Of p = a/(a + b): ((1 − p)·error of a + p·error of b)/(a + b) at most, however a and b hang together.
    private static double ErrorOfShare(StackPart part, List<StackPart> parts, double whole)
    {
        var share = part.TotalUsd / whole;
        var others = parts.Sum(p => p.ErrorUsd) - part.ErrorUsd;
        return (((1.0 - share) * part.ErrorUsd) + (share * others)) / whole;
    }

    /// <summary>Theatres that hold a field or a node: by theatre, one alone is no stack.</summary>
    /// <param name="scenario">Scenario.</param>
    public static ImmutableArray<string> TheatresOf(Scenario scenario) => [.. StackParts.TheatresOf(scenario)];

    // As oilsim chart names it.
    private static string KindOf(StackBy by) =>
        by switch
        {
            StackBy.Source => "sources",
            StackBy.Actor => "earners",
            _ => "stack",
        };

    // In the scale of the highest stack, above zero or below.
    private static MoneyScale Scale(List<StackPart> parts, int months, Language language)
    {
        if (parts.Count == 0)
        {
            return language.Scale(1e6);
        }

        var heights = Enumerable
            .Range(0, months)
            .SelectMany(m =>
                (double[])[parts.Sum(p => Math.Max(p.MeanUsd[m], 0.0)), -parts.Sum(p => Math.Min(p.MeanUsd[m], 0.0))]
            );
        return language.Scale(heights.Max());
    }

    // Actors in focus are what the scenario is about: they keep their names however little they get.
    private static List<StackPart> Join(List<StackPart> parts, ImmutableArray<string> focus, StackWords words)
    {
        var size = parts.Sum(p => p.SizeUsd);
        var named = parts
            .Where(
                (p, i) =>
                    (i < MostNamed && p.SizeUsd >= SmallestShare * size) || (p.Actor is { } a && focus.Contains(a))
            )
            .ToList();
        var small = parts.Except(named).ToList();
        return small.Count <= 1 ? parts : [.. named, StackPart.Sum(words.Other, small) with { IsOther = true }];
    }
}

/// <summary>A part of a stack, USD.</summary>
/// <param name="Label">Name in the key.</param>
/// <param name="Phrase">Name within a sentence.</param>
/// <param name="MeanUsd">Mean, [month].</param>
/// <param name="TotalUsd">Mean over the whole horizon.</param>
internal sealed record StackPart(string Label, string Phrase, ImmutableArray<double> MeanUsd, double TotalUsd)
{
    public string? Actor { get; init; }

    public bool IsOther { get; init; }

    /// <summary>True of what a port or depot sells out of its tanks, whichever field it came from; of a sum where a part of it is.</summary>
    public bool IsFromTanks { get; init; }

    /// <summary>Standard error of the total, at most: parts that are summed may all err together.</summary>
    public double ErrorUsd { get; init; }

    /// <summary>Largest first: what passes through counts, above zero or below.</summary>
    public double SizeUsd => MeanUsd.Sum(Math.Abs);

    public static StackPart Sum(string label, IReadOnlyList<StackPart> parts) =>
        new(
            label,
            parts.Count == 1 ? parts[0].Phrase : label,
            [.. Enumerable.Range(0, parts[0].MeanUsd.Length).Select(m => parts.Sum(p => p.MeanUsd[m]))],
            parts.Sum(p => p.TotalUsd)
        )
        {
            ErrorUsd = parts.Sum(p => p.ErrorUsd),
            IsFromTanks = parts.Any(p => p.IsFromTanks),
        };
}
