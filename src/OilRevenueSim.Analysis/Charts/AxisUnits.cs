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
        unit switch
        {
            "days" or "weeks" or "months" or "years" => words.Counted(
                number == "1" ? unit[..^1] : unit,
                words.Read(number),
                number
            ),
            "%" => words.Say($"{number} %"),
            "" => number,
            _ => $"{number} {Of(words, unit)}",
        };
}
