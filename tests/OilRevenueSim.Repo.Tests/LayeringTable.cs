namespace OilRevenueSim.Repo.Tests;

/// <summary>The table of assemblies and the order of namespaces inside Core: what may see what.</summary>
internal static class LayeringTable
{
    /// <summary>Assemblies of src/, with the projects and the packages each may reference.</summary>
    public static IReadOnlyDictionary<string, AllowedReferences> Assemblies { get; } =
        new Dictionary<string, AllowedReferences>(StringComparer.Ordinal)
        {
            ["OilRevenueSim.Core"] = new([], []),
            ["OilRevenueSim.Scenarios"] = new(["OilRevenueSim.Core"], ["YamlDotNet", "CsvHelper"]),
            ["OilRevenueSim.Analysis"] = new(
                ["OilRevenueSim.Core"],
                [
                    "MathNet.Numerics",
                    "Deedle",
                    "FSharp.Core",
                    "Parquet.Net",
                    "Parquet",
                    "Apache.Arrow",
                    "Apache.Arrow.Compression",
                ]
            ),
            ["OilRevenueSim.Reporting"] = new(
                ["OilRevenueSim.Core", "OilRevenueSim.Analysis"],
                [
                    "ScottPlot",
                    "SkiaSharp",
                    "SkiaSharp.NativeAssets.Linux.NoDependencies",
                    "SkiaSharp.NativeAssets.Win32",
                    "SkiaSharp.NativeAssets.macOS",
                    "SkiaSharp.HarfBuzz",
                    "HarfBuzzSharp",
                    "DocumentFormat.OpenXml",
                ]
            ),
            ["OilRevenueSim"] = new(
                ["OilRevenueSim.Core", "OilRevenueSim.Scenarios", "OilRevenueSim.Analysis", "OilRevenueSim.Reporting"],
                ["Deedle", "FSharp.Core"]
            ),
            ["OilRevenueSim.Cli"] = new(
                [
                    "OilRevenueSim.Core",
                    "OilRevenueSim.Scenarios",
                    "OilRevenueSim.Analysis",
                    "OilRevenueSim.Reporting",
                    "OilRevenueSim",
                ],
                ["System.CommandLine", "Spectre.Console", "Spectre.Console.Ansi"]
            ),
        };

    /// <summary>Analyzers look at the source of every project and are no part of what it builds.</summary>
    public static IReadOnlyList<string> Analyzers { get; } =
    ["Meziantou.Analyzer", "Microsoft.CodeAnalysis.BannedApiAnalyzers", "Microsoft.CodeAnalysis.PublicApiAnalyzers"];

    /// <summary>
    /// Rank of each namespace of Core: a type may refer to its own namespace and to lower ranks. Hazards and
    /// conditions live in Control, so attacks, taps and interventions may name them (docs/adr/0005); otherwise the parts of
    /// the model do not see each other.
    /// </summary>
    public static IReadOnlyDictionary<string, int> CoreRanks { get; } =
        new Dictionary<string, int>(StringComparer.Ordinal)
        {
            ["Units"] = 0,
            ["Time"] = 1,
            ["RandomStreams"] = 2,
            ["Uncertainty"] = 3,
            ["Prices"] = 4,
            ["Control"] = 4,
            ["Production"] = 5,
            ["Markets"] = 5,
            ["Finance"] = 5,
            ["Interventions"] = 6,
            ["Model"] = 7,
            ["Simulation"] = 8,
        };
}

/// <summary>What an assembly may reference.</summary>
/// <param name="Projects">Assemblies of this repository.</param>
/// <param name="Packages">Packages, which are also the names of their assemblies unless they hold natives only.</param>
internal sealed record AllowedReferences(string[] Projects, string[] Packages);
