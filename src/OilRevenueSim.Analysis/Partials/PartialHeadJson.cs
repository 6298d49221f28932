using System.Text.Json;
using System.Text.Json.Serialization;
using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim.Analysis.Partials;

/// <summary>Text form of the head of a partial result.</summary>
internal static class PartialHeadJson
{
    private static readonly PartialHeadJsonContext Context = new(
        new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Converters = { new JsonStringEnumConverter<SourceGrade>(JsonNamingPolicy.CamelCase) },
        }
    );

    public static byte[] Bytes(PartialHead head) => JsonSerializer.SerializeToUtf8Bytes(head, Context.PartialHead);

    /// <exception cref="FormatException">It is none.</exception>
    public static PartialHead Read(byte[] json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, Context.PartialHead) is { Courses.IsDefaultOrEmpty: false } head
                ? head
                : throw new FormatException("The partial result has no course.");
        }
        catch (JsonException e)
        {
            throw new FormatException($"Not the head of a partial result: {e.Message}", e);
        }
    }
}

[JsonSerializable(typeof(PartialHead))]
internal sealed partial class PartialHeadJsonContext : JsonSerializerContext;
