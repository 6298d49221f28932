namespace OilRevenueSim.Core.Units;

/// <summary>US dollars, nominal.</summary>
public readonly record struct Usd(double Value) : IComparable<Usd>
{
    /// <summary>Sum of two amounts.</summary>
    public static Usd operator +(Usd left, Usd right) => new(left.Value + right.Value);

    /// <summary>Difference of two amounts.</summary>
    public static Usd operator -(Usd left, Usd right) => new(left.Value - right.Value);

    /// <summary>A multiple of an amount.</summary>
    public static Usd operator *(double factor, Usd amount) => new(factor * amount.Value);

    /// <inheritdoc />
    public int CompareTo(Usd other) => Value.CompareTo(other.Value);

    /// <summary>True when the left amount is the smaller.</summary>
    public static bool operator <(Usd left, Usd right) => left.Value < right.Value;

    /// <summary>True when the left amount is the larger.</summary>
    public static bool operator >(Usd left, Usd right) => left.Value > right.Value;

    /// <summary>True when the left amount is not the larger.</summary>
    public static bool operator <=(Usd left, Usd right) => left.Value <= right.Value;

    /// <summary>True when the left amount is not the smaller.</summary>
    public static bool operator >=(Usd left, Usd right) => left.Value >= right.Value;
}

/// <summary>US dollars per barrel, nominal.</summary>
public readonly record struct UsdPerBarrel(double Value)
{
    /// <summary>Value of a volume at this price.</summary>
    public static Usd operator *(UsdPerBarrel price, Barrels volume) => new(price.Value * volume.Value);
}

/// <summary>A volume in barrels of 42 US gallons.</summary>
public readonly record struct Barrels(double Value)
{
    /// <summary>Sum of two volumes.</summary>
    public static Barrels operator +(Barrels left, Barrels right) => new(left.Value + right.Value);

    /// <summary>Difference of two volumes.</summary>
    public static Barrels operator -(Barrels left, Barrels right) => new(left.Value - right.Value);
}

/// <summary>A flow in barrels per calendar day.</summary>
public readonly record struct BarrelsPerDay(double Value)
{
    /// <summary>Volume that flows in a number of days.</summary>
    public Barrels Over(double days) => new(Value * days);
}

/// <summary>A share of a whole, 0 to 1.</summary>
public readonly record struct Fraction(double Value);

/// <summary>Events per year of an exponential clock.</summary>
public readonly record struct HazardRate(double PerYear)
{
    /// <summary>The rate whose mean waiting time is <paramref name="years"/>.</summary>
    public static HazardRate FromMeanYears(double years) => new(1.0 / years);
}
