using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace OilRevenueSim.Analysis.Exports;

/// <summary>What stands beside a CSV and says its columns, units and provenance: the W3C's metadata vocabulary for tabular data.</summary>
/// <remarks>Source: W3C Recommendation "Metadata Vocabulary for Tabular Data", 17 December 2015.</remarks>
internal static class CsvMetadata
{
    public static string Of(string fileName, TableShape shape, IEnumerable<KeyValuePair<string, string>> provenance)
    {
        using var stream = new MemoryStream();
        using (
            var writer = new Utf8JsonWriter(
                stream,
                new JsonWriterOptions
                {
                    Indented = true,
                    NewLine = "\n",
                    Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
                }
            )
        )
        {
            writer.WriteStartObject();
            writer.WriteString("@context", "http://www.w3.org/ns/csvw");
            writer.WriteString("url", fileName);
            writer.WriteStartObject("tableSchema");
            writer.WriteStartArray("columns");
            foreach (var column in shape.Columns)
            {
                WriteColumn(writer, column);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
            writer.WriteString(Provenance.TableKey, shape.Name);
            foreach (var manifest in provenance.Where(p => p.Key == Provenance.ManifestKey))
            {
                writer.WritePropertyName(manifest.Key);
                writer.WriteRawValue(manifest.Value);
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void WriteColumn(Utf8JsonWriter writer, TableColumn column)
    {
        writer.WriteStartObject();
        writer.WriteString("name", column.Name);
        writer.WriteString("titles", column.Name);
        writer.WriteString(
            "datatype",
            column.Type switch
            {
                ColumnType.Text => "string",
                ColumnType.Number => "double",
                _ => "integer",
            }
        );
        foreach (var (key, value) in Provenance.Of(column))
        {
            writer.WriteString(key == "description" ? "dc:description" : $"oilsim.{key}", value);
        }

        writer.WriteEndObject();
    }
}
