using MathNet.Numerics.Statistics;
using OilRevenueSim.Analysis.Fitting;
using OilRevenueSim.Core.Prices;

namespace OilRevenueSim.Analysis.Tests.Fitting;

/// <summary>Samples of a model with known parameters, fitted one after another: seeds 1 to 200.</summary>
internal static class Recovery
{
    public const int Seeds = 200;

    /// <summary>Normal interval of the mean of 200 standard normal numbers, four standard errors.</summary>
    public static readonly double MeanBand = 4.0 / Math.Sqrt(Seeds);

    /// <summary>Observations a sample starts from: only spacing, first price and meaning matter.</summary>
    public static PriceSample Like(int observations, double stepYears, double spotUsd, int averagedPoints = 1)
    {
        var logs = new double[observations];
        Array.Fill(logs, Math.Log(spotUsd));
        return new()
        {
            LogPrices = logs,
            StepYears = stepYears,
            AveragedPoints = averagedPoints,
        };
    }

    /// <summary>Fits of the 200 samples.</summary>
    public static PriceModelFit[] Fits(
        FittedModel model,
        PriceSample like,
        double[] truth,
        string stream,
        int seeds = Seeds
    )
    {
        var fits = new PriceModelFit[seeds];
        Parallel.For(
            0,
            seeds,
            i =>
            {
                var drawn = model.Simulate(like, truth, new NormalStream((ulong)i + 1, stream, 0));
                fits[i] = model.Fit(drawn, new() { Seed = 1 });
            }
        );
        return fits;
    }

    /// <summary>z-scores on a parameter's scale: of the logarithm where <paramref name="logarithm"/>.</summary>
    public static double[] Scores(PriceModelFit[] fits, string key, double truth, bool logarithm)
    {
        return Array.ConvertAll(
            fits,
            f =>
            {
                var p = f.Parameters.Single(p => p.Key == key);
                var start = p.Uncorrected ?? p.Estimate;
                return logarithm
                    ? Math.Log(p.Estimate / truth) / (p.StandardError / start)
                    : (p.Estimate - truth) / p.StandardError;
            }
        );
    }

    /// <summary>Mean z within four standard errors of zero; 95 % intervals of the standard errors cover in 180 to 198 of 200.</summary>
    /// <remarks>
    /// Were standard errors exact, one draw of 200 seeds would miss the first band with probability 6e-5 and the second with 2e-3. The bands are meant to be that tight; the
    /// seeds are fixed.
    /// </remarks>
    public static void Holds(PriceModelFit[] fits, string key, double truth, bool logarithm)
    {
        var z = Scores(fits, key, truth, logarithm);
        var mean = z.Mean();
        var covered = z.Count(v => Math.Abs(v) <= 1.959963984540054);
        Assert.True(
            Math.Abs(mean) <= MeanBand && covered is >= 180 and <= 198,
            $"{fits[0].Model} {key}: mean z calculated {mean:F3}, expected 0, tolerance {MeanBand:F3}; covered {covered} of {Seeds}, expected 180 to 198; sd z {z.StandardDeviation():F3}; seeds 1 to {Seeds}; {string.Join(' ', fits.Where(f => !f.Converged).Take(3).Select(f => $"{f.LogLikelihood:F3} at {string.Join(' ', f.Parameters.Select(p => p.Estimate))}: {string.Join(' ', f.Remarks)}"))}"
        );
    }

    /// <summary>Covers of the 90 % intervals handed out: 163 to 196 of 200 has a false alarm below 1e-4 under the binomial law.</summary>
    public static void NinetyPercentHolds(PriceModelFit[] fits, string key, double truth)
    {
        var covered = fits.Count(f =>
        {
            var p = f.Parameters.Single(p => p.Key == key);
            return p.Low <= truth && truth <= p.High;
        });
        Assert.True(
            covered is >= 163 and <= 196,
            $"{fits[0].Model} {key}: 90 % interval covered {covered} of {Seeds}, expected 163 to 196; seeds 1 to {Seeds}"
        );
    }
}
