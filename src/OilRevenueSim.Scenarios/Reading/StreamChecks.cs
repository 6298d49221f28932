using System.Text;
using OilRevenueSim.Core.Interventions;
using OilRevenueSim.Core.Model;

namespace OilRevenueSim.Scenarios.Reading;

/// <summary>Checks random streams: no two items may draw from one, and their names are ASCII (model.md §4).</summary>
internal static class StreamChecks
{
    public static void Run(Scenario scenario, ReadingContext context)
    {
        var first = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (stream, address) in Drawn(scenario))
        {
            first.TryAdd(stream, address);
        }

        foreach (var (stream, address) in Listed(scenario))
        {
            if (!Ascii.IsValid(stream))
            {
                context.Add(
                    DiagnosticTable.StreamNotAscii,
                    context.PlaceOf(address + ".stream", context.Places[address]),
                    $"the stream '{stream}' holds '{stream.First(c => !char.IsAscii(c))}'",
                    "write it with the letters a to z, digits and signs such as / - >"
                );
            }
            else if (!first.TryAdd(stream, address))
            {
                Report(stream, address, first[stream], context);
            }
        }
    }

    private static void Report(string stream, string address, string other, ReadingContext context)
    {
        // The one that says stream: is the one to mend.
        var named = context.Places.ContainsKey(address + ".stream") ? address : other;
        context.Add(
            DiagnosticTable.StreamTwice,
            context.PlaceOf(named + ".stream", context.Places[address]),
            $"'{address}' and '{other}' draw from one random stream, '{stream}'",
            "give each a stream: of its own; without stream: the identity makes one"
        );
    }

    /// <summary>Streams that no key names: prices and uncertain numbers.</summary>
    private static IEnumerable<(string Stream, string Address)> Drawn(Scenario scenario) =>
        scenario
            .Benchmarks.SelectMany(b =>
                new[] { b.Stream, $"{b.Stream}/jumps" }.Select(s => (s, $"benchmarks.{b.Name}"))
            )
            .Concat(
                scenario
                    .Quantities.Concat(scenario.Parameters)
                    .Select(q => ($"quantity/{q.DrawAddress}", q.DrawAddress))
            )
            .Concat(scenario.Fields.Select(f => ($"quantity/fields.{f.Name}.restart", $"fields.{f.Name}.restart")));

    private static IEnumerable<(string Stream, string Address)> Listed(Scenario scenario) =>
        scenario
            .Areas.SelectMany(a => a.Changes.Select(c => (c.Stream, $"areas.{a.Name}.changes.{c.Identity}")))
            .Concat(
                scenario.Theatres.SelectMany(t =>
                    t.Changes.Select(c => (c.Stream, $"{ControlChecks.PhasesAddress(t.Name)}.changes.{c.Identity}"))
                )
            )
            .Concat(PriceChecks.Streams(scenario))
            .Concat(Events(scenario));

    private static IEnumerable<(string Stream, string Address)> Events(Scenario scenario)
    {
        foreach (var blockade in scenario.Blockades)
        {
            yield return (blockade.Stream, $"blockades.{blockade.Identity}");
            yield return ($"{blockade.Stream}/mark-2", $"blockades.{blockade.Identity}");
        }

        foreach (var attack in scenario.Attacks)
        {
            foreach (var stream in WithMarks(attack.Stream, attack.Each, attack.Targets))
            {
                yield return (stream, $"attacks.{attack.Identity}");
            }
        }

        foreach (var intervention in scenario.Interventions)
        {
            yield return (intervention.Stream, $"interventions.{intervention.Name}");
            foreach (var strike in intervention.Effects.OfType<StrikeEffect>())
            {
                var targets = strike.Targets.Length > 0 ? strike.Targets : [.. Assets(scenario)];
                foreach (var stream in WithMarks(strike.Stream, strike.Each, targets))
                {
                    yield return (stream, $"interventions.{intervention.Name}.effects.{strike.Identity}");
                }
            }
        }
    }

    private static IEnumerable<string> Assets(Scenario scenario) =>
        scenario
            .Fields.Select(f => f.Name)
            .Concat(scenario.Nodes.Select(n => n.Name))
            .Concat(scenario.Nodes.Where(n => n.Storage is not null).Select(n => $"{n.Name}.tanks"));

    /// <summary>The streams of an attack or strike: one a target where each has its own, and those of marks 2 and 3.</summary>
    private static IEnumerable<string> WithMarks(string stream, bool each, IReadOnlyList<string> targets) =>
        (each ? targets.Select(t => $"{stream}@{t}") : [stream]).SelectMany(s =>
            new[] { s, $"{s}/mark-2", $"{s}/mark-3" }
        );
}
