using System.Globalization;
using OilRevenueSim.Analysis.Headlines;
using OilRevenueSim.Analysis.Words;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Analysis.Replays;

/// <summary>What was produced, sold, levied and forgone on a path, in sentences; sums of the run's own monthly numbers.</summary>
internal sealed class MoneyWords(PathStory story)
{
    private const int MostNamed = 3;

    private readonly PathNames names = new(story, Language.English);

    /// <summary>Sentences on some consecutive periods.</summary>
    public IEnumerable<string> Of(IReadOnlyList<Period> periods)
    {
        var output = Output(periods);
        yield return output >= 0.05
            ? $"The fields produced {output.ToString("#,0.#", CultureInfo.InvariantCulture)} kb/d."
            : "The fields produced nothing.";
        foreach (var actor in story.Plan.Scenario.Actors.OrderBy(a => a.Name, StringComparer.Ordinal))
        {
            if (Income(actor.Name, periods) is { } sentence)
            {
                yield return $"{actor.Label} {sentence}.";
            }
        }

        if (Losses(ReportQuantity.Damage, "lost {0} to damage", periods) is { } damage)
        {
            yield return damage;
        }

        if (Losses(ReportQuantity.Diverted, "took oil worth {0} that was stolen or seized", periods) is { } diverted)
        {
            yield return diverted;
        }

        if (Losses(ReportQuantity.Forgone, "forwent {0}", periods) is { } forgone)
        {
            yield return forgone;
        }
    }

    /// <summary>Sentences on income of focus actors that is not oil, over a period.</summary>
    public IEnumerable<string> BesideOil(Period period) =>
        story
            .Plan.Scenario.Focus.Select(actor =>
                (Actor: actor, Usd: Sum(new SeriesKey(actor, null, null, ReportQuantity.OtherIncome), [period]))
            )
            .Where(x => x.Usd >= 0.5)
            .Select(x => $"{names.Actor(x.Actor)} had {Readable.Money(x.Usd)} of income beside oil.");

    // What owners lose is nobody's income; diverted oil is told by who took it, at market price.
    private string? Losses(ReportQuantity quantity, string clause, IReadOnlyList<Period> periods)
    {
        var losses = story
            .Plan.Series.Where(s => s.Quantity == quantity && s is { Actor: not null, Place: null, Channel: null })
            .Select(s => (Owner: s.Actor!, Usd: Sum(s, periods)))
            .Where(x => x.Usd >= 0.5)
            .Select(x =>
                $"{names.Actor(x.Owner)} {clause.Replace("{0}", Readable.Money(x.Usd), StringComparison.Ordinal)}"
            )
            .ToList();
        return losses.Count == 0 ? null : Language.English.List(losses) + ".";
    }

    private string? Income(string actor, IReadOnlyList<Period> periods)
    {
        var sales = story
            .Plan.Series.Where(s =>
                s.Quantity == ReportQuantity.Sales && s.Actor == actor && s is { Place: null, Channel: not null }
            )
            .Select(s => (Market: s.Channel!, Usd: Sum(s, periods)))
            .Where(x => x.Usd >= 0.5)
            .ToList();
        var named = sales.Count <= MostNamed + 1 ? sales : [.. sales.OrderByDescending(x => x.Usd).Take(MostNamed)];
        var levies = Sum(new SeriesKey(actor, null, null, ReportQuantity.Levies), periods);
        var parts = new List<string>();
        if (sales.Count > 0)
        {
            var markets = sales.Count == 1 ? "" : Readable.Money(sales.Sum(x => x.Usd)) + ": ";
            parts.Add(
                $"sold oil for {markets}"
                    + Language.English.List([
                        .. named.Select(x => $"{Readable.Money(x.Usd)} ({Spaced(x.Market)})"),
                        .. named.Count < sales.Count ? [$"{sales.Count - named.Count} more"] : Array.Empty<string>(),
                    ])
            );
        }

        if (levies >= 0.5)
        {
            parts.Add($"took {Readable.Money(levies)} in tolls and fees");
        }

        return parts.Count == 0 ? null : string.Join(" and ", parts);
    }

    // Day-weighted mean, as a state over several periods is.
    private double Output(IReadOnlyList<Period> periods) =>
        story
            .Plan.Series.Where(s => s.Quantity == ReportQuantity.Output)
            .Sum(s => periods.Sum(p => (story.Value(s, p) ?? 0.0) * p.Days)) / periods.Sum(p => p.Days);

    private double Sum(SeriesKey series, IReadOnlyList<Period> periods) =>
        periods.Sum(p => story.Value(series, p) ?? 0.0);

    private static string Spaced(string name) => name.Replace('-', ' ');
}
