using OilRevenueSim.Core.Control;
using OilRevenueSim.Core.Interventions;

namespace OilRevenueSim.Core.Simulation;

/// <summary>Part (2): what interventions make of hazards, capacities, prices, passage, seizure and finance.</summary>
internal sealed partial class BlockSimulator<V>
{
    private void PrepareScalings()
    {
        Array.Fill(Block.NodeFactor, 1.0);
        Array.Fill(Block.RouteFactor, 1.0);
        Array.Fill(Block.DemandFactor, 1.0);
        Array.Fill(Block.FinanceFactor, 1.0);
        Array.Clear(Block.AddedSeizure);
        Array.Clear(Block.OverrideHolds);
        if (Plan.Interventions.Length > 0)
        {
            ReadTriggers(0);
            SetStates(0);
            ResolveOverrides(0, isFirst: true);
        }
    }

    private void ResolveScalings(int step)
    {
        foreach (var scaling in Plan.Scalings)
        {
            if (HasMoved(scaling.Effects))
            {
                ResolveFactor(scaling.Effects, Block.FactorOf(scaling.Target, scaling.Index));
            }
        }

        for (var s = 0; s < Plan.AddedSeizures.Length; s++)
        {
            if (HasMoved(Plan.AddedSeizures[s].Effects))
            {
                var added = Block.Of(Block.AddedSeizure, s);
                added.Clear();
                ApplyShifts(Plan.AddedSeizures[s].Effects, added);
            }
        }

        for (var k = 0; k < Plan.ImposedBlockades.Length; k++)
        {
            Impose(k, step);
        }

        for (var b = 0; b < Plan.BenchmarkEffects.Length; b++)
        {
            UsePrice(b);
        }
    }

    private bool HasMoved(ShareEffectPlan[] effects)
    {
        foreach (var effect in effects)
        {
            if (windows[effect.Intervention].Moved)
            {
                return true;
            }
        }

        return false;
    }

    private void ResolveFactor(ShareEffectPlan[] effects, Span<double> factor)
    {
        factor.Fill(1.0);
        foreach (var effect in effects)
        {
            if (ActsIn(effect.Intervention))
            {
                var shares = Block.Of(Block.EffectShare, effect.Intervention);
                if (effect.Replaces)
                {
                    EffectKernel.Replace<V>(factor, Block.Parameter(effect.Slot), shares);
                }
                else
                {
                    HazardKernel.ScaleShare<V>(factor, Block.Parameter(effect.Slot), shares);
                }
            }
        }
    }

    private void ApplyShifts(ShareEffectPlan[] effects, Span<double> values)
    {
        foreach (var effect in effects)
        {
            if (ActsIn(effect.Intervention))
            {
                EffectKernel.Shift<V>(
                    values,
                    Block.Parameter(effect.Slot),
                    Block.Of(Block.EffectShare, effect.Intervention)
                );
            }
        }
    }

    /// <summary>A hazard's ratio, hold or strike in this step.</summary>
    private void ApplyHazardEffect(HazardEffectPlan effect, Span<double> rates, int step)
    {
        if (!ActsIn(effect.Intervention))
        {
            if (effect.Use == HazardUse.Presence)
            {
                rates.Clear();
            }

            return;
        }

        var shares = Block.Of(Block.EffectShare, effect.Intervention);
        switch (effect.Use)
        {
            case HazardUse.Ratio:
                HazardKernel.ScaleShare<V>(rates, Block.Parameter(effect.Ratio), shares);
                break;
            case HazardUse.Presence:
                HazardKernel.Scale<V>(rates, shares);
                break;
            default:
                EffectKernel.Hold<V>(rates, Block.Of(Block.EffectStart, effect.Intervention), FirstDayOf(step), shares);
                break;
        }
    }

