using System.Globalization;
using System.Text;
using OilRevenueSim.Core.Prices;

namespace OilRevenueSim.Scenarios.Writing;

/// <summary>A price history as a file that reads back as the same days and prices.</summary>
internal static class HistoryText
{
    public static string Of(PriceHistory history)
    {
        var text = new StringBuilder("date,USD per barrel\n");
        for (var i = 0; i < history.Dates.Length; i++)
        {
            text.Append(history.Dates[i].ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
                .Append(',')
                .Append(DecimalText.Of(history.PricesUsd[i]))
                .Append('\n');
        }

        return text.ToString();
    }
}
