using System.Collections.Immutable;
using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Analysis.Headlines;
using OilRevenueSim.Analysis.Precision;
using OilRevenueSim.Analysis.Words;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Prices;
using OilRevenueSim.Core.Simulation;
using OilRevenueSim.Reporting;

namespace OilRevenueSim;

/// <summary>What many futures of one course say. Immutable.</summary>
public sealed class RunResult
{
    internal RunResult(EnsembleResult ensemble, PrecisionOutcome? precision)
    {
        Ensemble = ensemble;
        Precision = precision;
    }

    /// <summary>Statistics of everything recorded, as the engine gives them.</summary>
    public EnsembleResult Ensemble { get; }

    /// <summary>Whether the number of <see cref="Runs.RunUntil"/> is known well enough; null after a run of a fixed number of paths.</summary>
    public PrecisionOutcome? Precision { get; }

    /// <summary>Scenario that was run.</summary>
    public Scenario Scenario => Ensemble.Scenario;

    /// <summary>Course that was run.</summary>
    public string Course => Ensemble.Manifest.Course;

    /// <summary>Futures simulated.</summary>
    public long Paths => Ensemble.Manifest.Paths;

    /// <summary>Seed.</summary>
    public ulong Seed => Ensemble.Manifest.Seed;

    /// <summary>What determines the result: scenario, content hash, course, seed, paths, version of the engine.</summary>
    public RunManifest Manifest => Ensemble.Manifest;

    /// <summary>Every series there is to ask for.</summary>
    public ImmutableArray<SeriesKey> Recorded => Ensemble.Series;

    /// <summary>The answer in words and numbers, as <c>oilsim run</c> prints it.</summary>
    public string Headline => HeadlineText.Of(Analysis.Headlines.Headline.From(Ensemble), Scenario.Question);

    /// <summary>One series over the whole horizon; <see cref="ResultSeries.In"/> gives other periods.</summary>
    /// <param name="quantity">Quantity as in <c>summary.csv</c>, e.g. <c>gross_revenue_usd</c>.</param>
    /// <param name="actor">Actor whose it is, or null for what belongs to none.</param>
    /// <param name="place">Area, field or node, or null for all together.</param>
    /// <param name="channel">Market, or null for all together.</param>
    /// <exception cref="ArgumentException">Nothing of the kind is recorded; the message names the nearest that is, and how to record it.</exception>
    public ResultSeries Series(string quantity, string? actor = null, string? place = null, string? channel = null)
    {
        var key = SeriesChoice.Find(Ensemble, quantity, actor, place, channel);
        return new ResultSeries(Ensemble, Ensemble.Series.IndexOf(key), Ensemble.Periods.Length - 1);
    }

    /// <summary>Monthly gross oil revenue of an actor as a fan of bands.</summary>
    /// <param name="actor">Actor.</param>
    /// <param name="language">Language of the figure; English unless told.</param>
    /// <exception cref="ArgumentException">The gross revenue of the actor is not recorded.</exception>
    public Figure Fan(string actor, Language? language = null) =>
        Figure.From(FanCharts.Of(Ensemble, WithGross(actor), language));

    /// <summary>Chance of more than an amount of gross oil revenue over the whole horizon.</summary>
    /// <inheritdoc cref="Fan"/>
    public Figure Exceedance(string actor, Language? language = null) =>
        Figure.From(ExceedanceCharts.Of(Ensemble, WithGross(actor), language));

    /// <summary>How the gross oil revenue of an actor over the whole horizon is spread; other series have one too, <see cref="ResultSeries.Histogram"/>.</summary>
    /// <param name="actor">Actor.</param>
    /// <param name="language">Language; null is English.</param>
    /// <exception cref="ArgumentException">The gross revenue of the actor is not recorded.</exception>
    public Figure Histogram(string actor, Language? language = null) =>
        Figure.From(HistogramCharts.Of(Ensemble, WithGross(actor), language));

