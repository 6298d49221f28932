namespace OilRevenueSim.Analysis.Fitting;

/// <summary>Kalman filter of Schwartz and Smith's factors from spot prices, or averages of them, and futures prices.</summary>
/// <remarks>
/// χ starts from its stationary law and ξ flat, all conditioned on the first date, whose terms do not count. A missing price (NaN) is left out.
/// Futures prices of a date are taken in one by one, their errors being independent.
/// </remarks>
internal sealed class TwoFactorFilter : IPriceForecaster
{
    private readonly TwoFactorStep step;
    private readonly double spotErrorVariance;
    private readonly FuturesLink[] links;
    private readonly State[] states;

    /// <summary>Filters a sample.</summary>
    /// <param name="sample">Sample.</param>
    /// <param name="futures">ln of futures prices, <c>[series][observation]</c>, NaN where missing.</param>
    /// <param name="parameters">Factors.</param>
    /// <param name="spotError">Standard deviation of the error of the log spot price.</param>
    /// <param name="links">Futures on factors, <c>[series]</c>.</param>
    /// <param name="keep">Whether forecasts will be asked for.</param>
    public TwoFactorFilter(
        PriceSample sample,
        double[][] futures,
        in TwoFactorParameters parameters,
        double spotError,
        FuturesLink[] links,
        bool keep
    )
    {
        step = new(parameters, sample.StepYears, sample.AveragedPoints);
        spotErrorVariance = spotError * spotError;
        this.links = links;
        states = keep ? new State[sample.LogPrices.Length] : [];
        var state = First(sample.LogPrices[0]);
        var (sum, terms) = (0.0, 0);
        TakeFutures(futures, 0, ref state, ref sum, ref terms);
        (sum, terms) = (0.0, 0);
        Keep(0, state);
        for (var t = 1; t < sample.LogPrices.Length; t++)
        {
            Advance(sample.LogPrices[t], ref state, ref sum, ref terms);
            TakeFutures(futures, t, ref state, ref sum, ref terms);
            Keep(t, state);
        }

        LogLikelihood = -0.5 * (sum + (terms * Math.Log(2.0 * Math.PI)));
        Terms = terms;
    }

    /// <summary>ln L of all prices after the first date.</summary>
    public double LogLikelihood { get; }

    /// <summary>Number of those prices.</summary>
    public int Terms { get; }

    /// <summary>Mean and standard deviation of χ after an observation.</summary>
    public (double Mean, double Deviation) ShortAt(int observation) =>
        (states[observation].Short, Math.Sqrt(states[observation].ShortVariance));

    /// <inheritdoc />
    public NormalMixture Predict(int origin, int horizonSteps)
    {
        var state = states[origin];
        for (var h = 1; h < horizonSteps; h++)
        {
            state = Moved(state);
        }

        return NormalMixture.Of(Expected(state), Math.Sqrt(Variance(state)));
    }

    private State First(double logPrice)
    {
        var (s, phi, c) = (step.Stationary, step.Carry, step.Load);
        return new(
            0.0,
            logPrice - step.ObservedDrift + step.Drift,
            (phi * phi * s) + step.ShortVariance,
            step.CrossVariance - step.ShortObserved - (phi * c * s),
            (c * c * s) + step.ObservedVariance + step.LongVariance - (2.0 * step.LongObserved) + spotErrorVariance
        );
    }

    private double Expected(in State state) => (step.Load * state.Short) + state.Long + step.ObservedDrift;

    private double Variance(in State state) =>
        (step.Load * step.Load * state.ShortVariance)
        + (2.0 * step.Load * state.Covariance)
        + state.LongVariance
        + step.ObservedVariance
        + spotErrorVariance;

    private State Moved(in State state) =>
        new(
            step.Carry * state.Short,
            state.Long + step.Drift,
            (step.Carry * step.Carry * state.ShortVariance) + step.ShortVariance,
            (step.Carry * state.Covariance) + step.CrossVariance,
            state.LongVariance + step.LongVariance
        );

    private void Advance(double logPrice, ref State state, ref double sum, ref int terms)
    {
        var innovation = logPrice - Expected(state);
        var variance = Variance(state);
        var crossShort = (step.Carry * ((step.Load * state.ShortVariance) + state.Covariance)) + step.ShortObserved;
        var crossLong = (step.Load * state.Covariance) + state.LongVariance + step.LongObserved;
        state = Moved(state).Updated(innovation, variance, crossShort, crossLong);
        sum += Math.Log(variance) + (innovation * innovation / variance);
        terms++;
    }

    private void TakeFutures(double[][] futures, int t, ref State state, ref double sum, ref int terms)
    {
        for (var i = 0; i < links.Length; i++)
        {
            var price = futures[i][t];
            if (double.IsNaN(price))
            {
                continue;
            }

            var load = links[i].Load;
            var crossShort = (load * state.ShortVariance) + state.Covariance;
            var crossLong = (load * state.Covariance) + state.LongVariance;
            var variance = (load * crossShort) + crossLong + links[i].ErrorVariance;
            var innovation = price - (load * state.Short) - state.Long - links[i].Constant;
            state = state.Updated(innovation, variance, crossShort, crossLong);
            sum += Math.Log(variance) + (innovation * innovation / variance);
            terms++;
        }
    }

    private void Keep(int t, in State state)
    {
        if (states.Length > 0)
        {
            states[t] = state;
        }
    }

    private readonly record struct State(
        double Short,
        double Long,
        double ShortVariance,
        double Covariance,
        double LongVariance
    )
    {
        public State Updated(double innovation, double variance, double crossShort, double crossLong) =>
            new(
                Short + (crossShort * innovation / variance),
                Long + (crossLong * innovation / variance),
                Math.Max(0.0, ShortVariance - (crossShort * crossShort / variance)),
                Covariance - (crossShort * crossLong / variance),
                Math.Max(0.0, LongVariance - (crossLong * crossLong / variance))
            );
    }
}
