namespace OilRevenueSim.Core.Units;

/// <summary>What a number measures, and with it the base unit in which Core holds it.</summary>
public enum Dimension
{
    /// <summary>A pure number: elasticities, ratios, weights.</summary>
    Number,

    /// <summary>A share of a whole; base unit 1 (100 % is 1).</summary>
    Share,

    /// <summary>Flow of oil; base unit barrels per day.</summary>
    Flow,

    /// <summary>Volume of oil; base unit barrels.</summary>
    Volume,

    /// <summary>Money; base unit US dollars, nominal.</summary>
    Money,

    /// <summary>Price of oil; base unit US dollars per barrel.</summary>
    Price,

    /// <summary>Duration; base unit years of 365.25 days.</summary>
    Duration,

    /// <summary>A rate in time; base unit per year.</summary>
    Rate,

    /// <summary>Money per time; base unit US dollars per year.</summary>
    MoneyRate,

    /// <summary>Volatility; base unit per square root of a year.</summary>
    Volatility,
}
