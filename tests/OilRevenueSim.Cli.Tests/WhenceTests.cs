using OilRevenueSim.Analysis.Results;
using OilRevenueSim.Reporting;

namespace OilRevenueSim.Cli.Tests;

public sealed class WhenceTests
{
    private static OilsimSession Drawn()
    {
        var session = new OilsimSession();
        var result = session.Type([
            "run",
            session.Scenario,
            "--out",
            session.Results,
            "--paths",
            "64",
            "--size",
            "320x240",
            "--quiet",
        ]);
        Assert.Equal((ExitCode.Done, ""), (result.ExitCode, result.Error));
        return session;
    }

    private static string IdOf(OilsimSession session) => ResultFolder.ReadManifest(session.Result)!.ShortId;

    [Theory]
    [InlineData("png")]
    [InlineData("svg")]
    public void A_figure_says_where_it_comes_from_and_how_it_is_made_again(string format)
    {
        using var session = Drawn();

        var result = session.Type("whence", Path.Combine(session.Result, $"charts/holders.{format}"));

        Assert.Equal((ExitCode.Done, ""), (result.ExitCode, result.Error));
        Assert.Matches("Kind +holders\n", result.Out);
        Assert.Matches($"Id +{IdOf(session)}\n", result.Out);
        Assert.Matches("Course +base\n", result.Out);
        Assert.Contains(
            "oilsim run minimal.yaml --courses base --paths 64 --seed 1\n",
            result.Out,
            StringComparison.Ordinal
        );
        var written = format == "svg" ? " --format svg" : "";
        Assert.EndsWith(
            $"oilsim chart results/minimal/base --kind holders{written} --size 320x240\n",
            result.Out,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Json_is_the_manifest_without_its_outputs()
    {
        using var session = Drawn();

        var result = session.Type("whence", Path.Combine(session.Result, "charts/holders.png"), "--json");

        var whole = session.ResultText("manifest.json");
        var outputs = whole.IndexOf("  \"outputs\"", StringComparison.Ordinal);
        Assert.StartsWith(whole[..outputs], result.Out, StringComparison.Ordinal);
        Assert.EndsWith("  \"outputs\": []\n}\n", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void The_short_id_at_the_foot_finds_the_result()
    {
        using var session = Drawn();
        var id = IdOf(session);

        var result = session.Type("whence", "--id", id[..6], session.Results);

        Assert.Equal((ExitCode.Done, ""), (result.ExitCode, result.Error));
        Assert.StartsWith($"FOLDER/results/minimal/base  {id}  ", result.Out, StringComparison.Ordinal);
        Assert.Contains(id, session.ResultText("charts/holders.svg"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_short_id_of_a_fan_of_another_quantity_finds_the_result_it_was_drawn_of()
    {
        using var session = Drawn();
        var picture = session.PathOf("net.svg");
        session.Type(
            "chart",
            session.Result,
            "--kind",
            "fan",
            "--actor",
            "rebels",
            "--quantity",
            "net_revenue_usd",
            "--out",
            picture
        );
        var id = Figure.ReadProof(picture).Origin!.ShortId;

        var result = session.Type("whence", "--id", id, session.Results);

        Assert.Contains($"id {id}", File.ReadAllText(picture), StringComparison.Ordinal);
        Assert.Equal((ExitCode.Done, ""), (result.ExitCode, result.Error));
        Assert.StartsWith($"FOLDER/results/minimal/base  {id}  ", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_whose_result_was_deleted_says_all_and_its_id_is_not_found()
    {
        using var session = Drawn();
        var (picture, id) = (session.PathOf("kept.png"), IdOf(session));
        File.Copy(Path.Combine(session.Result, "charts/holders.png"), picture);
        Directory.Delete(session.Results, recursive: true);

        var says = session.Type("whence", picture);
        var sought = session.Type("whence", "--id", id, session.Results);
        Directory.CreateDirectory(session.Results);
        var empty = session.Type("whence", "--id", id, session.Results);

        Assert.Equal((ExitCode.Done, ""), (says.ExitCode, says.Error));
        Assert.Contains(
            "oilsim run minimal.yaml --courses base --paths 64 --seed 1\n",
            says.Out,
            StringComparison.Ordinal
        );
        Assert.Equal(ExitCode.YourInput, sought.ExitCode);
        Assert.Contains("FOLDER/results is no folder of results", sought.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.YourInput, empty.ExitCode);
        Assert.Contains($"holds no result with the id {id}", empty.Error, StringComparison.Ordinal);
        Assert.Contains("oilsim whence FILE", empty.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_id_that_no_result_has_is_answered_with_those_there_are()
    {
        using var session = Drawn();

        var result = session.Type("whence", "--id", "0000000000", session.Results);

        Assert.Equal(ExitCode.YourInput, result.ExitCode);
        Assert.Contains(
            $"there is {IdOf(session)} (FOLDER/results/minimal/base)",
            result.Error,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("minimal.yaml", "is no PNG, SVG or PDF")]
    [InlineData("nothing.png", "does not exist")]
    [InlineData("cut.svg", "cut.svg is cut off or damaged: it ends in the middle")]
    [InlineData("cut.png", "cut.png is cut off or damaged: it ends in the middle")]
    [InlineData("cut.pdf", "cut.pdf is cut off or damaged: it ends in the middle")]
    [InlineData("empty.png", "empty.png is cut off or damaged: it is empty")]
    [InlineData("foreign.png", "does not say where it comes from")]
    [InlineData("photo.jpg", "is no PNG, SVG or PDF")]
    [InlineData("foreign.svg", "does not say where it comes from")]
    [InlineData("foreign.svg", "oilsim whence --id ID FOLDER")]
    [InlineData("", "is a folder")]
    public void What_says_nothing_is_told_why(string name, string why)
    {
        using var session = new OilsimSession();
        File.WriteAllText(session.PathOf("cut.svg"), "<svg xmlns='http://www.w3.org/2000/svg'><g>");
        File.WriteAllText(session.PathOf("foreign.svg"), "<svg xmlns='http://www.w3.org/2000/svg'></svg>");

        File.WriteAllBytes(session.PathOf("empty.png"), []);
        File.WriteAllBytes(session.PathOf("photo.jpg"), [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF"u8]);
        byte[] signature = [0x89, .. "PNG\r\n"u8, 0x1A, (byte)'\n'];
        byte[] header = [0, 0, 0, 13, .. "IHDR"u8, 0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0, 0, 0, 0, 0];
        File.WriteAllBytes(session.PathOf("cut.png"), [.. signature, .. header[..20]]);
        File.WriteAllBytes(
            session.PathOf("foreign.png"),
            [.. signature, .. header, 0, 0, 0, 0, .. "IEND"u8, 0, 0, 0, 0]
        );
        File.WriteAllText(session.PathOf("cut.pdf"), "%PDF-1.4\n1 0 obj\n");

        var result = session.Type("whence", session.PathOf(name));

        Assert.Equal((ExitCode.YourInput, ""), (result.ExitCode, result.Out));
        Assert.Contains(why, result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("xyz0")]
    [InlineData("abc")]
    public void What_is_no_id_is_refused(string id)
    {
        using var session = new OilsimSession();
        Assert.Contains("--id takes ten digits", session.Type("whence", "--id", id).Error, StringComparison.Ordinal);
        Assert.Contains("give a figure, or --id", session.Type("whence").Error, StringComparison.Ordinal);
    }
}
