using OilRevenueSim.Core.Markets;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Analysis.Charts;

/// <summary>What kind of thing a strand stops at.</summary>
internal enum FlowStopKind
{
    /// <summary>A field.</summary>
    Field,

    /// <summary>A node.</summary>
    Node,

    /// <summary>A market.</summary>
    Market,

    /// <summary>What is tapped: who takes it sells it on no market.</summary>
    Theft,

    /// <summary>An actor who sells, takes or is paid.</summary>
    Actor,

    /// <summary>Burnt or lost in a refinery.</summary>
    Refined,

    /// <summary>Seized: sold by nobody.</summary>
    Seized,

    /// <summary>Still in the tanks, or burnt there.</summary>
    Kept,

    /// <summary>In the tanks before.</summary>
    Before,
}

/// <summary>What places were joined to one.</summary>
internal enum FlowJoin
{
    /// <summary>It is one place.</summary>
    None,

    /// <summary>Places of one area, whose name it has.</summary>
    Area,

    /// <summary>Small places.</summary>
    Other,
}

/// <summary>A place at which a strand stops.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Name in the scenario, or of the area; empty for what needs none.</param>
/// <param name="Join">What was joined to it.</param>
/// <param name="Column">Place on the way of joined places, so that those before and behind each other stay apart.</param>
internal readonly record struct FlowStop(FlowStopKind Kind, string Name, FlowJoin Join = FlowJoin.None, int Column = 0);

/// <summary>Oil or money that takes one way; every chart of flows is a bundle of them, and so in balance.</summary>
/// <param name="Way">Stops in order, two at least.</param>
/// <param name="Seller">Who sells it.</param>
/// <param name="Amount">Amount, above zero.</param>
internal sealed record FlowStrand(FlowStop[] Way, string Seller, double Amount);

/// <summary>Reads the strands from what a result records of its routes.</summary>
/// <remarks>
/// What is taken at a node is recorded by route, what a seller loses by source: each is divided in proportion to the other, which keeps
/// both sums (ADR 33). Money for oil from tanks is traced to the fields that filled them in the same period, in proportion.
/// </remarks>
internal sealed class FlowStrands
{
    private readonly EnsembleResult result;
    private readonly Scenario scenario;
    private readonly Period period;
    private readonly Dictionary<ReportQuantity, List<(SeriesKey Key, double Mean)>> recorded = [];
    private readonly List<FlowStrand> strands = [];

    private FlowStrands(EnsembleResult result, Period period)
    {
        this.result = result;
        this.period = period;
        scenario = result.Scenario;
    }

    /// <summary>Thousand barrels per day from fields to who sells them, or to where they end.</summary>
    public static List<FlowStrand> Barrels(EnsembleResult result, Period period)
    {
        var read = new FlowStrands(result, period);
        foreach (var route in read.scenario.Routes)
        {
            read.AddSold(route);
            read.AddTaken(route, _ => 1.0);
        }

        read.AddTanks();
        return read.strands;
    }

    /// <summary>US dollars from fields to who gets them.</summary>
    public static List<FlowStrand> Money(EnsembleResult result, Period period)
    {
        var read = new FlowStrands(result, period);
        foreach (var route in read.scenario.Routes)
        {
            read.AddPaid(route);
            read.AddTaken(route, read.ThiefPriceUsd);
        }

        return read.strands;
    }

    /// <summary>True where a levy falls on oil of several sellers: by whom it was paid is not recorded, and it is divided by what each sold.</summary>
    public static bool HasSharedLevies(EnsembleResult result, Period period)
    {
        var read = new FlowStrands(result, period);
        var paid = read.Read(ReportQuantity.DeliveredValue);
        return read.Read(ReportQuantity.Levied)
            .Exists(l =>
                paid.Count(p =>
                    p.Key.Channel == l.Key.Channel && p.Key.Place == l.Key.Place && p.Key.Actor != l.Key.Actor
                ) > 1
            );
    }

    private List<(SeriesKey Key, double Mean)> Read(ReportQuantity quantity, string? channel = null)
    {
        if (!recorded.TryGetValue(quantity, out var found))
        {
            found =
            [
                .. result
                    .Series.Where(k => k.Quantity == quantity)
                    .Select(k => (k, result.Find(k, period)!.Mean))
                    .Where(k => k.Mean != 0.0),
            ];
            recorded.Add(quantity, found);
        }

        return channel is null ? found : found.FindAll(k => k.Key.Channel == channel);
    }

