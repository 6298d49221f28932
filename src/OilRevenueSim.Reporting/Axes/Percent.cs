using System.Globalization;

namespace OilRevenueSim.Reporting.Axes;

/// <summary>Shares as text, never rounded to a certainty they do not have.</summary>
internal static class Percent
{
    private const string Sign = "\u00A0%";

    /// <summary>A probability, e.g. <c>93 %</c>, <c>6.6 %</c>, <c>0.04 %</c>, <c>over 99.9 %</c>.</summary>
    public static string Text(double probability)
    {
        var percent = probability * 100;
        return percent switch
        {
            <= 0 => "0" + Sign,
            >= 100 => "100" + Sign,
            < 0.01 => "below\u00A00.01" + Sign,
            < 1 => percent.ToString("0.0#", CultureInfo.InvariantCulture) + Sign,
            > 99.95 => "over\u00A099.9" + Sign,
            < 10 or > 90 => percent.ToString("0.0", CultureInfo.InvariantCulture) + Sign,
            _ => percent.ToString("0", CultureInfo.InvariantCulture) + Sign,
        };
    }

    /// <summary>A share of a whole, to whole per cents from one per cent up.</summary>
    public static string Share(double share) =>
        share is >= 0.01 and <= 0.99 ? (share * 100).ToString("0", CultureInfo.InvariantCulture) + Sign : Text(share);
}
