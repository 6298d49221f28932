namespace OilRevenueSim.Analysis.Precision;

/// <summary>Units of money in the words of options, as scenario files have them: USD, kUSD, MUSD, bnUSD.</summary>
internal static class UsdUnits
{
    private static readonly (string Name, double Usd)[] All =
    [
        ("USD", 1.0),
        ("kUSD", 1e3),
        ("MUSD", 1e6),
        ("bnUSD", 1e9),
    ];

    /// <summary>Names, smallest first.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(unit => unit.Name)];

    /// <summary>What one of a unit is in USD, or null where there is no such unit.</summary>
    public static double? Of(string name) =>
        Array.FindIndex(All, unit => unit.Name == name) is var i and >= 0 ? All[i].Usd : null;
}