    private double Of(ReportQuantity quantity, SeriesKey like) =>
        Read(quantity, like.Channel).Find(k => k.Key == like with { Quantity = quantity }).Mean;

    private void Add(string seller, double amount, params IEnumerable<FlowStop> way)
    {
        if (amount > 0.0)
        {
            strands.Add(new FlowStrand([.. way], seller, amount));
        }
    }

    private static FlowStop Node(string name) => new(FlowStopKind.Node, name);

    private static FlowStop Actor(string name) => new(FlowStopKind.Actor, name);

    private static FlowStop Market(Route route) => new(FlowStopKind.Market, route.To);

    /// <summary>True where a source of a route is the tanks at its end.</summary>
    private static bool IsTank(Route route, string source) => !route.Via.IsEmpty && route.Via[^1] == source;

    /// <summary>From the source to the node at a position, the last by default.</summary>
    private static IEnumerable<FlowStop> Way(Route route, string source, int last = int.MaxValue) =>
        IsTank(route, source)
            ? [Node(source)]
            :
            [
                new FlowStop(FlowStopKind.Field, source),
                .. route.Via.Take(last == int.MaxValue ? last : last + 1).Select(Node),
            ];

    private void AddSold(Route route)
    {
        foreach (var (key, barrels) in Read(ReportQuantity.Delivered, route.Identity))
        {
            Add(key.Actor!, barrels, [.. Way(route, key.Place!), Market(route), Actor(key.Actor!)]);
        }
    }

    /// <summary>What each source loses on its way, by who takes it and where.</summary>
    /// <param name="route">Route.</param>
    /// <param name="price">Price of a barrel taken, by taking; 0 for what brings no money.</param>
    private void AddTaken(Route route, Func<SeriesKey, double> price)
    {
        var lost = Read(ReportQuantity.Sent, route.Identity)
            .Select(s =>
                (s.Key, Barrels: s.Mean - Of(ReportQuantity.Delivered, s.Key) - Of(ReportQuantity.Stored, s.Key))
            )
            .Where(s => s.Barrels > 0.0)
            .ToList();
        var taken = Read(ReportQuantity.Taken, route.Identity);
        var fromTanks = lost.Where(s => IsTank(route, s.Key.Place!)).Sum(s => s.Barrels);
        var fromFields = lost.Sum(s => s.Barrels) - fromTanks;
        var atEnd = taken.Where(t => IsAtEnd(t.Key)).Sum(t => t.Mean);
        var tankShare = atEnd > 0.0 ? Math.Min(1.0, fromTanks / atEnd) : 0.0;
        foreach (var (key, barrels) in taken)
        {
            var ofTanks = IsAtEnd(key) ? tankShare : 0.0;
            foreach (var (source, loss) in lost)
            {
                var isTank = IsTank(route, source.Place!);
                var whole = isTank ? fromTanks : fromFields;
                var share = (isTank ? ofTanks : 1.0 - ofTanks) * (whole > 0.0 ? loss / whole : 0.0);
                var last = key.Place is null ? int.MaxValue : route.Via.IndexOf(key.Place);
                var end = EndOf(key);
                var seller = end.Kind == FlowStopKind.Actor ? end.Name : Core.Model.Actor.Nobody;
                FlowStop[] ends = end.Kind == FlowStopKind.Actor ? [new(FlowStopKind.Theft, ""), end] : [end];
                Add(seller, barrels * share * price(key), [.. Way(route, source.Place!, last), .. ends]);
            }
        }

        bool IsAtEnd(SeriesKey key) => key.Place is null || IsTank(route, key.Place);
    }

    private static FlowStop EndOf(SeriesKey key) =>
        key.Actor is null ? new FlowStop(FlowStopKind.Refined, "")
        // Seized oil is sold by nobody, whoever took it (model.md section 8); what is tapped has a place.
        : key.Place is null || key.Actor == Core.Model.Actor.Nobody ? new FlowStop(FlowStopKind.Seized, "")
        : Actor(key.Actor);

    /// <summary>Receipts of a thief at a node for each thousand barrels a day that he takes there; seized oil brings nothing.</summary>
    private double ThiefPriceUsd(SeriesKey taking)
    {
        var taps = scenario.Taps.Where(t => t.By == taking.Actor && t.At == taking.Place).Select(t => t.Identity);
        var receipts = taps.Sum(tap =>
            result.Find(new SeriesKey(taking.Actor, null, tap, ReportQuantity.Sales), period)?.Mean ?? 0.0
        );
        var barrels = Read(ReportQuantity.Taken)
            .Where(t => t.Key.Actor == taking.Actor && t.Key.Place == taking.Place)
            .Sum(t => t.Mean);
        return receipts / barrels;
    }

