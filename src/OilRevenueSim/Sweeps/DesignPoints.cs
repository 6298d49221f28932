using System.Collections.Immutable;
using OilRevenueSim.Analysis.Sweeps;
using OilRevenueSim.Core.RandomStreams;

namespace OilRevenueSim;

/// <summary>The points of a design over axes that know their scenario; null stands for the scenario's own value.</summary>
internal static class DesignPoints
{
    /// <summary>Number of points, without making them.</summary>
    public static long Count(Design design, IReadOnlyList<ResolvedAxis> axes) =>
        design.Kind switch
        {
            DesignKind.Factorial => axes.Aggregate(1L, (n, axis) => Math.Min(n * axis.Levels.Length, int.MaxValue)),
            DesignKind.OneAtATime => axes.Sum(axis => (long)axis.Levels.Length),
            _ => design.Points!.Value,
        };

    /// <summary>The points, in order.</summary>
    /// <param name="design">Design.</param>
    /// <param name="axes">Its axes.</param>
    /// <param name="seed">Seed of a Latin hypercube or of the scrambling.</param>
    public static IEnumerable<ImmutableArray<AxisValue?>> Of(
        Design design,
        IReadOnlyList<ResolvedAxis> axes,
        ulong seed
    ) =>
        design.Kind switch
        {
            DesignKind.Factorial => Combinations([.. axes.Select(a => a.Levels)]),
            DesignKind.OneAtATime => axes.SelectMany(
                (axis, a) => axis.Levels.Select(level => Alone(axes.Count, a, level))
            ),
            DesignKind.LatinHypercube => Spread(
                axes,
                design.Points!.Value,
                new LatinHypercube((uint)design.Points.Value, axes.Count, seed)
            ),
            _ => Spread(axes, design.Points!.Value, new SobolPoints(axes.Count, seed)),
        };

    private static IEnumerable<ImmutableArray<AxisValue?>> Combinations(ImmutableArray<AxisValue>[] levels) =>
        levels.Aggregate(
            (IEnumerable<ImmutableArray<AxisValue?>>)
                [
                    [],
                ],
            (points, axis) => points.SelectMany(point => axis.Select(point.Add))
        );

    private static ImmutableArray<AxisValue?> Alone(int count, int axis, AxisValue level)
    {
        var point = new AxisValue?[count];
        point[axis] = level;
        return [.. point];
    }

    private static IEnumerable<ImmutableArray<AxisValue?>> Spread(
        IReadOnlyList<ResolvedAxis> axes,
        int points,
        IPoints cube
    ) =>
        Enumerable
            .Range(0, points)
            .Select(p =>
                (ImmutableArray<AxisValue?>)
                    [.. axes.Select((axis, a) => (AxisValue?)axis.At(cube.Coordinate((uint)p, a)))]
            );
}
