using OilRevenueSim.Core.Prices;
using OilRevenueSim.Scenarios.PriceHistories;

namespace OilRevenueSim.Scenarios.Tests;

public sealed class PriceHistoryReaderTests
{
    public static TheoryData<int> Examples() => [.. Enumerable.Range(0, PriceHistoryExamples.All.Count)];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Bad_prices_are_found_with_their_place_and_a_hint(int index)
    {
        var example = PriceHistoryExamples.All[index];
        var reading = example.Read();
        var all = string.Join("\n", reading.Diagnostics.Select(d => d.Render()));
        var found = reading.Diagnostics.FirstOrDefault(d =>
            d.Code == example.Code && (d.Message + " " + d.Hint).Contains(example.Says, StringComparison.Ordinal)
        );

        Assert.True(found is not null, $"{example.Code} with '{example.Says}' was expected, found:\n{all}");
        Assert.True(found.Hint is not null && found.Line >= 1 && found.Column >= 1, all);
        Assert.Equal(reading.Diagnostics.Any(d => d.Severity == Severity.Error), reading.History is null);
    }

    [Fact]
    public void Download_of_the_us_eia_with_title_lines_and_american_dates_from_the_latest_down_is_read()
    {
        var text =
            "Europe Brent Spot Price FOB (Dollars per Barrel)\n"
            + "https://www.eia.gov/dnav/pet/hist/LeafHandler.ashx?n=PET&s=RBRTE&f=D\n"
            + "14:33:43 GMT-0400 (Eastern Daylight Time)\n"
            + "Source: U.S. Energy Information Administration\n"
            + "Day,Europe Brent Spot Price FOB  Dollars per Barrel\n";
        for (var day = 29; day >= 1; day--)
        {
            var date = new DateOnly(2024, 2, day);
            if (date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
            {
                text += $"{date:MM/dd/yyyy},{80 + (day * 0.5 % 3)}\n";
            }
        }

        var reading = Good(text);

        Assert.Equal("Europe Brent Spot Price FOB  Dollars per Barrel", reading.PriceColumn);
        Assert.Equal(new DateOnly(2024, 2, 1), reading.History!.Dates[0]);
        Assert.Equal(80.5, reading.History.PricesUsd[0]);
        Assert.Equal((PriceSpacing.Day, PriceMeaning.Point), (reading.History.Spacing, reading.History.Meaning));
        Assert.Contains(reading.Treatments, t => t.Contains("turned round", StringComparison.Ordinal));
        Assert.Contains(
            reading.Treatments,
            t => t.Contains("the second number is taken as the day", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Where_points_stand_between_the_day_comes_first_even_where_no_number_tells()
    {
        // Twelve days of January: with bars between they would pass for the first of twelve months.
        var text = "Datum;Preis\n";
        for (var day = 1; day <= 12; day++)
        {
            text += $"{new DateOnly(2020, 1, day):dd'.'MM'.'yyyy};{PriceHistoryExamples.Price(day)}\n";
        }

        var reading = Good(text);

        Assert.Equal(new DateOnly(2020, 1, 12), reading.History!.Dates[^1]);
        Assert.Equal(PriceSpacing.Day, reading.History.Spacing);
        Assert.Contains(
            reading.Treatments,
            t => t.EndsWith("the first number is taken as the day, as points stand between.", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Sheet_of_the_us_eia_saved_as_csv_is_read()
    {
        var text =
            "Back to Contents,Data 1: Europe Brent Spot Price FOB (Dollars per Barrel)\nSourcekey,RBRTE\n"
            + "Date,Europe Brent Spot Price FOB (Dollars per Barrel)\n";
        for (var i = 0; i < 30; i++)
        {
            text += $"\"{new DateOnly(1987, 5, 15).AddMonths(i):MMM dd, yyyy}\",{PriceHistoryExamples.Price(i)}\n";
        }

        var reading = Good(text);

        Assert.Equal(
            (PriceSpacing.Month, PriceMeaning.PeriodAverage),
            (reading.History!.Spacing, reading.History.Meaning)
        );
        Assert.Equal(new DateOnly(1987, 5, 1), reading.History.Dates[0]);
        Assert.Contains(reading.Treatments, t => t.Contains("averages of the months, since", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("MMM-yyyy")]
    [InlineData("MMMM yyyy")]
    [InlineData("yyyy-MM")]
    [InlineData("yyyy'M'MM")]
    [InlineData("MM/yyyy")]
    [InlineData("yyyy-MMM")]
    [InlineData("dd.MM.yyyy")]
    [InlineData("MM/dd/yyyy")]
    [InlineData("dd MMM yyyy")]
    [InlineData("dd-MMM-yyyy")]
    [InlineData("MMM-dd-yyyy")]
    [InlineData("yyyyMMdd")]
    [InlineData("yyyy/MM/dd")]
    [InlineData("yyyy-MM-ddTHH:mm:ss")]
    public void Months_are_read_as_statistical_offices_write_them(string format)
    {
        var text = "date;price\n";
        for (var i = 0; i < 24; i++)
        {
            text += $"{new DateTime(2010, 1, 1).AddMonths(i).ToString(format)};{PriceHistoryExamples.Price(i)}\n";
        }

        var history = Good(text).History!;

        Assert.Equal([.. Enumerable.Range(0, 24).Select(i => new DateOnly(2010, 1, 1).AddMonths(i))], history.Dates);
        Assert.Equal([.. Enumerable.Range(0, 24).Select(PriceHistoryExamples.Price)], history.PricesUsd);
    }

    [Fact]
    public void Download_of_fred_with_points_for_holidays_is_read()
    {
        var text = PriceHistoryExamples
            .Daily(40)
            .Replace("date,price", "observation_date,DCOILBRENTEU", StringComparison.Ordinal)
            .Replace("2010-01-04,70\n", "2010-01-04,.\n", StringComparison.Ordinal)
            .Replace("2010-01-07,70\n", "2010-01-07,.\n", StringComparison.Ordinal);

        var reading = Good(text);

        var points = text.Split(",.\n").Length - 1;
        Assert.Equal(40 - points, reading.History!.PricesUsd.Length);
        Assert.Equal("DCOILBRENTEU", reading.PriceColumn);
        Assert.Contains(reading.Treatments, t => t.Contains("“.”, first in line 2", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(';', "Datum", "Preis (US-Dollar je Fass)")]
    [InlineData('\t', "Дата", "Цена")]
    [InlineData(',', "التاريخ", "السعر")]
    public void Headers_may_be_in_any_language(char separator, string date, string price)
    {
        var text = PriceHistoryExamples
            .Daily(30)
            .Replace("date,price", $"{date},{price}", StringComparison.Ordinal)
            .Replace(',', separator);
        Assert.Equal((30, price), (Good(text).History!.Dates.Length, Good(text).PriceColumn));
    }

    [Fact]
    public void Decimal_commas_thousands_and_dollar_signs_are_understood_and_said()
    {
        var comma = Good(PriceHistoryExamples.Daily(30).Replace(',', ';').Replace('.', ','));
        Assert.Equal(PriceHistoryExamples.Price(1), comma.History!.PricesUsd[1]);
        Assert.Contains("Commas are decimal commas.", comma.Treatments);

        var dollars = Good(
            PriceHistoryExamples
                .Daily(30)
                .Replace(',', ';')
                .Replace("2010-01-05;77.25", "2010-01-05;\"$ 1,077.25\"", StringComparison.Ordinal)
        );
        Assert.Equal(1077.25, dollars.History!.PricesUsd[1]);
        Assert.Contains("Dollar signs are taken off.", dollars.Treatments);
        Assert.Contains(dollars.Treatments, t => t.Contains("separates thousands", StringComparison.Ordinal));
    }

    [Fact]
    public void Futures_are_columns_whose_header_names_a_maturity()
    {
        var text = "Date,Brent spot,1 month,12m,2 years\n";
        for (var i = 0; i < 24; i++)
        {
            text +=
                $"{new DateOnly(2010, 1, 29).AddDays(7 * i):yyyy-MM-dd},{PriceHistoryExamples.Price(i)},{71 + i},72,{(i == 3 ? "n/a" : "73")}\n";
        }

        var reading = Good(text);

        Assert.Equal([1.0 / 12.0, 1.0, 2.0], reading.History!.Futures.Select(f => f.MaturityYears));
        Assert.Equal(74.0, reading.History.Futures[0].PricesUsd[3]);
        Assert.True(double.IsNaN(reading.History.Futures[2].PricesUsd[3]));
        Assert.Equal(new DateOnly(2010, 1, 25), reading.History.Dates[0]);
    }

    [Fact]
    public void Nearest_contract_stands_for_a_spot_price_that_is_missing()
    {
        var text = "Date,Future Contract 2 (Dollars per Barrel),Future Contract 1 (Dollars per Barrel)\n";
        for (var i = 0; i < 24; i++)
        {
            text += $"{new DateOnly(2010, 1, 29).AddDays(7 * i):yyyy-MM-dd},80,{PriceHistoryExamples.Price(i)}\n";
        }

        var reading = Good(text);

        Assert.Equal(PriceHistoryExamples.Price(3), reading.History!.PricesUsd[3]);
        Assert.Equal(2.0 / 12.0, Assert.Single(reading.History.Futures).MaturityYears);
        Assert.Contains(reading.Treatments, t => t.Contains("stands for it", StringComparison.Ordinal));
        Assert.Contains(reading.Treatments, t => t.Contains("n months from delivery", StringComparison.Ordinal));
    }

    [Fact]
    public void Meaning_is_as_asked_and_monthly_prices_of_weekdays_are_points()
    {
        var text = "date,price\n";
        for (var i = 0; i < 24; i++)
        {
            var day = new DateOnly(2010, 2, 1).AddMonths(i).AddDays(-1);
            day = day.AddDays(
                day.DayOfWeek == DayOfWeek.Saturday ? -1
                : day.DayOfWeek == DayOfWeek.Sunday ? -2
                : 0
            );
            text += $"{day:yyyy-MM-dd},{PriceHistoryExamples.Price(i)}\n";
        }

        Assert.Equal(PriceMeaning.Point, Good(text).History!.Meaning);
        var asked = PriceHistoryReader.ReadText(text, "p.csv", new() { Meaning = PriceMeaning.PeriodAverage });
        Assert.Equal(PriceMeaning.PeriodAverage, asked.History!.Meaning);
        Assert.Contains(asked.Treatments, t => t.Contains("as was asked", StringComparison.Ordinal));
    }

    [Fact]
    public void Price_below_zero_is_left_out_with_a_warning()
    {
        var reading = PriceHistoryReader.ReadText(PriceHistoryExamples.Daily(30) + "2010-04-20,-36.98\n", "wti.csv");
        Assert.Equal(30, reading.History!.Dates.Length);
        var found = reading.Diagnostics.Single(d => d.Code == "ORS7016");
        Assert.Equal((Severity.Warning, 32, 12), (found.Severity, found.Line, found.Column));
        Assert.Contains(reading.Treatments, t => t.Contains("-36.98", StringComparison.Ordinal));
    }

    [Fact]
    public void Notes_after_the_last_price_repeated_lines_and_other_encodings_are_treated_and_said()
    {
        var text = PriceHistoryExamples.Daily(30) + "2010-01-05,77.25\nHighest: 80,,\n\"Quelle: Börse\"\n";
        var bytes = System.Text.Encoding.Latin1.GetBytes(text);
        var reading = PriceHistoryReader.Read(bytes, "boerse.csv", new());
        Assert.NotNull(reading.History);
        Assert.Equal(30, reading.History.Dates.Length);
        Assert.Contains(reading.Treatments, t => t.StartsWith("2 lines of notes", StringComparison.Ordinal));
        Assert.Contains(reading.Treatments, t => t.StartsWith("1 line that repeats", StringComparison.Ordinal));
        Assert.Contains(reading.Treatments, t => t.Contains("Latin-1", StringComparison.Ordinal));

        byte[] utf16 = [0xFF, 0xFE, .. System.Text.Encoding.Unicode.GetBytes(PriceHistoryExamples.Daily(30))];
        Assert.Equal(30, PriceHistoryReader.Read(utf16, "unicode.txt", new()).History!.Dates.Length);
    }

    [Fact]
    public void Daily_and_monthly_brent_of_the_us_eia_are_read()
    {
        var folder = Environment.GetEnvironmentVariable("OILREVENUESIM_DATA");
        Assert.SkipWhen(folder is null, "OILREVENUESIM_DATA names no folder with brent-daily.csv");
        var window = new PriceHistoryOptions { From = new DateOnly(2010, 1, 1), To = new DateOnly(2025, 12, 31) };

        var daily = PriceHistoryReader.Read(Path.Combine(folder, "brent-daily.csv"), window);
        Assert.Equal([], daily.Diagnostics.Select(d => d.Render()));
        Assert.Equal((PriceSpacing.Day, PriceMeaning.Point), (daily.History!.Spacing, daily.History.Meaning));
        Assert.Equal(
            (new DateOnly(2010, 1, 4), new DateOnly(2025, 12, 31)),
            (daily.History.Dates[0], daily.History.Dates[^1])
        );

        var monthly = PriceHistoryReader.Read(Path.Combine(folder, "brent-monthly.csv"), window);
        Assert.Equal([], monthly.Diagnostics.Select(d => d.Render()));
        Assert.Equal(
            (PriceSpacing.Month, PriceMeaning.PeriodAverage),
            (monthly.History!.Spacing, monthly.History.Meaning)
        );
        Assert.Equal(192, monthly.History.Dates.Length);
    }

    private static PriceHistoryReading Good(string text)
    {
        var reading = PriceHistoryReader.ReadText(text, "prices.csv");
        Assert.Equal([], reading.Diagnostics.Select(d => d.Render()));
        Assert.NotNull(reading.History);
        return reading;
    }
}
