using System.Runtime.CompilerServices;
using OilRevenueSim.Core.RandomStreams;

namespace OilRevenueSim.Core.Finance;

/// <summary>Treasury, pay, fighters and strength (model.md §9, Finance).</summary>
internal static class FinanceKernel
{
    /// <summary>amount += rate·years in the lanes where the state is the one given: income from an area held.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddWhereState<V>(
        Span<double> amount,
        ReadOnlySpan<double> state,
        double wanted,
        ReadOnlySpan<double> ratePerYear,
        double years
    )
        where V : unmanaged, ILanes<V>
    {
        var w = V.Create(wanted);
        var dt = V.Create(years);
        for (var i = 0; i < amount.Length; i += V.Count)
        {
            var income = V.And(V.Equal(V.Load(state, i), w), V.Load(ratePerYear, i) * dt);
            (V.Load(amount, i) + income).Store(amount, i);
        }
    }

    /// <summary>Pays fighters, then spends: A = B + net + other, pay = clamp((A − reserve)/due, 0, 1), B ← max(0, A − pay·due − spent).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Pay<V>(in PayLanes lanes, double years)
        where V : unmanaged, ILanes<V>
    {
        var one = V.Create(1.0);
        var dt = V.Create(years);
        for (var i = 0; i < lanes.Treasury.Length; i += V.Count)
        {
            var available = V.Load(lanes.Treasury, i) + V.Load(lanes.Net, i) + V.Load(lanes.Other, i);
            var due = V.Load(lanes.Fighters, i) * V.Load(lanes.Wage, i) * dt;
            var part = (available - V.Load(lanes.Reserve, i)) / due;
            var pay = V.Select(V.GreaterThan(due, V.Zero), V.Min(V.Max(part, V.Zero), one), one);
            var paid = pay * due;
            var rest = available - paid;
            var spending = V.Load(lanes.Spending, i) * dt;
            var spent = V.Min(spending, V.Max(rest, V.Zero));
            var after = rest - spent;
            V.Max(after, V.Zero).Store(lanes.Treasury, i);
            pay.Store(lanes.PayRatio, i);
            var unmet = (due - paid) + (spending - spent) + V.Max(-after, V.Zero);
            (V.Load(lanes.Arrears, i) + unmet).Store(lanes.Arrears, i);
        }
    }

    /// <summary>F ← F·e^((ρ·pay^ε_r − α)dt) + inflow·dt; strength = F·pay^η relative to step 0, held in [0.01, 100].</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Recruit<V>(in RecruitLanes lanes, double years)
        where V : unmanaged, ILanes<V>
    {
        var dt = V.Create(years);
        var one = V.Create(1.0);
        for (var i = 0; i < lanes.Fighters.Length; i += V.Count)
        {
            var pay = V.Load(lanes.PayRatio, i);
            var growth =
                (V.Load(lanes.Recruitment, i) * LaneMath.Pow(pay, V.Load(lanes.RecruitElasticity, i)))
                - V.Load(lanes.Attrition, i);
            var fighters = (V.Load(lanes.Fighters, i) * LaneMath.Exp(growth * dt)) + (V.Load(lanes.Inflow, i) * dt);
            fighters.Store(lanes.Fighters, i);
            var start = V.Load(lanes.StartFighters, i);
            var strength = fighters * LaneMath.Pow(pay, V.Load(lanes.StrengthElasticity, i)) / start;
            var held = V.Min(V.Max(strength, V.Create(0.01)), V.Create(100.0));
            V.Select(V.GreaterThan(start, V.Zero), held, one).Store(lanes.Strength, i);
        }
    }

    /// <summary>amount = what is owed for a part of the step, at most what the payer has; what he has falls.</summary>
    /// <param name="ratePerYear">Amount per year, [lane], USD.</param>
    /// <param name="active">Share of the step for which it is paid, [lane].</param>
    /// <param name="years">Years of the step.</param>
    /// <param name="limit">What the payer has left, [lane], USD; empty where nothing limits him.</param>
    /// <param name="amount">Receives the payment, [lane], USD.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Transfer<V>(
        ReadOnlySpan<double> ratePerYear,
        ReadOnlySpan<double> active,
        double years,
        Span<double> limit,
        Span<double> amount
    )
        where V : unmanaged, ILanes<V>
    {
        var dt = V.Create(years);
        for (var i = 0; i < amount.Length; i += V.Count)
        {
            var owed = V.Load(ratePerYear, i) * dt * V.Load(active, i);
            if (!limit.IsEmpty)
            {
                var has = V.Load(limit, i);
                owed = V.Min(owed, has);
                (has - owed).Store(limit, i);
            }

            owed.Store(amount, i);
        }
    }
}

/// <summary>Lanes of one actor's pay.</summary>
internal readonly ref struct PayLanes
{
    /// <summary>Treasury, USD; moves.</summary>
    public required Span<double> Treasury { get; init; }

    /// <summary>Receives the pay ratio.</summary>
    public required Span<double> PayRatio { get; init; }

    /// <summary>Unmet cost, USD; grows.</summary>
    public required Span<double> Arrears { get; init; }

    /// <summary>Net revenue of the step, USD.</summary>
    public required ReadOnlySpan<double> Net { get; init; }

    /// <summary>Income of the step that is not oil, USD.</summary>
    public required ReadOnlySpan<double> Other { get; init; }

    /// <summary>Fighters.</summary>
    public required ReadOnlySpan<double> Fighters { get; init; }

    /// <summary>Wage, USD per fighter and year.</summary>
    public required ReadOnlySpan<double> Wage { get; init; }

    /// <summary>Reserve, USD.</summary>
    public required ReadOnlySpan<double> Reserve { get; init; }

    /// <summary>Spending, USD per year.</summary>
    public required ReadOnlySpan<double> Spending { get; init; }
}

/// <summary>Lanes of one actor's fighters; rates per year.</summary>
internal readonly ref struct RecruitLanes
{
    /// <summary>Fighters; moves.</summary>
    public required Span<double> Fighters { get; init; }

    /// <summary>Receives the strength relative to step 0.</summary>
    public required Span<double> Strength { get; init; }

    /// <summary>Fighters at step 0.</summary>
    public required ReadOnlySpan<double> StartFighters { get; init; }

    /// <summary>Pay ratio of the step.</summary>
    public required ReadOnlySpan<double> PayRatio { get; init; }

    /// <summary>ρ.</summary>
    public required ReadOnlySpan<double> Recruitment { get; init; }

    /// <summary>ε_r.</summary>
    public required ReadOnlySpan<double> RecruitElasticity { get; init; }

    /// <summary>α.</summary>
    public required ReadOnlySpan<double> Attrition { get; init; }

    /// <summary>Persons per year.</summary>
    public required ReadOnlySpan<double> Inflow { get; init; }

    /// <summary>η.</summary>
    public required ReadOnlySpan<double> StrengthElasticity { get; init; }
}
