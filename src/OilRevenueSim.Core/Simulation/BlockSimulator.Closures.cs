using OilRevenueSim.Core.Control;
using OilRevenueSim.Core.RandomStreams;
using OilRevenueSim.Core.Uncertainty;

namespace OilRevenueSim.Core.Simulation;

/// <summary>Part (2): blockades start and end at exact times; φ is the share of the step for which a place is open (model.md §6).</summary>
internal sealed partial class BlockSimulator<V>
{
    private int intervalCount;
    private bool closureMoved;

    private void PrepareClosures()
    {
        Array.Fill(Block.Open, 1.0);
        Array.Fill(Block.HolderOpen, 1.0);
        Array.Clear(Block.ImposedShare);
        Array.Clear(Block.BlockadeNotBefore);
        Array.Clear(Block.BlockadeEnd);
        Array.Clear(Block.BlockadeCloses);
        for (var b = 0; b < Plan.Blockades.Length; b++)
        {
            for (var lane = 0; lane < Block.Lanes; lane++)
            {
                UpdateBlockade(b, lane);
                StartRunning(b, lane);
            }
        }

        Array.Fill(Block.ClosureIsDirty, Plan.Blockades.Length > 0);
    }

    /// <summary>One that runs at step 0 is event 0; its waiting time is unused.</summary>
    private void StartRunning(int b, int lane)
    {
        var blockade = Plan.Blockades[b];
        if (blockade.AgeYears is null && blockade.Biased is null)
        {
            return;
        }

        var at = (b * Block.Lanes) + lane;
        var path = Block.FirstPath + (uint)lane;
        Philox4x32.Draw(Seed, path, 0, blockade.Stream, out _, out var mark);
        double residual;
        if (blockade.AgeYears is { } age)
        {
            var survived = blockade.Lasts.Cdf(Block, lane, age);
            residual =
                survived < 1.0 ? blockade.Lasts.Value(Block, lane, survived + (mark * (1.0 - survived))) - age : 0.0;
        }
        else
        {
            Philox4x32.Draw(Seed, path, 0, blockade.Mark2Stream, out var share, out _);
            residual = share * LengthBiased(blockade.Biased!, mark);
        }

        Block.BlockadeEnd[at] = residual > 0.0 ? residual : 0.0;
        Block.BlockadeCloses[at] = Block.BlockadeFulfils[at];
        NextBlockade(blockade, lane);
    }

    private static double LengthBiased(Law law, double u) =>
        law is UniformLaw uniform
            ? Math.Sqrt(
                (uniform.Low * uniform.Low) + (u * ((uniform.High * uniform.High) - (uniform.Low * uniform.Low)))
            )
            : LawQuantile.Quantile(law, u);

    private void NextBlockade(BlockadePlan blockade, int lane)
    {
        var clock = (blockade.Clock * Block.Lanes) + lane;
        Philox4x32.Draw(Seed, Block.FirstPath + (uint)lane, ++Block.Events[clock], blockade.Stream, out var u0, out _);
        Block.Clocks[clock] = -LaneMath.Log(u0);
    }

    /// <summary>Which places fulfil what a blockade requires; called where a holder changed.</summary>
    private void UpdateBlockade(int b, int lane)
    {
        var blockade = Plan.Blockades[b];
        var fulfils = 0u;
        for (var p = 0; p < blockade.Places.Length; p++)
        {
            var area = Plan.Assets[blockade.Places[p]].Area;
            var holds = Block.States[(area * Block.Lanes) + lane] == blockade.By;
            if (blockade.Requires == BlockadeRequirement.Presence)
            {
                foreach (var neighbour in Plan.Chains[area].Neighbours)
                {
                    holds |= Block.States[(neighbour * Block.Lanes) + lane] == blockade.By;
                }
            }

            fulfils |= holds || blockade.Requires == BlockadeRequirement.None ? 1u << p : 0u;
        }

        var at = (b * Block.Lanes) + lane;
        Block.BlockadeFulfils[at] = fulfils;
        Block.BlockadeApplies[at] = fulfils != 0 ? 1.0 : 0.0;
        Block.ClosureIsDirty[lane] = true;
    }

