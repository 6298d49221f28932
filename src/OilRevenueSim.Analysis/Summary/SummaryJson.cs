using System.Text.Encodings.Web;
using System.Text.Json;

namespace OilRevenueSim.Analysis.Summary;

/// <summary>The nested form of a summary, <c>summary.json</c>: course → series → period → statistic.</summary>
/// <remarks>
/// Same content and order as <c>summary.csv</c>. A statistic is <c>{ "value", "low", "high" }</c>; <c>low</c> and <c>high</c> are
/// left out where there is no interval; <c>p_over</c> is a list with one entry a threshold. UTF-8, line feeds.
/// </remarks>
public static class SummaryJson
{
    internal static JsonWriterOptions WriterOptions { get; } =
        new()
        {
            Indented = true,
            IndentSize = 1,
            NewLine = "\n",
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // files, not web pages: names stay readable
        };

    /// <summary>Writes rows; rows of one course, series and period must stand together, as in <see cref="SummaryTable"/>.</summary>
    public static void Write(IEnumerable<SummaryRow> rows, Stream stream)
    {
        using (var json = new Utf8JsonWriter(stream, WriterOptions))
        {
            json.WriteStartObject();
            json.WriteStartArray("courses");
            foreach (var course in Runs(rows, r => r.Course))
            {
                json.WriteStartObject();
                json.WriteString("course", course[0].Course);
                json.WriteStartArray("series");
                foreach (var series in Runs(course, r => (r.Actor, r.Place, r.Channel, r.Quantity)))
                {
                    WriteSeries(json, series);
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        stream.Write("\n"u8);
    }

    private static void WriteSeries(Utf8JsonWriter json, List<SummaryRow> series)
    {
        var first = series[0];
        json.WriteStartObject();
        WriteIfAny(json, "actor", first.Actor);
        WriteIfAny(json, "place", first.Place);
        WriteIfAny(json, "channel", first.Channel);
        json.WriteString("quantity", first.Quantity);
        json.WriteString("unit", first.Unit);
        json.WriteStartObject("periods");
        foreach (var period in Runs(series, r => r.Period))
        {
            json.WriteStartObject(period[0].Period);
            foreach (var statistic in Runs(period, r => r.Statistic))
            {
                WriteStatistic(json, statistic);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteStatistic(Utf8JsonWriter json, List<SummaryRow> rows)
    {
        json.WritePropertyName(rows[0].Statistic);
        var isList = rows[0].Threshold is not null;
        if (isList)
        {
            json.WriteStartArray();
        }

        foreach (var row in rows)
        {
            json.WriteStartObject();
            WriteIfAny(json, "threshold", row.Threshold);
            json.WriteNumber("value", row.Value + 0.0);
            WriteIfAny(json, "low", row.Low);
            WriteIfAny(json, "high", row.High);
            json.WriteEndObject();
        }

        if (isList)
        {
            json.WriteEndArray();
        }
    }

    private static void WriteIfAny(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }

    private static void WriteIfAny(Utf8JsonWriter json, string name, double? number)
    {
        if (number is { } value)
        {
            json.WriteNumber(name, value + 0.0);
        }
    }

    // Splits a sequence into runs of neighbours with one key.
    private static IEnumerable<List<SummaryRow>> Runs<TKey>(IEnumerable<SummaryRow> rows, Func<SummaryRow, TKey> keyOf)
    {
        List<SummaryRow>? run = null;
        foreach (var row in rows)
        {
            if (run is not null && !EqualityComparer<TKey>.Default.Equals(keyOf(run[0]), keyOf(row)))
            {
                yield return run;
                run = null;
            }

            (run ??= []).Add(row);
        }

        if (run is not null)
        {
            yield return run;
        }
    }
}
