using System.Text.Json;

namespace OilRevenueSim.Cli.Tests;

public sealed class ScenarioCommandTests
{
    [Fact]
    public void Validate_of_a_good_file_counts_what_it_read()
    {
        using var session = new OilsimSession();

        var result = session.Type("validate", session.Scenario);

        Assert.Equal(ExitCode.Done, result.ExitCode);
        Assert.Empty(result.Error);
        Golden.Equal("tests/OilRevenueSim.Cli.Tests/Golden/validate-good.txt", result.Out);
    }

    [Fact]
    public void Validate_of_a_bad_file_shows_every_place_and_a_hint()
    {
        using var session = new OilsimSession();
        session.Edit("spot: { value: 60 USD/bbl", "spot: { value: 60");
        session.Edit("from: rebels\n", "from: rebells\n");
        session.Edit("capacity:", "capacty:");

        var result = session.Type("validate", session.Scenario);

        Assert.Equal(ExitCode.YourInput, result.ExitCode);
        Golden.Equal("tests/OilRevenueSim.Cli.Tests/Golden/validate-bad.txt", result.Out);
    }

    [Fact]
    public void Explain_reads_the_scenario_back_with_overrides()
    {
        using var session = new OilsimSession();

        var result = session.Type("explain", session.Scenario, "--set", "benchmarks.brent.spot=81.25 USD/bbl");

        Assert.Equal(ExitCode.Done, result.ExitCode);
        Assert.Contains("81.25", result.Out, StringComparison.Ordinal);
        Assert.Contains("Rebels", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Schema_is_json()
    {
        using var session = new OilsimSession();

        using var schema = JsonDocument.Parse(session.Type("schema").Out);

        Assert.True(schema.RootElement.GetProperty("properties").TryGetProperty("benchmarks", out _));
    }

    [Fact]
    public void New_writes_a_scenario_that_validates_and_runs()
    {
        using var session = new OilsimSession();
        var file = session.PathOf("niger-delta.yaml");

        var made = session.Type("new", file);
        var validated = session.Type("validate", file);
        var run = session.Type("run", file, "--out", session.Results, "--paths", "256", "--no-charts");

        Assert.Equal((ExitCode.Done, ""), (made.ExitCode, made.Error));
        Assert.Equal(ExitCode.Done, validated.ExitCode);
        Assert.Contains(": OK\n", validated.Out, StringComparison.Ordinal);
        Assert.Contains("Niger delta", validated.Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, run.ExitCode);
    }

    [Fact]
    public void New_quotes_a_name_with_blanks_in_what_to_type_next()
    {
        using var session = new OilsimSession();

        var result = session.Type("new", session.PathOf("niger delta.yaml"));

        Assert.Contains("oilsim run \"FOLDER/niger delta.yaml\"\n", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void The_catalogue_page_is_the_catalogue()
    {
        Golden.Equal("docs/reference/catalogue.md", Scenarios.CatalogueReference.ToMarkdown());
    }
}
