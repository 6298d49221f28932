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
    /// <param name="language">Language of the figure; English unless told.</param>
    /// <exception cref="ArgumentException">The gross revenue of the actor is not recorded.</exception>
    public Figure Fan(string actor, Language? language = null) =>
        Figure.From(FanCharts.Of(Ensemble, WithGross(actor), language));

    /// <summary>Chance of more than an amount of gross oil revenue over the whole horizon.</summary>
    /// <inheritdoc cref="Fan"/>
    public Figure Exceedance(string actor, Language? language = null) =>
        Figure.From(ExceedanceCharts.Of(Ensemble, WithGross(actor), language));

    /// <summary>Mean monthly revenue of an actor by source.</summary>
    /// <inheritdoc cref="Fan"/>
    public Figure Sources(string actor, Language? language = null) =>
        Figure.From(SourcesCharts.Of(Ensemble, WithGross(actor), language));

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

    /// <summary>Who holds each area, month by month.</summary>
    /// <param name="language">Language of the figure; English unless told.</param>
    /// <exception cref="InvalidOperationException">The scenario has no areas.</exception>
    public Figure Holders(Language? language = null) =>
        HolderCharts.Of(Ensemble, language) is { } chart
            ? Figure.From(chart)
            : throw new InvalidOperationException($"{Scenario.Name} has no areas to hold.");

    /// <summary>Who gets what, and what nobody gets.</summary>
    /// <param name="language">Language of the figure; English unless told.</param>
    /// <exception cref="InvalidOperationException">There is no money at all.</exception>
    public Figure Money(Language? language = null) =>
        MoneyCharts.Of(Ensemble, language) is { } chart
            ? Figure.From(chart)
            : throw new InvalidOperationException($"{Scenario.Name} has no money at all.");

    private string WithGross(string actor)
    {
        SeriesChoice.Find(Ensemble, ReportQuantity.Gross.Name, actor, null, null);
        return actor;
    }
}
