namespace OilRevenueSim.Analysis.Fitting;

/// <summary>How a chain of two regimes in continuous time spends a step: share of it in the second, jointly with where it ends.</summary>
/// <remarks>
/// The step is cut into parts; within a part the share is the mean of the regimes at its ends, so that the error is of the order of
/// (rate × part)². Convolving the parts gives the joint law of end and share on a grid of half parts. The number of parts must not
/// depend on the rates where they are searched: the likelihood would jump.
/// </remarks>
internal readonly struct Occupancy
{
    private readonly double[][] weights;

    /// <summary>The law over some time.</summary>
    /// <param name="leaveFirst">Rate from the first regime to the second, per year.</param>
    /// <param name="leaveSecond">Rate back.</param>
    /// <param name="years">Time.</param>
    /// <param name="parts">Parts, 1 or more.</param>
    public Occupancy(double leaveFirst, double leaveSecond, double years, int parts)
    {
        Shares = (2 * parts) + 1;
        var part = Transition(leaveFirst, leaveSecond, years / parts);
        weights = new double[4][];
        for (var from = 0; from < 2; from++)
        {
            var here = new double[2][] { new double[Shares], new double[Shares] };
            here[from][0] = 1.0;
            for (var p = 0; p < parts; p++)
            {
                here = Next(here, part);
            }

            weights[2 * from] = here[0];
            weights[(2 * from) + 1] = here[1];
        }
    }

    /// <summary>Number of shares 0, 1/(Shares − 1), …, 1.</summary>
    public int Shares { get; }

    /// <summary>P(end, share | from), <c>[share]</c>.</summary>
    public ReadOnlySpan<double> Weights(int from, int to) => weights[(2 * from) + to];

    /// <summary>exp(Qt) of two regimes: [from 0 to 1, from 1 to 0] as probabilities.</summary>
    public static (double Leave, double Return) Transition(double leaveFirst, double leaveSecond, double years)
    {
        var total = leaveFirst + leaveSecond;
        var gone = -double.ExpM1(-total * years);
        return (leaveFirst / total * gone, leaveSecond / total * gone);
    }

    private static double[][] Next(double[][] here, (double Leave, double Return) part)
    {
        var count = here[0].Length;
        var next = new double[2][] { new double[count], new double[count] };
        for (var k = 0; k < count; k++)
        {
            next[0][k] += here[0][k] * (1.0 - part.Leave);
            if (k + 1 < count)
            {
                next[1][k + 1] += here[0][k] * part.Leave;
                next[0][k + 1] += here[1][k] * part.Return;
            }

            if (k + 2 < count)
            {
                next[1][k + 2] += here[1][k] * (1.0 - part.Return);
            }
        }

        return next;
    }
}
