using OilRevenueSim.Analysis.Words;

namespace OilRevenueSim.Reporting.Axes;

/// <summary>Shares as text, never rounded to a certainty they do not have.</summary>
internal static class Percent
{
    /// <summary>A probability, e.g. <c>93 %</c>, <c>6.6 %</c>, <c>0.04 %</c>, <c>over 99.9 %</c>.</summary>
    public static string Text(double probability, Language words)
    {
        var percent = probability * 100;
        return percent switch
        {
            <= 0 => Of("0", words),
            >= 100 => Of("100", words),
            < 0.01 => words.Say($"below\u00A0{words.Number(0.01, "0.00")}\u00A0%"),
            < 1 => Of(words.Number(percent, "0.0#"), words),
            > 99.95 => words.Say($"over\u00A0{words.Number(99.9, "0.0")}\u00A0%"),
            < 10 or > 90 => Of(words.Number(percent, "0.0"), words),
            _ => Of(words.Number(percent, "0"), words),
        };
    }

    /// <summary>A share of a whole, to whole per cents from one per cent up.</summary>
    public static string Share(double share, Language words) =>
        share is >= 0.01 and <= 0.99 ? Of(words.Number(share * 100, "0"), words) : Text(share, words);

    /// <summary>A number of per cent.</summary>
    public static string Of(string number, Language words) => words.Say($"{number}\u00A0%");
}
