using OilRevenueSim.Cli.Commands;
using OilRevenueSim.Cli.Terminals;

namespace OilRevenueSim.Cli.Tests;

/// <summary>What a command line gave.</summary>
internal sealed record SessionResult(int ExitCode, string Out, string Error);

/// <summary>A folder of its own with the small scenario in it, and <c>oilsim</c> run inside this process.</summary>
internal sealed class OilsimSession : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("oilsim-cli-");

    public OilsimSession()
    {
        File.Copy(Checkout.PathOf("tests/OilRevenueSim.Cli.Tests/Examples/minimal.yaml"), Scenario);
    }

    /// <summary>Absolute path of the folder.</summary>
    public string Folder => folder.FullName;

    /// <summary>Copy of the small scenario, free to change.</summary>
    public string Scenario => PathOf("minimal.yaml");

    /// <summary>Folder of all results.</summary>
    public string Results => PathOf("results");

    /// <summary>Folder of the result of <see cref="Scenario"/>.</summary>
    public string Result => PathOf("results/minimal/base");

    public string PathOf(string name) => Path.Combine(folder.FullName, name);

    /// <summary>Text of a file of the result.</summary>
    public string ResultText(string name) => File.ReadAllText(Path.Combine(Result, name));

    /// <summary>Changes the small scenario.</summary>
    public void Edit(string from, string to)
    {
        var text = File.ReadAllText(Scenario);
        Assert.Contains(from, text, StringComparison.Ordinal);
        File.WriteAllText(Scenario, text.Replace(from, to, StringComparison.Ordinal));
    }

    /// <summary>Runs a command line as given.</summary>
    public SessionResult Type(params string[] args) => Type(CancellationToken.None, args);

    /// <inheritdoc cref="Type(string[])"/>
    public SessionResult Type(CancellationToken interrupted, params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = Oilsim.Run(
            args,
            new Terminal
            {
                Out = output,
                Error = error,
                Interrupted = interrupted,
                Time = new StoppedClock(),
            }
        );
        return new SessionResult(exitCode, Neutral(output), Neutral(error));
    }

    /// <summary>Runs the small scenario with few paths, unless told how many, and no charts.</summary>
    public SessionResult Run(params string[] more)
    {
        string[] paths = more.Contains("--paths") ? [] : ["--paths", "512"];
        return Type(["run", Scenario, "--out", Results, "--no-charts", .. paths, .. more]);
    }

    /// <inheritdoc />
    public void Dispose() => folder.Delete(recursive: true);

    private string Neutral(StringWriter written) =>
        written.ToString().ReplaceLineEndings("\n").Replace(Folder, "FOLDER", StringComparison.Ordinal);

    /// <summary>On a busy machine a run may last so long that it says how far it has come; not in these tests.</summary>
    private sealed class StoppedClock : TimeProvider
    {
        public override long GetTimestamp() => 0;
    }
}
