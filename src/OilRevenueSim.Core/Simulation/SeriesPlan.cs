using OilRevenueSim.Core.Markets;

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

    /// <summary>[sales account] barrels delivered, tolls in kind included.</summary>
    public int Barrels { get; private init; }

    /// <summary>[cause · actors + actor] value shut in of the fields it owns, USD.</summary>
    public int ShutInBy { get; private init; }

    /// <summary>[actor] barrels shut in of the fields it owns.</summary>
    public int BarrelsShutIn { get; private init; }

    /// <summary>[actor] market value of barrels it stole or seized, USD; 0 is nobody.</summary>
    public int Diverted { get; private init; }

    /// <summary>[tap] receipts of the thief, USD.</summary>
    public int TheftSales { get; private init; }

    /// <summary>[tap] transport of the thief, USD.</summary>
    public int TheftCosts { get; private init; }

    /// <summary>[tap] barrels stolen.</summary>
    public int TheftBarrels { get; private init; }

    /// <summary>Barrels lost in refineries: one account.</summary>
    public int RefineryLoss { get; private init; }

    /// <summary>Barrels seized: one account.</summary>
    public int SeizedBarrels { get; private init; }

    /// <summary>[tank] barrels burnt.</summary>
    public int Burnt { get; private init; }

    /// <summary>[tank · actors + actor] receipts for stock, USD.</summary>
    public int StockSales { get; private init; }

    /// <summary>[actor] transfers paid that are not proceeds, USD.</summary>
    public int Paid { get; private init; }

    /// <summary>[asset] cost of damage to it, USD.</summary>
    public int Damage { get; private init; }

    /// <summary>[finance] treasury times days, USD·d.</summary>
    public int TreasuryDays { get; private init; }

    /// <summary>[finance] pay ratio times days.</summary>
    public int PayDays { get; private init; }

    /// <summary>[finance] fighters times days.</summary>
    public int FighterDays { get; private init; }

    /// <summary>[finance] income that is not oil, USD.</summary>
    public int OtherIncome { get; private init; }

    /// <summary>[finance] unmet cost, USD.</summary>
    public int Arrears { get; private init; }

    /// <summary>[recorded condition] condition times days.</summary>
    public int ConditionDays { get; private init; }

    /// <summary>[haul] barrels that enter a route; see <see cref="RouteBook"/>.</summary>
    public int Sent { get; private init; }

    /// <summary>[haul] barrels that its market gets.</summary>
    public int Delivered { get; private init; }

    /// <summary>[haul] barrels that go into the tanks at its end.</summary>
    public int Stored { get; private init; }

    /// <summary>[haul] what buyers pay, tolls in kind included, USD.</summary>
    public int DeliveredValue { get; private init; }

    /// <summary>[levy of the route book] tolls and fees, USD.</summary>
    public int Levied { get; private init; }

    /// <summary>[taking] barrels taken on the way.</summary>
    public int Taken { get; private init; }

    /// <summary>[proceeds of the route book] proceeds passed on, USD.</summary>
    public int Proceeds { get; private init; }

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
            Barrels = Take(plan.SalesAccounts.Length),
            ShutInBy = Take(Enum.GetValues<ShutInCause>().Length * actors),
            BarrelsShutIn = Take(actors),
            Diverted = Take(plan.Taps.Length + plan.Seizures.Length == 0 ? 0 : actors),
            TheftSales = Take(plan.Taps.Length),
            TheftCosts = Take(plan.Taps.Length),
            TheftBarrels = Take(plan.Taps.Length),
            RefineryLoss = Take(plan.Nodes.Any(n => n.Yield >= 0) ? 1 : 0),
            SeizedBarrels = Take(plan.Seizures.Length == 0 ? 0 : 1),
            Burnt = Take(plan.Tanks.Length),
            StockSales = Take(plan.Tanks.Length * actors),
            Paid = Take(plan.Transfers.Length == 0 ? 0 : actors),
            Damage = Take(plan.HasDamageCosts ? plan.Assets.Length : 0),
            TreasuryDays = Take(plan.Finances.Length),
            PayDays = Take(plan.Finances.Length),
            FighterDays = Take(plan.Finances.Length),
            OtherIncome = Take(plan.Finances.Length),
            Arrears = Take(plan.Finances.Length),
            ConditionDays = Take(plan.Assets.Length),
            Sent = Take(plan.RouteBook?.Hauls.Length ?? 0),
            Delivered = Take(plan.RouteBook?.Hauls.Length ?? 0),
            Stored = Take(plan.RouteBook?.Hauls.Length ?? 0),
            DeliveredValue = Take(plan.RouteBook?.Hauls.Length ?? 0),
            Levied = Take(plan.RouteBook?.Levies.Length ?? 0),
            Taken = Take(plan.RouteBook?.Takings.Length ?? 0),
            Proceeds = Take(plan.RouteBook?.Proceeds.Length ?? 0),
            Count = next,
        };
    }
}
