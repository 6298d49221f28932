using System.CommandLine;
using OilRevenueSim.Cli.Terminals;

namespace OilRevenueSim.Cli.Commands;

/// <summary><c>oilsim completions</c>: a script that teaches a shell to complete the words of <c>oilsim</c>.</summary>
internal static class CompletionsCommand
{
    private static readonly string[] Shells = ["bash", "zsh", "fish", "pwsh"];

    /// <summary>Lines that can be typed as they stand.</summary>
    public static string[] Examples =>
        [
            "oilsim completions bash >> ~/.bashrc",
            "oilsim completions zsh >> ~/.zshrc",
            "oilsim completions fish > ~/.config/fish/completions/oilsim.fish",
            "oilsim completions pwsh >> $PROFILE",
        ];

    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var shell = new Argument<string>("SHELL")
        {
            HelpName = "SHELL",
            Description = "The shell to complete in: bash, zsh, fish or pwsh.",
        };
        shell.AcceptOnlyFromAmong(Shells);
        var command = new Command(
            "completions",
            "Print the script that completes commands, options, scenario files and names in a shell."
        )
        {
            shell,
        };
        command.SetAction(given => terminal.Out.Write(Script(given.GetValue(shell)!)));
        return command;
    }

    private static string Script(string shell)
    {
        using var stream = typeof(CompletionsCommand).Assembly.GetManifestResourceStream($"completions.{shell}")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
