using System.Collections.Immutable;

namespace OilRevenueSim.Analysis.Sweeps;

/// <summary>What one axis of a sweep says in one cell.</summary>
/// <param name="Address">Address of the value that is varied, e.g. <c>benchmarks.brent.spot</c>.</param>
/// <param name="Text">Value as it would stand in the file, e.g. <c>40 USD/bbl</c>.</param>
/// <param name="Number">Its number, or null where it is no single number.</param>
/// <param name="Unit">Unit of the number, e.g. <c>USD/bbl</c>; empty where it has none.</param>
public sealed record AxisValue(string Address, string Text, double? Number, string Unit);

/// <summary>An axis of a sweep as it was run.</summary>
/// <param name="Address">Address of the value that is varied.</param>
/// <param name="Unit">Unit of its numbers; empty where they have none or are no numbers.</param>
/// <param name="IsUnitOfFile">True where no unit was given and that of the file was taken.</param>
public sealed record SweepAxis(string Address, string Unit, bool IsUnitOfFile)
{
    /// <summary>Address and unit, e.g. <c>benchmarks.brent.spot [USD/bbl]</c>.</summary>
    public string Title => Unit.Length == 0 ? Address : $"{Address} [{Unit}]";

    /// <summary>Axes with the levels that were run, each as <c>--vary</c> takes it: <c>benchmarks.brent.spot=40 USD/bbl|50 USD/bbl</c>.</summary>
    /// <param name="axes">Axes.</param>
    /// <param name="rows">Numbers of every cell.</param>
    public static ImmutableArray<string> Varied(IReadOnlyList<SweepAxis> axes, IReadOnlyList<SweepRow> rows) =>
        [
            .. axes.Select(
                (axis, i) =>
                    $"{axis.Address}="
                    + string.Join(
                        '|',
                        rows.Where(r => !r.IsFile).Select(r => r.Values[i].Text).Distinct(StringComparer.Ordinal)
                    )
            ),
        ];
}
