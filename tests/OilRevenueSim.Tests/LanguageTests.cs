using System.Collections.Immutable;
using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Analysis.Fitting;
using OilRevenueSim.Analysis.Replays;
using OilRevenueSim.Analysis.Words;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Prices;
using OilRevenueSim.Core.Simulation;
using OilRevenueSim.Reporting;
using OilRevenueSim.Reporting.Layout;

namespace OilRevenueSim.Tests;

/// <summary>Every kind of figure of a shipped scenario in every language.</summary>
public sealed class LanguageTests
{
    /// <summary>Where to put the pictures for a look; nowhere when unset.</summary>
    private static readonly string? Folder = Environment.GetEnvironmentVariable("OILSIM_GALLERY");

    private static readonly Scenario Sirte = ScenarioFile.Load(Checkout.PathOf("scenarios/sirte-2016.yaml"));

    private static readonly (double Width, double Height)[] Sizes = [(960, 540), (800, 500), (640, 480), (1200, 600)];

    public static TheoryData<string> Codes => [.. Language.All.Select(l => l.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_kind_of_figure_is_drawn_with_no_sentence_left_in_English(string code)
    {
        var missing = new SortedSet<string>(StringComparer.Ordinal);
        var language = Language.All.Single(l => l.Code == code).Watched(s => missing.Add(s));
        foreach (var (name, figure) in Figures(language))
        {
            Assert.NotEmpty(figure.ToSvg());
            foreach (var (width, height) in Sizes)
            {
                AssertClear(figure.Lay(width, height), $"{name} in {code} at {width} × {height}");
            }

            if (Folder is not null)
            {
                Directory.CreateDirectory(Folder);
                figure.SavePng(Path.Combine(Folder, $"{name}-{code}.png"), 960, 540);
                figure.SaveSvg(Path.Combine(Folder, $"{name}-{code}.svg"));
            }
        }

        Assert.Equal([], missing);
    }

    private static void AssertClear(Sheet sheet, string what)
    {
        for (var i = 0; i < sheet.Labels.Count; i++)
        {
            var label = sheet.Labels[i];
            Assert.True(
                sheet.Canvas.Grow(-4).Contains(label.Box),
                $"{what}: '{label.Text}' leaves the sheet: {label.Box}"
            );
            foreach (var other in sheet.Labels.Skip(i + 1))
            {
                Assert.False(label.Box.Overlaps(other.Box), $"{what}: '{label.Text}' and '{other.Text}' overlap");
            }
        }

        // What is measured is what is drawn: the runs of a label fill it and stay within it.
        Assert.All(
            sheet.Runs,
            run =>
                Assert.True(
                    sheet.Labels.Any(label =>
                        label.Baseline == run.Baseline
                        && run.Left >= label.Left - 0.01
                        && run.Left + run.Width <= label.Left + label.Width + 0.01
                    ),
                    $"{what}: '{run.Text}' leaves its label"
                )
        );
    }

    private static IEnumerable<(string Name, Figure Figure)> Figures(Language language)
    {
        const string Group = "islamic-state";
        var run = Sirte.Run(paths: 512);
        yield return ("fan", run.Fan(Group, language));
        yield return ("fan-company", run.Fan("noc", language));
        yield return ("exceedance", run.Exceedance(Group, language));
        yield return ("exceedance-company", run.Exceedance("noc", language));
        yield return ("sources", run.Sources(Group, language));
        yield return ("sources-company", run.Sources("noc", language));
        yield return ("holders", run.Holders(language));
        yield return ("money", run.Money(language));
        yield return ("levels", Sirte.Run(paths: 512, replicates: 16).Levels(Group, language));
        yield return ("convergence", run.Series("gross_revenue_usd", actor: Group).Convergence(language));
        var pair = Sirte.Compare(["as-it-stands", "strikes", "settlement"], paths: 256);
        yield return ("courses", pair.Courses(language: language));
        yield return ("quantiles", pair.Quantiles(Group, language));
        yield return ("difference", pair.DifferenceFan(Group, "strikes", language));
        var price = Axis.Of("benchmarks.brent.spot", "25:85:20");
        var sweep = Sirte.Sweep(Design.Factorial(price), new SweepOptions { Paths = 64 });
        yield return ("sweep-line", sweep.Line(language: language));
        var other = Axis.Of("benchmarks.brent.volatility", "20%|40%");
        var surface = Sirte.Sweep(Design.Factorial(price, other), new SweepOptions { Paths = 64 });
        yield return ("surface", surface.Surface(price.Address, other.Address, language: language));
        var plan = SimulationPlan.Compile(Sirte, "as-it-stands");
        var story = PathStory.Tell(plan, 1, 7);
        yield return ("timeline", Figure.From(TimelineChart.Of(story, "noc", "7", language)));
        foreach (var figure in Prices(language))
        {
            yield return figure;
        }
    }

    private static IEnumerable<(string Name, Figure Figure)> Prices(Language language)
    {
        var history = new PriceHistory
        {
            Name = "Brent monthly.csv",
            Dates = [.. Enumerable.Range(0, 60).Select(i => new DateOnly(2015, 1, 30).AddMonths(i))],
            PricesUsd = [.. Enumerable.Range(0, 60).Select(i => 60.0 * Math.Exp(0.1 * Math.Sin(1.7 * i)))],
            Spacing = PriceSpacing.Month,
            Meaning = PriceMeaning.Point,
        };
        var fit = new PriceModelFit
        {
            Model = "schwartz",
            Parameters = [],
            LogLikelihood = 1.0,
            Observations = 59,
            Converged = true,
            Residuals = [.. Enumerable.Range(0, 59).Select(i => 2.5 * Math.Sin(0.9 * i))],
        };
        var charts = new PriceCharts(history, fit, new ChartFoot(["Brent monthly.csv"]), language);
        ImmutableArray<DateOnly> ahead = [new(2020, 1, 1), new(2020, 2, 1)];
        ImmutableArray<double>[] quantiles =
        [
            [60, 41],
            [60, 52],
            [60, 61],
            [60, 70],
            [60, 89],
        ];
        yield return ("price-fan", Figure.From(charts.Fan(ahead, quantiles, 10_000)));
        yield return ("returns", Figure.From(charts.Returns()));
        yield return ("residuals", Figure.From(charts.Residuals()));
        yield return ("squares", Figure.From(charts.Squares()));
    }
}
