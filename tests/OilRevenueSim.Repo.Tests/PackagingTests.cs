using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace OilRevenueSim.Repo.Tests;

/// <summary>What goes to people who never see this repository.</summary>
public sealed partial class PackagingTests
{
    [Fact]
    public void Every_package_in_the_program_is_named_in_its_notices()
    {
        var notices = Repository.Text("src/OilRevenueSim.Cli/THIRD-PARTY-NOTICES.txt");

        var unnamed = PackagesOfTheProgram().Where(package => !notices.Contains($"\n  {package} "));

        Assert.Empty(unnamed);
    }

    [Fact]
    public void The_packages_read_from_the_lock_file_are_real()
    {
        // Guards the test above: it would pass on an empty list.
        Assert.Superset(
            new HashSet<string> { "YamlDotNet", "Deedle", "SkiaSharp" },
            PackagesOfTheProgram().ToHashSet()
        );
    }

    [Fact]
    public void Citation_changelog_and_build_name_one_version()
    {
        var version = VersionPrefix().Match(Repository.Text("Directory.Build.props")).Groups["version"].Value;

        Assert.Contains($"\nversion: {version}\n", Repository.Text("CITATION.cff"), StringComparison.Ordinal);
        Assert.Contains($"\n## {version} ", Repository.Text("CHANGELOG.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void No_lock_file_depends_on_the_system_that_restored()
    {
        var bound = Repository
            .Files.Where(f => f.EndsWith("packages.lock.json", StringComparison.Ordinal))
            .Where(f => ProjectOfOneSystem().IsMatch(Repository.Text(f)));

        Assert.Empty(bound);
    }

    private static List<string> PackagesOfTheProgram()
    {
        using var file = JsonDocument.Parse(Repository.Text("src/OilRevenueSim.Cli/packages.lock.json"));
        return
        [
            .. file
                .RootElement.GetProperty("dependencies")
                .GetProperty("net10.0")
                .EnumerateObject()
                .Where(p => p.Value.GetProperty("type").GetString() != "Project")
                .Select(p => p.Name)
                .Except(LayeringTable.Analyzers, StringComparer.Ordinal),
        ];
    }

    [GeneratedRegex("<VersionPrefix>(?<version>[^<]+)<", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex VersionPrefix();

    [GeneratedRegex(
        "\"OilRevenueSim[^\"]*\\.(linux|win|osx)-",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex ProjectOfOneSystem();
}
