using OilRevenueSim.Analysis.Statistics;
using OilRevenueSim.Core.Model;

namespace OilRevenueSim.Tests.Sweeps;

/// <summary>What a sweep computes: every cell is a run, and differences are taken path by path.</summary>
public sealed class SweepTests
{
    private const string Spot = "benchmarks.brent.spot";
    private const string Toll = "areas.coast.changes.army>rebels.chance";
    private const long Paths = 1_500;

    private static readonly Scenario Scenario = ScenarioFile.Load(Checkout.PathOf("scenarios/minimal.yaml"));
    private static readonly SweepOptions Options = new()
    {
        Paths = Paths,
        Seed = 3,
        Actors = ["company", "rebels"],
        Statistics = ["mean", "p95", "p_over:100 MUSD"],
    };

    [Fact]
    public void The_numbers_of_a_cell_are_those_of_a_run_of_that_scenario()
    {
        var sweep = Scenario.Sweep(Design.Factorial(Axis.Of(Spot, "40|80 USD/bbl")), Options);

        Assert.Equal(3, sweep.Cells.Length);
        foreach (
            var (cell, scenario) in sweep.Cells.Zip([
                Scenario,
                Scenario.With(Spot, "40 USD/bbl"),
                Scenario.With(Spot, "80 USD/bbl"),
            ])
        )
        {
            var gross = scenario.Run(paths: Paths, seed: 3).Series("gross_revenue_usd", actor: "company");
            Estimate?[] expected = [gross.Mean, gross.Quantile(0.95), gross.Probability(above: 100e6)];

            Assert.Equal(scenario.ContentHash, cell.ContentHash);
            Assert.Equal(expected, cell.Rows.Where(r => r.Actor == "company").Select(r => r.Value));
        }
    }

    [Fact]
    public void Differences_are_taken_from_the_file_path_by_path()
    {
        var sweep = Scenario.Sweep(Design.Factorial(Axis.Of(Spot, "40|80 USD/bbl")), Options);

        var file = Scenario.Run(paths: Paths, seed: 3).Series("gross_revenue_usd", actor: "company").Draws;
        var dear = Scenario
            .With(Spot, "80 USD/bbl")
            .Run(paths: Paths, seed: 3)
            .Series("gross_revenue_usd", actor: "company")
            .Draws;
        double[] differences = [.. dear.Zip(file, (a, b) => a - b)];
        var mean = differences.Average();
        var error = Math.Sqrt(differences.Sum(d => (d - mean) * (d - mean)) / (Paths - 1) / Paths);
        var row = sweep.Cells[2].Rows.Single(r => r is { Actor: "company", Statistic: "mean" });

        AssertClose(mean, row.Difference!.Value.Value);
        AssertClose(mean - (Confidence.StudentQuantile(Paths - 1) * error), row.Difference.Value.Low!.Value);
        Assert.NotNull(sweep.Cells[2].Rows.Single(r => r is { Actor: "company", Statistic: "p95" }).Difference);
        Assert.NotNull(
            sweep.Cells[2].Rows.Single(r => r is { Actor: "company", Statistic: "p_over:100 MUSD" }).Difference
        );
        Assert.All(sweep.Cells[0].Rows, r => Assert.Null(r.Difference));
    }

    [Fact]
    public void Threads_change_no_bit()
    {
        var design = Design.Sobol(4, Axis.Of(Spot, "20:100 USD/bbl"), Axis.OwnLaw("fields.oilfield.capacity"));

        var one = Scenario.Sweep(design, Options with { Threads = 1 });
        var many = Scenario.Sweep(design, Options with { Threads = 5 });

        Assert.Equal(one.Table.Select(r => (r.Value, r.Difference)), many.Table.Select(r => (r.Value, r.Difference)));
    }

    [Fact]
    public void A_cell_that_makes_no_sense_is_recorded_with_its_reason_and_the_rest_goes_on()
    {
        var sweep = Scenario.Sweep(
            Design.Factorial(Axis.Of(Toll, "50|150|30 % within 12 months")),
            Options with
            {
                Paths = 64,
            }
        );

        var failed = Assert.Single(sweep.Failed);
        Assert.Equal("150% within 12 months", failed.Values[0].Text);
        Assert.StartsWith("ORS", failed.Reason, StringComparison.Ordinal);
        Assert.All(failed.Rows, r => Assert.Equal((null, failed.Reason), (r.Value, r.Reason)));
        Assert.All(sweep.Cells.Where(c => c != failed).SelectMany(c => c.Rows), r => Assert.NotNull(r.Value));
    }

