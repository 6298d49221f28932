using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using OilRevenueSim.Analysis.Manifests;

namespace OilRevenueSim.Analysis.Exports;

/// <summary>What a file says about itself: what it holds, in which units, and which run it comes from.</summary>
public static class Provenance
{
    /// <summary>Key of the table's name.</summary>
    public const string TableKey = "oilsim.table";

    /// <summary>Key of the manifest of the run, as in <c>manifest.json</c> without the list of outputs.</summary>
    public const string ManifestKey = "oilsim.manifest";

    /// <summary>Key of the units: a JSON object, column to unit.</summary>
    public const string UnitsKey = "oilsim.units";

    /// <summary>Key of the columns: a JSON list of objects with name, unit, description and what the column is about.</summary>
    public const string ColumnsKey = "oilsim.columns";

    private static readonly JsonWriterOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Metadata of a file, in a fixed order.</summary>
    internal static ImmutableArray<KeyValuePair<string, string>> Of(TableShape shape, ResultManifest? manifest) =>
        [
            new(TableKey, shape.Name),
            new(UnitsKey, Units(shape)),
            new(ColumnsKey, Columns(shape)),
            .. manifest is null ? [] : new KeyValuePair<string, string>[] { new(ManifestKey, Manifest(manifest)) },
        ];

    /// <summary>Metadata of a column.</summary>
    internal static IEnumerable<KeyValuePair<string, string>> Of(TableColumn column)
    {
        if (column.Unit.Length > 0)
        {
            yield return new("unit", column.Unit);
        }

        yield return new("description", column.Description);
        foreach (var about in column.About)
        {
            yield return about;
        }
    }

    /// <summary>Manifest of the run that a file comes from.</summary>
    /// <exception cref="FormatException">The text is not a manifest of a form this version knows.</exception>
    internal static ResultManifest ReadManifest(string json) =>
        ManifestJson.Read(new MemoryStream(Encoding.UTF8.GetBytes(json)));

    private static string Manifest(ResultManifest manifest)
    {
        using var stream = new MemoryStream();
        ManifestJson.Write(manifest with { Outputs = [] }, stream);
        return Encoding.UTF8.GetString(stream.ToArray()).TrimEnd();
    }

    private static string Units(TableShape shape) =>
        Json(writer =>
        {
            writer.WriteStartObject();
            foreach (var column in shape.Columns.Where(c => c.Unit.Length > 0))
            {
                writer.WriteString(column.Name, column.Unit);
            }

            writer.WriteEndObject();
        });

    private static string Columns(TableShape shape) =>
        Json(writer =>
        {
            writer.WriteStartArray();
            foreach (var column in shape.Columns)
            {
                writer.WriteStartObject();
                writer.WriteString("name", column.Name);
                foreach (var (key, value) in Of(column))
                {
                    writer.WriteString(key, value);
                }

                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        });

    private static string Json(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Readable))
        {
            write(writer);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
