using System.Globalization;
using System.Text;
using OilRevenueSim.Cli.Terminals;
using OilRevenueSim.Core.RandomStreams;

namespace OilRevenueSim.Cli.Runs;

/// <summary>Invented daily prices to try <c>oilsim fit</c> with: Schwartz's model on weekdays, always the same.</summary>
internal static class ExamplePrices
{
    private const double LongRunUsd = 65.0;
    private const double HalfLifeYears = 1.0;
    private const double Volatility = 0.33;

    // Trading time: a weekend is no longer than a night, as the fits take it.
    private const double StepYears = 7.0 / (5.0 * 365.25);
    private const ulong Seed = 1;

    private static readonly DateOnly First = new(2010, 1, 4);
    private static readonly DateOnly Last = new(2024, 12, 31);

    /// <summary>Writes the file and says what comes next.</summary>
    /// <exception cref="InputException">The file exists, or its folder does not.</exception>
    public static int Write(Terminal terminal, string path)
    {
        if (Path.Exists(path))
        {
            throw new InputException($"{path} exists already and is left as it is; choose another name");
        }

        if (Path.GetDirectoryName(path) is { Length: > 0 } folder && !Directory.Exists(folder))
        {
            throw new InputException($"the folder {folder} does not exist; make it first, or choose another place");
        }

        File.WriteAllText(path, Text());
        terminal.Out.WriteLine(
            $"Wrote {path}: invented daily prices, {First:yyyy-MM-dd} to {Last:yyyy-MM-dd}, of a price that returns to {LongRunUsd:0} USD per barrel"
        );
        terminal.Out.WriteLine(
            $"(half-life {12.0 * HalfLifeYears:0} months, volatility {100.0 * Volatility:0} % a year). Next:"
        );
        terminal.Out.WriteLine($"  oilsim fit {(path.Contains(' ', StringComparison.Ordinal) ? $"\"{path}\"" : path)}");
        return ExitCode.Done;
    }

    /// <summary>The file's text.</summary>
    internal static string Text()
    {
        var text = new StringBuilder("date,price_usd_bbl\n");
        var stream = StreamName.Hash("fit/example");
        var kappa = Math.Log(2.0) / HalfLifeYears;
        var theta = Math.Log(LongRunUsd);
        var memory = Math.Exp(-kappa * StepYears);
        var deviation = Volatility * Math.Sqrt((1.0 - (memory * memory)) / (2.0 * kappa));
        var x = theta;
        for (var day = First; day <= Last; day = day.AddDays(1))
        {
            if (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
            {
                continue;
            }

            text.Append(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd},{Math.Exp(x):0.00}\n");
            Philox4x32.Draw(Seed, 0, (uint)(day.DayNumber - First.DayNumber), stream, out var u0, out var u1);
            var normal = Math.Sqrt(-2.0 * Math.Log(u0)) * Math.Cos(2.0 * Math.PI * u1);
            x = theta + (memory * (x - theta)) + (deviation * normal);
        }

        return text.ToString();
    }
}
