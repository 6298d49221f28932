using System.Diagnostics;

namespace OilRevenueSim.Cli.Tests;

/// <summary>What can only be seen from outside: signals, pipes, exit codes.</summary>
public sealed class ProcessTests
{
    /// <summary>Generous for a busy machine that runs other tests beside this one; alone it takes a tenth of a second.</summary>
    private static readonly TimeSpan CleanEnd = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public void A_signal_ends_a_long_run_cleanly_and_leaves_the_earlier_result(string signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "signals");
        using var session = new OilsimSession();
        session.Run();
        var before = session.ResultText("manifest.json");

        using var run = Start(session, "run", session.Scenario, "--out", session.Results, "--paths", "4294967296");
        var staging = session.PathOf("results/minimal/.base.partial");
        var waited = Stopwatch.StartNew();
        while (!Directory.Exists(staging) && waited.Elapsed < TimeSpan.FromSeconds(60))
        {
            Assert.False(run.WaitForExit(20), "the run ended before it was interrupted");
        }

        run.WaitForExit(500);
        var sent = Stopwatch.StartNew();
        Assert.Equal(0, Bash($"kill -{signal} {run.Id}").ExitCode);
        var ended = run.WaitForExit(TimeSpan.FromSeconds(60));
        if (!ended)
        {
            run.Kill(entireProcessTree: true);
        }

        Assert.True(ended, "the run never ended");

        Assert.True(
            sent.Elapsed < CleanEnd,
            $"ended after {sent.Elapsed.TotalSeconds:F1} s, at most {CleanEnd.TotalSeconds:F0} s"
        );
        Assert.Equal(ExitCode.Interrupted, run.ExitCode);
        Assert.Contains("interrupted", run.StandardError.ReadToEnd(), StringComparison.Ordinal);
        Assert.Empty(run.StandardOutput.ReadToEnd());
        Assert.Equal(before, session.ResultText("manifest.json"));
        Assert.Equal(
            ["base"],
            Directory.EnumerateFileSystemEntries(session.PathOf("results/minimal")).Select(Path.GetFileName)
        );
    }

    [Fact]
    public void An_interrupted_shard_leaves_nothing_behind()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "signals");
        using var session = new OilsimSession();
        using var run = Start(
            session,
            "run",
            session.Scenario,
            "--out",
            session.Results,
            "--paths",
            "4294967296",
            "--shard",
            "2/2"
        );
        var waited = Stopwatch.StartNew();
        while (
            !File.Exists(session.PathOf("results/.minimal.2-of-2.part.partial"))
            && waited.Elapsed < TimeSpan.FromSeconds(60)
        )
        {
            Assert.False(run.WaitForExit(20), "the run ended before it was interrupted");
        }

        run.WaitForExit(500);
        Assert.Equal(0, Bash($"kill -INT {run.Id}").ExitCode);
        var ended = run.WaitForExit(TimeSpan.FromSeconds(60));
        if (!ended)
        {
            run.Kill(entireProcessTree: true);
        }

        Assert.True(ended, "the run never ended");
        Assert.Equal(ExitCode.Interrupted, run.ExitCode);
        Assert.False(Directory.Exists(session.Results));
    }

    /// <summary>The process may have 128 MB; a worker for this scenario needs more than 128 kB.</summary>
    [Fact]
    public void Threads_that_do_not_fit_are_refused_before_the_run_begins()
    {
        using var session = new OilsimSession();
        var command = Command(
            session,
            "run",
            Checkout.PathOf("scenarios/sirte-2016.yaml"),
            "--out",
            session.Results,
            "--paths",
            "4294967296",
            "--threads",
            "1024"
        );
        command.Environment["DOTNET_GCHeapHardLimit"] = "0x8000000";
        using var run = Process.Start(command)!;
        var ended = run.WaitForExit(TimeSpan.FromSeconds(60));
        if (!ended)
        {
            run.Kill(entireProcessTree: true);
        }

        Assert.True(ended, "the run began");
        Assert.Equal(ExitCode.YourInput, run.ExitCode);
        Assert.Matches("1,024 threads need [0-9]+ MB each.*use at most [0-9]+ threads", run.StandardError.ReadToEnd());
        Assert.False(Directory.Exists(session.PathOf("results/sirte-2016/as-it-stands")));
    }

    [Fact]
    public void A_reader_that_leaves_early_is_no_error()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "bash");
        using var session = new OilsimSession();

        var (exitCode, output, error) = Bash($"set -o pipefail; {Word} schema | head -c 1");

        Assert.Equal((0, "{", ""), (exitCode, output, error));
    }

    [Theory]
    [InlineData(0, "--version")]
    [InlineData(2, "run")]
    [InlineData(2, "run", "no-such-file.yaml")]
    [InlineData(2, "no-such-command")]
    public void The_shell_sees_the_exit_code(int expected, params string[] arguments)
    {
        using var session = new OilsimSession();
        using var run = Start(session, arguments);
        run.WaitForExit();

        Assert.Equal(expected, run.ExitCode);
    }

    [Fact]
    public void Output_in_a_pipe_has_no_control_codes()
    {
        using var session = new OilsimSession();
        using var run = Start(
            session,
            "run",
            session.Scenario,
            "--out",
            session.Results,
            "--paths",
            "512",
            "--no-charts"
        );
        var output = run.StandardOutput.ReadToEnd();
        var error = run.StandardError.ReadToEnd();
        run.WaitForExit();

        Assert.Equal(0, run.ExitCode);
        Assert.DoesNotContain('\e', output);
        Assert.DoesNotContain('\e', error);
    }

    private static string Word => $"dotnet '{Path.Combine(AppContext.BaseDirectory, "oilsim.dll")}'";

    /// <summary>A process that heeds signals even where the tests run in the background of a script, which ignores SIGINT for its children.</summary>
    private static Process Start(OilsimSession session, params string[] arguments) =>
        Process.Start(Command(session, arguments))!;

    private static ProcessStartInfo Command(OilsimSession session, params string[] arguments) =>
        new(
            OperatingSystem.IsLinux() ? "env" : "dotnet",
            [
                .. OperatingSystem.IsLinux() ? ["--default-signal=INT,TERM", "dotnet"] : Array.Empty<string>(),
                Path.Combine(AppContext.BaseDirectory, "oilsim.dll"),
                .. arguments,
            ]
        )
        {
            UseShellExecute = false,
            WorkingDirectory = session.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

    private static (int ExitCode, string Output, string Error) Bash(string script)
    {
        using var shell = Process.Start(
            new ProcessStartInfo("bash", ["-c", script])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        var output = shell.StandardOutput.ReadToEnd();
        var error = shell.StandardError.ReadToEnd();
        shell.WaitForExit();
        return (shell.ExitCode, output, error);
    }
}
