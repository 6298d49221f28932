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

    [Fact]
    public void The_two_edits_that_the_readme_shows_can_be_made_as_they_are_shown()
    {
        using var session = new OilsimSession();
        var lines = ShownEdits().ToList();
        Assert.Equal(4, lines.Count);
        var scenario = File.ReadAllText(Checkout.PathOf("scenarios/sirte-2016.yaml")).ReplaceLineEndings("\n");
        var file = session.PathOf("sirte-2016.yaml");
        SessionResult RunWith(string text)
        {
            File.WriteAllText(file, text);
            return session.Type("run", file, "--out", session.Results, "--paths", "1024", "--no-charts");
        }

        foreach (var edit in lines.Chunk(2))
        {
            Assert.Equal(2, scenario.Split($"\n{edit[0]}\n").Length);
            var before = RunWith(scenario);
            var after = RunWith(scenario.Replace(edit[0], edit[1], StringComparison.Ordinal));

            Assert.Equal((ExitCode.Done, ""), (before.ExitCode, before.Error));
            Assert.Equal(ExitCode.Done, after.ExitCode);
            Assert.Matches(@"\n +now +before\n", after.Out);
        }
    }

    [Fact]
    public void The_numbers_that_the_readme_gives_for_its_changes_are_those_of_the_runs()
    {
        using var session = new OilsimSession();
        var readme = File.ReadAllText(Checkout.PathOf("README.md")).ReplaceLineEndings(" ");
        string Run(string set) =>
            session
                .Type(
                    "run",
                    Checkout.PathOf("scenarios/sirte-2016.yaml"),
                    "--out",
                    session.Results,
                    "--no-charts",
                    "--set",
                    set
                )
                .Out;
        var dear = Run("benchmarks.brent.spot=50 USD/bbl");
        var weak = Run("areas.oil-crescent.changes.guards>islamic-state.chance=20% within 12 months");

        Assert.Contains("from 14.2 % to 14.4 %, and what the state forgoes from 13.5 to 18.5 billion", readme);
        Assert.Matches(@"chance of any oil revenue +14\.4 % \(", dear);
        Assert.Matches(@"\(nobody's income\) +18\.5 \(", dear);
        Assert.Contains("gives 17.4 % and 13.2 billion", readme);
        Assert.Matches(@"chance of any oil revenue +17\.4 % \(", weak);
        Assert.Matches(@"\(nobody's income\) +13\.2 \(", weak);
    }

    /// <summary>Lines of the scenario that the README shows: before and after, in turn.</summary>
    private static IEnumerable<string> ShownEdits() =>
        File.ReadAllLines(Checkout.PathOf("README.md"))
            .Where(line => line.TrimStart().StartsWith("{ value: ", StringComparison.Ordinal));
}
