using System.Collections.Immutable;
using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim.Analysis.Manifests;

/// <summary>Names of the kinds of sampling, as in <c>--sampling</c> and <c>manifest.json</c>.</summary>
public static class SamplingName
{
    /// <summary>All names, the default first.</summary>
    public static ImmutableArray<string> All { get; } = ["random", "sobol", "lhs"];

    /// <summary>Name of a kind.</summary>
    public static string Of(Sampling sampling) => All[(int)sampling];

    /// <summary>Kind of a name.</summary>
    /// <param name="name">One of <see cref="All"/>.</param>
    /// <exception cref="FormatException">There is no such kind.</exception>
    public static Sampling Parse(string name) =>
        All.IndexOf(name) is >= 0 and var index
            ? (Sampling)index
            : throw new FormatException($"takes {string.Join(", ", All[..^1])} or {All[^1]}, not '{name}'");
}
