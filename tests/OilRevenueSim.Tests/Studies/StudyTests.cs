using System.Text;

namespace OilRevenueSim.Tests.Studies;

/// <summary>
/// The studies of docs/studies: each runs as it stands, and its page shows its text, its output to the last digit, and its pictures.
/// <c>UPDATE_SNAPSHOTS=1</c> writes the pages and pictures anew.
/// </summary>
public sealed class StudyTests
{
    private const int MostLines = 60;

    private static readonly bool Rewrites = Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") is "1";

    public static TheoryData<string> Names =>
        [
            .. Directory
                .EnumerateFiles(Checkout.PathOf("docs/studies"), "*.cs")
                .Select(file => Path.GetFileNameWithoutExtension(file))
                .Order(StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_study_gives_what_its_page_shows(string name)
    {
        using var run = StudyRun.Of(name);

        Assert.True(run.ExitCode == 0, $"{name}: exit code {run.ExitCode}\n{run.Error}");
        Assert.Empty(run.Error);
        var pictures = run.Pictures;
        if (Rewrites)
        {
            Directory.CreateDirectory(Checkout.PathOf("docs/studies/pictures"));
            foreach (var (path, _) in pictures)
            {
                File.Copy(path, Checkout.PathOf($"docs/studies/pictures/{Path.GetFileName(path)}"), overwrite: true);
            }

            File.WriteAllText(PageOf(name), PageText(name, run.Output, pictures));
        }

        Assert.Equal(PageText(name, run.Output, pictures), File.ReadAllText(PageOf(name)).ReplaceLineEndings("\n"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_study_is_short_and_begins_with_its_question(string name)
    {
        var lines = File.ReadAllLines(Checkout.PathOf($"docs/studies/{name}.cs"));

        Assert.InRange(lines.Count(l => l.Length > 0 && !l.StartsWith("//", StringComparison.Ordinal)), 5, MostLines);
        Assert.StartsWith("// ", lines[0], StringComparison.Ordinal);
        Assert.Contains("#:project ../../src/OilRevenueSim/OilRevenueSim.csproj", lines);
        Assert.Contains(
            $"]({name}.md)",
            File.ReadAllText(Checkout.PathOf("docs/studies/README.md")),
            StringComparison.Ordinal
        );
    }

    private static string PageOf(string name) => Checkout.PathOf($"docs/studies/{name}.md");

    // The comment above the code is the page's title and text.
    private static string PageText(string name, string output, IReadOnlyList<(string Path, string AltText)> pictures)
    {
        var lines = File.ReadAllLines(Checkout.PathOf($"docs/studies/{name}.cs"));
        var comment = lines
            .TakeWhile(l => l.StartsWith("//", StringComparison.Ordinal))
            .Select(l => l[2..].Trim())
            .ToList();
        var text = new StringBuilder();
        text.Append("# ").Append(comment[0]).Append('\n').AppendJoin('\n', comment.Skip(1)).Append("\n\n");
        text.Append("```csharp\n").AppendJoin('\n', lines.Skip(comment.Count)).Replace("```csharp\n\n", "```csharp\n");
        text.Append("\n```\n\nIt prints\n\n```text\n").Append(output.TrimEnd()).Append("\n```\n");
        foreach (var (path, altText) in pictures)
        {
            var shown = altText.Replace('[', '(').Replace(']', ')').ReplaceLineEndings(" ");
            text.Append("\n![").Append(shown).Append("](pictures/").Append(Path.GetFileName(path)).Append(")\n");
        }

        return text.Append("\nThe file: [").Append(name).Append(".cs](").Append(name).Append(".cs).\n").ToString();
    }
}
