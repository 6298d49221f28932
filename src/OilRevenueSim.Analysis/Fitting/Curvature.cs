using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;

namespace OilRevenueSim.Analysis.Fitting;

/// <summary>Slope and second differences of a log-likelihood at a point, and the standard errors they give.</summary>
internal sealed class Curvature
{
    /// <summary>
    /// Change of ln L that a step is chosen to make: far above rounding (1e-8 at ln L = 10,000), and about a seventh of a standard error,
    /// where a likelihood is still a parabola to 1e-3.
    /// </summary>
    private const double AimedChange = 0.01;

    /// <summary>Curvatures of the likelihood in units of the steps that fall below this share of the largest count as none.</summary>
    private const double NoCurvature = 1e-7;

    private Curvature(int[] free, double[] steps, Vector<double> gradient, Matrix<double> hessian, int count)
    {
        Errors = new double[count];
        Step = new double[count];
        Array.Fill(Errors, double.NaN);
        Correlations = new double[count, count];
        if (free.Length == 0)
        {
            IsMaximum = true;
            return;
        }

        var eigen = (-hessian).Evd(Symmetricity.Symmetric);
        var values = eigen.EigenValues.Real();
        var least = NoCurvature * values.AbsoluteMaximum();
        IsMaximum = values.Minimum() > least;
        var along = eigen.EigenVectors.TransposeThisAndMultiply(gradient);
        // Where the likelihood is hollow, a step of the length that curvature asks for, uphill: it leaves saddles.
        var step = eigen.EigenVectors * along.PointwiseDivide(values.Map(v => Math.Max(Math.Abs(v), least)));
        Decrement = 0.5 * (gradient * step);
        for (var i = 0; i < free.Length; i++)
        {
            Step[free[i]] = steps[i] * step[i];
            Errors[free[i]] = IsMaximum
                ? steps[i] * Math.Sqrt(eigen.EigenVectors.Row(i).PointwisePower(2.0).PointwiseDivide(values).Sum())
                : double.NaN;
        }

        for (var i = 0; IsMaximum && i < free.Length; i++)
        {
            for (var j = 0; j < free.Length; j++)
            {
                var covariance = eigen
                    .EigenVectors.Row(i)
                    .PointwiseMultiply(eigen.EigenVectors.Row(j))
                    .PointwiseDivide(values)
                    .Sum();
                Correlations[free[i], free[j]] = covariance * steps[i] * steps[j] / (Errors[free[i]] * Errors[free[j]]);
            }
        }
    }

    /// <summary>Standard errors on the parameters' scales, NaN where held or where the Hessian is not negative definite.</summary>
    public double[] Errors { get; }

    /// <summary>Correlations of the estimates on the parameters' scales; 0 where held or where there are no standard errors.</summary>
    public double[,] Correlations { get; }

    /// <summary>Whether the Hessian of the free parameters is negative definite, as it is where none is free.</summary>
    public bool IsMaximum { get; }

    /// <summary>What a Newton step would still gain in ln L.</summary>
    public double Decrement { get; }

    /// <summary>The Newton step from the point, zero for held parameters.</summary>
    public double[] Step { get; }

    /// <summary>Central differences at a point; parameters named in <paramref name="held"/> stay where they are.</summary>
    public static Curvature At(Likelihood likelihood, double[] point, IReadOnlyCollection<int> held)
    {
        var open = Enumerable.Range(0, point.Length).Where(i => !held.Contains(i)).ToArray();
        var centre = likelihood.At(point);
        var steps = open.Select(i => StepOf(likelihood, point, i, centre)).ToArray();
        var gradient = Vector<double>.Build.Dense(open.Length);
        var hessian = DenseMatrix.Create(open.Length, open.Length, 0.0);
        for (var i = 0; i < open.Length; i++)
        {
            var up = Moved(likelihood, point, (open[i], steps[i]));
            var down = Moved(likelihood, point, (open[i], -steps[i]));
            gradient[i] = (up - down) / 2.0;
            hessian[i, i] = up - (2.0 * centre) + down;
            for (var j = 0; j < i; j++)
            {
                var cross =
                    Moved(likelihood, point, (open[i], steps[i]), (open[j], steps[j]))
                    - Moved(likelihood, point, (open[i], steps[i]), (open[j], -steps[j]))
                    - Moved(likelihood, point, (open[i], -steps[i]), (open[j], steps[j]))
                    + Moved(likelihood, point, (open[i], -steps[i]), (open[j], -steps[j]));
                hessian[i, j] = hessian[j, i] = cross / 4.0;
            }
        }

        return new(open, steps, gradient, hessian, point.Length);
    }

    /// <summary>A step in one parameter that changes ln L by about <see cref="AimedChange"/>, at most half a unit.</summary>
    public static double StepOf(Likelihood likelihood, double[] point, int index, double centre)
    {
        const double Longest = 0.5;
        var step = 1e-3;
        for (var attempt = 0; attempt < 4; attempt++)
        {
            var change = Math.Abs(
                Moved(likelihood, point, (index, step)) + Moved(likelihood, point, (index, -step)) - (2.0 * centre)
            );
            if (change is > 0.3 * AimedChange and < 3.0 * AimedChange)
            {
                break;
            }

            step = Math.Min(Longest, step * Math.Clamp(Math.Sqrt(AimedChange / Math.Max(change, 1e-12)), 1e-2, 1e2));
        }

        return step;
    }

    private static double Moved(
        Likelihood likelihood,
        double[] point,
        params ReadOnlySpan<(int Index, double By)> moves
    )
    {
        var moved = (double[])point.Clone();
        foreach (var (index, by) in moves)
        {
            moved[index] += by;
        }

        return likelihood.At(moved);
    }
}
