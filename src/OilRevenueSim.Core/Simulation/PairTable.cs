using System.Collections.Immutable;

namespace OilRevenueSim.Core.Simulation;

/// <summary>Which series of several plans are compared, and where recorders keep what is said about them.</summary>
/// <remarks>
/// Compared are the series that keep their sample in any plan; a flow that a plan does not record is zero there, a state must be
/// recorded in all. Sums over the owners named in <c>state:</c> come last, with no actor.
/// </remarks>
internal sealed class PairTable
{
    /// <summary>What is summed over the state's owners.</summary>
    private static readonly ReportQuantity[] Summed =
    [
        ReportQuantity.Forgone,
        ReportQuantity.ShutIn,
        ReportQuantity.Damage,
    ];

    private readonly List<SeriesKey> series = [];
    private readonly List<SeriesKey> sums = [];

    public PairTable(ImmutableArray<SimulationPlan> plans)
    {
        PlanCount = plans.Length;
        var first = plans[0];
        Layouts = [.. plans.Select(plan => new RecordLayout(plan))];
        PeriodCount = first.Periods.Length;
        if (plans.Length == 1)
        {
            return;
        }

        foreach (var plan in plans)
        {
            if (!plan.Periods.SequenceEqual(first.Periods))
            {
                throw new ArgumentException(
                    $"Plans that are compared need the same periods; {plan.Scenario.Name} ({plan.Course}) has others than "
                        + $"{first.Scenario.Name} ({first.Course}).",
                    nameof(plans)
                );
            }
        }

        FindSeries(plans);
        SeriesOf = [.. plans.Select(plan => plan.Series.Select(key => series.IndexOf(key)).ToArray())];
        SumOf = [.. plans.Select(plan => plan.Series.Select(key => SumIndex(plan, key)).ToArray())];
        var lastStep = first.Grid.StepCount - 1;
        Layouts =
        [
            .. Layouts,
            .. Enumerable
                .Range(1, plans.Length - 1)
                .Select(_ => new RecordLayout([.. series], first.Periods, lastStep, _ => true)),
            new RecordLayout(
                [.. plans.SelectMany(_ => series.SelectMany(key => new[] { key, key }))],
                [first.Periods[^1]],
                lastStep,
                _ => false
            ),
            new RecordLayout([.. plans.SelectMany(_ => sums)], first.Periods, lastStep, _ => true),
        ];
    }

    /// <summary>Number of plans.</summary>
    public int PlanCount { get; }

    /// <summary>Number of periods.</summary>
    public int PeriodCount { get; }

    /// <summary>Compared series; sums over the state's owners last.</summary>
    public IReadOnlyList<SeriesKey> Series => series;

    /// <summary>Number of sums among <see cref="Series"/>.</summary>
    public int SumCount => sums.Count;

    /// <summary>[plan][series of the plan] index among <see cref="Series"/>, or −1.</summary>
    public int[][] SeriesOf { get; } = [];

    /// <summary>[plan][series of the plan] index of the sum it belongs to, or −1.</summary>
    public int[][] SumOf { get; } = [];

    /// <summary>One layout a plan; then one a plan but the first for the differences; then regrets; then sums, [plan · sums + sum].</summary>
    public ImmutableArray<RecordLayout> Layouts { get; }

    /// <summary>Layout of the differences of a plan from the first.</summary>
    public int DifferenceLayout(int plan) => PlanCount + plan - 1;

    /// <summary>Compared series and periods of every plan but the first.</summary>
    public int DifferenceCellCount => (PlanCount - 1) * series.Count * PeriodCount;

    /// <summary>Layout of the regrets.</summary>
    public int RegretLayout => (2 * PlanCount) - 1;

    /// <summary>Layout of the sums.</summary>
    public int SumLayout => 2 * PlanCount;

    /// <summary>Series in the layout of regrets: how far a plan lies above the smallest, or below the largest, of all on a path.</summary>
    public int RegretSeries(int plan, int pair, bool belowLargest) =>
        (((plan * series.Count) + pair) * 2) + (belowLargest ? 1 : 0);

    private static SeriesKey? SumKey(SimulationPlan plan, SeriesKey key)
    {
        var isStates =
            key is { Actor: not null, Place: null, Channel: null }
            && Summed.Contains(key.Quantity)
            && (plan.Scenario.State.IsEmpty || plan.Scenario.State.Contains(key.Actor));
        return isStates ? new SeriesKey(null, null, null, key.Quantity) : null;
    }

    private void FindSeries(ImmutableArray<SimulationPlan> plans)
    {
        foreach (var plan in plans)
        {
            foreach (var one in plan.SeriesPlans)
            {
                var isComparable = one.KeepsSample && (!one.IsState || plans.All(p => p.Series.Contains(one.Key)));
                if (isComparable && !series.Contains(one.Key))
                {
                    series.Add(one.Key);
                }

                if (SumKey(plan, one.Key) is { } sum && !sums.Contains(sum))
                {
                    sums.Add(sum);
                }
            }
        }

        series.RemoveAll(sums.Contains); // a plan may record such a sum itself
        series.AddRange(sums);
    }

    private int SumIndex(SimulationPlan plan, SeriesKey key) => SumKey(plan, key) is { } sum ? sums.IndexOf(sum) : -1;
}
