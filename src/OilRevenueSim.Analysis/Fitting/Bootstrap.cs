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
        var free = model.Free(sample);
        return fit with
        {
            Parameters =
            [
                .. fit.Parameters.Select((p, k) => p with { BootstrapError = Spread(Finite(k), free[k], centre[k]) }),
            ],
            Remarks =
            [
                .. fit.Remarks,
                .. free.Select((p, k) => (p.Key, Without: drawn.Length - Finite(k).Length))
                    .Where(p => p.Without > 0)
                    .Select(p =>
                        $"{p.Without} of {drawn.Length} samples of the bootstrap had no finite {p.Key}; they are not in its bootstrap error."
                    ),
            ],
        };

        double[] Finite(int k) => [.. drawn.Select(d => d[k]).Where(double.IsFinite)];
    }

    /// <summary>Standard deviation on the parameter's scale, by the delta method on its natural one.</summary>
    private static double Spread(double[] values, FreeParameter parameter, double estimate) =>
        parameter.Slope(estimate) * values.Select(parameter.ToScale).StandardDeviation();
}