    private void ResolveClosures(int step)
    {
        if (!Plan.CanClose.AsSpan().Contains(true))
        {
            return;
        }

        var startYears = YearsAt(step);
        var dtYears = Plan.Grid.DtYears(step);
        for (var b = 0; b < Plan.Blockades.Length; b++)
        {
            FlagBlockade(b, startYears, dtYears);
        }

        for (var lane = 0; lane < Block.Lanes; lane++)
        {
            if (Block.ClosureIsDirty[lane])
            {
                Block.ClosureIsDirty[lane] = ResolveLane(lane, step, startYears, dtYears);
            }
            else
            {
                SpendWaiting(lane, startYears, dtYears);
            }
        }
    }

    /// <summary>Flags the lanes in which a blockade starts or ends within the step.</summary>
    private void FlagBlockade(int b, double startYears, double dtYears)
    {
        var ends = Block.Of(Block.BlockadeEnd, b);
        var applies = Block.Of(Block.BlockadeApplies, b);
        var clocks = Block.Of(Block.Clocks, Plan.Blockades[b].Clock);
        var rates = Block.Of(Block.Rates, Plan.Blockades[b].Clock);
        var notBefore = Block.Of(Block.BlockadeNotBefore, b);
        var start = V.Create(startYears);
        var end = V.Create(startYears + dtYears);
        for (var i = 0; i < ends.Length; i += V.Count)
        {
            var until = V.Load(ends, i);
            var endsNow = V.And(V.GreaterThan(until, start), V.LessThanOrEqual(until, end));
            var spent = V.Load(rates, i) * V.Create(dtYears) * V.Load(applies, i);
            var fires = V.And(V.LessThanOrEqual(V.Load(clocks, i), spent), V.GreaterThan(spent, V.Zero));
            var starts = V.And(fires, V.LessThanOrEqual(until, start));
            var waits = V.GreaterThan(V.Load(notBefore, i), start);
            for (var bits = V.MaskBits(V.Or(V.Or(endsNow, starts), waits)); bits != 0; bits &= bits - 1)
            {
                Block.ClosureIsDirty[i + System.Numerics.BitOperations.TrailingZeroCount(bits)] = true;
            }
        }
    }

    /// <summary>A lane in which nothing starts or ends: waiting clocks only run down.</summary>
    private void SpendWaiting(int lane, double startYears, double dtYears)
    {
        for (var b = 0; b < Plan.Blockades.Length; b++)
        {
            if (Block.BlockadeEnd[(b * Block.Lanes) + lane] <= startYears)
            {
                var clock = (Plan.Blockades[b].Clock * Block.Lanes) + lane;
                Block.Clocks[clock] -= Block.Rates[clock] * dtYears * Block.BlockadeApplies[(b * Block.Lanes) + lane];
            }
        }
    }

    /// <summary>Resolves one lane exactly; true where it must be looked at again in the next step.</summary>
    private bool ResolveLane(int lane, int step, double startYears, double dtYears)
    {
        intervalCount = 0;
        closureMoved = false;
        for (var b = 0; b < Plan.Blockades.Length; b++)
        {
            RunBlockade(b, lane, step, startYears, dtYears);
        }

        for (var k = 0; k < Plan.ImposedBlockades.Length; k++)
        {
            CloseImposed(k, lane, step, dtYears);
        }

        var again = closureMoved; // what starts or ends in this step changes the next
        for (var asset = 0; asset < Plan.Assets.Length; asset++)
        {
            if (Plan.CanClose[asset])
            {
                again |= SetOpen(asset, lane, startYears, dtYears);
            }
        }

        return again;
    }