    private bool IsPriceUsed(int benchmark)
    {
        foreach (var effect in Plan.BenchmarkEffects.Length == 0 ? [] : Plan.BenchmarkEffects[benchmark])
        {
            if (ActsIn(effect.Intervention))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Price of a benchmark after what interventions make of it; the process itself goes on untouched.</summary>
    private ReadOnlySpan<double> PriceUsed(int benchmark) =>
        Block.Of(IsPriceUsed(benchmark) ? Block.PricesUsed : Block.Prices, benchmark);

    private ReadOnlySpan<double> LogPriceUsed(int benchmark) =>
        Block.Of(IsPriceUsed(benchmark) ? Block.LogPricesUsed : Block.LogPrices, benchmark);

    private void UsePrice(int benchmark)
    {
        if (IsPriceUsed(benchmark))
        {
            var prices = Block.Of(Block.Prices, benchmark);
            var used = Block.Of(Block.PricesUsed, benchmark);
            prices.CopyTo(used);
            ApplyPriceEffects(Plan.BenchmarkEffects[benchmark], used);
            EffectKernel.Log<V>(
                prices,
                Block.Of(Block.LogPrices, benchmark),
                used,
                Block.Of(Block.LogPricesUsed, benchmark)
            );
        }
    }

    private void ApplyPriceEffects(PriceEffectPlan[] effects, Span<double> prices)
    {
        foreach (var effect in effects)
        {
            if (ActsIn(effect.Intervention))
            {
                EffectKernel.Price<V>(
                    prices,
                    Optional(effect.Factor),
                    Optional(effect.Shift),
                    Optional(effect.Cap),
                    Optional(effect.Floor),
                    Block.Of(Block.EffectShare, effect.Intervention)
                );
            }
        }

        ReadOnlySpan<double> Optional(int slot) => slot < 0 ? default : Block.Parameter(slot);
    }

    /// <summary>Discount of a linked market with what interventions shift it by.</summary>
    private ReadOnlySpan<double> DiscountOf(int market)
    {
        var discount = LevelOf(market);
        if (Plan.Interventions.Length == 0 || Plan.DiscountShifts[market].Length == 0)
        {
            return discount;
        }

        var shifted = Block.Of(Block.EffectScratch, 1);
        discount.CopyTo(shifted);
        ApplyShifts(Plan.DiscountShifts[market], shifted);
        return shifted;
    }

    /// <summary>Passage holds from the first step start on or after its start to the first on or after its end.</summary>
    private void ResolveOverrides(int step, bool isFirst)
    {
        var day = FirstDayOf(step);
        for (var o = 0; o < Plan.Overrides.Length; o++)
        {
            var rule = Plan.Overrides[o];
            var before = Block.Of(Block.OverrideHolds, o);
            var now = Block.Of(Block.EffectScratch, 0);
            now.Clear();
            if (day < Plan.Interventions[rule.Intervention].EndDay)
            {
                EffectKernel.Begun<V>(Block.Of(Block.EffectStart, rule.Intervention), day, now);
            }

            for (var lane = 0; lane < now.Length; lane++)
            {
                if (now[lane] != before[lane])
                {
                    before[lane] = now[lane];
                    if (!isFirst)
                    {
                        UpdateGates(rule, lane);
                    }
                }
            }
        }
    }

    private void UpdateGates(OverridePlan rule, int lane)
    {
        foreach (var carriage in rule.Carriages)
        {
            UpdatePassage(carriage, lane);
        }

        for (var tank = 0; tank < Plan.Tanks.Length; tank++)
        {
            UpdateTank(tank, lane);
        }

        for (var asset = 0; Plan.HasDamage && asset < Plan.Assets.Length; asset++)
        {
            UpdateAccess(asset, lane);
        }
    }

    /// <summary>Who lets whom through in one lane: interventions go before every rule of the scenario (model.md §8).</summary>
    private int DecidePassage(int place, int phase, int holder, int seller, int lane)
    {
        var decision = Plan.Passage.Decide(place, phase, holder, seller);
        if (holder == 0 || holder == seller)
        {
            return decision;
        }

        var isNamed = false;
        for (var o = 0; o < Plan.Overrides.Length; o++)
        {
            var rule = Plan.Overrides[o];
            var applies = rule.Through == holder && (rule.Of < 0 ? !isNamed : rule.Of == seller);
            if (applies && Block.OverrideHolds[(o * Block.Lanes) + lane] > 0.0)
            {
                decision = rule.Decision;
                isNamed = rule.Of >= 0;
            }
        }

        return decision;
    }
}
