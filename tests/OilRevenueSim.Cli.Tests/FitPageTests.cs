namespace OilRevenueSim.Cli.Tests;

/// <summary>The page about fitting shows what its command really prints.</summary>
public sealed class FitPageTests
{
    private const string Page = "docs/fitting-prices.md";
    private const string Opening = "prints:\n\n```text\n";

    [Fact]
    public void The_page_shows_what_its_command_prints()
    {
        using var session = new OilsimSession();
        var prices = session.PathOf("prices.csv");
        session.Type("fit", "--example", prices);
        var result = session.Type("fit", prices, "--model", "gbm,schwartz", "--out", session.Results);
        Assert.Equal((ExitCode.Done, ""), (result.ExitCode, result.Error));

        var page = File.ReadAllText(Checkout.PathOf(Page)).ReplaceLineEndings("\n");
        var start = page.IndexOf(Opening, StringComparison.Ordinal) + Opening.Length;
        var end = page.IndexOf("```", start, StringComparison.Ordinal);
        var shown = result.Out.Replace("FOLDER/", "", StringComparison.Ordinal);

        Golden.Equal(Page, page[..start] + shown + page[end..]);
    }
}
