using System.Collections.Immutable;

namespace OilRevenueSim.Core.Uncertainty;

/// <summary>A table of joint draws, such as a posterior sample: each world takes one row, and with it all columns (model.md §3).</summary>
/// <remarks>
/// The row is ⌊u·n⌋, u the u0 of block 0 of the stream <c>quantity/draws.NAME</c> with the world index in the path word. The order of columns
/// does not matter; that of rows decides which world takes which, not how often each is taken.
/// </remarks>
public sealed record JointDraws
{
    /// <summary>Name in the scenario.</summary>
    public required string Name { get; init; }

    /// <summary>Columns, all of the same length.</summary>
    public required ImmutableArray<DrawColumn> Columns
    {
        get;
        init
        {
            field = value;
            IsRead = false;
        }
    }

    /// <summary>True once a scenario was read with these columns; others take effect when the scenario is checked.</summary>
    public bool IsRead { get; init; }

    /// <summary>Where the draws come from.</summary>
    public Provenance Provenance { get; init; } = Provenance.None;

    /// <summary>File, from the scenario's folder; empty where the draws were given in code.</summary>
    public string File { get; init; } = "";

    /// <summary>SHA-256 of the file, lower-case hex.</summary>
    public string FileSha256 { get; init; } = "";

    /// <summary>Number of rows.</summary>
    public int Rows => Columns.IsDefaultOrEmpty ? 0 : Columns[0].Values.Length;
}

/// <summary>A column of draws: the numbers that replace the law of one quantity.</summary>
/// <param name="Address">Address of the quantity, or of an entry of <c>parameters:</c>.</param>
/// <param name="Unit">Unit of the numbers as a quantity writes it, e.g. <c>USD/bbl</c> or <c>% within 12 months</c>; empty for plain numbers.</param>
/// <param name="Values">Number of each row, <c>[row]</c>.</param>
public sealed record DrawColumn(string Address, string Unit, ImmutableArray<double> Values)
{
    /// <summary>The column as a header writes it: <c>ADDRESS [UNIT]</c>.</summary>
    public string Header => Unit.Length == 0 ? Address : $"{Address} [{Unit}]";
}
