using System.Collections.Concurrent;
using MathNet.Numerics.Statistics;
using OilRevenueSim.Analysis.Fitting;
using OilRevenueSim.Core.Prices;

namespace OilRevenueSim.Analysis.Tests.Fitting;

public sealed class UnusualHistoryFacts
{
    public static TheoryData<string, PriceHistory> Refused =>
        new()
        {
            { "history.PricesUsd: 2 prices in weekly; allowed: 20 or more.", Weekly([60.0, 61.0]) },
            {
                "history.PricesUsd: fewer than three different prices, the first 60 USD/bbl; allowed: prices that move.",
                Weekly([.. Enumerable.Repeat(60.0, 50)])
            },
            {
                "history.PricesUsd: -37.63 on 2000-05-22; allowed: a finite price above zero.",
                Weekly([.. Enumerable.Range(0, 40).Select(i => i == 20 ? -37.63 : 60.0 + i)])
            },
            {
                "history.PricesUsd: 39 prices for 40 dates; allowed: one price per date.",
                Moving(40) with
                {
                    PricesUsd = [.. Enumerable.Range(0, 39).Select(i => 60.0 + i)],
                }
            },
            {
                "history.Dates: 2000-01-03 after 2000-01-03; allowed: dates that ascend.",
                Moving(40) with
                {
                    Dates = [.. Enumerable.Repeat(new DateOnly(2000, 1, 3), 40)],
                }
            },
            {
                "history.Futures: 3m with 1 prices, maturity 0.25 years; allowed: 40 prices (NaN where none) and a maturity above zero.",
                Moving(40) with
                {
                    Futures =
                    [
                        new()
                        {
                            Name = "3m",
                            MaturityYears = 0.25,
                            PricesUsd = [60.0],
                        },
                    ],
                }
            },
        };

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_history_that_cannot_be_fitted_is_refused_with_what_is_allowed(string message, PriceHistory history) =>
        Assert.Equal(message, Assert.Throws<PriceFitException>(() => PriceModelFits.All(history)).Message);

    [Fact]
    public void Jumps_and_regimes_refuse_averages_of_periods()
    {
        var averages = Moving(40) with { Meaning = PriceMeaning.PeriodAverage };

        Assert.Equal("history.Meaning", Assert.Throws<PriceFitException>(() => JumpFit.OfGbm(averages)).Argument);
        Assert.Equal("history.Meaning", Assert.Throws<PriceFitException>(() => JumpFit.OfSchwartz(averages)).Argument);
        Assert.Equal("history.Meaning", Assert.Throws<PriceFitException>(() => RegimesFit.Of(averages)).Argument);
    }

    [Fact]
    public void Options_out_of_range_are_refused()
    {
        Assert.Throws<PriceFitException>(() => GbmFit.Of(Moving(40), new() { BootstrapSamples = 3 }));
        Assert.Throws<PriceFitException>(() => ForecastScores.Of(Moving(100), new() { HorizonSteps = [60] }));
        Assert.Throws<PriceFitException>(() => ForecastScores.Of(Moving(30)));
        Assert.Throws<PriceFitException>(() => UnitRootTest.Of([1.0, 2.0]));
        Assert.Throws<PriceFitException>(() => BlockLength.OfLogPrices([1.0, 2.0]));
    }

    [Fact]
    public void A_price_that_grows_away_from_its_mean_has_no_level_and_an_infinite_half_life()
    {
        var fit = SchwartzFit.Of(
            Weekly([.. Enumerable.Range(0, 200).Select(i => Math.Exp(3.0 + (0.0001 * i * i) + (0.01 * (i % 3))))])
        );

        Assert.False(fit.Converged);
        Assert.Contains(
            fit.Remarks,
            r => r.StartsWith("half-life stands at its border, infinity", StringComparison.Ordinal)
        );
        Assert.Equal(double.PositiveInfinity, fit.Parameters[1].Estimate);
        Assert.True(double.IsNaN(fit.Parameters[0].Estimate));
        // The likelihood is that of a walk with drift, and so are the residuals.
        Assert.InRange(fit.Residuals.Average(), -1e-9, 1e-9);
        Assert.InRange(fit.Residuals.StandardDeviation(), 0.99, 1.01);
    }

