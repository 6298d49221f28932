using System.CommandLine;
using OilRevenueSim.Cli.Terminals;
using OilRevenueSim.Scenarios;
using OilRevenueSim.Scenarios.Themes;

namespace OilRevenueSim.Cli.Commands;

/// <summary><c>oilsim schema</c>: the JSON Schema that lets an editor complete and check scenario files.</summary>
internal static class SchemaCommand
{
    /// <summary>Lines that can be typed as they stand.</summary>
    public static string[] Examples =>
        ["oilsim schema > oilsim.schema.json", "oilsim schema --theme > oilsim-theme.schema.json"];

    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal)
    {
        var theme = new Option<bool>("--theme") { Description = "That of theme files instead." };
        var command = new Command(
            "schema",
            "Print the JSON Schema of scenario files, for editors that complete and check."
        )
        {
            theme,
        };
        command.SetAction(given =>
        {
            terminal.Out.WriteLine(given.GetValue(theme) ? ThemeSchema.ToJson() : ScenarioSchema.ToJson());
            return ExitCode.Done;
        });
        return command;
    }
}
