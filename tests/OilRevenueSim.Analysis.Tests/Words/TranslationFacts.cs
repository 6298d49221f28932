using OilRevenueSim.Analysis.Words;
using Xunit;

namespace OilRevenueSim.Analysis.Tests.Words;

public sealed class TranslationFacts
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
}
