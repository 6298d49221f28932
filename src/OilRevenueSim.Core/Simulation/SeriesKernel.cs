using System.Runtime.CompilerServices;
using OilRevenueSim.Core.Markets;
using OilRevenueSim.Core.RandomStreams;

namespace OilRevenueSim.Core.Simulation;

/// <summary>Adds up the accounts of a series.</summary>
internal static class SeriesKernel
{
    /// <summary>month = Σ factor·account, a left fold; year += month; total += month.</summary>
    /// <remarks>
    /// The sums of year and total of all series are more than a second-level cache holds, so the last term, mostly the only one, goes
    /// on to them in one pass.
    /// </remarks>
    /// <param name="accounts">Accounts of the month, [row][lane].</param>
    /// <param name="rows">Row of each account.</param>
    /// <param name="terms">Terms of the series; none for one that is always 0.</param>
    /// <param name="month">Receives the month's value, [lane].</param>
    /// <param name="year">Sum of the year so far, [lane].</param>
    /// <param name="total">Sum of the run so far, [lane]; empty in the first year, whose sum it is, and where only totals are asked.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Sum<V>(
        ReadOnlySpan<double> accounts,
        AccountRows rows,
        SeriesTerm[] terms,
        Span<double> month,
        Span<double> year,
        Span<double> total
    )
        where V : unmanaged, ILanes<V>
    {
        if (terms.Length == 0)
        {
            month.Clear();
            return;
        }

        var isSum = terms.Length > 1;
        if (isSum)
        {
            month.Clear();
            foreach (var term in terms.AsSpan(0, terms.Length - 1))
            {
                MoneyKernel.AddScaled<V>(
                    month,
                    accounts.Slice(rows[term.Account] * month.Length, month.Length),
                    term.Factor
                );
            }
        }

        var last = accounts.Slice(rows[terms[^1].Account] * month.Length, month.Length);
        var factor = V.Create(terms[^1].Factor);
        for (var i = 0; i < month.Length; i += V.Count)
        {
            var value = (isSum ? V.Load(month, i) : V.Zero) + (factor * V.Load(last, i));
            value.Store(month, i);
            (V.Load(year, i) + value).Store(year, i);
            if (!total.IsEmpty)
            {
                (V.Load(total, i) + value).Store(total, i);
            }
        }
    }
}
