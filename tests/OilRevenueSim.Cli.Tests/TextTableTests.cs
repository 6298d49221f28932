using OilRevenueSim.Cli.Runs;
using OilRevenueSim.Cli.Terminals;

namespace OilRevenueSim.Cli.Tests;

public sealed class TextTableTests
{
    private static readonly string[][] Rows =
    [
        ["course", "mean", "difference (95 % interval)", "better / equal / worse"],
        ["as-it-stands", "1.170 ± 0.006 billion USD", "–", "–"],
        ["strikes", "1.098 ± 0.005 billion USD", "−72 (−74 to −71) million USD", "99.8 % / 0.2 % / 0 %"],
    ];

    [Fact]
    public void Without_a_terminal_every_row_is_one_line()
    {
        var lines = TextTable.Lines(Rows).ToList();
        Assert.Equal(3, lines.Count);
        Assert.Equal(
            lines[0].IndexOf("difference", StringComparison.Ordinal),
            lines[2].IndexOf("−72", StringComparison.Ordinal)
        );
        Assert.All(lines, line => Assert.Equal(line.TrimEnd(), line));
    }

    [Theory]
    [InlineData(64)]
    [InlineData(72)]
    [InlineData(80)]
    [InlineData(100)]
    public void On_a_terminal_no_line_is_longer_and_columns_stay_columns(int columns)
    {
        var lines = TextTable.Lines(Rows, columns).ToList();
        Assert.All(lines, line => Assert.True(line.Length <= columns, $"{line.Length} of {columns}: {line}"));
        var start = lines[0].IndexOf("mean", StringComparison.Ordinal);
        Assert.All(lines, line => Assert.True(line.Length < start || line[start - 1] == ' ', line));
        // What was said is said still.
        static string Letters(IEnumerable<string> texts) =>
            string.Concat(string.Concat(texts).Where(c => c != ' ').Order());
        Assert.Equal(Letters(Rows.SelectMany(r => r)), Letters(lines));
    }

    [Fact]
    public void A_number_stays_with_its_error_its_interval_and_its_per_cent()
    {
        var lines = TextTable.Lines(Rows, 64).ToList();
        Assert.Contains(lines, line => line.Contains("1.098 ± 0.005", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("(−74 to −71)", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.TrimStart().StartsWith('%'));
    }

    [Fact]
    public void Where_not_even_single_words_fit_the_table_is_as_narrow_as_its_words()
    {
        var lines = TextTable
            .Lines(
                [
                    ["impossible", "narrowness"],
                ],
                10
            )
            .ToList();
        Assert.Equal(["  impossible  narrowness"], lines);
    }

    [Fact]
    public void A_text_is_wrapped_between_words()
    {
        Assert.Equal(
            ["about 158 billion USD;", "nine in ten"],
            WordWrap.Lines("about 158 billion USD; nine in ten", 22)
        );
        Assert.Equal(["short"], WordWrap.Lines("short", 5));
    }
}
