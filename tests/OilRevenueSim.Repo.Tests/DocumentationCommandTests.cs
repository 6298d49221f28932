using System.Text;
using Xunit;

namespace OilRevenueSim.Repo.Tests;

/// <summary>Runs what the documentation tells a reader to type: all <c>bash</c> blocks of a page, in order.</summary>
public sealed class DocumentationCommandTests
{
    private const string TestCommand = "dotnet test ";

    private static readonly TimeSpan LimitPerPage = TimeSpan.FromMinutes(8);

    private static readonly string[] KnownLanguages =
    [
        "bash",
        "text",
        "yaml",
        "csharp",
        "sql",
        "csv",
        "json",
        "math",
        "r",
        "python",
    ];

    public static TheoryData<string> PagesWithCommands =>
        [.. MarkdownPage.All.Where(p => p.Blocks.Any(b => b.Language == "bash")).Select(p => p.Path)];

    [Theory]
    [MemberData(nameof(PagesWithCommands))]
    public void Commands_of_the_page_succeed(string path)
    {
        var page = MarkdownPage.All.Single(p => p.Path == path);
        using var workspace = new ReaderWorkspace();
        if (page.Scenario is { } scenario)
        {
            File.WriteAllText(Path.Combine(workspace.Folder, scenario.FileName), scenario.Text);
        }

        var result = workspace.Run(ScriptOf(page), LimitPerPage);

        Assert.True(result.ExitCode == 0, $"{path}: exit code {result.ExitCode}, expected 0.\n{result.Output}");
    }

    [Fact]
    public void Every_fenced_block_says_what_it_is()
    {
        var unknown =
            from page in MarkdownPage.All
            from block in page.Blocks
            where !KnownLanguages.Contains(block.Language, StringComparer.Ordinal)
            select $"{page.Path}({block.Line}): '{block.Language}', expected one of {string.Join(' ', KnownLanguages)}";

        Assert.Empty(unknown);
    }

    [Fact]
    public void The_readme_opens_with_the_two_commands_that_ci_runs()
    {
        var commands = MarkdownPage.All.Single(p => p.Path == "README.md").Blocks.First(b => b.Language == "bash").Text;

        Assert.Equal(
            """
            dotnet run --project src/OilRevenueSim.Cli -c Release -- run scenarios/sirte-2016.yaml
            dotnet test --solution OilRevenueSim.sln -c Release

            """,
            commands
        );
    }

    [Fact]
    public void A_yaml_block_is_part_of_a_scenario_that_its_page_runs()
    {
        var loose =
            from page in MarkdownPage.All
            where page.Blocks.Any(b => b.Language == "yaml")
            where page.Scenario is null || !ScriptOf(page).Contains($"validate {page.Scenario?.FileName}")
            select page.Path;

        Assert.Empty(loose);
    }

    [Fact]
    public void A_failing_command_fails_its_page()
    {
        using var workspace = new ReaderWorkspace();
        var page = new MarkdownPage("page.md", "```bash\noilsim --version\nfalse\necho never reached\n```\n");

        var result = workspace.Run(ScriptOf(page), LimitPerPage);

        Assert.Equal(1, result.ExitCode);
        Assert.DoesNotContain("\nnever reached", result.Output, StringComparison.Ordinal);
    }

    /// <summary>The page as one script. The command that runs all tests is left out: it runs this very test.</summary>
    private static string ScriptOf(MarkdownPage page)
    {
        var script = new StringBuilder();
        foreach (var block in page.Blocks.Where(b => b.Language == "bash"))
        {
            var lines = block.Text.Split('\n').Where(l => !l.StartsWith(TestCommand, StringComparison.Ordinal));
            script.Append("echo '").Append(page.Path).Append('(').Append(block.Line).Append("):'\n");
            script.AppendJoin('\n', lines).Append('\n');
        }

        return script
            .ToString()
            .Replace(" src/", $" {Repository.Root}/src/", StringComparison.Ordinal)
            .Replace(" docs/", $" {Repository.Root}/docs/", StringComparison.Ordinal);
    }
}
