namespace OilRevenueSim.Cli.Tests;

public sealed class WrongInputTests
{
    [Theory]
    [InlineData("--paths takes a whole number from 1 to 4,294,967,296, not '0'", "--paths", "0")]
    [InlineData("--paths takes a whole number from 1 to 4,294,967,296, not '-5'", "--paths", "-5")]
    [InlineData("--paths takes a whole number from 1 to 4,294,967,296, not '4294967297'", "--paths", "4294967297")]
    [InlineData("--paths takes a whole number from 1 to 4,294,967,296, not 'many'", "--paths", "many")]
    [InlineData("--seed takes a whole number from 0 to 18,446,744,073,709,551,615, not '-1'", "--seed", "-1")]
    [InlineData("--threads takes a whole number from 0 to 1,024, not '1.5'", "--threads", "1.5")]
    [InlineData("give --paths or --until, not both", "--paths", "5", "--until", "rebels gross_revenue_usd mean 1%")]
    [InlineData("--max-paths goes with --until", "--max-paths", "8192")]
    [InlineData("--out takes the name of a folder", "--out", "")]
    [InlineData("--size takes a width of 320 to 10,000 and a height of 240 to 10,000 pixels", "--size", "1000")]
    [InlineData("e.g. 1000x560, not '1000x239'", "--size", "1000x239")]
    [InlineData("e.g. 1000x560, not '-1000x560'", "--size", "-1000x560")]
    [InlineData("is not ADDRESS=QUANTITY", "--set", "benchmarks.brent.spot")]
    [InlineData("Unrecognized command or argument '--path'", "--path", "5")]
    [InlineData(
        "put quotes around ADDRESS=QUANTITY: --set \"benchmarks.brent.spot=50 USD/bbl\"",
        "--set",
        "benchmarks.brent.spot=50",
        "USD/bbl"
    )]
    [InlineData("there is no '--pths'; did you mean '--paths'?", "--pths", "5")]
    public void A_wrong_argument_is_named_with_what_would_work(string expected, params string[] arguments)
    {
        using var session = new OilsimSession();

        var result = session.Type(["run", session.Scenario, .. arguments]);

        AssertRefused(session, result, expected);
        Assert.Contains("oilsim run --help", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--out", "run", "minimal.yaml")]
    [InlineData("--out", "compare", "minimal.yaml")]
    [InlineData("--out", "sweep", "minimal.yaml")]
    [InlineData("--out", "chart", "results/minimal/base", "--kind", "money")]
    [InlineData("--kind", "chart", "results/minimal/base")]
    [InlineData("--id", "whence")]
    public void An_option_without_its_value_is_named(string option, params string[] arguments)
    {
        using var session = new OilsimSession();

        var result = session.Type([.. arguments, option]);

        AssertRefused(session, result, $"'{option}'");
        Assert.Contains($"oilsim {arguments[0]} --help", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rebel gross_revenue_usd mean 1%", "Did you mean 'rebels'?")]
    [InlineData("rebels gros_revenue_usd mean 1%", "Did you mean 'gross_revenue_usd'?")]
    [InlineData("rebels gross_revenue_usd mean", "also a tolerance")]
    [InlineData("rebels gross_revenue_usd mean 0%", "a tolerance above zero")]
    public void A_misspelt_target_is_named_with_the_nearest_word(string until, string expected)
    {
        using var session = new OilsimSession();

        var result = session.Type("run", session.Scenario, "--out", session.Results, "--until", until);

        AssertRefused(session, result, expected);
        Assert.Contains("^", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_override_that_names_nothing_is_refused()
    {
        using var session = new OilsimSession();

        var result = session.Run("--set", "benchmarks.brnt.spot=50 USD/bbl");

        AssertRefused(session, result, "benchmarks.brnt.spot");
        Assert.Contains("benchmarks.brent.spot", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_named_with_those_that_are_there()
    {
        using var session = new OilsimSession();

        var result = session.Type("run", session.PathOf("minimum.yaml"), "--out", session.Results);

        AssertRefused(session, result, "error ORS1001: FOLDER/minimum.yaml does not exist");
        Assert.Contains("hint: there is FOLDER/minimal.yaml", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".yaml")]
    public void A_scenario_needs_a_name(string path)
    {
        using var session = new OilsimSession();

        AssertRefused(session, session.Type("run", path, "--out", session.Results), "has no name");
    }

    [Fact]
    public void A_folder_is_not_a_scenario()
    {
        using var session = new OilsimSession();

        var result = session.Type("run", session.Folder, "--out", session.Results);

        AssertRefused(session, result, "error ORS1002: FOLDER is a folder, a scenario is one file");
    }

    [Fact]
    public void A_file_where_results_should_go_is_refused_before_anything_is_simulated()
    {
        using var session = new OilsimSession();
        File.WriteAllText(session.Results, "notes");

        var result = session.Run("--paths", "4294967296");

        Assert.Equal(ExitCode.YourInput, result.ExitCode);
        Assert.Contains("--out", result.Error, StringComparison.Ordinal);
        Assert.Equal("notes", File.ReadAllText(session.Results));
    }

    [Fact]
    public void A_place_that_cannot_be_written_is_refused()
    {
        // Root may write into read-only folders, but nobody makes folders in /proc.
        using var session = new OilsimSession();
        var place = "/proc/oilsim";
        Assert.SkipWhen(OperatingSystem.IsWindows(), "file modes");
        if (!OperatingSystem.IsWindows() && (!OperatingSystem.IsLinux() || Environment.UserName != "root"))
        {
            place = Directory.CreateDirectory(session.PathOf("locked")).FullName;
            File.SetUnixFileMode(place, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        var result = session.Type("run", session.Scenario, "--out", place, "--paths", "256");

        Assert.Equal(ExitCode.YourInput, result.ExitCode);
        Assert.Contains("oilsim: ", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_scenario_with_errors_lists_them_all_and_does_not_run()
    {
        using var session = new OilsimSession();
        session.Edit("lifting-cost:", "lifting-costs:");
        session.Edit("holder: army\n    neighbours: [coast]", "holder: navy\n    neighbours: [coast]");

        var result = session.Run();

        AssertRefused(session, result, "minimal.yaml cannot run: 2 errors");
        Assert.Contains("lifting-cost", result.Error, StringComparison.Ordinal);
        Assert.Contains("navy", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_misspelt_command_is_named_with_the_nearest_one()
    {
        using var session = new OilsimSession();

        AssertRefused(session, session.Type("vaildate", session.Scenario), "did you mean 'validate'?");
    }

    [Fact]
    public void A_list_cannot_be_set()
    {
        using var session = new OilsimSession();

        var result = session.Run("--set", "focus=army");

        AssertRefused(session, result, "focus: holds more than a single value, and --set gives one");
        Assert.Contains("change focus: in the file", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("35,000 b/d", "write 35 kb/d or 35000 b/d")]
    [InlineData("35,000 to 45,000 b/d", "write 35 to 45 kb/d or 35000 to 45000 b/d")]
    [InlineData("35,250 b/d", "write 35250 b/d")]
    [InlineData("1,5 kb/d", "write 1.5 kb/d")]
    public void Separated_thousands_are_one_mistake_with_one_hint(string written, string hint)
    {
        using var session = new OilsimSession();
        session.Edit("{ value: 35 to 45 kb/d, source", $"{{ value: {written}, source");

        AssertOneError(session, "ORS3011", hint);
        session.Edit($"{{ value: {written}, source", $"{written} # source");
        AssertOneError(session, "ORS3011", hint);
    }

    [Theory]
    [InlineData(
        "chance: { value",
        "chance: 20% within 12 months\n          { value",
        "chance: has two values: '20% within 12 months'"
    )]
    [InlineData("spot: { value", "spot: 50 USD/bbl  # dear\n      { value", "spot: has two values: '50 USD/bbl'")]
    [InlineData(
        "spot: { value: ",
        "spot: 50 USD/bbl\n      value: 60 USD/bbl # ",
        "spot: has two values: '50 USD/bbl'"
    )]
    public void A_value_above_the_old_one_is_named_as_two_values(string from, string to, string expected)
    {
        using var session = new OilsimSession();
        session.Edit(from, to);

        AssertOneError(session, "ORS1024", expected);
    }

    [Fact]
    public void New_does_not_make_folders()
    {
        using var session = new OilsimSession();

        var result = session.Type("new", session.PathOf("nowhere/mine.yaml"));

        AssertRefused(session, result, "the folder FOLDER/nowhere does not exist");
        Assert.False(Directory.Exists(session.PathOf("nowhere")));
    }

    [Fact]
    public void New_needs_a_name()
    {
        using var session = new OilsimSession();

        AssertRefused(session, session.Type("new", ""), "needs a name");
    }

    [Fact]
    public void New_does_not_overwrite()
    {
        using var session = new OilsimSession();
        var before = File.ReadAllText(session.Scenario);

        var result = session.Type("new", session.Scenario);

        Assert.Equal(ExitCode.YourInput, result.ExitCode);
        Assert.Contains("exists already", result.Error, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(session.Scenario));
    }

    private static void AssertOneError(OilsimSession session, string code, string expected)
    {
        var result = session.Type("validate", session.Scenario);

        Assert.Equal(ExitCode.YourInput, result.ExitCode);
        Assert.Contains($"error {code}: ", result.Out, StringComparison.Ordinal);
        Assert.Contains(expected, result.Out, StringComparison.Ordinal);
        Assert.EndsWith("1 error, no warnings\n", result.Out, StringComparison.Ordinal);
    }

    private static void AssertRefused(OilsimSession session, SessionResult result, string expected)
    {
        Assert.Equal(ExitCode.YourInput, result.ExitCode);
        Assert.Empty(result.Out);
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(session.Results), "nothing should be written");
    }
}
