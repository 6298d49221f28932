using System.Collections.Immutable;

namespace OilRevenueSim.Analysis.Charts;

/// <summary>Observed prices and what a fitted model, or a scenario, makes of the months after them.</summary>
/// <param name="Text">Title, subtitle, foot, alt text.</param>
/// <param name="Dates">Days of the observations, [observation]; empty where none are given.</param>
/// <param name="PricesUsd">Prices, USD per barrel, [observation].</param>
/// <param name="Ahead">Days ahead, none before the last observation's, [day].</param>
/// <param name="Bands">Bands from widest to narrowest, USD per barrel.</param>
/// <param name="MedianUsd">Median, USD per barrel, [day].</param>
public sealed record PriceFanChart(
    ChartText Text,
    ImmutableArray<DateOnly> Dates,
    ImmutableArray<double> PricesUsd,
    ImmutableArray<DateOnly> Ahead,
    ImmutableArray<FanBand> Bands,
    ImmutableArray<double> MedianUsd
);

/// <summary>How often changes of the log price were how large, beside the normal law of the same standard deviation.</summary>
/// <param name="Text">Title, subtitle, foot, alt text.</param>
/// <param name="BinWidth">Width of a class of changes, log price.</param>
/// <param name="Observed">Classes that hold a change: middle and number.</param>
/// <param name="Normal">The normal law: change and number expected in a class around it.</param>
public sealed record ReturnCountChart(
    ChartText Text,
    double BinWidth,
    ImmutableArray<ReturnCount> Observed,
    ImmutableArray<ReturnCount> Normal
);

/// <summary>A number of changes.</summary>
/// <param name="Change">Change of the log price.</param>
/// <param name="Count">Number of them.</param>
public readonly record struct ReturnCount(double Change, double Count);

/// <summary>Ordered standardised residuals against the quantiles of the normal law that they should follow.</summary>
/// <param name="Text">Title, subtitle, foot, alt text.</param>
/// <param name="Points">Points, ascending; the middle ones are thinned.</param>
public sealed record ResidualQuantileChart(ChartText Text, ImmutableArray<ResidualQuantile> Points);

/// <summary>A residual and where the normal law expects it.</summary>
/// <param name="Normal">Quantile of the normal law.</param>
/// <param name="Residual">Residual of that rank.</param>
/// <param name="Low">Lower end of the 95 % band of that rank.</param>
/// <param name="High">Upper end of the 95 % band of that rank.</param>
public readonly record struct ResidualQuantile(double Normal, double Residual, double Low, double High);

/// <summary>Autocorrelation of squared residuals: whether calm and stormy times hang together.</summary>
/// <param name="Text">Title, subtitle, foot, alt text.</param>
/// <param name="Step">What a lag is, e.g. <c>trading days</c>.</param>
/// <param name="Correlations">Autocorrelation at lags 1, 2, …</param>
/// <param name="Band">±1.96/√n: 95 % of the values lie within it where there is no memory.</param>
public sealed record SquaresChart(ChartText Text, string Step, ImmutableArray<double> Correlations, double Band);
