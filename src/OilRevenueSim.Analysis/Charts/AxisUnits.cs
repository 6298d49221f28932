using OilRevenueSim.Analysis.Words;

namespace OilRevenueSim.Analysis.Charts;

/// <summary>Units of swept values as readers say them.</summary>
internal static class AxisUnits
{
    private const string Within = "% within ";

    /// <summary>A unit that stands alone, e.g. <c>weeks</c> or <c>% within 12 months</c>.</summary>
    /// <param name="words">Language.</param>
    /// <param name="unit">Unit as the scenario has it.</param>
    public static string Of(Language words, string unit) =>
        unit.StartsWith(Within, StringComparison.Ordinal) && unit[Within.Length..].Split(' ') is [var count, var time]
            ? words.Say($"% within {Level(words, count, time)}")
        : unit == "%" ? unit
        : words.Word(unit);

    /// <summary>A number with its unit, e.g. <c>1 week</c> or <c>20 USD/bbl</c>.</summary>
    /// <param name="words">Language.</param>
    /// <param name="number">Number as printed.</param>
    /// <param name="unit">Unit as the scenario has it.</param>
    public static string Level(Language words, string number, string unit) =>
        (unit, number == "1") switch
        {
            ("days", true) => words.Say($"{number} day"),
            ("days", false) => words.Say($"{number} days"),
            ("weeks", true) => words.Say($"{number} week"),
            ("weeks", false) => words.Say($"{number} weeks"),
            ("months", true) => words.Say($"{number} month"),
            ("months", false) => words.Say($"{number} months"),
            ("years", true) => words.Say($"{number} year"),
            ("years", false) => words.Say($"{number} years"),
            ("", _) => number,
            _ => $"{number} {Of(words, unit)}",
        };
}
