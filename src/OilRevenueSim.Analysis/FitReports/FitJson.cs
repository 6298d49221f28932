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
            json.WriteStartArray("models");
            foreach (var fit in study.Fits)
            {
                WriteFit(json, fit);
            }

            json.WriteEndArray();
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
        json.WriteStartArray("remarks");
        foreach (var remark in fit.Remarks)
        {
            json.WriteStringValue(remark);
        }

        json.WriteEndArray();
        json.WriteEndObject();

        void Number(string name, double? value)
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
}
