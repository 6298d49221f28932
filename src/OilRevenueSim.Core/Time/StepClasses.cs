using System.Collections.Immutable;

namespace OilRevenueSim.Core.Time;

/// <summary>The distinct lengths of the steps of a grid: coefficients are computed once for each.</summary>
internal sealed class StepClasses
{
    private readonly ImmutableArray<int> _classOfStep;

    /// <summary>Sorts the steps by length.</summary>
    public StepClasses(TimeGrid grid)
    {
        ImmutableArray<int> days = [.. grid.Days.Distinct().Order()];
        DtYears = [.. days.Select(length => length / TimeGrid.DaysPerYear)];
        _classOfStep = [.. grid.Days.Select(length => days.IndexOf(length))];
    }

    /// <summary>Length of each class, years, ascending.</summary>
    public ImmutableArray<double> DtYears { get; }

    /// <summary>Class of a step.</summary>
    public int Of(int step) => _classOfStep[step];
}
