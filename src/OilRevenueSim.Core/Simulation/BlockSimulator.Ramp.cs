using OilRevenueSim.Core.Markets;
using OilRevenueSim.Core.Production;

namespace OilRevenueSim.Core.Simulation;

/// <summary>Potential, reach and restart of fields (model.md §7).</summary>
internal sealed partial class BlockSimulator<V>
{
    private void PrepareRamps()
    {
        for (var f = 0; f < Plan.Fields.Length; f++)
        {
            var outage = Plan.Ramps[f].OutageYears;
            Block.Of(Block.OutageYears, f).Fill(outage);
            Block.Of(Block.Ramp, f).Fill(outage > 0.0 ? 0.0 : 1.0);
            Block.Of(Block.PreviousReach, f).Fill(outage > 0.0 ? 0.0 : 1.0); // before step 0, a counts as r
            Block.Of(Block.RestartYears, f).Fill(2.0 / Time.TimeGrid.DaysPerYear);
            Block.Of(Block.Remaining, f).Fill(1.0);
            Block.Of(Block.OwnRemaining, f).Fill(1.0);
        }
    }

    /// <summary>q* = capacity·c·w·g.</summary>
    private void UpdateSustainable()
    {
        for (var f = 0; f < Plan.Fields.Length; f++)
        {
            var sustainable = Block.Of(Block.Sustainable, f);
            var intact = Block.Of(Block.Intact, f);
            if (Plan.HasDamage)
            {
                WorkforceKernel.Multiply<V>(
                    Block.Parameter(Plan.Fields[f].Capacity),
                    Block.Of(Block.Conditions, f),
                    intact
                );
            }

            if (Plan.HasDamage || Plan.HasDecline || Plan.Groups[Plan.Fields[f].Group].UsesWorkforce)
            {
                WorkforceKernel.Multiply<V>(intact, Block.Of(Block.Workforce, f), sustainable);
            }

            if (Plan.Ramps[f].Declines)
            {
                WorkforceKernel.Multiply<V>(sustainable, Block.Of(Block.Remaining, f), sustainable);
            }
        }
    }

    /// <summary>Reach a, and what is available: q = q*·r̄.</summary>
    private void UpdatePotential(int step)
    {
        Array.Clear(Block.Reach);
        for (var r = 0; r < Plan.Routes.Length; r++)
        {
            var route = Plan.Routes[r];
            var limit = Block.Of(Block.Scratch, 0);
            LimitAlone(route, r, limit, Plan.Grid.Days[step]);
            foreach (var cell in route.Cells)
            {
                RampKernel.AddRoute<V>(
                    Block.Of(Block.Reach, cell.Field),
                    limit,
                    Block.Of(Block.Admitted, cell.Carriage)
                );
            }
        }

        for (var f = 0; f < Plan.Fields.Length; f++)
        {
            RampKernel.Restart<V>(RampOf(f), Plan.Grid.DtYears(step));
        }

        Block.Available.CopyTo(Block.Left, 0);
    }

    /// <summary>What a route alone could carry, whatever others send: its capacity, its nodes', the market's demand and room in tanks at its end.</summary>
    private void LimitAlone(RoutePlan route, int index, Span<double> limit, int days)
    {
        LimitByPipes(route, index, limit);
        var demand = LimitByMarket(route, limit, days);
        if (!demand.IsEmpty)
        {
            RoutingKernel.Limit<V>(limit, demand);
        }
    }

    private RampLanes RampOf(int f) =>
        new()
        {
            Reach = Block.Of(Block.Reach, f),
            Open = Block.Of(Block.Open, f),
            Sustainable = Block.Of(Block.Sustainable, f),
            Available = Block.Of(Block.Available, f),
            Ramp = Block.Of(Block.Ramp, f),
            Previous = Block.Of(Block.PreviousReach, f),
            OutageYears = Block.Of(Block.OutageYears, f),
            TimeConstant = Block.Of(Block.RestartYears, f),
            Decay = Block.Of(Block.RampDecay, f),
            RestartShare = Block.Parameter(Plan.Ramps[f].Restart),
        };

    /// <summary>q° = capacity · c0 · w° · g°: the owner's own workforce, natural decline under full upkeep (docs/adr/0004).</summary>
    private void AdvanceUndisturbed(int f, double dtYears)
    {
        var field = Plan.Fields[f];
        if (field.Workforce >= 0)
        {
            var craft = Plan.Crafts[field.Owner];
            var rate = Block.Of(Block.Scratch, 0);
            for (var lane = 0; lane < Block.Lanes; lane++)
            {
                rate[lane] = 1.0 / Block.Parameter(craft.RetrainTime, lane);
            }

            WorkforceKernel.Relax<V>(Block.Of(Block.OwnWorkforce, f), Block.Parameter(craft.Skill), rate, dtYears);
        }

        if (Plan.Ramps[f].Declines)
        {
            RampKernel.DeclineNaturally<V>(
                Block.Of(Block.OwnRemaining, f),
                Block.Parameter(Plan.Ramps[f].Decline),
                dtYears
            );
        }

        if (field.Workforce >= 0 || Plan.Ramps[f].Declines)
        {
            var undisturbed = Block.Of(Block.Undisturbed, f);
            WorkforceKernel.Multiply<V>(Block.Parameter(field.Capacity), Block.Parameter(field.Condition), undisturbed);
            WorkforceKernel.Multiply<V>(undisturbed, Block.Of(Block.OwnWorkforce, f), undisturbed);
            WorkforceKernel.Multiply<V>(undisturbed, Block.Of(Block.OwnRemaining, f), undisturbed);
        }
    }

    private void AdvanceRamps(double dtYears)
    {
        for (var f = 0; f < Plan.Fields.Length; f++)
        {
            if (Plan.ReadsLosses[f])
            {
                AdvanceUndisturbed(f, dtYears);
            }

            RampKernel.Advance<V>(RampOf(f), dtYears);
            var ramp = Plan.Ramps[f];
            if (ramp.Declines)
            {
                RampKernel.Decline<V>(
                    Block.Of(Block.Remaining, f),
                    Block.Parameter(ramp.Decline),
                    Block.Parameter(ramp.Neglect),
                    Block.Parameter(ramp.ShutInLoss),
                    Block.Of(Block.Upkeep, Plan.Fields[f].Group),
                    Block.Of(Block.Reach, f),
                    dtYears
                );
            }
        }
    }
}
