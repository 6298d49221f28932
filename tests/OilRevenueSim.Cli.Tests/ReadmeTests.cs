namespace OilRevenueSim.Cli.Tests;

/// <summary>The README shows what its first command really prints.</summary>
public sealed class ReadmeTests
{
    private const string Opening = "## What you see\n\n```text\n";

    [Fact]
    public void The_readme_shows_what_its_first_command_prints()
    {
        using var session = new OilsimSession();
        var result = session.Type("run", Checkout.PathOf("scenarios/sirte-2016.yaml"), "--out", session.Results);
        Assert.Equal((ExitCode.Done, ""), (result.ExitCode, result.Error));

        var readme = File.ReadAllText(Checkout.PathOf("README.md")).ReplaceLineEndings("\n");
        var start = readme.IndexOf(Opening, StringComparison.Ordinal) + Opening.Length;
        var end = readme.IndexOf("```", start, StringComparison.Ordinal);
        var shown = result.Out.Replace("FOLDER/", "", StringComparison.Ordinal);

        Golden.Equal("README.md", readme[..start] + shown + readme[end..]);
    }

    [Theory]
    [InlineData("32.45 USD/bbl", "50 USD/bbl")]
    [InlineData("4% to 14% within 12 months", "20% within 12 months")]
    public void The_two_numbers_that_the_readme_says_to_change_can_be_changed(string from, string to)
    {
        using var session = new OilsimSession();
        var readme = File.ReadAllText(Checkout.PathOf("README.md"));
        Assert.Contains($"`{from}`", readme, StringComparison.Ordinal);
        Assert.Contains($"`{to}`", readme, StringComparison.Ordinal);
        var scenario = File.ReadAllText(Checkout.PathOf("scenarios/sirte-2016.yaml"));
        var file = session.PathOf("sirte-2016.yaml");
        SessionResult RunWith(string text)
        {
            File.WriteAllText(file, text);
            return session.Type("run", file, "--out", session.Results, "--paths", "1024", "--no-charts");
        }

        // The value, not the remarks that speak of it.
        Assert.Equal(2, scenario.Split("value: " + from).Length);
        var before = RunWith(scenario);
        var after = RunWith(scenario.Replace("value: " + from, "value: " + to, StringComparison.Ordinal));

        Assert.Equal((ExitCode.Done, ""), (before.ExitCode, before.Error));
        Assert.Equal(ExitCode.Done, after.ExitCode);
        Assert.Matches(@"\n +now +before\n", after.Out);
    }
}
