using System.CommandLine;
using System.Text;
using OilRevenueSim.Cli.Commands;
using OilRevenueSim.Cli.Terminals;
using OilRevenueSim.Reporting;

namespace OilRevenueSim.Cli.Tests;

public sealed class FigureOptionsTests
{
    private static readonly string Harbour = Checkout.PathOf("docs/themes/harbour.yaml");

    [Fact]
    public void Nothing_given_is_the_look_of_paper()
    {
        var (look, errors) = Read();
        Assert.Empty(errors);
        Assert.Equal(new FigureOptions(), look);
        Assert.Same(FigureTheme.Print, look!.Theme);
    }

    [Fact]
    public void Words_marking_and_theme_are_read()
    {
        var (look, _) = Read("--title", "Two months", "--subtitle", "", "--marking", "SECRET", "--theme", "screen");
        Assert.Equal(("Two months", "", "SECRET"), (look!.Title, look.Subtitle, look.Marking));
        Assert.Same(FigureTheme.Screen, look.Theme);
        Assert.Equal("Harbour Institute", Read("--theme", Harbour).Look!.Theme.Name);
    }

    [Theory]
    [InlineData("--marking takes one line of 1 to 80 letters", "--marking", "")]
    [InlineData("--marking takes one line of 1 to 80 letters", "--marking", "one\ntwo")]
    [InlineData("--title takes a text", "--title", " ")]
    public void Words_that_cannot_stand_are_refused(string says, params string[] args) =>
        Assert.Contains(says, string.Join(' ', Read(args).Errors), StringComparison.Ordinal);

    [Fact]
    public void A_theme_that_does_not_exist_names_the_nearest()
    {
        Assert.Contains(
            "did you mean screen?",
            Assert.Throws<InputException>(() => Read("--theme", "scren")).Message,
            StringComparison.Ordinal
        );
        var wrong = Harbour.Replace("harbour", "harbor", StringComparison.Ordinal);
        Assert.Contains(
            $"did you mean {Harbour}?",
            Assert.Throws<InputException>(() => Read("--theme", wrong)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_run_with_a_faulty_theme_says_all_and_writes_nothing()
    {
        using var session = new OilsimSession();
        var theme = Path.Combine(session.Folder, "look.yaml");
        File.WriteAllText(theme, "colours:\n  ink: \"#eeeeee\"\n  quiet: blue\n");
        var result = session.Run("--theme", theme);
        Assert.Equal(ExitCode.YourInput, result.ExitCode);
        Assert.Contains("look.yaml(2,8): error ORS9002", result.Error, StringComparison.Ordinal);
        Assert.Contains("look.yaml(3,10): error ORS9001", result.Error, StringComparison.Ordinal);
        Assert.Contains("cannot be used: 2 errors", result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(session.Results));
    }

    [Fact]
    public void Every_chart_of_a_run_carries_the_marking()
    {
        using var session = new OilsimSession();
        string[] line = ["run", session.Scenario, "--out", session.Results, "--paths", "256"];
        Assert.Equal(ExitCode.Done, session.Type([.. line, "--marking", "EXERCISE", "--theme", "screen"]).ExitCode);
        var charts = Directory.GetFiles(session.Results, "*.svg", SearchOption.AllDirectories);
        Assert.NotEmpty(charts);
        Assert.All(charts, c => Assert.Equal(2, Count(File.ReadAllText(c), ">EXERCISE</text>")));
        Assert.All(
            Directory.GetFiles(session.Results, "*.png", SearchOption.AllDirectories),
            c => Assert.Contains("EXERCISE. ", Encoding.UTF8.GetString(File.ReadAllBytes(c)), StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("run", "minimal/base", "fan-rebels")]
    [InlineData("sweep --vary benchmarks.brent.spot=40|80", "minimal/values_varied", "line-rebels")]
    public void Formats_size_and_language_are_those_asked_for(string making, string result, string chart)
    {
        using var session = new OilsimSession();
        var words = making.Split(' ');
        string[] asked = ["--format", "pdf,svg", "--lang", "fr", "--size", "640x480"];
        var said = session.Type([
            words[0],
            session.Scenario,
            .. words[1..],
            "--paths",
            "64",
            "--out",
            session.Results,
            .. asked,
        ]);
        Assert.Equal((ExitCode.Done, ""), (said.ExitCode, said.Error));
        Assert.Contains("(.pdf, .svg, .alt.txt)", said.Out, StringComparison.Ordinal);

        var charts = Path.Combine(session.Results, result, "charts");
        Assert.Equal(
            [".pdf", ".svg", ".txt"],
            Directory.GetFiles(charts).Select(f => Path.GetExtension(f)).Distinct().Order(StringComparer.Ordinal)
        );
        var svg = File.ReadAllText(Path.Combine(charts, chart + ".svg"));
        Assert.Contains("width=\"640\" height=\"480\"", svg, StringComparison.Ordinal);
        Assert.Contains("graine 1", svg, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("run")]
    [InlineData("compare")]
    [InlineData("sweep")]
    [InlineData("fit")]
    [InlineData("replay")]
    public void A_format_that_there_is_not_is_told_before_anything_is_written(string command)
    {
        using var session = new OilsimSession();
        Assert.Equal(ExitCode.Done, session.Type("fit", "--example", session.PathOf("prices.csv")).ExitCode);
        string[] vary =
            command == "sweep" ? ["--vary", "benchmarks.brent.spot=40|80"]
            : command == "replay" ? ["--path", "1"]
            : [];
        var file = command == "fit" ? session.PathOf("prices.csv") : session.Scenario;
        var result = session.Type([command, file, .. vary, "--out", session.Results, "--format", "pgn"]);
        Assert.Equal(ExitCode.YourInput, result.ExitCode);
        Assert.Contains(
            "--format pgn: there is png, svg, pdf, csv\n  hint: did you mean png?",
            result.Error,
            StringComparison.Ordinal
        );
        Assert.False(Directory.Exists(session.Results));
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    private static (FigureOptions? Look, string[] Errors) Read(params string[] args)
    {
        var arguments = new FigureOptionsArguments();
        var command = new Command("draw");
        Array.ForEach(arguments.All, command.Add);
        var given = command.Parse(args);
        string[] errors = [.. given.Errors.Select(e => e.Message)];
        var silent = new Terminal { Out = TextWriter.Null, Error = TextWriter.Null };
        return errors.Length > 0 ? (null, errors) : (arguments.Read(given, silent), errors);
    }
}
