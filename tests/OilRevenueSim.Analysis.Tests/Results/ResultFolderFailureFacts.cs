using OilRevenueSim.Analysis.Results;
using OilRevenueSim.Analysis.Summary;
using OilRevenueSim.Analysis.Tests.Summary;

namespace OilRevenueSim.Analysis.Tests.Results;

public sealed class ResultFolderFailureFacts
{
    [Fact]
    public void A_run_that_is_given_up_leaves_the_earlier_result_untouched_and_nothing_else()
    {
        using var temporary = new TemporaryFolder();
        Earlier(temporary);
        var before = temporary.Files();
        using (var folder = ResultFolder.Begin(temporary.Root, "libya", "base"))
        {
            folder.Write("summary.csv", s => s.Write("half"u8));
        }

        Assert.Equal(before, temporary.Files());
        Assert.Equal(["base"], EntriesIn(temporary.At("libya")));
    }

    [Fact]
    public void A_place_where_nothing_can_be_made_is_told_with_the_folder_that_is_there_and_what_would_help()
    {
        using var temporary = new TemporaryFolder();
        var place = temporary.At("x", "libya", "base");
        // What .NET says where the system makes no folders, as in /proc.
        var told = ResultFolderException.From(
            new FileNotFoundException($"Could not find file '{temporary.At("x")}'."),
            place
        );
        Assert.Equal(
            $"{place} could not be written: the system makes no files or folders in {temporary.Root}. Choose another folder with --out.",
            told.Message
        );
        Assert.Equal(ResultFolderProblem.NotWritable, told.Problem);
        File.WriteAllText(temporary.At("x"), "");
        Assert.Equal(
            ResultFolderProblem.FileInTheWay,
            ResultFolderException.From(new DirectoryNotFoundException(), place).Problem
        );
        Assert.EndsWith(
            "strange. Choose another folder with --out.",
            ResultFolderException.From(new IOException("strange."), place).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_first_run_that_is_given_up_leaves_no_folder()
    {
        using var temporary = new TemporaryFolder();
        using (var folder = ResultFolder.Begin(temporary.At("results"), "libya", "base"))
        {
            folder.Write("summary.csv", s => s.Write("half"u8));
        }

        Assert.False(Directory.Exists(temporary.At("results")));
    }

    [Fact]
    public void What_a_dead_run_staged_is_removed_by_the_next()
    {
        using var temporary = new TemporaryFolder();
        Directory.CreateDirectory(temporary.At("libya", ".base.partial", "charts"));
        File.WriteAllText(temporary.At("libya", ".base.partial", "charts", "half.svg"), "half");
        File.WriteAllText(temporary.At("libya", ".base.lock"), "");
        Earlier(temporary);
        Assert.Equal(["base"], EntriesIn(temporary.At("libya")));
        Assert.False(Directory.Exists(temporary.At("libya", "base", "charts")));
    }

    [Fact]
    public void A_run_that_died_between_the_two_renames_has_lost_nothing()
    {
        using var temporary = new TemporaryFolder();
        Earlier(temporary);
        Directory.Move(temporary.At("libya", "base"), temporary.At("libya", ".base.replaced"));
        Directory.CreateDirectory(temporary.At("libya", ".base.partial"));
        ResultFolder.Begin(temporary.Root, "libya", "base").Dispose();
        Assert.Equal(["base"], EntriesIn(temporary.At("libya")));
        Assert.NotNull(ResultFolder.ReadHeadline(temporary.At("libya", "base")));
    }

    [Fact]
    public void A_run_that_died_after_the_two_renames_keeps_both_results()
    {
        using var temporary = new TemporaryFolder();
        using var other = new TemporaryFolder();
        Earlier(temporary);
        Directory.Move(temporary.At("libya", "base"), temporary.At("libya", ".base.replaced"));
        Earlier(other);
        Directory.Move(other.At("libya", "base"), temporary.At("libya", "base"));
        ResultFolder.Begin(temporary.Root, "libya", "base").Dispose();
        Assert.Equal(["base"], EntriesIn(temporary.At("libya")));
        Assert.NotNull(ResultFolder.ReadHeadline(temporary.At("libya", "base")));
        Assert.NotNull(ResultFolder.ReadHeadline(temporary.At("libya", "base", "previous")));
    }

    [Fact]
    public void A_users_own_file_outlives_a_run_that_died_after_the_two_renames()
    {
        using var temporary = new TemporaryFolder();
        using var other = new TemporaryFolder();
        Earlier(temporary);
        File.WriteAllText(temporary.At("libya", "base", "notes.txt"), "mine");
        Directory.Move(temporary.At("libya", "base"), temporary.At("libya", ".base.replaced"));
        Earlier(other);
        Directory.Move(other.At("libya", "base"), temporary.At("libya", "base"));
        Earlier(temporary);
        Assert.Equal("mine", File.ReadAllText(temporary.At("libya", "base", "notes.txt")));
    }

    [Fact]
    public void A_users_own_file_outlives_a_damaged_manifest()
    {
        using var temporary = new TemporaryFolder();
        Earlier(temporary);
        File.WriteAllText(temporary.At("libya", "base", "notes.txt"), "mine");
        File.WriteAllText(temporary.At("libya", "base", "manifest.json"), "{ not json");
        Earlier(temporary);
        Earlier(temporary);
        Assert.Equal("mine", File.ReadAllText(temporary.At("libya", "base", "notes.txt")));
    }

    [Fact]
    public void Two_runs_cannot_write_one_result_and_the_second_disturbs_nothing()
    {
        using var temporary = new TemporaryFolder();
        using var first = ResultFolder.Begin(temporary.Root, "libya", "base");
        first.Write("summary.csv", s => s.Write("whole"u8));
        var refused = Assert.Throws<ResultFolderException>(() => ResultFolder.Begin(temporary.Root, "libya", "base"));
        Assert.Equal(ResultFolderProblem.Busy, refused.Problem);
        Assert.True(File.Exists(first.PathOf("summary.csv")));
        using var beside = ResultFolder.Begin(temporary.Root, "libya", "strikes");
    }

    [Theory]
    [InlineData("results")]
    [InlineData("results/libya")]
    [InlineData("results/libya/base")]
    public void A_file_where_a_folder_is_needed_is_named(string file)
    {
        using var temporary = new TemporaryFolder();
        Directory.CreateDirectory(Path.GetDirectoryName(temporary.At(file))!);
        File.WriteAllText(temporary.At(file), "mine");
        var refused = Assert.Throws<ResultFolderException>(() =>
            ResultFolder.Begin(temporary.At("results"), "libya", "base")
        );
        Assert.Equal(ResultFolderProblem.FileInTheWay, refused.Problem);
        Assert.Contains(temporary.At(file), refused.Message, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(temporary.At(file)));
    }

    [Fact]
    public void A_folder_with_other_files_is_not_replaced()
    {
        using var temporary = new TemporaryFolder();
        Directory.CreateDirectory(temporary.At("libya", "base"));
        File.WriteAllText(temporary.At("libya", "base", "thesis.docx"), "years of work");
        var refused = Assert.Throws<ResultFolderException>(() => ResultFolder.Begin(temporary.Root, "libya", "base"));
        Assert.Equal(ResultFolderProblem.NotAResult, refused.Problem);
        Assert.Equal("years of work", File.ReadAllText(temporary.At("libya", "base", "thesis.docx")));
    }

    [Fact]
    public void A_folder_without_write_permission_is_named()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "uses /sys, in which nobody can make folders");
        var refused = Assert.Throws<ResultFolderException>(() => ResultFolder.Begin("/sys/oilsim", "libya", "base"));
        Assert.Equal(ResultFolderProblem.NotWritable, refused.Problem);
        Assert.Contains("--out", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_result_folder_made_read_only_is_named_and_untouched()
    {
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess)
        {
            Assert.Skip("permissions do not bind this user");
            return;
        }

        using var temporary = new TemporaryFolder();
        Earlier(temporary);
        var before = temporary.Files();
        File.SetUnixFileMode(temporary.At("libya"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        try
        {
            var refused = Assert.Throws<ResultFolderException>(() =>
                ResultFolder.Begin(temporary.Root, "libya", "base")
            );
            Assert.Equal(ResultFolderProblem.NotWritable, refused.Problem);
            Assert.Equal(before, temporary.Files());
        }
        finally
        {
            File.SetUnixFileMode(
                temporary.At("libya"),
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            );
        }
    }

    [Fact]
    public void A_full_disk_is_named_and_leaves_the_earlier_result_untouched()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "uses /dev/full, a file on a disk that is always full");
        using var temporary = new TemporaryFolder();
        Earlier(temporary);
        var before = temporary.Files();
        using (var folder = ResultFolder.Begin(temporary.Root, "libya", "base"))
        {
            File.CreateSymbolicLink(folder.PathOf("summary.csv"), "/dev/full");
            var rows = SummaryTable.From(ResultFolderFacts.ResultOf(SummaryTableFacts.November));
            var refused = Assert.Throws<ResultFolderException>(() => folder.WriteSummary(rows));
            Assert.Equal(ResultFolderProblem.DiskFull, refused.Problem);
            Assert.Contains("The disk is full", refused.Message, StringComparison.Ordinal);
        }

        Assert.Equal(before, temporary.Files());
    }

    [Fact]
    public void A_swap_that_fails_puts_the_earlier_result_back()
    {
        using var temporary = new TemporaryFolder();
        Earlier(temporary);
        var before = temporary.Files();
        using (var folder = ResultFolder.Begin(temporary.Root, "libya", "base"))
        {
            // Someone removes the staging folder while the run is on its way: the second rename finds nothing.
            var places = new ResultPlaces(temporary.Root, "libya", "base");
            Directory.Delete(folder.Staging, recursive: true);
            Assert.ThrowsAny<IOException>(places.Swap);
        }

        Assert.Equal(before, temporary.Files());
    }

    [Fact]
    public void A_result_is_committed_once()
    {
        using var temporary = new TemporaryFolder();
        var result = ResultFolderFacts.ResultOf(SummaryTableFacts.Nothing);
        using var folder = ResultFolder.Begin(temporary.Root, "libya", "base");
        folder.Commit(result, ResultFolderFacts.Log());
        Assert.Throws<InvalidOperationException>(() => folder.Commit(result, ResultFolderFacts.Log()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    public void A_course_that_is_no_folder_name_is_a_bug_of_the_caller(string course) =>
        Assert.Throws<ArgumentException>(() => ResultFolder.Begin(Path.GetTempPath(), "libya", course));

    private static void Earlier(TemporaryFolder temporary) =>
        ResultFolderFacts.WriteOne(temporary.Root, ResultFolderFacts.ResultOf(SummaryTableFacts.November));

    private static IEnumerable<string?> EntriesIn(string folder) =>
        Directory.EnumerateFileSystemEntries(folder).Select(Path.GetFileName);
}
