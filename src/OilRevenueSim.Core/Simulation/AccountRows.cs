using System.Collections.Immutable;

namespace OilRevenueSim.Core.Simulation;

/// <summary>Which row of a block holds each account of the month.</summary>
/// <remarks>
/// A plan that records only some series reads few accounts. The others share one last row, which nothing reads: kernels that book into
/// several accounts stay as they are, and no memory moves for what nobody asked.
/// </remarks>
internal sealed class AccountRows
{
    private readonly int[] rows; // [account]
    private readonly int unread; // the shared row; −1 where every account is read

    private AccountRows(int[] rows, int unread, int count) => (this.rows, this.unread, Count) = (rows, unread, count);

    /// <summary>Number of rows.</summary>
    public int Count { get; }

    /// <summary>Row of an account.</summary>
    public int this[int account] => rows[account];

    /// <summary>Every account has a row of its own.</summary>
    public static AccountRows All(int accounts) => new([.. Enumerable.Range(0, accounts)], -1, accounts);

    /// <summary>Only some accounts have a row of their own, in the order of the accounts.</summary>
    public static AccountRows Only(int accounts, ImmutableHashSet<int> read)
    {
        var next = 0;
        int[] own = [.. Enumerable.Range(0, accounts).Select(a => read.Contains(a) ? next++ : -1)];
        return next == accounts
            ? All(accounts)
            : new AccountRows([.. own.Select(row => row < 0 ? next : row)], next, next + 1);
    }

    /// <summary>True when anything reads the account.</summary>
    public bool Reads(int account) => rows[account] != unread;

    /// <summary>True when anything reads one of the accounts from <paramref name="first"/> on.</summary>
    public bool ReadsAny(int first, int count)
    {
        for (var a = first; a < first + count; a++)
        {
            if (Reads(a))
            {
                return true;
            }
        }

        return false;
    }
}
