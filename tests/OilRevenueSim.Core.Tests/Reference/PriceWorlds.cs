using System.Collections.Immutable;
using OilRevenueSim.Core.Markets;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Prices;
using OilRevenueSim.Core.Tests.Simulation;
using OilRevenueSim.Core.Time;
using OilRevenueSim.Core.Uncertainty;
using static OilRevenueSim.Core.Tests.Simulation.World;

namespace OilRevenueSim.Core.Tests.Reference;

/// <summary>Random worlds without a war: every model of prices, correlated ones too, floors, caps, and markets whose prices wander.</summary>
internal sealed class PriceWorlds
{
    private readonly Dice dice;
    private readonly StepLength step;
    private int number;

    private PriceWorlds(uint seed)
    {
        dice = new Dice(seed);
        step = dice.Pick(StepLength.Day, StepLength.Week, StepLength.Month);
    }

    /// <summary>The world of a seed.</summary>
    public static Scenario Of(uint seed) => new PriceWorlds(seed).Build();

    private Quantity Real(double low, double high) => Number($"q-{number++}", dice.Real(low, high));

    private Quantity? Maybe(double low, double high) => dice.Chance(0.5) ? Real(low, high) : null;

    private Scenario Build()
    {
        var start = step == StepLength.Month ? new DateOnly(2020, 1, 1) : new DateOnly(2020, 1, 10);
        var days =
            step == StepLength.Day ? 40
            : step == StepLength.Week ? 200
            : 700;
        // One common factor makes any correlations consistent.
        double[] loads = [.. Enumerable.Range(0, 4).Select(_ => dice.Real(0.5, 0.95) * (dice.Chance(0.5) ? 1 : -1))];
        ImmutableArray<Benchmark> benchmarks =
        [
            Gbm("brent"),
            Schwartz("dubai"),
            TwoFactors("urals", Number("urals.own", loads[2] * loads[3])),
            TwoFactors("alone", Real(-0.95, 0.95)) with
            {
                Floor = Maybe(40, 60),
                Cap = Maybe(50, 70),
            },
            Regimes("mixed"),
            .. step == StepLength.Week ? (Benchmark[])[] : [Drawn("past", 1.0), Drawn("past-2", -0.5)],
        ];
        string[] factors = ["brent", "dubai", "urals.short", "urals.long"];
        return Scenario(step, start.ToString("yyyy-MM-dd"), start.AddDays(days).ToString("yyyy-MM-dd")) with
        {
            Benchmarks = benchmarks,
            PriceCorrelations =
            [
                .. from i in Enumerable.Range(0, 4)
                from j in Enumerable.Range(0, i)
                where (i, j) is not (3, 2)
                select new PriceCorrelation(factors[j], factors[i], Number($"rho-{i}-{j}", loads[i] * loads[j])),
            ],
            Actors = [Actor("company")],
            Areas = [Area("coast", "company")],
            Fields = [Field("field", "coast", "company", 100_000)],
            Markets = [.. benchmarks.Select((b, i) => Linked(b.Name, i)), Town(benchmarks)],
            Routes =
            [
                .. benchmarks
                    .Select(b => b.Name)
                    .Append("town")
                    .Select((to, i) => Route(["field"], [], to, capacity: 10_000) with { Priority = i }),
            ],
            Focus = ["company"],
        };
    }

    private Wander? Wander(double low, double high) =>
        dice.Chance(0.7) ? new Wander(Real(low, high), Real(0.05, 1)) : null;

    private Market Linked(string benchmark, int index) =>
        new()
        {
            Name = benchmark,
            Price = new LinkedPrice
            {
                Benchmark = benchmark,
                Discount = Real(0.05, 0.4),
                Differential = Real(-3, 3),
                Floor = Real(0, 10),
                DiscountWander = index % 2 == 0 ? Wander(0.1, 0.8) : null,
                DifferentialWander = index % 3 == 0 ? Wander(0.5, 4) : null,
            },
        };

    private Market Town(ImmutableArray<Benchmark> benchmarks) =>
        new()
        {
            Name = "town",
            Price = new LocalPrice
            {
                Level = Real(10, 60),
                LevelWander = new Wander(Real(0.1, 0.6), Real(0.05, 1)),
                Follows = dice.Pick([.. benchmarks.Select(b => b.Name)]),
                Elasticity = Real(-0.5, 1),
                Floor = Real(0, 10),
            },
        };

    private PriceJumps Jumps() =>
        new()
        {
            Rate = Real(1, 60),
            Mean = Real(-0.1, 0.1),
            StandardDeviation = Real(0.01, 0.3),
        };

    private GbmBenchmark Gbm(string name) =>
        new()
        {
            Name = name,
            Spot = Real(30, 80),
            Drift = Real(-0.1, 0.1),
            Volatility = Real(0.1, 0.6),
            Jumps = Jumps(),
            Floor = Maybe(20, 40),
        };

    private SchwartzBenchmark Schwartz(string name) =>
        new()
        {
            Name = name,
            Spot = Real(30, 80),
            LongRun = Real(40, 70),
            HalfLife = Real(0.05, 2),
            Volatility = Real(0.1, 0.6),
            Jumps = Jumps(),
            Cap = Maybe(60, 90),
        };

    private SchwartzSmithBenchmark TwoFactors(string name, Quantity own) =>
        new()
        {
            Name = name,
            Spot = Real(30, 80),
            ShortDeviation = Real(-0.4, 0.4),
            HalfLife = Real(0.05, 1),
            ShortVolatility = Real(0.1, 0.5),
            LongVolatility = Real(0.05, 0.3),
            Drift = Real(-0.1, 0.1),
            FactorCorrelation = own,
        };

    private RegimesBenchmark Regimes(string name)
    {
        RegimeChange Change(string from, string to) =>
            new()
            {
                Identity = $"{from}>{to}",
                Stream = $"price/{name}/regime/{from}>{to}",
                From = from,
                To = to,
                Rate = Real(1, 60),
            };
        return new()
        {
            Name = name,
            Spot = Real(30, 80),
            Start = dice.Pick("calm", "wild"),
            Sets =
            [
                new()
                {
                    Name = "calm",
                    Volatility = Real(0.1, 0.3),
                    LongRun = Real(40, 70),
                    HalfLife = Real(0.05, 2),
                },
                new()
                {
                    Name = "slump",
                    Volatility = Real(0.1, 0.3),
                    Drift = Real(-0.5, -0.1),
                },
                new() { Name = "wild", Volatility = Real(0.5, 1) },
            ],
            Changes =
            [
                Change("calm", "slump"),
                Change("calm", "wild"),
                Change("slump", "calm"),
                Change("wild", "calm"),
            ],
        };
    }

    /// <summary>Two such benchmarks share the days and the block length, and so the blocks.</summary>
    private BootstrapBenchmark Drawn(string name, double factor)
    {
        var monthly = step == StepLength.Month;
        return new()
        {
            Name = name,
            Spot = Real(30, 80),
            History = new()
            {
                Name = "made-by-hand.csv",
                Dates = [.. Enumerable.Range(0, 30).Select(i => new DateOnly(2010, 1, 4).AddMonths(i))],
                PricesUsd =
                [
                    .. Enumerable.Range(0, 30).Select(i => Math.Round(60 + (factor * ((i * i * 7 % 23) - 11)), 2)),
                ],
                Spacing = monthly ? PriceSpacing.Month : PriceSpacing.Day,
                Meaning = PriceMeaning.Point,
            },
            BlockLength = Number("block-length", monthly ? 0.4 : 0.02),
        };
    }
}
