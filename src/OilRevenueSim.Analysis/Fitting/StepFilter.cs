namespace OilRevenueSim.Analysis.Fitting;

/// <summary>Kalman filter of one factor seen at points or as averages, started flat and conditioned on the first observation.</summary>
/// <remarks>
/// For points it is exact autoregression. A level before the first observation has a flat prior, so that given y₀
/// the state is N(φy₀/c, Var(w − φv/c)). Linear in the data: a regressor runs through it as the data do, which makes the
/// coefficient and the scale closed forms (generalised least squares).
/// </remarks>
internal sealed class StepFilter
{
    private readonly ObservedStep step;
    private readonly double[] states;
    private readonly double[] variances;

    private StepFilter(ObservedStep step, int count)
    {
        this.step = step;
        states = new double[count];
        variances = new double[count];
        Innovations = new double[count - 1];
        InnovationVariances = new double[count - 1];
    }

    /// <summary>eₜ, <c>[step]</c>.</summary>
    public double[] Innovations { get; }

    /// <summary>Variance of eₜ per squared volatility, years, <c>[step]</c>.</summary>
    public double[] InnovationVariances { get; }

    /// <summary>Filters deviations from the mean.</summary>
    public static StepFilter Run(ObservedStep step, ReadOnlySpan<double> deviations)
    {
        var filter = new StepFilter(step, deviations.Length);
        var ratio = step.Carry / step.Load;
        var state = ratio * deviations[0];
        var variance = step.StateVariance + (ratio * ratio * step.ObservedVariance) - (2.0 * ratio * step.Covariance);
        (filter.states[0], filter.variances[0]) = (state, variance);
        for (var t = 1; t < deviations.Length; t++)
        {
            var innovation = deviations[t] - (step.Load * state);
            var f = (step.Load * step.Load * variance) + step.ObservedVariance;
            var cross = (step.Carry * step.Load * variance) + step.Covariance;
            var gain = cross / f;
            state = (step.Carry * state) + (gain * innovation);
            variance = Math.Max(0.0, (step.Carry * step.Carry * variance) + step.StateVariance - (gain * cross));
            (filter.states[t], filter.variances[t]) = (state, variance);
            filter.Innovations[t - 1] = innovation;
            filter.InnovationVariances[t - 1] = f;
        }

        return filter;
    }

    /// <summary>Mean and variance, per squared volatility, of the observed deviation some steps ahead.</summary>
    public (double Mean, double Variance) Predict(int origin, int horizonSteps)
    {
        var (mean, variance) = (states[origin], variances[origin]);
        for (var h = 1; h < horizonSteps; h++)
        {
            mean *= step.Carry;
            variance = (step.Carry * step.Carry * variance) + step.StateVariance;
        }

        return (step.Load * mean, (step.Load * step.Load * variance) + step.ObservedVariance);
    }
}
