using System.Collections.Immutable;
using System.Globalization;
using OilRevenueSim.Analysis.Headlines;
using OilRevenueSim.Analysis.Words;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Simulation;

namespace OilRevenueSim.Analysis.Charts;

/// <summary>Mean flows from fields through nodes to markets, and to who sells the oil or gets the money.</summary>
public static class FlowCharts
{
    // A focus actor below this share is not what the chart shows.
    private const double ShareToTell = 0.01;
    private const double NearlyAll = 0.995;
    private const double Least = 0.01;

    /// <summary>Quantities that a run must record for a chart: names for <c>record:</c>.</summary>
    /// <param name="measure">What the widths are.</param>
    public static ImmutableArray<string> Needs(FlowMeasure measure) =>
        [.. ReportQuantity.OfRoutes.Where(q => measure == FlowMeasure.Money || q.Unit == "kb/d").Select(q => q.Name)];

    /// <summary>Makes the chart.</summary>
    /// <param name="result">Result.</param>
    /// <param name="measure">What the widths are: barrels by default.</param>
    /// <param name="period">Label of a month or year, e.g. <c>2016-02</c>; null for the whole horizon.</param>
    /// <param name="language">Language; null for English.</param>
    /// <exception cref="ArgumentException">The run did not record what routes carry, or has no such period.</exception>
    public static FlowChart Of(
        EnsembleResult result,
        FlowMeasure measure = FlowMeasure.Barrels,
        string? period = null,
        Language? language = null
    )
    {
        ArgumentNullException.ThrowIfNull(result);
        var missing = Needs(measure).Where(q => !result.Scenario.Record.Contains(q)).ToList();
        if (missing.Count > 0)
        {
            throw new ArgumentException(
                $"The chart of flows needs {string.Join(", ", missing)}, which the run of {result.Scenario.Name} did not record. "
                    + $"Write record: [{string.Join(", ", Needs(measure))}] in the scenario, or name them with --record.",
                nameof(result)
            );
        }

        var words = language ?? Language.English;
        return new Builder(result, measure, PeriodOf(result, period), words).Build();
    }

    private static Period PeriodOf(EnsembleResult result, string? label)
    {
        var found = label is null
            ? result.Periods.FirstOrDefault(p => p.Kind == PeriodKind.Total)
            : result.Periods.FirstOrDefault(p => p.Label == label);
        return found
            ?? throw new ArgumentException(
                $"There is no period '{label}' in {result.Scenario.Name}; there are months such as {result.Periods[0].Label}, years such as "
                    + $"{result.Periods.First(p => p.Kind == PeriodKind.Year).Label}, and total.",
                nameof(label)
            );
    }

    private sealed class Builder(EnsembleResult result, FlowMeasure measure, Period period, Language words)
    {
        private readonly ChartSeries series = new(result, words);
        private FlowJoins joins = null!;
        private double usdPerUnit = 1.0;

        private bool IsMoney => measure == FlowMeasure.Money;

        public FlowChart Build()
        {
            var all = IsMoney ? FlowStrands.Money(result, period) : FlowStrands.Barrels(result, period);
            var strands = FlowJoins.Of(result.Scenario, all, out joins);
            var graph = new FlowGraph(strands);
            var order = graph.Order.SelectMany(boxes => boxes).ToArray();
            var scale = Scale(strands);
            usdPerUnit = scale.Usd;
            var sellers = ChartActor
                .Order(result.Scenario)
                .Where(a => strands.Exists(s => s.Seller == a))
                .ToImmutableArray();
            var index = order.Select((box, i) => (box, i)).ToDictionary(b => b.box, b => b.i);
            return new FlowChart(
                Text(strands, graph, scale),
                scale.Name,
                Headings(graph),
                [.. order.Select(box => Box(graph, box, scale.Usd))],
                [
                    .. graph
                        .Links.Select(l => new FlowLink(
                            index[l.From],
                            index[l.To],
                            sellers.IndexOf(l.Seller),
                            l.Amount / scale.Usd
                        ))
                        .OrderBy(l => l.From)
                        .ThenBy(l => l.To)
                        .ThenBy(l => l.Seller),
                ],
                [.. sellers.Select(s => ChartActor.Of(result.Scenario, s))],
                EndsAtSellers: !IsMoney
            );
        }

        private MoneyScale Scale(List<FlowStrand> strands) =>
            IsMoney
                ? words.Scale(strands.Count == 0 ? 1e6 : strands.Sum(s => s.Amount) / 10.0)
                : new MoneyScale(1.0, words.Word("thousand barrels per day"));

