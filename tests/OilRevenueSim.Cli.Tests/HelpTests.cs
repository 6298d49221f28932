namespace OilRevenueSim.Cli.Tests;

public sealed class HelpTests
{
    [Theory]
    [InlineData("run")]
    [InlineData("merge")]
    [InlineData("compare")]
    [InlineData("sweep")]
    [InlineData("paths")]
    [InlineData("diff")]
    [InlineData("replay")]
    [InlineData("chart")]
    [InlineData("whence")]
    [InlineData("fit")]
    [InlineData("check")]
    [InlineData("validate")]
    [InlineData("explain")]
    [InlineData("new")]
    [InlineData("schema")]
    [InlineData("completions")]
    public void Help_of_a_command_reads_as_agreed(string command)
    {
        using var session = new OilsimSession();

        var result = session.Type(command, "--help");

        Assert.Equal(ExitCode.Done, result.ExitCode);
        Assert.Empty(result.Error);
        Golden.Equal($"tests/OilRevenueSim.Cli.Tests/Golden/help-{command}.txt", result.Out);
    }

    [Fact]
    public void Help_of_the_program_reads_as_agreed()
    {
        using var session = new OilsimSession();

        var result = session.Type("--help");

        Assert.Equal(ExitCode.Done, result.ExitCode);
        Golden.Equal("tests/OilRevenueSim.Cli.Tests/Golden/help.txt", result.Out);
    }

    [Fact]
    public void The_bare_word_shows_the_help()
    {
        using var session = new OilsimSession();

        Assert.Equal(session.Type("--help").Out, session.Type().Out);
    }

    [Fact]
    public void Version_is_a_number_without_a_commit()
    {
        using var session = new OilsimSession();

        Assert.Matches(@"^\d+\.\d+\.\d+\n$", session.Type("--version").Out);
    }

    [Fact]
    public void Every_example_of_the_help_parses()
    {
        using var session = new OilsimSession();

        var examples = new[]
        {
            "run",
            "compare",
            "sweep",
            "paths",
            "diff",
            "replay",
            "whence",
            "fit",
            "validate",
            "explain",
            "new",
            "schema",
            "completions",
        }
            .SelectMany(command => session.Type(command, "--help").Out.Split("Examples:\n")[1].Split('\n'))
            .Where(line => line.StartsWith("  oilsim", StringComparison.Ordinal))
            .Select(line => line.Trim()["oilsim ".Length..].Split(" >")[0].Replace('\'', '"'))
            .ToList();

        var terminal = new Terminals.Terminal { Out = TextWriter.Null, Error = TextWriter.Null };
        Assert.True(examples.Count > 8, $"{examples.Count} examples found, more than 8 expected");
        foreach (var example in examples)
        {
            var words = System.CommandLine.Parsing.CommandLineParser.SplitCommandLine(example).ToArray();
            Assert.Empty(Commands.Oilsim.Parse(words, terminal).Errors);
        }
    }
}
