using OilRevenueSim.Analysis.Headlines;
using OilRevenueSim.Analysis.Words;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Simulation;
using OilRevenueSim.Core.Time;

namespace OilRevenueSim.Analysis.Charts;

/// <summary>A recorded series as readers know it: whose, of what, in which unit.</summary>
internal sealed class SeriesWords(Language language, Scenario scenario, SeriesKey key)
{
    private const string Usd = "USD";
    private const string Part = "1";
    private const string MonthMean = "average of each month";

    public bool IsMoney => key.Quantity.Unit == Usd;

    public bool IsShare => key.Quantity.Unit == Part;

    /// <summary>True for what adds up over months; false for what is averaged over them.</summary>
    public bool IsFlow =>
        (IsMoney && key.Quantity != ReportQuantity.Treasury) || key.Quantity.Unit == ReportQuantity.BarrelsSold.Unit;

    /// <summary>When in a month the value of it is taken, of a series that does not add up.</summary>
    public string When =>
        language.Word(
            key.Quantity == ReportQuantity.Output
            || key.Quantity == ReportQuantity.PayRatio
            || key.Quantity.Unit == "kb/d"
                ? MonthMean
                : WhenState(scenario.Step)
        );

    /// <summary>When in a month a state is taken: steps know it at their start, and a month is the mean of its steps (model.md §10).</summary>
    /// <param name="step">Length of a step.</param>
    /// <returns>To be said in a language.</returns>
    public static string WhenState(StepLength step) =>
        step switch
        {
            StepLength.Month => "on the first day of each month",
            StepLength.Week => "average of the first days of the weeks of each month",
            _ => MonthMean,
        };

    /// <summary>Actor, place or market.</summary>
    public string Subject
    {
        get
        {
            var actor = scenario.Actors.FirstOrDefault(a => a.Name == key.Actor)?.Label;
            var parts = new[]
            {
                actor ?? (key.Actor is null ? null : Readable.Name(key.Actor)),
                key.Place is null ? null : Readable.Name(key.Place),
                key.Channel is null ? null : Readable.Name(key.Channel),
            };
            return string.Join(", ", parts.OfType<string>());
        }
    }

    /// <summary>Name of the quantity within a sentence.</summary>
    public string Quantity =>
        key.Quantity.Name switch
        {
            "sales_usd" => language.Word("oil sales"),
            "levies_usd" => language.Word("levies on others' oil"),
            "transfers_usd" => language.Word("transfers received less paid"),
            "gross_revenue_usd" => language.Word("gross oil revenue"),
            "net_revenue_usd" => language.Word("net oil revenue"),
            "shut_in_value_usd" => language.Word("value of oil shut in"),
            "forgone_revenue_usd" => language.Word("forgone revenue"),
            "diverted_value_usd" => language.Word("value of oil stolen or seized"),
            "damage_usd" => language.Word("damage at repair cost"),
            "other_income_usd" => language.Word("income that is not oil"),
            "arrears_usd" => language.Word("pay and spending not met"),
            "treasury_usd" => language.Word("money in the treasury"),
            "pay_ratio" => language.Word("share of wages paid"),
            "fighters" => language.Word("fighters"),
            "condition" => language.Word("share intact"),
            "output_kbd" => language.Word("output"),
            "barrels_sold" => language.Word("barrels sold"),
            "barrels_shut_in" => language.Word("barrels shut in"),
            "price_usd_per_bbl" => language.Word("price"),
            "probability_holds" => language.Word("share of time held"),
            var other => language.Word(other),
        };

    /// <summary>Unit that values are shown in, and what one of them is in the unit of the series.</summary>
    /// <param name="largest">Largest value to be shown, in the unit of the series.</param>
    public (MoneyUnit Unit, double Size) Scale(double largest)
    {
        if (IsMoney)
        {
            var scale = language.Scale(largest);
            return (IsFlow ? MoneyUnit.UsdPerMonth(scale.Usd) : MoneyUnit.Usd(scale.Usd), scale.Usd);
        }

        return key.Quantity.Unit switch
        {
            Part => (new MoneyUnit(1.0, "per cent"), 0.01),
            "kb/d" => (new MoneyUnit(1.0, "thousand barrels per day"), 1.0),
            "bbl" when largest >= 1e6 => (new MoneyUnit(1e6, "barrels per month"), 1e6),
            "bbl" when largest >= 1e3 => (new MoneyUnit(1e3, "barrels per month"), 1e3),
            "bbl" => (new MoneyUnit(1.0, "barrels per month"), 1.0),
            "USD/bbl" => (new MoneyUnit(1.0, "USD per barrel"), 1.0),
            var unit => (new MoneyUnit(1.0, unit), 1.0),
        };
    }

    /// <summary>A value as read aloud, e.g. <c>12 million USD</c>, <c>45 %</c>, <c>21,000</c>.</summary>
    public string Amount(double value) =>
        IsMoney ? language.Money(value)
        : IsShare ? Share(value)
        : $"{Number(value)}{After()}";

    /// <summary>A mean with its error, e.g. <c>12.3 ± 0.3 million USD</c>, <c>45.1 ± 0.4 %</c>, <c>21,000 ± 150</c>.</summary>
    public string WithError(double mean, double error)
    {
        if (IsMoney)
        {
            return language.MoneyWithError(mean, error);
        }

        var size = IsShare ? 100.0 : 1.0;
        var decimals = error > 0.0 ? Math.Clamp(-(int)Math.Floor(Math.Log10(error * size)), 0, 4) : 0;
        var format = decimals == 0 ? "#,0" : "#,0." + new string('0', decimals);
        return $"{language.Number(mean * size, format)} ± {language.Number(error * size, format)}{(IsShare ? " %" : After())}";
    }

    /// <summary>A range as read aloud.</summary>
    public string Range(double low, double high) =>
        IsMoney ? language.MoneyRange(low, high)
        : Number(low) == Number(high) && !IsShare ? Amount(low)
        : IsShare ? language.Say($"{Share(low)} to {Share(high)}")
        : language.Say($"{Number(low)} to {Number(high)}") + After();

    // Whole per cents where the share is neither small nor nearly all.
    private string Share(double share) =>
        language.Probability(
            share is >= 0.01 and <= 0.99 ? Math.Round(share, 2, MidpointRounding.AwayFromZero) : share
        );

    private string After() =>
        key.Quantity.Unit switch
        {
            "kb/d" => " " + language.Word("thousand barrels a day"),
            "bbl" => " " + language.Word("barrels"),
            "USD/bbl" => " " + language.Word("USD a barrel"),
            _ => "",
        };

    // Two or three digits that matter, whole from ten up.
    private string Number(double value) =>
        language.Number(
            Rounded(value),
            Math.Abs(value) switch
            {
                < 0.0995 => "0.###",
                < 9.95 => "0.#",
                _ => "#,0",
            }
        );

    // 10,598 fighters are known to no more than three digits.
    private static double Rounded(double value)
    {
        var step = 1.0;
        while (Math.Abs(value) >= 1000.0 * step)
        {
            step *= 10.0;
        }

        return Math.Round(value / step, step > 1.0 ? 0 : 15, MidpointRounding.AwayFromZero) * step;
    }
}
