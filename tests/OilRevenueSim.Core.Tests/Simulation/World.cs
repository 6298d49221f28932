using System.Collections.Immutable;
using OilRevenueSim.Core.Control;
using OilRevenueSim.Core.Finance;
using OilRevenueSim.Core.Markets;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Prices;
using OilRevenueSim.Core.Production;
using OilRevenueSim.Core.Time;
using OilRevenueSim.Core.Uncertainty;
using OilRevenueSim.Core.Units;

namespace OilRevenueSim.Core.Tests.Simulation;

/// <summary>Small worlds built in code: one line an entity, certain numbers unless a law is given.</summary>
internal static class World
{
    public static Quantity Number(string address, double value) => Quantity.Certain(address, value);

    public static Quantity Uncertain(string address, Law law, HardRange range) =>
        new()
        {
            Address = address,
            Law = law,
            Range = range,
        };

    public static Quantity Rate(string address, double perYear) => Quantity.Certain(address, perYear, Dimension.Rate);

    public static Actor Actor(
        string name,
        bool ownAccount = false,
        string[]? aligned = null,
        double skill = 1,
        double retention = 1,
        double retrainYears = 1
    ) =>
        new()
        {
            Name = name,
            Label = name,
            SellsOnOwnAccount = ownAccount,
            Aligned = [.. aligned ?? []],
            Skill = Number($"actors.{name}.skill", skill),
            Retention = Number($"actors.{name}.retention", retention),
            RetrainTime = Number($"actors.{name}.retrain-time", retrainYears),
        };

    public static Area Area(string name, string holder, params ControlChange[] changes) =>
        new()
        {
            Name = name,
            Holder = holder,
            Changes = [.. changes],
        };

    public static ControlChange Change(string area, string from, string to, double ratePerYear) =>
        new()
        {
            Identity = $"{from}>{to}",
            Stream = $"control/{area}/{from}>{to}",
            From = from,
            To = to,
            BaseRate = Rate($"areas.{area}.changes.{from}>{to}.rate", ratePerYear),
        };

    public static PhaseChange PhaseChange(string from, string to, double ratePerYear) =>
        new()
        {
            Identity = $"{from}>{to}",
            Stream = $"phase/main/{from}>{to}",
            From = from,
            To = to,
            Rate = Rate($"phases.changes.{from}>{to}.rate", ratePerYear),
        };

    public static Theatre Theatre(string start, params PhaseChange[] changes) =>
        new()
        {
            Name = "main",
            StartPhase = start,
            Phases =
            [
                .. changes
                    .SelectMany(c => new[] { c.From, c.To })
                    .Append(start)
                    .Distinct()
                    .Order(StringComparer.Ordinal),
            ],
            Changes = [.. changes],
        };

    public static Field Field(
        string name,
        string area,
        string owner,
        double capacity,
        double lifting = 0,
        double premium = 0,
        double condition = 1
    ) =>
        new()
        {
            Name = name,
            Area = area,
            Owner = owner,
            Capacity = Number($"fields.{name}.capacity", capacity),
            Condition = Number($"fields.{name}.condition", condition),
            Premium = Number($"fields.{name}.premium", premium),
            LiftingCost = Number($"fields.{name}.lifting-cost", lifting),
        };

    public static Node Node(string name, string area, double? capacity = null, NodeKind kind = NodeKind.Pipeline) =>
        new()
        {
            Name = name,
            Kind = kind,
            Area = area,
            Capacity = capacity is null ? null : Number($"nodes.{name}.capacity", capacity.Value),
            Condition = Number($"nodes.{name}.condition", 1),
        };

    public static Market Local(
        string name,
        double level,
        double? demand = null,
        string[]? sellers = null,
        params (string Actor, double Share)[] proceeds
    ) =>
        new()
        {
            Name = name,
            Price = new LocalPrice
            {
                Level = Number($"markets.{name}.price.local", level),
                Elasticity = Number($"markets.{name}.price.elasticity", 0),
                Floor = Number($"markets.{name}.price.floor", 0),
            },
            Sellers = [.. sellers ?? []],
            Demand = demand is null ? null : Number($"markets.{name}.demand", demand.Value),
            Proceeds =
            [
                .. proceeds.Select(p => new ProceedsShare(
                    p.Actor,
                    Number($"markets.{name}.proceeds.{p.Actor}", p.Share)
                )),
            ],
        };

    public static Market Linked(
        string name,
        string benchmark,
        double discount = 0,
        double differential = 0,
        string[]? sellers = null
    ) =>
        new()
        {
            Name = name,
            Price = new LinkedPrice
            {
                Benchmark = benchmark,
                Discount = Number($"markets.{name}.price.discount", discount),
                Differential = Number($"markets.{name}.price.differential", differential),
                Floor = Number($"markets.{name}.price.floor", 0),
            },
            Sellers = [.. sellers ?? []],
        };

    public static Route Route(string[] fields, string[] via, string to, double transport = 0, double? capacity = null)
    {
        var identity = string.Join('>', [string.Join('+', fields.Order(StringComparer.Ordinal)), .. via, to]);
        return new Route
        {
            Identity = identity,
            Fields = [.. fields.Order(StringComparer.Ordinal)],
            Via = [.. via],
            To = to,
            Transport = Number($"routes.{identity}.transport", transport),
            Capacity = capacity is null ? null : Number($"routes.{identity}.capacity", capacity.Value),
        };
    }

