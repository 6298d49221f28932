using System.Text.RegularExpressions;
using OilRevenueSim.Reporting;

namespace OilRevenueSim.Cli.Tests;

/// <summary>The commands that a figure carries are typed as they stand, elsewhere, and make the same bytes again.</summary>
public sealed partial class RemakeTests
{
    private const string Minimal = "tests/OilRevenueSim.Cli.Tests/Examples/minimal.yaml";
    private const string Ports = "scenarios/libya-ports-2013.yaml";
    private const string Chance = "areas.coast.changes.army>rebels.chance";

    [Theory]
    [InlineData(
        Minimal,
        "run --paths 256",
        "base",
        "fan",
        "--actor",
        "rebels",
        "--marking",
        "OFFICIAL",
        "--lang",
        "fr"
    )]
    [InlineData(Minimal, "run --paths 256", "base", "fan", "--actor", "rebels", "--quantity", "net_revenue_usd")]
    [InlineData(Minimal, "run --paths 256", "base", "money", "--size", "640x480", "--format", "svg", "--outline-text")]
    [InlineData(Minimal, "run --paths 256 --set benchmarks.brent.spot=90USD/bbl", "base", "flows", "--in", "money")]
    [InlineData(Ports, "compare --paths 256", "courses_compared", "courses", "--actor", "barqa-bureau")]
    [InlineData(
        Ports,
        "compare --paths 256",
        "courses_compared",
        "dots",
        "--course",
        "deal",
        "--actor",
        "barqa-bureau"
    )]
    [InlineData(Minimal, "sweep --paths 64 --vary benchmarks.brent.spot=40|80", "values_varied", "line")]
    [InlineData(
        Minimal,
        "sweep --paths 64 --design one-at-a-time --vary benchmarks.brent.spot=40|80 --vary " + Chance + "=10|50",
        "values_varied",
        "tornado"
    )]
    public void What_a_figure_carries_makes_it_again(
        string scenario,
        string making,
        string result,
        string kind,
        params string[] choices
    )
    {
        using var first = new OilsimSession();
        var words = making.Split(' ');
        Done(first.Type([words[0], Checkout.PathOf(scenario), .. words[1..], "--no-charts", "--out", first.Results]));
        var folder = Path.Combine(first.Results, Path.GetFileNameWithoutExtension(scenario), result);
        Done(first.Type(["chart", folder, "--kind", kind, .. choices, "--out", first.PathOf("first.svg")]));
        var proof = Figure.ReadProof(first.PathOf("first.svg"));

        using var second = new OilsimSession();
        var commands = proof.Origin!.Commands.Select(Words).ToList();
        Assert.Equal(Path.GetFileName(scenario), commands[0][1]);
        Done(second.Type([commands[0][0], Checkout.PathOf(scenario), .. commands[0][2..], "--out", second.Results]));
        var place = Path.Combine(second.Results, commands[1][1]["results/".Length..]);
        Done(second.Type(["chart", place, .. commands[1][2..], "--out", second.PathOf("second.svg")]));

        Assert.Equal(File.ReadAllText(first.PathOf("first.svg")), File.ReadAllText(second.PathOf("second.svg")));
    }

    [Theory]
    [InlineData(Minimal, "run --paths 256 --marking OFFICIAL --theme screen --lang fr", "base", "fan-rebels.svg")]
    [InlineData(
        Ports,
        "compare --paths 256 --lang ar --theme docs/themes/harbour.yaml",
        "courses_compared",
        "difference-guards-deal.svg"
    )]
    [InlineData(Ports, "compare --paths 256", "courses_compared", "courses.svg")]
    [InlineData(
        Minimal,
        "sweep --paths 64 --vary benchmarks.brent.spot=40|80 --lang fr --marking A\u00a0B",
        "values_varied",
        "line-rebels.svg"
    )]
    public void What_a_chart_drawn_by_the_way_carries_makes_it_again(
        string scenario,
        string making,
        string result,
        string chart
    )
    {
        using var first = new OilsimSession();
        var words = making.Split(' ');
        Done(first.Type([words[0], Checkout.PathOf(scenario), .. words[1..].Select(Found), "--out", first.Results]));
        var place = Path.Combine(Path.GetFileNameWithoutExtension(scenario), result);
        var drawn = Path.Combine(first.Results, place, "charts", chart);
        var commands = Figure.ReadProof(drawn).Origin!.Commands.Select(Words).ToList();

        using var second = new OilsimSession();
        var made = commands[0];
        Done(second.Type([made[0], Checkout.PathOf(scenario), .. made[2..].Select(Found), "--out", second.Results]));
        var again = Path.Combine(second.Results, place, "charts", chart);
        if (commands.Count > 1)
        {
            again = second.PathOf("again.svg");
            Done(
                second.Type([
                    "chart",
                    Path.Combine(second.Results, place),
                    .. commands[1][2..].Select(Found),
                    "--out",
                    again,
                ])
            );
        }

        Assert.Equal(File.ReadAllText(drawn), File.ReadAllText(again));
    }

    [Fact]
    public void What_a_chart_of_a_fit_carries_makes_it_again()
    {
        using var session = new OilsimSession();
        Done(session.Type("fit", "--example", session.PathOf("prices.csv")));
        string[] look = ["--lang", "fr", "--marking", "OFFICIAL", "--theme", "screen"];
        string[] line = ["fit", session.PathOf("prices.csv"), "--model", "gbm,schwartz", "--out", session.Results];
        Done(session.Type([.. line, .. look]));
        var drawn = session.PathOf("results/fit/prices/charts/fan.svg");
        var first = File.ReadAllText(drawn);
        var command = Words(Assert.Single(Figure.ReadProof(drawn).Origin!.Commands));

        Done(session.Type(["fit", session.PathOf(command[1]), .. command[2..], "--out", session.Results]));

        Assert.Equal(first, File.ReadAllText(drawn));
        Assert.Contains("maximum de vraisemblance", first, StringComparison.Ordinal);
        Assert.Equal(2, first.Split(">OFFICIAL<").Length - 1);
    }

    // A theme is named without its folder.
    private static string Found(string word) =>
        word.EndsWith("harbour.yaml", StringComparison.Ordinal) ? Checkout.PathOf("docs/themes/harbour.yaml") : word;

    private static void Done(SessionResult result) => Assert.True(result.ExitCode == ExitCode.Done, result.Error);

    // As a shell takes a line apart.
    private static string[] Words(string line) =>
        [.. Word().Matches(line).Skip(1).Select(m => m.Value.Replace("'", "", StringComparison.Ordinal))];

    [GeneratedRegex("('[^']*'|[^ '])+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
