using System.Globalization;
using OilRevenueSim.Core.Prices;

namespace OilRevenueSim.Analysis.Tests.Fitting;

/// <summary>Price histories for tests.</summary>
internal static class Histories
{
    public static PriceHistory Weekly(double[] logPrices) =>
        new()
        {
            Name = "weekly",
            Dates = [.. logPrices.Select((_, i) => new DateOnly(2000, 1, 3).AddDays(7 * i))],
            PricesUsd = [.. logPrices.Select(Math.Exp)],
            Spacing = PriceSpacing.Week,
            Meaning = PriceMeaning.Point,
        };

    /// <summary>Rows of a file of the folder that OILREVENUESIM_DATA names; the test is skipped where it names none.</summary>
    public static PriceHistory Brent(string file, PriceSpacing spacing, PriceMeaning meaning)
    {
        var folder = Environment.GetEnvironmentVariable("OILREVENUESIM_DATA");
        Assert.SkipWhen(
            folder is null,
            "OILREVENUESIM_DATA names no folder with brent-daily.csv and brent-monthly.csv."
        );
        var rows = File.ReadAllLines(Path.Combine(folder!, file))
            .Skip(1)
            .Where(l => l.Length > 0)
            .Select(l => l.Split(','))
            .Select(c => (Date: Day(c[0]), Price: double.Parse(c[1], CultureInfo.InvariantCulture)))
            .ToList();
        return Of(file, rows, spacing, meaning);
    }

    public static PriceHistory Of(
        string name,
        List<(DateOnly Date, double Price)> rows,
        PriceSpacing spacing,
        PriceMeaning meaning
    ) =>
        new()
        {
            Name = name,
            Dates = [.. rows.Select(r => r.Date)],
            PricesUsd = [.. rows.Select(r => r.Price)],
            Spacing = spacing,
            Meaning = meaning,
        };

    public static PriceHistory Between(this PriceHistory history, DateOnly first, DateOnly last) =>
        Of(
            history.Name,
            [.. history.Rows().Where(r => r.Date >= first && r.Date <= last)],
            history.Spacing,
            history.Meaning
        );

    /// <summary>The last price of each month before August 2026, which the file leaves unfinished.</summary>
    public static PriceHistory MonthEnds(this PriceHistory daily) =>
        Of(
            daily.Name,
            [
                .. daily
                    .Rows()
                    .Where(r => r.Date < new DateOnly(2026, 8, 1))
                    .GroupBy(r => (r.Date.Year, r.Date.Month))
                    .Select(g => g.Last()),
            ],
            PriceSpacing.Month,
            PriceMeaning.Point
        );

    private static IEnumerable<(DateOnly Date, double Price)> Rows(this PriceHistory history) =>
        history.Dates.Zip(history.PricesUsd);

    private static DateOnly Day(string text) =>
        DateOnly.ParseExact(text.Length == 7 ? text + "-01" : text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