    public static PassageRule Passage(
        string through,
        string[] of,
        PassagePolicy policy,
        double? toll = null,
        double? share = null,
        double? inKind = null,
        string[]? at = null,
        string? phase = null
    ) =>
        new()
        {
            Identity = $"{through}>{string.Join('+', of)}@{string.Join('+', at ?? [])}/{phase}",
            Through = through,
            Of = [.. of],
            At = [.. at ?? []],
            Phase = phase,
            Policy = policy,
            TollPerBarrel = toll is null ? null : Number($"passage.{through}.toll.{phase}", toll.Value),
            TollShare = share is null ? null : Number($"passage.{through}.share.{phase}", share.Value),
            TollInKind = inKind is null ? null : Number($"passage.{through}.in-kind.{phase}", inKind.Value),
        };

    public static Benchmark Constant(string name, double spot) =>
        new ConstantBenchmark { Name = name, Spot = Number($"benchmarks.{name}.spot", spot) };

    public static Benchmark Schwartz(
        string name,
        double spot,
        double longRun,
        double halfLifeYears,
        double volatility
    ) =>
        new SchwartzBenchmark
        {
            Name = name,
            Spot = Number($"benchmarks.{name}.spot", spot),
            LongRun = Number($"benchmarks.{name}.long-run", longRun),
            HalfLife = Number($"benchmarks.{name}.half-life", halfLifeYears),
            Volatility = Number($"benchmarks.{name}.volatility", volatility),
        };

    public static Scenario Scenario(StepLength step, string start, string end) =>
        new()
        {
            Name = "world",
            Title = "World",
            Start = DateOnly.ParseExact(start, "yyyy-MM-dd"),
            End = DateOnly.ParseExact(end, "yyyy-MM-dd"),
            Step = step,
        };

    /// <summary>One field of 100 kb/d behind one port, owned by a company that sells at 50 USD; a group may hold things.</summary>
    public static Scenario OnePort(StepLength step = StepLength.Month) =>
        Scenario(step, "2020-01-01", "2020-12-31") with
        {
            Actors = [Actor("company"), Actor("group", ownAccount: true)],
            Areas = [Area("coast", "company"), Area("desert", "company")],
            Fields = [Field("field", "desert", "company", 100_000)],
            Nodes = [Node("port", "coast", kind: NodeKind.Terminal)],
            Markets = [Local("export", 50)],
            Routes = [Route(["field"], ["port"], "export")],
            Focus = ["group"],
            Thresholds = [new Usd(10e6), new Usd(1e9)],
        };

    public static ImmutableArray<T> Replace<T>(this ImmutableArray<T> items, Func<T, bool> where, T by) =>
        [.. items.Select(x => where(x) ? by : x)];

    public static Storage Tanks(string node, double size, double stock = 0, double condition = 1) =>
        new()
        {
            Size = Number($"nodes.{node}.storage.size", size),
            Stock = Number($"nodes.{node}.storage.stock", stock),
            Condition = Number($"nodes.{node}.storage.condition", condition),
        };

    public static Tap Tap(
        string by,
        string at,
        double share,
        double discount = 0,
        double transport = 0,
        params StateCondition[] conditions
    ) =>
        new()
        {
            Identity = $"{by}@{at}",
            By = by,
            At = at,
            Share = Number($"taps.{by}@{at}.share", share),
            Discount = Number($"taps.{by}@{at}.discount", discount),
            Transport = Number($"taps.{by}@{at}.transport", transport),
            While = [.. conditions],
        };

    public static Transfer Transfer(string from, string to, double perYear, params StateCondition[] conditions) =>
        new()
        {
            Identity = $"{from}>{to}",
            From = from,
            To = to,
            Amount = Number($"transfers.{from}>{to}.amount", perYear),
            While = [.. conditions],
        };

    /// <summary>Finance in USD and years: nothing but fighters, a wage and a treasury unless given.</summary>
    public static Finances Funds(
        string actor,
        double fighters,
        double wagePerYear,
        double treasury = 0,
        double otherPerYear = 0,
        double spendingPerYear = 0,
        double reserve = 0,
        double attrition = 0,
        double? recruitment = null,
        double recruitElasticity = 1,
        double strengthElasticity = 1,
        double inflow = 0
    )
    {
        Quantity Of(string key, double value) => Number($"actors.{actor}.finance.{key}", value);
        return new Finances
        {
            Fighters = Of("fighters", fighters),
            Wage = Of("wage", wagePerYear),
            Treasury = Of("treasury", treasury),
            OtherIncome = Of("other-income", otherPerYear),
            Spending = Of("spending", spendingPerYear),
            Reserve = Of("reserve", reserve),
            Attrition = Of("attrition", attrition),
            Recruitment = recruitment is null ? null : Of("recruitment", recruitment.Value),
            RecruitElasticity = Of("recruit-elasticity", recruitElasticity),
            StrengthElasticity = Of("strength-elasticity", strengthElasticity),
            Inflow = Of("inflow", inflow),
        };
    }
}
