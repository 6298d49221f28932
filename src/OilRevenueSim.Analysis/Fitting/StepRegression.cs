namespace OilRevenueSim.Analysis.Fitting;

/// <summary>Log prices = coefficient · regressor + one Gaussian factor: coefficient and volatility maximise the likelihood in closed form.</summary>
/// <param name="Coefficient">Generalised least squares.</param>
/// <param name="Precision">Σ r̃², whose inverse times σ² is the coefficient's variance.</param>
/// <param name="ResidualSum">Σ (ỹ − coefficient · r̃)², squared volatility times steps.</param>
/// <param name="Steps">n.</param>
/// <param name="LogVariances">Σ ln Fₜ.</param>
internal readonly record struct StepRegression(
    double Coefficient,
    double Precision,
    double ResidualSum,
    int Steps,
    double LogVariances
)
{
    /// <summary>Maximum-likelihood volatility, per √year.</summary>
    public double Volatility => Math.Sqrt(ResidualSum / Steps);

    /// <summary>ln L at the maximum over coefficient and volatility.</summary>
    public double LogLikelihood =>
        -0.5 * ((Steps * (Math.Log(2.0 * Math.PI * ResidualSum / Steps) + 1.0)) + LogVariances);

    /// <summary>The fit at one speed; a fixed coefficient may be given.</summary>
    public static StepRegression Of(
        ObservedStep step,
        ReadOnlySpan<double> logPrices,
        ReadOnlySpan<double> regressor,
        double? coefficient = null
    )
    {
        var y = StepFilter.Run(step, logPrices);
        var r = StepFilter.Run(step, regressor);
        var (cross, square, logs) = (0.0, 0.0, 0.0);
        for (var t = 0; t < y.Innovations.Length; t++)
        {
            cross += y.Innovations[t] * r.Innovations[t] / y.InnovationVariances[t];
            square += r.Innovations[t] * r.Innovations[t] / y.InnovationVariances[t];
            logs += Math.Log(y.InnovationVariances[t]);
        }

        var beta = coefficient ?? (cross / square);
        var sum = 0.0;
        for (var t = 0; t < y.Innovations.Length; t++)
        {
            var e = y.Innovations[t] - (beta * r.Innovations[t]);
            sum += e * e / y.InnovationVariances[t];
        }

        return new(beta, square, sum, y.Innovations.Length, logs);
    }

    /// <summary>ln L at given coefficient and volatility.</summary>
    public static double LogLikelihoodAt(
        ObservedStep step,
        ReadOnlySpan<double> logPrices,
        ReadOnlySpan<double> regressor,
        double coefficient,
        double volatility
    )
    {
        var fit = Of(step, logPrices, regressor, coefficient);
        return -0.5
            * (
                (fit.Steps * Math.Log(2.0 * Math.PI * volatility * volatility))
                + (fit.ResidualSum / (volatility * volatility))
                + fit.LogVariances
            );
    }
}
