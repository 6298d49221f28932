using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim.Scenarios.Tests;

/// <summary>What holds for every scenario that is shipped.</summary>
public sealed class ShippedScenarioTests
{
    public static TheoryData<string> Files =>
        [.. Directory.EnumerateFiles(Folder(), "*.yaml").Select(f => Path.GetFileName(f))];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_shipped_scenario_is_read_without_a_finding(string file)
    {
        var reading = ScenarioReader.Read(Path.Combine(Folder(), file));

        Assert.Empty(reading.Diagnostics.Select(d => d.Render()));
        Assert.NotNull(reading.Scenario);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_number_of_a_shipped_scenario_names_its_source_and_every_assumption_its_reason(string file)
    {
        var quantities = ScenarioReader.Read(Path.Combine(Folder(), file)).Scenario!.Quantities;

        // What the file does not say is a default of the catalogue, which the reader notes as such.
        var written = quantities.Where(q => q.Provenance.Note != "default").ToList();
        Assert.NotEmpty(written);
        Assert.Empty(written.Where(q => q.Provenance.Source is null or "").Select(q => q.Address));
        Assert.Empty(written.Where(q => q.Provenance.Grade == SourceGrade.Unstated).Select(q => q.Address));
        Assert.Empty(
            written
                .Where(q => q.Provenance is { Grade: SourceGrade.Assumption, Note: null or "" })
                .Select(q => q.Address)
        );
    }

    [Fact]
    public void Sirte_2016_starts_from_the_brent_price_of_1_February_2016()
    {
        var scenario = ScenarioReader.Read(Path.Combine(Folder(), "sirte-2016.yaml")).Scenario!;

        var spot = scenario.Quantities.Single(q => q.Address == "benchmarks.brent.spot");
        Assert.Equal(new CertainLaw(32.45), spot.Law);
        Assert.Equal(new DateOnly(2016, 2, 1), scenario.Start);
        Assert.Equal(new DateOnly(2017, 12, 31), scenario.End);
    }

    [Fact]
    public void Only_the_national_oil_corporation_may_export_in_sirte_2016()
    {
        var scenario = ScenarioReader.Read(Path.Combine(Folder(), "sirte-2016.yaml")).Scenario!;

        Assert.Equal(["noc"], scenario.Markets.Single(m => m.Name == "export").Sellers);
        Assert.Equal(["islamic-state"], scenario.Actors.Where(a => a.SellsOnOwnAccount).Select(a => a.Name));
    }

    internal static string Folder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "OilRevenueSim.sln")))
        {
            folder =
                folder.Parent ?? throw new DirectoryNotFoundException("OilRevenueSim.sln lies above no test folder.");
        }

        return Path.Combine(folder.FullName, "scenarios");
    }
}
