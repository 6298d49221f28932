using System.Buffers.Binary;
using Xunit;

namespace OilRevenueSim.Repo.Tests;

/// <summary>The pictures of the documentation, the pages that show them and the script that makes them agree.</summary>
public sealed class DocumentationPictureTests
{
    private const string Folder = "docs/pictures/";
    private const string Script = Folder + "make";
    private const string ChartFolder = Folder + "charts/";
    private const string StudyFolder = "docs/studies/pictures/";
    private const int ShortestAltText = 40;

    // A picture carries the manifest of its run, which is as long as the scenario's list of sources.
    private const int MostBytes = 256 * 1024;

    [Fact]
    public void Every_picture_of_a_page_exists_is_told_in_words_and_is_made_by_the_script()
    {
        var wrong =
            from page in MarkdownPage.All
            from picture in page.Pictures
            let problem = Problem(page.Path, picture.AltText, picture.Target)
            where problem is not null
            select problem;

        Assert.NotEmpty(MarkdownPage.All.SelectMany(p => p.Pictures));
        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("![](docs/pictures/sirte-2016-exceedance.png)", "has no alt text that tells it")]
    [InlineData("![A chart](docs/pictures/sirte-2016-exceedance.png)", "has no alt text that tells it")]
    [InlineData("![Forty letters say what there is to see in it](docs/pictures/none.png)", "does not exist")]
    [InlineData("![Forty letters say what there is to see in it](LICENSE)", "is not made by docs/pictures/make")]
    public void A_picture_that_is_not_as_it_should_be_is_noticed(string text, string problem)
    {
        var (altText, target) = new MarkdownPage("README.md", text).Pictures.Single();

        Assert.Equal($"README.md: {target} {problem}", Problem("README.md", altText, target));
    }

    [Fact]
    public void The_script_makes_what_is_shown_and_nothing_else() =>
        Assert.Equal(
            Shown()
                .Where(f =>
                    f.StartsWith(Folder, StringComparison.Ordinal)
                    && !f.StartsWith(ChartFolder, StringComparison.Ordinal)
                ),
            Made().Order(StringComparer.Ordinal)
        );

    [Fact]
    public void No_picture_lies_unused()
    {
        var lying = Repository
            .Files.Where(f =>
                f.StartsWith(Folder, StringComparison.Ordinal) || f.StartsWith(StudyFolder, StringComparison.Ordinal)
            )
            .Where(f => f != Script);

        Assert.Equal(Shown(), lying.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Pictures_are_small_and_about_as_wide_as_a_page()
    {
        foreach (var file in Shown())
        {
            var png = File.ReadAllBytes(Repository.PathOf(file));
            // After the signature and the head of its first chunk: width, height.
            var width = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16));

            Assert.True(png.Length <= MostBytes, $"{file}: {png.Length} bytes, at most {MostBytes}");
            Assert.InRange(width, 900, 1100);
        }
    }

    /// <summary>Files that pages show, each once.</summary>
    private static List<string> Shown() =>
        [
            .. MarkdownPage
                .All.SelectMany(page => page.Pictures.Select(picture => Resolve(page.Path, picture.Target)))
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>Files that the script's list names.</summary>
    private static IEnumerable<string> Made() =>
        Repository
            .Text(Script)
            .Split('\n')
            .SkipWhile(line => !line.Contains("<<'LIST'", StringComparison.Ordinal))
            .Skip(1)
            .TakeWhile(line => line != "LIST")
            .Select(line => $"{Folder}{line.Split(' ')[0]}.png");

    /// <summary>Pictures of a study are made by the test that holds its page, and shown there.</summary>
    private static bool IsOfAStudy(string page, string file) =>
        file.StartsWith(StudyFolder, StringComparison.Ordinal)
        && page.StartsWith("docs/studies/", StringComparison.Ordinal)
        && Repository
            .Text(Path.ChangeExtension(page, ".cs"))
            .Contains(Path.GetFileNameWithoutExtension(file), StringComparison.Ordinal);

    /// <summary>Pictures of kinds of charts are made by the test that holds their page.</summary>
    private static bool IsOfAKind(string page, string file) =>
        page == "docs/charts.md" && file.StartsWith(ChartFolder, StringComparison.Ordinal);

    private static string? Problem(string page, string altText, string target)
    {
        var file = Resolve(page, target);
        return !File.Exists(Repository.PathOf(file)) ? $"{page}: {target} does not exist"
            : altText.Length < ShortestAltText ? $"{page}: {target} has no alt text that tells it"
            : !Made().Contains(file) && !IsOfAStudy(page, file) && !IsOfAKind(page, file)
                ? $"{page}: {target} is not made by {Script}"
            : null;
    }

    private static string Resolve(string page, string target) =>
        Path.GetRelativePath(
                Repository.Root,
                Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Repository.PathOf(page))!, target))
            )
            .Replace('\\', '/');
}
