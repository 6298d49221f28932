using System.Globalization;
using OilRevenueSim.Analysis.Fitting;

namespace OilRevenueSim.Analysis.FitReports;

/// <summary>Fits as a tidy table, <c>fit.csv</c>: one number a line.</summary>
/// <remarks>RFC 4180 with line feeds; numbers in the shortest form that reads back to the same bits; empty where there is none.</remarks>
public static class FitCsv
{
    /// <summary>First line of the file.</summary>
    public const string Header = "model,parameter,unit,statistic,value";

    /// <summary>Writes the fits.</summary>
    public static void Write(IEnumerable<PriceModelFit> fits, TextWriter writer)
    {
        writer.Write(Header + "\n");
        foreach (var fit in fits)
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

            void Line(string parameter, string unit, string statistic, double? value)
            {
                if (value is { } number)
                {
                    var text = double.IsFinite(number)
                        ? (number + 0.0).ToString("R", CultureInfo.InvariantCulture)
                        : "";
                    writer.Write($"{FitNumbers.Word(fit)},{parameter},{unit},{statistic},{text}\n");
                }
            }
        }
    }
}
