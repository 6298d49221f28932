using OilRevenueSim.Analysis.FitReports;
using OilRevenueSim.Analysis.Fitting;
using OilRevenueSim.Cli.Terminals;

namespace OilRevenueSim.Cli.Runs;

/// <summary>The band in which options expect a price to lie, as the US EIA publishes it.</summary>
internal static class ImpliedBandReport
{
    private static readonly double[] Probabilities = [0.5, 0.9, 0.95];

    /// <summary>Prints the band and returns the exit code.</summary>
    /// <exception cref="InputException">A number is out of range.</exception>
    public static int Print(Terminal terminal, double futuresUsd, double volatility, double days)
    {
        var output = terminal.Out;
        try
        {
            ImpliedBand[] bands = [.. Probabilities.Select(p => ImpliedBand.Of(futuresUsd, volatility, days, p))];
            output.WriteLine(
                terminal.Strong(
                    $"A future at {FitNumbers.Text(futuresUsd, 4)} USD per barrel, implied volatility {FitNumbers.Text(100.0 * volatility)} %, {FitNumbers.Text(days)} days"
                )
            );
            output.WriteLine();
            foreach (
                var line in TextTable.Lines([
                    ["probability", "USD per barrel"],
                    .. bands.Select(Row),
                ])
            )
            {
                output.WriteLine(line);
            }

            output.WriteLine();
            output.WriteLine(
                "futures · exp(±z · volatility · √(days/365)), a lognormal random walk; the US EIA publishes the 95 % band so in"
            );
            output.WriteLine(
                "its Short-Term Energy Outlook. It is what options cost, risk premium included, and no forecast of this program."
            );
            output.WriteLine();
            output.WriteLine("As a quantity of a scenario (a to b is a 90 % interval):");
            output.WriteLine($"  {FitNumbers.Text(bands[1].LowUsd)} to {FitNumbers.Text(bands[1].HighUsd)} USD/bbl");
        }
        catch (PriceFitException e)
        {
            var option = e.Argument switch
            {
                "futuresUsd" => "--futures",
                "volatility" => "--implied-vol",
                _ => "--days",
            };
            throw new InputException(e.Message.Replace(e.Argument, option, StringComparison.Ordinal));
        }

        return ExitCode.Done;
    }

    private static string[] Row(ImpliedBand band) =>
        [$"{100.0 * band.Probability:0} %", FitNumbers.Interval(band.LowUsd, band.HighUsd)];
}
