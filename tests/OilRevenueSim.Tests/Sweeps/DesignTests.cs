using OilRevenueSim.Core.Model;

namespace OilRevenueSim.Tests.Sweeps;

/// <summary>Where the points of a design lie.</summary>
public sealed class DesignTests
{
    private const string Spot = "benchmarks.brent.spot";
    private const string Capacity = "fields.oilfield.capacity";

    private static readonly Scenario Scenario = ScenarioFile.Load(Checkout.PathOf("scenarios/minimal.yaml"));

    [Fact]
    public void A_factorial_has_every_combination_and_the_last_axis_changes_fastest()
    {
        var points = Points(Design.Factorial(Axis.Of(Spot, "20:60:20"), Axis.Of(Capacity, "30|40 kb/d")));

        Assert.Equal(["20/30", "20/40", "40/30", "40/40", "60/30", "60/40"], points);
    }

    [Fact]
    public void One_at_a_time_leaves_the_others_as_the_file_has_them()
    {
        var points = Points(Design.OneAtATime(Axis.Of(Spot, "20:60:20"), Axis.Of(Capacity, "30|50 kb/d")));

        Assert.Equal(["20/-", "40/-", "60/-", "-/30", "-/50"], points);
    }

    [Fact]
    public void A_latin_hypercube_has_one_point_in_each_slice_of_each_axis()
    {
        const int Count = 20;
        var design = Design.LatinHypercube(Count, Axis.Of(Spot, "20:120 USD/bbl"), Axis.Of(Capacity, "30:50 kb/d"));

        var points = Numbers(design);

        int[] slices = [.. Enumerable.Range(0, Count)];
        Assert.Equal(slices, points.Select(p => (int)((p[0] - 20.0) / 5.0)).Order());
        Assert.Equal(slices, points.Select(p => (int)(p[1] - 30.0)).Order());
    }

    [Fact]
    public void More_points_of_sobol_keep_those_before_and_fill_every_slice()
    {
        Axis[] axes = [Axis.Of(Spot, "20:120 USD/bbl"), Axis.OwnLaw(Capacity)];

        var (few, many) = (Numbers(Design.Sobol(16, axes)), Numbers(Design.Sobol(32, axes)));

        Assert.Equal(few, many.Take(16));
        Assert.Equal(Enumerable.Range(0, 32), many.Select(p => (int)((p[0] - 20.0) / 100.0 * 32)).Order());
    }

    [Fact]
    public void Levels_take_equal_shares_of_a_latin_hypercube()
    {
        var points = Points(Design.LatinHypercube(12, Axis.Of(Spot, "20|40|80 USD/bbl")));

        Assert.All(points.GroupBy(p => p), level => Assert.Equal(4, level.Count()));
    }

    [Fact]
    public void A_design_that_makes_no_sense_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Design.Factorial());
        var twice = Assert.Throws<ArgumentException>(() =>
            Design.Factorial(Axis.Of(Spot, "20:60:20"), Axis.Of(Spot, "70|80 USD/bbl"))
        );
        Assert.Contains("varied twice", twice.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Design.Sobol(0, Axis.Of(Spot, "20:60 USD/bbl")));
    }

    private static string[] Points(Design design) =>
        [
            .. DesignPoints
                .Of(design, Axes(design), seed: 1)
                .Select(p => string.Join('/', p.Select(v => v?.Number?.ToString() ?? "-"))),
        ];

    private static double[][] Numbers(Design design) =>
        [.. DesignPoints.Of(design, Axes(design), seed: 1).Select(p => p.Select(v => v!.Number!.Value).ToArray())];

    private static ResolvedAxis[] Axes(Design design) => [.. design.Axes.Select(a => ResolvedAxis.Of(a, Scenario))];
}
