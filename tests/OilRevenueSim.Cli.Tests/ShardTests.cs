using System.Globalization;
using OilRevenueSim.Analysis.Manifests;
using OilRevenueSim.Analysis.Partials;

namespace OilRevenueSim.Cli.Tests;

/// <summary>Runs in shards, joined again.</summary>
public sealed class ShardTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(5)]
    public void Merged_shards_are_the_run_byte_for_byte_in_any_order(int count)
    {
        using var session = new OilsimSession();
        var scenario = Checkout.PathOf("scenarios/sirte-2016.yaml");
        string[] run =
        [
            "run",
            scenario,
            "--paths",
            "1300",
            "--seed",
            "7",
            "--courses",
            "as-it-stands,strikes",
            "--set",
            "benchmarks.brent.spot=50 USD/bbl",
            "--record",
            "treasury_usd",
        ];
        string[] pictures = ["--size", "400x300"];
        Assert.Equal(ExitCode.Done, session.Type([.. run, .. pictures, "--out", session.PathOf("whole")]).ExitCode);
        foreach (var k in Enumerable.Range(1, count))
        {
            var threads = k.ToString(CultureInfo.InvariantCulture);
            string[] shard = ["--shard", $"{k}/{count}", "--threads", threads, "--out", session.PathOf("parts")];
            Assert.Equal(ExitCode.Done, session.Type([.. run, .. shard]).ExitCode);
        }

        var parts = Directory.GetFiles(session.PathOf("parts"));
        var merged = session.Type(["merge", .. parts.Reverse(), .. pictures, "--out", session.PathOf("merged")]);

        Assert.Equal((ExitCode.Done, ""), (merged.ExitCode, merged.Error));
        Assert.Equal(count, parts.Length);
        AssertSameFiles(session.PathOf("whole"), session.PathOf("merged"));
    }

    [Theory]
    [InlineData("--replicates", "16")]
    [InlineData("--replicates", "3")]
    [InlineData("--sampling", "sobol")]
    public void Merged_shards_of_worlds_are_the_run_byte_for_byte(params string[] worlds)
    {
        using var session = new OilsimSession();
        string[] run = ["run", session.Scenario, "--paths", "9600", .. worlds];
        Assert.Equal(ExitCode.Done, session.Type([.. run, "--no-charts", "--out", session.PathOf("whole")]).ExitCode);
        session.Type([.. run, "--shard", "2/3", "--threads", "2", "--out", session.PathOf("parts")]);
        session.Type([.. run, "--shard", "1/3", "--out", session.PathOf("parts")]);
        session.Type([.. run, "--shard", "3/3", "--threads", "1", "--out", session.PathOf("parts")]);

        var merged = session.Type("merge", session.PathOf("parts"), "--no-charts", "--out", session.PathOf("merged"));

        Assert.Equal((ExitCode.Done, ""), (merged.ExitCode, merged.Error));
        AssertSameFiles(session.PathOf("whole"), session.PathOf("merged"));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5, "--replicates", "8", "--sampling", "sobol")]
    public void Merged_shards_of_a_comparison_are_the_comparison_byte_for_byte(int count, params string[] more)
    {
        using var session = new OilsimSession();
        string[] compare =
        [
            "compare",
            Checkout.PathOf("scenarios/sirte-2016.yaml"),
            "--courses",
            "as-it-stands,strikes",
            "--paths",
            "5120",
            "--seed",
            "7",
            .. more,
        ];
        string[] pictures = ["--size", "400x300"];
        var whole = session.Type([.. compare, .. pictures, "--out", session.PathOf("whole")]);
        Assert.Equal(ExitCode.Done, whole.ExitCode);
        foreach (var k in Enumerable.Range(1, count))
        {
            session.Type([.. compare, "--shard", $"{k}/{count}", "--out", session.PathOf("parts")]);
        }

        var merged = session.Type(["merge", session.PathOf("parts"), .. pictures, "--out", session.PathOf("merged")]);

        Assert.Equal((ExitCode.Done, ""), (merged.ExitCode, merged.Error));
        AssertSameFiles(session.PathOf("whole"), session.PathOf("merged"));
        Assert.Equal(whole.Out.Replace("whole", "merged", StringComparison.Ordinal), merged.Out);
    }

    [Fact]
    public void Shards_of_a_run_and_of_a_comparison_do_not_mix()
    {
        using var session = new OilsimSession();
        var scenario = Checkout.PathOf("scenarios/sirte-2016.yaml");
        string[] both = ["--courses", "as-it-stands,strikes", "--paths", "512", "--out", session.PathOf("parts")];
        session.Type(["run", scenario, .. both, "--shard", "1/2"]);
        session.Type(["compare", scenario, .. both, "--shard", "2/2"]);

        var merged = session.Type("merge", session.PathOf("parts"), "--out", session.Results);
        var alone = session.Type("compare", session.Scenario, "--shard", "1/2", "--out", session.Results);

        Assert.Equal(ExitCode.YourInput, merged.ExitCode);
        Assert.Contains("the kind is a comparison there and a run here", merged.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.YourInput, alone.ExitCode);
        Assert.Contains("only the course 'base' is to be compared", alone.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(session.Results));
    }

    public static TheoryData<string> Scenarios() =>
        [
            .. Directory
                .EnumerateFiles(Checkout.PathOf("scenarios"), "*.yaml")
                .Select(file => Path.GetFileName(file))
                .Order(StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Every_scenario_can_be_run_in_shards(string name)
    {
        using var session = new OilsimSession();
        string[] run = ["run", Checkout.PathOf($"scenarios/{name}"), "--paths", "600"];
        session.Type([.. run, "--no-charts", "--out", session.PathOf("whole")]);
        session.Type([.. run, "--shard", "1/2", "--out", session.PathOf("parts")]);
        session.Type([.. run, "--shard", "2/2", "--out", session.PathOf("parts")]);

        var merged = session.Type("merge", session.PathOf("parts"), "--no-charts", "--out", session.PathOf("merged"));

        Assert.Equal((ExitCode.Done, ""), (merged.ExitCode, merged.Error));
        AssertSameFiles(session.PathOf("whole"), session.PathOf("merged"));
    }

    [Fact]
    public void Any_set_that_is_not_each_shard_once_is_refused_and_what_is_wrong_is_named()
    {
        const int Count = 5;
        using var session = new OilsimSession();
        string[] parts = [.. Enumerable.Range(1, Count).Select(k => Shard(session, $"{k}/{Count}"))];
        for (var chosen = 1; chosen < (1 << Count) - 1; chosen++)
        {
            int[] there = [.. Enumerable.Range(0, Count).Where(k => (chosen >> k & 1) == 1)];
            var hole = session.Type(["merge", .. there.Select(k => parts[k]), "--out", session.Results]);
            Assert.Equal(ExitCode.YourInput, hole.ExitCode);
            Assert.Matches($"Shards? .*of {Count} (is|are) missing", hole.Error);
            var twice = session.Type(["merge", .. parts, .. there.Select(k => parts[k]), "--out", session.Results]);
            Assert.Equal(ExitCode.YourInput, twice.ExitCode);
            Assert.Contains($"Shard {there[0] + 1} of {Count} is there 2 times", twice.Error, StringComparison.Ordinal);
        }

        Assert.False(Directory.Exists(session.Results));
        var gap = session.Type("merge", parts[0], parts[2], "--out", session.Results);
        Assert.Contains("Shards 2, 4–5 of 5 are missing", gap.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("the seed is 2 there and 1 here", "--seed", "2")]
    [InlineData("the number of paths is 1281 there and 1280 here", "--paths", "1281")]
    [InlineData("the content hash of the scenario is", "--set", "benchmarks.brent.spot=61 USD/bbl")]
    [InlineData("is of another run than", "--record", "treasury_usd")]
    [InlineData("the number of replicates is 4 there and 1 here", "--replicates", "4")]
    [InlineData("the sampling is sobol there and random here", "--sampling", "sobol")]
    public void A_shard_of_another_run_is_refused_with_what_differs(string expected, params string[] other)
    {
        using var session = new OilsimSession();
        var first = Shard(session, "1/2");
        var second = Shard(session, "2/2", other);

        var result = session.Type("merge", first, second, "--out", session.Results);

        Assert.Equal(ExitCode.YourInput, result.ExitCode);
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
        Assert.Contains("minimal.2-of-2.part", result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(session.Results));
    }

    [Fact]
    public void Shards_of_another_version_courses_or_number_of_shards_are_refused()
    {
        using var session = new OilsimSession();
        var first = Shard(session, "1/2");
        var head = PartialResult.Open(Shard(session, "2/2")).Head;
        var course = head.Courses[0];
        SessionResult Merge(PartialHead other, params string[] parts)
        {
            using (var stream = new FileStream(session.PathOf("other.part"), FileMode.Create, FileAccess.ReadWrite))
            {
                PartialResult.Write(stream, other, [.. other.Courses.Select(_ => (Action<Stream>)(_ => { }))]);
            }

            return session.Type(["merge", .. parts, session.PathOf("other.part"), "--out", session.Results]);
        }

        PartialHead With(ResultManifest changed) => head with { Courses = [changed] };
        (PartialHead Other, string Expected)[] cases =
        [
            (With(course with { EngineVersion = "9.9" }), "the version of the engine is 9.9 there"),
            (With(course with { Course = "strikes" }), "the list of courses is strikes there and base here"),
            (head with { Courses = [course, course] }, "the list of courses is base, base there"),
            (head with { Count = 3 }, "the number of shards is 3 there and 2 here"),
            (With(course with { Scenario = "other" }), "the scenario is other there and minimal here"),
            (With(course with { Files = [] }), "the text of the scenario's files is nothing there"),
        ];
        foreach (var (other, expected) in cases)
        {
            var refused = Merge(other, first);
            Assert.Equal(ExitCode.YourInput, refused.ExitCode);
            Assert.Contains(expected, refused.Error, StringComparison.Ordinal);
        }

        var old = Merge(With(course with { EngineVersion = "9.9" }) with { Index = 1, Count = 1 });
        Assert.Equal(ExitCode.YourInput, old.ExitCode);
        Assert.Contains("the shards were run by version 9.9", old.Error, StringComparison.Ordinal);
        var empty = Merge(head, first);
        Assert.Equal(ExitCode.YourInput, empty.ExitCode);
        Assert.Contains("other.part", empty.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(session.Results));
    }

    [Fact]
    public void A_file_that_is_cut_short_or_altered_anywhere_is_refused()
    {
        using var session = new OilsimSession();
        var part = Shard(session, "1/1");
        var whole = File.ReadAllBytes(part);
        foreach (var length in (int[])[0, 5, 12, 40, whole.Length / 2, whole.Length - 1])
        {
            AssertRefused(session, part, whole[..length]);
        }

        for (var place = 0; place < whole.Length; place += Math.Max(1, whole.Length / 23))
        {
            byte[] altered = [.. whole];
            altered[place] ^= 4;
            AssertRefused(session, part, altered);
        }

        File.WriteAllBytes(part, whole);
        Assert.Equal(ExitCode.Done, session.Type("merge", part, "--no-charts", "--out", session.Results).ExitCode);
    }

    [Theory]
    [InlineData("--shard takes K/N with K from 1 to N, such as 3/64, not '0/4'", "--shard", "0/4")]
    [InlineData("not '5/4'", "--shard", "5/4")]
    [InlineData("not '1/0'", "--shard", "1/0")]
    [InlineData("not 'a/b'", "--shard", "a/b")]
    [InlineData("not '3'", "--shard", "3")]
    [InlineData("use at most 5 shards, or more --paths", "--shard", "1/6", "--paths", "1280")]
    [InlineData("use at most 2 shards, or more --paths", "--shard", "1/3", "--paths", "2000", "--replicates", "8")]
    [InlineData("1 unit of 25,600 (whole worlds of 50", "--shard", "1/2", "--paths", "5000", "--replicates", "50")]
    [InlineData("does not divide into worlds", "--shard", "1/2", "--paths", "5001", "--replicates", "50")]
    [InlineData("--keep-paths does not go with --shard", "--shard", "1/2", "--keep-paths")]
    [InlineData("--until does not go with --shard", "--shard", "1/2", "--until", "rebels gross_revenue_usd mean 1%")]
    public void What_cannot_be_a_shard_is_refused_before_anything_is_written(string expected, params string[] arguments)
    {
        using var session = new OilsimSession();

        var result = session.Type(["run", session.Scenario, "--out", session.Results, .. arguments]);

        Assert.Equal(ExitCode.YourInput, result.ExitCode);
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(session.Results));
    }

    [Fact]
    public void What_holds_no_partial_result_is_refused()
    {
        using var session = new OilsimSession();

        Assert.Contains("does not exist", session.Type("merge", session.PathOf("nowhere")).Error);
        Assert.Contains("holds no partial result", session.Type("merge", session.Folder).Error);
        Assert.Contains("is no partial result", session.Type("merge", session.Scenario).Error);
    }

    [Fact]
    public void An_interrupted_shard_leaves_nothing()
    {
        using var session = new OilsimSession();
        using var interrupted = new CancellationTokenSource();
        interrupted.Cancel();

        var result = session.Type(
            interrupted.Token,
            ["run", session.Scenario, "--shard", "1/2", "--out", session.Results]
        );

        Assert.Equal(ExitCode.Interrupted, result.ExitCode);
        Assert.False(Directory.Exists(session.Results));
    }

    private static void AssertRefused(OilsimSession session, string part, byte[] bytes)
    {
        File.WriteAllBytes(part, bytes);
        var result = session.Type("merge", part, "--out", session.Results);
        Assert.Equal(ExitCode.YourInput, result.ExitCode);
        Assert.Matches("is no partial result|was altered", result.Error);
        Assert.False(Directory.Exists(session.Results));
    }

    private static string Shard(OilsimSession session, string shard, params string[] more)
    {
        var folder = session.PathOf("parts");
        string[] paths = more.Contains("--paths") ? [] : ["--paths", "1280"];
        var result = session.Type(["run", session.Scenario, "--shard", shard, "--out", folder, .. paths, .. more]);
        Assert.Equal((ExitCode.Done, ""), (result.ExitCode, result.Error));
        return Path.Combine(folder, $"minimal.{shard.Replace("/", "-of-", StringComparison.Ordinal)}.part");
    }

    private static void AssertSameFiles(string expected, string found)
    {
        static string[] Names(string folder) =>
            [
                .. Directory
                    .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                    .Select(file => Path.GetRelativePath(folder, file))
                    .Where(name => Path.GetFileName(name) != "run-log.json")
                    .Order(StringComparer.Ordinal),
            ];
        var names = Names(expected);
        Assert.NotEmpty(names);
        Assert.Equal(names, Names(found));
        foreach (var name in names)
        {
            Assert.True(
                File.ReadAllBytes(Path.Combine(expected, name))
                    .AsSpan()
                    .SequenceEqual(File.ReadAllBytes(Path.Combine(found, name))),
                $"{name} differs"
            );
        }
    }
}
