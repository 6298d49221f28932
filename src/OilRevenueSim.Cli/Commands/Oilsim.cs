using System.CommandLine;
using System.CommandLine.Invocation;
using OilRevenueSim.Analysis.Precision;
using OilRevenueSim.Cli.Terminals;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Cli.Commands;

/// <summary>The whole command line: parses, runs the command, turns failures into words and exit codes.</summary>
internal static class Oilsim
{
    /// <summary>Runs one command line and returns its exit code.</summary>
    public static int Run(string[] args, Terminal terminal)
    {
        var parsed = Parse(args, terminal);
        if (parsed.Action is ParseErrorAction)
        {
            return WrongArguments(parsed, terminal);
        }

        try
        {
            return parsed.Invoke(
                new InvocationConfiguration
                {
                    Output = terminal.Out,
                    Error = terminal.Error,
                    EnableDefaultExceptionHandler = false,
                    ProcessTerminationTimeout = null,
                }
            );
        }
        catch (InputException e)
        {
            return Fail(terminal, e.Message, ExitCode.YourInput);
        }
        catch (SimulationException e)
        {
            return Fail(terminal, $"the run failed: {e.Message}", ExitCode.RunFailed);
        }
        catch (OperationCanceledException) when (terminal.Interrupted.IsCancellationRequested)
        {
            return Fail(
                terminal,
                "interrupted; nothing was written, earlier results are as they were",
                ExitCode.Interrupted
            );
        }
        catch (RunTooLargeException e)
        {
            return Fail(terminal, e.Message, ExitCode.YourInput);
        }
        catch (Exception e)
            when ((e as AggregateException)?.InnerException is OutOfMemoryException || e is OutOfMemoryException)
        {
            return Fail(
                terminal,
                "memory ran out; nothing was written\n  hint: use fewer --threads, fewer courses, or leave out --record",
                ExitCode.RunFailed
            );
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Fail(terminal, e.Message, ExitCode.YourInput);
        }
#pragma warning disable CA1031 // the last line of defence: whatever was forgotten above must still end in words
        catch (Exception e)
#pragma warning restore CA1031
        {
            return Fail(terminal, $"this is a fault of oilsim, please report it: {e}", ExitCode.RunFailed);
        }
    }

    /// <summary>Parses one command line; a word that begins with @ is no response file.</summary>
    public static ParseResult Parse(string[] args, Terminal terminal) =>
        Root(terminal).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });

    private static RootCommand Root(Terminal terminal)
    {
        var root = new RootCommand(
            "Simulates who controls which oil infrastructure and how much money reaches each armed group."
        )
        {
            RunCommand.Create(terminal),
            MergeCommand.Create(terminal),
            CompareCommand.Create(terminal),
            SweepCommand.Create(terminal),
            PathsCommand.Create(terminal),
            DiffCommand.Create(terminal),
            ReplayCommand.Create(terminal),
            ChartCommand.Create(terminal),
            ExportCommand.Create(terminal),
            WhenceCommand.Create(terminal),
            FitCommand.Create(terminal),
            CheckCommand.Create(terminal),
            ValidateCommand.Create(terminal),
            ExplainCommand.Create(terminal),
            NewCommand.Create(terminal),
            SchemaCommand.Create(terminal),
            CompletionsCommand.Create(terminal),
        };
        root.HelpName = "oilsim";
        HelpWithExamples.Install(
            root,
            new Dictionary<string, string[]>(StringComparer.Ordinal)
            {
                [root.Name] = [RunCommand.Examples[0], ValidateCommand.Examples[0], "oilsim run --help"],
                ["run"] = RunCommand.Examples,
                ["merge"] = MergeCommand.Examples,
                ["compare"] = CompareCommand.Examples,
                ["sweep"] = SweepCommand.Examples,
                ["paths"] = PathsCommand.Examples,
                ["diff"] = DiffCommand.Examples,
                ["replay"] = ReplayCommand.Examples,
                ["chart"] = ChartCommand.Examples,
                ["export"] = ExportCommand.Examples,
                ["whence"] = WhenceCommand.Examples,
                ["fit"] = FitCommand.Examples,
                ["check"] = CheckCommand.Examples,
                ["validate"] = ValidateCommand.Examples,
                ["explain"] = ExplainCommand.Examples,
                ["new"] = NewCommand.Examples,
                ["schema"] = SchemaCommand.Examples,
                ["completions"] = CompletionsCommand.Examples,
            }
        );
        root.SetAction(_ => root.Parse(["--help"]).Invoke(new() { Output = terminal.Out }));
        return root;
    }

    private static int WrongArguments(ParseResult parsed, Terminal terminal)
    {
        foreach (var message in parsed.Errors.Select(e => e.Message).Distinct(StringComparer.Ordinal))
        {
            terminal.Error.WriteLine($"oilsim: {message}");
        }

        var command = parsed.CommandResult.Command;
        foreach (var (word, meant) in Misspelt(parsed, command))
        {
            terminal.Error.WriteLine($"  hint: there is no '{word}'; did you mean '{meant}'?");
        }

        if (Unquoted(parsed) is var (option, whole))
        {
            terminal.Error.WriteLine(
                $"  hint: put quotes around ADDRESS={(option == "--set" ? "QUANTITY" : "LEVELS")}: {option} \"{whole}\""
            );
        }

        var name = command is RootCommand ? "oilsim" : $"oilsim {command.Name}";
        terminal.Error.WriteLine($"  hint: {name} --help shows what can be given, with examples");
        return ExitCode.YourInput;
    }

    /// <summary>What was given to --set or --vary with the word behind it, where nothing else takes that word.</summary>
    private static (string Option, string Whole)? Unquoted(ParseResult parsed)
    {
        string[] words = [.. parsed.Tokens.Select(t => t.Value)];
        for (var i = 0; i + 2 < words.Length; i++)
        {
            var isRest = parsed.UnmatchedTokens.Contains(words[i + 2]) && words[i + 2][0] != '-';
            if (words[i] is "--set" or "--vary" && words[i + 1].Contains('=', StringComparison.Ordinal) && isRest)
            {
                return (words[i], $"{words[i + 1]} {words[i + 2]}");
            }
        }

        return null;
    }

    /// <summary>Words that are nearly a command or an option. An option may have been taken for the scenario file.</summary>
    private static IEnumerable<(string Word, string Meant)> Misspelt(ParseResult parsed, Command command)
    {
        string[] commands = [.. command.Subcommands.Select(c => c.Name)];
        string[] options = [.. command.Options.Where(o => !o.Hidden).Select(o => o.Name)];
        foreach (var word in parsed.Tokens.Select(t => t.Value).Distinct(StringComparer.Ordinal))
        {
            var known = word.StartsWith("--", StringComparison.Ordinal) ? options : commands;
            if (!known.Contains(word, StringComparer.Ordinal) && NearestWord.To(word, known) is { } meant)
            {
                yield return (word, meant);
            }
        }
    }

    private static int Fail(Terminal terminal, string message, int exitCode)
    {
        terminal.Error.WriteLine($"oilsim: {message}");
        return exitCode;
    }
}
