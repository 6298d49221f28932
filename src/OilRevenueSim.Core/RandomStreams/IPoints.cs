namespace OilRevenueSim.Core.RandomStreams;

/// <summary>Points of the unit cube made together, so that they fill it more evenly than random ones do.</summary>
/// <remarks>Each point alone is uniform in the cube. Any point on demand, from any thread, the same bits every time.</remarks>
public interface IPoints
{
    /// <summary>Number of coordinates of a point.</summary>
    int Dimensions { get; }

    /// <summary>One coordinate of one point, in (0, 1).</summary>
    /// <param name="point">Index of the point, from 0.</param>
    /// <param name="dimension">Index of the coordinate, 0 to <see cref="Dimensions"/> − 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such point or coordinate.</exception>
    double Coordinate(uint point, int dimension);
}
