using OilRevenueSim.Analysis.Headlines;
using OilRevenueSim.Analysis.Words;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Analysis.Charts;

/// <summary>Series as readers say them.</summary>
internal static class QuantityWords
{
    /// <summary>A quantity within a sentence, e.g. <c>oil revenue</c>, <c>net revenue</c>.</summary>
    public static string Noun(Language language, ReportQuantity quantity)
    {
        var plain = quantity.Name.Replace("_usd", "", StringComparison.Ordinal).Replace('_', ' ');
        return quantity == ReportQuantity.Gross ? language.Word("oil revenue")
            : quantity == ReportQuantity.Output ? language.Word("output")
            : quantity == ReportQuantity.Price ? language.Word("price")
            : language.Word(plain);
    }

    /// <summary>A quantity at the head of a sentence, with what it is made of where that is not plain.</summary>
    public static string Head(Language language, ReportQuantity quantity)
    {
        if (quantity == ReportQuantity.Gross)
        {
            return language.Word("Gross oil revenue (sales and levies)");
        }

        var noun = Noun(language, quantity);
        return char.ToUpperInvariant(noun[0]) + noun[1..];
    }

    /// <summary>Whose a series is, e.g. <c>Islamic State in Libya</c>, or the place or market that it belongs to.</summary>
    public static string Subject(Scenario scenario, SeriesKey key)
    {
        var actor = scenario.Actors.FirstOrDefault(a => a.Name == key.Actor)?.Label;
        string?[] parts =
        [
            string.IsNullOrEmpty(actor) && key.Actor is not null ? Readable.Name(key.Actor) : actor,
            key.Place is null ? null : Readable.Name(key.Place),
            key.Channel is null ? null : Readable.Name(key.Channel),
        ];
        var named = string.Join(", ", parts.Where(p => !string.IsNullOrEmpty(p)));
        return named.Length > 0 ? named : scenario.Title;
    }
}
