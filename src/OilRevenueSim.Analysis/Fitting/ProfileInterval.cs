namespace OilRevenueSim.Analysis.Fitting;

/// <summary>90 % interval of one parameter by profile likelihood: where twice the loss of ln L reaches the 90 % point of χ²(1), 2.7055.</summary>
internal static class ProfileInterval
{
    private const double Threshold = 2.705543454095404;

    /// <summary>Farthest from the estimate that is looked at; beyond, the end is open.</summary>
    private const double Farthest = 12.0;

    /// <summary>Ends of the interval, infinite where the profile never falls low enough within 12 units of the estimate.</summary>
    /// <param name="profile">ln L at the best of all other parameters.</param>
    /// <param name="maximum">ln L at the estimate.</param>
    /// <param name="centre">The estimate.</param>
    /// <param name="error">Its standard error: where the search begins.</param>
    public static (double Low, double High) Of(
        Func<double, double> profile,
        double maximum,
        double centre,
        double error
    )
    {
        var first = double.IsFinite(error) && error > 0.0 ? Math.Min(error, 0.5) : 0.1;
        return (centre - Reach(d => Loss(centre - d), first), centre + Reach(d => Loss(centre + d), first));
        double Loss(double value) => (2.0 * (maximum - profile(value))) - Threshold;
    }

    private static double Reach(Func<double, double> loss, double first)
    {
        var (inside, outside) = (0.0, first);
        while (loss(outside) < 0.0)
        {
            (inside, outside) = (outside, 1.6 * outside);
            if (outside > Farthest)
            {
                return double.PositiveInfinity;
            }
        }

        for (var i = 0; i < 40 && outside - inside > 1e-5; i++)
        {
            var middle = 0.5 * (inside + outside);
            (inside, outside) = loss(middle) < 0.0 ? (middle, outside) : (inside, middle);
        }

        return 0.5 * (inside + outside);
    }
}
