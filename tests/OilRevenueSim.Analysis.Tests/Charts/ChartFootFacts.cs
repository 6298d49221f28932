using System.Collections.Immutable;
using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Analysis.Manifests;
using OilRevenueSim.Analysis.Tests.Synthetic;
using OilRevenueSim.Analysis.Words;
using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim.Analysis.Tests.Charts;

public sealed class ChartFootFacts
{
    private static ImmutableArray<string> Lines(params Provenance[] provenances) =>
        ChartSources.Of(
            SyntheticResult.Libya() with
            {
                Quantities = [.. provenances.Select((p, i) => Quantity.Certain($"q{i}", 1.0) with { Provenance = p })],
            },
            Language.English
        );

    private static Provenance Read(string source) => new(source, SourceGrade.Read, null, null);

    [Fact]
    public void The_source_of_most_numbers_comes_first() =>
        Assert.Equal(["Sources: B; A."], Lines(Read("A"), Read("B"), Read("B")));

    [Fact]
    public void Many_sources_fill_a_line_and_the_rest_are_counted()
    {
        var lines = Lines([.. Enumerable.Range(0, 30).Select(i => Read($"Report number {i:D2} of the ministry"))]);
        var line = Assert.Single(lines);
        Assert.InRange(line.Length, 80, 120);
        var shown = line.Split("Report").Length - 1;
        Assert.EndsWith($" and {30 - shown} more.", line, StringComparison.Ordinal);
    }

    [Fact]
    public void Assumptions_are_counted_not_cited_as_sources() =>
        Assert.Equal(
            ["Sources: A; 1 of 2 numbers are assumptions."],
            Lines(Read("A"), new Provenance("own judgement", SourceGrade.Assumption, null, "because"))
        );

    [Fact]
    public void Defaults_that_nobody_wrote_are_not_counted() =>
        Assert.Equal(
            ["Sources: A; 1 of 2 numbers are assumptions."],
            Lines(Read("A"), new Provenance(null, SourceGrade.Assumption, null, "because"), Provenance.Default)
        );

    [Fact]
    public void A_number_that_many_keys_use_is_counted_once()
    {
        var assumed = new Provenance("own judgement", SourceGrade.Assumption, null, "because");
        var named = Quantity.Certain("parameters.lifting", 8.0) with { Provenance = assumed };
        var scenario = SyntheticResult.Libya() with
        {
            Quantities =
            [
                Quantity.Certain("fields.a.capacity", 1.0) with
                {
                    Provenance = Read("A"),
                },
                named with
                {
                    Address = "fields.a.lifting-cost",
                    Parameter = named.Address,
                },
                named with
                {
                    Address = "fields.b.lifting-cost",
                    Parameter = named.Address,
                },
                named,
            ],
        };
        Assert.Equal(["Sources: A; 1 of 2 numbers are assumptions."], ChartSources.Of(scenario, Language.English));
        Assert.Equal(
            [
                ["fields.a.capacity"],
                ["parameters.lifting"],
            ],
            SourceUse.Of(scenario).Select(u => u.Addresses.ToArray())
        );
    }

    [Fact]
    public void What_was_set_on_the_command_line_stands_after_the_course_and_is_no_source()
    {
        var set = Quantity.Certain("benchmarks.brent.spot", 50.0) with { Provenance = Provenance.CommandLine };
        var scenario = SyntheticResult.Libya() with
        {
            Overrides = ["benchmarks.brent.spot=50 USD/bbl"],
            Quantities = [set, Quantity.Certain("fields.a.capacity", 1.0) with { Provenance = Read("A") }],
        };
        var result = new SyntheticResult(10, scenario).Build();
        Assert.Equal(
            [
                "Libya, small · course base · with benchmarks.brent.spot = 50 USD/bbl · 10 paths · seed 7",
                $"OilRevenueSim 0.1.0 · id {ResultManifest.From(result).ShortId}",
                "Sources: A.",
            ],
            ChartFoot.Of(result).Lines
        );
        Assert.Contains(SourceUse.Of(scenario), u => u.Source == "set on the command line");
    }

    [Fact]
    public void Many_settings_take_a_line_and_the_rest_are_counted()
    {
        var scenario = SyntheticResult.Libya() with
        {
            Overrides =
            [
                .. Enumerable.Range(0, 9).Select(i => $"areas.sirte.changes.guards>nobody.rate{i}=1 per year"),
            ],
            Quantities = [],
        };
        var foot = ChartFoot.Of(new SyntheticResult(1, scenario).Build()).Lines;
        Assert.Equal(3, foot.Length);
        Assert.EndsWith("and 7 more", foot[0], StringComparison.Ordinal);
        Assert.StartsWith("1 path · seed 7", foot[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Without_any_origin_there_is_no_line() => Assert.Empty(Lines(Provenance.None));

    [Fact]
    public void Only_assumptions_are_said_to_be_so() =>
        Assert.Equal(
            ["No source is named; 1 of 2 numbers are assumptions."],
            Lines(new Provenance(null, SourceGrade.Assumption, null, "because"), Provenance.None)
        );

    [Fact]
    public void A_single_very_long_source_is_not_lost()
    {
        var title = string.Join(' ', Enumerable.Repeat("long", 60));
        Assert.Equal([$"Sources: {title}."], Lines(Read(title)));
    }

    [Fact]
    public void Data_reach_to_the_last_dated_point_that_has_a_source_and_no_further()
    {
        Quantity Point(string day, SourceGrade grade) =>
            Quantity.Certain($"benchmarks.brent.points.{day}", 60.0) with
            {
                Provenance = new("EIA", grade, null, grade == SourceGrade.Assumption ? "because" : null),
            };
        var scenario = SyntheticResult.Libya() with
        {
            Quantities =
            [
                Point("2018-12-15", SourceGrade.Read),
                Point("2019-06-15", SourceGrade.Read),
                Point("2030-01-15", SourceGrade.Assumption),
                Quantity.Certain("fields.a.capacity", 1.0) with
                {
                    Provenance = new("A", SourceGrade.Reported, "2016-11", null),
                },
            ],
        };
        Assert.Contains(
            ChartFoot.Of(new SyntheticResult(10, scenario).Build()).Lines,
            line => line.StartsWith("dated sources to June 2019 ·", StringComparison.Ordinal)
        );
    }
}
