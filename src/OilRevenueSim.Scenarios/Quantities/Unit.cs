using System.Collections.Immutable;
using System.Globalization;
using OilRevenueSim.Core.Units;
using OilRevenueSim.Scenarios.Text;

namespace OilRevenueSim.Scenarios.Quantities;

/// <summary>A unit of the format: <c>value · 10^PowerOfTen · Factor</c> in the base unit of its dimension.</summary>
/// <param name="Name">As written, case-sensitive.</param>
/// <param name="Dimension">What it measures.</param>
/// <param name="PowerOfTen">Applied to the number's text, so that <c>29.7 kb/d</c> and <c>29700 b/d</c> are the same bits.</param>
/// <param name="Divisor">The value is divided by it.</param>
/// <param name="Multiplier">The value is multiplied by it.</param>
internal sealed record Unit(
    string Name,
    Dimension Dimension,
    int PowerOfTen,
    double Divisor = 1.0,
    double Multiplier = 1.0
)
{
    private const double DaysPerYear = 365.25;

    public static ImmutableArray<Unit> All { get; } =
    [
        new("b/d", Dimension.Flow, 0),
        new("kb/d", Dimension.Flow, 3),
        new("mb/d", Dimension.Flow, 6),
        new("bbl", Dimension.Volume, 0),
        new("kb", Dimension.Volume, 3),
        new("mb", Dimension.Volume, 6),
        new("USD", Dimension.Money, 0),
        new("kUSD", Dimension.Money, 3),
        new("MUSD", Dimension.Money, 6),
        new("bnUSD", Dimension.Money, 9),
        new("USD/bbl", Dimension.Price, 0),
        new("%", Dimension.Share, -2),
        new("days", Dimension.Duration, 0, DaysPerYear),
        new("weeks", Dimension.Duration, 0, DaysPerYear, 7.0),
        new("months", Dimension.Duration, 0, 12.0),
        new("years", Dimension.Duration, 0),
        new("day", Dimension.Duration, 0, DaysPerYear),
        new("week", Dimension.Duration, 0, DaysPerYear, 7.0),
        new("month", Dimension.Duration, 0, 12.0),
        new("year", Dimension.Duration, 0),
    ];

    private static readonly ImmutableDictionary<string, string> Mistaken = new Dictionary<string, string>(
        StringComparer.Ordinal
    )
    {
        ["bpd"] = "b/d",
        ["bbl/d"] = "b/d",
        ["bbl/day"] = "b/d",
        ["b/day"] = "b/d",
        ["bopd"] = "b/d",
        ["kbpd"] = "kb/d",
        ["kbd"] = "kb/d",
        ["kbbl/d"] = "kb/d",
        ["tb/d"] = "kb/d",
        ["Kb/d"] = "kb/d",
        ["KB/D"] = "kb/d",
        ["mbpd"] = "kb/d or mb/d",
        ["mbd"] = "kb/d or mb/d",
        ["Mb/d"] = "kb/d or mb/d",
        ["MMb/d"] = "mb/d",
        ["MMbpd"] = "mb/d",
        ["mmbd"] = "mb/d",
        ["barrels"] = "bbl",
        ["barrel"] = "bbl",
        ["Mb"] = "mb",
        ["MMbbl"] = "mb",
        ["kbbl"] = "kb",
        ["$"] = "USD",
        ["US$"] = "USD",
        ["dollars"] = "USD",
        ["usd"] = "USD",
        ["M$"] = "MUSD",
        ["$M"] = "MUSD",
        ["mUSD"] = "MUSD",
        ["mnUSD"] = "MUSD",
        ["million"] = "MUSD",
        ["billion"] = "bnUSD",
        ["bnusd"] = "bnUSD",
        ["BUSD"] = "bnUSD",
        ["$/bbl"] = "USD/bbl",
        ["$/b"] = "USD/bbl",
        ["USD/b"] = "USD/bbl",
        ["usd/bbl"] = "USD/bbl",
        ["USD/barrel"] = "USD/bbl",
        ["percent"] = "%",
        ["pct"] = "%",
        ["d"] = "days",
        ["w"] = "weeks",
        ["wk"] = "weeks",
        ["mo"] = "months",
        ["y"] = "years",
        ["yr"] = "years",
        ["yrs"] = "years",
    }.ToImmutableDictionary(StringComparer.Ordinal);

    public static Unit? Find(string name) => All.FirstOrDefault(u => u.Name == name);

    /// <summary>What a wrong unit was probably meant to be.</summary>
    public static string? Correct(string name) =>
        Mistaken.TryGetValue(name, out var right) ? right : NearestName.Find(name, All.Select(u => u.Name));

    /// <summary>A number of this unit in the base unit.</summary>
    public double ToBase(string number) => Shifted(number, PowerOfTen) * Multiplier / Divisor;

    /// <summary>The number times a power of ten, rounded once.</summary>
    public static double Shifted(string number, int powerOfTen)
    {
        var split = number.IndexOfAny(['e', 'E']);
        var mantissa = split < 0 ? number : number[..split];
        var exponent =
            split < 0
                ? 0
                : int.Parse(number[(split + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        return double.Parse($"{mantissa}e{exponent + powerOfTen}", NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    /// <summary>Units a key of this dimension takes, for hints.</summary>
    public static string Choices(Dimension dimension) =>
        dimension switch
        {
            Dimension.Flow => "b/d, kb/d or mb/d",
            Dimension.Volume => "bbl, kb or mb",
            Dimension.Money => "USD, kUSD, MUSD or bnUSD",
            Dimension.Price => "USD/bbl",
            Dimension.Share or Dimension.Volatility => "%",
            Dimension.Duration => "days, weeks, months or years",
            Dimension.Rate => "per day, per week, per month or per year",
            Dimension.MoneyRate => "USD per month (or kUSD, MUSD; per year …)",
            _ => "no unit",
        };

    /// <summary>The unit a hint shows first.</summary>
    public static string Usual(Dimension dimension) =>
        dimension switch
        {
            Dimension.Flow => " kb/d",
            Dimension.Volume => " mb",
            Dimension.Money => " MUSD",
            Dimension.Price => " USD/bbl",
            Dimension.Share or Dimension.Volatility => "%",
            Dimension.Duration => " months",
            Dimension.Rate => " per year",
            Dimension.MoneyRate => " USD per month",
            _ => "",
        };

    /// <summary>What a dimension is called in messages.</summary>
    public static string NameOf(Dimension dimension) =>
        dimension switch
        {
            Dimension.Flow => "a flow of oil",
            Dimension.Volume => "a volume of oil",
            Dimension.Money => "an amount of money",
            Dimension.Price => "a price per barrel",
            Dimension.Share => "a share",
            Dimension.Volatility => "a volatility",
            Dimension.Duration => "a duration",
            Dimension.Rate => "a rate in time",
            Dimension.MoneyRate => "money per time",
            _ => "a plain number",
        };
}
