using OilRevenueSim.Analysis.Headlines;
using OilRevenueSim.Analysis.Statistics;
using OilRevenueSim.Analysis.Tests.Summary;
using OilRevenueSim.Analysis.Tests.Synthetic;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Analysis.Tests.Headlines;

public sealed class HeadlineFacts
{
    private static readonly double[] Nothing = SummaryTableFacts.Nothing;

    private static SyntheticResult Libya(double[] november, SyntheticResult? from = null) =>
        (from ?? new SyntheticResult(10)).Record(
            SyntheticResult.Money("islamic-state", ReportQuantity.Gross),
            november,
            Nothing,
            Nothing
        );

    [Fact]
    public void Says_how_likely_any_money_is_and_how_much_it_is_then()
    {
        var actor = Headline.From(Libya(SummaryTableFacts.November).Build()).Actors.Single();
        Assert.Equal("Islamic State in Libya", actor.Label);
        Assert.Equal(ProbabilityEstimate.Of(3, 10), actor.ProbabilityAny);
        Assert.Equal(145e6 / 3.0, actor.MeanIfAny!.Value.Value, 1e-6);
        Assert.Equal(14.5e6, actor.Mean.Value, 1e-6);
        Assert.Equal(Math.Sqrt(12722.5 / 90.0) * 1e6, actor.MeanStandardError, 1e-6);
        // On the terminal half of the interval, 2.262 errors, though zero cuts its lower end off.
        Assert.Equal(
            "15 ± 27 million USD",
            HeadlineRow
                .Of(Headline.From(Libya(SummaryTableFacts.November).Build()))
                .Single(r => r.Label == "mean over all paths")
                .Text
        );
        Assert.Equal((0.0, 75e6), (actor.P05.Value, Math.Round(actor.P95.Value, 6)));
        Assert.Equal([10e6, 100e6], actor.Thresholds.Select(t => t.ThresholdUsd));
        Assert.Equal(ProbabilityEstimate.Of(1, 10), actor.Thresholds[1].Probability);
    }

    [Fact]
    public void Money_never_seen_is_said_as_a_bound_not_as_nought()
    {
        var rows = HeadlineRow.Of(Headline.From(Libya(Nothing).Build()));
        Assert.Equal("below 30 %", rows.Single(r => r.Label == "chance of any oil revenue").Text);
        Assert.Equal("none in any path", rows.Single(r => r.Label == "mean where there is any").Text);
        Assert.Equal("below 30 %", rows.Single(r => r.Label == "chance of more than 100 million USD").Text);
        Assert.Equal("0 USD", rows.Single(r => r.Label == "mean over all paths").Text);
    }

    [Fact]
    public void Without_focus_the_headline_is_about_everyone_who_may_earn()
    {
        var scenario = SyntheticResult.Libya() with { Focus = [] };
        var result = Libya(SummaryTableFacts.November, new SyntheticResult(10, scenario))
            .Record(SyntheticResult.Money("noc", ReportQuantity.Gross), Nothing, Nothing, Nothing)
            .RecordMean(new SeriesKey("noc", "mabruk", null, ReportQuantity.Sales), 0.0, 0.0, 0.0)
            .Build();
        Assert.Equal(["islamic-state", "noc"], Headline.From(result).Actors.Select(a => a.Actor));
    }

    [Fact]
    public void Income_that_is_not_oil_has_a_line_of_its_own_where_there_is_any()
    {
        const string Label = "mean income beside oil, not counted above";
        double[] other = [.. Enumerable.Range(0, 10).Select(i => i * 1e6)];
        HeadlineRow? Row(double[] income) =>
            HeadlineRow
                .Of(
                    Headline.From(
                        Libya(SummaryTableFacts.November)
                            .Record(
                                SyntheticResult.Money("islamic-state", ReportQuantity.OtherIncome),
                                income,
                                Nothing,
                                Nothing
                            )
                            .Build()
                    )
                )
                .SingleOrDefault(r => r.Label == Label);
        // Mean 4.5, standard deviation of 0 to 9 is 3.03, over the root of ten 0.957, times Student's t of nine degrees 2.2.
        Assert.Equal("5 ± 2 million USD", Row(other)!.Text);
        Assert.Null(Row(Nothing));
    }

