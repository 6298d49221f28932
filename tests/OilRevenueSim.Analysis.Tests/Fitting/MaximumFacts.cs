using OilRevenueSim.Analysis.Fitting;

namespace OilRevenueSim.Analysis.Tests.Fitting;

public sealed class MaximumFacts
{
    [Fact]
    public void A_correlated_parabola_gives_its_top_and_the_inverse_of_its_curvature()
    {
        // Information [[4, 3], [3, 9]]; its inverse has 9/27 and 4/27 on the diagonal.
        var found = Find(p => -0.5 * ((4 * Sq(p[0] - 1)) + (6 * (p[0] - 1) * (p[1] - 2)) + (9 * Sq(p[1] - 2))), 10.0);

        Assert.True(found.Converged, string.Join(' ', found.Remarks));
        PriceReference.Near(1.0, found.Natural[0], 1e-4);
        PriceReference.Near(2.0, found.Natural[1], 1e-4);
        PriceReference.Near(Math.Sqrt(9.0 / 27.0), found.Curvature.Errors[0], 1e-4);
        PriceReference.Near(Math.Sqrt(4.0 / 27.0), found.Curvature.Errors[1], 1e-4);
    }

    [Fact]
    public void A_curved_valley_is_followed_to_its_end()
    {
        var found = Find(p => -(Sq(1.0 - p[0]) + (100.0 * Sq(p[1] - (p[0] * p[0])))), 10.0);

        Assert.True(found.Converged, string.Join(' ', found.Remarks));
        PriceReference.Near(1.0, found.Natural[0], 1e-3);
        PriceReference.Near(1.0, found.Natural[1], 2e-3);
    }

    [Fact]
    public void A_parameter_stopped_by_its_border_is_said_and_has_no_standard_error()
    {
        var found = Find(p => -Sq(p[0] - 5.0) - Sq(p[1] - 1.0), 3.0);

        Assert.False(found.Converged);
        Assert.Equal("first stands at its border, 3 USD/bbl; it has no standard error.", Assert.Single(found.Remarks));
        Assert.Equal(3.0, found.Natural[0], 9);
        Assert.True(double.IsNaN(found.Curvature.Errors[0]));
        PriceReference.Near(Math.Sqrt(0.5), found.Curvature.Errors[1], 1e-4);
    }

    [Fact]
    public void Where_every_parameter_stands_at_its_border_each_is_said_and_no_standard_error_is_left()
    {
        var found = Find(p => p[0] + p[1], 3.0);

        Assert.False(found.Converged);
        Assert.Equal(2, found.Remarks.Length);
        Assert.Equal([3.0, 10.0], found.Natural);
        Assert.All(found.Curvature.Errors, e => Assert.True(double.IsNaN(e)));
    }

    [Fact]
    public void Two_parameters_of_which_only_the_sum_counts_have_no_standard_errors()
    {
        var found = Find(p => -Sq(p[0] + p[1] - 1.0), 10.0);

        Assert.False(found.Converged);
        Assert.StartsWith(
            "The Hessian is not negative definite",
            Assert.Single(found.Remarks),
            StringComparison.Ordinal
        );
        Assert.All(found.Curvature.Errors, e => Assert.True(double.IsNaN(e)));
    }

    private static Maximum Find(Func<double[], double> logLikelihood, double high) =>
        Maximum.Find(
            new(
                [
                    new("first", "USD/bbl", ParameterScale.Plain, -10.0, high),
                    new("second", "", ParameterScale.Plain, -10.0, 10.0),
                ],
                logLikelihood
            ),
            [
                [-1.2, 1.0],
            ],
            1
        );

    private static double Sq(double x) => x * x;
}
