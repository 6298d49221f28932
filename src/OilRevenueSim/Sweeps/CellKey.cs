using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim;

/// <summary>All that determines the numbers of a cell.</summary>
internal sealed record CellKey
{
    /// <summary>Content hash of the cell's scenario.</summary>
    public required string ContentHash { get; init; }

    /// <summary>Course.</summary>
    public required string Course { get; init; }

    /// <summary>Seed.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Paths.</summary>
    public required long Paths { get; init; }

    /// <summary>Series that are kept.</summary>
    public required ImmutableArray<SeriesKey> Series { get; init; }

    /// <summary>The key in full, as it stands in the file: a file whose text differs is another cell's.</summary>
    public string Text =>
        string.Join(
            '\n',
            [
                $"engine {Ensemble.EngineVersion}",
                $"scenario {ContentHash}",
                $"course {Course}",
                $"seed {Seed}",
                $"paths {Paths}",
                "sampling random",
                .. Series.Select(s => $"series {SeriesChoice.Say(s)}"),
            ]
        );

    /// <summary>SHA-256 of <see cref="Text"/>, lower-case hex: the name of the file.</summary>
    public string Name => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));
}
