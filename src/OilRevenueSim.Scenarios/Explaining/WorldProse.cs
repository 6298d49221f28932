using System.Collections.Immutable;
using OilRevenueSim.Core.Control;
using OilRevenueSim.Core.Markets;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Production;
using OilRevenueSim.Core.Time;
using OilRevenueSim.Core.Uncertainty;
using OilRevenueSim.Core.Units;
using OilRevenueSim.Scenarios.Reading;

namespace OilRevenueSim.Scenarios.Explaining;

/// <summary>The world of a scenario in sentences: prices, who holds what and how that may change, fields.</summary>
internal sealed class WorldProse(Scenario scenario)
{
    private readonly ImmutableDictionary<string, string> labels = scenario
        .Actors.ToImmutableDictionary(a => a.Name, a => a.Label, StringComparer.Ordinal)
        .SetItem(Actor.Nobody, "nobody");
    private readonly PossibleStates states = PossibleStates.Of(scenario);

    /// <summary>Drivers and conditions, with this world's names.</summary>
    public DriverProse Drivers => new(Label);

    public IEnumerable<string> Heading()
    {
        yield return scenario.Title;
        yield return new string('=', Math.Clamp(scenario.Title.Length, 1, 100));
        if (scenario.Question is not null)
        {
            yield return scenario.Question.ReplaceLineEndings(" ");
        }

        foreach (var set in scenario.Overrides)
        {
            yield return $"with {string.Join(" = ", set.Split('=', 2))}";
        }

        yield return "";
        var steps = new TimeGrid(scenario.Start, scenario.End, scenario.Step).StepCount;
        var length = scenario.Step switch
        {
            StepLength.Day => "a day",
            StepLength.Week => "at most a week, cut at the ends of months",
            _ => "a month",
        };
        yield return $"From {scenario.Start:yyyy-MM-dd} to {scenario.End:yyyy-MM-dd}, in {steps} steps of {length}.";
        if (!scenario.Focus.IsEmpty)
        {
            var over = scenario.Thresholds.IsEmpty
                ? ""
                : $", and how likely it passes {Or(scenario.Thresholds.Select(t => NumberText.Of(t.Value, Dimension.Money)))}";
            yield return $"The headline is the oil money of {And(scenario.Focus.Select(Label))}{over}.";
        }

        if (!scenario.State.IsEmpty)
        {
            yield return $"Forgone revenue is counted for {And(scenario.State.Select(Label))}.";
        }
    }

    public IEnumerable<string> Prices() => PriceProse.Of(scenario);

    public IEnumerable<string> Actors()
    {
        foreach (var actor in scenario.Actors)
        {
            var kind = actor.Kind switch
            {
                ActorKind.ArmedGroup => "armed group",
                ActorKind.Government => "government",
                ActorKind.Company => "company",
                ActorKind.Outside => "outside power",
                _ => "actor",
            };
            var sells = Sells(actor);
            var aligned = actor.Aligned.IsEmpty
                ? ""
                : $"; it lets pass {And(actor.Aligned.Select(Label))}, and they let it";
            yield return $"{actor.Label} ({kind}){sells}{aligned}.";
            foreach (var line in FinanceProse.Of(actor))
            {
                yield return line;
            }
        }
    }

    public IEnumerable<string> Phases()
    {
        foreach (var theatre in scenario.Theatres.Where(t => t.StartPhase is not null))
        {
            var where = theatre.Name == "main" ? "" : $" in {theatre.Name}";
            yield return $"The situation{where} at the start is {theatre.StartPhase}.";
            foreach (var change in theatre.Changes)
            {
                yield return $"While {change.From} rules{where}, it turns into {change.To} {QuantityText.Hazard(change.Rate)}{Drivers.Of(change.Depends)}.";
            }
        }
    }

