using System.Buffers;
using System.Globalization;
using OilRevenueSim.Analysis.Summary;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Analysis.Precision;

/// <summary>Grammar of <c>--until</c>: ACTOR QUANTITY STATISTIC TOLERANCE.</summary>
internal static class PrecisionTargetText
{
    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789.");

    private const string Example = "islamic-state gross_revenue_usd mean 1%";

    private static readonly ReportQuantity[] Quantities =
    [
        ReportQuantity.Gross,
        ReportQuantity.Sales,
        ReportQuantity.Levies,
        ReportQuantity.Transfers,
        ReportQuantity.Net,
        ReportQuantity.ShutIn,
        ReportQuantity.Forgone,
    ];

    private static readonly string[] Statistics =
    [
        SummaryStatistic.Mean,
        SummaryStatistic.MeanIfAny,
        SummaryStatistic.ProbabilityAny,
        .. SummaryStatistic.Quantiles.Select(q => q.Name),
    ];

    internal static PrecisionTargetReading Read(string text, IReadOnlyCollection<string>? actors)
    {
        var words = Words(text);
        if (words.Count < 4)
        {
            return Fail(
                text.Length + 1,
                words.Count == 0 ? "nothing" : $"'{text.Trim()}'",
                $"{Missing(words.Count)}, as in '{Example}'"
            );
        }

        if (actors is not null && !actors.Contains(words[0].Text))
        {
            return Unknown(words[0], "an actor of the scenario", [.. actors]);
        }

        if (Array.Find(Quantities, q => q.Name == words[1].Text) is not { } quantity)
        {
            return Unknown(words[1], "a quantity", [.. Quantities.Select(q => q.Name)]);
        }

        return Array.IndexOf(Statistics, words[2].Text) < 0
            ? Unknown(words[2], "a statistic", Statistics)
            : ReadTolerance(words, quantity);
    }

    private static PrecisionTargetReading ReadTolerance(List<Word> words, ReportQuantity quantity)
    {
        const string expected = "a tolerance above zero such as 1% or 5 MUSD";
        var column = words[3].Column;
        var text = string.Join(' ', words.Skip(3).Select(w => w.Text));
        var digits = text.AsSpan().IndexOfAnyExcept(NumberCharacters);
        var unit = digits < 0 ? "" : text[digits..].Trim();
        var number = digits < 0 ? text : text[..digits];
        if (
            !double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
            || !(amount > 0.0)
        )
        {
            return Fail(column, $"'{text}'", expected);
        }

        if (unit == "%")
        {
            return new(
                new PrecisionTarget(words[0].Text, quantity, words[2].Text, amount / 100.0, IsRelative: true),
                null
            );
        }

        if (words[2].Text == SummaryStatistic.ProbabilityAny)
        {
            return Fail(column, $"'{text}'", "a share of the probability itself such as 5%");
        }

        if (UsdUnits.Of(unit) is { } usd)
        {
            var tolerance = amount * usd;
            return new(new PrecisionTarget(words[0].Text, quantity, words[2].Text, tolerance, IsRelative: false), null);
        }

        if (unit.Length == 0)
        {
            return Fail(column, $"the bare number '{text}'", expected, $"'{text}%' or '{text} MUSD'");
        }

        var near = NearestWord.To(unit, [.. UsdUnits.Names]);
        return Fail(column, $"'{text}'", expected, near is null ? null : $"'{number} {near}'");
    }

    private static string Missing(int words) =>
        words switch
        {
            0 => "an actor, a quantity, a statistic and a tolerance",
            1 => "also a quantity, a statistic and a tolerance",
            2 => "also a statistic and a tolerance",
            _ => "also a tolerance",
        };

    private static PrecisionTargetReading Unknown(Word word, string kind, string[] known)
    {
        var near = NearestWord.To(word.Text, known);
        return Fail(
            word.Column,
            $"'{word.Text}'",
            $"{kind} ({string.Join(", ", known)})",
            near is null ? null : $"'{near}'"
        );
    }

    private static PrecisionTargetReading Fail(int column, string found, string expected, string? hint = null) =>
        new(null, new PrecisionTargetProblem(column, found, expected, hint));

    private static List<Word> Words(string text)
    {
        var words = new List<Word>();
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                continue;
            }

            var start = i;
            while (i < text.Length && !char.IsWhiteSpace(text[i]))
            {
                i++;
            }

            words.Add(new Word(start + 1, text[start..i]));
        }

        return words;
    }

    private readonly record struct Word(int Column, string Text);
}
