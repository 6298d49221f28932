using MathNet.Numerics.Statistics;

namespace OilRevenueSim.Analysis.Fitting;

/// <summary>Parametric bootstrap: samples drawn from the fitted model are fitted again; the spread of their estimates is a standard error.</summary>
internal static class Bootstrap
{
    /// <summary>The fit, with <see cref="FittedParameter.BootstrapError"/> where samples were asked for.</summary>
    /// <remarks>The spread is taken on each parameter's scale and carried over by its slope, so that a half-life near infinity does not rule it.</remarks>
    public static PriceModelFit Of(FittedModel model, PriceSample sample, PriceFitOptions options)
    {
        var fit = model.Fit(sample, options);
        return options.BootstrapSamples == 0 ? fit : With(fit, model, sample, options);
    }

    private static PriceModelFit With(PriceModelFit fit, FittedModel model, PriceSample sample, PriceFitOptions options)
    {
        var centre = fit.Parameters.Select(p => p.Uncorrected ?? p.Estimate).ToArray();
        if (centre.Any(p => !double.IsFinite(p)))
        {
            return fit with
            {
                Remarks = [.. fit.Remarks, "No bootstrap: a parameter has no finite estimate to draw samples at."],
            };
        }

        var drawn = new double[options.BootstrapSamples][];
        Parallel.For(
            0,
            options.BootstrapSamples,
            new() { CancellationToken = options.Cancellation },
            i =>
            {
                var normals = new NormalStream(options.Seed, $"fit/bootstrap/{model.Name}", i);
                drawn[i] = model.Quick(model.Simulate(sample, centre, normals));
                options.SampleDone?.Invoke();
            }
        );
        return fit with
        {
            Parameters =
            [
                .. fit.Parameters.Select(
                    (p, k) => p with { BootstrapError = Spread([.. Array.ConvertAll(drawn, d => d[k])], p) }
                ),
            ],
        };
    }

    private static double Spread(List<double> values, FittedParameter parameter)
    {
        var estimate = parameter.Uncorrected ?? parameter.Estimate;
        return parameter.Low >= 0.0 && values.TrueForAll(v => v > 0.0)
            ? estimate * values.Where(double.IsFinite).Select(v => Math.Log(v)).StandardDeviation()
            : values.Where(double.IsFinite).StandardDeviation();
    }
}
