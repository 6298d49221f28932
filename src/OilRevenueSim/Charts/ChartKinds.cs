using System.Collections.Immutable;

namespace OilRevenueSim;

/// <summary>Every kind of chart there is: one entry a kind, in rooms by what they show.</summary>
public static partial class ChartKinds
{
    /// <summary>All kinds, in the order of docs/charts.md.</summary>
    public static ImmutableArray<ChartKind> All { get; } =
    [
        .. Revenue,
        .. Distributions,
        .. Flows,
        .. Control,
        .. Production,
        .. Prices,
        .. Comparing,
        .. Sweeping,
        .. OnePath,
        .. Precise,
    ];

    /// <summary>Every choice that some kind asks for, one a name.</summary>
    public static ImmutableArray<ChartChoice> Choices { get; } =
    [
        .. All.SelectMany(k => k.Needs.Concat(k.Takes))
            .Append(ChartChoice.AnyCourse)
            .DistinctBy(c => c.Name)
            .OrderBy(c => c.Name, StringComparer.Ordinal),
    ];

    /// <summary>A kind by its name.</summary>
    /// <param name="name">Name, e.g. <c>fan</c>.</param>
    /// <exception cref="ArgumentException">There is no such kind; names the nearest, and all.</exception>
    public static ChartKind Named(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return All.FirstOrDefault(k => k.Name == name)
            ?? throw new ArgumentException(
                Unknown.Word("kind of chart", name, [.. All.Select(k => k.Name)], "The program"),
                nameof(name)
            );
    }
}
