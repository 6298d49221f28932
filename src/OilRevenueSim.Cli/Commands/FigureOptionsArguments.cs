using System.CommandLine;
using OilRevenueSim.Analysis.Precision;
using OilRevenueSim.Cli.Completions;
using OilRevenueSim.Cli.Terminals;
using OilRevenueSim.Reporting;
using OilRevenueSim.Scenarios;

namespace OilRevenueSim.Cli.Commands;

/// <summary><c>--title</c>, <c>--subtitle</c>, <c>--marking</c> and <c>--theme</c>: the words above a figure, its marking and its look.</summary>
internal sealed class FigureOptionsArguments
{
    private const string Print = "print";
    private const string Screen = "screen";

    private readonly Option<string?> title = Words("--title", "Title in place of the chart's.");
    private readonly Option<string?> subtitle = Words("--subtitle", "Subtitle in place of the chart's.");
    private readonly Option<string?> marking = new("--marking")
    {
        HelpName = "TEXT",
        Description = "Handling marking at head and foot of every picture, e.g. \"OFFICIAL – SENSITIVE\".",
    };
    private readonly Option<string> theme = new("--theme")
    {
        HelpName = "print|screen|FILE",
        Description = "Look of the pictures: for paper, for slides, or a theme file (YAML).",
        DefaultValueFactory = _ => Print,
        CompletionSources = { _ => [new(Print), new(Screen)], ScenarioWords.Files },
    };

    /// <summary>Adds the checks of these options.</summary>
    public FigureOptionsArguments() =>
        marking.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<string?>() is { } text && !FigureOptions.IsMarking(text))
            {
                given.AddError(
                    $"--marking takes one line of 1 to {FigureOptions.MostMarkingLetters} letters, not '{text}'"
                );
            }
        });

    /// <summary>All four, for a command that draws one figure, in the order of its help.</summary>
    public Option[] All => [title, subtitle, marking, theme];

    /// <summary>Those that hold for many figures at once.</summary>
    public Option[] ForMany => [marking, theme];

    /// <summary>What was asked for; weaknesses of a theme go to the error output.</summary>
    /// <exception cref="InputException">There is no such theme, or it has errors.</exception>
    public FigureOptions Read(ParseResult given, Terminal terminal) =>
        new()
        {
            Title = Given(given, title),
            Subtitle = Given(given, subtitle),
            Marking = Given(given, marking),
            Theme = ReadTheme(given.GetValue(theme)!, terminal),
        };

    private static FigureTheme ReadTheme(string name, Terminal terminal)
    {
        if (name is Print or Screen)
        {
            return name == Print ? FigureTheme.Print : FigureTheme.Screen;
        }

        if (!File.Exists(name))
        {
            var meant = Near(name);
            throw new InputException(
                $"--theme takes print, screen or a theme file, and there is no file '{name}'"
                    + (meant is null ? "" : $"\n  hint: did you mean {meant}?")
            );
        }

        var (read, diagnostics) = ThemeFile.Read(name);
        foreach (var diagnostic in diagnostics)
        {
            terminal.Error.WriteLine(diagnostic.Render());
        }

        var errors = diagnostics.Count(d => d.Severity == Severity.Error);
        return read ?? throw new InputException($"{name} cannot be used: {Wording.Count(errors, "error")}");
    }

    // An option that a command did not take is not among its results.
    private static string? Given(ParseResult given, Option<string?> option) =>
        given.GetResult(option) is null ? null : given.GetValue(option);

    private static string? Near(string path)
    {
        var folder = Path.GetDirectoryName(path) ?? "";
        var files = Directory.Exists(folder.Length == 0 ? "." : folder)
            ? Directory.EnumerateFiles(folder.Length == 0 ? "." : folder, "*.yaml").Take(1000)
            : [];
        return NearestWord.To(path, [Print, Screen, .. files.Select(f => Path.Combine(folder, Path.GetFileName(f)))]);
    }

    private static Option<string?> Words(string name, string description)
    {
        var option = new Option<string?>(name) { HelpName = "TEXT", Description = description };
        option.Validators.Add(given =>
        {
            if (name == "--title" && string.IsNullOrWhiteSpace(given.GetValueOrDefault<string?>()))
            {
                given.AddError("--title takes a text, not nothing");
            }
        });
        return option;
    }
}
