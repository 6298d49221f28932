using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Analysis.Replays;
using OilRevenueSim.Reporting.Control;
using OilRevenueSim.Reporting.Courses;
using OilRevenueSim.Reporting.Flows;
using OilRevenueSim.Reporting.Geography;
using OilRevenueSim.Reporting.Prices;
using OilRevenueSim.Reporting.Production;
using OilRevenueSim.Reporting.Revenue;
using OilRevenueSim.Reporting.Sweeps;
using OilRevenueSim.Reporting.Tables;

namespace OilRevenueSim.Reporting;

/// <content>One way to make a figure a kind of chart.</content>
public sealed partial class Figure
{
    /// <summary>Monthly money as a fan of bands.</summary>
    /// <param name="chart">What to draw.</param>
    public static Figure From(FanChart chart) =>
        new(chart.Text, sheet => FanFigure.Compose(chart, sheet)) { Numbers = ChartNumbers.Of(chart) };

    /// <summary>Probability of more than an amount.</summary>
    /// <param name="chart">What to draw.</param>
    public static Figure From(ExceedanceChart chart) =>
        new(chart.Text, sheet => ExceedanceFigure.Compose(chart, sheet));

    /// <summary>Probability of at least an amount, world by world.</summary>
    /// <param name="chart">What to draw.</param>
    public static Figure From(LevelsChart chart) => new(chart.Text, sheet => LevelsFigure.Compose(chart, sheet));

    /// <summary>How a total is spread over futures.</summary>
    /// <param name="chart">What to draw.</param>
    public static Figure From(HistogramChart chart) => new(chart.Text, sheet => HistogramFigure.Compose(chart, sheet));

    /// <summary>Futures to count, a dot each.</summary>
    /// <param name="chart">What to draw.</param>
    public static Figure From(DotsChart chart) => new(chart.Text, sheet => DotsFigure.Compose(chart, sheet));

    /// <summary>One small fan an actor, course or area.</summary>
    /// <param name="chart">What to draw.</param>
    public static Figure From(MultiplesChart chart) => new(chart.Text, sheet => MultiplesFigure.Compose(chart, sheet));

    /// <summary>Who holds each area, over time.</summary>
    /// <param name="chart">What to draw.</param>
    public static Figure From(HolderChart chart) => new(chart.Text, sheet => HolderFigure.Compose(chart, sheet));

    /// <summary>Who most likely holds what, on the map.</summary>
    /// <param name="chart">What to draw.</param>
    public static Figure From(MapChart chart) => new(chart.Text, sheet => MapFigure.Compose(chart, sheet));

    /// <summary>Mean monthly revenue by source, channel, actor or theatre.</summary>
    /// <param name="chart">What to draw.</param>
    public static Figure From(SourcesChart chart) => new(chart.Text, sheet => SourcesFigure.Compose(chart, sheet));

    /// <summary>Flows from fields through nodes to markets and actors.</summary>
    /// <param name="chart">What to draw.</param>
    public static Figure From(FlowChart chart) => new(chart.Text, sheet => FlowFigure.Compose(chart, sheet));

    /// <summary>Mean output under the capacity of the first day.</summary>
    /// <param name="chart">What to draw.</param>
    public static Figure From(ProductionChart chart) =>
        new(chart.Text, sheet => ProductionFigure.Compose(chart, sheet));

    /// <summary>Equal quantiles of total revenue under two courses, linked by arrows.</summary>
    /// <param name="chart">What to draw.</param>
    public static Figure From(LinkedQuantilesChart chart) =>
        new(chart.Text, sheet => LinkedQuantilesFigure.Compose(chart, sheet));

    /// <summary>Monthly paired difference of a course as a fan of bands.</summary>
    /// <param name="chart">What to draw.</param>
    public static Figure From(DifferenceFanChart chart) =>
        new(chart.Text, sheet => DifferenceFanFigure.Compose(chart, sheet)) { Numbers = ChartNumbers.Of(chart) };

    /// <summary>A table in one look.</summary>
    /// <param name="chart">What to draw.</param>
    public static Figure From(TableChart chart) => new(chart.Text, sheet => TableFigure.Compose(chart, sheet));

    /// <summary>One number of a sweep along one axis.</summary>
    /// <param name="chart">What to draw.</param>
    public static Figure From(SweepLineChart chart) => new(chart.Text, sheet => SweepLineFigure.Compose(chart, sheet));

    /// <summary>One number of a sweep over two axes.</summary>
    /// <param name="chart">What to draw.</param>
    public static Figure From(SurfaceChart chart) => new(chart.Text, sheet => SurfaceFigure.Compose(chart, sheet));

    /// <summary>How far each assumption alone moves one number.</summary>
    /// <param name="chart">What to draw.</param>
    public static Figure From(TornadoChart chart) => new(chart.Text, sheet => TornadoFigure.Compose(chart, sheet));

    /// <summary>Time line of one path.</summary>
    /// <param name="chart">What to draw.</param>
    public static Figure From(TimelineChart chart) => new(chart.Text, sheet => TimelineFigure.Compose(chart, sheet));

    /// <summary>Observed prices and the months after them.</summary>
    /// <param name="chart">What to draw.</param>
    public static Figure From(PriceFanChart chart) =>
        new(chart.Text, sheet => PriceFanFigure.Compose(chart, sheet)) { Numbers = ChartNumbers.Of(chart) };

    /// <summary>Changes of a price by size.</summary>
    /// <param name="chart">What to draw.</param>
    public static Figure From(ReturnCountChart chart) =>
        new(chart.Text, sheet => ReturnCountFigure.Compose(chart, sheet));

    /// <summary>Residuals against the normal law.</summary>
    /// <param name="chart">What to draw.</param>
    public static Figure From(ResidualQuantileChart chart) =>
        new(chart.Text, sheet => ResidualQuantileFigure.Compose(chart, sheet));

    /// <summary>Memory of squared residuals.</summary>
    /// <param name="chart">What to draw.</param>
    public static Figure From(SquaresChart chart) => new(chart.Text, sheet => SquaresFigure.Compose(chart, sheet));

    /// <summary>Running mean over the first futures.</summary>
    /// <param name="chart">What to draw.</param>
    public static Figure From(ConvergenceChart chart) =>
        new(chart.Text, sheet => ConvergenceFigure.Compose(chart, sheet));
}
