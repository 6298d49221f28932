using System.Text.Json;
using OilRevenueSim.Analysis.Fitting;
using OilRevenueSim.Analysis.Summary;

namespace OilRevenueSim.Analysis.FitReports;

/// <summary>A study as JSON, <c>fit.json</c>: what was read, how it was treated, every fit. Infinite and missing numbers are null.</summary>
public static class FitJson
{
    /// <summary>Writes a study.</summary>
    public static void Write(PriceStudy study, Stream stream)
    {
        using (var json = new Utf8JsonWriter(stream, SummaryJson.WriterOptions))
        {
            json.WriteStartObject();
            WriteSource(json, study);
            WriteUnitRoot(json, study.UnitRoot);
            json.WriteStartArray("models");
            foreach (var fit in study.Fits)
            {
                WriteFit(json, fit);
            }

            json.WriteEndArray();
            WriteScores(json, study);
            json.WriteString("chosen", study.Chosen is { } chosen ? FitNumbers.Word(chosen) : null);
            json.WriteString("reason", study.Chosen is null ? null : study.Reason);
            json.WriteEndObject();
        }

        stream.Write("\n"u8);
    }

    private static void WriteSource(Utf8JsonWriter json, PriceStudy study)
    {
        var source = study.Source;
        json.WriteString("engine_version", source.EngineVersion);
        json.WriteString("file", source.History.Name);
        json.WriteString("column", source.Column);
        json.WriteString("first", FitSource.Day(source.First));
        json.WriteString("last", FitSource.Day(source.Last));
        json.WriteNumber("prices", source.History.Dates.Length);
        json.WriteString("spacing", source.Spacing);
        json.WriteString("values", source.History.Meaning.ToString() == "Point" ? "point" : "average");
        json.WriteStartArray("treatments");
        foreach (var treatment in study.Treatments)
        {
            json.WriteStringValue(treatment);
        }

        json.WriteEndArray();
    }

    private static void WriteFit(Utf8JsonWriter json, PriceModelFit fit)
    {
        json.WriteStartObject();
        json.WriteString("model", FitNumbers.Word(fit));
        json.WriteBoolean("converged", fit.Converged);
        json.WriteNumber("observations", fit.Observations);
        Number("log_likelihood", fit.LogLikelihood);
        Number("aic", fit.Aic);
        Number("bic", fit.Bic);
        json.WriteStartArray("parameters");
        foreach (var parameter in fit.Parameters)
        {
            json.WriteStartObject();
            json.WriteString("key", parameter.Key);
            json.WriteString("unit", parameter.Unit);
            Number("estimate", parameter.Estimate);
            Number("uncorrected", parameter.Uncorrected);
            Number("standard_error", parameter.StandardError);
            Number("bootstrap_error", parameter.BootstrapError);
            Number("low_90", parameter.Low);
            Number("high_90", parameter.High);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("correlations");
        foreach (var (first, second, correlation) in fit.Correlations)
        {
            json.WriteStartArray();
            json.WriteStringValue(first);
            json.WriteStringValue(second);
            json.WriteNumberValue(correlation + 0.0);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        WriteResiduals(json, FitTables.Diagnostics(fit));
        json.WriteStartArray("remarks");
        foreach (var remark in fit.Remarks)
        {
            json.WriteStringValue(remark);
        }

        json.WriteEndArray();
        json.WriteEndObject();

        void Number(string name, double? value) => WriteNumber(json, name, value);
    }

    private static void WriteUnitRoot(Utf8JsonWriter json, UnitRootTest test)
    {
        json.WriteStartObject("unit_root");
        WriteNumber(json, "dickey_fuller_t", test.Statistic);
        WriteNumber(json, "critical_5", test.Critical5);
        WriteNumber(json, "p", test.PValue);
        json.WriteNumber("lags", test.Lags);
        json.WriteString("verdict", test.Verdict);
        json.WriteEndObject();
    }

    private static void WriteResiduals(Utf8JsonWriter json, ResidualDiagnostics residuals)
    {
        json.WriteStartObject("residuals");
        WriteNumber(json, "standard_deviation", residuals.StandardDeviation);
        WriteNumber(json, "skewness", residuals.Skewness);
        WriteNumber(json, "excess_kurtosis", residuals.ExcessKurtosis);
        WriteTest("jarque_bera", residuals.JarqueBera);
        WriteTest("ljung_box", residuals.LjungBox);
        WriteTest("ljung_box_squares", residuals.LjungBoxOfSquares);
        json.WriteEndObject();

        void WriteTest(string name, TestStatistic test)
        {
            json.WriteStartObject(name);
            WriteNumber(json, "value", test.Value);
            json.WriteNumber("degrees", test.Degrees);
            WriteNumber(json, "p", test.PValue);
            json.WriteEndObject();
        }
    }

    private static void WriteScores(Utf8JsonWriter json, PriceStudy study)
    {
        json.WriteStartArray("scores");
        foreach (var score in study.Scores)
        {
            json.WriteStartObject();
            json.WriteString("model", FitNumbers.Word(score));
            json.WriteNumber("horizon_steps", score.HorizonSteps);
            json.WriteNumber("forecasts", score.Origins);
            WriteNumber(json, "crps", score.Crps);
            WriteNumber(json, "no_change_crps", score.NoChangeCrps);
            WriteNumber(json, "random_walk_crps", score.RandomWalkCrps);
            WriteNumber(json, "less_no_change", score.OverNoChange.Mean);
            WriteNumber(json, "less_no_change_error", score.OverNoChange.StandardError);
            WriteNumber(json, "less_random_walk", score.OverRandomWalk.Mean);
            WriteNumber(json, "less_random_walk_error", score.OverRandomWalk.StandardError);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number && double.IsFinite(number))
        {
            json.WriteNumber(name, number + 0.0);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
