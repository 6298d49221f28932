using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Tests.Sweeps;

/// <summary>Finished cells are kept: a sweep resumes, grows, and never trusts what it cannot.</summary>
public sealed class SweepCacheTests
{
    private const string Spot = "benchmarks.brent.spot";

    private static readonly Scenario Scenario = ScenarioFile.Load(Checkout.PathOf("scenarios/minimal.yaml"));

    [Fact]
    public void The_same_sweep_again_computes_nothing_and_gives_the_same_numbers()
    {
        using var cache = new Folder();
        var options = Options(cache) with { Statistics = ["mean", "sd", "p95", "p_any", "mean_if_any"] };

        var first = Scenario.Sweep(Prices("25:85:20"), options);
        var again = Scenario.Sweep(Prices("25:85:20"), options);

        Assert.All(first.Cells, c => Assert.False(c.IsFromCache));
        Assert.All(again.Cells, c => Assert.True(c.IsFromCache));
        Assert.Equal(
            first.Table.Select(r => (r.Statistic, r.Value, r.Difference)),
            again.Table.Select(r => (r.Statistic, r.Value, r.Difference))
        );
    }

    [Fact]
    public void A_larger_sweep_computes_only_what_is_new_and_other_statistics_compute_nothing()
    {
        using var cache = new Folder();
        Scenario.Sweep(Prices("20:80:20"), Options(cache));

        var larger = Scenario.Sweep(Prices("20:80:10"), Options(cache) with { Statistics = ["p99", "p_over:1 MUSD"] });

        Assert.Equal(["30", "50", "70"], larger.Cells.Where(c => !c.IsFromCache).Select(c => $"{c.Values[0].Number}"));
    }

    [Fact]
    public void Another_seed_or_number_of_paths_is_another_cell()
    {
        using var cache = new Folder();
        Scenario.Sweep(Prices("40|80"), Options(cache));

        Assert.All(
            Scenario.Sweep(Prices("40|80"), Options(cache) with { Seed = 2 }).Cells,
            c => Assert.False(c.IsFromCache)
        );
        Assert.All(
            Scenario.Sweep(Prices("40|80"), Options(cache) with { Paths = 65 }).Cells,
            c => Assert.False(c.IsFromCache)
        );
        Assert.All(
            Scenario.Sweep(Prices("40|80"), Options(cache) with { Actors = ["company"] }).Cells,
            c => Assert.False(c.IsFromCache)
        );
    }

    [Fact]
    public void A_sweep_that_was_stopped_goes_on_from_the_cells_it_had_finished()
    {
        using var cache = new Folder();
        using var stop = new CancellationTokenSource();
        var options = Options(cache) with { Threads = 1 };

        Assert.ThrowsAny<OperationCanceledException>(() =>
            Scenario.Sweep(Prices("25:105:10"), options, new StopAfter(4, stop), stop.Token)
        );
        var resumed = Scenario.Sweep(Prices("25:105:10"), options);

        Assert.Equal(4, resumed.Cells.Count(c => c.IsFromCache));
        using var fresh = new Folder();
        Assert.Equal(
            Scenario.Sweep(Prices("25:105:10"), Options(fresh)).Table.Select(r => r.Value),
            resumed.Table.Select(r => r.Value)
        );
    }

    [Theory]
    [InlineData("cut")]
    [InlineData("bit")]
    [InlineData("empty")]
    [InlineData("other")]
    public void A_damaged_file_is_said_not_used_and_left_as_it_is(string damage)
    {
        using var cache = new Folder();
        var whole = Scenario.Sweep(Prices("40|80"), Options(cache));
        var victim = cache.Files.Order().First();
        var bytes = File.ReadAllBytes(victim);
        bytes = damage switch
        {
            "cut" => bytes[..^5],
            "empty" => [],
            "other" => File.ReadAllBytes(cache.Files.Order().Last()),
            _ => [.. bytes[..200], (byte)(bytes[200] ^ 1), .. bytes[201..]],
        };
        File.WriteAllBytes(victim, bytes);

        var again = Scenario.Sweep(Prices("40|80"), Options(cache));

        Assert.Contains(victim, Assert.Single(again.Notices), StringComparison.Ordinal);
        Assert.Equal(1, again.Cells.Count(c => !c.IsFromCache));
        Assert.Equal(whole.Table.Select(r => r.Value), again.Table.Select(r => r.Value));
        Assert.Equal(bytes, File.ReadAllBytes(victim));
    }