        private FlowBox Box(FlowGraph graph, int box, double unit)
        {
            var node = graph.Nodes[box];
            var amount = graph.Amount(box) / unit;
            if (node.Stop is not { } stop)
            {
                return new FlowBox(node.Layer, FlowBoxKind.Passing, "", amount, "");
            }

            var kind = stop.Kind switch
            {
                FlowStopKind.Actor => FlowBoxKind.Actor,
                FlowStopKind.Field or FlowStopKind.Node or FlowStopKind.Market or FlowStopKind.Theft =>
                    FlowBoxKind.Place,
                _ => FlowBoxKind.End,
            };
            return new FlowBox(
                node.Layer,
                kind,
                Label(stop),
                amount,
                Amount(amount),
                kind == FlowBoxKind.Actor ? ChartActor.Of(result.Scenario, stop.Name) : null
            );
        }

        private string Label(FlowStop stop) =>
            stop switch
            {
                { Kind: FlowStopKind.Actor } => series.Label(stop.Name),
                { Kind: FlowStopKind.Theft } => words.Word("Theft"),
                { Kind: FlowStopKind.Refined } => words.Word("Lost in refining"),
                { Kind: FlowStopKind.Seized } => words.Word("Seized, sold by nobody"),
                { Kind: FlowStopKind.Kept } => words.Word("Left in tanks or burnt"),
                { Kind: FlowStopKind.Before } => words.Word("In the tanks before"),
                { Join: FlowJoin.Area } => words.Say($"{Readable.Name(stop.Name)} ({joins.Members[stop]} places)"),
                { Join: FlowJoin.Other, Kind: FlowStopKind.Field } => words.Say($"{joins.Members[stop]} other fields"),
                { Join: FlowJoin.Other } => words.Say($"{joins.Members[stop]} other places"),
                _ => Readable.Name(stop.Name),
            };

        private ImmutableArray<string> Headings(FlowGraph graph)
        {
            if (graph.LayerCount == 0)
            {
                return [];
            }

            return
            [
                .. Enumerable
                    .Range(0, graph.LayerCount)
                    .Select(layer =>
                    {
                        var kinds = graph.Nodes.Where(n => n.Layer == layer).Select(n => n.Stop?.Kind).ToHashSet();
                        return kinds.Contains(FlowStopKind.Actor)
                                ? words.Word(IsMoney ? "Who gets the money" : "Who sells the oil")
                            : kinds.Contains(FlowStopKind.Market) ? words.Word("Markets")
                            : kinds.Contains(FlowStopKind.Field) ? words.Word("Fields")
                            : layer == 1 ? words.Word("On the way")
                            : "";
                    }),
            ];
        }

        private ChartText Text(List<FlowStrand> strands, FlowGraph graph, MoneyScale scale)
        {
            var span = Span();
            var ends = Sum(strands, FlowStopKind.Actor, last: true);
            var whole = ends.Sum(e => e.Amount);
            if (whole <= 0.0)
            {
                return new ChartText(
                    words.Say($"{result.Scenario.Title}: no oil flows"),
                    words.Say($"Mean over all futures, {span}."),
                    ChartFoot.Of(result, words, "flows", precision: ChartPrecision.None),
                    words.Say($"No oil flows on any route in any simulated future, {span}.")
                )
                {
                    Language = words,
                };
            }

            var title = Title(ends, whole);
            var subtitle = IsMoney
                ? words.Say(
                    $"Mean of what buyers pay over all futures, {scale.Name}, {span}. Bands are as wide as the money and have the colour of who sells the oil; lifting and transport are still in it."
                ) + SharedLevies()
                : words.Say(
                    $"Mean flow of oil over all futures, {scale.Name}, {span}. Bands are as wide as the flow and have the colour of who sells it."
                ) + ShutIn(whole);
            return new ChartText(
                title,
                subtitle,
                ChartFoot.Of(result, words, "flows", precision: ChartPrecision.None),
                AltText(strands, graph, scale, span)
            )
            {
                Language = words,
            };
        }

        private string SharedLevies() =>
            FlowStrands.HasSharedLevies(result, period)
                ? " "
                    + words.Word(
                        "Levies on oil that several sell at one place are divided among them by what each sold."
                    )
                : "";

        private string Span() =>
            period.Kind switch
            {
                PeriodKind.Month => words.Month(period.First),
                PeriodKind.Year => period.Label,
                _ => series.Span,
            };

