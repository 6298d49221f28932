using System.Diagnostics;

namespace OilRevenueSim.Cli.Tests;

/// <summary>What a shell offers after Tab: through the directive that its script asks, and in the shells that are installed.</summary>
public sealed class CompletionTests
{
    /// <summary>For each shell, a program that loads the script and says what is offered for <c>$LINE</c>, a word a line.</summary>
    private static readonly Dictionary<string, string[]> Asking = new(StringComparer.Ordinal)
    {
        ["bash"] =
        [
            "-c",
            """
                source <(oilsim completions bash)
                compopt() { :; }
                COMP_LINE=$LINE COMP_POINT=${#LINE}
                read -ra COMP_WORDS <<<"${LINE//[=>]/ & }"
                [[ $LINE == *' ' ]] && COMP_WORDS+=('')
                COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
                _oilsim
                printf '%s\n' "${COMPREPLY[@]}"
                """,
        ],
        ["fish"] = ["-c", "oilsim completions fish | source; complete -C $LINE | string replace -r '\\t.*' ''"],
        ["pwsh"] =
        [
            "-NoProfile",
            "-Command",
            """
                oilsim completions pwsh | Out-String | Invoke-Expression
                $found = [System.Management.Automation.CommandCompletion]::CompleteInput($env:LINE, $env:LINE.Length, $null)
                $found.CompletionMatches | ForEach-Object ListItemText
                """,
        ],
    };

    [Fact]
    public void Commands_are_offered_first()
    {
        Assert.Superset(new HashSet<string> { "run", "compare", "validate", "completions" }, Offered("oilsim "));
    }

    [Fact]
    public void Options_of_the_command_are_offered() => Assert.Contains("--paths", Offered("oilsim run --pa"));

    [Fact]
    public void A_scenario_file_and_a_folder_are_offered_and_other_files_are_not()
    {
        using var session = new OilsimSession();
        Directory.CreateDirectory(session.PathOf("more"));
        File.WriteAllText(session.PathOf("minimal.csv"), "");

        var offered = Offered(session, $"oilsim run {session.Folder}/m");

        Assert.Superset(new HashSet<string> { "FOLDER/minimal.yaml", "FOLDER/more/" }, offered);
        Assert.DoesNotContain("FOLDER/minimal.csv", offered);
    }

    [Fact]
    public void Courses_are_offered_one_after_another()
    {
        var sirte = Checkout.PathOf("scenarios/sirte-2016.yaml");

        var offered = Offered($"oilsim compare {sirte} --courses strikes,as");

        Assert.Contains("strikes,as-it-stands", offered);
        Assert.DoesNotContain("strikes,strikes", offered);
        Assert.Contains("strikes", Offered($"oilsim replay {sirte} --course st"));
    }

    [Fact]
    public void Actors_and_addresses_of_the_scenario_are_offered()
    {
        var sirte = Checkout.PathOf("scenarios/sirte-2016.yaml");

        Assert.Contains("islamic-state", Offered($"oilsim replay {sirte} --actor is"));
        Assert.Contains("benchmarks.brent.spot=", Offered($"oilsim run {sirte} --set benchmarks.b"));
    }

    [Theory]
    [InlineData("oilsim run no-such-file.yaml --courses ")]
    [InlineData("oilsim run no-such-folder/m")]
    [InlineData("oilsim run --set ")]
    public void Nothing_known_offers_nothing_and_says_nothing(string line)
    {
        using var session = new OilsimSession();

        var result = session.Type($"[suggest:{line.Length}]", line);

        Assert.Equal((ExitCode.Done, ""), (result.ExitCode, result.Error));
        Assert.DoesNotContain(result.Out.Split('\n'), w => w.Length > 0 && w[0] is not ('-' or '/'));
    }

    [Theory]
    [InlineData("bash")]
    [InlineData("fish")]
    [InlineData("pwsh")]
    public void The_script_completes_in_its_shell(string shell)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "a word of its own on the path");
        using var session = new OilsimSession();
        Assert.SkipUnless(IsInstalled(shell), $"{shell} is not installed");

        Assert.Equal(["validate"], Ask(session, shell, "oilsim va"));
        Assert.Equal(["--threads"], Ask(session, shell, "oilsim run --thr"));
        Assert.Equal([session.Scenario], Ask(session, shell, $"oilsim run {session.Folder}/min"));
        Assert.DoesNotContain("--help", Ask(session, shell, "oilsim "));
    }

    [Theory]
    [InlineData("bash", "complete ")]
    [InlineData("zsh", "compdef ")]
    [InlineData("fish", "complete ")]
    [InlineData("pwsh", "Register-ArgumentCompleter ")]
    public void Each_shell_has_its_script(string shell, string registers)
    {
        using var session = new OilsimSession();

        var result = session.Type("completions", shell);

        Assert.Equal((ExitCode.Done, ""), (result.ExitCode, result.Error));
        Assert.Contains('\n' + registers, result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_shell_without_a_script_is_refused_with_those_that_have_one()
    {
        using var session = new OilsimSession();

        var result = session.Type("completions", "csh");

        Assert.Equal(ExitCode.YourInput, result.ExitCode);
        Assert.Contains("fish", result.Error, StringComparison.Ordinal);
    }

    private static HashSet<string> Offered(string line)
    {
        using var session = new OilsimSession();
        return Offered(session, line);
    }

    private static HashSet<string> Offered(OilsimSession session, string line) =>
        [.. session.Type($"[suggest:{line.Length}]", line).Out.Split('\n')];

    private static bool IsInstalled(string shell) =>
        Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(f => File.Exists(Path.Combine(f, shell)));

    private static string[] Ask(OilsimSession session, string shell, string line)
    {
        var word = session.PathOf("oilsim");
        File.WriteAllText(word, $"#!/bin/sh\nexec dotnet '{AppContext.BaseDirectory}oilsim.dll' \"$@\"\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(word, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        var start = new ProcessStartInfo(shell, Asking[shell])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            WorkingDirectory = session.Folder,
        };
        start.Environment["PATH"] = session.Folder + ":" + Environment.GetEnvironmentVariable("PATH");
        start.Environment["LINE"] = line;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
