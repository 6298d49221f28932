using System.CommandLine.Completions;
using System.CommandLine.Parsing;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Scenarios;

namespace OilRevenueSim.Cli.Completions;

/// <summary>Words that a shell offers: scenario files, and what stands in the scenario already named on the line.</summary>
internal static class ScenarioWords
{
    /// <summary>Name of the argument that names the scenario file.</summary>
    public const string ScenarioArgument = "SCENARIO";

    /// <summary>Scenario files and folders that the word may become. A folder ends in a slash, so that typing goes on.</summary>
    public static IEnumerable<CompletionItem> Files(CompletionContext context)
    {
        var typed = context.WordToComplete;
        if (typed.StartsWith('-'))
        {
            return [];
        }

        var split = typed.LastIndexOf('/') + 1;
        var (folder, start) = (typed[..split], typed[split..]);
        var place = new DirectoryInfo(folder.Length == 0 ? "." : folder);
        if (!place.Exists)
        {
            return [];
        }

        return place
            .EnumerateFileSystemInfos(start + "*", new EnumerationOptions { IgnoreInaccessible = true })
            .Where(entry => entry is DirectoryInfo || entry.Extension is ".yaml" or ".yml")
            .Select(entry => new CompletionItem(folder + entry.Name + (entry is DirectoryInfo ? "/" : "")));
    }

    /// <summary>Courses of the scenario on the line, as a list separated by commas.</summary>
    public static IEnumerable<CompletionItem> Courses(CompletionContext context)
    {
        var typed = context.WordToComplete;
        var listed = typed[..(typed.LastIndexOf(',') + 1)];
        var given = listed.Split(',');
        return Of(context, scenario => [.. scenario.Courses.Select(c => c.Name).Except(given), "all"])
            .Where(course => course != "all" || listed.Length == 0)
            .Select(course => new CompletionItem(listed + course));
    }

    /// <summary>One course of the scenario on the line.</summary>
    public static IEnumerable<CompletionItem> Course(CompletionContext context) =>
        Of(context, scenario => scenario.Courses.Select(c => c.Name)).Select(name => new CompletionItem(name));

    /// <summary>Actors of the scenario on the line.</summary>
    public static IEnumerable<CompletionItem> Actors(CompletionContext context) =>
        Of(context, scenario => scenario.Actors.Select(a => a.Name)).Select(name => new CompletionItem(name));

    /// <summary>Addresses of the numbers that the scenario on the line writes, each with the sign that a value follows.</summary>
    public static IEnumerable<CompletionItem> Addresses(CompletionContext context) =>
        Of(context, scenario => scenario.WrittenNumbers.Select(q => q.Address + "="))
            .Select(address => new CompletionItem(address));

    private static IEnumerable<string> Of(CompletionContext context, Func<Scenario, IEnumerable<string>> words) =>
        Named(context.ParseResult.CommandResult) is { } scenario
            ? words(scenario).Distinct(StringComparer.Ordinal)
            : [];

    private static Scenario? Named(CommandResult command)
    {
        var argument = command
            .Children.OfType<ArgumentResult>()
            .FirstOrDefault(a => a.Argument.Name == ScenarioArgument);
        var path = argument?.Tokens is [var first, ..] ? first.Value : null;
        return File.Exists(path) ? ScenarioReader.Read(path).Scenario : null;
    }
}
