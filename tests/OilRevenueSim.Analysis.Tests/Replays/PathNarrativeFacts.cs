using System.Collections.Immutable;
using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Analysis.Headlines;
using OilRevenueSim.Analysis.Replays;
using OilRevenueSim.Analysis.Tests.Comparisons;
using OilRevenueSim.Analysis.Words;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Analysis.Tests.Replays;

public sealed class PathNarrativeFacts
{
    private static readonly SimulationPlan Plan = SimulationPlan.Compile(ContestedDesert.With(1.0));

    private static readonly PathStory Eventful = Enumerable
        .Range(0, 100)
        .Select(i => PathStory.Tell(Plan, 1, i))
        .First(s => s.Events.OfType<HolderChanged>().Count() >= 2);

    [Fact]
    public void Who_took_what_is_told_in_the_month_in_which_it_happened()
    {
        var change = Eventful.Events.OfType<HolderChanged>().First();
        var month = Plan.Periods[Plan.Grid.MonthOfStep[change.Step]];
        var chapter = PathNarrative.Of(Eventful).Chapters.Single(c => c.Title == Readable.Month(month.First));
        Assert.Equal("The Group took Desert from The Company.", chapter.Sentences[0]);
    }

    [Fact]
    public void What_was_sold_is_told_with_the_numbers_of_the_path()
    {
        var month = Plan.Periods[0];
        var sales = Eventful.Value(new SeriesKey("company", null, "export", ReportQuantity.Sales), month)!.Value;
        Assert.True(sales > 0.0);
        var first = PathNarrative.Of(Eventful).Chapters[0];
        Assert.Contains(first.Sentences, s => s.StartsWith("The Company sold oil for ", StringComparison.Ordinal));
        if (first.Title == Readable.Month(month.First))
        {
            Assert.Contains($"The Company sold oil for {Readable.Money(sales)} (export).", first.Sentences);
        }
    }

    [Fact]
    public void Quiet_months_are_told_together_and_every_month_is_told_once()
    {
        foreach (var path in Enumerable.Range(0, 30))
        {
            var story = PathStory.Tell(Plan, 1, path);
            var titles = PathNarrative.Of(story).Chapters.Select(c => c.Title).ToList();
            var quiet = titles.Where(t => t.Contains(" to ", StringComparison.Ordinal)).ToList();
            var eventful = story.Events.Select(e => Plan.Grid.MonthOfStep[e.Step]).Distinct().ToList();
            Assert.All(eventful, m => Assert.Contains(Readable.Month(Plan.Periods[m].First), titles));
            Assert.Equal(titles.Count, titles.Distinct().Count());
            Assert.True(eventful.Count > 0 || quiet.Count == 1, $"path {path}: {string.Join(", ", titles)}");
        }
    }

    [Fact]
    public void The_opening_says_who_holds_what()
    {
        Assert.Equal("In January 2020 The Company held Coast and Desert.", PathNarrative.Of(Eventful).Opening);
    }

    [Fact]
    public void Totals_are_those_of_the_whole_horizon()
    {
        var total = Plan.Periods[^1];
        var sales = Eventful.Value(new SeriesKey("company", null, "export", ReportQuantity.Sales), total)!.Value;
        Assert.Contains(
            $"The Company sold oil for {Readable.Money(sales)} (export).",
            PathNarrative.Of(Eventful).Closing
        );
    }

    [Fact]
    public void Of_many_channels_the_three_largest_are_named()
    {
        var port = ContestedDesert.Rich(1.0);
        var many = port with
        {
            Taps =
            [
                .. Enumerable
                    .Range(1, 12)
                    .Select(i =>
                        port.Taps[0] with
                        {
                            Identity = $"tap-{i:D2}",
                            Share = Core.Tests.Simulation.World.Number($"share-{i}", 0.001 * i),
                        }
                    ),
            ],
            Markets = [port.Markets[0]],
            Routes = [port.Routes[0]],
        };
        var closing = PathNarrative.Of(PathStory.Tell(SimulationPlan.Compile(many), 1, 0)).Closing;
        var sold = closing.Single(s => s.StartsWith("The Group sold oil", StringComparison.Ordinal));
        Assert.Matches(
            @"^The Group sold oil for [\d.]+ million USD: [^,]+ \(tap 12\), [^,]+ \(tap 11\), [^,]+ \(tap 10\) and 9 more",
            sold
        );
    }

    [Fact]
    public void Income_beside_oil_is_told_in_all()
    {
        var story = PathStory.Tell(SimulationPlan.Compile(ContestedDesert.Rich(1.0)), 1, 0);
        var narrative = PathNarrative.Of(story);
        // Two million dollars a year, over the 366 days of 2020.
        Assert.Equal("The Group had 2 million USD of income beside oil.", narrative.Closing[^1]);
        Assert.DoesNotContain(narrative.Chapters.SelectMany(c => c.Sentences), s => s.Contains("beside oil"));
    }

    [Fact]
    public void An_actor_has_the_colour_in_the_time_line_that_it_has_in_the_chart_of_holders()
    {
        var timeline = TimelineChart.Of(Eventful, "group", "as asked for");
        var result = Ensemble.Run(Plan, new RunOptions { Threads = 1 }, 256);
        Assert.Equal(HolderCharts.Of(result)!.Actors, timeline.Actors);
        Assert.Equal(new ChartActor("The Group", 0), timeline.Earner);
        Assert.Contains(timeline.Earner, timeline.Actors);
    }

