using System.Collections.Immutable;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Optimization;

namespace OilRevenueSim.Analysis.Fitting;

/// <summary>The maximum of a likelihood, what was found there, and what was not.</summary>
/// <remarks>
/// From each start quasi-Newton steps (Broyden, Fletcher, Goldfarb, Shanno) on axes stretched by the curvature at the start, a simplex
/// (Nelder &amp; Mead 1965) where those fail; then Newton steps. It has converged when a further Newton step would gain
/// less than 1e-4 in ln L, the Hessian is negative definite, and no parameter stands at its border.
/// </remarks>
internal sealed class Maximum
{
    private const double EnoughGain = 1e-4;
    private const int MostIterations = 200;
    private const int MostNewtonSteps = 30;

    private Maximum(Likelihood likelihood, double[] scaled, Curvature curvature, ImmutableArray<string> remarks)
    {
        Natural = likelihood.FromScale(scaled);
        LogLikelihood = likelihood.At(scaled);
        Curvature = curvature;
        Remarks = remarks;
    }

    /// <summary>Natural parameters.</summary>
    public double[] Natural { get; }

    /// <summary>ln L.</summary>
    public double LogLikelihood { get; }

    /// <summary>Curvature with parameters at their borders held.</summary>
    public Curvature Curvature { get; }

    /// <summary>What did not go well; empty where the maximum is interior and regular.</summary>
    public ImmutableArray<string> Remarks { get; }

    /// <summary>Whether nothing is to be remarked.</summary>
    public bool Converged => Remarks.IsEmpty;

    /// <summary>Searches from the best of the starts.</summary>
    /// <param name="likelihood">The likelihood.</param>
    /// <param name="starts">Natural starting values.</param>
    /// <param name="searches">Number of starts, best first, from which a search is made.</param>
    public static Maximum Find(Likelihood likelihood, IEnumerable<double[]> starts, int searches)
    {
        var ranked = starts
            .Select(s => likelihood.ToScale(s))
            .Select(s => (Point: s, Value: likelihood.At(s)))
            .OrderByDescending(s => s.Value)
            .Take(searches)
            .Select(s => Search(likelihood, s.Point))
            .ToList();
        var best = ranked.MaxBy(r => likelihood.At(r))!;
        return Polish(likelihood, best);
    }

    /// <summary>The point itself as the maximum, for closed forms.</summary>
    public static Maximum At(Likelihood likelihood, double[] natural)
    {
        var point = likelihood.ToScale(natural);
        return Judge(likelihood, point, Borders(likelihood, point));
    }

    private static double[] Search(Likelihood likelihood, double[] start)
    {
        var centre = likelihood.At(start);
        var steps = start.Select((_, i) => 5.0 * Curvature.StepOf(likelihood, start, i, centre)).ToArray();
        var best = (Point: start, Value: centre);
        double Value(Vector<double> u)
        {
            var point = start.Select((s, i) => s + (steps[i] * u[i])).ToArray();
            var value = likelihood.At(point);
            best = value > best.Value ? (point, value) : best;
            return -value;
        }

        var origin = Vector<double>.Build.Dense(start.Length);
        try
        {
            var objective = ObjectiveFunction.Gradient(Value, u => Gradient(Value, u));
            new BfgsMinimizer(1e-2, 1e-6, 1e-10, MostIterations).FindMinimum(objective, origin);
        }
        catch (OptimizationException)
        {
            Simplex(Value, origin);
        }

        return best.Point;
    }

    private static void Simplex(Func<Vector<double>, double> value, Vector<double> origin)
    {
        try
        {
            NelderMeadSimplex.Minimum(
                ObjectiveFunction.Value(value),
                origin,
                Vector<double>.Build.Dense(origin.Count, 1.0),
                1e-10,
                MostIterations * origin.Count
            );
        }
        catch (OptimizationException)
        {
            // The best point so far is kept; Judge says whether it is a maximum.
        }
    }

    private static Vector<double> Gradient(Func<Vector<double>, double> value, Vector<double> u)
    {
        const double Step = 1e-3;
        return Vector<double>.Build.Dense(
            u.Count,
            i =>
            {
                var (up, down) = (u.Clone(), u.Clone());
                up[i] += Step;
                down[i] -= Step;
                return (value(up) - value(down)) / (2.0 * Step);
            }
        );
    }

    private static Maximum Polish(Likelihood likelihood, double[] point)
    {
        point = Newton(likelihood, point);
        var snapped = OntoBorders(likelihood, point);
        point = snapped == point ? point : Newton(likelihood, snapped);
        return Judge(likelihood, point, Borders(likelihood, point));
    }

    private static double[] Newton(Likelihood likelihood, double[] point)
    {
        for (var i = 0; i < MostNewtonSteps; i++)
        {
            var curvature = Curvature.At(likelihood, point, Borders(likelihood, point));
            if (curvature.IsMaximum && curvature.Decrement < 1e-7)
            {
                break;
            }

            if (Uphill(likelihood, point, curvature.Step) is not { } moved)
            {
                break;
            }

            point = moved;
        }

        return point;
    }

    /// <summary>The point with each parameter moved onto a border of its that the likelihood does not tell it from; the same point where there is none.</summary>
    private static double[] OntoBorders(Likelihood likelihood, double[] point)
    {
        const double NoDifference = 1e-2;
        for (var i = 0; i < point.Length; i++)
        {
            var parameter = likelihood.Parameters[i];
            foreach (var border in (double[])[parameter.Low, parameter.High])
            {
                var moved = (double[])point.Clone();
                moved[i] = parameter.ToScale(border);
                if (moved[i] != point[i] && likelihood.At(moved) >= likelihood.At(point) - NoDifference)
                {
                    point = moved;
                }
            }
        }

        return point;
    }

    /// <summary>The longest of a step, its half, its quarter … that raises the likelihood; null where none does.</summary>
    private static double[]? Uphill(Likelihood likelihood, double[] point, double[] step)
    {
        var value = likelihood.At(point);
        for (var share = 1.0; share > 1e-3; share *= 0.5)
        {
            var moved = likelihood.ToScale(likelihood.FromScale([.. point.Select((p, k) => p + (share * step[k]))]));
            if (likelihood.At(moved) > value)
            {
                return moved;
            }
        }

        return null;
    }

    private static Maximum Judge(Likelihood likelihood, double[] point, List<int> held)
    {
        var curvature = Curvature.At(likelihood, point, held);
        var remarks = ImmutableArray.CreateBuilder<string>();
        var natural = likelihood.FromScale(point);
        foreach (var i in held)
        {
            var parameter = likelihood.Parameters[i];
            var border = $"{natural[i]:G4} {parameter.Unit}".TrimEnd();
            remarks.Add($"{parameter.Key} stands at its border, {border}; it has no standard error.");
        }

        if (!curvature.IsMaximum)
        {
            remarks.Add(
                "The Hessian is not negative definite: the data do not tell the parameters apart; no standard errors."
            );
        }
        else if (curvature.Decrement > EnoughGain)
        {
            remarks.Add(
                $"The search stopped short of the maximum; a further step would gain {curvature.Decrement:G2} in ln L."
            );
        }

        return new(likelihood, point, curvature, remarks.ToImmutable());
    }

    private static List<int> Borders(Likelihood likelihood, double[] point) =>
        [.. Enumerable.Range(0, point.Length).Where(i => likelihood.AtBorder(i, point[i]))];
}
