namespace OilRevenueSim.Analysis.Fitting;

/// <summary>What may be chosen when price models are fitted.</summary>
public sealed record PriceFitOptions
{
    /// <summary>Samples of the parametric bootstrap of standard errors; 0, the default, makes none; otherwise 20 to 100,000.</summary>
    public int BootstrapSamples { get; init; }

    /// <summary>Seed of everything drawn while fitting: the bootstrap and the median of the half-life's estimate. Default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Stops the bootstrap between two samples; <see cref="OperationCanceledException"/> follows.</summary>
    public CancellationToken Cancellation { get; init; }

    /// <summary>Told once for each sample of the bootstrap that is done, from any thread; null by default.</summary>
    public Action? SampleDone { get; init; }

    /// <exception cref="PriceFitException">A value lies outside its range.</exception>
    internal void Check()
    {
        if (BootstrapSamples is not (0 or (>= 20 and <= 100_000)))
        {
            throw new PriceFitException("options.BootstrapSamples", $"{BootstrapSamples}", "0, or 20 to 100,000");
        }
    }
}
