using OilRevenueSim.Analysis.FitReports;
using OilRevenueSim.Cli.Terminals;

namespace OilRevenueSim.Cli.Runs;

/// <summary>A study as an econometrician checks it and an analyst reads it.</summary>
internal static class FitReport
{
    /// <summary>Prints a study.</summary>
    public static void Print(Terminal terminal, PriceStudy study)
    {
        var output = terminal.Out;
        output.WriteLine(terminal.Strong($"{study.Source.History.Name}: {study.Source.Count}, {study.Source.Window}"));
        Section("How the prices were read", Indented(study.Treatments));
        Section("Does the price return to a level?", Indented(FitTables.MeanReversion(study)));
        Section("Parameters, by maximum likelihood", TextTable.Lines(FitTables.Parameters(study)));
        Section("Models (* smallest BIC of those that converged)", TextTable.Lines(FitTables.Criteria(study)));
        Section(
            "Residuals: standard normal, without memory, where a model holds (Jarque-Bera, Ljung-Box, Ljung-Box of squares)",
            TextTable.Lines(FitTables.Residuals(study))
        );
        if (study.Scores.Length > 0)
        {
            Section(
                "Forecasts out of sample: CRPS of the log price, less is better, below 0 is better than the other",
                TextTable.Lines(FitTables.Scores(study))
            );
        }

        List<string> remarks =
        [
            .. study.Fits.SelectMany(f => f.Remarks.Select(r => $"{FitNumbers.Name(f)}: {r}")),
            .. study
                .Refused.GroupBy(r => r.Reason)
                .Select(g => $"Not fitted: {string.Join(", ", g.Select(r => r.Word))}: {g.Key}"),
        ];
        if (remarks.Count > 0)
        {
            Section("Remarks", Indented(remarks));
        }

        output.WriteLine();
        if (study.Chosen is not { } chosen)
        {
            output.WriteLine("No model has converged; nothing is proposed for a scenario.");
            return;
        }

        output.WriteLine(terminal.Strong($"For a scenario: {FitNumbers.Name(chosen)}"));
        output.WriteLine($"  {study.Reason} Paste this block in place of the scenario's benchmarks:");
        if (study.Fits.Length > 1 && study.Scores.Length == 0)
        {
            output.WriteLine("  BIC judges one step ahead; for a horizon of months look at --score too.");
        }

        if (FitTables.Blocks(study) is { } blocks)
        {
            output.WriteLine($"  {blocks}");
        }

        output.WriteLine();
        output.Write(study.Block(chosen));

        void Section(string title, IEnumerable<string> lines)
        {
            output.WriteLine();
            output.WriteLine(terminal.Strong(title));
            foreach (var line in lines)
            {
                output.WriteLine(line);
            }
        }
    }

    private static IEnumerable<string> Indented(IEnumerable<string> sentences) => sentences.Select(s => "  " + s);
}
