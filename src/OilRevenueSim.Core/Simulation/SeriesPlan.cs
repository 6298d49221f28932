namespace OilRevenueSim.Core.Simulation;

/// <summary>A reported series: a signed sum of the month's accounts, in a fixed order.</summary>
/// <param name="Key">What it is about.</param>
/// <param name="Terms">Accounts and their signs; a left fold in this order.</param>
/// <param name="IsState">True for day-weighted states and rates: the sum is divided by the days of the period.</param>
/// <param name="KeepsSample">True when quantiles are reported, false when only the mean is.</param>
/// <param name="HasThresholds">True when the scenario's thresholds are counted on its total.</param>
internal sealed record SeriesPlan(
    SeriesKey Key,
    SeriesTerm[] Terms,
    bool IsState,
    bool KeepsSample,
    bool HasThresholds
);

/// <summary>An account with its sign or unit factor.</summary>
internal readonly record struct SeriesTerm(int Account, double Factor);

/// <summary>Where each account of a month lies among the block's account lanes.</summary>
internal sealed class AccountLayout
{
    /// <summary>[sales account] receipts of the seller, USD.</summary>
    public int Sales { get; private init; }

    /// <summary>[sales account] lifting, transport and tolls paid, USD.</summary>
    public int Costs { get; private init; }

    /// <summary>[field sales account] receipts by field, USD.</summary>
    public int FieldSales { get; private init; }

    /// <summary>[actor] tolls taken, USD.</summary>
    public int Levies { get; private init; }

    /// <summary>[sales account] sales less costs less proceeds passed on, USD: exactly 0 where all is passed on.</summary>
    public int Retained { get; private init; }

    /// <summary>[actor] transfers received, USD.</summary>
    public int TransfersIn { get; private init; }

    /// <summary>[actor] transfers paid, USD.</summary>
    public int TransfersOut { get; private init; }

    /// <summary>[actor] value shut in of the fields it owns, USD.</summary>
    public int ShutIn { get; private init; }

    /// <summary>[actor] value that the fields it owns would have sold undisturbed, USD.</summary>
    public int Undisturbed { get; private init; }

    /// <summary>[field] barrels produced.</summary>
    public int Produced { get; private init; }

    /// <summary>[market] price times days, USD/bbl·d.</summary>
    public int PriceDays { get; private init; }

    /// <summary>[area · actors + actor] days held.</summary>
    public int HeldDays { get; private init; }

    /// <summary>Number of accounts.</summary>
    public int Count { get; private init; }

    /// <summary>Lays out the accounts of a plan.</summary>
    public static AccountLayout Of(SimulationPlan plan)
    {
        var next = 0;
        int Take(int count)
        {
            var start = next;
            next += count;
            return start;
        }

        var actors = plan.Actors.Length;
        return new AccountLayout
        {
            Sales = Take(plan.SalesAccounts.Length),
            Costs = Take(plan.SalesAccounts.Length),
            FieldSales = Take(plan.FieldSalesAccounts.Length),
            Levies = Take(actors),
            Retained = Take(plan.SalesAccounts.Length),
            TransfersIn = Take(actors),
            TransfersOut = Take(actors),
            ShutIn = Take(actors),
            Undisturbed = Take(actors),
            Produced = Take(plan.Fields.Length),
            PriceDays = Take(plan.Markets.Length),
            HeldDays = Take((plan.Chains.Length - plan.TheatreCount) * actors),
            Count = next,
        };
    }
}