    /// <summary>Futures to count, a dot each: <c>3 in 20 futures bring more than 100 million USD</c>.</summary>
    /// <param name="actor">Actor.</param>
    /// <param name="dots">20 or 50.</param>
    /// <param name="thresholdUsd">Amount above which dots are told apart, USD; null is the largest threshold of the scenario that some dot passes.</param>
    /// <param name="language">Language; null is English.</param>
    /// <exception cref="ArgumentException">The gross revenue of the actor is not recorded.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Another number of dots, or a threshold that is negative or no number.</exception>
    public Figure Dots(string actor, int dots = 20, double? thresholdUsd = null, Language? language = null) =>
        Figure.From(DotsCharts.Of(Ensemble, WithGross(actor), dots, thresholdUsd, language));

    /// <summary>A small fan an actor that has any of a quantity, the largest first.</summary>
    /// <param name="quantity">Quantity as in <c>summary.csv</c>; null is gross revenue.</param>
    /// <param name="isShared">True for one vertical scale; null, the default, for one unless a panel would be flat on it.</param>
    /// <param name="most">Most panels, 1 to 16; the rest is named. Default 9.</param>
    /// <param name="language">Language; null is English.</param>
    /// <exception cref="ArgumentException">The quantity does not exist, or is recorded of no actor.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number of panels is out of range.</exception>
    public Figure Actors(
        string? quantity = null,
        bool? isShared = null,
        int most = MultiplesCharts.UsualPanels,
        Language? language = null
    ) =>
        Figure.From(
            MultiplesCharts.ByActor(
                Ensemble,
                quantity is null ? null : SeriesChoice.Quantity(quantity),
                isShared,
                most,
                language
            )
        );

    /// <summary>Mean output of the fields of every area in a small panel, the largest first.</summary>
    /// <param name="isShared">True for one vertical scale; null, the default, for one unless a panel would be flat on it.</param>
    /// <param name="most">Most panels, 1 to 16; the rest is named. Default 9.</param>
    /// <param name="language">Language; null is English.</param>
    /// <exception cref="ArgumentException">The output of no field is recorded.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number of panels is out of range.</exception>
    public Figure Areas(bool? isShared = null, int most = MultiplesCharts.UsualPanels, Language? language = null) =>
        Figure.From(MultiplesCharts.ByArea(Ensemble, isShared, most, language));

    /// <summary>Mean monthly revenue of an actor by source.</summary>
    /// <inheritdoc cref="Fan"/>
    public Figure Sources(string actor, Language? language = null) =>
        Figure.From(SourcesCharts.Of(Ensemble, WithGross(actor), language));

    /// <summary>Mean monthly revenue in parts that add up to it: by source, channel or theatre of one actor or all, or by actor.</summary>
    /// <param name="by">What to stack by.</param>
    /// <param name="actor">Actor; null for all together, and by actor.</param>
    /// <param name="language">Language of the figure; English unless told.</param>
    /// <exception cref="ArgumentException">The gross revenue of the actor is not recorded, or one is named by actor.</exception>
    public Figure Stack(StackBy by, string? actor = null, Language? language = null) =>
        Figure.From(StackCharts.Of(Ensemble, by, actor is null ? null : WithGross(actor), language));

    /// <summary>Mean output under what could be produced at the start, and where the rest is lost; thousand barrels per day.</summary>
    /// <param name="by">Whether fields, areas or nothing is told apart.</param>
    /// <param name="language">Language of the figure; English unless told.</param>
    /// <exception cref="ArgumentException">The scenario has no fields.</exception>
    public Figure Production(ProductionBy by = ProductionBy.Total, Language? language = null) =>
        Figure.From(ProductionCharts.Of(Ensemble, by, language));

    /// <summary>Price of a benchmark as a fan by month, with its history in front where it has one; simulates the same futures once more.</summary>
    /// <param name="benchmark">Benchmark.</param>
    /// <param name="language">Language of the figure; English unless told.</param>
    /// <exception cref="ArgumentException">The scenario has no such benchmark; names the nearest.</exception>
    public Figure Prices(string benchmark, Language? language = null) =>
        Figure.From(PriceChart(benchmark, language ?? Language.English));

