using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using OilRevenueSim.Analysis.Manifests;
using OilRevenueSim.Analysis.Results;

namespace OilRevenueSim;

/// <summary>What a sweep varied and reported, <c>sweep.json</c> in its result, so that it can be made again.</summary>
/// <param name="Design">Name of a <see cref="DesignKind"/>.</param>
/// <param name="Axes">Axes as <c>--vary</c> takes them.</param>
/// <param name="Points">Points of a Latin hypercube or of Sobol'.</param>
/// <param name="Quantities">Quantities reported.</param>
/// <param name="Actors">Actors; empty for the focus.</param>
/// <param name="Statistics">Statistics reported.</param>
internal sealed record SavedSweep(
    string Design,
    ImmutableArray<string> Axes,
    int? Points,
    ImmutableArray<string> Quantities,
    ImmutableArray<string> Actors,
    ImmutableArray<string> Statistics
)
{
    /// <summary>Name of the file.</summary>
    public const string Name = "sweep.json";

    /// <summary>Writes it into a result.</summary>
    public static void Write(ResultFolder folder, SweepResult sweep)
    {
        var design = sweep.Design;
        var saved = new SavedSweep(
            design.Kind.ToString(),
            [.. design.Axes.Select(a => a.ToString())],
            design.Points,
            sweep.Options.Quantities,
            sweep.Options.Actors,
            sweep.Options.Statistics
        );
        folder.Write(
            Name,
            stream =>
            {
                JsonSerializer.Serialize(stream, saved, SavedSweepContext.Default.SavedSweep);
                stream.Write("\n"u8);
            }
        );
    }

    /// <summary>Reads it.</summary>
    /// <exception cref="FormatException">The text is none.</exception>
    public static SavedSweep Read(Stream stream)
    {
        try
        {
            return JsonSerializer.Deserialize(stream, SavedSweepContext.Default.SavedSweep)
                ?? throw new FormatException("It says nothing.");
        }
        catch (JsonException e)
        {
            throw new FormatException(e.Message, e);
        }
    }

    /// <summary>What was varied.</summary>
    /// <exception cref="FormatException">An axis cannot be read.</exception>
    public Design DesignOf()
    {
        Axis[] axes = [.. Axes.Select(Axis.Parse)];
        return Enum.Parse<DesignKind>(Design) switch
        {
            DesignKind.OneAtATime => OilRevenueSim.Design.OneAtATime(axes),
            DesignKind.LatinHypercube => OilRevenueSim.Design.LatinHypercube(Points!.Value, axes),
            DesignKind.Sobol => OilRevenueSim.Design.Sobol(Points!.Value, axes),
            _ => OilRevenueSim.Design.Factorial(axes),
        };
    }

    /// <summary>How it was run; threads and cache do not change it.</summary>
    public SweepOptions OptionsOf(ResultManifest manifest, string? cache) =>
        new()
        {
            Paths = manifest.Paths,
            Seed = manifest.Seed,
            Courses = [.. manifest.Course.Split(',')],
            Quantities = Quantities,
            Actors = Actors,
            Statistics = Statistics,
            Cache = cache,
            MostCells = int.MaxValue,
        };
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    WriteIndented = true,
    NewLine = "\n"
)]
[JsonSerializable(typeof(SavedSweep))]
internal sealed partial class SavedSweepContext : JsonSerializerContext;