    // Half of 100 walks should have an infinite median-unbiased half-life, and 95 an open interval (50 ± 25 and 95 ± 11: five deviations, false alarm 1e-6).
    [Fact]
    public void The_half_life_of_random_walks_is_infinite_in_half_of_them_and_open_in_nineteen_of_twenty()
    {
        var fits = Recovery.Fits(GbmThenSchwartz, Recovery.Like(261, 7 / 365.25, 60.0), [0.0, 0.35], "test/walks", 100);

        var infinite = fits.Count(f => double.IsInfinity(f.Parameters[1].Estimate));
        var open = fits.Count(f => double.IsInfinity(f.Parameters[1].High));
        Assert.True(
            infinite is >= 25 and <= 75,
            $"infinite in {infinite} of 100, expected 50, tolerance 25; seeds 1 to 100"
        );
        Assert.True(open >= 84, $"open in {open} of 100, expected 95, tolerance 11; seeds 1 to 100");
    }

    [Fact]
    public void A_pattern_that_repeats_exactly_leaves_the_unit_root_test_without_an_answer()
    {
        var test = UnitRootTest.Of([.. Enumerable.Range(0, 60).Select(i => Math.Log(50.0 + (i % 3)))]);

        Assert.False(test.Rejects);
        Assert.StartsWith("The augmented Dickey-Fuller test has no answer", test.Verdict, StringComparison.Ordinal);
    }

    [Fact]
    public void A_gap_is_said_and_counts_as_one_step()
    {
        var weekly = Moving(60);
        var history = weekly with { Dates = [.. weekly.Dates.Select((d, i) => i < 30 ? d : d.AddDays(70))] };

        var fits = PriceModelFits.All(history);

        Assert.Contains(
            "One step spans more than 10 days, from 2000-07-24 to 2000-10-09; it is treated as one step like any other.",
            fits.Remarks
        );
        PriceReference.Near(((59 * 7) + 70) / (59 * 365.25), fits.StepYears, 1e-12);
    }

    [Fact]
    public void Stale_prices_are_fitted_and_what_fails_is_said()
    {
        var prices = Enumerable.Range(0, 120).Select(i => 60.0 + (i / 20) - (i % 40 == 39 ? 3 : 0));

        var fits = PriceModelFits.All(Weekly([.. prices]));

        Assert.Equal(6, fits.Fits.Length);
        Assert.All(fits.Fits, f => Assert.True(f.Converged || !f.Remarks.IsEmpty, f.Model));
        Assert.All(fits.Fits, f => Assert.True(double.IsFinite(f.LogLikelihood), f.Model));
    }

    [Fact]
    public void Spot_prices_of_a_plain_walk_are_said_not_to_tell_two_factors_apart()
    {
        var drawn = GbmFit.Model.Simulate(
            Recovery.Like(300, 7 / 365.25, 60.0),
            [0.05, 0.35],
            new NormalStream(3, "test/one-factor", 0)
        );

        var fit = SchwartzSmithFit.Of(Histories.Weekly(drawn.LogPrices));

        Assert.Contains(
            fit.Remarks,
            r => r.StartsWith("Spot prices alone hardly tell the two factors apart", StringComparison.Ordinal)
        );
        Assert.Contains("Spot prices alone do not identify factor-correlation; it is held at 0.", fit.Remarks);
        Assert.Equal("short-deviation", Assert.Single(fit.EndStates).Key);
    }

    [Fact]
    public void Progress_names_the_models_and_cancellation_stops()
    {
        var told = new List<string>();
        PriceModelFits.All(Moving(60), progress: new Told(told));

        Assert.Equal(["gbm", "gbm+jumps", "schwartz", "schwartz+jumps", "schwartz-smith", "regimes"], told);
        Assert.Throws<OperationCanceledException>(() =>
            PriceModelFits.All(Moving(60), cancellation: new CancellationToken(canceled: true))
        );
    }

