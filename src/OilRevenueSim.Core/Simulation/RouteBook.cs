namespace OilRevenueSim.Core.Simulation;

/// <summary>Accounts of what each route carries, by where the oil comes from; kept only where a scenario records them (ADR 33).</summary>
internal sealed class RouteBook
{
    /// <summary>What one seller sends on one route from one field, or from the tanks at its end.</summary>
    public required HaulPlan[] Hauls { get; init; }

    /// <summary>What one actor levies on one route from one field, or from the tanks at its end.</summary>
    public required HaulPlan[] Levies { get; init; }

    /// <summary>What one actor takes on one route at one node, or at its end.</summary>
    public required TakingPlan[] Takings { get; init; }

    /// <summary>What one seller passes on to one actor in one market.</summary>
    public required ProceedsAccountPlan[] Proceeds { get; init; }

    /// <summary>[route][cell][seller of the group] index into <see cref="Hauls"/>, −1 where it may not sell.</summary>
    public required int[][][] HaulOfCell { get; init; }

    /// <summary>[route][owner of the tank] index into <see cref="Hauls"/>; empty without tanks.</summary>
    public required int[][] HaulOfStock { get; init; }

    /// <summary>[route][cell] index of the first collector of its carriage in <see cref="Levies"/>.</summary>
    public required int[][] LevyOfCell { get; init; }

    /// <summary>[route] index of the first collector of its tank in <see cref="Levies"/>.</summary>
    public required int[] LevyOfStock { get; init; }

    /// <summary>[route][position] index of the first tap at the node in <see cref="Takings"/>; its refinery's loss follows the taps.</summary>
    public required int[][] TakingAt { get; init; }

    /// <summary>[route] index of its first seizure in <see cref="Takings"/>.</summary>
    public required int[] SeizureOf { get; init; }

    /// <summary>[sales account] index of the first proceeds of its market in <see cref="Proceeds"/>.</summary>
    public required int[] ProceedsOf { get; init; }
}

/// <summary>Oil of a source on a route, by actor.</summary>
/// <param name="Route">Route.</param>
/// <param name="Source">Field, or terminal whose tanks are emptied.</param>
/// <param name="Actor">Seller or collector.</param>
internal sealed record HaulPlan(int Route, string Source, int Actor);

/// <summary>Oil taken on a route.</summary>
/// <param name="Route">Route.</param>
/// <param name="Node">Node, or −1 for the end of the route, where it is seized.</param>
/// <param name="Actor">Who takes it, or −1 for what a refinery loses.</param>
internal sealed record TakingPlan(int Route, int Node, int Actor);

/// <summary>Proceeds that a seller passes on; the market is that of the sales account.</summary>
internal sealed record ProceedsAccountPlan(int SalesAccount, int Receiver);
