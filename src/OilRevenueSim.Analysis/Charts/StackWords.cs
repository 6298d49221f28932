using OilRevenueSim.Analysis.Headlines;
using OilRevenueSim.Analysis.Words;

namespace OilRevenueSim.Analysis.Charts;

/// <summary>What a stack says about itself.</summary>
/// <param name="language">Language.</param>
/// <param name="by">What is stacked by.</param>
/// <param name="isOfAll">True where all actors are taken together.</param>
/// <param name="errorsInHalf">Standard errors in half of a 95 % interval.</param>
internal sealed class StackWords(Language language, StackBy by, bool isOfAll, double errorsInHalf)
{
    // In a title.
    private const int MostNamed = 3;

    public Language Language => language;

    public string Other => language.Word("Other");

    public (string Label, string Phrase) Levies =>
        (
            by == StackBy.Theatre ? language.Word("Levies, theatre not recorded") : language.Word("Levies"),
            language.Word("levies on others' oil")
        );

    public (string Label, string Phrase) Theft => (language.Word("Theft"), language.Word("theft"));

    public (string Label, string Phrase) TheftAt(string node)
    {
        var name = Readable.Name(node);
        return (language.Say($"Theft at {name}"), language.Say($"theft at {name}"));
    }

    public (string Label, string Phrase) Place(string place) => Same(Readable.Name(place));

    public (string Label, string Phrase) Tanks(string node)
    {
        var name = Readable.Name(node);
        return (language.Say($"{name}, tanks"), language.Say($"the tanks at {name}"));
    }

    public (string Label, string Phrase) Market(string market) =>
        (Readable.Name(market), language.Say($"the market {Readable.Name(market)}"));

    public (string Label, string Phrase) Theatre(string theatre) => Same(Readable.Name(theatre));

    /// <summary>Amount of a part, as exact as its error.</summary>
    public string Amount(StackPart part) => language.MoneyKnown(part.TotalUsd, errorsInHalf * part.ErrorUsd);

    /// <summary>What the parts add up to, as exact as its error; where that is not known, their errors may add up.</summary>
    public string Sum(List<StackPart> parts, double? errorUsd) =>
        language.MoneyKnown(parts.Sum(p => p.TotalUsd), errorUsd ?? (errorsInHalf * parts.Sum(p => p.ErrorUsd)));

    /// <summary>A share of the whole, to as many digits as its error leaves.</summary>
    public string Share(double share, double error) =>
        share switch
        {
            > 0.999 and < 1.0 => language.Say($"over {language.Probability(0.999)}"),
            > 0.0 and < 0.001 => language.Say($"under {language.Probability(0.001)}"),
            _ => language.Probability(share, error),
        };

    /// <param name="subject">Whose it is.</param>
    /// <param name="parts">Parts, largest first.</param>
    /// <param name="sum">What they add up to, in words.</param>
    /// <param name="note">Share of a part, in words.</param>
    /// <param name="areAlike">True of two parts that are not shown to differ.</param>
    public string Title(
        string subject,
        List<StackPart> parts,
        string sum,
        Func<StackPart, string> note,
        Func<StackPart, StackPart, bool> areAlike
    )
    {
        var named = parts.Where(p => p is { IsOther: false, TotalUsd: > 0.0 }).OrderByDescending(p => p.TotalUsd);
        var largest = named.FirstOrDefault() ?? parts.Find(p => p.TotalUsd > 0.0);
        if (largest is null)
        {
            return by == StackBy.Source && !isOfAll
                ? language.Say($"{subject}: no source brings any oil revenue")
                : language.Say($"{subject}: no oil revenue");
        }

        // What was stored counts under its tanks, so that no field can be called the largest.
        if (parts.Exists(p => p.IsFromTanks))
        {
            return isOfAll
                ? language.Say($"Mean oil sales of {sum}, by field and tank farm")
                : language.Say($"{subject}: mean oil revenue of {sum}, by field and tank farm");
        }

        List<StackPart> alike = [largest, .. named.Skip(1).TakeWhile(p => areAlike(largest, p))];
        var (share, phrase) =
            alike.Count == 1 ? (note(largest), largest.Phrase) : (note(StackPart.Sum("", alike)), Together(alike));
        return (by, isOfAll) switch
        {
            (StackBy.Actor, _) => Language.Sentence(
                language.Say($"{share} of the oil money that actors keep goes to {phrase}, on average")
            ),
            (_, true) => Language.Sentence(language.Say($"{share} of mean oil sales comes from {phrase}")),
            _ => language.Say($"{subject}: {share} of mean oil revenue comes from {phrase}"),
        };
    }