    [Fact]
    public void Bootstrap_agrees_with_the_Hessian_on_a_regular_sample_and_repeats_itself()
    {
        var drawn = GbmFit.Model.Simulate(
            Recovery.Like(600, 7 / 365.25, 60.0),
            [0.05, 0.35],
            new NormalStream(5, "test/bootstrap", 0)
        );
        var history = Histories.Weekly(drawn.LogPrices);

        var fit = GbmFit.Of(history, new() { BootstrapSamples = 400 });
        var again = GbmFit.Of(history, new() { BootstrapSamples = 400 });
        var other = GbmFit.Of(history, new() { BootstrapSamples = 400, Seed = 2 });

        // A standard deviation of 400 numbers is known to 3.5 %; 18 % is five of them.
        Assert.All(fit.Parameters, p => Assert.InRange(p.BootstrapError!.Value / p.StandardError, 0.82, 1.18));
        Assert.Equal(fit.Parameters, again.Parameters);
        Assert.NotEqual(fit.Parameters[0].BootstrapError, other.Parameters[0].BootstrapError);
    }

    [Fact]
    public void Bootstrap_spreads_a_drift_on_its_own_scale_even_where_every_draw_is_positive()
    {
        var drifts = new ConcurrentBag<double>();
        var model = GbmFit.Model with { Quick = Drawn };
        var sample = PriceSample.Of(
            Weekly([.. Enumerable.Range(0, 100).Select(i => 50.0 * Math.Exp(0.01 * i + 0.01 * Math.Sin(i)))])
        );

        var drift = Bootstrap.Of(model, sample, new() { BootstrapSamples = 40 }).Parameters[0];

        Assert.True(drift.Low > 0.0 && drifts.All(d => d > 0.0), $"low end {drift.Low:G3}, expected above 0");
        PriceReference.Near(drifts.StandardDeviation(), drift.BootstrapError!.Value, 1e-9);

        double[] Drawn(PriceSample s)
        {
            var found = Math.Exp(20.0 * (s.LogPrices[^1] - s.LogPrices[^2]));
            drifts.Add(found);
            return [found, 0.1];
        }
    }

    [Fact]
    public void Samples_of_the_bootstrap_without_reversion_are_counted()
    {
        // It rises ever more slowly: a far level, hardly approached within the sample.
        var prices = Enumerable
            .Range(0, 200)
            .Select(i => Math.Exp(3.0 + (0.02 * i) - (0.00002 * i * i) + (0.05 * Math.Sin(1.9 * i * i))));

        var fit = SchwartzFit.Of(Weekly([.. prices]), new() { BootstrapSamples = 200 });

        Assert.Contains(
            fit.Remarks,
            r =>
                r.EndsWith(
                    "samples of the bootstrap had no finite half-life; they are not in its bootstrap error.",
                    StringComparison.Ordinal
                )
        );
        Assert.All(fit.Parameters, p => Assert.True(double.IsFinite(p.BootstrapError!.Value), p.Key));
    }

    private static FittedModel GbmThenSchwartz => SchwartzFit.Model with { Simulate = GbmFit.Model.Simulate };

    private static PriceHistory Moving(int weeks) =>
        Weekly([
            .. Enumerable.Range(0, weeks).Select(i => 60.0 + (5.0 * Math.Sin(0.7 * i)) + (3.0 * Math.Sin(1.9 * i * i))),
        ]);

    private static PriceHistory Weekly(double[] prices) =>
        Histories.Weekly([.. prices.Select(p => Math.Log(p))]) with
        {
            PricesUsd = [.. prices],
        };

    private sealed class Told(List<string> told) : IProgress<string>
    {
        public void Report(string value) => told.Add(value);
    }
}
