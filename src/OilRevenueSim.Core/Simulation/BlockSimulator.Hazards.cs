using OilRevenueSim.Core.Control;
using OilRevenueSim.Core.RandomStreams;

namespace OilRevenueSim.Core.Simulation;

/// <summary>Rates of all hazards: holders and phases by event, the rest in every step, and only where it acts (model.md §6).</summary>
internal sealed partial class BlockSimulator<V>
{
    private void PrepareHazards()
    {
        Array.Fill(Block.Strength, 1.0);
        Array.Fill(Block.PayRatio, 1.0);
        Array.Clear(Block.GrossRate);
        Array.Clear(Block.GrossBefore);
        foreach (var hazard in Plan.Hazards)
        {
            DrawFirstClock(hazard.Clock, hazard.Stream);
        }
    }

    /// <summary>Rates of step 0, once every chain has its first state.</summary>
    private void PrepareRates()
    {
        foreach (var hazard in Plan.Hazards)
        {
            if (hazard.HasStateFactors || (!hazard.IsFolded && hazard.Depends.Length + hazard.While.Length > 0))
            {
                UpdateRates(hazard);
            }
            else
            {
                var rates = hazard.IsFolded ? Block.StateRates : Block.Rates;
                Block.Parameter(hazard.BaseRate).CopyTo(Block.Of(rates, hazard.Clock));
            }
        }
    }

    /// <summary>E_0 = −ln u0 of block 0 of a stream.</summary>
    private void DrawFirstClock(int clock, ulong stream)
    {
        var clocks = Block.Of(Block.Clocks, clock);
        Philox4x32.FillUniform(Seed, Block.FirstPath, 0, stream, clocks);
        LaneMath.Log(clocks, clocks);
        for (var i = 0; i < clocks.Length; i += V.Count)
        {
            (-V.Load(clocks, i)).Store(clocks, i);
        }
    }

    /// <summary>Recomputes in one lane what holders and phases make of a hazard.</summary>
    private void UpdateRate(HazardPlan hazard, int lane)
    {
        var phaseRatio = 1.0;
        if (hazard.PhaseRatios.Length > 0)
        {
            var slot = hazard.PhaseRatios[StateOf(hazard.Theatre, lane)];
            phaseRatio = slot < 0 ? 1.0 : Block.Parameter(slot, lane);
        }

        var neighbours = 0;
        var neighbourRatio = 1.0;
        if (hazard.PerNeighbour >= 0)
        {
            neighbourRatio = Block.Parameter(hazard.PerNeighbour, lane);
            foreach (var other in hazard.Neighbours)
            {
                neighbours += StateOf(other, lane) == hazard.Spec.Actor ? 1 : 0;
            }
        }

        var rate = HazardKernel.StateRate(
            Block.Parameter(hazard.BaseRate, lane),
            phaseRatio,
            neighbourRatio,
            neighbours
        );
        var at = (hazard.Clock * Block.Lanes) + lane;
        if (hazard.IsFolded)
        {
            Block.StateRates[at] = rate;
            return;
        }

        foreach (var holds in hazard.Depends)
        {
            rate *= StateOf(holds.Index, lane) == holds.State ? Block.Parameter(holds.Slot, lane) : 1.0;
        }

        foreach (var condition in hazard.While)
        {
            rate = StateOf(condition.Index, lane) == condition.State ? rate : 0.0;
        }

        Block.Rates[at] = rate;
    }

    /// <summary>As <see cref="UpdateRate"/> in every lane, with the same bits.</summary>
    private void UpdateRates(HazardPlan hazard)
    {
        var rates = Block.Of(hazard.IsFolded ? Block.StateRates : Block.Rates, hazard.Clock);
        Block.Parameter(hazard.BaseRate).CopyTo(rates);
        for (var phase = 0; phase < hazard.PhaseRatios.Length; phase++)
        {
            if (hazard.PhaseRatios[phase] is var slot and >= 0)
            {
                HazardKernel.ScaleWhere<V>(rates, Block.Of(Block.States, hazard.Theatre), phase, Block.Parameter(slot));
            }
        }

        if (hazard.PerNeighbour >= 0)
        {
            HazardKernel.ScaleByNeighbours<V>(
                rates,
                Block.Parameter(hazard.PerNeighbour),
                Block.States,
                hazard.Neighbours,
                hazard.Spec.Actor
            );
        }

        if (hazard.IsFolded)
        {
            return;
        }

        foreach (var holds in hazard.Depends)
        {
            ApplyDependency(holds, rates);
        }

        foreach (var condition in hazard.While)
        {
            Keep(rates, condition);
        }
    }

    private int StateOf(int chain, int lane) => (int)Block.States[(chain * Block.Lanes) + lane];

    /// <summary>Part (2): the hazards of this step, from prices, strength, interventions and what holders and phases made of them.</summary>
    private void ResolveRates(int step)
    {
        if (Plan.FoldedHazards.Length == 0)
        {
            return;
        }

        TakeLogarithms();
        ResolveStabilisers(step);
        foreach (var hazard in Plan.FoldedHazards)
        {
            FoldRate(hazard, step);
        }
    }

