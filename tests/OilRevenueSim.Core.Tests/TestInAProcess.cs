using System.Diagnostics;
using Xunit;

namespace OilRevenueSim.Core.Tests;

/// <summary>Runs a test of this assembly again in a process of its own, where instructions or libraries are switched off.</summary>
internal static class TestInAProcess
{
    /// <summary>Passes if the test passes there.</summary>
    /// <param name="of">Class of the test.</param>
    /// <param name="method">Its name.</param>
    /// <param name="environment">Variables of the process.</param>
    public static async Task Passes(Type of, string method, params (string Variable, string Value)[] environment)
    {
        var start = new ProcessStartInfo(Path.ChangeExtension(of.Assembly.Location, null))
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList = { "-noColor", "-method", $"{of.FullName}.{method}" },
        };
        if (OperatingSystem.IsWindows())
        {
            start.FileName += ".exe";
        }

        foreach (var (variable, value) in environment)
        {
            start.Environment[variable] = value;
        }

        using var process = Process.Start(start)!;
        var cancellation = TestContext.Current.CancellationToken;
        var error = process.StandardError.ReadToEndAsync(cancellation);
        var output = await process.StandardOutput.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        Assert.True(
            process.ExitCode == 0 && output.Contains("Total: 1, Errors: 0, Failed: 0", StringComparison.Ordinal),
            $"{string.Join(", ", environment)}: {output} {await error}"
        );
    }
}
