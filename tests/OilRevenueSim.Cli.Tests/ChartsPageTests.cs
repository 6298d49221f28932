using System.Runtime.InteropServices;
using System.Text;
using OilRevenueSim.Analysis.Words;
using OilRevenueSim.Reporting;

namespace OilRevenueSim.Cli.Tests;

/// <summary>docs/charts.md shows every kind of chart: what the registry says of it, its picture, the command that makes it.</summary>
public sealed class ChartsPageTests
{
    private const string Page = "docs/charts.md";
    private const string Pictures = "pictures/charts/";
    private const string Usual = "results/isil-syria-iraq-2014/as-it-stands";

    /// <summary>Results from which kinds are shown; a kind that is not named here is shown of the first below that can have it.</summary>
    private static readonly Dictionary<string, string> Shown = new(StringComparer.Ordinal)
    {
        ["exceedance"] = "results/sirte-2016/as-it-stands",
        ["holders"] = "results/sirte-2016/as-it-stands",
        ["timeline"] = "results/sirte-2016/as-it-stands",
        ["map"] = "results/sirte-2016/as-it-stands",
        ["dots"] = "results/sirte-2016/as-it-stands",
    };

    private static readonly string[] Results =
    [
        Usual,
        "results/sirte-2016/as-it-stands",
        "results/isil-syria-iraq-2014/courses_compared",
        "results/minimal/values_varied",
        "levels/isil-syria-iraq-2014/as-it-stands",
        "surface/minimal/values_varied",
        "tornado/sirte-2016/values_varied",
    ];

    [Fact]
    public void The_page_shows_every_kind_as_the_registry_tells_it_with_its_picture()
    {
        using var session = new OilsimSession();
        var head = Head();
        Array.ForEach(Commands(head), line => Assert.Equal("", Warnings(session.Type(Here(session, line)))));
        var saved = Results.ToDictionary(r => r, r => SavedResult.Open(session.PathOf(r)), StringComparer.Ordinal);
        var simulated = new Dictionary<string, SimulatedResult>(StringComparer.Ordinal);
        var page = new StringBuilder(head);
        foreach (var kind in ChartKinds.All)
        {
            var result =
                Shown.GetValueOrDefault(kind.Name) ?? Results.First(r => kind.WhyNot(saved[r].Outline) is null);
            if (!simulated.TryGetValue(result, out var drawable))
            {
                var records = ChartKinds.All.SelectMany(k => k.Records).Distinct(StringComparer.Ordinal);
                simulated[result] = drawable = saved[result].Simulate(records);
            }

            var (_, request) = kind.Figures(drawable.Outline, ChartRequest.Any)[0];
            var figure = drawable.Draw(kind, request, Language.English);
            AssertPicture($"docs/{Pictures}{kind.Name}.png", figure);
            page.Append(Section(kind, drawable.Outline, result, request, figure));
        }

        Golden.Equal(Page, page.ToString());
    }

    private static string Section(
        ChartKind kind,
        ResultOutline outline,
        string result,
        ChartRequest request,
        Figure figure
    )
    {
        var chosen = kind.ChoicesOf(outline)
            .Where(c => c.Known?.Invoke(outline).Length > 1)
            .Select(c => $" --{c.Name} {request[c.Name]}");
        return $"""

            ## {kind.Name}

            ![{Capital(kind.Purpose)}: {figure.Title}]({Pictures}{kind.Name}.png)

            **{Capital(kind.Purpose)}.** {kind.WhenToUse}

            ```bash
            oilsim chart {result} --kind {kind.Name}{string.Concat(chosen)} --out figures
            ```

            """.ReplaceLineEndings("\n");
    }

    private static string Head()
    {
        var text = File.ReadAllText(Checkout.PathOf(Page)).ReplaceLineEndings("\n");
        var end = text.IndexOf("-->\n", StringComparison.Ordinal);
        Assert.True(end > 0, $"{Page} has no line that says where the kinds begin.");
        return text[..(end + "-->\n".Length)];
    }

    /// <summary>Lines of the page that make its results.</summary>
    private static string[] Commands(string head) =>
        [
            .. head.Split('\n')
                .Where(line =>
                    line.StartsWith("oilsim ", StringComparison.Ordinal)
                    && line.Contains("--no-charts", StringComparison.Ordinal)
                ),
        ];

    /// <summary>A line as it is typed in the folder of the session.</summary>
    private static string[] Here(OilsimSession session, string line)
    {
        var words = line.Split(' ')[1..].Select(w => w.Trim('\'')).ToList();
        words = [.. words.Select(w => w.StartsWith("scenarios/", StringComparison.Ordinal) ? Checkout.PathOf(w) : w)];
        var at = words.IndexOf("--out");
        if (at < 0)
        {
            return [.. words, "--out", session.Results];
        }

        words[at + 1] = session.PathOf(words[at + 1]);
        return [.. words];
    }

    private static string Warnings(SessionResult result) => result.ExitCode == ExitCode.Done ? "" : result.Error;

    private static void AssertPicture(string file, Figure figure)
    {
        var path = Checkout.PathOf(file);
        var png = figure.ToPng(960, 540);
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, png);
            return;
        }

        Assert.True(File.Exists(path), $"{file} is missing; run with UPDATE_SNAPSHOTS=1 to write it, then look at it.");
        // Other systems round letters otherwise.
        if (OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture == Architecture.X64)
        {
            Assert.True(
                File.ReadAllBytes(path).AsSpan().SequenceEqual(png),
                $"{file} is another picture than is drawn now; run with UPDATE_SNAPSHOTS=1 to write it, then look at it."
            );
        }
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
