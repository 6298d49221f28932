using Xunit;

namespace OilRevenueSim.Reporting.Tests;

/// <summary>Every kind of figure in its ordinary and its awkward forms.</summary>
internal static class Gallery
{
    public static readonly IReadOnlyDictionary<string, Func<Figure>> Figures = new Dictionary<string, Func<Figure>>(
        StringComparer.Ordinal
    )
    {
        ["fan"] = () => Figure.From(SampleCharts.Fan()),
        ["fan-rare"] = () => Figure.From(SampleCharts.Fan(isRare: true)),
        ["fan-mean-only"] = () => Figure.From(SampleCharts.MeanOnlyFan()),
        ["fan-1-month"] = () => Figure.From(SampleCharts.Fan(1)),
        ["fan-60-months"] = () => Figure.From(SampleCharts.Fan(60)),
        ["fan-tiny"] = () => Figure.From(SampleCharts.Fan(12, 1e-7)),
        ["fan-huge"] = () => Figure.From(SampleCharts.Fan(12, 1e5)),
        ["fan-long-title"] = () => Figure.From(SampleCharts.Fan(23, 1, string.Join(" ", SampleCharts.Actors))),
        ["fan-zero"] = () => Figure.From(SampleCharts.ZeroFan()),
        ["exceedance"] = () => Figure.From(SampleCharts.Exceedance()),
        ["exceedance-certain"] = () => Figure.From(SampleCharts.Exceedance(1)),
        ["exceedance-likely"] = () => Figure.From(SampleCharts.Exceedance(0.83, 20)),
        ["exceedance-rare"] = () => Figure.From(SampleCharts.Exceedance(0.002)),
        ["exceedance-many"] = () =>
            Figure.From(SampleCharts.Exceedance(0.4, 1, 1e5, 1.1e5, 1.2e5, 5e5, 1e6, 1e7, 1.2e7, 1e8, 1e9)),
        ["exceedance-tiny"] = () => Figure.From(SampleCharts.Exceedance(0.3, 1e-8)),
        ["exceedance-zero"] = () => Figure.From(SampleCharts.ZeroExceedance()),
        ["levels"] = () => Figure.From(SampleCharts.Levels()),
        ["levels-rare"] = () => Figure.From(SampleCharts.Levels(0.01)),
        ["levels-huge"] = () => Figure.From(SampleCharts.Levels(0.6, 1e5)),
        ["levels-zero"] = () => Figure.From(SampleCharts.Levels() with { Curve = [] }),
        ["holder"] = () => Figure.From(SampleCharts.Holders()),
        ["holder-1"] = () => Figure.From(SampleCharts.Holders(1, 4, 60)),
        ["holder-5"] = () => Figure.From(SampleCharts.Holders(5, 3, 1)),
        ["holder-12"] = () => Figure.From(SampleCharts.Holders(12, 15, 23)),
        ["sources"] = () => Figure.From(SampleCharts.Sources()),
        ["sources-1-month"] = () => Figure.From(SampleCharts.Sources(1, 3)),
        ["sources-60-months"] = () => Figure.From(SampleCharts.Sources(60, 11)),
        ["sources-one"] = () => Figure.From(SampleCharts.Sources(12, 1, 1e-9)),
        ["sources-zero"] = () => Figure.From(SampleCharts.ZeroSources()),
        ["linked"] = () => Figure.From(SampleCourseCharts.Linked()),
        ["linked-1"] = () => Figure.From(SampleCourseCharts.Linked(1)),
        ["linked-10"] = () => Figure.From(SampleCourseCharts.Linked(10)),
        ["linked-rare"] = () => Figure.From(SampleCourseCharts.Linked(4, 1e-3, isRare: true)),
        ["linked-more-is-better"] = () => Figure.From(SampleCourseCharts.Linked(4, lessIsBetter: false)),
        ["linked-zero"] = () => Figure.From(SampleCourseCharts.ZeroLinked()),
        ["difference"] = () => Figure.From(SampleCourseCharts.Difference()),
        ["difference-positive"] = () => Figure.From(SampleCourseCharts.Difference(60, 50, 4)),
        ["difference-rare"] = () => Figure.From(SampleCourseCharts.Difference(12, 1e-3, isRare: true)),
        ["difference-1-month"] = () => Figure.From(SampleCourseCharts.Difference(1)),
        ["difference-zero"] = () => Figure.From(SampleCourseCharts.ZeroDifference()),
        ["courses"] = () => Figure.From(SampleCourseCharts.Table()),
        ["courses-2"] = () => Figure.From(SampleCourseCharts.Table(2, withDamage: false)),
        ["courses-apart"] = () => Figure.From(SampleCourseCharts.Table(7, withApart: true)),
        ["courses-11"] = () => Figure.From(SampleCourseCharts.Table(11)),
        ["linked-short"] = () => Figure.From(SampleCourseCharts.ShortMoves()),
        ["convergence"] = () => Figure.From(SampleCharts.Convergence()),
        ["convergence-few"] = () => Figure.From(SampleCharts.Convergence(40, 1e-6)),
        ["convergence-zero"] = () => Figure.From(SampleCharts.Convergence(4096, 0)),
        ["money"] = () => Figure.From(SampleMoney.Table()),
        ["money-all"] = () => Figure.From(SampleMoney.Table(9, isLong: true)),
        ["money-one"] = () => Figure.From(SampleMoney.Table(1, columns: 1)),
        ["money-15"] = () => Figure.From(SampleMoney.Table(15, isLong: true)),
        ["timeline"] = () => Figure.From(SampleCourseCharts.Timeline()),
        ["timeline-1-month"] = () => Figure.From(SampleCourseCharts.Timeline(2, 1)),
        ["timeline-40-areas"] = () => Figure.From(SampleCourseCharts.Timeline(40, 60)),
        ["timeline-quiet"] = () => Figure.From(SampleCourseCharts.Timeline(3, 12, 0, isEventful: false)),
        ["price-fan"] = () => Figure.From(SamplePriceCharts.Fan()),
        ["price-fan-short"] = () => Figure.From(SamplePriceCharts.Fan(200, 9)),
        ["price-fan-long"] = () => Figure.From(SamplePriceCharts.Fan(14_600, 400)),
        ["returns"] = () => Figure.From(SamplePriceCharts.Returns()),
        ["returns-few"] = () => Figure.From(SamplePriceCharts.Returns(0.11, 4.2, 60)),
        ["returns-many"] = () => Figure.From(SamplePriceCharts.Returns(0.001, 5, 1e6)),
        ["residuals"] = () => Figure.From(SamplePriceCharts.Residuals()),
        ["residuals-normal"] = () => Figure.From(SamplePriceCharts.Residuals(3.5)),
        ["squares"] = () => Figure.From(SamplePriceCharts.Squares()),
        ["squares-none"] = () => Figure.From(SamplePriceCharts.Squares(0.02, 10)),
    };

    public static TheoryData<string> Names => [.. Figures.Keys];
}