    [Fact]
    public void Every_kind_of_event_has_its_sentence()
    {
        ImmutableArray<PathEvent> events =
        [
            new HolderChanged(0, "desert", "company", Actor.Nobody, false),
            new HolderChanged(0, "desert", Actor.Nobody, "group", true),
            new HolderReturned(0, "coast", "company", 3),
            new PhaseChanged(0, "main", "rival-governments", "unity-government", false),
            new AttackCarriedOut(0, "group@desert", "group", false, ["desert", "desert"]),
            new AttackCarriedOut(0, "air/strikes-on/group", "group", true, ["coast"]),
            new AssetDamaged(0, "port.tanks", 0.6, 0.42),
            new PlaceClosed(0, "port", 0.3, ["group"]),
            new PlaceClosed(0, "port", 0.0, []),
            new PlaceClosed(0, "port", 0.0, ["group"]),
            new PlaceReopened(0, "port"),
            new InterventionBegan(0, "air-campaign"),
            new InterventionEnded(0, "air-campaign"),
            new PlaceClosed(1, "port", 0.0, ["group"]),
        ];
        Assert.Equal(
            [
                "The Company lost Desert, and nobody held it.",
                "Desert was handed from nobody to The Group.",
                "Coast changed hands 3 times and ended with The Company again.",
                "Politics turned from rival governments to unity government.",
                "The Group attacked Desert twice.",
                "The Group was struck at Coast.",
                "The tank farm of Port was damaged: its condition fell from 60 % to 42 %.",
                "The Group shut Port.",
                "Port was shut.",
                "The Group kept Port shut.",
                "Port was fully open again.",
                "“Air Campaign” began.",
                "“Air Campaign” ended.",
                "The Group shut Port.",
            ],
            new EventWords(Eventful, Language.English).Of(events)
        );
    }

    [Fact]
    public void An_attack_is_told_with_what_it_hit_and_what_that_lost()
    {
        ImmutableArray<PathEvent> events =
        [
            new AttackCarriedOut(0, "militancy@port", "group", false, ["port"]),
            new AssetDamaged(0, "port", 0.47, 0.33),
            new AttackCarriedOut(1, "raids", "group", false, ["port", "field", "port"]),
            new AttackCarriedOut(1, "air/strikes-on/group", "group", true, ["refinery"]),
            new AssetDamaged(1, "port", 0.714, 0.7123),
            new AssetDamaged(1, "field", 0.5, 0.4),
            new AssetDamaged(1, "refinery", 1.0, 0.9),
            // Two attacks on one place: what each did to it is not known.
            new AttackCarriedOut(2, "militancy", "group", false, ["port"]),
            new AttackCarriedOut(2, "raids", "group", false, ["port"]),
            new AssetDamaged(2, "port", 0.71, 0.6),
        ];
        Assert.Equal(
            [
                "The Group attacked Port (militancy): its condition fell from 47 % to 33 %.",
                "The Group attacked Port twice and Field (raids): the condition of Port fell from 71.4 % to 71.2 % and that of Field from 50 % to 40 %.",
                "The Group was struck at Refinery: the condition of Refinery fell from 100 % to 90 %.",
                "The Group attacked Port (militancy).",
                "The Group attacked Port (raids).",
                "Port was damaged: its condition fell from 71 % to 60 %.",
            ],
            new EventWords(Eventful, Language.English).Of(events)
        );
    }

    [Fact]
    public void Weekly_steps_name_the_week()
    {
        var weekly = SimulationPlan.Compile(ContestedDesert.With(1.0) with { Step = Core.Time.StepLength.Week });
        var words = new EventWords(PathStory.Tell(weekly, 1, 0), Language.English);
        Assert.Equal(
            ["In the week of 8 January, The Group took Desert from The Company."],
            words.Of([new HolderChanged(1, "desert", "company", "group", false)])
        );
    }

    [Fact]
    public void The_time_line_covers_every_area_from_end_to_end_without_gaps()
    {
        var chart = TimelineChart.Of(Eventful, "group", "as asked for");
        Assert.Equal(["Coast", "Desert"], chart.Rows.Take(2).Select(r => r.Label));
        foreach (var row in chart.Rows.Take(2))
        {
            Assert.Equal((0.0, 12.0), (row.Spans[0].From, row.Spans[^1].To));
            Assert.All(row.Spans.Zip(row.Spans.Skip(1)), pair => Assert.Equal(pair.First.To, pair.Second.From));
        }

        var changes = Eventful.Events.OfType<HolderChanged>().Count(e => e.Area == "desert");
        Assert.InRange(chart.Rows[1].Spans.Length, changes, changes + 1);
        var gross = new SeriesKey("group", null, null, ReportQuantity.Gross);
        var months = Plan.Periods.Take(12).Select(m => Eventful.Value(gross, m)!.Value).ToList();
        var scale = Readable.Scale(months.Max()).Usd;
        Assert.Equal(months.Select(m => m / scale), chart.Money);
    }
}