    private void TakeLogarithms()
    {
        foreach (var actor in Plan.StrengthActors)
        {
            HazardKernel.HeldLog<V>(Block.Of(Block.Strength, actor), 0.01, 100.0, Block.Of(Block.LogStrength, actor));
        }

        foreach (var actor in Plan.PayActors)
        {
            HazardKernel.HeldLog<V>(Block.Of(Block.PayRatio, actor), 0.01, 1.0, Block.Of(Block.LogPay, actor));
        }
    }

    private void FoldRate(HazardPlan hazard, int step)
    {
        var rates = Block.Of(Block.Rates, hazard.Clock);
        ReadOnlySpan<double> source = Block.Of(Block.StateRates, hazard.Clock);
        if (hazard.PriceElasticity >= 0)
        {
            HazardKernel.Raise<V>(
                source,
                Block.Parameter(hazard.PriceElasticity),
                LogPriceUsed(hazard.Follows),
                Block.Of(Block.StartLogPrices, hazard.Follows),
                rates
            );
            source = rates;
        }

        if (hazard.StrengthElasticity >= 0)
        {
            HazardKernel.Raise<V>(
                source,
                Block.Parameter(hazard.StrengthElasticity),
                Block.Of(Block.LogStrength, hazard.Spec.Actor),
                OpponentStrength(hazard.Spec),
                rates
            );
            source = rates;
        }

        source.CopyTo(rates);
        foreach (var effect in hazard.Effects)
        {
            ApplyHazardEffect(effect, rates, step);
        }

        foreach (var dependency in hazard.Depends)
        {
            ApplyDependency(dependency, rates);
        }

        foreach (var condition in hazard.While)
        {
            Keep(rates, condition);
        }

        if (hazard.OpenRow >= 0)
        {
            rates.CopyTo(Block.Of(Block.OpenRates, hazard.OpenRow));
            foreach (var stabiliser in hazard.Stabilisers)
            {
                HazardKernel.Scale<V>(rates, Block.Of(Block.StabilisedRatio, stabiliser));
            }
        }
    }

    /// <summary>ln of the strength of the other side: a given actor, or whoever holds the area in each lane.</summary>
    private ReadOnlySpan<double> OpponentStrength(HazardSpec spec)
    {
        if (spec.Opponent >= 0)
        {
            return Block.Of(Block.LogStrength, spec.Opponent);
        }

        var strength = Block.Of(Block.OpponentStrength, 0);
        for (var lane = 0; lane < strength.Length; lane++)
        {
            strength[lane] = Block.LogStrength[(StateOf(spec.Area, lane) * Block.Lanes) + lane];
        }

        return strength;
    }

    private void ApplyDependency(DependencyPlan dependency, Span<double> rates)
    {
        var value = Block.Parameter(dependency.Slot);
        if (dependency.Kind == DependencyKind.Holds)
        {
            HazardKernel.ScaleWhere<V>(rates, Block.Of(Block.States, dependency.Index), dependency.State, value);
        }
        else
        {
            var log = dependency.Kind == DependencyKind.Strength ? Block.LogStrength : Block.LogPay;
            HazardKernel.Raise<V>(rates, value, Block.Of(log, dependency.Index), rates);
        }
    }

    /// <summary>0 in the lanes that do not meet a condition.</summary>
    private void Keep(Span<double> values, ConditionPlan condition)
    {
        var reading = condition.Kind switch
        {
            ConditionKind.State => Block.Of(Block.States, condition.Index),
            ConditionKind.RevenueAbove => Block.Of(Block.GrossRate, condition.Index),
            _ => Block.Of(Block.Prices, condition.Index),
        };
        var level = condition.Slot < 0 ? default : Block.Parameter(condition.Slot);
        var state = V.Create(condition.State);
        for (var i = 0; i < values.Length; i += V.Count)
        {
            var value = V.Load(reading, i);
            var meets = condition.Kind switch
            {
                ConditionKind.State => V.Equal(value, state),
                ConditionKind.PriceBelow => V.LessThan(value, V.Load(level, i)),
                _ => V.GreaterThan(value, V.Load(level, i)),
            };
            V.And(meets, V.Load(values, i)).Store(values, i);
        }
    }

    /// <summary>After part (3): gross revenue of this step as a rate, for the conditions of the next.</summary>
    private void KeepGross(int step)
    {
        var monthEnds =
            step + 1 < Plan.Grid.StepCount && Plan.Grid.MonthOfStep[step + 1] != Plan.Grid.MonthOfStep[step];
        foreach (var actor in Plan.RevenueActors)
        {
            var rate = Block.Of(Block.GrossRate, actor);
            var before = Block.Of(Block.GrossBefore, actor);
            rate.Clear();
            foreach (var account in Plan.GrossAccounts[actor])
            {
                Markets.MoneyKernel.Add<V>(rate, Block.Account(account));
            }

            HazardKernel.Difference<V>(rate, before, Plan.Grid.DtYears(step), monthEnds);
        }
    }
}
