using System.Collections.Immutable;
using OilRevenueSim.Core.Control;
using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim.Scenarios.Reading;

/// <summary>Drivers of hazards, dependencies and conditions.</summary>
internal sealed class DriverBuilder(TheatreIndex theatres, ReadingContext context)
{
    private static readonly ImmutableArray<string> Limits = ["above", "below"];

    /// <summary>All drivers of a blockade or attack.</summary>
    /// <param name="s">Section.</param>
    /// <param name="by">Actor that <c>by:</c> of conditions means where absent.</param>
    /// <param name="theatre">Theatre whose phases apply.</param>
    public HazardDrivers All(SectionValues s, string by, string theatre)
    {
        var drivers = Beyond(s, by, theatre);
        return drivers with
        {
            PhaseRatios = Phases(s, theatre),
            PerNeighbour = s.OptionalQuantity("per-neighbour"),
            PriceElasticity = s.OptionalQuantity("price-elasticity"),
            Follows = s.Text("follows"),
        };
    }

    /// <summary>Drivers beyond phase, neighbour and price.</summary>
    public HazardDrivers Beyond(SectionValues s, string by, string theatre)
    {
        var depends = Depends(s, by);
        var conditions = Conditions(s, "while", by, theatre);
        if (s.OptionalQuantity("hazard-ratio") is { } ratio)
        {
            if (conditions is [HoldsCondition holds])
            {
                depends = depends.Add(new HoldsDependency(holds.Area, holds.By, ratio));
            }

            conditions = [];
        }

        return new HazardDrivers
        {
            StrengthElasticity = s.OptionalQuantity("strength-elasticity"),
            Depends = depends,
            While = conditions,
        };
    }

    /// <summary>Ratios by phase, with that of <c>while: { phase: … }</c> and <c>hazard-ratio:</c>.</summary>
    public ImmutableArray<PhaseRatio> Phases(SectionValues s, string theatre)
    {
        var known = context.Names.PhasesOf(theatre);
        foreach (var entry in s.Map("phases").Where(e => !known.Contains(e.Key, StringComparer.Ordinal)))
        {
            context.Add(
                DiagnosticTable.PhaseElsewhere,
                entry.KeySpan,
                $"'{entry.Key}' is no phase of the theatre '{theatre}', whose phases apply here",
                known.Count == 0
                    ? $"'{theatre}' has no phases; use depends: on an area of the other theatre"
                    : $"phases of {theatre}: {string.Join(", ", known)}"
            );
        }

        var ratios = s.Map("phases").Select(e => new PhaseRatio(e.Key, e.Quantity)).ToList();
        if (s.OptionalQuantity("hazard-ratio") is { } ratio)
        {
            AddConditionRatio(s, theatre, ratio, ratios);
        }

        return ScenarioBuilder.Sorted(ratios, r => r.Phase);
    }

    /// <summary>Conditions of <c>while:</c> or <c>when:</c>.</summary>
    public ImmutableArray<StateCondition> Conditions(SectionValues s, string key, string? by, string? theatre) =>
        [.. s.Sections(key).SelectMany(c => Condition(c, by, theatre))];

    /// <summary>Dependencies in order of identity.</summary>
    public static ImmutableArray<HazardDependency> Depends(SectionValues s, string? by) =>
        [
            .. s.Sections("depends")
                .OrderBy(d => d.Identity, StringComparer.Ordinal)
                .Select(d =>
                    d.Shape.Keys[0].Name switch
                    {
                        "strength-of" => new StrengthDependency(d.Text("strength-of") ?? "", d.Quantity("elasticity")),
                        "pay-of" => new PayDependency(d.Text("pay-of") ?? "", d.Quantity("elasticity")),
                        _ => (HazardDependency)
                            new HoldsDependency(
                                d.Text("holds") ?? "",
                                d.Text("by") ?? by ?? "",
                                d.Quantity("hazard-ratio")
                            ),
                    }
                ),
        ];

    private void AddConditionRatio(SectionValues s, string theatre, Quantity ratio, List<PhaseRatio> ratios)
    {
        var sections = s.Sections("while");
        if (sections is [{ } only] && only.Has("holds"))
        {
            return;
        }

        if (
            sections is [{ } one]
            && one.Text("phase") is { } phase
            && theatres.OfPhase(one, theatre) == theatre
            && ratios.All(r => r.Phase != phase)
        )
        {
            ratios.Add(new PhaseRatio(phase, ratio));
            return;
        }

        if (sections.Count > 0)
        {
            context.Add(
                DiagnosticTable.RatioNeedsOneCondition,
                s.Span("hazard-ratio"),
                "hazard-ratio: goes with one condition: an area held, or a phase of its own theatre that phases: does not name",
                "write the others as depends: or phases:"
            );
        }
    }

    private IEnumerable<StateCondition> Condition(SectionValues c, string? by, string? theatre)
    {
        switch (c.Shape.Keys[0].Name)
        {
            case "holds":
                yield return new HoldsCondition(c.Text("holds") ?? "", c.Text("by") ?? by ?? "");
                break;
            case "phase":
                yield return new PhaseCondition(theatres.OfPhase(c, theatre), c.Text("phase") ?? "");
                break;
            case "price":
                foreach (var limit in Limits.Where(c.Has))
                {
                    yield return new PriceCondition(c.Text("price") ?? "", limit == "above", c.Quantity(limit));
                }

                break;
            default:
                yield return new RevenueCondition(c.Text("revenue") ?? "", c.Quantity("above"));
                break;
        }
    }
}
