using System.Collections.Immutable;
using OilRevenueSim.Core.Markets;

namespace OilRevenueSim.Core.Simulation;

/// <summary>A plan that records less, for studies of many runs that ask for few numbers.</summary>
public sealed partial class SimulationPlan
{
    /// <summary>Where the accounts of a month lie in a block.</summary>
    internal AccountRows AccountRows { get; private set; } = AccountRows.All(0);

    /// <summary>Months, then years, are left out of <see cref="Periods"/> where the plan records only longer periods.</summary>
    internal PeriodKind Shortest { get; private set; } = PeriodKind.Month;

    /// <summary>True when anything reads why oil stayed in the ground, or how much did.</summary>
    internal bool ReadsCauses { get; private set; } = true;

    /// <summary>True when anything reads the barrels that sellers delivered.</summary>
    internal bool ReadsBarrels { get; private set; } = true;

    /// <summary>[field] true when anything reads what its owner would have sold undisturbed, or lost of it.</summary>
    internal bool[] ReadsLosses { get; private set; } = [];

    /// <summary>The same model, recording only some series: what is recorded has the same bits, and the rest is not booked.</summary>
    /// <remarks>Quantiles too, while both runs keep their values; a run of few series keeps them up to more paths than one of all (ADR 39).</remarks>
    /// <param name="series">Series to record, some of <see cref="Series"/>, in any order.</param>
    /// <param name="shortest">The shortest periods to record: by month (default), by year, or only the total.</param>
    /// <returns>The plan; <see cref="Series"/> and <see cref="Periods"/> keep their order.</returns>
    /// <exception cref="ArgumentException">A series is not recorded by this plan, or none is given.</exception>
    public SimulationPlan Recording(IEnumerable<SeriesKey> series, PeriodKind shortest = PeriodKind.Month)
    {
        ArgumentNullException.ThrowIfNull(series);
        var asked = series.ToImmutableHashSet();
        if (asked.IsEmpty)
        {
            throw new ArgumentException("A plan records at least one series.", nameof(series));
        }

        foreach (var key in asked)
        {
            if (!Series.Contains(key))
            {
                throw new ArgumentException($"{key} is not among the series that this plan records.", nameof(series));
            }
        }

        var plan = (SimulationPlan)MemberwiseClone();
        plan.SeriesPlans = [.. SeriesPlans.Where(s => asked.Contains(s.Key))];
        plan.Series = [.. plan.SeriesPlans.Select(s => s.Key)];
        plan.Shortest = shortest > Shortest ? shortest : Shortest;
        plan.Periods = [.. Periods.Where(p => p.Kind >= plan.Shortest)];
        plan.BookOnlyWhatIsRead();
        return plan;
    }

    /// <summary>Gives every account a row; of a compiled plan, before it is used.</summary>
    internal void BookAll()
    {
        AccountRows = AccountRows.All(Accounts.Count);
        ReadsLosses = [.. Fields.Select(_ => true)];
    }

    private void BookOnlyWhatIsRead()
    {
        ImmutableHashSet<int> read =
        [
            .. SeriesPlans.SelectMany(s => s.Terms).Select(t => t.Account),
            .. RevenueActors.SelectMany(actor => GrossAccounts[actor]),
            .. NetTerms.SelectMany(terms => terms).Select(t => t.Account),
        ];
        var (rows, layout) = (AccountRows.Only(Accounts.Count, read), Accounts);
        AccountRows = rows;
        HeldAccounts = [.. HeldAccounts.Where(held => rows.Reads(held.Account))];
        ConditionAccounts = [.. ConditionAccounts.Where(condition => rows.Reads(condition.Account))];
        var causes = Enum.GetValues<ShutInCause>().Length;
        ReadsCauses =
            rows.ReadsAny(layout.ShutInBy, causes * Actors.Length)
            || rows.ReadsAny(layout.BarrelsShutIn, Actors.Length);
        ReadsLosses =
        [
            .. Fields.Select(f => rows.Reads(layout.Undisturbed + f.Owner) || rows.Reads(layout.ShutIn + f.Owner)),
        ];
        if (!rows.ReadsAny(layout.Sent, Accounts.Count - layout.Sent))
        {
            RouteBook = null;
        }

        ReadsBarrels = RouteBook is not null || rows.ReadsAny(layout.Barrels, SalesAccounts.Length);
    }
}
