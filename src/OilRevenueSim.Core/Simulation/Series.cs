using System.Collections.Immutable;

namespace OilRevenueSim.Core.Simulation;

/// <summary>A quantity that a run reports; the vocabulary of scenario-format.md.</summary>
/// <param name="Name">Name in <c>summary.csv</c>, e.g. <c>sales_usd</c>.</param>
/// <param name="Unit">Unit as printed, e.g. <c>USD</c>.</param>
public sealed record ReportQuantity(string Name, string Unit)
{
    /// <summary>Receipts of the seller.</summary>
    public static ReportQuantity Sales { get; } = new("sales_usd", "USD");

    /// <summary>Tolls, taxes and fees taken from others' oil.</summary>
    public static ReportQuantity Levies { get; } = new("levies_usd", "USD");

    /// <summary>Transfers in minus out.</summary>
    public static ReportQuantity Transfers { get; } = new("transfers_usd", "USD");

    /// <summary>Sales plus levies.</summary>
    public static ReportQuantity Gross { get; } = new("gross_revenue_usd", "USD");

    /// <summary>Gross plus transfers less lifting, transport and tolls paid.</summary>
    public static ReportQuantity Net { get; } = new("net_revenue_usd", "USD");

    /// <summary>Value of oil shut in, by legal owner.</summary>
    public static ReportQuantity ShutIn { get; } = new("shut_in_value_usd", "USD");

    /// <summary>Revenue forgone by the legal owner: leverage, nobody's income.</summary>
    public static ReportQuantity Forgone { get; } = new("forgone_revenue_usd", "USD");

    /// <summary>Stolen or seized barrels at market price, by who took them; the thieves' own receipts are sales.</summary>
    public static ReportQuantity Diverted { get; } = new("diverted_value_usd", "USD");

    /// <summary>Repair cost of what hits destroyed, by legal owner; by place too.</summary>
    public static ReportQuantity Damage { get; } = new("damage_usd", "USD");

    /// <summary>Income that is not oil, outside gross revenue.</summary>
    public static ReportQuantity OtherIncome { get; } = new("other_income_usd", "USD");

    /// <summary>Pay and spending that could not be met.</summary>
    public static ReportQuantity Arrears { get; } = new("arrears_usd", "USD");

    /// <summary>Money in the treasury.</summary>
    public static ReportQuantity Treasury { get; } = new("treasury_usd", "USD");

    /// <summary>Share of the wages due that is paid.</summary>
    public static ReportQuantity PayRatio { get; } = new("pay_ratio", "1");

    /// <summary>Fighters.</summary>
    public static ReportQuantity Fighters { get; } = new("fighters", "persons");

    /// <summary>Share of a field, node or tank farm intact.</summary>
    public static ReportQuantity Condition { get; } = new("condition", "1");

    /// <summary>Output of a field, thousand barrels per day.</summary>
    public static ReportQuantity Output { get; } = new("output_kbd", "kb/d");

    /// <summary>Barrels sold by the seller, tolls in kind included, or by a thief.</summary>
    public static ReportQuantity BarrelsSold { get; } = new("barrels_sold", "bbl");

    /// <summary>Barrels shut in, by legal owner.</summary>
    public static ReportQuantity BarrelsShutIn { get; } = new("barrels_shut_in", "bbl");

    /// <summary>Price of a market, before premium.</summary>
    public static ReportQuantity Price { get; } = new("price_usd_per_bbl", "USD/bbl");

    /// <summary>Share of time and paths in which the actor holds the place.</summary>
    public static ReportQuantity ProbabilityHolds { get; } = new("probability_holds", "1");

    /// <summary>
    /// Oil that a field, or the tanks at a terminal, send along a route, by seller, thousand barrels per day. This quantity and the
    /// other ones of routes are recorded only where <c>record:</c> names them, and as means (ADR 33).
    /// </summary>
    public static ReportQuantity Sent { get; } = new("sent_kbd", "kb/d");

    /// <summary>What of it the market at the end of the route gets, by seller.</summary>
    public static ReportQuantity Delivered { get; } = new("delivered_kbd", "kb/d");

    /// <summary>What of it goes into the tanks at the end of the route, by seller.</summary>
    public static ReportQuantity Stored { get; } = new("stored_kbd", "kb/d");

    /// <summary>
    /// What is taken on a route, by who takes it and node: stolen; without an actor lost in a refinery; without a place seized at the end.
    /// </summary>
    public static ReportQuantity Taken { get; } = new("taken_kbd", "kb/d");

    /// <summary>What buyers pay for the oil delivered, tolls in kind included, by seller, place of origin and route.</summary>
    public static ReportQuantity DeliveredValue { get; } = new("delivered_usd", "USD");

    /// <summary>Tolls and fees on the oil of others, by who levies them, place of origin and route.</summary>
    public static ReportQuantity Levied { get; } = new("levied_usd", "USD");

    /// <summary>Proceeds of a market that its seller passes on, by receiver; the channel is <c>SELLER&gt;MARKET</c>.</summary>
    public static ReportQuantity Proceeds { get; } = new("proceeds_usd", "USD");

