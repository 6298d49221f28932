using System.Collections.Immutable;

namespace OilRevenueSim;

/// <summary>How a design places its points.</summary>
public enum DesignKind
{
    /// <summary>Every combination of the levels of all axes.</summary>
    Factorial,

    /// <summary>Each axis alone through its levels, all others as the file has them.</summary>
    OneAtATime,

    /// <summary>So many points that each axis has exactly one in each of as many equal intervals.</summary>
    LatinHypercube,

    /// <summary>Scrambled Sobol' points: more points keep those before.</summary>
    Sobol,
}

/// <summary>Which cells a sweep runs: a value that holds axes, and no scenario. Immutable.</summary>
public sealed record Design
{
    private Design(DesignKind kind, Axis[] axes, int? points)
    {
        ArgumentNullException.ThrowIfNull(axes);
        if (axes.Length == 0)
        {
            throw new ArgumentException("A design varies at least one value.", nameof(axes));
        }

        if (axes.GroupBy(a => a.Address, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw new ArgumentException(
                $"{twice.Key} is varied twice; put all its levels into one axis.",
                nameof(axes)
            );
        }

        if (points is < 1 or > Axis.MostLevels)
        {
            throw new ArgumentOutOfRangeException(
                nameof(points),
                points,
                $"A design has 1 to {Axis.MostLevels:N0} points."
            );
        }

        Kind = kind;
        Axes = [.. axes];
        Points = points;
    }

    /// <summary>How points are placed.</summary>
    public DesignKind Kind { get; }

    /// <summary>Axes, in the order of the table.</summary>
    public ImmutableArray<Axis> Axes { get; }

    /// <summary>Number of points of a Latin hypercube or of Sobol'; null for other designs, whose levels say it.</summary>
    public int? Points { get; }

    /// <summary>Every combination of the levels of all axes; the last axis changes fastest.</summary>
    /// <exception cref="ArgumentException">No axis, or the same value twice.</exception>
    public static Design Factorial(params Axis[] axes) => new(DesignKind.Factorial, axes, null);

    /// <summary>Each axis alone through its levels, all others as the file has them.</summary>
    /// <inheritdoc cref="Factorial"/>
    public static Design OneAtATime(params Axis[] axes) => new(DesignKind.OneAtATime, axes, null);

    /// <summary>A Latin hypercube over ranges, levels and the values' own laws.</summary>
    /// <param name="points">Number of points.</param>
    /// <param name="axes">Axes.</param>
    /// <exception cref="ArgumentException">No axis, or the same value twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number of points is out of range.</exception>
    public static Design LatinHypercube(int points, params Axis[] axes) => new(DesignKind.LatinHypercube, axes, points);

    /// <summary>Scrambled Sobol' points over ranges, levels and the values' own laws; best with a power of two.</summary>
    /// <inheritdoc cref="LatinHypercube"/>
    public static Design Sobol(int points, params Axis[] axes) => new(DesignKind.Sobol, axes, points);
}
