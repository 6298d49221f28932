using OilRevenueSim.Analysis.Fitting;
using OilRevenueSim.Core.Prices;

namespace OilRevenueSim.Analysis.FitReports;

/// <summary>The tables of a study as rows of text, the first row the head.</summary>
public static class FitTables
{
    /// <summary>Lags of the tests of residuals.</summary>
    private const int Lags = 12;

    /// <summary>Differences of BIC below it are no evidence (Kass and Raftery 1995).</summary>
    private const double NoEvidence = 2.0;

    /// <summary>Every parameter of every model.</summary>
    public static IReadOnlyList<string[]> Parameters(PriceStudy study)
    {
        var withBootstrap = study.Fits.Any(f => f.Parameters.Any(p => p.BootstrapError is not null));
        var rows = study.Fits.SelectMany(fit =>
            fit.Parameters.SelectMany((p, i) => Rows(i == 0 ? FitNumbers.Name(fit) : "", p))
        );
        return
        [
            ["model", "parameter", "estimate", "std. error", .. Bootstrap("bootstrap"), "90 % interval", "unit"],
            .. rows,
        ];

        IEnumerable<string[]> Rows(string model, FittedParameter p)
        {
            string[] interval = [FitNumbers.Interval(p.Low, p.High), p.Unit];
            string[] errors =
            [
                FitNumbers.Text(p.StandardError),
                .. Bootstrap(FitNumbers.Text(p.BootstrapError ?? double.NaN)),
            ];
            if (p.Uncorrected is not { } raw)
            {
                yield return [model, Short(p.Key), FitNumbers.Text(p.Estimate), .. errors, .. interval];
                yield break;
            }

            // Errors belong to the maximum of the likelihood, not to the estimate corrected for bias.
            yield return [model, Short(p.Key), FitNumbers.Text(p.Estimate), "", .. Bootstrap(""), .. interval];
            yield return ["", "  uncorrected", FitNumbers.Text(raw), .. errors, "", p.Unit];
        }

        string[] Bootstrap(string cell) => withBootstrap ? [cell] : [];
    }

    /// <summary>Likelihood and criteria; a star marks the chosen model.</summary>
    public static IReadOnlyList<string[]> Criteria(PriceStudy study) =>
        [
            ["model", "parameters", "log-likelihood", "AIC", "BIC", "converged"],
            .. study.Fits.Select(fit =>
                (string[])
                    [
                        FitNumbers.Name(fit) + (FitModel.IsOfFutures(fit) ? " (with futures)" : ""),
                        $"{fit.Parameters.Length}",
                        FitNumbers.Fixed(fit.LogLikelihood, 1),
                        FitNumbers.Fixed(fit.Aic, 1),
                        FitNumbers.Fixed(fit.Bic, 1) + (fit == study.Chosen ? " *" : ""),
                        fit.Converged ? "yes" : "no",
                    ]
            ),
        ];

    /// <summary>Moments and tests of the residuals of every model.</summary>
    public static IReadOnlyList<string[]> Residuals(PriceStudy study) =>
        [
            ["model", "st. dev.", "skewness", "excess kurtosis", "normal?", "uncorrelated?", "squares uncorrelated?"],
            .. study.Fits.Select(fit =>
            {
                var d = Diagnostics(fit);
                return (string[])
                    [
                        FitNumbers.Name(fit),
                        FitNumbers.Fixed(d.StandardDeviation, 2),
                        FitNumbers.Fixed(d.Skewness, 2),
                        FitNumbers.Fixed(d.ExcessKurtosis, 2),
                        Tested(d.JarqueBera),
                        Tested(d.LjungBox),
                        Tested(d.LjungBoxOfSquares),
                    ];
            }),
        ];

    /// <summary>What the residuals of a fit say.</summary>
    public static ResidualDiagnostics Diagnostics(PriceModelFit fit) =>
        ResidualDiagnostics.Of(fit.Residuals, Math.Min(Lags, fit.Residuals.Length / 4));

    /// <summary>Scores of forecasts by horizon and model.</summary>
    public static IReadOnlyList<string[]> Scores(PriceStudy study) =>
        [
            [
                "horizon",
                "model",
                "score",
                "no change",
                "difference (s.e.)",
                "random walk",
                "difference (s.e.)",
                "forecasts",
            ],
            .. study
                .Scores.OrderBy(s => s.HorizonSteps)
                .Select(s =>
                    (string[])
                        [
                            $"{s.HorizonSteps} {StepOf(study.Source.History.Spacing, s.HorizonSteps)}",
                            s.Jumps ? $"{s.Model} with jumps" : s.Model,
                            FitNumbers.Fixed(s.Crps, 4),
                            FitNumbers.Fixed(s.NoChangeCrps, 4),
                            Difference(s.OverNoChange),
                            FitNumbers.Fixed(s.RandomWalkCrps, 4),
                            Difference(s.OverRandomWalk),
                            $"{s.Origins:N0}",
                        ]
                ),
        ];

