using System.CommandLine;
using OilRevenueSim.Cli.Terminals;
using OilRevenueSim.Scenarios;

namespace OilRevenueSim.Cli.Commands;

/// <summary><c>oilsim new</c>: a commented scenario to start from.</summary>
internal static class NewCommand
{
    /// <summary>Lines that can be typed as they stand.</summary>
    public static string[] Examples =>
        ["oilsim new niger-delta.yaml", "oilsim new niger-delta.yaml --title 'Niger Delta 2016'"];

    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var file = new Argument<string>("FILE") { Description = "File to write; it must not exist yet." };
        var title = new Option<string?>("--title")
        {
            HelpName = "TEXT",
            Description = "Title of the scenario; without it, the file's name.",
        };
        var command = new Command("new", "Write a commented scenario to start from.") { file, title };
        command.SetAction(parsed => Write(terminal, parsed.GetValue(file)!, parsed.GetValue(title)));
        return command;
    }

    private static int Write(Terminal terminal, string path, string? title)
    {
        if (string.IsNullOrWhiteSpace(path))
        {
            throw new InputException("the file needs a name, such as my-scenario.yaml");
        }

        if (Path.Exists(path))
        {
            throw new InputException($"{path} exists already and is left as it is; choose another name");
        }

        if (Path.GetDirectoryName(path) is { Length: > 0 } folder && !Directory.Exists(folder))
        {
            throw new InputException($"the folder {folder} does not exist; make it first, or choose another place");
        }

        File.WriteAllText(path, ScenarioTemplate.Commented(title ?? TitleFrom(path)));
        terminal.Out.WriteLine($"Wrote {path}: a scenario that runs as it stands, with a word on every line.");
        terminal.Out.WriteLine("Next:");
        var typed = path.Contains(' ', StringComparison.Ordinal) ? $"\"{path}\"" : path;
        terminal.Out.WriteLine($"  oilsim explain {typed}");
        terminal.Out.WriteLine($"  oilsim run {typed}");
        return ExitCode.Done;
    }

    private static string TitleFrom(string path)
    {
        var words = Path.GetFileNameWithoutExtension(path).Replace('-', ' ').Replace('_', ' ').Trim();
        return words.Length == 0 ? "A new scenario" : char.ToUpperInvariant(words[0]) + words[1..];
    }
}
