using System.Collections.Immutable;
using System.Security.Cryptography;
using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Analysis.Exports;
using OilRevenueSim.Analysis.Manifests;
using OilRevenueSim.Analysis.Results;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim;

/// <summary>A result that was written, whole and as it was: it is simulated again from the scenario in it to be drawn from.</summary>
public sealed partial class SavedResult
{
    private readonly ImmutableArray<SimulationPlan> plans;
    private readonly SavedSweep? sweep;

    private SavedResult(
        string folder,
        ResultManifest manifest,
        ImmutableArray<SimulationPlan> plans,
        SavedSweep? sweep,
        ResultOutline outline
    )
    {
        Folder = folder;
        Manifest = manifest;
        Outline = outline;
        this.plans = plans;
        this.sweep = sweep;
    }

    /// <summary>Its folder.</summary>
    public string Folder { get; }

    /// <summary>What determines it.</summary>
    public ResultManifest Manifest { get; }

    /// <summary>What it holds.</summary>
    public ResultOutline Outline { get; }

    /// <summary>Opens a result and checks that it is whole and as it was written.</summary>
    /// <param name="folder">Its folder, e.g. <c>results/sirte-2016/as-it-stands</c>.</param>
    /// <exception cref="SavedResultException">
    /// It is none, a file is missing or was altered, or another version wrote it; says which, and what would help.
    /// </exception>
    public static SavedResult Open(string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        var manifest = ManifestOf(folder);
        CheckVersion(folder, manifest);
        CheckFiles(folder, manifest);
        var scenario = ScenarioOf(folder, manifest);
        bool Has(string name) => manifest.Outputs.Any(o => o.Path == name);
        if (Has(SavedSweep.Name))
        {
            return OfSweep(folder, manifest, scenario);
        }

        ImmutableArray<SimulationPlan> compiled =
        [
            .. (Has(ResultExport.ComparisonFile) ? manifest.Course.Split(',') : [manifest.Course]).Select(c =>
                SimulationPlan.Compile(scenario, c)
            ),
        ];
        var outline = new ResultOutline
        {
            Form = compiled.Length > 1 ? ResultForm.Comparison : ResultForm.Run,
            Scenario = scenario,
            Courses = [.. compiled.Select(p => p.Course)],
            Series = [.. compiled[0].Series.Where(s => compiled.All(p => p.Series.Contains(s)))],
            Periods = [.. compiled[0].Periods.Select(p => p.Label)],
            Paths = manifest.Paths,
            Replicates = manifest.Replicates,
            KeepsDraws = manifest.ExactQuantiles,
        };
        return new SavedResult(folder, manifest, compiled, null, outline);
    }

    private static SavedResult OfSweep(string folder, ResultManifest manifest, Scenario scenario)
    {
        try
        {
            using var stream = File.OpenRead(Path.Combine(folder, SavedSweep.Name));
            var saved = SavedSweep.Read(stream);
            var (design, options) = (saved.DesignOf(), saved.OptionsOf(manifest, cache: null));
            var plan = SweepPlan.Of(scenario, design, options);
            var outline = new ResultOutline
            {
                Form = ResultForm.Sweep,
                Scenario = scenario,
                Courses = plan.Courses,
                Series = [],
                Paths = manifest.Paths,
                Axes = [.. plan.Axes.Select(a => a.Description)],
                Design = design,
                Sweep = options,
            };
            return new SavedResult(folder, manifest, [], saved, outline);
        }
        catch (FormatException e)
        {
            throw Altered(folder, SavedSweep.Name, manifest, e);
        }
    }

    private static ResultManifest ManifestOf(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new SavedResultException(
                File.Exists(folder) ? $"{folder} is a file, a result is a folder" : $"{folder} does not exist",
                SavedResults.Near(folder)
            );
        }

        try
        {
            return ResultFolder.ReadManifest(folder)
                ?? throw new SavedResultException(
                    $"{folder} holds no {ResultFolder.ManifestName}, so it is no result",
                    SavedResults.Near(folder)
                );
        }
        catch (FormatException e)
        {
            throw new SavedResultException(
                $"{Path.Combine(folder, ResultFolder.ManifestName)} cannot be read: {e.Message}",
                "run the scenario again with this version; the same seed gives the same numbers",
                e
            );
        }
    }

    private static void CheckVersion(string folder, ResultManifest manifest)
    {
        if (manifest.EngineVersion != Ensemble.EngineVersion)
        {
            throw new SavedResultException(
                $"{folder} was made by version {manifest.EngineVersion}, this is {Ensemble.EngineVersion}: its numbers may not be those "
                    + "that this version gives",
                "run the scenario again, or draw with the version that made it"
            );
        }

        var hasScenario = manifest.Outputs.Any(o => o.Path == SavedScenario.FileOf(manifest.Scenario));
        if (!hasScenario)
        {
            throw new SavedResultException(
                $"{folder} holds no scenario to simulate again: it is from before results carried it, or of another command",
                "run the scenario again; the same seed gives the same numbers"
            );
        }
    }

    private static void CheckFiles(string folder, ResultManifest manifest)
    {
        foreach (var output in manifest.Outputs)
        {
            var path = Path.Combine(folder, output.Path);
            if (!File.Exists(path))
            {
                throw new SavedResultException($"{folder} is incomplete: {output.Path} is missing", Again(manifest));
            }

            using var stream = File.OpenRead(path);
            if (Convert.ToHexStringLower(SHA256.HashData(stream)) != output.Sha256)
            {
                throw Altered(folder, output.Path, manifest, null);
            }
        }
    }

    private static Scenario ScenarioOf(string folder, ResultManifest manifest)
    {
        var main = SavedScenario.FileOf(manifest.Scenario);
        var beside = manifest
            .Outputs.Where(o =>
                o.Path.StartsWith(SavedScenario.Folder + "/", StringComparison.Ordinal) && o.Path != main
            )
            .ToDictionary(
                o => o.Path[(SavedScenario.Folder.Length + 1)..],
                o => File.ReadAllText(Path.Combine(folder, o.Path)),
                StringComparer.Ordinal
            );
        var (scenario, _) = SavedScenario.Read(File.ReadAllText(Path.Combine(folder, main)), beside, manifest);
        return scenario ?? throw Altered(folder, main, manifest, null);
    }

    private static SavedResultException Altered(
        string folder,
        string file,
        ResultManifest manifest,
        Exception? cause
    ) => new($"{folder} was altered after the run: {file} is not as it was written", Again(manifest), cause);

    // A sweep is made again by its own command, which needs the rows of its table.
    private static string Again(ResultManifest manifest) =>
        manifest.Varied is null
            ? $"make it again: {ChartOrigin.OfResult(manifest, "", []).Commands[0]} gives the same numbers"
            : "run the sweep again; the same seed gives the same numbers";
}