    [Fact]
    public void Each_point_runs_under_every_course_and_is_compared_with_the_file_under_the_same()
    {
        var sirte = ScenarioFile.Load(Checkout.PathOf("scenarios/sirte-2016.yaml"));

        var sweep = sirte.Sweep(
            Design.Factorial(Axis.Of(Spot, "50 USD/bbl")),
            new SweepOptions
            {
                Paths = 128,
                Courses = ["as-it-stands", "strikes"],
                Actors = ["noc"],
            }
        );

        Assert.Equal(["as-it-stands", "strikes", "as-it-stands", "strikes"], sweep.Cells.Select(c => c.Course));
        Assert.Equal([true, true, false, false], sweep.Cells.Select(c => c.IsFile));
        var strikes = sirte.With(Spot, "50 USD/bbl").Run("strikes", 128).Series("gross_revenue_usd", "noc").Mean.Value;
        var file = sirte.Run("strikes", 128).Series("gross_revenue_usd", "noc").Mean.Value;
        AssertClose(strikes - file, sweep.Cells[3].Rows[0].Difference!.Value.Value);
    }

    [Fact]
    public void The_table_is_a_frame_a_pivot_and_a_csv()
    {
        var design = Design.Factorial(Axis.Of(Spot, "40|80 USD/bbl"), Axis.Of(Toll, "10|50 % within 12 months"));
        var sweep = Scenario.Sweep(design, Options with { Paths = 64, Statistics = ["mean"], Actors = ["company"] });
        using var folder = new Folder();
        var csv = Path.Combine(folder.Path, "sweep.csv");

        sweep.WriteCsv(csv);

        var lines = File.ReadAllLines(csv);
        Assert.Equal(1 + 5, lines.Length);
        Assert.StartsWith(
            $"cell,is_file,{Spot} [USD/bbl],{Toll} [% within 12 months],course,actor",
            lines[0],
            StringComparison.Ordinal
        );
        Assert.StartsWith("3,false,80,10,base,company,gross_revenue_usd,USD,mean,", lines[4], StringComparison.Ordinal);
        Assert.Equal(5, sweep.Frame().RowCount);
        Assert.Equal(80.0, sweep.Frame().GetColumn<double>($"{Spot} [USD/bbl]")[3]);
        var pivot = sweep.Pivot(Spot, Toll);
        var value = sweep.Cells[3].Rows[0].Value!.Value.Value;
        Assert.Equal(value, pivot.GetColumn<double>("10% within 12 months")["80 USD/bbl"]);
    }

    [Fact]
    public void A_line_and_a_surface_are_saved_as_pictures()
    {
        var line = Scenario.Sweep(Design.Factorial(Axis.Of(Spot, "40:80:20 USD/bbl")), Options with { Paths = 64 });
        var surface = Scenario.Sweep(
            Design.Factorial(Axis.Of(Spot, "40:80:20 USD/bbl"), Axis.Of(Toll, "10|50 % within 12 months")),
            Options with
            {
                Paths = 64,
            }
        );
        using var folder = new Folder();

        line.Line("p95", "rebels").Save(Path.Combine(folder.Path, "line.png"));
        surface.Surface(Spot, Toll).Save(Path.Combine(folder.Path, "surface.svg"));

        Assert.Equal(
            ["line.alt.txt", "line.png", "surface.alt.txt", "surface.svg"],
            Directory.GetFiles(folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal)
        );
        Assert.Contains("Brent, spot price", surface.Surface(Toll, Spot).AltText, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => surface.Line());
        Assert.Throws<InvalidOperationException>(() => surface.Surface(Spot, Spot));
        var axis = Assert.Throws<ArgumentException>(() => surface.Surface("benchmarks.brent.spt", Toll));
        Assert.Contains($"Did you mean '{Spot}'?", axis.Message, StringComparison.Ordinal);
    }

    private static void AssertClose(double expected, double actual)
    {
        var tolerance = 1e-9 * Math.Abs(expected);
        Assert.True(
            Math.Abs(expected - actual) <= tolerance,
            $"calculated {actual:R}, expected {expected:R}, tolerance {tolerance:R}, seed 3"
        );
    }
}
