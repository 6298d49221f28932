using System.Collections.Immutable;
using OilRevenueSim.Core.Control;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Production;
using OilRevenueSim.Core.Simulation;
using OilRevenueSim.Core.Time;
using OilRevenueSim.Core.Uncertainty;
using OilRevenueSim.Core.Units;

namespace OilRevenueSim.Analysis.Tests.Synthetic;

/// <summary>Builds an <see cref="EnsembleResult"/> from given values instead of a simulation.</summary>
internal sealed class SyntheticResult
{
    private readonly Dictionary<(SeriesKey Key, string Period), SeriesStatistics> statistics = [];
    private readonly List<SeriesKey> keys = [];

    public SyntheticResult(long paths, Scenario? scenario = null)
    {
        Paths = paths;
        Scenario = scenario ?? Libya();
        Grid = new TimeGrid(Scenario.Start, Scenario.End, Scenario.Step);
        Periods = PeriodsOf(Grid);
    }

    public long Paths { get; }

    public Scenario Scenario { get; }

    public TimeGrid Grid { get; }

    public ImmutableArray<Period> Periods { get; }

    public ulong Seed { get; init; } = 7;

    public string Course { get; init; } = "base";

    /// <summary>Two months of 2016 and one of 2017, two actors, two areas, two fields, two thresholds.</summary>
    public static Scenario Libya() =>
        new()
        {
            Name = "libya-small",
            Title = "Libya, small",
            Start = new DateOnly(2016, 11, 1),
            End = new DateOnly(2017, 1, 31),
            Step = StepLength.Month,
            Thresholds = [new Usd(10e6), new Usd(100e6)],
            Focus = ["islamic-state"],
            State = ["noc"],
            Actors =
            [
                ActorOf("guards", "Petroleum Facilities Guard"),
                ActorOf("islamic-state", "Islamic State in Libya"),
                ActorOf("noc", "National Oil Corporation"),
            ],
            Areas =
            [
                new Area { Name = "oil-crescent", Holder = "guards" },
                new Area { Name = "sirte", Holder = "islamic-state" },
            ],
            Fields = [FieldOf("mabruk", "sirte"), FieldOf("waha-group", "oil-crescent")],
            Quantities =
            [
                Sourced(
                    "fields.mabruk.capacity",
                    new Provenance("NOC annual report 2012", SourceGrade.Read, "2012", null)
                ),
                Sourced(
                    "fields.waha-group.capacity",
                    new Provenance("NOC annual report 2012", SourceGrade.Read, "2012", null)
                ),
                Sourced(
                    "benchmarks.brent.spot",
                    new Provenance("EIA, Europe Brent spot FOB", SourceGrade.Read, "2016-02-01", null)
                ),
                Sourced(
                    "routes.trucks.capacity",
                    new Provenance(null, SourceGrade.Assumption, null, "No count is public.")
                ),
                Sourced("routes.other.capacity", Provenance.None),
                Sourced("routes.other.transport", Provenance.Default),
            ],
        };

    public static Actor ActorOf(string name, string label) =>
        new()
        {
            Name = name,
            Label = label,
            Skill = Quantity.Certain("skill", 1.0),
            Retention = Quantity.Certain("retention", 1.0),
            RetrainTime = Quantity.Certain("retrain-time", 1.0),
        };

    public static Field FieldOf(string name, string area) =>
        new()
        {
            Name = name,
            Area = area,
            Owner = "noc",
            Capacity = Quantity.Certain("capacity", 1000.0),
            Condition = Quantity.Certain("condition", 1.0),
            Premium = Quantity.Certain("premium", 0.0),
            LiftingCost = Quantity.Certain("lifting-cost", 0.0),
        };

    public static SeriesKey Money(string actor, ReportQuantity quantity) => new(actor, null, null, quantity);

