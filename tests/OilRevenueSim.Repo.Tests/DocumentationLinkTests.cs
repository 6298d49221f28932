using Xunit;

namespace OilRevenueSim.Repo.Tests;

public sealed class DocumentationLinkTests
{
    [Fact]
    public void Every_link_between_pages_leads_somewhere()
    {
        var broken =
            from page in MarkdownPage.All
            from target in page.LinkTargets
            where !target.Contains("://", StringComparison.Ordinal)
            let problem = Problem(page, target)
            where problem is not null
            select problem;

        Assert.Empty(broken);
    }

    [Theory]
    [InlineData("[x](no-such-page.md)", "README.md: no-such-page.md does not exist")]
    [InlineData("[x](README.md#no-such-heading)", "README.md: README.md#no-such-heading names no heading")]
    [InlineData("[x](LICENSE) and `[y](nothing.md)`", null)]
    public void A_broken_link_is_noticed(string text, string? expected)
    {
        var page = new MarkdownPage("README.md", text);

        Assert.Equal(expected, Problem(page, page.LinkTargets.Single()));
    }

    [Fact]
    public void Every_page_of_docs_can_be_reached_from_the_readme()
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>(["README.md"]);
        while (open.TryDequeue(out var next))
        {
            if (!reached.Add(next))
            {
                continue;
            }

            var page = MarkdownPage.All.FirstOrDefault(p => p.Path == next);
            foreach (var target in page?.LinkTargets.Where(t => !t.Contains("://", StringComparison.Ordinal)) ?? [])
            {
                open.Enqueue(Resolve(next, target.Split('#')[0]));
            }
        }

        // Decision records are listed by their folder.
        var pages = MarkdownPage
            .All.Select(p => p.Path)
            .Where(p => !p.StartsWith("docs/adr/", StringComparison.Ordinal));
        Assert.Empty(pages.Except(reached, StringComparer.Ordinal));
    }

    private static string? Problem(MarkdownPage page, string target)
    {
        var parts = target.Split('#', 2);
        var path = parts[0].Length == 0 ? page.Path : Resolve(page.Path, parts[0]);
        if (!Path.Exists(Repository.PathOf(path)))
        {
            return $"{page.Path}: {target} does not exist";
        }

        if (parts.Length == 1)
        {
            return null;
        }

        var anchors = new MarkdownPage(path, Repository.Text(path)).Anchors;
        return anchors.Contains(parts[1], StringComparer.Ordinal) ? null : $"{page.Path}: {target} names no heading";
    }

    private static string Resolve(string page, string target)
    {
        var folder = Path.GetDirectoryName(Repository.PathOf(page))!;
        return Path.GetRelativePath(Repository.Root, Path.GetFullPath(Path.Combine(folder, target))).Replace('\\', '/');
    }
}
