using System.Collections.Immutable;
using OilRevenueSim.Core.Control;
using OilRevenueSim.Core.Model;
using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim.Scenarios.Explaining;

/// <summary>Drivers of hazards and conditions in words.</summary>
internal sealed class DriverProse(Func<string, string> label)
{
    /// <summary>Drivers of a change, with those that stand beside its <see cref="ControlChange.Drivers"/>.</summary>
    public string Of(ControlChange change) =>
        Of(
            change.Drivers with
            {
                PhaseRatios = change.PhaseRatios,
                PerNeighbour = change.PerNeighbour,
                PriceElasticity = change.PriceElasticity,
                Follows = change.Follows,
            }
        );

    /// <summary>Drivers as <c>; … ; …</c>, or "".</summary>
    public string Of(HazardDrivers d)
    {
        var drivers = d.PhaseRatios.Select(p => $"{QuantityText.Ratio(p.Ratio)} while {p.Phase} rules").ToList();
        if (d.PerNeighbour is { } neighbour)
        {
            drivers.Add($"{QuantityText.Ratio(neighbour)} for each neighbouring area it already holds");
        }

        if (d.PriceElasticity is { } price)
        {
            drivers.Add($"with an elasticity of {QuantityText.Of(price)} to {d.Follows}");
        }

        if (d.StrengthElasticity is { } strength)
        {
            drivers.Add($"with an elasticity of {QuantityText.Of(strength)} to its strength over that of the holder");
        }

        drivers.AddRange(d.Depends.Select(Of));
        if (!d.While.IsEmpty)
        {
            drivers.Add($"only while {While(d.While)}");
        }

        return drivers.Count == 0 ? "" : "; " + string.Join("; ", drivers);
    }

    /// <summary>Dependencies as <c>; … ; …</c>, or "".</summary>
    public string Of(ImmutableArray<HazardDependency> depends) => string.Concat(depends.Select(d => "; " + Of(d)));

    /// <summary>Conditions that hold together.</summary>
    public string While(ImmutableArray<StateCondition> conditions) => WorldProse.And(conditions.Select(Of));

    private string Of(HazardDependency dependency) =>
        dependency switch
        {
            HoldsDependency d => $"{QuantityText.Ratio(d.Ratio)} while {label(d.By)} holds {d.Area}",
            StrengthDependency d =>
                $"with an elasticity of {QuantityText.Of(d.Elasticity)} to the strength of {label(d.Actor)}",
            PayDependency d =>
                $"with an elasticity of {QuantityText.Of(d.Elasticity)} to the share of wages that {label(d.Actor)} pays",
            _ => "",
        };

    private string Of(StateCondition condition) =>
        condition switch
        {
            HoldsCondition c => $"{label(c.By)} holds {c.Area}",
            PhaseCondition { Theatre: "main" } c => $"{c.Phase} rules",
            PhaseCondition c => $"{c.Phase} rules in {c.Theatre}",
            PriceCondition c => $"{c.Benchmark} is {(c.Above ? "above" : "below")} {QuantityText.Of(c.Price)}",
            RevenueCondition c =>
                $"{label(c.Actor)} earned more than {QuantityText.Of(c.Above)} from oil in the step before",
            _ => "",
        };
}
