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
    public Quantity Treasury { get; init; } = Quantity.Default;

    /// <summary>Income per held area, USD per year, by area; ordinal order.</summary>
    public ImmutableArray<AreaIncome> AreaIncome { get; init; } = [];

    /// <summary>Income that is not oil, USD per year.</summary>
    public Quantity OtherIncome { get; init; } = Quantity.Default;

    /// <summary>Spending beside pay, USD per year.</summary>
    public Quantity Spending { get; init; } = Quantity.Default;

    /// <summary>Reserve that pay does not touch, USD.</summary>
    public Quantity Reserve { get; init; } = Quantity.Default;

    /// <summary>Attrition α per year.</summary>
    public Quantity Attrition { get; init; } = Quantity.Default;

    /// <summary>Recruitment ρ per year; null for ρ = α.</summary>
    public Quantity? Recruitment { get; init; }

    /// <summary>Elasticity ε_r of recruitment to pay.</summary>
    public Quantity RecruitElasticity { get; init; } = Quantity.Default;

    /// <summary>Elasticity η of strength to pay.</summary>
    public Quantity StrengthElasticity { get; init; } = Quantity.Default;

    /// <summary>Inflow of fighters, persons per year.</summary>
    public Quantity Inflow { get; init; } = Quantity.Default;
}

/// <summary>Income from holding an area.</summary>
public sealed record AreaIncome(string Area, Quantity AmountPerYear);