    /// <summary>Exceedance curves of the worlds of a run with replicates, as a band: what is not known beside what is chance.</summary>
    /// <param name="actor">Actor in focus.</param>
    /// <param name="language">Language of the figure; English unless told.</param>
    /// <exception cref="ArgumentException">The gross revenue of the actor is not recorded.</exception>
    /// <exception cref="InvalidOperationException">The run had no replicates, or the actor is not in focus.</exception>
    public Figure Levels(string actor, Language? language = null) =>
        LevelsChart.Of(Ensemble, WithGross(actor), language) is { } chart
            ? Figure.From(chart)
            : throw new InvalidOperationException(
                $"Curves by world are kept of actors in focus in a run with replicates and two worlds or more; {actor} of {Scenario.Name} has none."
            );

    /// <summary>
    /// Mean flows of oil, or of the money for it, from fields through nodes to markets and to who sells it or gets the money. The scenario must
    /// record what routes carry: <see cref="FlowCharts.Needs"/> names the quantities.
    /// </summary>
    /// <param name="measure">What the widths are: barrels by default.</param>
    /// <param name="period">Label of a month or year, e.g. <c>2016-02</c>; null for the whole horizon.</param>
    /// <param name="language">Language; null for English.</param>
    /// <exception cref="ArgumentException">
    /// What routes carry is not recorded, or there is no such period; the message says what to record, and which periods there are.
    /// </exception>
    public Figure Flows(FlowMeasure measure = FlowMeasure.Barrels, string? period = null, Language? language = null) =>
        Figure.From(FlowCharts.Of(Ensemble, measure, period, language));

    /// <summary>Who holds each area, month by month.</summary>
    /// <param name="language">Language of the figure; English unless told.</param>
    /// <exception cref="InvalidOperationException">The scenario has no areas.</exception>
    public Figure Holders(Language? language = null) =>
        HolderCharts.Of(Ensemble, language) is { } chart
            ? Figure.From(chart)
            : throw new InvalidOperationException($"{Scenario.Name} has no areas to hold.");

    /// <summary>Who most likely holds each area, on a map with fields, pipelines and ports.</summary>
    /// <param name="months">
    /// One map each, at most four: a month such as <c>2016-11</c>, <c>start</c>, <c>middle</c>, <c>end</c> or <c>whole</c>; none for
    /// <c>end</c>.
    /// </param>
    /// <param name="language">Language; null for English.</param>
    /// <exception cref="ArgumentException">A month is none of these or lies outside the horizon.</exception>
    /// <exception cref="InvalidOperationException">No area has a place; the message says how to give it one.</exception>
    public Figure Map(IReadOnlyList<string>? months = null, Language? language = null) =>
        MapCharts.Of(Ensemble, months, language) is { } chart
            ? Figure.From(chart)
            : throw new InvalidOperationException($"{Scenario.Name} has no map: {MapCharts.WhenNone}.");

    /// <summary>Who gets what, and what nobody gets.</summary>
    /// <param name="language">Language of the figure; English unless told.</param>
    /// <exception cref="InvalidOperationException">There is no money at all.</exception>
    public Figure Money(Language? language = null) =>
        MoneyCharts.Of(Ensemble, language) is { } chart
            ? Figure.From(chart)
            : throw new InvalidOperationException($"{Scenario.Name} has no money at all.");

    internal PriceFanChart PriceChart(string benchmark, Language language)
    {
        var found =
            Scenario.Benchmarks.FirstOrDefault(b => b.Name == benchmark)
            ?? throw new ArgumentException(
                Unknown.Word("benchmark", benchmark, [.. Scenario.Benchmarks.Select(b => b.Name)], Scenario.Name),
                nameof(benchmark)
            );
        var (result, key) = RecordedAgain.WithBenchmark(this, benchmark);
        var history = (found as BootstrapBenchmark)?.History;
        return RunPriceCharts.Of(result, key, Readable.Name(benchmark), "prices", history, language);
    }

    private string WithGross(string actor)
    {
        SeriesChoice.Find(Ensemble, ReportQuantity.Gross.Name, actor, null, null);
        return actor;
    }
}