    public IEnumerable<string> Areas()
    {
        foreach (var area in scenario.Areas)
        {
            var neighbours = area.Neighbours.IsEmpty ? "" : $"; it borders on {And(area.Neighbours)}";
            var theatre = area.Theatre == "main" ? "" : $" (theatre {area.Theatre})";
            var owner = area.Owner == Actor.Nobody ? "" : $", though by law it is of {Label(area.Owner)}";
            yield return $"{area.Name}{theatre} is held by {Label(area.Holder)}{owner}{neighbours}.";
            foreach (var change in area.Changes)
            {
                yield return $"    While {Label(change.From)} holds it, {Label(change.To)} takes it {QuantityText.Hazard(change.BaseRate)}{Drivers.Of(change)}{After(change)}.";
            }

            if (area.Changes.IsEmpty)
            {
                yield return "    It never changes hands.";
            }
        }
    }

    public IEnumerable<string> Fields() => scenario.Fields.Select(FieldText);

    public IEnumerable<string> Nodes() => scenario.Nodes.Select(NodeText);

    public string Label(string actor) => labels.GetValueOrDefault(actor, actor);

    public static string And(IEnumerable<string> words) => Joined([.. words], "and");

    public static string Or(IEnumerable<string> words) => Joined([.. words], "or");

    private static string Joined(IReadOnlyList<string> words, string last) =>
        words.Count switch
        {
            0 => "nobody",
            1 => words[0],
            _ => $"{string.Join(", ", words.Take(words.Count - 1))} {last} {words[^1]}",
        };

    /// <summary>What an actor does with oil; nothing of sale is said of one that can never hold an area.</summary>
    private string Sells(Actor actor)
    {
        var holds = scenario.Areas.Any(a => states.CanHold(a.Name, actor.Name));
        var owned = scenario.Fields.Count(f => f.Owner == actor.Name);
        var owns = owned == 0 ? "" : $" owns {owned} {(owned == 1 ? "field" : "fields")} and";
        return !holds ? $"{owns} holds no area"
            : !actor.SellsOnOwnAccount ? $"{owns} leaves the sale of oil it holds to the legal owner"
            : $"{owns} sells what it holds for itself; a field under its own people reaches {QuantityText.Of(actor.Skill)} of its output,"
                + $" {QuantityText.Of(actor.Retention)} of the staff stays when it takes over, and the change takes {QuantityText.Of(actor.RetrainTime)}";
    }

    /// <summary>What a change brings with it.</summary>
    private static string After(ControlChange change)
    {
        var takes = change.TakesWith.IsEmpty ? "" : $"; {And(change.TakesWith)} falls with it where still held";
        var calm = change is { StabilisedRatio: { } ratio, StabilisedFor: { } time }
            ? $"; for {QuantityText.Of(time)} after it, any change is {QuantityText.Ratio(ratio)}"
            : "";
        return takes + calm;
    }

    private string FieldText(Field field)
    {
        var text =
            $"{field.Name} in {field.Area} belongs to {Label(field.Owner)} and can produce {QuantityText.Of(field.Capacity)}";
        text += IsWhole(field.Condition) ? "" : $", of which {QuantityText.Of(field.Condition)} is intact";
        text += field.Workforce is null ? "" : $", staffed to {QuantityText.Of(field.Workforce)}";
        text += IsZero(field.LiftingCost) ? "" : $"; lifting costs {QuantityText.Of(field.LiftingCost)}";
        text += IsZero(field.Premium)
            ? ""
            : $"; its oil fetches the market's price plus {QuantityText.Of(field.Premium)}";
        return text + AssetProse.Of(field) + ".";
    }

    private string NodeText(Node node)
    {
        var kind = node.Kind.ToString().ToLowerInvariant();
        var text = $"{node.Name}, a {kind} in {node.Area}";
        text += node.Owner == Actor.Nobody ? "" : $" of {Label(node.Owner)}";
        text += node.Capacity is null ? ", passes any amount" : $", passes {QuantityText.Of(node.Capacity)}";
        text += IsWhole(node.Condition) ? "" : $", of which {QuantityText.Of(node.Condition)} is intact";
        return text + AssetProse.Of(node) + ".";
    }

    private static bool IsWhole(Quantity quantity) => quantity.Law is CertainLaw { Value: 1.0 };

    private static bool IsZero(Quantity quantity) => quantity.Law is CertainLaw { Value: 0.0 };
}
