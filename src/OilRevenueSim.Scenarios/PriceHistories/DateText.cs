using System.Text.RegularExpressions;

namespace OilRevenueSim.Scenarios.PriceHistories;

/// <summary>A date as a file writes it, before the order of day and month is known.</summary>
/// <param name="Year">Year.</param>
/// <param name="First">Month; in <see cref="IsNumeric"/> dates the number that stands first.</param>
/// <param name="Second">Day, 0 where the date names a month; in <see cref="IsNumeric"/> dates the second number.</param>
/// <param name="IsNumeric">True for 03/04/2010, where only other dates tell day from month.</param>
internal readonly record struct WrittenDate(int Year, int First, int Second, bool IsNumeric)
{
    /// <summary>True for May 1987, which names no day.</summary>
    public bool IsMonth => Second == 0;

    /// <summary>The day, the first of the month where none is named; null where there is no such day.</summary>
    public DateOnly? ToDate(bool dayFirst)
    {
        var (month, day) = IsNumeric && dayFirst ? (Second, First) : (First, Math.Max(1, Second));
        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(Year, month)
            ? new DateOnly(Year, month, day)
            : null;
    }
}

/// <summary>Dates as the US EIA, FRED, the World Bank and spreadsheets write them.</summary>
internal static partial class DateText
{
    /// <summary>Ways of writing that are read, for hints.</summary>
    public const string Accepted = "2010-01-31, 2010-01, 'Jan 31, 2010', Jan-2010, 31 Jan 2010 or 31/01/2010";

    private static readonly string[] Months =
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];

    /// <summary>Reads a date, or null where it is none.</summary>
    public static WrittenDate? Read(string text)
    {
        text = text.Trim();
        foreach (var form in Forms())
        {
            if (form.Match(text) is { Success: true } match)
            {
                return FromMatch(match);
            }
        }

        return null;
    }

    private static WrittenDate? FromMatch(Match match)
    {
        var year = Number(match, "y");
        var isNumeric = match.Groups["a"].Success;
        var month = match.Groups["n"].Success ? MonthNamed(match.Groups["n"].Value) : Number(match, "m");
        var date = isNumeric
            ? new WrittenDate(year, Number(match, "a"), Number(match, "b"), true)
            : new WrittenDate(year, month, Number(match, "d"), false);
        var hasDay = isNumeric || match.Groups["d"].Success;
        return
            year is < 1850 or > 2200
            || (hasDay && date.IsMonth)
            || (date.ToDate(dayFirst: false) is null && (!isNumeric || date.ToDate(dayFirst: true) is null))
            ? null
            : date;
    }

    private static int Number(Match match, string group) =>
        match.Groups[group].Success ? int.Parse(match.Groups[group].ValueSpan) : 0;

    /// <summary>Month by its English name or the first three letters of it, or 0.</summary>
    private static int MonthNamed(string name)
    {
        var lower = name.ToLowerInvariant();
        return 1
            + Array.FindIndex(
                Months,
                m => m == lower || (lower.Length >= 3 && m.StartsWith(lower, StringComparison.Ordinal))
            );
    }

    private static Regex[] Forms() =>
        [YearFirst(), Compact(), YearMonth(), Numeric(), MonthYear(), NameDay(), DayName(), NameYear(), YearName()];

    [GeneratedRegex(
        @"^(?<y>\d{4})[-/.](?<m>\d{1,2})[-/.](?<d>\d{1,2})([T ][\d:.+\-Z ]*)?$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"^(?<y>\d{4})(?<m>\d{2})(?<d>\d{2})$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Compact();

    [GeneratedRegex(@"^(?<y>\d{4})[-/.M](?<m>\d{1,2})$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex YearMonth();

    [GeneratedRegex(
        @"^(?<a>\d{1,2})[-/.](?<b>\d{1,2})[-/.](?<y>\d{4})( [\d: APM]*)?$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Numeric();

    [GeneratedRegex(@"^(?<m>\d{1,2})[-/](?<y>\d{4})$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MonthYear();

    [GeneratedRegex(
        @"^(?<n>[A-Za-z]{3,9})\.?[- ]+(?<d>\d{1,2}),?[- ]+(?<y>\d{4})$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex NameDay();

    [GeneratedRegex(
        @"^(?<d>\d{1,2})\.?[- ]*(?<n>[A-Za-z]{3,9})\.?,?[- ]*(?<y>\d{4})$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex DayName();

    [GeneratedRegex(@"^(?<n>[A-Za-z]{3,9})\.?,?[- ]*(?<y>\d{4})$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NameYear();

    [GeneratedRegex(@"^(?<y>\d{4})[- ]*(?<n>[A-Za-z]{3,9})$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex YearName();
}
