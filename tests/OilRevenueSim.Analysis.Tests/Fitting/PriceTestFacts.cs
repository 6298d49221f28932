using OilRevenueSim.Analysis.Fitting;
using static OilRevenueSim.Analysis.Tests.Fitting.PriceReference;

namespace OilRevenueSim.Analysis.Tests.Fitting;

// Tests and statistics against statsmodels 0.13.5 (PriceReference).
public sealed class PriceTestFacts
{
    [Fact]
    public void Dickey_Fuller_with_lags_by_AIC_equals_statsmodels()
    {
        var test = UnitRootTest.Of(LogPrices);

        Assert.Equal((int)Number("adf", "lags"), test.Lags);
        Assert.Equal((int)Number("adf", "n"), test.Observations);
        Near(Number("adf", "statistic"), test.Statistic, 1e-9);
        Near(Number("adf", "p"), test.PValue, 1e-9);
        Near(Numbers("adf", "critical")[0], test.Critical1, 1e-9);
        Near(Numbers("adf", "critical")[1], test.Critical5, 1e-9);
        Near(Numbers("adf", "critical")[2], test.Critical10, 1e-9);
    }

    [Fact]
    public void Dickey_Fuller_with_three_lags_equals_statsmodels()
    {
        var test = UnitRootTest.Of(LogPrices, 3);

        Assert.Equal((int)Number("adf3", "n"), test.Observations);
        Near(Number("adf3", "statistic"), test.Statistic, 1e-9);
        Near(Number("adf3", "p"), test.PValue, 1e-9);
    }

    [Fact]
    public void Ljung_Box_and_Jarque_Bera_equal_statsmodels()
    {
        var diagnostics = ResidualDiagnostics.Of([.. Numbers("residuals")]);

        Near(Numbers("ljungBox")[0], diagnostics.LjungBox.Value, 1e-9);
        Near(Numbers("ljungBox")[1], diagnostics.LjungBox.PValue, 1e-9);
        Near(Numbers("jarqueBera")[0], diagnostics.JarqueBera.Value, 1e-9);
        Near(Numbers("jarqueBera")[1], diagnostics.JarqueBera.PValue, 1e-9);
        Near(Numbers("jarqueBera")[2], diagnostics.Skewness, 1e-9);
        Near(Numbers("jarqueBera")[3] - 3.0, diagnostics.ExcessKurtosis, 1e-9);
    }

    [Fact]
    public void Newey_West_equals_statsmodels() =>
        Near(Number("hacError"), PairedDifference.Of(Numbers("residuals"), 6).StandardError, 1e-10);

    [Fact]
    public void Block_length_equals_the_formula_of_Politis_and_White()
    {
        var x = LogPrices;

        Near(Number("blockLengthOfChanges"), BlockLength.Of([.. x.Skip(1).Zip(x, (b, a) => b - a)]), 1e-9);
        Near(Number("blockLengthOfPrices"), BlockLength.Of(x), 1e-9);
    }

    // Power: half-life of 2 months over 10 years of weeks. Size: 5 % of 400 walks, 20 ± 4.36; five deviations are a false alarm of 1e-6.
    [Fact]
    public void Dickey_Fuller_rejects_fast_reversion_always_and_a_random_walk_once_in_twenty()
    {
        var like = Recovery.Like(522, 7 / 365.25, 60.0);
        var reverting = Count(SchwartzFit.Model, [60.0, 2.0, 0.35], 50);
        var walks = Count(GbmFit.Model, [0.06, 0.35], 400);

        Assert.Equal(50, reverting);
        Assert.True(
            walks is >= 2 and <= 42,
            $"rejected {walks} of 400 random walks, expected 20, tolerance 22; seeds 1 to 400"
        );

        int Count(FittedModel model, double[] truth, int seeds) =>
            Enumerable
                .Range(1, seeds)
                .Count(seed =>
                    UnitRootTest
                        .Of(model.Simulate(like, truth, new NormalStream((ulong)seed, "test/adf", 0)).LogPrices, 1)
                        .Rejects
                );
    }

    [Fact]
    public void Residuals_are_normal_under_the_model_that_made_the_prices_and_not_under_another()
    {
        var like = Recovery.Like(1044, 7 / 365.25, 60.0);
        var drawn = JumpFit.OnGbm.Simulate(
            like,
            [0.05, 0.30, 2.0, -0.08, 0.16],
            new NormalStream(7, "test/residuals", 0)
        );

        var right = ResidualDiagnostics.Of(JumpFit.OnGbm.Fit(drawn, new()).Residuals);
        var wrong = ResidualDiagnostics.Of(GbmFit.Model.Fit(drawn, new()).Residuals);

        Assert.True(right.JarqueBera.PValue > 0.01, $"p = {right.JarqueBera.PValue:G3}");
        Assert.True(right.LjungBox.PValue > 0.01, $"p = {right.LjungBox.PValue:G3}");
        Assert.InRange(right.StandardDeviation, 0.95, 1.05);
        Assert.True(wrong.JarqueBera.PValue < 1e-6, $"p = {wrong.JarqueBera.PValue:G3}");
        Assert.True(wrong.ExcessKurtosis > 1.0, $"excess kurtosis {wrong.ExcessKurtosis:F2}");
    }
}
