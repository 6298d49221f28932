using OilRevenueSim.Analysis.Comparisons;
using OilRevenueSim.Analysis.Manifests;
using OilRevenueSim.Analysis.Results;
using OilRevenueSim.Analysis.Summary;
using OilRevenueSim.Analysis.Tests.Results;
using OilRevenueSim.Core.Simulation;
using OilRevenueSim.Core.Time;

namespace OilRevenueSim.Analysis.Tests.Comparisons;

public sealed class ScenarioDiffFacts
{
    private static readonly RunOptions Options = new() { Threads = 1 };

    private static DiffSide Side(double lossPerYear, ulong seed = 1) =>
        DiffSide.Of(
            Ensemble.Run(SimulationPlan.Compile(ContestedDesert.With(lossPerYear)), Options with { Seed = seed }, 512)
        );

    [Fact]
    public void Only_the_assumption_that_changed_is_listed()
    {
        var diff = ScenarioDiff.Between(Side(1.0), Side(0.5));
        var change = Assert.Single(diff.Assumptions);
        Assert.Equal("areas.desert.changes.company>group.rate", change.Address);
        Assert.Equal(("1 per year", "0.5 per year"), (change.OldText, change.NewText));
        Assert.Equal(("1 per year", "0.5 per year"), (change.OldRange, change.NewRange));
    }

    [Fact]
    public void Ranges_are_told_in_units_and_facts_by_their_text()
    {
        var wide = ContestedDesert.With(1.0);
        var all = Assumption.Of(wide);
        Assert.Equal("91 to 109 kb/d", all.Single(a => a.Address == "fields.field.capacity").Range);
        Assert.Equal("company", all.Single(a => a.Address == "areas.desert.holder").Text);
        Assert.Null(all.Single(a => a.Address == "areas.desert.holder").Range);
        Assert.Equal(all.Select(a => a.Address).Order(StringComparer.Ordinal), all.Select(a => a.Address));
    }

    [Fact]
    public void Facts_that_changed_and_things_that_came_are_listed()
    {
        var old = ContestedDesert.With(1.0);
        var @new = old with { Step = StepLength.Week, Routes = [old.Routes[0]], Quantities = [old.Quantities[0]] };
        var diff = ScenarioDiff.Between(
            DiffSide.Of(Ensemble.Run(SimulationPlan.Compile(old), Options, 256)),
            DiffSide.Of(Ensemble.Run(SimulationPlan.Compile(@new), Options, 256))
        );
        Assert.Equal(
            ["areas.desert.changes.company>group.rate", "routes", "step"],
            diff.Assumptions.Select(a => a.Address)
        );
        Assert.Null(diff.Assumptions[0].NewText);
        Assert.Equal(("Month", "Week"), (diff.Assumptions[2].OldText, diff.Assumptions[2].NewText));
    }

    [Fact]
    public void Another_spelling_of_the_same_law_is_no_difference()
    {
        var old = ContestedDesert.With(1.0);
        var spelled = old with
        {
            Quantities = [old.Quantities[0] with { Text = "uniform 90000 to 110000 b/d" }, old.Quantities[1]],
        };
        var diff = ScenarioDiff.Between(
            DiffSide.Of(Ensemble.Run(SimulationPlan.Compile(old), Options, 256)),
            DiffSide.Of(Ensemble.Run(SimulationPlan.Compile(spelled), Options, 256))
        );
        Assert.Empty(diff.Assumptions);
        Assert.Contains(
            "exactly the same",
            Assert.Single(diff.Remarks, r => r.StartsWith("Both", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void Headline_numbers_change_by_their_paired_difference_where_both_were_run_together()
    {
        var diff = ScenarioDiff.From(ContestedDesert.Pair(1.0, 0.5));
        Assert.True(diff.IsPaired);
        var mean = diff.Headlines.Single(h => h is { Subject: "The Group", Label: "mean over all paths" });
        Assert.Matches(@"^−\d+(\.\d+)? \(−\d+(\.\d+)? to −\d+(\.\d+)?\) million USD$", mean.Change!);
        var any = diff.Headlines.Single(h => h is { Subject: "The Group", Label: "chance of any oil revenue" });
        Assert.EndsWith("percentage points", any.Change!, StringComparison.Ordinal);
        Assert.StartsWith("−", any.Change!, StringComparison.Ordinal);
        Assert.Contains(diff.Headlines, h => h.Label == "mean revenue forgone by the state" && h.Change is not null);
    }

    [Fact]
    public void Written_results_are_compared_like_those_in_memory()
    {
        using var folder = new TemporaryFolder();
        foreach (var (name, rate) in (ReadOnlySpan<(string, double)>)[("old", 1.0), ("new", 0.5)])
        {
            var result = Ensemble.Run(SimulationPlan.Compile(ContestedDesert.With(rate)), Options, 512);
            using var written = ResultFolder.Begin(folder.At(name), "desert", "base");
            written.WriteSummary(SummaryTable.From(result));
            written.Commit(result, new RunStopwatch(TimeProvider.System).ToLog(1));
        }

        var old = DiffSide.Read(folder.At("old", "desert", "base"), out _)!;
        var @new = DiffSide.Read(folder.At("new", "desert", "base"), out _)!;
        var read = ScenarioDiff.Between(old, @new);
        var direct = ScenarioDiff.Between(Side(1.0), Side(0.5));
        Assert.Equal(direct.Assumptions, read.Assumptions);
        Assert.Equal(direct.Headlines, read.Headlines);
        Assert.False(read.IsPaired);
        Assert.Contains(read.Remarks, r => r.Contains("scenario files", StringComparison.Ordinal));
        Assert.Null(DiffSide.Read(folder.At("nowhere"), out var reason));
        Assert.NotNull(reason);
    }

    [Fact]
    public void Other_seeds_are_remarked_on()
    {
        var diff = ScenarioDiff.Between(Side(1.0), Side(1.0, seed: 2));
        Assert.Contains(diff.Remarks, r => r.Contains("part of every difference is chance", StringComparison.Ordinal));
    }
}
