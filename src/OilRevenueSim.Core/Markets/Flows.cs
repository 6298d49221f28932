using System.Collections.Immutable;
using OilRevenueSim.Core.Control;
using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim.Core.Markets;

/// <summary>Theft of a share of what flows through a node, sold at the route's price less a discount.</summary>
public sealed record Tap
{
    /// <summary>Identity, <c>by@node</c> or the author's <c>name:</c>.</summary>
    public string Identity { get; init; } = "";

    /// <summary>Actor that steals.</summary>
    public required string By { get; init; }

    /// <summary>Node.</summary>
    public required string At { get; init; }

    /// <summary>Share of the flow.</summary>
    public required Quantity Share { get; init; }

    /// <summary>Discount on the route's price.</summary>
    public Quantity Discount { get; init; } = Quantity.Default;

    /// <summary>Transport, USD per barrel.</summary>
    public Quantity Transport { get; init; } = Quantity.Default;

    /// <summary>Conditions outside which nothing is stolen.</summary>
    public ImmutableArray<StateCondition> While { get; init; } = [];
}

/// <summary>Money paid by one actor, or from outside, to another.</summary>
public sealed record Transfer
{
    /// <summary>Payer that stands for money from outside the scenario.</summary>
    public const string Outside = "outside";

    /// <summary>Identity, <c>from&gt;to</c> or the author's <c>name:</c>.</summary>
    public string Identity { get; init; } = "";

    /// <summary>Payer, or <see cref="Outside"/>.</summary>
    public required string From { get; init; }

    /// <summary>Receiver.</summary>
    public required string To { get; init; }

    /// <summary>USD per year.</summary>
    public required Quantity Amount { get; init; }

    /// <summary>Conditions outside which nothing is paid.</summary>
    public ImmutableArray<StateCondition> While { get; init; } = [];

    /// <summary>First day, or null.</summary>
    public DateOnly? FromDate { get; init; }

    /// <summary>Last day, inclusive, or null.</summary>
    public DateOnly? ToDate { get; init; }
}
