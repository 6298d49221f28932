using OilRevenueSim.Analysis.Statistics;
using OilRevenueSim.Analysis.Words;
using Xunit;

namespace OilRevenueSim.Analysis.Tests.Words;

public sealed class LanguageFacts
{
    private static readonly Language French = Language.French;
    private static readonly Language Arabic = Language.Arabic;

    [Theory]
    [InlineData(0.6817, 0.00466, "68 %")] // of 10,000 futures: ± 0.9 %
    [InlineData(0.9909, 0.00095, "99.1 %")]
    [InlineData(0.0091, 0.00095, "0.9 %")]
    [InlineData(0.6817, 0.000466, "68.2 %")] // of a million
    [InlineData(0.9994, 0.004, "99.94 %")] // never rounded to certainty
    [InlineData(1.0, 0.0, "100 %")]
    public void A_share_has_the_digits_that_its_error_leaves(double share, double error, string said) =>
        Assert.Equal(said, Language.English.Probability(share, error));

    [Theory]
    [InlineData(9, "0.23 %", "99.77 %")] // 0.225, which is 0.22499… in binary
    [InlineData(500, "13 %", "87 %")]
    [InlineData(2_000, "50 %", "50 %")]
    public void A_share_and_what_is_left_of_it_add_up(int of4000, string share, string rest)
    {
        Assert.Equal(share, Language.English.Probability(of4000 / 4000.0));
        Assert.Equal(rest, Language.English.Probability((4000 - of4000) / 4000.0));
    }

    [Fact]
    public void French_has_a_decimal_comma_and_narrow_spaces_and_makes_two_plural()
    {
        Assert.Equal("12 millions de dollars", French.Money(12e6));
        Assert.Equal("1,3 milliard de dollars", French.Money(1.3e9));
        Assert.Equal("2 milliards de dollars", French.Money(2e9));
        Assert.Equal("3,1\u202F%", French.Probability(0.031));
        Assert.Equal("moins de 0,04\u202F%", French.Probability(new Estimate(0.0, 0.0, 0.0004)));
        Assert.Equal("10\u202F000", French.Count(10_000));
        Assert.Equal("0 à 45 millions de dollars", French.MoneyRange(0.0, 45e6));
        Assert.Equal("février 2016", French.Month(new DateOnly(2016, 2, 1)));
        Assert.Equal(
            "de février 2016 à décembre 2017",
            French.Period(new DateOnly(2016, 2, 1), new DateOnly(2017, 12, 1))
        );
    }

    [Fact]
    public void Arabic_has_western_digits_its_own_units_and_a_plural_for_three_to_ten()
    {
        Assert.Equal("12 مليون دولار", Arabic.Money(12e6));
        Assert.Equal("3 ملايين دولار", Arabic.Money(3e6));
        Assert.Equal("1.3 مليار دولار", Arabic.Money(1.3e9));
        Assert.Equal("3.1%", Arabic.Probability(0.031));
        Assert.Equal("10,000", Arabic.Count(10_000));
        Assert.Equal("فبراير 2016", Arabic.Month(new DateOnly(2016, 2, 1)));
        Assert.Equal("5 مسارات", Arabic.Say($"{5} paths"));
        Assert.Equal("11 مسارًا", Arabic.Say($"{11} paths"));
        Assert.Equal("10,000 مسار", Arabic.Say($"{10_000} paths"));
    }

    [Fact]
    public void Barrels_are_in_the_unit_of_the_larger_number()
    {
        Assert.Equal(
            ("0.79", "1.55 million barrels a day"),
            Language.English.PartAndWhole(785e3, 1_553e3, "barrels a day")
        );
        Assert.Equal(("31", "348 thousand barrels a day"), Language.English.PartAndWhole(31e3, 348e3, "barrels a day"));
        Assert.Equal(
            ["0.06", "0.10", "0.13", "0.004", "0"],
            ((double[])[0.056, 0.1, 0.13, 0.004, 0.0]).Select(v => Language.English.Beside(v, 1.55))
        );
        Assert.Equal("1.9 to 6.1 thousand barrels a day", Language.English.AmountRange(1_930, 6_130, "barrels a day"));
        Assert.Equal("0,79 à 1,55 million de barils par jour", French.AmountRange(785e3, 1_553e3, "barrels a day"));
        Assert.Equal("5 آلاف برميل", Arabic.Amount(5e3, "barrels"));
        Assert.Equal(
            "1.173 ± 0.001 million barrels a day",
            Language.English.CountWithError(1_173_210, 1_400, "barrels a day")
        );
    }

