using System.Text.RegularExpressions;
using Xunit;

namespace OilRevenueSim.Repo.Tests;

public sealed partial class HouseRulesTests
{
    private const int MostLines = 400;

    private static readonly string[] TopLevel =
    [
        ".ci",
        ".config",
        ".csharpierrc.yaml",
        ".editorconfig",
        ".gitattributes",
        ".gitignore",
        "BannedSymbols.txt",
        "CHANGELOG.md",
        "CITATION.cff",
        "CONTRIBUTING.md",
        "Directory.Build.props",
        "Directory.Packages.props",
        "LICENSE",
        "OilRevenueSim.sln",
        "README.md",
        "benchmarks",
        "docs",
        "global.json",
        "scenarios",
        "src",
        "tests",
    ];

    [Fact]
    public void The_top_level_holds_only_what_was_agreed()
    {
        var present = Repository.Files.Select(f => f.Split('/')[0]).Distinct(StringComparer.Ordinal);

        Assert.Empty(present.Except(TopLevel, StringComparer.Ordinal));
    }

    [Fact]
    public void No_folder_or_file_is_named_after_nothing_in_the_domain()
    {
        var parts =
            from file in Repository.Files
            from part in file.Split('/')
            where SaysNothing().IsMatch(part)
            select file;

        Assert.Empty(parts);
    }

    [Fact]
    public void No_type_is_named_after_nothing_in_the_domain()
    {
        var types =
            from file in SourceFiles()
            from Match match in DeclaredType().Matches(Repository.Text(file))
            where SaysNothing().IsMatch(match.Groups["name"].Value)
            select $"{file}: {match.Groups["name"].Value}";

        Assert.Empty(types);
    }

    [Theory]
    [InlineData("Helpers")]
    [InlineData("StringUtils.cs")]
    [InlineData("PathManager")]
    [InlineData("Common")]
    public void The_banned_names_are_recognised(string name) => Assert.Matches(SaysNothing(), name);

    [Theory]
    [InlineData("CommonsTests.cs")]
    [InlineData("PriceProcess.cs")]
    [InlineData("Interventions")]
    public void Words_of_the_domain_are_not_banned(string name) => Assert.DoesNotMatch(SaysNothing(), name);

    [Fact]
    public void No_source_file_is_longer_than_400_lines()
    {
        var tooLong =
            from file in SourceFiles()
            let lines = File.ReadLines(Repository.PathOf(file)).Count()
            where lines > MostLines
            select $"{file}: {lines} lines, at most {MostLines}";

        Assert.Empty(tooLong);
    }

    [Fact]
    public void A_command_parses_calls_and_prints_in_fewer_than_100_lines()
    {
        var commands = SourceFiles()
            .Where(f => f.StartsWith("src/OilRevenueSim.Cli/Commands/", StringComparison.Ordinal))
            .Where(f => f.EndsWith("Command.cs", StringComparison.Ordinal))
            .ToList();

        Assert.NotEmpty(commands);
        Assert.DoesNotContain(commands, f => File.ReadLines(Repository.PathOf(f)).Count() >= 100);
    }

    [Fact]
    public void Build_output_is_not_tracked()
    {
        Assert.DoesNotContain(Repository.Files, f => f.Split('/').Any(p => p is "bin" or "obj" or "TestResults"));
    }

    [Fact]
    public void Every_project_commits_its_lock_file()
    {
        var missing =
            from project in Repository.Files
            where project.EndsWith(".csproj", StringComparison.Ordinal)
            let lockFile = Path.GetDirectoryName(project)!.Replace('\\', '/') + "/packages.lock.json"
            where !Repository.Files.Contains(lockFile, StringComparer.Ordinal)
            select lockFile;

        Assert.Empty(missing);
    }

    private static IEnumerable<string> SourceFiles() =>
        Repository.Files.Where(f => f.EndsWith(".cs", StringComparison.Ordinal));

    [GeneratedRegex(
        @"^(\w*[a-z])?(Helper|Util|Utilit(y|ie)|Manager|Service|Misc|Common|Interface)s?(\.\w+)*$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex SaysNothing();

    [GeneratedRegex(
        @"\b(class|record|struct|interface|enum)\s+(struct\s+|class\s+)?(?<name>[A-Z]\w*)",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex DeclaredType();
}