    [Fact]
    public void Cells_of_another_version_are_said_not_used_and_left_as_they_are()
    {
        using var cache = new Folder();
        Scenario.Sweep(Prices("40|80"), Options(cache));
        Directory.Move(Path.Combine(cache.Path, Ensemble.EngineVersion), Path.Combine(cache.Path, "0.0.1"));
        var files = cache.Files;

        var again = Scenario.Sweep(Prices("40|80"), Options(cache));

        Assert.Contains("another version (0.0.1", Assert.Single(again.Notices), StringComparison.Ordinal);
        Assert.All(again.Cells, c => Assert.False(c.IsFromCache));
        Assert.Empty(files.Except(cache.Files));
    }

    [Fact]
    public void Several_sweeps_at_once_share_a_cache()
    {
        using var cache = new Folder();
        var results = new SweepResult[4];

        Parallel.For(0, results.Length, i => results[i] = Scenario.Sweep(Prices("25:105:20"), Options(cache)));

        Assert.All(results, r => Assert.Equal(results[0].Table.Select(x => x.Value), r.Table.Select(x => x.Value)));
        Assert.All(results, r => Assert.Empty(r.Notices));
        Assert.Equal(6, cache.Files.Length);
        Assert.All(cache.Files, f => Assert.EndsWith(".cell", f, StringComparison.Ordinal));
        Assert.All(Scenario.Sweep(Prices("25:105:20"), Options(cache)).Cells, c => Assert.True(c.IsFromCache));
    }

    [Fact]
    public void A_cache_that_cannot_be_written_is_said_before_anything_runs()
    {
        using var folder = new Folder();
        var file = Path.Combine(folder.Path, "a-file");
        File.WriteAllText(file, "");

        var wrong = Assert.Throws<IOException>(() =>
            Scenario.Sweep(Prices("40|80"), Options(folder) with { Cache = file })
        );

        Assert.Contains("cannot be written", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cache_that_is_lost_on_the_way_ends_the_sweep_with_what_is_wrong()
    {
        using var cache = new Folder();
        var lost = new LoseCache(Path.Combine(cache.Path, Ensemble.EngineVersion));

        var wrong = Assert.Throws<IOException>(() =>
            Scenario.Sweep(Prices("25:105:10"), Options(cache) with { Threads = 1 }, lost)
        );

        Assert.Contains("cannot be kept", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_process_of_the_same_number_on_another_machine_does_not_lock_the_cache()
    {
        using var cache = new Folder();
        var folder = Directory.CreateDirectory(Path.Combine(cache.Path, Ensemble.EngineVersion));
        using var held = new FileStream(
            Path.Combine(folder.FullName, $".{Environment.ProcessId}.probe"),
            FileMode.Create,
            FileAccess.Write,
            FileShare.None
        );

        Assert.Empty(Scenario.Sweep(Prices("40|80"), Options(cache)).Failed);
    }

    private static Design Prices(string levels) => Design.Factorial(Axis.Of(Spot, levels));

    private static SweepOptions Options(Folder cache) => new() { Paths = 64, Cache = cache.Path };

    private sealed class LoseCache(string folder) : IProgress<SweepProgress>
    {
        public void Report(SweepProgress value)
        {
            if (value.CellsDone == 1)
            {
                Directory.Delete(folder, recursive: true);
                File.WriteAllText(folder, "");
            }
        }
    }

    private sealed class StopAfter(int cells, CancellationTokenSource stop) : IProgress<SweepProgress>
    {
        public void Report(SweepProgress value)
        {
            if (value.CellsDone == cells)
            {
                stop.Cancel();
            }
        }
    }
}
