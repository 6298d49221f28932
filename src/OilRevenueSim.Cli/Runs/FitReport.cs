using OilRevenueSim.Analysis.FitReports;
using OilRevenueSim.Analysis.Fitting;
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
        Section("How the prices were read", study.Treatments.Select(t => "  " + t));
        var withBootstrap = study.Fits.Any(f => f.Parameters.Any(p => p.BootstrapError is not null));
        Section(
            "Parameters, by maximum likelihood",
            TextTable.Lines([
                ParameterHead(withBootstrap),
                .. study.Fits.SelectMany(f => ParameterRows(f, withBootstrap)),
            ])
        );
        Section("Models", TextTable.Lines([ModelHead, .. study.Fits.Select(f => ModelRow(f, study.Chosen))]));
        List<string> remarks =
        [
            .. study.Fits.SelectMany(f => f.Remarks.Select(r => $"  {FitNumbers.Name(f)}: {r}")),
            .. study.Refused.Select(r => $"  {r.Word} is not fitted: {r.Reason}"),
        ];
        if (remarks.Count > 0)
        {
            Section("Remarks", remarks);
        }

        output.WriteLine();
        if (study.Chosen is not { } chosen)
        {
            output.WriteLine("No model has converged; nothing is proposed for a scenario.");
            return;
        }

        output.WriteLine(terminal.Strong($"For a scenario: {FitNumbers.Name(chosen)}"));
        output.WriteLine($"  {study.Reason}");
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

    private static string[] ModelHead => ["model", "parameters", "log-likelihood", "AIC", "BIC", "converged"];

    private static string[] ModelRow(PriceModelFit fit, PriceModelFit? chosen) =>
        [
            FitNumbers.Name(fit),
            $"{fit.Parameters.Length}",
            Criterion(fit.LogLikelihood),
            Criterion(fit.Aic) + (FitModel.IsOfFutures(fit) ? " (with futures)" : ""),
            Criterion(fit.Bic) + (fit == chosen ? " *" : ""),
            fit.Converged ? "yes" : "no",
        ];

    private static string[] ParameterHead(bool withBootstrap) =>
        withBootstrap
            ? ["model", "parameter", "estimate", "std. error", "bootstrap", "90 % interval", "unit"]
            : ["model", "parameter", "estimate", "std. error", "90 % interval", "unit"];

    private static IEnumerable<string[]> ParameterRows(PriceModelFit fit, bool withBootstrap) =>
        fit.Parameters.Select(
            (p, i) =>
                (string[])
                    [
                        i == 0 ? FitNumbers.Name(fit) : "",
                        p.Key,
                        FitNumbers.Text(p.Estimate),
                        FitNumbers.Text(p.StandardError),
                        .. withBootstrap ? new[] { FitNumbers.Text(p.BootstrapError ?? double.NaN) } : [],
                        FitNumbers.Interval(p.Low, p.High),
                        p.Unit,
                    ]
        );

    private static string Criterion(double value) =>
        double.IsFinite(value)
            ? value.ToString("0.0").Replace("-", "−", StringComparison.Ordinal)
            : FitNumbers.Text(value);
}