    /// <summary>Those of what routes carry: recorded only where they are named, and as means.</summary>
    public static ImmutableArray<ReportQuantity> OfRoutes { get; } =
    [Sent, Delivered, Stored, Taken, DeliveredValue, Levied, Proceeds];

    /// <summary>All of them, money first.</summary>
    public static ImmutableArray<ReportQuantity> All { get; } =
    [
        Sales,
        Levies,
        Transfers,
        Gross,
        Net,
        ShutIn,
        Forgone,
        Diverted,
        Damage,
        OtherIncome,
        Arrears,
        Treasury,
        PayRatio,
        Fighters,
        Condition,
        Output,
        BarrelsSold,
        BarrelsShutIn,
        Price,
        ProbabilityHolds,
        .. OfRoutes,
    ];
}

/// <summary>What one line of a report is about; null parts mean "all together".</summary>
/// <param name="Actor">Actor whose money, oil or control it is, or null.</param>
/// <param name="Place">Area, field or node, or null.</param>
/// <param name="Channel">Market, tap, cause, route, or seller and market, or null.</param>
/// <param name="Quantity">Quantity reported.</param>
public sealed record SeriesKey(string? Actor, string? Place, string? Channel, ReportQuantity Quantity);

/// <summary>Length of a reporting period.</summary>
public enum PeriodKind
{
    /// <summary>Calendar month, <c>2016-02</c>.</summary>
    Month,

    /// <summary>Calendar year, <c>2016</c>.</summary>
    Year,

    /// <summary>Whole horizon, <c>total</c>.</summary>
    Total,
}

/// <summary>A reporting period, clipped to the horizon.</summary>
/// <param name="Kind">Month, year or total.</param>
/// <param name="Label">Label in <c>summary.csv</c>.</param>
/// <param name="First">First day inside the horizon.</param>
/// <param name="Last">Last day inside the horizon.</param>
public sealed record Period(PeriodKind Kind, string Label, DateOnly First, DateOnly Last)
{
    /// <summary>Calendar days covered.</summary>
    public int Days => Last.DayNumber - First.DayNumber + 1;
}

/// <summary>Ordered sample of one number over all paths.</summary>
public interface IOrderStatistics
{
    /// <summary>Number of paths.</summary>
    long Count { get; }

    /// <summary>Largest relative error of a value returned; 0 when the sample is kept exactly.</summary>
    double RelativeError { get; }

    /// <summary>The <paramref name="rank"/>-th smallest value, rank from 1 to <see cref="Count"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The rank lies outside 1 to <see cref="Count"/>.</exception>
    double Value(long rank);

    /// <summary>Number of paths strictly above a threshold (to within <see cref="RelativeError"/> of it).</summary>
    long CountAbove(double threshold);
}

/// <summary>Statistics of one series in one period over all paths. Immutable.</summary>
public sealed record SeriesStatistics
{
    /// <summary>Number of paths.</summary>
    public required long Count { get; init; }

    /// <summary>Mean over paths.</summary>
    public required double Mean { get; init; }

    /// <summary>Sum of squared deviations from the mean.</summary>
    public required double M2 { get; init; }

    /// <summary>Paths strictly above zero.</summary>
    public required long PositiveCount { get; init; }

    /// <summary>Mean over the paths strictly above zero; 0 where there is none.</summary>
    public required double PositiveMean { get; init; }

    /// <summary>Sum of squared deviations over the paths strictly above zero.</summary>
    public required double PositiveM2 { get; init; }

    /// <summary>Smallest value.</summary>
    public required double Min { get; init; }

    /// <summary>Largest value.</summary>
    public required double Max { get; init; }

    /// <summary>Exact number of paths strictly above each threshold of the scenario, [threshold]; empty where none apply.</summary>
    public long[] AboveThreshold { get; init; } = [];

    /// <summary>The ordered sample, or null where only the mean is recorded.</summary>
    public IOrderStatistics? Sample { get; init; }

    /// <summary>Errors where paths are not independent one by one (replicates, sampling designs), else null.</summary>
    public IndependentParts? Parts { get; init; }

    /// <summary>Statistics of a series that has one value on every path.</summary>
    /// <param name="value">The value.</param>
    /// <param name="count">Number of paths.</param>
    public static SeriesStatistics Constant(double value, long count) =>
        new()
        {
            Count = count,
            Mean = value,
            M2 = 0.0,
            PositiveCount = value > 0.0 ? count : 0,
            PositiveMean = value > 0.0 ? value : 0.0,
            PositiveM2 = 0.0,
            Min = value,
            Max = value,
            Sample = new ConstantSample(value, count),
        };

    /// <summary>Variance over paths with divisor n−1; 0 for one path.</summary>
    public double Variance => Count > 1 ? M2 / (Count - 1) : 0.0;

    /// <summary>Standard error of the mean, from independent parts where paths are not independent.</summary>
    public double StandardError => Parts?.MeanError ?? Math.Sqrt(Variance / Count);
}
