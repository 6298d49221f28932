using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace OilRevenueSim.Analysis.Manifests;

/// <summary>The name of a run that fits into the foot of a chart.</summary>
/// <remarks>
/// The first ten hexadecimal digits of the SHA-256 over all that determines the run's numbers: content hash of the scenario, course, what
/// was set or varied, seed, paths, replicates, sampling, version of the engine. Forty bits: among a thousand runs two share a name with a
/// probability of 5 in ten million.
/// </remarks>
internal static class ShortId
{
    private const int Digits = 10;

    public static string Of(ResultManifest run)
    {
        string[] parts =
        [
            run.ContentHash,
            run.Course,
            .. run.Overrides.IsDefault ? [] : run.Overrides, // none in older manifests
            .. run.Varied ?? [],
            .. run.Design is { } design ? (string[])[design] : [],
            run.Seed.ToString(CultureInfo.InvariantCulture),
            run.Paths.ToString(CultureInfo.InvariantCulture),
            Math.Max(1, run.Replicates).ToString(CultureInfo.InvariantCulture),
            run.Sampling ?? SamplingName.All[0],
            run.EngineVersion,
        ];
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))))[..Digits];
    }
}