    [Fact]
    public void Forgone_revenue_of_the_state_is_kept_apart()
    {
        double[] forgone = [.. Enumerable.Repeat(2e9, 10)];
        var result = Libya(SummaryTableFacts.November)
            .Record(SyntheticResult.Money("noc", ReportQuantity.Forgone), forgone, Nothing, Nothing)
            .Record(SyntheticResult.Money("guards", ReportQuantity.Forgone), forgone, Nothing, Nothing)
            .Build();
        var headline = Headline.From(result);
        Assert.Equal("noc", headline.Forgone!.Owners.Single().Name);
        Assert.Equal(2e9, headline.Forgone.MeanUsd.Value);
        Assert.Single(headline.Actors);
    }

    [Fact]
    public void Forgone_revenue_of_several_owners_is_summed_without_an_interval()
    {
        var scenario = SyntheticResult.Libya() with { State = [] };
        double[] forgone = [.. Enumerable.Range(0, 10).Select(i => i * 1e8)];
        var result = Libya(Nothing, new SyntheticResult(10, scenario))
            .Record(SyntheticResult.Money("noc", ReportQuantity.Forgone), forgone, Nothing, Nothing)
            .Record(SyntheticResult.Money("guards", ReportQuantity.Forgone), Nothing, forgone, Nothing)
            .Build();
        var summed = Headline.From(result).Forgone!;
        Assert.Equal(2, summed.Owners.Length);
        Assert.Equal(Estimate.Bare(9e8), summed.MeanUsd);
    }

    [Fact]
    public void No_forgone_revenue_where_none_is_recorded() =>
        Assert.Null(Headline.From(Libya(Nothing).Build()).Forgone);

    [Fact]
    public void Two_headlines_stand_side_by_side()
    {
        var before = Headline.From(Libya(Nothing).Build());
        var after = Headline.From(Libya(SummaryTableFacts.November).Build());
        var comparison = HeadlineComparison.From(before, after);
        Assert.True(comparison.HasChanges);
        var any = comparison.Rows.Single(r => r.Label == "chance of any oil revenue");
        Assert.Equal(("below 30 %", "30 % (11 to 60 %)"), (any.Previous, any.Current));
        Assert.False(HeadlineComparison.From(after, after).HasChanges);
    }

    [Fact]
    public void A_comparison_names_what_differed()
    {
        var plain = Headline.From(Libya(Nothing).Build());
        var set = plain with { Overrides = ["benchmarks.brent.spot=50 USD/bbl"], ContentHash = "b" };
        var edited = plain with { ContentHash = "c", Files = [new("libya-small.yaml", "c")] };
        string Before(Headline before, Headline now) => HeadlineComparison.From(before, now).PreviousRun;

        Assert.Equal("10 paths, seed 7", Before(plain, plain));
        Assert.Equal("10 paths, seed 7, with benchmarks.brent.spot = 50 USD/bbl", Before(set, plain));
        Assert.Equal("10 paths, seed 7, with nothing set", Before(plain, set));
        Assert.Equal("10 paths, seed 7, from another version of the file", Before(plain, edited));
        Assert.Equal(
            "10 paths, seed 7, with benchmarks.brent.spot = 50 USD/bbl, from another version of the file",
            Before(set, edited)
        );
        Assert.Equal("1 path, seed 7", Before(plain with { Size = new RunSize(1) }, plain));
    }

    [Fact]
    public void A_threshold_that_only_one_run_had_stands_alone()
    {
        var scenario = SyntheticResult.Libya() with { Thresholds = [new(10e6), new(1e9)] };
        var before = Headline.From(Libya(SummaryTableFacts.November).Build());
        var after = Headline.From(Libya(SummaryTableFacts.November, new SyntheticResult(10, scenario)).Build());
        var rows = HeadlineComparison.From(before, after).Rows;
        Assert.Null(rows.Single(r => r.Label == "chance of more than 1 billion USD").Previous);
        Assert.Null(rows.Single(r => r.Label == "chance of more than 100 million USD").Current);
        Assert.False(rows.Single(r => r.Label == "chance of more than 10 million USD").IsChanged);
    }
}
