using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using OilRevenueSim.Analysis.Headlines;
using OilRevenueSim.Analysis.Manifests;
using OilRevenueSim.Analysis.Results;
using OilRevenueSim.Analysis.Summary;
using OilRevenueSim.Analysis.Tests.Summary;
using OilRevenueSim.Analysis.Tests.Synthetic;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Analysis.Tests.Results;

public sealed class ResultFolderFacts
{
    private static readonly EnsembleResult Result = ResultOf(SummaryTableFacts.November);

    internal static EnsembleResult ResultOf(double[] november) =>
        new SyntheticResult(10)
            .Record(
                SyntheticResult.Money("islamic-state", ReportQuantity.Gross),
                november,
                SummaryTableFacts.Nothing,
                SummaryTableFacts.Nothing
            )
            .Build();

    internal static RunLog Log() => new RunStopwatch(new FixedClock()).ToLog(threads: 2);

    internal static CommittedResult WriteOne(string root, EnsembleResult result)
    {
        using var folder = ResultFolder.Begin(root, "libya", "base");
        folder.WriteSummary(SummaryTable.From(result));
        return folder.Commit(result, Log());
    }

    [Fact]
    public void A_committed_result_holds_what_was_written_with_manifest_and_log()
    {
        using var temporary = new TemporaryFolder();
        var committed = WriteOne(temporary.At("results"), Result);
        Assert.Equal(temporary.At("results", "libya", "base"), committed.Folder);
        Assert.Null(committed.Previous);
        Assert.Equal(
            ["manifest.json", "run-log.json", "summary.csv", "summary.json"],
            temporary
                .Files()
                .Keys.Select(f => f.Replace("results/libya/base/", "", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void The_manifest_names_every_output_with_its_hash()
    {
        using var temporary = new TemporaryFolder();
        using (var folder = ResultFolder.Begin(temporary.Root, "libya", "base"))
        {
            folder.Write("charts/fan.svg", s => s.Write("<svg/>"u8));
            folder.WriteSummary(SummaryTable.From(Result));
            folder.Commit(Result, Log());
        }

        var manifest = ResultFolder.ReadManifest(temporary.At("libya", "base"))!;
        Assert.Equal(["charts/fan.svg", "summary.csv", "summary.json"], manifest.Outputs.Select(o => o.Path));
        foreach (var output in manifest.Outputs)
        {
            var bytes = File.ReadAllBytes(temporary.At("libya", "base", output.Path));
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), output.Sha256);
        }
    }

    [Fact]
    public void Identical_input_gives_a_byte_identical_manifest_without_date_or_place()
    {
        using var one = new TemporaryFolder();
        using var two = new TemporaryFolder();
        var first = File.ReadAllBytes(Path.Combine(WriteOne(one.Root, Result).Folder, ResultFolder.ManifestName));
        var second = File.ReadAllBytes(Path.Combine(WriteOne(two.Root, Result).Folder, ResultFolder.ManifestName));
        Assert.Equal(first, second);
        var text = Encoding.UTF8.GetString(first);
        Assert.DoesNotContain(one.Root, text, StringComparison.Ordinal);
        Assert.DoesNotContain("2026", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', text);
    }

    [Fact]
    public void The_manifest_carries_what_determines_the_result_and_its_sources()
    {
        using var temporary = new TemporaryFolder();
        WriteOne(temporary.Root, Result);
        using var json = JsonDocument.Parse(File.ReadAllText(temporary.At("libya", "base", "manifest.json")));
        var root = json.RootElement;
        Assert.Equal(7UL, root.GetProperty("seed").GetUInt64());
        Assert.Equal(10, root.GetProperty("paths").GetInt64());
        Assert.Equal(new string('a', 64), root.GetProperty("contentHash").GetString());
        Assert.Equal(new string('b', 64), root.GetProperty("files")[0].GetProperty("sha256").GetString());
        Assert.Equal("0.1.0", root.GetProperty("engineVersion").GetString());
        Assert.Equal("a warning", root.GetProperty("warnings")[0].GetString());
        var sources = root.GetProperty("sources").EnumerateArray().ToList();
        Assert.Equal(3, sources.Count);
        Assert.Equal("EIA, Europe Brent spot FOB", sources[0].GetProperty("source").GetString());
        Assert.Equal("read", sources[0].GetProperty("grade").GetString());
        Assert.Equal(2, sources[1].GetProperty("addresses").GetArrayLength());
        Assert.Equal("assumption", sources[2].GetProperty("grade").GetString());
        Assert.False(sources[2].TryGetProperty("source", out _));
    }

    [Fact]
    public void The_log_carries_date_and_timings()
    {
        using var temporary = new TemporaryFolder();
        var clock = new FixedClock();
        var stopwatch = new RunStopwatch(clock);
        clock.Advance(TimeSpan.FromSeconds(1.5));
        stopwatch.Lap("simulate");
        clock.Advance(TimeSpan.FromSeconds(0.25));
        stopwatch.Lap("draw");
        using (var folder = ResultFolder.Begin(temporary.Root, "libya", "base"))
        {
            folder.Commit(Result, stopwatch.ToLog(threads: 3));
        }

        using var json = JsonDocument.Parse(File.ReadAllText(temporary.At("libya", "base", "run-log.json")));
        Assert.Equal("2026-03-04T05:06:07+00:00", json.RootElement.GetProperty("started").GetString());
        Assert.Equal(1.75, json.RootElement.GetProperty("totalSeconds").GetDouble());
        Assert.Equal(3, json.RootElement.GetProperty("threads").GetInt32());
        Assert.Equal("simulate", json.RootElement.GetProperty("phases")[0].GetProperty("name").GetString());
        Assert.Equal(0.25, json.RootElement.GetProperty("phases")[1].GetProperty("seconds").GetDouble());
    }

    [Fact]
    public void A_rerun_keeps_the_earlier_result_and_drops_the_one_before()
    {
        using var temporary = new TemporaryFolder();
        foreach (var seed in new[] { 1.0, 2.0, 3.0 })
        {
            double[] november = [.. Enumerable.Repeat(seed * 1e6, 10)];
            WriteOne(temporary.Root, ResultOf(november));
        }

        Assert.Equal(3e6, MeanIn(temporary.At("libya", "base")));
        Assert.Equal(2e6, MeanIn(temporary.At("libya", "base", "previous")));
        Assert.False(Directory.Exists(temporary.At("libya", "base", "previous", "previous")));
        Assert.Equal(["base"], Directory.EnumerateFileSystemEntries(temporary.At("libya")).Select(Path.GetFileName));
    }

    [Fact]
    public void A_users_own_files_stay_where_they_are_whatever_is_rerun()
    {
        using var temporary = new TemporaryFolder();
        string[] own =
        [
            "libya/base/briefing-notes.txt",
            "libya/base/charts/mine.svg",
            "libya/base/draft/first/page.txt",
            "libya/base/previous/remark.txt",
        ];
        WriteWithCharts(temporary.Root, Result);
        foreach (var file in own)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(temporary.At(file))!);
            File.WriteAllText(temporary.At(file), file);
        }

        for (var run = 0; run < 3; run++)
        {
            WriteWithCharts(temporary.Root, Result);
            var files = temporary.Files();
            Assert.All(own, file => Assert.Equal(file, files[file]));
            Assert.Equal(own.Length + 10, files.Count);
        }
    }

    [Fact]
    public void An_own_file_whose_place_a_new_output_takes_is_kept_under_a_name_beside_it()
    {
        using var temporary = new TemporaryFolder();
        WriteOne(temporary.Root, Result);
        Directory.CreateDirectory(temporary.At("libya", "base", "charts"));
        File.WriteAllText(temporary.At("libya", "base", "charts", "fan.svg"), "mine");
        WriteWithCharts(temporary.Root, Result);
        WriteWithCharts(temporary.Root, Result);
        Assert.Equal("<svg/>", File.ReadAllText(temporary.At("libya", "base", "charts", "fan.svg")));
        Assert.Equal("mine", File.ReadAllText(temporary.At("libya", "base", "charts", "fan.kept-1.svg")));
    }

    private static void WriteWithCharts(string root, EnsembleResult result)
    {
        using var folder = ResultFolder.Begin(root, "libya", "base");
        folder.Write("charts/fan.svg", s => s.Write("<svg/>"u8));
        folder.WriteSummary(SummaryTable.From(result));
        folder.Commit(result, Log());
    }

    [Fact]
    public void The_headline_read_back_is_the_headline_of_the_run()
    {
        using var temporary = new TemporaryFolder();
        var committed = WriteOne(temporary.Root, Result);
        var read = ResultFolder.ReadHeadline(committed.Folder)!;
        var made = Headline.From(Result);
        Assert.Equal(HeadlineRow.Of(made), HeadlineRow.Of(read));
        Assert.Equal(
            made with
            {
                Actors = [],
                Files = [],
                Overrides = [],
            },
            read with
            {
                Actors = [],
                Files = [],
                Overrides = [],
            }
        );
        Assert.Equal(made.Files, read.Files);
        Assert.Empty(read.Overrides);
        Assert.Equal(made.Actors[0].Mean, read.Actors[0].Mean);
    }

    [Fact]
    public void Where_no_result_stands_there_is_no_headline_and_the_reason_is_said()
    {
        using var temporary = new TemporaryFolder();
        Assert.Null(ResultFolder.ReadHeadline(temporary.At("nowhere"), out var reason));
        Assert.Contains("holds no result", reason, StringComparison.Ordinal);
        var folder = WriteOne(temporary.Root, Result).Folder;
        File.WriteAllText(Path.Combine(folder, "summary.csv"), "something else");
        Assert.Null(ResultFolder.ReadHeadline(folder, out reason));
        Assert.Contains("Line 1", reason, StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(folder, "manifest.json"), "{ not json");
        Assert.Null(ResultFolder.ReadHeadline(folder, out reason));
        Assert.Contains("cut off or damaged in line 1", reason, StringComparison.Ordinal);
    }

    private static double MeanIn(string folder) => ResultFolder.ReadHeadline(folder)!.Actors[0].Mean.Value;

    private sealed class FixedClock : TimeProvider
    {
        private static readonly DateTimeOffset Start = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);
        private TimeSpan passed;

        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override DateTimeOffset GetUtcNow() => Start + passed;

        public override long GetTimestamp() => passed.Ticks;

        public void Advance(TimeSpan time) => passed += time;
    }
}
