using OilRevenueSim.Core.Prices;

namespace OilRevenueSim.Scenarios.PriceHistories;

/// <summary>Numbers and dates in sentences.</summary>
internal static class Said
{
    /// <summary><c>1 date</c>, <c>1,204 dates</c>.</summary>
    public static string Count(int number, string noun) => number == 1 ? $"1 {noun}" : $"{number:N0} {noun}s";

    /// <summary><c>2010-01-31</c>.</summary>
    public static string Day(DateOnly date) => date.ToString("yyyy-MM-dd");

    /// <summary><c>daily</c>, <c>weekly</c> or <c>monthly</c>.</summary>
    public static string Spacing(PriceSpacing spacing) =>
        spacing switch
        {
            PriceSpacing.Day => "daily",
            PriceSpacing.Week => "weekly",
            _ => "monthly",
        };

    /// <summary>What prices stand for.</summary>
    public static string Meaning(PriceMeaning meaning, PriceSpacing spacing) =>
        (meaning, spacing) switch
        {
            (PriceMeaning.Point, _) => "prices of the days named",
            (_, PriceSpacing.Day) => "averages of the days",
            (_, PriceSpacing.Week) => "averages of the weeks",
            _ => "averages of the months",
        };
}
