using System.Collections.Immutable;

namespace OilRevenueSim.Analysis.Fitting;

/// <summary>A price model fitted to a history by maximum likelihood (model.md §5).</summary>
public sealed record PriceModelFit
{
    /// <summary>Model as a scenario names it: gbm, schwartz, schwartz-smith, regimes.</summary>
    public required string Model { get; init; }

    /// <summary>Whether jumps are part of it.</summary>
    public bool Jumps { get; init; }

    /// <summary>Free parameters in the order of the scenario format, with their keys.</summary>
    public required ImmutableArray<FittedParameter> Parameters { get; init; }

    /// <summary>
    /// What the model says of the last observation and a scenario may start from: <c>short-deviation</c> of schwartz-smith, the probability of turbulence of
    /// regimes. Not free parameters.
    /// </summary>
    public ImmutableArray<FittedParameter> EndStates { get; init; } = [];

    /// <summary>Correlations of the estimates, each pair of free parameters once, from the Hessian on the scales of their intervals.</summary>
    public ImmutableArray<ParameterCorrelation> Correlations { get; init; } = [];

    /// <summary>Maximised log-likelihood of the log prices after the first.</summary>
    public required double LogLikelihood { get; init; }

    /// <summary>Terms of the likelihood.</summary>
    public required int Observations { get; init; }

    /// <summary>Akaike's criterion, −2 ln L + 2k.</summary>
    public double Aic => (2.0 * Parameters.Length) - (2.0 * LogLikelihood);

    /// <summary>Schwarz's criterion, −2 ln L + k ln n.</summary>
    public double Bic => (Parameters.Length * Math.Log(Observations)) - (2.0 * LogLikelihood);

    /// <summary>Whether the optimiser converged to an interior maximum with a negative definite Hessian.</summary>
    public required bool Converged { get; init; }

    /// <summary>What the optimiser, or a parameter at its border, has to say; empty where nothing.</summary>
    public ImmutableArray<string> Remarks { get; init; } = [];

    /// <summary>One-step standardised residuals Φ⁻¹(F(xₜ | past)), <c>[observation]</c>: standard normal where the model holds.</summary>
    public required ImmutableArray<double> Residuals { get; init; }
}

/// <summary>A fitted parameter of a price model.</summary>
public sealed record FittedParameter
{
    /// <summary>Key in a scenario, e.g. <c>half-life</c>, <c>jumps.rate</c>, <c>regimes.sets.calm.volatility</c>.</summary>
    public required string Key { get; init; }

    /// <summary>Unit of the numbers here: <c>USD/bbl</c>, <c>per year</c>, <c>months</c>, <c>per √year</c>, or empty.</summary>
    public required string Unit { get; init; }

    /// <summary>Estimate, bias-corrected where <see cref="Uncorrected"/> says from what.</summary>
    public required double Estimate { get; init; }

    /// <summary>Standard error from the Hessian, by the delta method, of the maximum-likelihood estimate; NaN where the Hessian gives none.</summary>
    public required double StandardError { get; init; }

    /// <summary>Whether it describes the observations, and no scenario has a key for it: measurement errors, risk premiums.</summary>
    public bool ObservationsOnly { get; init; }

    /// <summary>Lower end of the 90 % interval, the one a scenario's <c>a to b</c> means.</summary>
    public required double Low { get; init; }

    /// <summary>Upper end of the 90 % interval; infinite where the sample sets none.</summary>
    public required double High { get; init; }

    /// <summary>Maximum-likelihood estimate where <see cref="Estimate"/> is corrected for bias.</summary>
    public double? Uncorrected { get; init; }

    /// <summary>Standard error from the bootstrap, where one was made.</summary>
    public double? BootstrapError { get; init; }
}

/// <summary>How two estimates go together.</summary>
/// <param name="First">Key of one parameter.</param>
/// <param name="Second">Key of the other.</param>
/// <param name="Correlation">−1 to 1; 0 where the Hessian gives none.</param>
public readonly record struct ParameterCorrelation(string First, string Second, double Correlation);
