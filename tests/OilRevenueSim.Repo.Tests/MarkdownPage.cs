using System.Text.RegularExpressions;

namespace OilRevenueSim.Repo.Tests;

/// <summary>A fenced block of a Markdown page.</summary>
/// <param name="Page">Page it stands on, relative to the repository.</param>
/// <param name="Line">Line of the opening fence, from 1.</param>
/// <param name="Language">Word after the fence, e.g. <c>bash</c>.</param>
/// <param name="Text">What stands between the fences.</param>
internal sealed record FencedBlock(string Page, int Line, string Language, string Text);

/// <summary>A Markdown page of the documentation: its fenced blocks, links and headings.</summary>
internal sealed partial class MarkdownPage
{
    private readonly List<string> prose = [];

    public MarkdownPage(string path, string text)
    {
        Path = path;
        var blocks = new List<FencedBlock>();
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith("```", StringComparison.Ordinal))
            {
                prose.Add(lines[i]);
                continue;
            }

            var opening = i;
            for (i++; i < lines.Length && lines[i] != "```"; i++) { }
            if (i == lines.Length)
            {
                throw new InvalidDataException($"{path}({opening + 1}): the fenced block is never closed.");
            }

            var content = string.Concat(lines[(opening + 1)..i].Select(l => l + "\n"));
            blocks.Add(new FencedBlock(path, opening + 1, lines[opening][3..].Trim(), content));
        }

        Blocks = blocks;
    }

    /// <summary>Pages a reader is given: those of the top folder and of docs/.</summary>
    public static IReadOnlyList<MarkdownPage> All { get; } =
    [
        .. Repository
            .Files.Where(f => f.EndsWith(".md", StringComparison.Ordinal))
            .Where(f => !f.Contains('/') || f.StartsWith("docs/", StringComparison.Ordinal))
            .Select(f => new MarkdownPage(f, Repository.Text(f))),
    ];

    /// <summary>Path relative to the repository.</summary>
    public string Path { get; }

    /// <summary>Fenced blocks in order.</summary>
    public IReadOnlyList<FencedBlock> Blocks { get; }

    /// <summary>
    /// The scenario that the <c>yaml</c> blocks of the page make, one after another, or null where they make none; its file is
    /// named after its title.
    /// </summary>
    public (string FileName, string Text)? Scenario
    {
        get
        {
            var text = string.Concat(Blocks.Where(b => b.Language == "yaml").Select(b => b.Text));
            var title = TitleLine().Match(text);
            return title.Success && text.StartsWith("schema:", StringComparison.Ordinal)
                ? (title.Groups["title"].Value.Trim().ToLowerInvariant().Replace(' ', '-') + ".yaml", text)
                : null;
        }
    }

    /// <summary>Targets of the links of the page, as written.</summary>
    public IEnumerable<string> LinkTargets =>
        prose
            .SelectMany(line => InlineLink().Matches(CodeSpan().Replace(line, "")))
            .Select(match => match.Groups["target"].Value);

    /// <summary>Pictures that the page shows: their alt text and their target as written.</summary>
    public IEnumerable<(string AltText, string Target)> Pictures =>
        prose
            .SelectMany(line => Picture().Matches(CodeSpan().Replace(line, "")))
            .Select(match => (match.Groups["alt"].Value, match.Groups["target"].Value));

    /// <summary>Anchors that the headings make: lower case, blanks to hyphens, other signs dropped.</summary>
    public IEnumerable<string> Anchors =>
        prose
            .Where(line => line.StartsWith('#'))
            .Select(line => line.TrimStart('#').Trim().ToLowerInvariant())
            .Select(heading => string.Concat(heading.Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_')))
            .Select(anchor => anchor.Replace(' ', '-'));

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex InlineLink();

    [GeneratedRegex(
        @"!\[(?<alt>[^\]]*)\]\((?<target>[^)\s]+)\)",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Picture();

    [GeneratedRegex("`[^`]*`", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CodeSpan();

    [GeneratedRegex(
        "^title: (?<title>.*)$",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex TitleLine();
}
