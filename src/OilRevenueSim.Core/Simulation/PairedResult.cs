using System.Collections.Immutable;

namespace OilRevenueSim.Core.Simulation;

/// <summary>What N paths of several courses say under common random numbers. Immutable.</summary>
/// <remarks>
/// Compared are all series with a sample, over every period; a flow that a course does not record is zero in it. Series without
/// an actor are sums over the owners named in <c>state:</c>.
/// </remarks>
public sealed class PairedResult
{
    private readonly PairTable table;
    private readonly SeriesStatistics[][] statistics; // [layout][series * periods + period]
    private readonly long[] less;

    internal PairedResult(
        PairTable table,
        ImmutableArray<EnsembleResult> courses,
        SeriesStatistics[][] statistics,
        long[] less
    )
    {
        this.table = table;
        this.statistics = statistics;
        Courses = courses;
        Series = [.. table.Series];
        this.less = less;
    }

    /// <summary>Each course's own result; the first is the one that others are compared with.</summary>
    public ImmutableArray<EnsembleResult> Courses { get; }

    /// <summary>Series compared; empty for a single course.</summary>
    public ImmutableArray<SeriesKey> Series { get; }

    /// <summary>Reporting periods, the same for all courses.</summary>
    public ImmutableArray<Period> Periods => Courses[0].Periods;

    /// <summary>Statistics of a compared series in a course itself.</summary>
    /// <param name="course">Index of the course.</param>
    /// <param name="series">Index into <see cref="Series"/>.</param>
    /// <param name="period">Index into <see cref="Periods"/>.</param>
    public SeriesStatistics Level(int course, int series, int period)
    {
        var sum = series - (table.Series.Count - table.SumCount);
        if (sum >= 0)
        {
            return statistics[table.SumLayout][(((course * table.SumCount) + sum) * Periods.Length) + period];
        }

        var own = Array.IndexOf(table.SeriesOf[course], series);
        return own < 0 ? SeriesStatistics.Constant(0.0, Courses[0].Manifest.Paths) : Courses[course].At(own, period);
    }

    /// <summary>Path-by-path difference of a course from the first.</summary>
    /// <param name="course">Index of the course, from 1.</param>
    /// <param name="series">Index into <see cref="Series"/>.</param>
    /// <param name="period">Index into <see cref="Periods"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The course is the first or does not exist.</exception>
    public PairedDifference Difference(int course, int series, int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(course, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(course, Courses.Length);
        var cell = (series * Periods.Length) + period;
        return new PairedDifference(
            statistics[table.DifferenceLayout(course)][cell],
            less[((course - 1) * Series.Length * Periods.Length) + cell],
            Level(0, series, period).Variance,
            Level(course, series, period).Variance
        );
    }

    /// <summary>How far a course lies from the best of all courses, path by path, over the whole horizon.</summary>
    /// <param name="course">Index of the course.</param>
    /// <param name="series">Index into <see cref="Series"/>.</param>
    /// <param name="lessIsBetter">True where the best course has the smallest value, false where the largest.</param>
    public SeriesStatistics Regret(int course, int series, bool lessIsBetter) =>
        statistics[table.RegretLayout][table.RegretSeries(course, series, !lessIsBetter)];
}

/// <summary>Statistics of a paired difference, course less first course.</summary>
/// <param name="Statistics">Moments and sample of the difference; its <c>PositiveCount</c> counts paths strictly above the first.</param>
/// <param name="LessCount">Paths strictly below the first.</param>
/// <param name="FirstVariance">Variance of the number itself in the first course.</param>
/// <param name="CourseVariance">Variance of the number itself in the course.</param>
public sealed record PairedDifference(
    SeriesStatistics Statistics,
    long LessCount,
    double FirstVariance,
    double CourseVariance
)
{
    /// <summary>Paths strictly above the first course.</summary>
    public long GreaterCount => Statistics.PositiveCount;

    /// <summary>Paths on which both are equal.</summary>
    public long EqualCount => Statistics.Count - GreaterCount - LessCount;

    /// <summary>Correlation of the two over paths, (Var A + Var B − Var(A − B)) / 2σ_Aσ_B; null where one does not vary.</summary>
    public double? Correlation
    {
        get
        {
            var product = Math.Sqrt(FirstVariance) * Math.Sqrt(CourseVariance);
            return product > 0.0
                ? Math.Clamp((FirstVariance + CourseVariance - Statistics.Variance) / (2.0 * product), -1.0, 1.0)
                : null;
        }
    }

    /// <summary>
    /// How many times more paths independent seeds would need for the same error, (Var A + Var B) / Var(A − B); infinite where the
    /// difference does not vary, null where neither number does.
    /// </summary>
    public double? VarianceReduction =>
        FirstVariance + CourseVariance > 0.0 ? (FirstVariance + CourseVariance) / Statistics.Variance : null;
}
