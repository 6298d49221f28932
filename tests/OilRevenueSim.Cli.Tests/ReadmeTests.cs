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
}
