using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;
using OilRevenueSim.Analysis.Words;
using Xunit;

namespace OilRevenueSim.Analysis.Tests.Words;

public sealed partial class TranslationFacts
{
    [Theory]
    [InlineData("fr")]
    [InlineData("ar")]
    public void Every_sentence_of_the_source_is_translated(string code)
    {
        var language = Language.All.Single(l => l.Code == code);
        var said = WrittenSentences.Read();
        // Guards the test itself: a reader that finds nothing would pass.
        Assert.Contains("{0}: zero in every month, on every simulated path.", said.Keys);
        Assert.Contains("In each month the named share of futures lies within its band.", said.Keys);

        var missing = said.Where(s => !language.Translations.ContainsKey(s.Key))
            .Select(s => $"{s.Value}: {s.Key}")
            .ToList();

        Assert.True(missing.Count == 0, $"Words/{code}.json has not\n{string.Join('\n', missing)}");
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("ar")]
    public void Every_translation_is_of_words_that_the_source_has(string code)
    {
        var literals = WrittenSentences.Literals();
        // Guards the test itself: a reader that takes all for said would pass.
        Assert.Contains("{0}: zero in every month, on every simulated path.", literals);
        Assert.DoesNotContain("no such sentence", literals);
        var months = CultureInfo.InvariantCulture.DateTimeFormat;
        HashSet<string> known =
        [
            .. literals,
            // Quantities of summary.csv and keys of a scenario are read as words.
            .. literals.Select(l =>
                l.Replace("_usd", "", StringComparison.Ordinal).Replace('_', ' ').Replace('-', ' ')
            ),
            .. months.MonthNames,
            .. months.AbbreviatedMonthNames,
            .. Countries(),
        ];

        var unused = Language
            .All.Single(l => l.Code == code)
            .Translations.Keys.Where(key => !known.Contains(key.Split('#')[0]) && !known.Contains(Counted(key)))
            .ToList();

        Assert.True(unused.Count == 0, $"no code says, and Words/{code}.json has\n{string.Join('\n', unused)}");
    }

    // What is counted, without the gap and the multiple that stand before it: {0} million barrels is put together.
    private static string Counted(string key)
    {
        var words = key.Split('#')[0];
        words = words.StartsWith("{0} ", StringComparison.Ordinal) ? words[4..] : words;
        string[] multiples = ["thousand", "million", "billion", "trillion"];
        var multiple = Array.Find(multiples, m => words == m || words.StartsWith(m + " ", StringComparison.Ordinal));
        return multiple is null ? words : words[multiple.Length..].TrimStart();
    }

    private static IEnumerable<string> Countries()
    {
        var atlas = Path.Combine(
            WrittenSentences.Source(),
            "OilRevenueSim.Reporting/Geography/Borders/countries-50m.json.gz"
        );
        using var packed = new GZipStream(File.OpenRead(atlas), CompressionMode.Decompress);
        using var read = new StreamReader(packed);
        return CountryName().Matches(read.ReadToEnd()).Select(m => m.Groups["name"].Value);
    }

    [GeneratedRegex("\"name\": ?\"(?<name>[^\"]+)\"", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex CountryName();
}
