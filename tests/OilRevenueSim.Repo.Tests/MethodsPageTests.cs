using System.Text.RegularExpressions;
using Xunit;

namespace OilRevenueSim.Repo.Tests;

/// <summary>docs/methods.md and docs/reproducibility.md against the tests that they name, and the equations that a reader may cite.</summary>
public sealed partial class MethodsPageTests
{
    private const string Methods = "docs/methods.md";
    private const string Reproducibility = "docs/reproducibility.md";

    /// <summary>Labels of equations by part of model.md; once published, a label keeps its meaning.</summary>
    private static readonly (string Letter, int Count)[] Labels =
    [
        ("T", 1), // time
        ("U", 4), // uncertainty
        ("R", 4), // random numbers and clocks
        ("P", 8), // prices
        ("C", 4), // control and blockades
        ("D", 3), // damage
        ("O", 6), // output
        ("F", 3), // passage and routing
        ("M", 8), // money
        ("N", 4), // finance
        ("I", 2), // interventions
        ("S", 7), // statistics
        ("L", 3), // two levels and designs
        ("K", 1), // length of the step
    ];

    [Fact]
    public void Every_equation_has_its_label_once_and_in_order()
    {
        var expected = Labels.SelectMany(l => Enumerable.Range(1, l.Count).Select(n => $"{l.Letter}{n}"));
        var found = EquationTag().Matches(Repository.Text(Methods)).Select(m => m.Groups["label"].Value);

        Assert.Equal(expected, found);
    }

    [Fact]
    public void Every_label_that_the_text_refers_to_is_that_of_an_equation()
    {
        var text = Repository.Text(Methods);
        var labels = EquationTag().Matches(text).Select(m => m.Groups["label"].Value).ToHashSet(StringComparer.Ordinal);
        string[] cited = [.. Citation().Matches(text).Select(m => m.Groups["label"].Value)];

        Assert.NotEmpty(cited);
        Assert.Empty(cited.Except(labels, StringComparer.Ordinal));
    }

    [Fact]
    public void Every_test_that_the_pages_name_exists()
    {
        Assert.InRange(NamedIn(Repository.Text(Methods)).Count, 100, 1000);
        Assert.InRange(NamedIn(Repository.Text(Reproducibility)).Count, 10, 1000);

        Assert.Empty(Missing(Repository.Text(Methods)));
        Assert.Empty(Missing(Repository.Text(Reproducibility)));
    }

    [Theory]
    [InlineData("`MethodsPageTests.A_test_that_does_not_exist_is_noticed`", 0)]
    [InlineData("`MethodsPageTests.A_fact_that_nobody_wrote`", 1)]
    [InlineData("`MethodsPageTests.Missing`", 1)]
    [InlineData("`NoSuchTests.A_test_that_does_not_exist_is_noticed`", 1)]
    public void A_test_that_does_not_exist_is_noticed(string text, int expected) =>
        Assert.Equal(expected, Missing(text).Count());

    [Fact]
    public void Every_closed_form_of_the_table_names_its_test_and_band()
    {
        var text = Repository.Text(Methods);
        var start = text.IndexOf("## 15. The closed forms", StringComparison.Ordinal);
        var end = text.IndexOf("## 16. References", StringComparison.Ordinal);
        string[] rows =
        [
            .. text[start..end].Split('\n').Where(l => l.StartsWith("| ", StringComparison.Ordinal)).Skip(2),
        ];

        Assert.Equal(18, rows.Length);
        Assert.All(rows, row => Assert.NotEmpty(NamedIn(row)));
        Assert.All(rows, row => Assert.NotEqual("", row.Split('|')[^2].Trim()));
    }

    private static HashSet<(string Class, string Fact)> NamedIn(string text) =>
        [.. NamedTest().Matches(text).Select(m => (m.Groups["class"].Value, m.Groups["fact"].Value))];

    /// <summary>Tests named that are no fact of a class in a file of its name; two projects may have a file of one name.</summary>
    private static IEnumerable<string> Missing(string text) =>
        from named in NamedIn(text)
        let files = Repository.Files.Where(f =>
            f.StartsWith("tests/", StringComparison.Ordinal)
            && f.EndsWith($"/{named.Class}.cs", StringComparison.Ordinal)
        )
        where !files.SelectMany(FactsOf).Contains(named.Fact, StringComparer.Ordinal)
        select $"{named.Class}.{named.Fact}";

    private static IEnumerable<string> FactsOf(string file) =>
        Fact().Matches(Repository.Text(file)).Select(m => m.Groups["name"].Value);

    [GeneratedRegex(@"\\tag\{(?<label>\w+)\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EquationTag();

    [GeneratedRegex(@"\((?<label>[A-Z]\d)\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Citation();

    [GeneratedRegex(
        @"`(?<class>[A-Z]\w*(Tests|Facts))\.(?<fact>\w+)`",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex NamedTest();

    /// <summary>A method that follows the attribute of a test, with only attributes and their arguments between.</summary>
    [GeneratedRegex(
        @"\[(Fact|Theory)\b(?:(?!\[Fact|\[Theory|\{\s*\n).)*?public (async )?(void|Task) (?<name>\w+)\(",
        RegexOptions.ExplicitCapture | RegexOptions.Singleline,
        matchTimeoutMilliseconds: 5000
    )]
    private static partial Regex Fact();
}
