using System.Globalization;
using OilRevenueSim.Analysis.Statistics;
using OilRevenueSim.Core.Uncertainty;
using OilRevenueSim.Scenarios;

namespace OilRevenueSim.Tests.Sweeps;

/// <summary>The unit of a scenario's own text turns a number back into a text that means it.</summary>
public sealed class WrittenUnitTests
{
    private const double Tolerance = 1e-8;

    [Theory]
    [InlineData("minimal")]
    [InlineData("niger-delta")]
    public void The_median_of_every_written_number_is_set_by_its_text(string name)
    {
        var scenario = ScenarioFile.Load(Checkout.PathOf($"scenarios/{name}.yaml"));
        var written = scenario.WrittenNumbers.Where(q => WrittenUnit.Of(q) is not null).ToList();

        Assert.True(written.Count > 5, $"{written.Count} numbers, more than 5 expected");
        foreach (var quantity in written)
        {
            var unit = WrittenUnit.Of(quantity)!;
            var median = new QuantityLaw(quantity).Truncated.Quantile(0.5);
            var number = (decimal)SignificantDigits.Round(unit.FromBase(median), 12);
            var text = unit.Say(number.ToString(CultureInfo.InvariantCulture));

            var set = scenario.With(quantity.Address, text).Quantities.Single(q => q.Address == quantity.Address);

            var law = Assert.IsType<CertainLaw>(set.Law);
            Assert.True(
                Math.Abs(law.Value - median) <= Tolerance * Math.Abs(median),
                $"{quantity.Address} '{quantity.Text}' as '{text}': calculated {law.Value:R}, expected {median:R}, tolerance {Tolerance}"
            );
        }
    }

    [Theory]
    [InlineData("35 to 45 kb/d", "kb/d")]
    [InlineData("4% to 14% within 12 months", "% within 12 months")]
    [InlineData("uniform 0.1 to 0.2 per month", "per month")]
    [InlineData("lognormal 3 p95 24 months", "months")]
    [InlineData("1.6", "")]
    [InlineData("800 b/d to 2 kb/d", null)]
    [InlineData("waha-capacity", null)]
    public void One_unit_is_found_or_none(string text, string? unit) =>
        Assert.Equal(unit, WrittenUnit.Of(Quantity.Of(text))?.Text);
}
