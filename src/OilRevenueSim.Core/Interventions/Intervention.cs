using System.Collections.Immutable;
using OilRevenueSim.Core.Control;
using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim.Core.Interventions;

/// <summary>Dated or triggered effects that may fail and may be late (model.md §9).</summary>
public sealed record Intervention
{
    /// <summary>Name in the scenario.</summary>
    public required string Name { get; init; }

    /// <summary>Name for readers.</summary>
    public string Label { get; init; } = "";

    /// <summary>Stream, <c>intervention/NAME</c> by default.</summary>
    public string Stream { get; init; } = "";

    /// <summary>First day on which it can act; the start of the scenario by default.</summary>
    public DateOnly From
    {
        get;
        init
        {
            field = value;
            HasStart = true;
        }
    } = DateOnly.MinValue;

    /// <summary>Last day, inclusive; the end of the scenario by default.</summary>
    public DateOnly To
    {
        get;
        init
        {
            field = value;
            HasEnd = true;
        }
    } = DateOnly.MaxValue;

    /// <summary>True when the author gave <see cref="From"/>; without it, it moves with the start of the scenario.</summary>
    public bool HasStart { get; init; }

    /// <summary>True when the author gave <see cref="To"/>; without it, it moves with the end of the scenario.</summary>
    public bool HasEnd { get; init; }

    /// <summary>Conditions that trigger it; empty for a dated one.</summary>
    public ImmutableArray<StateCondition> When { get; init; } = [];

    /// <summary>True when it fires again after its condition has been false.</summary>
    public bool Repeat { get; init; }

    /// <summary>Law of the delay of each firing, years, or null.</summary>
    public EventLaw? Delay { get; init; }

    /// <summary>Probability that it succeeds, one draw a path; null for certain.</summary>
    public Quantity? Succeeds { get; init; }

    /// <summary>What it does.</summary>
    public required ImmutableArray<Effect> Effects { get; init; }
}

/// <summary>A named set of interventions: a course of action to compare with others.</summary>
/// <param name="Name">Name in the scenario.</param>
/// <param name="Label">Name for readers.</param>
/// <param name="Interventions">Names of its interventions, ordinal order; empty for none.</param>
public sealed record Course(string Name, string Label, ImmutableArray<string> Interventions);