    [Fact]
    public void A_mean_is_rounded_to_its_error()
    {
        Assert.Equal("520 ± 70 thousand USD", Language.English.MoneyWithError(524e3, 66e3));
        Assert.Equal("520 thousand USD", Language.English.MoneyKnown(524e3, 66e3));
        Assert.Equal("13.6 ± 0.1 billion USD", Language.English.MoneyWithError(13.6e9, 0.1e9));
        Assert.Equal("13.6 billion USD", Language.English.MoneyKnown(13.6e9, 0.1e9));
        Assert.Equal("250 thousand USD", Language.English.MoneyKnown(248e3, 50e3));
        Assert.Equal("248 thousand USD", Language.English.MoneyKnown(248e3, null));
        Assert.Equal("4 million USD", Language.English.MoneyKnown(4e6, 1e9));
    }

    [Fact]
    public void French_has_spaces_that_do_not_break_before_its_signs()
    {
        Assert.All(
            French.Translations.Values,
            text => Assert.DoesNotMatch("(?<!^|[\u00A0\u202F(at])[:;%!?»]|«(?!\u00A0)", text.Length == 1 ? "" : text)
        );
    }

    [Fact]
    public void English_says_what_it_is_given_and_counts_with_commas()
    {
        Assert.Equal("10,000 paths, seed 12345", Language.English.Say($"{10_000} paths, seed {"12345"}"));
        Assert.Equal("Sirte, Ras Lanuf and Tobruk", Language.English.List(["Sirte", "Ras Lanuf", "Tobruk"]));
        Assert.Equal("Sirte، Ras Lanuf وTobruk", Arabic.List(["Sirte", "Ras Lanuf", "Tobruk"]));
    }

    [Fact]
    public void A_sentence_that_a_language_has_not_stays_English_and_is_reported()
    {
        var missing = new List<string>();
        Assert.Equal("no such sentence", French.Watched(missing.Add).Word("no such sentence"));
        Assert.Equal(["no such sentence"], missing);
    }

    [Fact]
    public void Gaps_of_a_translation_are_those_of_its_English()
    {
        static string Gaps(string sentence) =>
            string.Join(
                ' ',
                System
                    .Text.RegularExpressions.Regex.Matches(
                        sentence,
                        "\\{[0-9]+\\}",
                        System.Text.RegularExpressions.RegexOptions.None,
                        TimeSpan.FromSeconds(10)
                    )
                    .Select(m => m.Value)
                    .Distinct()
                    .Order(StringComparer.Ordinal)
            );
        foreach (var language in Language.All)
        {
            Assert.All(language.Translations, pair => Assert.Equal(Gaps(pair.Key.Split('#')[0]), Gaps(pair.Value)));
        }
    }

    [Fact]
    public void Languages_translate_the_same_sentences()
    {
        static HashSet<string> Sentences(Language language) =>
            [.. language.Translations.Keys.Select(k => k.Split('#')[0])];
        Assert.Equal([], Sentences(French).Except(Sentences(Arabic)).ToList());
        Assert.Equal([], Sentences(Arabic).Except(Sentences(French)).ToList());
    }

    [Fact]
    public void Thousands_are_written_out_in_French_in_the_digits_that_are_known()
    {
        var french = Language.French;
        Assert.Equal("279\u202F000 barils par jour", french.Amount(278_640, "barrels a day"));
        Assert.Equal("1\u202F900 à 6\u202F100 barils par jour", french.AmountRange(1_930, 6_130, "barrels a day"));
        Assert.Equal(
            ("33\u202F000", "348\u202F000 barils par jour"),
            french.PartAndWhole(32_600, 348_200, "barrels a day")
        );
        Assert.Equal("520\u202F000 ± 70\u202F000 dollars", french.MoneyWithError(524e3, 66e3));
        Assert.Equal("7\u202F400 ± 100 barils par jour", french.CountWithError(7_400, 120, "barrels a day"));
        Assert.Equal("10\u202F000", french.InWords(10_000, ChartUnit.Usd(1)));
        Assert.Equal("−1\u202F500 dollars", french.Money(-1_500));
        // A million is said in both.
        Assert.Equal("1,2 million de dollars", french.Money(1.2e6));
        Assert.Equal("279 thousand barrels a day", Language.English.Amount(278_640, "barrels a day"));
    }
}
