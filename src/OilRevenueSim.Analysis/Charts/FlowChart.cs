using System.Collections.Immutable;

namespace OilRevenueSim.Analysis.Charts;

/// <summary>What flows from fields through nodes to markets and actors: boxes in layers, links as wide as the flow.</summary>
/// <param name="Text">Title, subtitle, foot, alt text.</param>
/// <param name="Unit">Unit of all amounts, e.g. <c>thousand barrels per day</c>; amounts are already in it.</param>
/// <param name="Headings">What each layer holds, [layer], left to right.</param>
/// <param name="Boxes">Boxes by layer, within a layer from top to bottom.</param>
/// <param name="Links">Links between boxes of neighbouring layers, one a seller.</param>
/// <param name="Sellers">Who sells, in the order of <see cref="FlowLink.Seller"/>; what nobody sells is that of <c>nobody</c>.</param>
/// <param name="EndsAtSellers">True where the last layer names the sellers, false where it names who gets the money.</param>
public sealed record FlowChart(
    ChartText Text,
    string Unit,
    ImmutableArray<string> Headings,
    ImmutableArray<FlowBox> Boxes,
    ImmutableArray<FlowLink> Links,
    ImmutableArray<ChartActor> Sellers,
    bool EndsAtSellers
);

/// <summary>What a box of a flow chart is.</summary>
public enum FlowBoxKind
{
    /// <summary>Field, node, market or several of them joined.</summary>
    Place,

    /// <summary>An actor at the end.</summary>
    Actor,

    /// <summary>Oil that nobody sells, or oil that was in the tanks before.</summary>
    End,

    /// <summary>No box: a link passes through a layer here.</summary>
    Passing,
}

/// <summary>A box of a flow chart.</summary>
/// <param name="Layer">Layer, from 0.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Label">Name for readers; empty where a link only passes.</param>
/// <param name="Amount">What comes in or goes out, whichever is more, in the chart's unit.</param>
/// <param name="AmountText">The amount as printed.</param>
/// <param name="Actor">The actor, where it is one.</param>
public sealed record FlowBox(
    int Layer,
    FlowBoxKind Kind,
    string Label,
    double Amount,
    string AmountText,
    ChartActor? Actor = null
);

/// <summary>A link of a flow chart.</summary>
/// <param name="From">Index of the box on the left.</param>
/// <param name="To">Index of the box on the right, one layer further.</param>
/// <param name="Seller">Index into <see cref="FlowChart.Sellers"/>.</param>
/// <param name="Amount">Width, in the chart's unit.</param>
public readonly record struct FlowLink(int From, int To, int Seller, double Amount);

/// <summary>What the width of a flow is.</summary>
public enum FlowMeasure
{
    /// <summary>Thousand barrels per day.</summary>
    Barrels,

    /// <summary>What buyers pay, USD.</summary>
    Money,
}
