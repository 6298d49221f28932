using OilRevenueSim.Analysis.Manifests;
using OilRevenueSim.Analysis.Results;
using OilRevenueSim.Analysis.Summary;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Tests;

public sealed class SavedResultTests : IDisposable
{
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("oilsim-saved-");

    public void Dispose() => root.Delete(recursive: true);

    [Fact]
    public void A_saved_run_gives_the_same_bits_again_and_with_another_quantity_recorded_beside()
    {
        var run = SmallWorld.Load().Run(course: "sanctions", paths: 300, seed: 5);
        var saved = SavedResult.Open(Save(run));

        var again = saved.Simulate();
        var beside = saved.Simulate(record: ["price_usd_per_bbl"]);

        Assert.Equal(ResultForm.Run, saved.Outline.Form);
        Assert.Equal(run.Recorded, saved.Outline.Series);
        Assert.Equal(run.Manifest.ContentHash, again.Outline.Scenario.ContentHash);
        Assert.Equal(run.Manifest.ContentHash, beside.Outline.Scenario.ContentHash);
    }

    [Fact]
    public void Numbers_that_do_not_come_out_again_are_told()
    {
        var run = SmallWorld.Load().Run(paths: 300);
        var saved = SavedResult.Open(Save(run, manifest => manifest with { Seed = 2 }));

        var failure = Assert.Throws<SavedResultException>(() => saved.Simulate());
        var beside = Assert.Throws<SavedResultException>(() => saved.Simulate(record: ["price_usd_per_bbl"]));

        Assert.Contains("gives other numbers than were written", failure.Message);
        Assert.Contains("gives other numbers than were written", beside.Message);
        Assert.Contains("run the scenario again", failure.Hint);
    }

    private string Save(RunResult run, Func<ResultManifest, ResultManifest>? change = null)
    {
        using var folder = ResultFolder.Begin(root.FullName, "small-world", run.Course);
        folder.WriteSummary([.. SummaryTable.From(run.Ensemble)]);
        SavedScenario.Write(folder, run.Scenario);
        var manifest = ResultManifest.From(run.Ensemble);
        var log = new RunStopwatch(TimeProvider.System).ToLog(1);
        return folder.Commit(change?.Invoke(manifest) ?? manifest, log).Folder;
    }
}
