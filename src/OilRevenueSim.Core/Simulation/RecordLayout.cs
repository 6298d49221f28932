using System.Collections.Immutable;

namespace OilRevenueSim.Core.Simulation;

/// <summary>Where series, periods and samples lie in the arrays of recorders.</summary>
internal sealed class RecordLayout
{
    /// <summary>Layout of what a run of one plan records.</summary>
    public RecordLayout(SimulationPlan plan)
        : this(plan.Series, plan.Periods, plan.Grid.StepCount - 1, s => plan.SeriesPlans[s].KeepsSample)
    {
        Thresholds = [.. plan.Scenario.Thresholds.Select(t => t.Value)];
        for (var s = 0; s < plan.SeriesPlans.Length; s++)
        {
            ThresholdCellOfSeries[s] =
                plan.SeriesPlans[s].HasThresholds && Thresholds.Length > 0 ? ThresholdCellCount++ : -1;
        }
    }

    /// <summary>Layout of any series in some periods, without thresholds.</summary>
    /// <param name="series">Series, for messages too.</param>
    /// <param name="periods">Periods.</param>
    /// <param name="lastStep">Last step of the run, for messages.</param>
    /// <param name="keepsSample">Whether the series of an index keeps its sample.</param>
    public RecordLayout(
        ImmutableArray<SeriesKey> series,
        ImmutableArray<Period> periods,
        int lastStep,
        Func<int, bool> keepsSample
    )
    {
        Series = series;
        Periods = periods;
        LastStep = lastStep;
        SampleOfSeries = new int[series.Length];
        ThresholdCellOfSeries = new int[series.Length];
        for (var s = 0; s < series.Length; s++)
        {
            SampleOfSeries[s] = keepsSample(s) ? SampledSeries++ : -1;
            ThresholdCellOfSeries[s] = -1;
        }
    }

    public ImmutableArray<SeriesKey> Series { get; }

    public ImmutableArray<Period> Periods { get; }

    public int LastStep { get; }

    public int PeriodCount => Periods.Length;

    /// <summary>Series times periods.</summary>
    public int CellCount => Series.Length * PeriodCount;

    public int SampledSeries { get; }

    /// <summary>Sampled series times periods.</summary>
    public int SampleCount => SampledSeries * PeriodCount;

    /// <summary>Cells, then one for each threshold cell and threshold: whether a path is above it.</summary>
    public int PartCellCount => CellCount + (ThresholdCellCount * Thresholds.Length);

    public int[] SampleOfSeries { get; }

    public int[] ThresholdCellOfSeries { get; }

    public int ThresholdCellCount { get; }

    public double[] Thresholds { get; } = [];
}
