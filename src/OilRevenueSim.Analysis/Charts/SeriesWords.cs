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
    private const double BarrelsInThousand = 1000.0;
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
    public string Subject => QuantityWords.Subject(language, scenario, key);

    /// <summary>Name of the quantity within a sentence.</summary>
    public string Quantity => QuantityWords.Noun(language, key.Quantity);

    /// <summary>A range of the quantity, e.g. <c>9,000 to 12,000 fighters</c>; one amount where both ends are the same.</summary>
    public string Phrase(double low, double high) =>
        QuantityWords.Phrase(language, key.Quantity, low == high ? Amount(low) : Range(low, high), Rounded(high));

    /// <summary>That the quantity is zero in some futures or months.</summary>
    public string Zero(string where) => QuantityWords.Zero(language, Subject, key.Quantity, where);

    /// <summary>Unit that values are shown in, and what one of them is in the unit of the series.</summary>
    /// <param name="largest">Largest value to be shown, in the unit of the series.</param>
    public (ChartUnit Unit, double Size) Scale(double largest)
    {
        if (IsMoney)
        {
            var scale = language.Scale(largest > 0.0 ? largest : 1e6);
            return (IsFlow ? ChartUnit.UsdPerMonth(scale.Usd) : ChartUnit.Usd(scale.Usd), scale.Usd);
        }

        return key.Quantity.Unit switch
        {
            Part => (new ChartUnit(1.0, "per cent"), 0.01),
            "kb/d" => InBarrels(largest * BarrelsInThousand, "barrels per day", BarrelsInThousand),
            "bbl" => InBarrels(largest, "barrels per month", 1.0),
            "USD/bbl" => (new ChartUnit(1.0, "USD per barrel"), 1.0),
            "persons" => (new ChartUnit(1.0, "fighters"), 1.0),
            var unit => (new ChartUnit(1.0, unit), 1.0),
        };
    }

    /// <summary>A value as read aloud, e.g. <c>12 million USD</c>, <c>45 %</c>, <c>21,000</c>.</summary>
    public string Amount(double value) =>
        IsMoney ? language.Money(value)
        : IsShare ? Share(value)
        : Barrels is var (barrels, what) ? language.Amount(value * barrels, what)
        : $"{Number(value)}{After()}";

    /// <summary>A mean with its error, e.g. <c>12.3 ± 0.3 million USD</c>, <c>1.173 ± 0.001 million barrels a day</c>, <c>45.1 ± 0.4 %</c>.</summary>
    public string WithError(double mean, double error)
    {
        if (IsMoney)
        {
            return language.MoneyWithError(mean, error);
        }

        if (Barrels is var (barrels, what))
        {
            return language.CountWithError(mean * barrels, error * barrels, what);
        }

        var size = IsShare ? 100.0 : 1.0;
        var known = language.WithError(mean * size, error * size);
        return IsShare ? language.Say($"{known} %") : known + After();
    }

    /// <summary>A range as read aloud.</summary>
    public string Range(double low, double high) =>
        IsMoney ? language.MoneyRange(low, high)
        : Barrels is var (barrels, what) ? language.AmountRange(low * barrels, high * barrels, what)
        : Number(low) == Number(high) && !IsShare ? Amount(low)
        : IsShare ? language.ProbabilityRange(Whole(low), Whole(high))
        : language.Say($"{Number(low)} to {Number(high)}") + After();

    private string Share(double share) => language.Probability(Whole(share));

    // Whole per cents where the share is neither small nor nearly all.
    private static double Whole(double share) =>
        share is >= 0.01 and <= 0.99 ? Math.Round(share, 2, MidpointRounding.AwayFromZero) : share;

    // Barrels in one of the unit, and what is counted.
    private (double Barrels, string What)? Barrels =>
        key.Quantity.Unit switch
        {
            "kb/d" => (BarrelsInThousand, "barrels a day"),
            "bbl" => (1.0, "barrels"),
            _ => null,
        };

    private static (ChartUnit Unit, double Size) InBarrels(double largest, string what, double barrels)
    {
        var unit = ChartUnit.Of(largest, what);
        return (unit, unit.Factor / barrels);
    }

    private string After() => key.Quantity.Unit == "USD/bbl" ? " " + language.Word("USD a barrel") : "";

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
