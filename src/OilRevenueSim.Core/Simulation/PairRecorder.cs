using OilRevenueSim.Core.RandomStreams;

namespace OilRevenueSim.Core.Simulation;

/// <summary>Takes the values of several plans for one block of paths and records their differences path by path.</summary>
/// <remarks>The first plan's values are kept for the block; those of later plans only as totals, for the regrets.</remarks>
internal sealed class PairRecorder
{
    private readonly PairTable table;
    private readonly ChunkRecorder[] recorders;
    private readonly int lanes;
    private readonly int periods;
    private readonly double[] first; // [pair][period][lane]
    private readonly double[] sums; // [sum][period][lane]
    private readonly double[][] totals; // [plan][pair][lane]
    private readonly bool[][] isRecorded; // [plan][pair]
    private readonly double[] scratch;
    private readonly double[] zeros;
    private readonly double[] smallest;
    private readonly double[] largest;
    private int active;

    public PairRecorder(PairTable table, ChunkRecorder[] recorders, int lanes)
    {
        this.table = table;
        this.recorders = recorders;
        this.lanes = lanes;
        periods = table.PeriodCount;
        first = LaneStore.Allocate(table.Series.Count * periods * lanes);
        sums = LaneStore.Allocate(table.SumCount * periods * lanes);
        totals = new double[table.PlanCount][];
        isRecorded = new bool[table.PlanCount][];
        for (var k = 0; k < table.PlanCount; k++)
        {
            totals[k] = LaneStore.Allocate(table.Series.Count * lanes);
            isRecorded[k] =
            [
                .. Enumerable.Range(0, table.Series.Count).Select(pair => table.SeriesOf[k].Contains(pair)),
            ];
        }

        scratch = LaneStore.Allocate(lanes);
        zeros = LaneStore.Allocate(lanes);
        smallest = LaneStore.Allocate(lanes);
        largest = LaneStore.Allocate(lanes);
        Less = new long[table.DifferenceCellCount];
        Taps = [.. Enumerable.Range(0, table.PlanCount).Select(k => new Tap(this, k))];
    }

    /// <summary>[((plan − 1) · pairs + pair) · periods + period] paths on which the plan lies below the first.</summary>
    public long[] Less { get; }

    /// <summary>What the simulator of each plan records to.</summary>
    public IPeriodRecorder[] Taps { get; }

    /// <summary>Starts a block.</summary>
    /// <param name="activeLanes">Lanes that count.</param>
    public void Begin(int activeLanes)
    {
        active = activeLanes;
        Array.Clear(sums);
    }

    /// <summary>Ends a plan's run of the block: what it did not record is zero, what is summed is complete.</summary>
    public void EndPlan(int plan)
    {
        var sumStart = table.Series.Count - table.SumCount;
        for (var pair = 0; pair < table.Series.Count; pair++)
        {
            for (var period = 0; period < periods; period++)
            {
                if (pair >= sumStart)
                {
                    var sum = sums.AsSpan((((pair - sumStart) * periods) + period) * lanes, lanes);
                    recorders[table.SumLayout].Record((plan * table.SumCount) + pair - sumStart, period, sum);
                    Take(plan, pair, period, sum);
                }
                else if (!isRecorded[plan][pair])
                {
                    Take(plan, pair, period, zeros);
                }
            }
        }

        Array.Clear(sums);
    }

    /// <summary>Ends a block: every plan's totals are there, so regrets can be told.</summary>
    public void End()
    {
        for (var pair = 0; pair < table.Series.Count; pair++)
        {
            totals[0].AsSpan(pair * lanes, lanes).CopyTo(smallest);
            totals[0].AsSpan(pair * lanes, lanes).CopyTo(largest);
            for (var k = 1; k < table.PlanCount; k++)
            {
                var values = totals[k].AsSpan(pair * lanes, lanes);
                for (var i = 0; i < lanes; i++)
                {
                    smallest[i] = values[i] < smallest[i] ? values[i] : smallest[i];
                    largest[i] = values[i] > largest[i] ? values[i] : largest[i];
                }
            }

            for (var k = 0; k < table.PlanCount; k++)
            {
                var values = totals[k].AsSpan(pair * lanes, lanes);
                Subtract(values, smallest);
                recorders[table.RegretLayout].Record(table.RegretSeries(k, pair, belowLargest: false), 0, scratch);
                Subtract(largest, values);
                recorders[table.RegretLayout].Record(table.RegretSeries(k, pair, belowLargest: true), 0, scratch);
            }
        }
    }

    private void Record(int plan, int series, int period, ReadOnlySpan<double> values)
    {
        recorders[plan].Record(series, period, values);
        var sum = table.SumOf[plan][series];
        if (sum >= 0)
        {
            var into = sums.AsSpan(((sum * periods) + period) * lanes, lanes);
            for (var i = 0; i < lanes; i++)
            {
                into[i] += values[i];
            }
        }

        var pair = table.SeriesOf[plan][series];
        if (pair >= 0)
        {
            Take(plan, pair, period, values);
        }
    }

    private void Take(int plan, int pair, int period, ReadOnlySpan<double> values)
    {
        if (period == periods - 1)
        {
            values[..lanes].CopyTo(totals[plan].AsSpan(pair * lanes, lanes));
        }

        var cell = (pair * periods) + period;
        var before = first.AsSpan(cell * lanes, lanes);
        if (plan == 0)
        {
            values[..lanes].CopyTo(before);
            return;
        }

        Subtract(values, before);
        recorders[table.DifferenceLayout(plan)].Record(pair, period, scratch);
        var less = 0;
        for (var i = 0; i < active; i++)
        {
            less += scratch[i] < 0.0 ? 1 : 0;
        }

        Less[((plan - 1) * table.Series.Count * periods) + cell] += less;
    }

    private void Subtract(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        for (var i = 0; i < lanes; i++)
        {
            scratch[i] = a[i] - b[i];
        }
    }

    private sealed class Tap(PairRecorder recorder, int plan) : IPeriodRecorder
    {
        public void Record(int series, int period, ReadOnlySpan<double> values) =>
            recorder.Record(plan, series, period, values);
    }
}