    /// <summary>Statistics of values, one a path.</summary>
    public static SeriesStatistics Of(
        IReadOnlyList<double> values,
        IReadOnlyList<double>? thresholds = null,
        double relativeError = 0.0
    )
    {
        var positive = values.Where(v => v > 0.0).ToList();
        var mean = values.Average();
        var positiveMean = positive.Count == 0 ? 0.0 : positive.Average();
        return new SeriesStatistics
        {
            Count = values.Count,
            Mean = mean,
            M2 = values.Sum(v => (v - mean) * (v - mean)),
            PositiveCount = positive.Count,
            PositiveMean = positiveMean,
            PositiveM2 = positive.Sum(v => (v - positiveMean) * (v - positiveMean)),
            Min = values.Min(),
            Max = values.Max(),
            AboveThreshold = thresholds is null ? [] : [.. thresholds.Select(t => values.LongCount(v => v > t))],
            Sample = new ExactSample(values, relativeError),
        };
    }

    /// <summary>Records a series with its full sample: values by month, [month][path]; years and total are their sums.</summary>
    public SyntheticResult Record(SeriesKey key, params double[][] byMonth)
    {
        keys.Add(key);
        foreach (var period in Periods)
        {
            var values = Enumerable
                .Range(0, checked((int)Paths))
                .Select(path => MonthsIn(period).Sum(month => byMonth[month][path]))
                .ToList();
            var isThresholded =
                period.Kind == PeriodKind.Total
                && key.Quantity == ReportQuantity.Gross
                && Scenario.Focus.Contains(key.Actor ?? "");
            statistics[(key, period.Label)] = Of(
                values,
                isThresholded ? [.. Scenario.Thresholds.Select(t => t.Value)] : null
            );
        }

        return this;
    }

    /// <summary>Records a series with given statistics in every period.</summary>
    public SyntheticResult RecordTotal(SeriesKey key, SeriesStatistics total)
    {
        keys.Add(key);
        foreach (var period in Periods)
        {
            statistics[(key, period.Label)] = total;
        }

        return this;
    }

    /// <summary>Records a series of which only the mean is kept: mean by month; years and total are sums or, of states, averages.</summary>
    public SyntheticResult RecordMean(SeriesKey key, params double[] byMonth)
    {
        keys.Add(key);
        var isState = key.Quantity == ReportQuantity.ProbabilityHolds || key.Quantity == ReportQuantity.Output;
        foreach (var period in Periods)
        {
            var values = MonthsIn(period).Select(m => byMonth[m]).ToList();
            var mean = isState ? values.Average() : values.Sum();
            statistics[(key, period.Label)] = new SeriesStatistics
            {
                Count = Paths,
                Mean = mean,
                M2 = mean * mean * Paths / 100.0,
                PositiveCount = mean > 0.0 ? Paths : 0,
                PositiveMean = mean,
                PositiveM2 = 0.0,
                Min = mean,
                Max = mean,
            };
        }

        return this;
    }

    public EnsembleResult Build() =>
        new(
            Scenario,
            new RunManifest
            {
                Scenario = Scenario.Name,
                Course = Course,
                ContentHash = new string('a', 64),
                Files = [new SourceFile("libya-small.yaml", new string('b', 64))],
                Seed = Seed,
                Paths = Paths,
                EngineVersion = "0.1.0",
                ExactQuantiles = true,
                Warnings = ["a warning"],
            },
            Grid,
            [.. keys],
            Periods,
            [.. keys.SelectMany(k => Periods.Select(p => statistics[(k, p.Label)]))]
        );

    private IEnumerable<int> MonthsIn(Period period) =>
        Enumerable
            .Range(0, Grid.Months.Length)
            .Where(m => Grid.Months[m].FirstDay <= period.Last && Grid.Months[m].LastDay >= period.First);

    private static ImmutableArray<Period> PeriodsOf(TimeGrid grid)
    {
        DateOnly First(DateOnly day) => day < grid.Start ? grid.Start : day;
        DateOnly Last(DateOnly day) => day > grid.End ? grid.End : day;
        return
        [
            .. grid.Months.Select(m => new Period(PeriodKind.Month, m.ToString(), First(m.FirstDay), Last(m.LastDay))),
            .. grid.Years.Select(y => new Period(
                PeriodKind.Year,
                $"{y:D4}",
                First(new DateOnly(y, 1, 1)),
                Last(new DateOnly(y, 12, 31))
            )),
            new Period(PeriodKind.Total, "total", grid.Start, grid.End),
        ];
    }

    private static Quantity Sourced(string address, Provenance provenance) =>
        Quantity.Certain(address, 1.0) with
        {
            Provenance = provenance,
        };
}
