using OilRevenueSim.Core.Prices;
using OilRevenueSim.Scenarios.PriceHistories;

namespace OilRevenueSim.Scenarios.Tests;

/// <summary>A text of prices that must give a finding with a code, and part of what the message or its hint must say.</summary>
internal sealed record PriceExample(string Code, string Text, string Says)
{
    public PriceHistoryOptions Options { get; init; } = new();

    public PriceHistoryReading Read() => PriceHistoryReader.ReadText(Text, "prices.csv", Options);
}

/// <summary>Texts of prices, and a failing example for every code of them.</summary>
internal static class PriceHistoryExamples
{
    public static IReadOnlyList<PriceExample> All { get; } =
    [
        new("ORS1005", " \n\n", "2010-01-04,79.05"),
        new("ORS1007", "PK\u0003\u0004\0\0prices", "spreadsheet"),
        new("ORS1007", "\u0089PNG\0\0", "not a text file"),
        new("ORS1011", Daily(20).Replace("2010-01-06,", "\"2010-01-06,", StringComparison.Ordinal), "quotation mark"),
        new("ORS7001", "<!DOCTYPE html>\n<html><body>Brent</body></html>\n", "web page"),
        new("ORS7001", "name,capital\nLibya,Tripoli\n", "no line holds a date and a price"),
        new("ORS7001", "Year,Price\n2009,61.5\n2010,79.5\n2011,111.3\n", "no line holds"),
        new("ORS7002", ExampleFiles.Small, "oilsim run"),
        new("ORS7003", Daily(20) + "31 Mai 2010,74.9\n2010-06-01,75\n", "names of months are English"),
        new("ORS7003", Daily(20) + "2010-02-30,74.9\n", "'2010-02-30' is no date"),
        new("ORS7003", Daily(20) + ",74.9\n", "no date"),
        new("ORS7004", "Date,Price\n01/02/2010,70\n05/06/2010,71\n11/12/2010,72\n", "year-month-day"),
        new("ORS7004", "Date,Price\n13/02/2010,70\n02/14/2010,71\n", "the other one"),
        new("ORS7005", Daily(20) + "2010-03-01,closed\n2010-03-02,75\n", "'closed' is no price"),
        new("ORS7005", Daily(20) + "2010-03-01,7.9.05\n2010-03-02,75\n", "is no price"),
        new("ORS7006", "Date;Price\n2010-01-04;79.05\n2010-01-05;80,59\n", "decimal point"),
        new("ORS7006", "Date;Price\n2010-01-04;79,051\n2010-01-05;80,592\n", "leaves open"),
        new("ORS7007", "Date,Price,Open,High,Low\n2010-01-04,79.05,78,80,77\n", "--column \"Price\""),
        new("ORS7008", Daily(20), "did you mean 'price'?") { Options = new() { Column = "prize" } },
        new("ORS7009", "Datum;Preis\n2010-01-04;55,20 €\n2010-01-05;55,30 €\n", "US dollars"),
        new("ORS7010", Daily(20) + "2010-01-06,99\n", "line 4 says"),
        new("ORS7011", Monthly(20, new DateOnly(2000, 1, 1)) + DailyLines(20, new DateOnly(2010, 1, 4)), "--from"),
        new("ORS7012", Yearly(20), "365 days apart"),
        new("ORS7013", Daily(2), "there are 2 prices"),
        new("ORS7013", Daily(40), "2010-01-04 to 2010-02-26") { Options = new() { From = new DateOnly(2020, 1, 1) } },
        new("ORS7014", "date,price\n" + Lines(20, new DateOnly(2010, 1, 4), i => i, _ => 50.0), "constant"),
        new("ORS7015", "Date,Price\n2010-01-04,79,05\n2010-01-05,80,59\n", "semicolon"),
        new("ORS7016", Daily(20) + "2010-02-01,-36.98\n2010-02-02,0\n", "not above zero"),
        new("ORS7017", Daily(20) + "2009-12-31,78\n", "sorted"),
        new("ORS7018", Daily(20) + DailyLines(20, new DateOnly(2010, 6, 1)), "from 2010-01-29 to 2010-06-01"),
        new(
            "ORS7019",
            Daily(20).Replace("price", "Gasoline (Dollars per Gallon)", StringComparison.Ordinal),
            "42 US gallons"
        ),
        new(
            "ORS7019",
            "date,price\n" + Lines(20, new DateOnly(2010, 1, 4), i => i, i => 7900.0 + i),
            "dollars a barrel?"
        ),
    ];

    /// <summary>Daily prices of weekdays from Monday, 4 January 2010, with a header.</summary>
    public static string Daily(int count) => "date,price\n" + DailyLines(count, new DateOnly(2010, 1, 4));

    /// <summary>Monthly prices dated the first, with a header.</summary>
    public static string Monthly(int count, DateOnly start)
    {
        var text = "date,price\n";
        for (var i = 0; i < count; i++)
        {
            text += $"{start.AddMonths(i):yyyy-MM-dd},{Price(i)}\n";
        }

        return text;
    }

    /// <summary>A price that moves.</summary>
    public static double Price(int i) => 70.0 + (i * 7 % 11) + (0.25 * (i % 3));

    private static string DailyLines(int count, DateOnly start) =>
        Lines(count, start, i => (i / 5 * 7) + (i % 5), Price);

    private static string Yearly(int count) =>
        "date,price\n" + Lines(count, new DateOnly(2000, 7, 1), i => 365 * i, Price);

    private static string Lines(int count, DateOnly start, Func<int, int> day, Func<int, double> price)
    {
        var text = "";
        for (var i = 0; i < count; i++)
        {
            text += $"{start.AddDays(day(i)):yyyy-MM-dd},{price(i)}\n";
        }

        return text;
    }
}
