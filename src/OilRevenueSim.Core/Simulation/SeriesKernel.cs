using System.Runtime.CompilerServices;
using OilRevenueSim.Core.RandomStreams;

namespace OilRevenueSim.Core.Simulation;

/// <summary>Adds up the accounts of a series.</summary>
internal static class SeriesKernel
{
    /// <summary>month = Σ factor·account, a left fold; year += month; total += month.</summary>
    /// <remarks>One pass: the sums of year and total of all series are more than a second-level cache holds.</remarks>
    /// <param name="accounts">Accounts of the month, [account][lane].</param>
    /// <param name="terms">Terms of the series.</param>
    /// <param name="month">Receives the month's value, [lane].</param>
    /// <param name="year">Sum of the year so far, [lane].</param>
    /// <param name="total">Sum of the run so far, [lane]; empty in the first year, whose sum it is.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Sum<V>(
        ReadOnlySpan<double> accounts,
        SeriesTerm[] terms,
        Span<double> month,
        Span<double> year,
        Span<double> total
    )
        where V : unmanaged, ILanes<V>
    {
        for (var i = 0; i < month.Length; i += V.Count)
        {
            var value = V.Zero;
            foreach (var term in terms)
            {
                value += V.Create(term.Factor) * V.Load(accounts, (term.Account * month.Length) + i);
            }

            value.Store(month, i);
            (V.Load(year, i) + value).Store(year, i);
            if (!total.IsEmpty)
            {
                (V.Load(total, i) + value).Store(total, i);
            }
        }
    }
}
