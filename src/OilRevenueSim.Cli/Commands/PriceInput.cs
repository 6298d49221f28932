using OilRevenueSim.Cli.Terminals;
using OilRevenueSim.Scenarios;
using OilRevenueSim.Scenarios.PriceHistories;

namespace OilRevenueSim.Cli.Commands;

/// <summary>Reads the file of prices that a command was given and says what is wrong with it.</summary>
internal static class PriceInput
{
    /// <summary>Reads a file of prices; every finding goes to the error output.</summary>
    /// <exception cref="InputException">It has errors.</exception>
    public static PriceHistoryReading Read(Terminal terminal, string path, PriceHistoryOptions options)
    {
        if (string.IsNullOrWhiteSpace(path))
        {
            throw new InputException("the file of prices needs a name, such as prices.csv");
        }

        var reading = PriceHistoryReader.Read(path, options);
        foreach (var diagnostic in reading.Diagnostics)
        {
            terminal.Error.WriteLine(diagnostic.Render());
        }

        if (reading.History is null)
        {
            var errors = reading.Diagnostics.Count(d => d.Severity == Severity.Error);
            throw new InputException($"{path} cannot be fitted: {Wording.Count(errors, "error")}");
        }

        return reading;
    }
}
