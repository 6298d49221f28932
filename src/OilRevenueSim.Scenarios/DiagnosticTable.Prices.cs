namespace OilRevenueSim.Scenarios;

// 7xxx files of prices.
public static partial class DiagnosticTable
{
    internal static readonly DiagnosticRule NotPrices = Error(
        "ORS7001",
        "No line holds a date and a price",
        "a web page saved as prices.csv"
    );

    internal static readonly DiagnosticRule ScenarioInsteadOfPrices = Error(
        "ORS7002",
        "A scenario stands where prices belong",
        "oilsim fit scenarios/minimal.yaml"
    );

    internal static readonly DiagnosticRule DateUnreadable = Error("ORS7003", "This is no date", "31 Mai 2010,74.90");

    internal static readonly DiagnosticRule DayMonthUnclear = Error(
        "ORS7004",
        "Day and month cannot be told apart",
        "01/02/2010, 05/06/2010, 11/12/2010"
    );

    internal static readonly DiagnosticRule PriceUnreadable = Error("ORS7005", "This is no price", "2010-01-05,closed");

    internal static readonly DiagnosticRule DecimalMarkUnclear = Error(
        "ORS7006",
        "Decimal and thousands marks cannot be told apart",
        "79.05 in one line and 80,59 in the next"
    );

    internal static readonly DiagnosticRule SeveralPriceColumns = Error(
        "ORS7007",
        "Several columns could be the price",
        "Date,Price,Open,High,Low"
    );

    internal static readonly DiagnosticRule PriceColumnUnknown = Error(
        "ORS7008",
        "There is no such column of prices",
        "--column Brnet"
    );

    internal static readonly DiagnosticRule OtherCurrency = Error(
        "ORS7009",
        "The prices are not in US dollars",
        "2010-01-04;55,20 €"
    );

    internal static readonly DiagnosticRule DateTwice = Error(
        "ORS7010",
        "A date has two prices",
        "2010-01-04,79.05 and 2010-01-04,80.59"
    );

    internal static readonly DiagnosticRule SpacingChanges = Error(
        "ORS7011",
        "Daily, weekly or monthly prices stand in one file",
        "monthly prices to 1999, daily prices from 2000"
    );

    internal static readonly DiagnosticRule SpacingUnknown = Error(
        "ORS7012",
        "The prices are neither daily nor weekly nor monthly",
        "one price a year"
    );

    internal static readonly DiagnosticRule TooFewPrices = Error(
        "ORS7013",
        "There are too few prices",
        "a file of two prices"
    );

    internal static readonly DiagnosticRule PricesConstant = Error(
        "ORS7014",
        "The price never changes",
        "50 USD/bbl on every day"
    );

    internal static readonly DiagnosticRule CellsTooMany = Error(
        "ORS7015",
        "A line has more cells than the header",
        "2010-01-04,79,05 under Date,Price"
    );

    internal static readonly DiagnosticRule PriceNotAboveZero = Warning(
        "ORS7016",
        "A price at or below zero is left out",
        "2020-04-20,-36.98"
    );

    internal static readonly DiagnosticRule DatesUnsorted = Warning(
        "ORS7017",
        "The dates are not in order",
        "2010-01-06 before 2010-01-05"
    );

    internal static readonly DiagnosticRule DatesMissing = Warning(
        "ORS7018",
        "Dates are missing between prices",
        "no price from March to June 2010"
    );

    internal static readonly DiagnosticRule UnitDoubtful = Warning(
        "ORS7019",
        "The prices do not look like US dollars a barrel",
        "Dollars per Gallon"
    );
}
