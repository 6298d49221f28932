using MathNet.Numerics.Distributions;

namespace OilRevenueSim.Analysis.Fitting;

/// <summary>Range of a price at a futures contract's date, as the market of options prices it: futures · exp(±z·σ·√t).</summary>
/// <remarks>
/// <para>
/// The US Energy Information Administration has published such 95 % intervals since October 2009 in its Short-Term Energy Outlook: a lognormal random walk with the
/// implied volatility of options nearest the futures price and the time to their expiry. They are intervals under the prices of risk, not
/// forecasts, and they are centred on the median (the futures price is taken as median, no σ²t/2 is subtracted).
/// Source: EIA, "Energy Price Volatility and Forecast Uncertainty", Short-Term Energy Outlook supplement, October 2009.
/// </para>
/// <para>
/// Its published examples (June 2011 and September 2013 contracts) fit calendar days over 365 and trading days over 252 alike, to the dollar they are
/// rounded to. Volatility is quoted for a year, so either basis is right if days and year are of one kind.
/// </para>
/// </remarks>
/// <param name="LowUsd">Lower end, USD per barrel.</param>
/// <param name="HighUsd">Upper end, USD per barrel.</param>
/// <param name="Probability">Probability between them.</param>
public readonly record struct ImpliedBand(double LowUsd, double HighUsd, double Probability)
{
    /// <summary>Calendar days of a year.</summary>
    public const double CalendarDays = 365.0;

    /// <summary>Trading days of a year.</summary>
    public const double TradingDays = 252.0;

    /// <summary>The band.</summary>
    /// <param name="futuresUsd">Futures price, USD per barrel, above zero.</param>
    /// <param name="volatility">Implied volatility per √year, above 0 to 5; 0.3 is 30 %.</param>
    /// <param name="days">Days to the options' expiry, above zero.</param>
    /// <param name="probability">Between 0 and 1, default 0.95 as the EIA publishes; a scenario's <c>a to b</c> wants 0.9.</param>
    /// <param name="daysPerYear"><see cref="CalendarDays"/>, the default, or <see cref="TradingDays"/> where days are trading days.</param>
    /// <exception cref="PriceFitException">An argument lies outside its range.</exception>
    public static ImpliedBand Of(
        double futuresUsd,
        double volatility,
        double days,
        double probability = 0.95,
        double daysPerYear = CalendarDays
    )
    {
        Check(
            nameof(futuresUsd),
            futuresUsd,
            futuresUsd > 0.0 && double.IsFinite(futuresUsd),
            "a price above 0 USD/bbl"
        );
        Check(nameof(volatility), volatility, volatility is > 0.0 and <= 5.0, "above 0 to 5 per √year (0.3 is 30 %)");
        Check(nameof(days), days, days > 0.0 && double.IsFinite(days), "above 0");
        Check(nameof(probability), probability, probability is > 0.0 and < 1.0, "between 0 and 1");
        Check(nameof(daysPerYear), daysPerYear, daysPerYear is >= 200.0 and <= 366.0, "200 to 366");
        var reach = Normal.InvCDF(0.0, 1.0, 0.5 + (0.5 * probability)) * volatility * Math.Sqrt(days / daysPerYear);
        return new(futuresUsd * Math.Exp(-reach), futuresUsd * Math.Exp(reach), probability);
    }

    private static void Check(string argument, double value, bool holds, string allowed)
    {
        if (!holds)
        {
            throw new PriceFitException(argument, $"{value}", allowed);
        }
    }
}
