using OilRevenueSim.Analysis.Statistics;

namespace OilRevenueSim.Analysis.Tests.Statistics;

public sealed class SignificantDigitsFacts
{
    [Theory]
    [InlineData(1234.5, 2, 1200.0)]
    [InlineData(0.00098765, 3, 0.000988)]
    [InlineData(-999.6, 3, -1000.0)]
    [InlineData(0.0, 4, 0.0)]
    public void Rounds_to_the_digits_that_matter(double value, int digits, double expected) =>
        Assert.Equal(expected, SignificantDigits.Round(value, digits));

    [Fact]
    public void Zero_digits_are_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SignificantDigits.Round(1.0, 0));
}
