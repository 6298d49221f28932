namespace OilRevenueSim.Analysis.Fitting;

/// <summary>Probabilities of the two regimes after each observation (Hamilton 1989), and forecasts from them.</summary>
/// <remarks>Parameters: rate calm to turbulent, rate back, drift and volatility of calm, drift and volatility of turbulent.</remarks>
internal sealed class RegimeFilter : IPriceForecaster
{
    private readonly PriceSample sample;
    private readonly double[] parameters;
    private readonly double[] second;

    /// <summary>Filters a sample.</summary>
    public RegimeFilter(PriceSample sample, double[] parameters)
    {
        (this.sample, this.parameters) = (sample, parameters);
        second = new double[sample.LogPrices.Length];
        LogLikelihood = Run(sample, parameters, second);
    }

    /// <summary>ln L of the log prices after the first.</summary>
    public double LogLikelihood { get; }

    /// <summary>P(turbulent) after an observation, given all up to it.</summary>
    public double SecondAt(int observation) => second[observation];

    /// <summary>ln L at natural parameters.</summary>
    public static double LogLikelihoodOf(PriceSample sample, double[] parameters) => Run(sample, parameters, []);

    /// <inheritdoc />
    public NormalMixture Predict(int origin, int horizonSteps)
    {
        var years = horizonSteps * sample.StepYears;
        var occupancy = new Occupancy(parameters[0], parameters[1], years, PartsOf(years));
        var law = new ShareLaws(parameters, occupancy.Shares, years);
        var weights = new double[occupancy.Shares];
        for (var from = 0; from < 2; from++)
        {
            var probability = from == 1 ? second[origin] : 1.0 - second[origin];
            for (var k = 0; k < weights.Length; k++)
            {
                weights[k] += probability * (occupancy.Weights(from, 0)[k] + occupancy.Weights(from, 1)[k]);
            }
        }

        return new([.. weights], [.. law.Means.Select(m => m + sample.LogPrices[origin])], [.. law.Deviations]);
    }

    /// <summary>Parts of 1/150 of a year, 2 to 40: a day has 2, a week 3, a month 13.</summary>
    internal static int PartsOf(double years) => (int)Math.Clamp(Math.Ceiling(150.0 * years), 2.0, 40.0);

    private static double Run(PriceSample sample, double[] parameters, Span<double> second)
    {
        const double Smallest = 1e-300;
        var occupancy = new Occupancy(parameters[0], parameters[1], sample.StepYears, PartsOf(sample.StepYears));
        var law = new ShareLaws(parameters, occupancy.Shares, sample.StepYears);
        Span<double> densities = stackalloc double[occupancy.Shares];
        var turbulent = parameters[0] / (parameters[0] + parameters[1]);
        var sum = 0.0;
        if (!second.IsEmpty)
        {
            second[0] = turbulent;
        }

        for (var t = 1; t < sample.LogPrices.Length; t++)
        {
            law.Fill(sample.LogPrices[t] - sample.LogPrices[t - 1], densities);
            var (toFirst, toSecond) = (0.0, 0.0);
            for (var k = 0; k < densities.Length; k++)
            {
                var first = (1.0 - turbulent) * densities[k];
                var other = turbulent * densities[k];
                toFirst += (first * occupancy.Weights(0, 0)[k]) + (other * occupancy.Weights(1, 0)[k]);
                toSecond += (first * occupancy.Weights(0, 1)[k]) + (other * occupancy.Weights(1, 1)[k]);
            }

            var density = Math.Max(toFirst + toSecond, Smallest);
            turbulent = toSecond / density;
            sum += Math.Log(density);
            if (!second.IsEmpty)
            {
                second[t] = turbulent;
            }
        }

        return sum - (0.5 * (sample.LogPrices.Length - 1) * Math.Log(2.0 * Math.PI));
    }

    /// <summary>Normal laws of a step of which a share is turbulent.</summary>
    private readonly struct ShareLaws
    {
        public ShareLaws(double[] parameters, int shares, double years)
        {
            (Means, Deviations) = (new double[shares], new double[shares]);
            var (calm, turbulent) = (parameters[3] * parameters[3], parameters[5] * parameters[5]);
            for (var k = 0; k < shares; k++)
            {
                var share = k / (shares - 1.0);
                var variance = ((1.0 - share) * calm) + (share * turbulent);
                Means[k] = ((((1.0 - share) * parameters[2]) + (share * parameters[4])) - (0.5 * variance)) * years;
                Deviations[k] = Math.Sqrt(variance * years);
            }
        }

        public double[] Means { get; }

        public double[] Deviations { get; }

        public void Fill(double change, Span<double> densities)
        {
            for (var k = 0; k < densities.Length; k++)
            {
                var z = (change - Means[k]) / Deviations[k];
                densities[k] = Math.Exp(-0.5 * z * z) / Deviations[k];
            }
        }
    }
}
