using OilRevenueSim.Analysis.Words;

namespace OilRevenueSim.Tests;

public sealed class ChartKindTests
{
    [Fact]
    public void Every_kind_says_in_one_line_what_it_shows_and_in_two_sentences_when_to_use_it()
    {
        Assert.Equal(ChartKinds.All.Length, ChartKinds.All.DistinctBy(k => k.Name).Count());
        Assert.All(
            ChartKinds.All,
            kind =>
            {
                Assert.Matches("^[a-z][a-z-]*$", kind.Name);
                Assert.InRange(kind.Purpose.Length, 10, 90);
                Assert.DoesNotContain('.', kind.Purpose);
                Assert.Equal(2, kind.WhenToUse.Split(". ").Length);
                Assert.EndsWith(".", kind.WhenToUse);
                Assert.True(kind.FromRun is not null || kind.FromComparison is not null || kind.FromSweep is not null);
            }
        );
    }

    [Fact]
    public void A_kind_that_does_not_exist_names_the_nearest()
    {
        var failure = Assert.Throws<ArgumentException>(() => ChartKinds.Named("fann"));

        Assert.Contains("no kind of chart 'fann'. Did you mean 'fan'? It has: exceedance, fan, ", failure.Message);
    }

    [Fact]
    public void A_choice_that_names_nothing_names_the_nearest_and_one_that_is_not_the_kinds_says_what_is()
    {
        var outline = ResultOutline.Of(SmallWorld.Load().Run(paths: 64));
        var (fan, money) = (ChartKinds.Named("fan"), ChartKinds.Named("money"));

        var actor = Assert.Throws<ArgumentException>(() =>
            fan.Figures(outline, ChartRequest.Any.With("actor", "compani"))
        );
        Assert.Contains("no actor 'compani'. Did you mean 'company'?", actor.Message);
        var foreign = Assert.Throws<ArgumentException>(() =>
            money.Figures(outline, ChartRequest.Any.With("actor", "x"))
        );
        Assert.Contains("The chart 'money' takes no --actor; it takes none.", foreign.Message);
    }

    [Fact]
    public void A_chart_that_a_result_cannot_have_says_what_would_make_it_so()
    {
        var outline = ResultOutline.Of(SmallWorld.Load().Run(paths: 64));

        Assert.Contains("oilsim compare", ChartKinds.Named("difference").WhyNot(outline));
        Assert.Contains("--replicates", ChartKinds.Named("levels").WhyNot(outline));
        Assert.Null(ChartKinds.Named("fan").WhyNot(outline));
    }

    [Fact]
    public void Everything_that_applies_to_a_run_a_comparison_or_a_sweep_is_drawn()
    {
        var recorded = ChartKinds.All.SelectMany(k => k.Records).Distinct().Order(StringComparer.Ordinal);
        var scenario = SmallWorld.Load() with { Record = [.. recorded] };
        var run = scenario.Run(paths: 64);
        var comparison = scenario.Compare(paths: 64);
        var sweep = scenario.Sweep(
            Design.Factorial(Axis.Parse("benchmarks.brent.spot=40|60 USD/bbl")),
            new SweepOptions { Paths = 64, Actors = ["company"] }
        );

        AssertDrawn(ResultOutline.Of(run), (kind, request) => kind.Draw(run, request, Language.English));
        AssertDrawn(ResultOutline.Of(comparison), (kind, request) => kind.Draw(comparison, request, Language.English));
        AssertDrawn(ResultOutline.Of(sweep), (kind, request) => kind.Draw(sweep, request, Language.English));
    }

    [Fact]
    public void Every_kind_speaks_the_language_that_it_is_asked_for()
    {
        var recorded = ChartKinds.All.SelectMany(k => k.Records).Distinct().Order(StringComparer.Ordinal);
        var run = (SmallWorld.Load() with { Record = [.. recorded] }).Run(paths: 64);
        var outline = ResultOutline.Of(run);

        Assert.All(
            ChartKinds
                .All.Where(k => k.WhyNot(outline) is null)
                .SelectMany(k => k.Figures(outline, ChartRequest.Any), (k, f) => (Kind: k, f.Request)),
            chart =>
                Assert.NotEqual(
                    chart.Kind.Draw(run, chart.Request, Language.English).AltText,
                    chart.Kind.Draw(run, chart.Request, Language.French).AltText
                )
        );
    }

    private static void AssertDrawn(ResultOutline outline, Func<ChartKind, ChartRequest, Reporting.Figure> draw)
    {
        var applying = ChartKinds.All.Where(k => k.WhyNot(outline) is null).ToList();
        Assert.NotEmpty(applying);
        foreach (var kind in applying)
        {
            var figures = kind.Figures(outline, ChartRequest.Any);
            Assert.NotEmpty(figures);
            Assert.Equal(figures.Length, figures.Select(f => f.Name).Distinct().Count());
            Assert.All(figures, f => Assert.StartsWith(kind.Name, f.Name));
            Assert.All(figures, f => Assert.NotEmpty(draw(kind, f.Request).AltText));
        }
    }
}
