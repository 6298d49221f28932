using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim;

/// <summary>Finds a series by the words of a study, or says why there is none.</summary>
internal static class SeriesChoice
{
    /// <summary>Key of a recorded series.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static SeriesKey Find(EnsembleResult result, string quantity, string? actor, string? place, string? channel)
    {
        var scenario = result.Scenario;
        var known = Quantity(quantity);
        Check(nameof(actor), actor, [.. scenario.Actors.Select(a => a.Name), Core.Model.Actor.Nobody], scenario.Name);
        Check(nameof(place), place, [.. result.Series.Select(s => s.Place).OfType<string>().Distinct()], scenario.Name);
        Check(nameof(channel), channel, [.. Channels(result)], scenario.Name);
        var key = new SeriesKey(actor, place, channel, known);
        return result.Series.Contains(key) ? key : throw new ArgumentException(NotRecorded(result, key), Culprit(key));
    }

    /// <summary>A quantity by its name.</summary>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    public static ReportQuantity Quantity(string quantity)
    {
        Check(nameof(quantity), quantity, [.. ReportQuantity.All.Select(q => q.Name)], "The vocabulary");
        return ReportQuantity.All.First(q => q.Name == quantity);
    }

    /// <summary>A series in the words of a study: <c>gross_revenue_usd of islamic-state</c>.</summary>
    public static string Say(SeriesKey key)
    {
        var words = key.Quantity.Name;
        words += key.Actor is null ? "" : $" of {key.Actor}";
        words += key.Place is null ? "" : $" at {key.Place}";
        return words + (key.Channel is null ? "" : $" through {key.Channel}");
    }

    private static IEnumerable<string> Channels(EnsembleResult result) =>
        result
            .Scenario.Markets.Select(m => m.Name)
            .Concat(result.Series.Select(s => s.Channel).OfType<string>())
            .Distinct();

    private static void Check(string kind, string? word, IReadOnlyCollection<string> known, string where)
    {
        if (word is not null && !known.Contains(word))
        {
            throw new ArgumentException(Unknown.Word(kind, word, known, where), kind);
        }
    }

    private static string NotRecorded(EnsembleResult result, SeriesKey key)
    {
        const int most = 12;
        var kin = result.Series.Where(s => s.Quantity == key.Quantity).Select(Say).ToList();
        var recorded =
            kin.Count == 0
                ? $"Nothing of {key.Quantity.Name} is recorded: in this scenario it is zero whatever happens, or needs a key of the file "
                    + "that is not there (docs/reference/results.md says which)."
                : $"Recorded are: {string.Join("; ", kin.Take(most))}{(kin.Count > most ? $" and {kin.Count - most} more" : "")}.";
        return $"{Say(key)} is not recorded in {result.Scenario.Name} ({result.Manifest.Course}). {recorded}";
    }

    // The first word that, together with those before it, names nothing is the one to be put right.
    private static string Culprit(SeriesKey key) =>
        key.Channel is not null ? "channel"
        : key.Place is not null ? "place"
        : key.Actor is not null ? "actor"
        : "quantity";
}
