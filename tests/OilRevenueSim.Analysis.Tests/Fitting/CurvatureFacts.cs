using OilRevenueSim.Analysis.Fitting;

namespace OilRevenueSim.Analysis.Tests.Fitting;

public sealed class CurvatureFacts
{
    [Fact]
    public void Correlations_and_errors_are_those_of_a_normal_law()
    {
        // ln L of a normal law with standard deviations 0.5 and 2 and correlation 0.6, up to a constant.
        var likelihood = new Likelihood(
            [new("a", "", ParameterScale.Plain, -100.0, 100.0), new("b", "", ParameterScale.Plain, -100.0, 100.0)],
            p =>
            {
                var (u, v) = ((p[0] - 1.0) / 0.5, (p[1] - 3.0) / 2.0);
                return -0.5 * ((u * u) - (2.0 * 0.6 * u * v) + (v * v)) / (1.0 - (0.6 * 0.6));
            }
        );

        var curvature = Maximum.At(likelihood, [1.0, 3.0]).Curvature;

        Assert.Equal(0.5, curvature.Errors[0], 1e-4);
        Assert.Equal(2.0, curvature.Errors[1], 1e-4);
        Assert.Equal(0.6, curvature.Correlations[0, 1], 1e-4);
        Assert.Equal(1.0, curvature.Correlations[1, 1], 1e-9);
    }
}
