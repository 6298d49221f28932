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

    private readonly int[] free;

    private Curvature(int[] free, Vector<double> gradient, Matrix<double> hessian, int count)
    {
        this.free = free;
        Gradient = gradient;
        Errors = new double[count];
        Array.Fill(Errors, double.NaN);
        var information = -hessian;
        var eigen = information.Evd(Symmetricity.Symmetric);
        var smallest = eigen.EigenValues.Real().Minimum();
        IsMaximum = smallest > 0.0 && smallest > 1e-12 * eigen.EigenValues.Real().Maximum();
        if (!IsMaximum)
        {
            return;
        }

        Covariance = information.Inverse();
        for (var i = 0; i < free.Length; i++)
        {
            Errors[free[i]] = Math.Sqrt(Covariance[i, i]);
        }

        Newton = Covariance * gradient;
        Decrement = 0.5 * (gradient * Newton);
    }

    /// <summary>Standard errors on the parameters' scales, NaN where held or where the Hessian is not negative definite.</summary>
    public double[] Errors { get; }

    /// <summary>Whether the Hessian of the free parameters is negative definite.</summary>
    public bool IsMaximum { get; }

    /// <summary>What a Newton step would still gain in ln L.</summary>
    public double Decrement { get; } = double.PositiveInfinity;

    private Vector<double> Gradient { get; }

    private Matrix<double>? Covariance { get; }

    private Vector<double>? Newton { get; }

    /// <summary>The Newton step from the point, zero for held parameters; null where there is no maximum near.</summary>
    public double[]? Step()
    {
        if (Newton is null)
        {
            return null;
        }

        var step = new double[Errors.Length];
        for (var i = 0; i < free.Length; i++)
        {
            step[free[i]] = Newton[i];
        }

        return step;
    }

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
            gradient[i] = (up - down) / (2.0 * steps[i]);
            hessian[i, i] = (up - (2.0 * centre) + down) / (steps[i] * steps[i]);
            for (var j = 0; j < i; j++)
            {
                var cross =
                    Moved(likelihood, point, (open[i], steps[i]), (open[j], steps[j]))
                    - Moved(likelihood, point, (open[i], steps[i]), (open[j], -steps[j]))
                    - Moved(likelihood, point, (open[i], -steps[i]), (open[j], steps[j]))
                    + Moved(likelihood, point, (open[i], -steps[i]), (open[j], -steps[j]));
                hessian[i, j] = hessian[j, i] = cross / (4.0 * steps[i] * steps[j]);
            }
        }

        return new(open, gradient, hessian, point.Length);
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
