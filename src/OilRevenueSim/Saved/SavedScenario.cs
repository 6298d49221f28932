using System.Collections.Immutable;
using System.Text;
using OilRevenueSim.Analysis.Manifests;
using OilRevenueSim.Analysis.Results;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Scenarios;

namespace OilRevenueSim;

/// <summary>The scenario of a result: its text, with the values that were set, in the folder of the result, so that the result can be made again.</summary>
/// <remarks>
/// <c>scenario/NAME.yaml</c>, and beside it the files that it names. It is read back to the same content hash, and runs as it stands:
/// <c>oilsim run RESULT/scenario/NAME.yaml</c>.
/// </remarks>
public static class SavedScenario
{
    /// <summary>Folder inside that of the result.</summary>
    public const string Folder = "scenario";

    /// <summary>Writes the text into a result that is being written.</summary>
    /// <param name="folder">Result.</param>
    /// <param name="scenario">Scenario as it was run.</param>
    /// <exception cref="ResultFolderException">It could not be written.</exception>
    public static void Write(ResultFolder folder, Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(scenario);
        var written = ScenarioChanges.Written(scenario);
        WriteText(FileOf(scenario.Name), written.Yaml);
        foreach (var (name, text) in written.Files)
        {
            WriteText($"{Folder}/{name}", text);
        }

        void WriteText(string name, string text) =>
            folder.Write(name, stream => stream.Write(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>Writes the text of a sweep's scenario, and what was varied.</summary>
    /// <param name="folder">Result.</param>
    /// <param name="sweep">Sweep.</param>
    /// <exception cref="ResultFolderException">It could not be written.</exception>
    public static void Write(ResultFolder folder, SweepResult sweep)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        Write(folder, sweep.Scenario);
        SavedSweep.Write(folder, sweep);
    }

    /// <summary>File of the text in a result, with forward slashes.</summary>
    /// <param name="scenario">Name of the scenario.</param>
    public static string FileOf(string scenario) => $"{Folder}/{scenario}.yaml";

    /// <summary>The scenario that a text means, with what its first reading found.</summary>
    /// <param name="yaml">Text.</param>
    /// <param name="files">Texts of the files that it names.</param>
    /// <param name="manifest">What was run.</param>
    /// <returns>The scenario, or null where it is not the one that was run; then the findings say more.</returns>
    public static (Scenario? Scenario, ImmutableArray<Diagnostic> Findings) Read(
        string yaml,
        IReadOnlyDictionary<string, string> files,
        ResultManifest manifest
    )
    {
        ArgumentNullException.ThrowIfNull(manifest);
        var reading = ScenarioReader.ReadText(yaml, $"{manifest.Scenario}.yaml", included: files);
        var isSame = reading.Scenario?.ContentHash == manifest.ContentHash;
        return (
            isSame
                ? reading.Scenario! with
                {
                    Files = manifest.Files,
                    Overrides = manifest.Overrides,
                    Warnings = manifest.Warnings,
                }
                : null,
            [.. reading.Diagnostics]
        );
    }
}