        // Who has most; behind that a focus actor with a share worth telling.
        private string Title(List<(FlowStop Stop, double Amount)> ends, double whole)
        {
            // The error of a mean over routes is not recorded: whole per cents, which lie between 1 and 99 here.
            string Share((FlowStop Stop, double Amount) end) =>
                words.Probability(Math.Round(end.Amount / whole, 2, MidpointRounding.AwayFromZero));
            var first = Brief(ends[0].Stop.Name);
            var (most, other) = (ends[0], ends.Skip(1).FirstOrDefault(IsTold));
            if (ends[0].Amount >= NearlyAll * whole)
            {
                var isAll = ends.Count == 1;
                return (IsMoney, isAll) switch
                {
                    (true, true) => words.Say($"All that buyers pay for the oil goes to {first}"),
                    (true, false) => words.Say($"Nearly all that buyers pay for the oil goes to {first}"),
                    (false, true) => words.Say($"All the oil is sold by {first}"),
                    _ => words.Say($"Nearly all the oil is sold by {first}"),
                };
            }

            if (other.Stop.Name is null)
            {
                return IsMoney
                    ? words.Say($"{Share(most)} of what buyers pay for the oil goes to {first}")
                    : words.Say($"{Share(most)} of the oil is sold by {first}");
            }

            var second = Brief(other.Stop.Name);
            return IsMoney
                ? words.Say($"{Share(most)} of what buyers pay for the oil goes to {first}, {Share(other)} to {second}")
                : words.Say($"{Share(most)} of the oil is sold by {first}, {Share(other)} by {second}");

            bool IsTold((FlowStop Stop, double Amount) end) =>
                result.Scenario.Focus.Contains(end.Stop.Name) && end.Amount >= ShareToTell * whole;
        }

        // A title has no room for who belongs to an actor.
        private string Brief(string actor) => series.Label(actor).Split(" (")[0];

        private string ShutIn(double flowing)
        {
            var barrels = result
                .Series.Where(k => k is { Place: null, Channel: null } && k.Quantity == ReportQuantity.BarrelsShutIn)
                .Sum(k => result.Find(k, period)!.Mean);
            var rate = barrels / period.Days / 1e3;
            return rate >= ShareToTell * flowing
                ? " " + words.Say($"Another {words.Amount(rate * 1e3, "barrels a day")} stay in the ground.")
                : "";
        }

        private string AltText(List<FlowStrand> strands, FlowGraph graph, MoneyScale scale, string span)
        {
            string Named(FlowStopKind kind, bool last) =>
                string.Join(
                    words.Word(", "),
                    Sum(strands, kind, last).Select(s => $"{Label(s.Stop)} {Amount(s.Amount / scale.Usd)}")
                );
            // A node is passed once by what goes into its tanks and once by what comes out.
            var through = string.Join(
                words.Word(", "),
                Enumerable
                    .Range(0, graph.Nodes.Count)
                    .Where(i => graph.Nodes[i].Stop?.Kind == FlowStopKind.Node)
                    .Select(i => (Stop: graph.Nodes[i].Stop!.Value, Amount: graph.Amount(i)))
                    .OrderByDescending(n => n.Amount)
                    .Select(n => $"{Label(n.Stop)} {Amount(n.Amount / scale.Usd)}")
            );
            var ends = string.Join(
                words.Word(", "),
                ((FlowStopKind[])[FlowStopKind.Refined, FlowStopKind.Seized, FlowStopKind.Kept])
                    .Select(kind => Named(kind, last: true))
                    .Where(text => text.Length > 0)
            );
            var parts = new List<string>
            {
                words.Say($"Flows in {scale.Name}, mean over all futures, {span}."),
                words.Say($"From the fields: {Named(FlowStopKind.Field, last: false)}."),
                words.Say($"Through: {through}."),
                words.Say($"To the markets: {Named(FlowStopKind.Market, last: false)}."),
                IsMoney
                    ? words.Say($"The money goes to: {Named(FlowStopKind.Actor, last: true)}.")
                    : words.Say($"Sold by: {Named(FlowStopKind.Actor, last: true)}."),
            };
            if (strands.TrueForAll(s => s.Way.All(w => w.Kind != FlowStopKind.Node)))
            {
                parts.RemoveAt(2);
            }

            if (Named(FlowStopKind.Theft, last: false) is { Length: > 0 } theft)
            {
                parts.Add(theft + ".");
            }

            if (ends.Length > 0)
            {
                parts.Add(words.Say($"Sold by nobody: {ends}."));
            }

            return string.Join(" ", parts);
        }

        /// <summary>Amounts by stop of a kind, largest first.</summary>
        private static List<(FlowStop Stop, double Amount)> Sum(
            List<FlowStrand> strands,
            FlowStopKind kind,
            bool last
        ) =>
            [
                .. strands
                    .SelectMany(s =>
                        (last ? s.Way.TakeLast(1) : s.Way).Where(w => w.Kind == kind).Select(w => (w, s.Amount))
                    )
                    .GroupBy(s => s.w, s => s.Amount)
                    .Select(g => (g.Key, g.Sum()))
                    .OrderByDescending(g => g.Item2),
            ];

        // As a reader says it: three digits at most, and never a power of ten.
        private string Amount(double value) =>
            value >= 99.95 ? words.Count((long)Math.Round(value))
            : value >= 1.0 ? words.Number(value, "0.0")
            : value >= Least ? words.Number(value, "0.##")
            : IsMoney ? words.Money(value * usdPerUnit)
            : words.Say($"below {words.Number(Least, "0.00")}");
    }
}
