using OilRevenueSim.Analysis.Exports;
using OilRevenueSim.Analysis.Fitting;

namespace OilRevenueSim.Analysis.FitReports;

/// <summary>Fits as a tidy table, <c>fit.csv</c>: one number a line.</summary>
/// <remarks>RFC 4180 with line feeds; numbers in the shortest form that reads back to the same bits; empty where there is none.</remarks>
public static class FitCsv
{
    /// <summary>First line of the file.</summary>
    public const string Header = "model,parameter,unit,statistic,value";

    /// <summary>Writes a study.</summary>
    public static void Write(PriceStudy study, TextWriter writer)
    {
        writer.Write(Header + "\n");
        Write(writer, "", "", "", "dickey_fuller_t", study.UnitRoot.Statistic);
        Write(writer, "", "", "", "dickey_fuller_critical_5", study.UnitRoot.Critical5);
        Write(writer, "", "", "", "dickey_fuller_p", study.UnitRoot.PValue);
        foreach (var fit in study.Fits)
        {
            foreach (var parameter in fit.Parameters)
            {
                Parameter("estimate", parameter.Estimate);
                Parameter("uncorrected", parameter.Uncorrected);
                Parameter("standard_error", parameter.StandardError);
                Parameter("bootstrap_error", parameter.BootstrapError);
                Parameter("low_90", parameter.Low);
                Parameter("high_90", parameter.High);

                void Parameter(string statistic, double? value) =>
                    Line(parameter.Key, parameter.Unit, statistic, value);
            }

            Line("", "", "log_likelihood", fit.LogLikelihood);
            Line("", "", "aic", fit.Aic);
            Line("", "", "bic", fit.Bic);
            Line("", "", "observations", fit.Observations);
            Line("", "", "converged", fit.Converged ? 1.0 : 0.0);
            var residuals = FitTables.Diagnostics(fit);
            Line("", "", "residual_skewness", residuals.Skewness);
            Line("", "", "residual_excess_kurtosis", residuals.ExcessKurtosis);
            Line("", "", "jarque_bera_p", residuals.JarqueBera.PValue);
            Line("", "", "ljung_box_p", residuals.LjungBox.PValue);
            Line("", "", "ljung_box_squares_p", residuals.LjungBoxOfSquares.PValue);

            void Line(string parameter, string unit, string statistic, double? value) =>
                Write(writer, FitNumbers.Word(fit), parameter, unit, statistic, value);
        }

        foreach (var score in study.Scores)
        {
            var model = FitNumbers.Word(score);
            var steps = $"{score.HorizonSteps}_steps";
            Write(writer, model, "", "", $"crps_{steps}", score.Crps);
            Write(writer, model, "", "", $"crps_less_no_change_{steps}", score.OverNoChange.Mean);
            Write(writer, model, "", "", $"crps_less_no_change_error_{steps}", score.OverNoChange.StandardError);
            Write(writer, model, "", "", $"crps_less_random_walk_{steps}", score.OverRandomWalk.Mean);
            Write(writer, model, "", "", $"crps_less_random_walk_error_{steps}", score.OverRandomWalk.StandardError);
        }
    }

    private static void Write(
        TextWriter writer,
        string model,
        string parameter,
        string unit,
        string statistic,
        double? value
    )
    {
        if (value is { } number)
        {
            var text = double.IsFinite(number) ? CsvLine.Text(number) : "";
            writer.Write($"{model},{parameter},{unit},{statistic},{text}\n");
        }
    }
}
