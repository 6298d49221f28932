using System.Collections.Immutable;

namespace OilRevenueSim.Analysis.Fitting;

/// <summary>A log-likelihood of natural parameters, searched on each parameter's own scale and inside its borders.</summary>
/// <param name="parameters">Free parameters.</param>
/// <param name="logLikelihood">ln L of the natural values.</param>
internal sealed class Likelihood(ImmutableArray<FreeParameter> parameters, Func<double[], double> logLikelihood)
{
    /// <summary>What is added beyond a border per squared scaled unit, so that a search turns back.</summary>
    private const double WallPerUnit = 1e4;

    private const double NotComputable = -1e12;

    /// <summary>Free parameters.</summary>
    public ImmutableArray<FreeParameter> Parameters => parameters;

    /// <summary>Scaled values of natural ones, moved inside the borders.</summary>
    public double[] ToScale(ReadOnlySpan<double> natural)
    {
        var scaled = new double[parameters.Length];
        for (var i = 0; i < scaled.Length; i++)
        {
            scaled[i] = parameters[i].ToScale(Math.Clamp(natural[i], parameters[i].Low, parameters[i].High));
        }

        return scaled;
    }

    /// <summary>Natural values of scaled ones, moved inside the borders.</summary>
    public double[] FromScale(ReadOnlySpan<double> scaled)
    {
        var natural = new double[parameters.Length];
        for (var i = 0; i < natural.Length; i++)
        {
            natural[i] = Math.Clamp(parameters[i].FromScale(scaled[i]), parameters[i].Low, parameters[i].High);
        }

        return natural;
    }

    /// <summary>ln L at scaled values; beyond the borders that of the border less a wall.</summary>
    public double At(ReadOnlySpan<double> scaled)
    {
        var wall = 0.0;
        for (var i = 0; i < parameters.Length; i++)
        {
            var low = parameters[i].ToScale(parameters[i].Low);
            var high = parameters[i].ToScale(parameters[i].High);
            var beyond = Math.Max(0.0, Math.Max(low - scaled[i], scaled[i] - high));
            wall += WallPerUnit * beyond * beyond;
        }

        var value = logLikelihood(FromScale(scaled));
        return double.IsFinite(value) ? value - wall : NotComputable - wall;
    }

    /// <summary>Whether a value lies so near a border that the search was stopped by it.</summary>
    public bool AtBorder(int index, double scaled)
    {
        var parameter = parameters[index];
        var near = parameter.Scale == ParameterScale.Plain ? 1e-6 : 1e-3;
        return scaled - parameter.ToScale(parameter.Low) < near || parameter.ToScale(parameter.High) - scaled < near;
    }
}
