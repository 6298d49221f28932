using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace OilRevenueSim.Cli.Commands;

/// <summary>The help of a command, followed by examples that can be typed as they stand.</summary>
internal sealed class HelpWithExamples(IReadOnlyDictionary<string, string[]> examples) : SynchronousCommandLineAction
{
    /// <summary>Columns of help text; fixed, so that help reads the same in a pipe.</summary>
    private const int Width = 110;

    /// <inheritdoc />
    public override bool Terminating => true;

    /// <inheritdoc />
    public override bool ClearsParseErrors => true;

    /// <inheritdoc />
    public override int Invoke(ParseResult parseResult)
    {
        var exitCode = new HelpAction { MaxWidth = Width }.Invoke(parseResult);
        if (examples.TryGetValue(parseResult.CommandResult.Command.Name, out var lines))
        {
            var output = parseResult.InvocationConfiguration.Output;
            output.WriteLine("Examples:");
            Array.ForEach(lines, line => output.WriteLine("  " + line));
        }

        return exitCode;
    }

    /// <summary>Gives the help of every command of a root its examples.</summary>
    public static void Install(RootCommand root, IReadOnlyDictionary<string, string[]> examples)
    {
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples(examples);
    }
}
