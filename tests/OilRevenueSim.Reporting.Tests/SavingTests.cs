using Xunit;

namespace OilRevenueSim.Reporting.Tests;

public sealed class SavingTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("saving");

    public void Dispose() => folder.Delete(recursive: true);

    private string PathOf(string name) => Path.Combine(folder.FullName, name);

    private string[] Names() => [.. folder.GetFileSystemInfos().Select(f => f.Name).Order(StringComparer.Ordinal)];

    [Theory]
    [InlineData("fan.png")]
    [InlineData("fan.SVG")]
    [InlineData("fan.pdf")]
    public void The_ending_decides_and_the_words_stand_beside(string name)
    {
        var figure = SampleOrigin.Fan();
        figure.Save(PathOf(name));
        Assert.Equal(new[] { "fan.alt.txt", name }.Order(StringComparer.Ordinal), Names());
        Assert.Equal(SampleOrigin.Manifest.ShortId, Figure.ReadProof(PathOf(name)).Origin!.ShortId);
        Assert.Equal($"{figure.Title}\n\n{figure.AltText}\n", File.ReadAllText(PathOf("fan.alt.txt")));
    }

    [Fact]
    public void Another_ending_is_refused_with_those_there_are()
    {
        var failure = Assert.Throws<ArgumentException>(() => SampleOrigin.Fan().Save(PathOf("fan.gif")));
        Assert.Contains("'.gif'; a figure is saved as .png, .svg or .pdf", failure.Message, StringComparison.Ordinal);
        Assert.Empty(Names());
    }

    [Fact]
    public void A_file_that_was_there_is_replaced_and_folders_are_made()
    {
        var path = PathOf("a/b/fan.png");
        SampleOrigin.Fan().SavePng(path, 640, 480);
        File.WriteAllText(path, "older");
        SampleOrigin.Fan().SavePng(path, 640, 480);
        Assert.Equal(SampleOrigin.Fan().ToPng(640, 480), File.ReadAllBytes(path));
    }

    [Fact]
    public void Where_nothing_can_be_written_the_earlier_file_stands_and_nothing_is_left()
    {
        var path = PathOf("fan.png");
        File.WriteAllText(path, "older");
        // The place of the file that becomes the new one is taken.
        Directory.CreateDirectory(PathOf(".fan.png.partial"));
        var failure = Assert.Throws<IOException>(() => SampleOrigin.Fan().SavePng(path, 640, 480));
        Assert.StartsWith($"{path} could not be written: ", failure.Message, StringComparison.Ordinal);
        Assert.Equal("older", File.ReadAllText(path));
        Assert.Equal([".fan.png.partial", "fan.png"], Names());
    }

    [Fact]
    public void A_folder_of_that_name_is_said_to_be_there()
    {
        Directory.CreateDirectory(PathOf("fan.svg"));
        var failure = Assert.Throws<IOException>(() => SampleOrigin.Fan().Save(PathOf("fan.svg")));
        Assert.Contains("a folder of that name is there", failure.Message, StringComparison.Ordinal);
        Assert.Equal(["fan.svg"], Names());
    }

    [Fact]
    public void A_file_in_place_of_a_folder_is_told()
    {
        File.WriteAllText(PathOf("here"), "");
        Assert.Throws<IOException>(() => SampleOrigin.Fan().Save(PathOf("here/fan.svg")));
        Assert.Equal(["here"], Names());
    }

    [Fact]
    public void A_read_only_folder_is_told()
    {
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess)
        {
            Assert.Skip("permissions do not bind this user");
            return;
        }

        File.SetUnixFileMode(folder.FullName, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        try
        {
            var failure = Assert.Throws<IOException>(() => SampleOrigin.Fan().Save(PathOf("fan.svg")));
            Assert.Contains("no permission to write there", failure.Message, StringComparison.Ordinal);
            Assert.Empty(Names());
        }
        finally
        {
            File.SetUnixFileMode(
                folder.FullName,
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            );
        }
    }
}
