namespace OilRevenueSim.Cli.Tests;

/// <summary><c>oilsim check --step-halving</c> from the outside.</summary>
public sealed class StepCheckTests
{
    private static readonly string Everything = Checkout.PathOf(
        "tests/OilRevenueSim.Scenarios.Tests/Examples/everything.yaml"
    );

    private static readonly string[] Halving = ["--step-halving", "--paths", "2000", "--quiet"];

    [Fact]
    public void A_mean_that_moves_by_more_than_the_tolerance_ends_with_exit_code_1()
    {
        using var session = new OilsimSession();
        var result = session.Type(["check", session.Scenario, .. Halving, "--tolerance", "0.1%"]);

        Assert.Equal(ExitCode.CheckFailed, result.ExitCode);
        Assert.Contains("gross oil revenue", result.Out, StringComparison.Ordinal);
        Assert.Contains("moves by more than 0.1 %", result.Out, StringComparison.Ordinal);
        Assert.False(Directory.Exists(session.Results), "a check writes no result");
    }

    [Fact]
    public void The_same_check_holds_at_a_wide_tolerance()
    {
        using var session = new OilsimSession();
        var result = session.Type(["check", session.Scenario, .. Halving, "--tolerance", "50%"]);

        Assert.Equal(ExitCode.Done, result.ExitCode);
        Assert.Contains("within 50 %", result.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("moves by", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_halved_is_said()
    {
        using var session = new OilsimSession();
        session.Edit("step: month", "step: day");
        var day = session.Type(["check", session.Scenario, .. Halving]);
        var history = session.Type(["check", Everything, .. Halving]);

        Assert.Equal((ExitCode.YourInput, ExitCode.YourInput), (day.ExitCode, history.ExitCode));
        Assert.Contains("a step of one day cannot be halved", day.Error, StringComparison.Ordinal);
        Assert.Contains("the price light is drawn from a history", history.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_words_are_answered_with_what_would_work()
    {
        using var session = new OilsimSession();
        var nothing = session.Type("check", session.Scenario);
        var tolerance = session.Type(["check", session.Scenario, .. Halving, "--tolerance", "2"]);
        var courses = session.Type(["check", Everything, .. Halving, "--course", "all"]);

        Assert.Contains("say what to check: --step-halving", nothing.Error, StringComparison.Ordinal);
        Assert.Contains("such as 2%, not '2'", tolerance.Error, StringComparison.Ordinal);
        Assert.Contains(
            "--course takes one course, not as-it-stands, strikes, all-of-it",
            courses.Error,
            StringComparison.Ordinal
        );
    }
}
