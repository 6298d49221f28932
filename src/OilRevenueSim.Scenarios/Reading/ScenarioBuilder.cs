using System.Collections.Immutable;
using OilRevenueSim.Core.Control;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Time;
using OilRevenueSim.Core.Uncertainty;
using OilRevenueSim.Core.Units;
using OilRevenueSim.Scenarios.Text;

namespace OilRevenueSim.Scenarios.Reading;

/// <summary>Turns the sections of a file into the records of Core: names sorted, symmetric relations completed, defaults filled in.</summary>
internal static class ScenarioBuilder
{
    /// <summary>The scenario; only sound where nothing was reported as an error.</summary>
    public static Scenario Build(SectionValues top, ReadingContext context, string name)
    {
        var fields = Sorted(top.Sections("fields").Select(ProductionBuilder.Field), f => f.Name);
        var amounts = top.Get<List<(double Amount, SourceSpan Span)>>("thresholds") ?? [];
        var state = top.Names("state");
        var theatres = new TheatreIndex(top, context);
        var conflict = new ConflictBuilder(theatres, context);
        var interventions = new InterventionBuilder(top, theatres, context);
        return new Scenario
        {
            Name = name,
            Title = top.Text("title") ?? name,
            Question = top.Text("question"),
            Start = top.Date("start") ?? DateOnly.MinValue,
            End = top.Date("end") ?? DateOnly.MinValue,
            Step = StepOf(top.Text("step")),
            Thresholds = [.. amounts.Select(a => a.Amount).Order().Select(a => new Usd(a))],
            Focus = top.Names("focus"),
            Record = [.. top.Names("record").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            State =
            [
                .. (state.IsEmpty ? fields.Select(f => f.Owner) : state)
                    .Distinct(StringComparer.Ordinal)
                    .Order(StringComparer.Ordinal),
            ],
            Benchmarks = Sorted(
                top.Sections("benchmarks").Select(PriceBuilder.Benchmark).OfType<Core.Prices.Benchmark>(),
                b => b.Name
            ),
            PriceCorrelations = PriceCorrelationReader.Read(top, context),
            Theatres = Theatres(top, context),
            Actors = Actors(top, conflict),
            Areas = Areas(top, theatres, new DriverBuilder(theatres, context)),
            Fields = fields,
            Nodes = Sorted(top.Sections("nodes").Select(ProductionBuilder.Node), n => n.Name),
            Markets = Sorted(top.Sections("markets").Select(s => MarketBuilder.Market(s, context)), m => m.Name),
            Routes = [.. top.Sections("routes").Select(MarketBuilder.Route).OrderBy(r => r.Priority)],
            Passage = Sorted(top.Sections("passage").Select(MarketBuilder.Passage), p => p.Identity),
            Attacks = Sorted(top.Sections("attacks").Select(conflict.Attack), a => a.Identity),
            Blockades = Sorted(top.Sections("blockades").Select(conflict.Blockade), b => b.Identity),
            Taps = Sorted(top.Sections("taps").Select(conflict.Tap), t => t.Identity),
            Transfers = Sorted(top.Sections("transfers").Select(conflict.Transfer), t => t.Identity),
            Interventions = Sorted(top.Sections("interventions").Select(interventions.Intervention), i => i.Name),
            Courses = interventions.Courses(),
            Parameters = Sorted(context.Parameters.Values.Select(p => p.Quantity), q => q.Address),
            Correlations = CorrelationReader.Read(top, context),
            Quantities = [.. context.Quantities.Values],
        };
    }

    /// <summary>The hazard of a section: <c>every</c>, <c>rate</c> or <c>chance</c>.</summary>
    public static Quantity Hazard(SectionValues section) =>
        section.OptionalQuantity("every")
        ?? section.OptionalQuantity("rate")
        ?? section.OptionalQuantity("chance")
        ?? SectionValues.Placeholder(section.AddressOf("every"));

    public static ImmutableArray<T> Sorted<T>(IEnumerable<T> items, Func<T, string> name) =>
        [.. items.OrderBy(name, StringComparer.Ordinal)];

    private static StepLength StepOf(string? text) =>
        text switch
        {
            "day" => StepLength.Day,
            "week" => StepLength.Week,
            _ => StepLength.Month,
        };

    private static ImmutableArray<Actor> Actors(SectionValues top, ConflictBuilder conflict)
    {
        var sections = top.Sections("actors");
        var aligned = Symmetric(sections, "aligned");
        return Sorted(
            sections.Select(s => new Actor
            {
                Name = s.Identity,
                Label = s.Text("label") ?? s.Identity,
                Kind = s.Text("kind") switch
                {
                    "government" => ActorKind.Government,
                    "armed-group" => ActorKind.ArmedGroup,
                    "company" => ActorKind.Company,
                    "outside" => ActorKind.Outside,
                    _ => null,
                },
                SellsOnOwnAccount = s.Text("sells") == "own-account",
                Aligned = aligned[s.Identity],
                Skill = s.Quantity("skill"),
                Retention = s.Quantity("retention"),
                RetrainTime = s.Quantity("retrain-time"),
                Upkeep = s.OptionalQuantity("upkeep"),
                Capability = s.OptionalQuantity("capability"),
                Finance = conflict.Finance(s.Section("finance")),
            }),
            a => a.Name
        );
    }

    private static ImmutableArray<Area> Areas(SectionValues top, TheatreIndex theatres, DriverBuilder drivers)
    {
        var sections = top.Sections("areas");
        var neighbours = Symmetric(sections, "neighbours");
        return Sorted(
            sections.Select(s => new Area
            {
                Name = s.Identity,
                Holder = s.Text("holder") ?? "",
                Neighbours = neighbours[s.Identity],
                Theatre = theatres.OfArea(s.Identity),
                Owner = s.Text("owner") ?? Actor.Nobody,
                At = s.Point("at"),
                Changes = Sorted(
                    s.Sections("changes").Select(c => Change(c, s.Identity, theatres.OfArea(s.Identity), drivers)),
                    c => c.Identity
                ),
            }),
            a => a.Name
        );
    }

    private static ControlChange Change(SectionValues section, string area, string theatre, DriverBuilder drivers) =>
        new()
        {
            Identity = section.Identity,
            Stream = section.Text("stream") ?? $"control/{Full(section, area)}",
            From = section.Text("from") ?? "",
            To = section.Text("to") ?? "",
            BaseRate = Hazard(section),
            TakesWith = Sorted(section.Names("takes-with"), n => n),
            StabilisedRatio = section.Section("stabilised")?.Quantity("ratio"),
            StabilisedFor = section.Section("stabilised")?.Quantity("time"),
            Drivers = drivers.Beyond(section, section.Text("to") ?? "", theatre),
            PhaseRatios = drivers.Phases(section, theatre),
            PerNeighbour = section.OptionalQuantity("per-neighbour"),
            PriceElasticity = section.OptionalQuantity("price-elasticity"),
            Follows = section.Text("follows"),
        };

    /// <summary>Identity of a change in a scenario: its name where it has one, else <c>AREA/FROM&gt;TO</c> (model.md §2).</summary>
    private static string Full(SectionValues change, string owner) =>
        change.Has("name") ? change.Identity : $"{owner}/{change.Identity}";

    /// <summary>The theatre main, unless nothing lies in it while there are others, and the others.</summary>
    private static ImmutableArray<Theatre> Theatres(SectionValues top, ReadingContext context)
    {
        var others = top.Sections("theatres").Select(t => Theatre(t.Identity, t.Section("phases"), context)).ToList();
        var usesMain = top.Has("phases") || top.Sections("areas").Any(a => a.Text("theatre") is null or "main");
        if (usesMain || others.Count == 0)
        {
            others.Add(Theatre("main", top.Section("phases"), context));
        }

        return Sorted(others, t => t.Name);
    }

    private static Theatre Theatre(string name, SectionValues? phases, ReadingContext context) =>
        new()
        {
            Name = name,
            StartPhase = phases?.Text("start"),
            Phases = [.. context.Names.PhasesOf(name)],
            Changes = phases is null
                ? []
                : Sorted(
                    phases
                        .Sections("changes")
                        .Select(c => new PhaseChange
                        {
                            Identity = c.Identity,
                            Stream = c.Text("stream") ?? $"phase/{Full(c, name)}",
                            From = c.Text("from") ?? "",
                            To = c.Text("to") ?? "",
                            Depends = DriverBuilder.Depends(c, null),
                            Rate = Hazard(c),
                        }),
                    c => c.Identity
                ),
        };

    /// <summary>A relation named on one side counts on both; nothing relates to itself.</summary>
    private static Dictionary<string, ImmutableArray<string>> Symmetric(
        IReadOnlyList<SectionValues> sections,
        string key
    )
    {
        var pairs = sections.ToDictionary(
            s => s.Identity,
            _ => new SortedSet<string>(StringComparer.Ordinal),
            StringComparer.Ordinal
        );
        foreach (var section in sections)
        {
            foreach (var other in section.Names(key).Where(o => o != section.Identity))
            {
                pairs[section.Identity].Add(other);
                if (pairs.TryGetValue(other, out var back))
                {
                    back.Add(section.Identity);
                }
            }
        }

        return pairs.ToDictionary(p => p.Key, p => ImmutableArray.CreateRange(p.Value), StringComparer.Ordinal);
    }
}
