namespace OilRevenueSim.Core.Simulation;

/// <summary>Blockades that interventions impose, and lifting (model.md §9).</summary>
internal sealed partial class BlockSimulator<V>
{
    /// <summary>Ends blockades; none of them starts until a time.</summary>
    /// <param name="isLifted">True for each blockade to lift, [blockade].</param>
    /// <param name="lane">Lane.</param>
    /// <param name="nowYears">Time at which it ends, years since the start.</param>
    /// <param name="untilYears">Time before which none may start again.</param>
    private void LiftBlockades(ReadOnlySpan<bool> isLifted, int lane, double nowYears, double untilYears)
    {
        for (var b = 0; b < isLifted.Length; b++)
        {
            if (isLifted[b])
            {
                var at = (b * Block.Lanes) + lane;
                Block.BlockadeEnd[at] = Math.Min(Block.BlockadeEnd[at], nowYears);
                Block.BlockadeNotBefore[at] = Math.Max(Block.BlockadeNotBefore[at], untilYears);
                Block.ClosureIsDirty[lane] = true;
            }
        }
    }

    /// <summary>
    /// Ends what interventions imposed at a place until now; one imposed at this very time by an intervention later in order
    /// stays. What is imposed before the end of the lifting intervention, where it has one, does not begin.
    /// </summary>
    private void LiftImposed(int asset, int lifting, int lane, int step)
    {
        var plan = Plan.Interventions[lifting];
        var now = FirstDayOf(step);
        for (var k = 0; k < Plan.ImposedBlockades.Length; k++)
        {
            var imposed = Plan.ImposedBlockades[k];
            if (imposed.Asset == asset)
            {
                var after = imposed.Intervention > lifting ? now : double.BitIncrement(now);
                var notBefore = plan.HasEnd ? Math.Max(after, plan.EndDay) : after;
                var at = (k * Block.Lanes) + lane;
                Block.ImposedNotBefore[at] = Math.Max(Block.ImposedNotBefore[at], notBefore);
                windows[imposed.Intervention].HasFired = true;
            }
        }
    }

    /// <summary>The first firing counts, or the first since the last was lifted.</summary>
    private void BeginImposed(int k, int lane, double startDay)
    {
        var at = (k * Block.Lanes) + lane;
        var isLifted = Block.ImposedStart[at] < Block.ImposedNotBefore[at];
        Block.ImposedStart[at] = isLifted ? startDay : Math.Min(Block.ImposedStart[at], startDay);
    }

    /// <summary>Notes the lanes in which an imposed blockade closes another share of this step than of the one before.</summary>
    private void Impose(int k, int step)
    {
        var imposed = Plan.ImposedBlockades[k];
        if (!windows[imposed.Intervention].Moved)
        {
            return;
        }

        for (var lane = 0; lane < Block.Lanes; lane++)
        {
            var (start, end) = ImposedDays(k, lane, step);
            var share = (end - start) / Plan.Grid.Days[step];
            var at = (k * Block.Lanes) + lane;
            if (Block.ImposedShare[at] != share)
            {
                Block.ImposedShare[at] = share;
                Block.ClosureIsDirty[lane] = true;
            }
        }
    }

    /// <summary>Days of a step on which an imposed blockade closes its place, from the step's first day.</summary>
    private (double Start, double End) ImposedDays(int k, int lane, int step)
    {
        var at = (k * Block.Lanes) + lane;
        if (Block.ImposedStart[at] < Block.ImposedNotBefore[at])
        {
            return (0.0, 0.0);
        }

        double days = Plan.Grid.Days[step];
        var first = FirstDayOf(step);
        var end = Math.Clamp(Plan.Interventions[Plan.ImposedBlockades[k].Intervention].EndDay - first, 0.0, days);
        return (Math.Clamp(Block.ImposedStart[at] - first, 0.0, end), end);
    }

    private void CloseImposed(int k, int lane, int step, double dtYears)
    {
        var (start, end) = ImposedDays(k, lane, step);
        if (end > start)
        {
            var imposed = Plan.ImposedBlockades[k];
            var last = end == Plan.Grid.Days[step] ? dtYears : end / Time.TimeGrid.DaysPerYear;
            Close(imposed.Asset, imposed.By, start / Time.TimeGrid.DaysPerYear, last);
        }
    }
}