    /// <summary>Horizons scored: a step, a month (of monthly prices three), a year.</summary>
    public static ForecastScoreOptions ScoreOptions(PriceHistory history) =>
        history.Spacing switch
        {
            PriceSpacing.Day => new() { HorizonSteps = [1, 21, 252], OriginEverySteps = 5 },
            PriceSpacing.Week => new() { HorizonSteps = [1, 4, 52] },
            _ => new() { HorizonSteps = [1, 3, 12] },
        };

    /// <summary>What is known of the return to a level, in sentences.</summary>
    public static IReadOnlyList<string> MeanReversion(PriceStudy study)
    {
        List<string> said = [study.UnitRoot.Verdict];
        foreach (var fit in study.Fits.Where(f => f.Model == "schwartz"))
        {
            var halfLife = fit.Parameters.First(p => p.Key == "half-life");
            said.Add($"Half-life of {FitNumbers.Name(fit)}: {HalfLife(halfLife)}.");
        }

        if (Bic(study, "gbm") is { } walk && Bic(study, "schwartz") is { } reverting)
        {
            var less = walk - reverting;
            var by = $"its BIC is {FitNumbers.Fixed(Math.Abs(less), 1)} {(less > 0.0 ? "below" : "above")} that of gbm";
            said.Add(
                Math.Abs(less) < NoEvidence ? $"BIC speaks neither for schwartz nor against it: {by}."
                : less > 0.0 ? $"BIC supports the mean reversion of schwartz: {by}."
                : $"BIC does not support the mean reversion of schwartz: {by}."
            );
        }

        return said;
    }

    /// <summary>
    /// Mean length of blocks with which <c>model: bootstrap</c> keeps the memory of these prices, or null for weekly prices, which it does
    /// not take (docs/adr/0009).
    /// </summary>
    public static string? Blocks(PriceStudy study)
    {
        var history = study.Source.History;
        if (history.Spacing == PriceSpacing.Week)
        {
            return null;
        }

        var steps = BlockLength.OfLogPrices([.. history.PricesUsd.Select(Math.Log)]);
        var days = history.Dates[^1].DayNumber - history.Dates[0].DayNumber;
        var (length, unit) =
            history.Spacing == PriceSpacing.Month
                ? (steps, "months")
                : (steps * days / (history.Dates.Length - 1), "days");
        return $"Repeated as they are, with model: bootstrap, these prices ask for block-length: {Math.Ceiling(length):0} {unit} (Politis and White 2004).";
    }

    private static string HalfLife(FittedParameter halfLife)
    {
        if (double.IsInfinity(halfLife.Low))
        {
            return "infinite, a random walk: these prices moved away from their mean";
        }

        if (halfLife.Low == 0.0 && double.IsInfinity(halfLife.High))
        {
            return "not to be found in these prices; see the remarks";
        }

        var estimate = double.IsFinite(halfLife.Estimate) ? $"{FitNumbers.Text(halfLife.Estimate)} months" : "infinite";
        var high = double.IsFinite(halfLife.High)
            ? $"to {FitNumbers.Text(halfLife.High)} months"
            : "months to infinity, a random walk";
        return $"{estimate}, 90 % interval {FitNumbers.Text(halfLife.Low)} {high}";
    }

    private static double? Bic(PriceStudy study, string model) =>
        study.Fits.FirstOrDefault(f => f.Model == model && f is { Jumps: false, Converged: true })?.Bic;

    private static string Short(string key) =>
        key.StartsWith("regimes.", StringComparison.Ordinal)
            ? key[(key.LastIndexOf('.', key.LastIndexOf('.') - 1) + 1)..]
            : key;

    private static string Tested(TestStatistic test) =>
        test.PValue switch
        {
            >= 0.05 => $"yes (p = {test.PValue:0.00})",
            >= 0.001 => $"no (p = {test.PValue:0.000})",
            _ => "no (p < 0.001)",
        };

    private static string Difference(PairedDifference difference) =>
        $"{FitNumbers.Fixed(difference.Mean, 4)} ({FitNumbers.Fixed(difference.StandardError, 4)})";

    private static string StepOf(PriceSpacing spacing, int count)
    {
        var noun = spacing switch
        {
            PriceSpacing.Day => "day",
            PriceSpacing.Week => "week",
            _ => "month",
        };
        return count == 1 ? noun : noun + "s";
    }
}
