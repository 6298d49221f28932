using System.Collections.Immutable;
using System.Globalization;
using OilRevenueSim.Analysis.Statistics;
using OilRevenueSim.Core.Simulation;
using OilRevenueSim.Scenarios;

namespace OilRevenueSim.Cli.Runs;

/// <summary>
/// What a scenario makes of a block of <c>benchmarks:</c>: quantiles of the price by month. The block is read and run as it stands, in a
/// world of one field that sells a fixed flow at the benchmark, so that the price is its revenue over its barrels.
/// </summary>
/// <param name="Months">First days of months, from the scenario's start on.</param>
/// <param name="QuantilesUsd">Quantiles 5, 25, 50, 75, 95 %, USD per barrel, <c>[quantile][month]</c>.</param>
internal sealed record PriceFan(ImmutableArray<DateOnly> Months, ImmutableArray<double>[] QuantilesUsd)
{
    /// <summary>Futures simulated.</summary>
    public const long Paths = 10_000;

    /// <summary>Months ahead.</summary>
    public const int MonthsAhead = 24;

    private const double BarrelsPerDay = 1000.0;

    private static readonly double[] Probabilities = [0.05, 0.25, 0.5, 0.75, 0.95];

    /// <summary>Runs a block.</summary>
    /// <param name="block">Text from <c>benchmarks:</c> on.</param>
    /// <param name="benchmark">Name of the benchmark in it.</param>
    /// <param name="last">Day of the last price.</param>
    /// <param name="seed">Seed.</param>
    /// <param name="interrupted">Cancels.</param>
    /// <returns>The fan, or what the scenario reader says against the block.</returns>
    public static (PriceFan? Fan, string? Problem) Of(
        string block,
        string benchmark,
        DateOnly last,
        ulong seed,
        CancellationToken interrupted
    )
    {
        var reading = ScenarioReader.ReadText(ScenarioText(block, benchmark, last), "fan.yaml");
        if (reading.Scenario is not { } scenario)
        {
            return (null, reading.Diagnostics.First(d => d.Severity == Severity.Error).Message);
        }

        var key = new SeriesKey("seller", null, null, ReportQuantity.Gross);
        using var ensemble = new PairedEnsemble(
            [SimulationPlan.Compile(scenario, CourseChoice.FirstOf(scenario)).Recording([key])],
            new RunOptions { Seed = seed }
        );
        ensemble.ExtendTo(Paths, null, interrupted);
        var result = ensemble.Look().Courses[0];
        var series = result.Series.IndexOf(key);
        var months = Enumerable
            .Range(0, result.Periods.Length)
            .Where(p => result.Periods[p].Kind == PeriodKind.Month)
            .ToList();
        return (
            new PriceFan(
                [.. months.Select(p => result.Periods[p].First)],
                [
                    .. Probabilities.Select(share =>
                        months
                            .Select(p =>
                                Price(
                                    result.Periods[p].First,
                                    QuantileEstimate.Type7(result.At(series, p).Sample!, share)
                                )
                            )
                            .ToImmutableArray()
                    ),
                ]
            ),
            null
        );
    }

    private static double Price(DateOnly month, double grossUsd) =>
        grossUsd / (BarrelsPerDay * DateTime.DaysInMonth(month.Year, month.Month));

    private static string ScenarioText(string block, string benchmark, DateOnly last)
    {
        var start = new DateOnly(last.Year, last.Month, 1).AddMonths(1);
        var end = start.AddMonths(MonthsAhead);
        return string.Create(
            CultureInfo.InvariantCulture,
            $$"""
            schema: 1
            title: Fan of a fitted price
            start: {{start:yyyy-MM}}
            end: {{end:yyyy-MM}}
            step: month
            focus: [seller]
            {{block}}
            actors: { seller: { label: Seller, kind: company, sells: own-account } }
            areas: { land: { holder: seller } }
            fields: { field: { area: land, owner: seller, capacity: 1 kb/d } }
            nodes: { port: { kind: terminal, area: land, owner: seller } }
            markets: { export: { price: { linked: {{benchmark}} }, sellers: any } }
            routes: [{ fields: [field], via: [port], to: export }]

            """
        );
    }
}
