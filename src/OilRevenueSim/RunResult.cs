using System.Collections.Immutable;
using OilRevenueSim.Analysis.Charts;
using OilRevenueSim.Analysis.Headlines;
using OilRevenueSim.Analysis.Precision;
using OilRevenueSim.Analysis.Words;
using OilRevenueSim.Core.Model;
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
    /// <exception cref="ArgumentException">The gross revenue of the actor is not recorded.</exception>
    public Figure Fan(string actor) => Figure.From(FanCharts.Of(Ensemble, WithGross(actor)));

    /// <summary>Chance of more than an amount of gross oil revenue over the whole horizon.</summary>
    /// <inheritdoc cref="Fan"/>
    public Figure Exceedance(string actor) => Figure.From(ExceedanceCharts.Of(Ensemble, WithGross(actor)));

    /// <summary>Mean monthly revenue of an actor by source.</summary>
    /// <inheritdoc cref="Fan"/>
    public Figure Sources(string actor) => Figure.From(SourcesCharts.Of(Ensemble, WithGross(actor)));

    /// <summary>Exceedance curves of the worlds of a run with replicates, as a band: what is not known beside what is chance.</summary>
    /// <param name="actor">Actor in focus.</param>
    /// <exception cref="ArgumentException">The gross revenue of the actor is not recorded.</exception>
    /// <exception cref="InvalidOperationException">The run had no replicates, or the actor is not in focus.</exception>
    public Figure Levels(string actor) =>
        LevelsChart.Of(Ensemble, WithGross(actor)) is { } chart
            ? Figure.From(chart)
            : throw new InvalidOperationException(
                $"Curves by world are kept of actors in focus in a run with replicates and two worlds or more; {actor} of {Scenario.Name} has none."
            );

    /// <summary>Who holds each area, month by month.</summary>
    /// <exception cref="InvalidOperationException">The scenario has no areas.</exception>
    public Figure Holders() =>
        HolderCharts.Of(Ensemble) is { } chart
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
    /// <exception cref="InvalidOperationException">There is no money at all.</exception>
    public Figure Money() =>
        MoneyCharts.Of(Ensemble) is { } chart
            ? Figure.From(chart)
            : throw new InvalidOperationException($"{Scenario.Name} has no money at all.");

    private string WithGross(string actor)
    {
        SeriesChoice.Find(Ensemble, ReportQuantity.Gross.Name, actor, null, null);
        return actor;
    }
}
