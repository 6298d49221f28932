using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim.Analysis.Manifests;

/// <summary>Text form of manifests and run logs: UTF-8, camelCase, line feeds, a final line feed.</summary>
public static class ManifestJson
{
    private static readonly ManifestJsonContext Context = new(Options(isIndented: true));
    private static readonly ManifestJsonContext OneLine = new(Options(isIndented: false));

    /// <summary>Writes a manifest.</summary>
    public static void Write(ResultManifest manifest, Stream stream)
    {
        JsonSerializer.Serialize(stream, manifest, Context.ResultManifest);
        stream.Write("\n"u8);
    }

    /// <summary>A manifest in one line, for the metadata of other files.</summary>
    public static string Line(ResultManifest manifest) => JsonSerializer.Serialize(manifest, OneLine.ResultManifest);

    /// <summary>Writes a run log.</summary>
    public static void Write(RunLog log, Stream stream)
    {
        JsonSerializer.Serialize(stream, log, Context.RunLog);
        stream.Write("\n"u8);
    }

    /// <summary>Reads a manifest.</summary>
    /// <exception cref="FormatException">The text is not a manifest of a form this version knows.</exception>
    public static ResultManifest Read(Stream stream)
    {
        try
        {
            var manifest = JsonSerializer.Deserialize(stream, Context.ResultManifest);
            return manifest is { Format: ResultManifest.CurrentFormat }
                ? manifest
                : throw new FormatException(
                    $"The manifest has form {manifest?.Format ?? 0}; this version reads form {ResultManifest.CurrentFormat}."
                );
        }
        catch (JsonException e)
        {
            throw new FormatException(
                e.LineNumber is { } line
                    ? $"The manifest is cut off or damaged in line {line + 1}."
                    : "The manifest lacks what every manifest has.",
                e
            );
        }
    }

    private static JsonSerializerOptions Options(bool isIndented) =>
        new()
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            WriteIndented = isIndented,
            NewLine = "\n",
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // files, not web pages: names stay readable
            Converters = { new JsonStringEnumConverter<SourceGrade>(JsonNamingPolicy.CamelCase) },
        };
}

[JsonSerializable(typeof(ResultManifest))]
[JsonSerializable(typeof(RunLog))]
internal sealed partial class ManifestJsonContext : JsonSerializerContext;