    /// <summary>What went into tanks and what came out; the difference stays there, or was there before.</summary>
    private void AddTanks()
    {
        foreach (var tanks in scenario.Routes.Where(r => !r.Via.IsEmpty).GroupBy(r => r.Via[^1]))
        {
            var stored = tanks
                .SelectMany(r => Read(ReportQuantity.Stored, r.Identity).Select(s => (Route: r, s.Key, s.Mean)))
                .ToList();
            var (into, from) = (stored.Sum(s => s.Mean), Loaded(tanks.Key));
            foreach (var (route, key, barrels) in stored)
            {
                var kept = Math.Max(0.0, into - from) / into;
                Add(key.Actor!, barrels * (1.0 - kept), Way(route, key.Place!));
                Add(
                    Core.Model.Actor.Nobody,
                    barrels * kept,
                    [.. Way(route, key.Place!), new FlowStop(FlowStopKind.Kept, "")]
                );
            }

            Add(Core.Model.Actor.Nobody, from - into, [new FlowStop(FlowStopKind.Before, ""), Node(tanks.Key)]);
        }
    }

    private double Loaded(string node) => Read(ReportQuantity.Sent).Where(s => s.Key.Place == node).Sum(s => s.Mean);

    /// <summary>What buyers pay on a route, from where the oil came, to who gets it.</summary>
    private void AddPaid(Route route)
    {
        foreach (var (key, usd) in Read(ReportQuantity.DeliveredValue, route.Identity))
        {
            foreach (var (way, share) in Origins(route, key.Place!))
            {
                foreach (var (receiver, part) in Receivers(route, key, usd))
                {
                    Add(key.Actor!, usd * share * part, [.. way, Market(route), Actor(receiver)]);
                }
            }
        }
    }

    /// <summary>Ways on which oil came to the end of a route, with their shares: from tanks, those that filled them.</summary>
    private List<(FlowStop[] Way, double Share)> Origins(Route route, string source)
    {
        if (!IsTank(route, source))
        {
            return [([.. Way(route, source)], 1.0)];
        }

        var stored = scenario
            .Routes.Where(r => IsTank(r, source))
            .SelectMany(r => Read(ReportQuantity.Stored, r.Identity).Select(s => (Route: r, s.Key, s.Mean)))
            .ToList();
        var into = stored.Sum(s => s.Mean);
        var traced = Math.Min(1.0, into / Loaded(source));
        return
        [
            .. stored.Select(s => (Way(s.Route, s.Key.Place!).ToArray(), traced * s.Mean / into)),
            ([new FlowStop(FlowStopKind.Before, ""), Node(source)], 1.0 - traced),
        ];
    }

    /// <summary>Shares of what a seller's buyers pay that go to others, by levies and proceeds, and the rest to himself.</summary>
    private List<(string Receiver, double Share)> Receivers(Route route, SeriesKey haul, double usd)
    {
        var paid = Read(ReportQuantity.DeliveredValue);
        var byOrigin = paid.Where(p => p.Key.Channel == haul.Channel && p.Key.Place == haul.Place).ToList();
        var shares = new List<(string Receiver, double Share)>();
        foreach (var (key, levied) in Read(ReportQuantity.Levied, haul.Channel).Where(l => l.Key.Place == haul.Place))
        {
            // Nobody pays a levy to himself: it falls on the other sellers of the same oil.
            var payers = byOrigin.Where(p => p.Key.Actor != key.Actor).Sum(p => p.Mean);
            if (key.Actor != haul.Actor && payers > 0.0)
            {
                shares.Add((key.Actor!, levied / payers));
            }
        }

        var sold = paid.Where(p =>
                p.Key.Actor == haul.Actor && scenario.Routes.Any(r => r.Identity == p.Key.Channel && r.To == route.To)
            )
            .Sum(p => p.Mean);
        var channel = $"{haul.Actor}>{route.To}";
        shares.AddRange(Read(ReportQuantity.Proceeds, channel).Select(p => (p.Key.Actor!, p.Mean / sold)));

        // Tolls on oil that is only stored so far can exceed what is sold of it in a short period.
        var others = shares.Sum(s => s.Share);
        return others > 1.0
            ? [.. shares.Select(s => (s.Receiver, s.Share / others))]
            : [.. shares, (haul.Actor!, 1.0 - others)];
    }
}
