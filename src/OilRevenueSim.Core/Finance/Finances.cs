using System.Collections.Immutable;
using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim.Core.Finance;

/// <summary>Treasury and fighters of an actor (model.md §9, Finance).</summary>
public sealed record Finances
{
    /// <summary>Fighters at step 0.</summary>
    public required Quantity Fighters { get; init; }

    /// <summary>Wage, USD per fighter and year.</summary>
    public required Quantity Wage { get; init; }

    /// <summary>Treasury at step 0, USD.</summary>
    public required Quantity Treasury { get; init; }

    /// <summary>Income per held area, USD per year, by area; ordinal order.</summary>
    public ImmutableArray<AreaIncome> AreaIncome { get; init; } = [];

    /// <summary>Income that is not oil, USD per year.</summary>
    public required Quantity OtherIncome { get; init; }

    /// <summary>Spending beside pay, USD per year.</summary>
    public required Quantity Spending { get; init; }

    /// <summary>Reserve that pay does not touch, USD.</summary>
    public required Quantity Reserve { get; init; }

    /// <summary>Attrition α per year.</summary>
    public required Quantity Attrition { get; init; }

    /// <summary>Recruitment ρ per year; null for ρ = α.</summary>
    public Quantity? Recruitment { get; init; }

    /// <summary>Elasticity ε_r of recruitment to pay.</summary>
    public required Quantity RecruitElasticity { get; init; }

    /// <summary>Elasticity η of strength to pay.</summary>
    public required Quantity StrengthElasticity { get; init; }

    /// <summary>Inflow of fighters, persons per year.</summary>
    public required Quantity Inflow { get; init; }
}

/// <summary>Income from holding an area.</summary>
public sealed record AreaIncome(string Area, Quantity AmountPerYear);