    private string Together(List<StackPart> alike) =>
        alike.Count <= MostNamed
            ? language.List([.. alike.Select(p => p.Phrase)])
            : by switch
            {
                StackBy.Source => language.Say($"{alike.Count} sources of about the same size"),
                StackBy.Channel => language.Say($"{alike.Count} channels of about the same size"),
                StackBy.Theatre => language.Say($"{alike.Count} theatres of about the same size"),
                _ => language.Say($"{alike.Count} actors, each about as much"),
            };

    public string Subtitle(string unit, string span, List<StackPart> parts)
    {
        var what = (by, isOfAll) switch
        {
            (StackBy.Source, false) => language.Say(
                $"Mean gross oil revenue by source of the barrels, {unit}, {span}."
            ),
            (StackBy.Channel, false) => language.Say(
                $"Mean gross oil revenue by market, theft and levies, {unit}, {span}."
            ),
            (StackBy.Theatre, false) => language.Say(
                $"Mean gross oil revenue by theatre of the barrels, {unit}, {span}."
            ),
            (StackBy.Source, _) => language.Say($"Mean oil sales by source of the barrels, {unit}, {span}."),
            (StackBy.Channel, _) => language.Say($"Mean oil sales by market and theft, {unit}, {span}."),
            (StackBy.Theatre, _) => language.Say($"Mean oil sales by theatre of the barrels, {unit}, {span}."),
            _ => language.Say(
                $"Mean net oil revenue: sales, levies and transfers received, less costs, tolls and transfers paid; {unit}, {span}."
            ),
        };
        if (parts.Count == 0)
        {
            return what;
        }

        if (parts.Exists(p => p.IsFromTanks))
        {
            what += " " + language.Word("Oil that was stored counts under its tanks, whichever field it came from.");
        }

        var caution = language.Word("A mean over all futures: most of it may come from few of them.");
        if (parts.Exists(p => p.TotalUsd < 0.0))
        {
            caution = $"{language.Word("Below zero: more paid than received.")} {caution}";
        }

        return isOfAll && by != StackBy.Actor
            ? $"{what} {language.Word("Levies are paid out of sales and are not added.")} {caution}"
            : $"{what} {caution}";
    }

    public string AltText(
        string subject,
        string span,
        List<StackPart> parts,
        string total,
        Func<StackPart, string> note
    )
    {
        if (parts.Count == 0)
        {
            return language.Say($"{subject} has no oil revenue in any simulated future, {span}.");
        }

        var head = (by, isOfAll) switch
        {
            (StackBy.Source, false) => language.Say(
                $"Mean gross oil revenue of {subject} by month and source of the barrels, {span}; {total} in all:"
            ),
            (StackBy.Channel, false) => language.Say(
                $"Mean gross oil revenue of {subject} by month and channel, {span}; {total} in all:"
            ),
            (StackBy.Theatre, false) => language.Say(
                $"Mean gross oil revenue of {subject} by month and theatre, {span}; {total} in all:"
            ),
            (StackBy.Source, _) => language.Say(
                $"Mean oil sales by month and source of the barrels, {span}; {total} in all:"
            ),
            (StackBy.Channel, _) => language.Say($"Mean oil sales by month and channel, {span}; {total} in all:"),
            (StackBy.Theatre, _) => language.Say($"Mean oil sales by month and theatre, {span}; {total} in all:"),
            _ => language.Say($"Mean net oil revenue by month and actor, {span}; {total} in all:"),
        };
        return head
            + string.Concat(
                parts.Select(p =>
                {
                    var (money, share) = (Amount(p), note(p));
                    return share == money ? $" {p.Label} {money}." : $" {p.Label} {money} ({share}).";
                })
            );
    }

    private static (string Label, string Phrase) Same(string name) => (name, name);
}
