using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Tests;

public sealed class RunTests
{
    private const string Gross = "gross_revenue_usd";

    [Fact]
    public void A_certain_world_earns_what_is_worked_out_by_hand()
    {
        var gross = SmallWorld.Load("10 kb/d").Run(paths: 300).Series(Gross, actor: "company");

        const double expected = 10_000.0 * 50.0 * SmallWorld.Days;
        Assert.Equal(expected, gross.Mean.Value, expected * 1e-12);
        Assert.Equal(0.0, gross.StandardError, expected * 1e-12);
        Assert.Equal(expected, gross.Median.Value, expected * 1e-12);
        Assert.Equal(1.0, gross.Probability(above: 40e6).Value);
        Assert.Equal(0.0, gross.Probability(above: 50e6).Value);
        Assert.Equal("USD", gross.Unit);
        Assert.Equal("gross_revenue_usd of company, total", gross.ToString());
    }

    [Fact]
    public void Months_and_years_add_up_to_the_total()
    {
        var gross = SmallWorld.Load("10 kb/d").Run(paths: 10).Series(Gross, actor: "company");

        Assert.Equal(["2020-01", "2020-02", "2020-03"], gross.Months.Select(m => m.Period.Label));
        Assert.Equal(10_000.0 * 50.0 * 29.0, gross.In("2020-02").Mean.Value, 1e-3);
        Assert.Equal(gross.Mean.Value, gross.Months.Sum(m => m.Mean.Value), 1e-3);
        Assert.Equal(gross.Mean.Value, gross.Years.Single().Mean.Value, 1e-3);
    }

    [Fact]
    public void A_run_has_the_bits_of_the_engine_alone_for_any_number_of_threads()
    {
        var scenario = SmallWorld.Load();
        var plan = SimulationPlan.Compile(scenario, "sanctions");
        var expected = Ensemble.Run(plan, new RunOptions { Seed = 7 }, 2_000);

        var run = scenario.Run(course: "sanctions", paths: 2_000, seed: 7, threads: 2);

        var gross = run.Series(Gross, actor: "company").Statistics;
        var engine = expected.Find(new SeriesKey("company", null, null, ReportQuantity.Gross), expected.Periods[^1])!;
        Assert.Equal(BitConverter.DoubleToInt64Bits(engine.Mean), BitConverter.DoubleToInt64Bits(gross.Mean));
        Assert.Equal(engine.Sample!.Value(1_900), gross.Sample!.Value(1_900));
        Assert.Equal(expected.Manifest.ContentHash, run.Manifest.ContentHash);
        Assert.Equal(("sanctions", 2_000L, 7UL), (run.Course, run.Paths, run.Seed));
    }

    [Fact]
    public void Quantiles_and_probabilities_enclose_what_the_law_says()
    {
        // 8 to 12 kb/d is a central 90 % interval, so 5 % of futures earn more than 12 kb/d do. Seed 1; the order-statistic and Wilson
        // intervals widened to a false-alarm probability of 1e-6 (4.89 / 1.96 times their width).
        var gross = SmallWorld.Load().Run(paths: 20_000).Series(Gross, actor: "company");
        const double twelve = 12_000.0 * 50.0 * SmallWorld.Days;

        var p95 = gross.Quantile(0.95);
        var share = gross.Probability(above: twelve);

        Assert.InRange(twelve - p95.Value, -2.5 * p95.HalfWidth!.Value, 2.5 * p95.HalfWidth!.Value);
        Assert.InRange(0.05 - share.Value, -2.5 * share.HalfWidth!.Value, 2.5 * share.HalfWidth!.Value);
        Assert.True(p95.HalfWidth > 0.0);
    }

    [Fact]
    public void What_no_path_passes_has_a_bound_and_not_a_zero()
    {
        var never = SmallWorld.Load().Run(paths: 1_000).Series(Gross, actor: "company").Probability(above: 1e12);

        Assert.Equal(0.0, never.Value);
        Assert.Equal(1.0 - Math.Pow(0.05, 1e-3), never.High!.Value, 1e-9);
    }

    [Fact]
    public void The_headline_answers_the_question_in_words()
    {
        var headline = SmallWorld.Load("10 kb/d").Run(paths: 100).Headline;

        Assert.StartsWith(
            "A small world (as-it-stands)\nWhat does the field earn?\n",
            headline,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Oil company: half of the futures bring more than 46 million USD",
            headline,
            StringComparison.Ordinal
        );
        Assert.EndsWith(
            "100 paths, seed 1.\nIn brackets: 95 % Monte Carlo interval; behind ±: half of it.",
            headline,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_run_until_a_precision_says_that_it_is_reached()
    {
        var run = SmallWorld.Load().RunUntil("company gross_revenue_usd mean 1%");

        Assert.True(run.Precision!.IsReached);
        Assert.Equal(8_192, run.Paths);
        Assert.Null(SmallWorld.Load().Run(paths: 10).Precision);
    }

    [Fact]
    public void Progress_is_told_up_to_the_last_path()
    {
        var told = new Recorder();
        SmallWorld.Load().Run(paths: 3_000, progress: told);

        Assert.Equal(3_000, told.Most);
    }

    [Fact]
    public void A_cancelled_run_throws()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.Throws<OperationCanceledException>(() => SmallWorld.Load().Run(cancellation: source.Token));
    }

    [Fact]
    public void Figures_are_written_by_the_ending_of_their_name()
    {
        var run = SmallWorld.Load().Run(paths: 256);
        var folder = Directory.CreateTempSubdirectory("figures");
        try
        {
            var png = Path.Combine(folder.FullName, "made", "fan.png");
            var svg = Path.Combine(folder.FullName, "exceedance.svg");
            run.Fan("company").Save(png, widthPx: 640, heightPx: 360);
            run.Exceedance("company").Save(svg);

            Assert.Equal([0x89, 0x50, 0x4E, 0x47], File.ReadAllBytes(png)[..4]);
            Assert.Contains("<svg", File.ReadAllText(svg), StringComparison.Ordinal);
            var wrong = Assert.Throws<ArgumentException>(() => run.Fan("company").Save("fan.gif"));
            Assert.Contains(".png, .svg or .pdf", wrong.Message, StringComparison.Ordinal);
            Assert.NotEmpty(run.Sources("company").AltText);
            Assert.NotEmpty(run.Holders().AltText);
            Assert.NotEmpty(run.Money().AltText);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private sealed class Recorder : IProgress<RunProgress>
    {
        private long most;

        public long Most => Interlocked.Read(ref most);

        public void Report(RunProgress value)
        {
            for (var seen = Most; value.PathsDone > seen; seen = Most)
            {
                Interlocked.CompareExchange(ref most, value.PathsDone, seen);
            }
        }
    }
}
