using OilRevenueSim.Cli.Terminals;

namespace OilRevenueSim.Cli.Runs;

/// <summary>The band in which options expect a future to end.</summary>
internal static class ImpliedBandReport
{
    /// <summary>Prints the band and returns the exit code.</summary>
    public static int Print(Terminal terminal, double futuresUsd, double volatility, double days)
    {
        terminal.Out.WriteLine($"{futuresUsd} {volatility} {days}");
        return ExitCode.Done;
    }
}
