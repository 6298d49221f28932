using OilRevenueSim.Analysis.Headlines;
using OilRevenueSim.Analysis.Words;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Analysis.Charts;

/// <summary>Series as readers say them.</summary>
internal static class QuantityWords
{
    /// <summary>A quantity within a sentence, e.g. <c>oil revenue</c>, <c>money in the treasury</c>.</summary>
    public static string Noun(Language language, ReportQuantity quantity) =>
        quantity.Name switch
        {
            "sales_usd" => language.Word("oil sales"),
            "levies_usd" => language.Word("levies on others' oil"),
            "transfers_usd" => language.Word("transfers received less paid"),
            "gross_revenue_usd" => language.Word("oil revenue"),
            "net_revenue_usd" => language.Word("net oil revenue"),
            "shut_in_value_usd" => language.Word("value of oil shut in"),
            "forgone_revenue_usd" => language.Word("forgone revenue"),
            "diverted_value_usd" => language.Word("value of oil stolen or seized"),
            "damage_usd" => language.Word("damage at repair cost"),
            "other_income_usd" => language.Word("income that is not oil"),
            "arrears_usd" => language.Word("pay and spending not met"),
            "treasury_usd" => language.Word("money in the treasury"),
            "pay_ratio" => language.Word("share of wages paid"),
            "fighters" => language.Word("fighters"),
            "condition" => language.Word("share intact"),
            "output_kbd" => language.Word("output"),
            "barrels_sold" => language.Word("barrels sold"),
            "barrels_shut_in" => language.Word("barrels shut in"),
            "price_usd_per_bbl" => language.Word("price"),
            "probability_holds" => language.Word("share of time held"),
            var other => language.Word(other),
        };

    /// <summary>An amount of a quantity, e.g. <c>9,000 to 12,000 fighters</c>, <c>3 million USD in the treasury</c>.</summary>
    /// <param name="language">Language.</param>
    /// <param name="quantity">Quantity.</param>
    /// <param name="amount">Amount or range with its unit, in the language.</param>
    /// <param name="last">Last number of it, for the form of the word behind.</param>
    public static string Phrase(Language language, ReportQuantity quantity, string amount, double last) =>
        quantity.Name switch
        {
            "sales_usd" => language.Say($"{amount} of oil sales"),
            "levies_usd" => language.Say($"{amount} of levies on others' oil"),
            "transfers_usd" => language.Say($"{amount} of transfers received less paid"),
            "gross_revenue_usd" => language.Say($"{amount} of oil revenue"),
            "net_revenue_usd" => language.Say($"{amount} of net oil revenue"),
            "shut_in_value_usd" => language.Say($"oil worth {amount} shut in"),
            "forgone_revenue_usd" => language.Say($"{amount} of revenue forgone"),
            "diverted_value_usd" => language.Say($"oil worth {amount} stolen or seized"),
            "damage_usd" => language.Say($"{amount} of damage at repair cost"),
            "other_income_usd" => language.Say($"{amount} of income that is not oil"),
            "arrears_usd" => language.Say($"{amount} of pay and spending not met"),
            "treasury_usd" => language.Say($"{amount} in the treasury"),
            "pay_ratio" => language.Say($"{amount} of wages paid"),
            "fighters" => language.Counted("fighters", last, amount),
            "condition" => language.Say($"{amount} intact"),
            "output_kbd" => language.Say($"output of {amount}"),
            "barrels_sold" => language.Say($"{amount} sold"),
            "barrels_shut_in" => language.Say($"{amount} shut in"),
            "probability_holds" => language.Say($"{amount} of the time held"),
            _ => language.Say($"{Noun(language, quantity)} of {amount}"),
        };

    /// <summary>That a quantity is zero, e.g. <c>Army, fighters: zero in 12 % of futures</c>.</summary>
    /// <param name="language">Language.</param>
    /// <param name="subject">Whose it is.</param>
    /// <param name="quantity">Quantity.</param>
    /// <param name="where">In which futures or months.</param>
    public static string Zero(Language language, string subject, ReportQuantity quantity, string where) =>
        quantity == ReportQuantity.Gross
            ? language.Say($"{subject}: oil revenue is zero in {where}")
            : language.Say($"{subject}, {Noun(language, quantity)}: zero in {where}");

    /// <summary>What a number below zero means, e.g. <c> Below zero: more paid than received.</c>; empty where none is shown or it is plain.</summary>
    /// <param name="language">Language.</param>
    /// <param name="quantity">Quantity.</param>
    /// <param name="low">Smallest number that is shown.</param>
    public static string BelowZero(Language language, ReportQuantity quantity, double low) =>
        low >= 0.0 ? ""
        : quantity == ReportQuantity.Forgone
            ? " "
                + language.Word(
                    "Below zero: the owner sells more than undisturbed fields would bring, e.g. out of tanks, after repairs or at a better price."
                )
        : quantity == ReportQuantity.Net || quantity == ReportQuantity.Transfers
            ? " " + language.Word("Below zero: more paid than received.")
        : "";

    /// <summary>A quantity at the head of a sentence, with what it is made of where that is not plain.</summary>
    public static string Head(Language language, ReportQuantity quantity) =>
        quantity == ReportQuantity.Gross
            ? language.Word("Gross oil revenue (sales and levies)")
            : Language.Sentence(Noun(language, quantity));

    /// <summary>Whose a series is, e.g. <c>Islamic State in Libya</c>, or the place or market that it belongs to.</summary>
    public static string Subject(Language language, Scenario scenario, SeriesKey key)
    {
        var actor = scenario.Actors.FirstOrDefault(a => a.Name == key.Actor)?.Label;
        string?[] parts =
        [
            string.IsNullOrEmpty(actor) && key.Actor is not null ? Readable.Name(key.Actor) : actor,
            key.Place is null ? null : Place(language, key.Place),
            key.Channel is null ? null : Readable.Name(key.Channel),
        ];
        var named = string.Join(", ", parts.Where(p => !string.IsNullOrEmpty(p)));
        return named.Length > 0 ? named : scenario.Title;
    }

    // A place, or the tanks of a node, e.g. es-sider.tanks, which have a condition of their own.
    private static string Place(Language language, string place)
    {
        const string tanks = ".tanks";
        if (!place.EndsWith(tanks, StringComparison.Ordinal))
        {
            return Readable.Name(place);
        }

        var name = Readable.Name(place[..^tanks.Length]);
        return language.Say($"{name}, tanks");
    }
}
