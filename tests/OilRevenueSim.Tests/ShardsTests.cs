using OilRevenueSim.Analysis.Partials;
using OilRevenueSim.Core.Simulation;
using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim.Tests;

/// <summary>Shards from code: what is joined is the single run, and what cannot be joined is named.</summary>
public sealed class ShardsTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("shards");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData(1, Sampling.Random, 4)]
    [InlineData(8, Sampling.Random, 2)]
    [InlineData(1, Sampling.Sobol, 2)]
    public void Merged_shards_are_the_run(int replicates, Sampling sampling, int count)
    {
        var scenario = SmallWorld.Load();
        var expected = scenario.Run("sanctions", 2_000, seed: 7, replicates: replicates, sampling: sampling);

        foreach (var k in Enumerable.Range(1, count).Reverse())
        {
            var file = scenario.RunShard(
                k,
                count,
                folder.FullName,
                "sanctions",
                2_000,
                7,
                threads: k,
                replicates,
                sampling
            );
            Assert.Equal($"{scenario.Name}.{k}-of-{count}.part", Path.GetFileName(file));
        }

        var merged = Shards.Merge(folder.FullName);
        Assert.Equal(("sanctions", 2_000L, 7UL), (merged.Course, merged.Paths, merged.Seed));
        Assert.Equal(expected.Manifest.ContentHash, merged.Manifest.ContentHash);
        foreach (var key in expected.Recorded)
        {
            var index = expected.Recorded.IndexOf(key);
            for (var period = 0; period < expected.Ensemble.Periods.Length; period++)
            {
                AssertSame(expected.Ensemble.At(index, period), merged.Ensemble.At(index, period));
            }
        }

        Assert.Equal(expected.Ensemble.Levels?.At(0).Variances, merged.Ensemble.Levels?.At(0).Variances);
    }

    [Fact]
    public void Merged_shards_of_a_comparison_are_the_comparison()
    {
        var scenario = SmallWorld.Load();
        var expected = scenario.Compare(paths: 1_300, seed: 7);
        string[] files =
        [
            .. new[] { 3, 1, 2 }.Select(k => scenario.CompareShard(k, 3, folder.FullName, paths: 1_300, seed: 7)),
        ];

        var merged = Shards.MergeComparison(files);

        Assert.Equal(expected.Names, merged.Names);
        for (var series = 0; series < expected.Paired.Series.Length; series++)
        {
            var (a, b) = (Difference(expected, series), Difference(merged, series));
            AssertSame(a.Statistics, b.Statistics);
            Assert.Equal((a.LessCount, a.GreaterCount), (b.LessCount, b.GreaterCount));
            AssertSame(
                expected.Paired.Regret(1, series, lessIsBetter: true),
                merged.Paired.Regret(1, series, lessIsBetter: true)
            );
        }

        PairedDifference Difference(ComparisonResult result, int series) =>
            result.Paired.Difference(1, series, result.Paired.Periods.Length - 1);
    }

    [Fact]
    public void A_hole_an_overlap_and_another_scenario_or_version_are_named()
    {
        var scenario = SmallWorld.Load();
        string[] files = [.. Enumerable.Range(1, 4).Select(k => Shard(k))];
        var other = scenario
            .With("benchmarks.brent.spot", "61 USD/bbl")
            .RunShard(2, 4, folder.FullName + "/other", paths: 1_024);

        Refused("Shards 2, 4 of 4 are missing", files[0], files[2]);
        Refused("Shard 3 of 4 is there 2 times", [.. files, files[2]]);
        Refused("the content hash of the scenario is", files[0], other, files[2], files[3]);
        Refused(other, files[0], other, files[2], files[3]);
        Refused("does not exist", "nowhere.part");
        Refused("use Merge.", isComparison: true, folder.FullName);

        var changed = PartialResult.Open(files[1]).Head;
        changed = changed with { Courses = [changed.Courses[0] with { EngineVersion = "9.9" }] };
        using (var stream = new FileStream(files[1], FileMode.Create, FileAccess.ReadWrite))
        {
            PartialResult.Write(stream, changed, [_ => { }]);
        }

        Refused("the version of the engine is 9.9 there", files);
        Refused(files[1], files);

        string Shard(int k) => scenario.RunShard(k, 4, folder.FullName, paths: 1_024);
    }

    [Fact]
    public void A_file_that_is_cut_short_is_named()
    {
        var file = SmallWorld.Load().RunShard(1, 1, folder.FullName, paths: 300);
        var bytes = File.ReadAllBytes(file);
        foreach (var length in (int[])[20, bytes.Length / 2, bytes.Length - 1])
        {
            File.WriteAllBytes(file, bytes[..length]);
            Refused(file, file);
            Refused("is cut short or was altered", file);
        }
    }

    [Fact]
    public void What_cannot_be_a_shard_is_refused_before_anything_is_written()
    {
        var scenario = SmallWorld.Load();
        var nowhere = Path.Combine(folder.FullName, "nowhere");

        Assert.Contains("at most 4 shards", Wrong(() => scenario.RunShard(1, 5, nowhere, paths: 1_024)));
        Assert.Contains("one of 1 to 4", Wrong(() => scenario.RunShard(5, 4, nowhere, paths: 1_024)));
        Assert.Contains("one of 1 to 4", Wrong(() => scenario.CompareShard(0, 4, nowhere, paths: 1_024)));
        Assert.Contains(
            "at most 1 shards",
            Wrong(() => scenario.RunShard(1, 2, nowhere, paths: 1_000, replicates: 50))
        );
        Assert.Contains("multiple of 50", Wrong(() => scenario.RunShard(1, 2, nowhere, paths: 1_001, replicates: 50)));
        Assert.Contains("sanctions", Wrong(() => scenario.RunShard(1, 2, nowhere, "sanction", paths: 1_000)));
        Assert.Contains("two courses", Wrong(() => scenario.CompareShard(1, 2, nowhere, ["sanctions"], paths: 1_000)));
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() =>
            scenario.RunShard(1, 2, nowhere, paths: 1_000, cancellation: source.Token)
        );
        Assert.False(Directory.Exists(nowhere));
    }

    private static string Wrong(Func<string> shard) => Assert.ThrowsAny<ArgumentException>(() => shard()).Message;

    private static void Refused(string expected, params string[] places) =>
        Refused(expected, isComparison: false, places);

    private static void Refused(string expected, bool isComparison, params string[] places)
    {
        var refused = Assert.Throws<FormatException>(() =>
            isComparison ? (object)Shards.MergeComparison(places) : Shards.Merge(places)
        );
        Assert.Contains(expected, refused.Message, StringComparison.Ordinal);
    }

    private static void AssertSame(SeriesStatistics expected, SeriesStatistics found)
    {
        static long[] Bits(SeriesStatistics s) =>
            [
                .. new[] { s.Mean, s.M2, s.PositiveMean, s.Min, s.Max, s.Parts?.MeanError ?? 0.0 }.Select(
                    BitConverter.DoubleToInt64Bits
                ),
                s.PositiveCount,
                BitConverter.DoubleToInt64Bits(s.Sample?.Value((s.Count + 1) / 2) ?? 0.0),
            ];
        Assert.Equal(Bits(expected), Bits(found));
    }
}