    private void RunBlockade(int b, int lane, int step, double startYears, double dtYears)
    {
        var blockade = Plan.Blockades[b];
        var at = (b * Block.Lanes) + lane;
        var clock = (blockade.Clock * Block.Lanes) + lane;
        var now = 0.0;
        if (Block.BlockadeEnd[at] > startYears)
        {
            Block.BlockadeCloses[at] &= Block.BlockadeFulfils[at];
            if (Block.BlockadeCloses[at] == 0)
            {
                Block.BlockadeEnd[at] = startYears; // what it requires is lost: it ends there
                closureMoved = true;
            }
            else
            {
                now = Math.Min(Block.BlockadeEnd[at] - startYears, dtYears);
                closureMoved |= Block.BlockadeEnd[at] <= startYears + dtYears;
                ClosePlaces(b, lane, 0.0, now);
            }
        }

        for (var events = 0; Block.BlockadeFulfils[at] != 0; events++)
        {
            now = Math.Max(now, Block.BlockadeNotBefore[at] - startYears);
            if (now >= dtYears)
            {
                return;
            }

            var spent = Block.Rates[clock] * (dtYears - now);
            if (!(spent > 0.0) || Block.Clocks[clock] > spent)
            {
                Block.Clocks[clock] -= spent;
                return;
            }

            CheckEvents(events, lane, step, blockade.Identity);
            var start = now + (Block.Clocks[clock] / Block.Rates[clock]);
            Philox4x32.Draw(
                Seed,
                Block.FirstPath + (uint)lane,
                Block.Events[clock],
                blockade.Stream,
                out _,
                out var mark
            );
            var end = start + blockade.Lasts.Value(Block, lane, mark);
            NextBlockade(blockade, lane);
            closureMoved = true;
            Block.BlockadeEnd[at] = startYears + end;
            Block.BlockadeCloses[at] = Block.BlockadeFulfils[at];
            now = Math.Min(end, dtYears);
            ClosePlaces(b, lane, start, now);
        }
    }

    private void CheckEvents(int events, int lane, int step, string identity)
    {
        var path = Block.FirstPath + (uint)lane;
        if (events >= ClockKernel.MostEventsPerStep && path < PathLimit)
        {
            throw new SimulationException(
                $"More than {ClockKernel.MostEventsPerStep} blockades within one step: a hazard is too high for this step",
                Seed,
                path,
                step,
                identity
            );
        }
    }

    private void ClosePlaces(int b, int lane, double start, double end)
    {
        var blockade = Plan.Blockades[b];
        var closes = Block.BlockadeCloses[(b * Block.Lanes) + lane];
        for (var p = 0; p < blockade.Places.Length; p++)
        {
            if ((closes & (1u << p)) != 0)
            {
                Close(blockade.Places[p], blockade.By, start, end);
            }
        }
    }

    private void Close(int asset, int by, double start, double end)
    {
        if (intervalCount == Block.Intervals.Length)
        {
            var more = Block.Intervals;
            Array.Resize(ref more, 2 * more.Length);
            Block.Intervals = more;
            Block.PlaceIntervals = new (double, double)[more.Length + 2];
        }

        Block.Intervals[intervalCount++] = (asset, by, start, end);
    }

    /// <summary>φ = 1 − the union of what closes the place, over dt.</summary>
    private bool SetOpen(int asset, int lane, double startYears, double dtYears)
    {
        var at = (asset * Block.Lanes) + lane;
        var holder = (int)Block.States[(Plan.Assets[asset].Area * Block.Lanes) + lane];
        var shut = Math.Min(Block.ShutUntil[at] - startYears, dtYears);
        var closed = Union(asset, -1, shut);
        var byHolder = Union(asset, holder, 0.0);
        var open = 1.0 - (closed / dtYears);
        open = open < 1e-12 ? 0.0 : open;
        Block.Open[at] = open;
        Block.Unblocked[at] = shut > 0.0 ? 1.0 - (Union(asset, -1, 0.0) / dtYears) : open;
        Block.HolderOpen[at] = 1.0 - (byHolder / dtYears);
        return (open > 0.0 && open < 1.0) || shut > 0.0;
    }

    /// <summary>Length of the union of the intervals that close an asset: all, or those of one author.</summary>
    private double Union(int asset, int author, double shut)
    {
        var count = 0;
        if (shut > 0.0)
        {
            Block.PlaceIntervals[count++] = (0.0, shut);
        }

        for (var i = 0; i < intervalCount; i++)
        {
            var (closed, by, start, end) = Block.Intervals[i];
            if (closed == asset && (author < 0 || by == author))
            {
                Block.PlaceIntervals[count++] = (start, end);
            }
        }

        var intervals = Block.PlaceIntervals.AsSpan(0, count);
        intervals.Sort(static (x, y) => x.Start.CompareTo(y.Start));
        var total = 0.0;
        var reached = 0.0;
        foreach (var (start, end) in intervals)
        {
            var from = Math.Max(start, reached);
            if (end > from)
            {
                total += end - from;
                reached = end;
            }
        }

        return total;
    }
}
