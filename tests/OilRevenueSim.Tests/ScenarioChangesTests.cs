using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Uncertainty;
using OilRevenueSim.Core.Units;

namespace OilRevenueSim.Tests;

/// <summary>Values set by address in code.</summary>
public sealed class ScenarioChangesTests
{
    private static readonly string Minimal = File.ReadAllText(Checkout.PathOf("scenarios/minimal.yaml"));

    private static Scenario Scenario => ScenarioFile.Load(Checkout.PathOf("scenarios/minimal.yaml"));

    [Fact]
    public void A_value_set_in_code_gives_the_content_hash_of_a_file_with_that_value()
    {
        var dear = Scenario.With("benchmarks.brent.spot", "90 USD/bbl");
        var file = ScenarioFile.Parse(Minimal.Replace("60 USD/bbl", "90 USD/bbl", StringComparison.Ordinal), "minimal");

        Assert.Equal(file.ContentHash, dear.ContentHash);
        Assert.NotEqual(Scenario.ContentHash, dear.ContentHash);
        Assert.Equal(["benchmarks.brent.spot=90 USD/bbl"], dear.Overrides);
        Assert.Equal(("minimal", "A first scenario"), (dear.Name, dear.Title));
        Assert.Equal(Scenario.Files, dear.Files);
    }

    [Fact]
    public void A_value_set_and_then_changed_in_code_is_no_longer_said_to_be_as_it_was_set()
    {
        var set = Scenario.With(("benchmarks.brent.spot", "90 USD/bbl"), ("fields.oilfield.capacity", "20 kb/d"));

        var changed = (
            set with
            {
                Fields = [.. set.Fields.Select(f => f with { Capacity = Quantity.Of("30 kb/d") })],
            }
        ).Checked();

        Assert.Equal(["benchmarks.brent.spot=90 USD/bbl"], changed.Overrides);
        Assert.Equal(2, (set with { Title = "Another" }).Checked().Overrides.Length);
    }

    [Fact]
    public void Values_set_one_after_the_other_are_all_said_and_the_last_one_counts()
    {
        var changed = Scenario
            .With("benchmarks.brent.spot", "90 USD/bbl")
            .With(("end", "2021-06"), ("fields.oilfield.capacity", "20 to 30 kb/d"))
            .With("benchmarks.brent.spot", "70 USD/bbl");

        Assert.Equal(
            ["benchmarks.brent.spot=70 USD/bbl", "end=2021-06", "fields.oilfield.capacity=20 to 30 kb/d"],
            changed.Overrides
        );
        Assert.Equal(new DateOnly(2021, 6, 30), changed.End);
        Assert.Equal(new CertainLaw(70.0), changed.Quantities.Single(q => q.Address == "benchmarks.brent.spot").Law);
    }

    [Fact]
    public void Numbers_with_a_unit_are_set_with_their_bits()
    {
        const double Third = 1.0 / 3.0;
        var changed = Scenario
            .With("benchmarks.brent.spot", new UsdPerBarrel(100.0 * Third))
            .With("fields.oilfield.capacity", new BarrelsPerDay(35_000.0))
            .With("fields.oilfield.condition", new Fraction(Third))
            .With("areas.coast.changes.rebels>army.rate", new HazardRate(Third));

        CertainLaw Law(string address) =>
            Assert.IsType<CertainLaw>(changed.Quantities.Single(q => q.Address == address).Law);
        Assert.Equal(100.0 * Third, Law("benchmarks.brent.spot").Value);
        Assert.Equal(35_000.0, Law("fields.oilfield.capacity").Value);
        Assert.Equal(Third, Law("fields.oilfield.condition").Value);
        Assert.Equal(Third, Law("areas.coast.changes.rebels>army.rate").Value);
        Assert.DoesNotContain(changed.Quantities, q => q.Address == "areas.coast.changes.rebels>army.every");
    }

    [Theory]
    [InlineData("benchmarks.brent.spott", "50 USD/bbl", "near it: benchmarks.brent.spot")]
    [InlineData("benchmarks.brent.spot", "50 kb/d", "'kb/d' does not measure a price per barrel")]
    [InlineData("benchmarks.brent.spot", "50", "write 50 USD/bbl")]
    [InlineData("benchmarks.brent.spot", "-5 USD/bbl", "a price per barrel must be above zero")]
    [InlineData("fields.oilfield.condition", "120%", "a share lies between 0% and 100%")]
    [InlineData("fields.oilfield.owner", "compani", "did you mean 'company'?")]
    [InlineData("end", "2019-12", "lies before the start")]
    [InlineData("areas", "none", "With gives one")]
    public void A_value_that_cannot_be_set_is_named_with_what_would_have_worked(
        string address,
        string text,
        string expected
    )
    {
        var exception = Assert.Throws<ScenarioException>(() => Scenario.With(address, text));

        Assert.StartsWith(
            $"The scenario 'minimal' cannot be used with {address} = {text}:",
            exception.Message,
            StringComparison.Ordinal
        );
        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
        Assert.NotEmpty(exception.Diagnostics);
    }

    [Fact]
    public void An_address_cannot_be_set_twice_at_once_and_cannot_be_empty()
    {
        var exception = Assert.Throws<ScenarioException>(() =>
            Scenario.With(("start", "2020-02"), ("start", "2020-03"))
        );
        Assert.Contains("is set twice", exception.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Scenario.With(" ", "2020-02"));
    }

    [Fact]
    public void A_scenario_reads_back_from_its_text()
    {
        var changed = Scenario.With("areas.coast.changes.army>rebels.chance", "60% within 12 months");
        var read = ScenarioFile.Parse(changed.ToYaml(), "minimal");

        Assert.Equal(changed.ContentHash, read.ContentHash);
        Assert.Equal(changed.Quantities, read.Quantities);
    }
}
